//! "The man police say killed two women was arrested", "the mill Moor said was unsafe": a relative
//! clause without a pronoun, whose subject the cue's content lacks.

use crate::attribution::frame::Filled;
use crate::lexicon::{Class, Classes, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// Whether the content is a clause that begins with its verb, directly after a cue that ends at
/// `end`.
pub(super) fn lacks_subject(syntax: &Syntax<'_>, filled: &Filled, end: usize) -> bool {
    let first = filled.content.first();
    filled.frame == Frame::Clause && first == end && matches!(syntax.tag(first), Tag::Finite | Tag::Auxiliary)
}

/// "What he said was that the door was open": where the content begins, after the verb that equates it
/// with what was said.
pub(super) fn equated(syntax: &Syntax<'_>, filled: &Filled, end: usize) -> Option<usize> {
    let first = filled.content.first();
    (lacks_subject(syntax, filled, end) && syntax.is(first, Class::Be) && syntax.tag(first + 1) == Tag::That)
        .then_some(first + 1)
}

/// "the man | police", "the mill | Moor": who speaks, where a noun phrase before the cue is an
/// antecedent and the subject of its relative clause.
pub(super) fn contact_subject(syntax: &Syntax<'_>, phrase: Run) -> Option<Run> {
    let last = phrase.stop() - 1;
    let people = Classes::of(Class::Person).and(Class::Group);
    let start = if syntax.tag(last) == Tag::Proper {
        let of_name = |&k: &usize| syntax.tag(k) == Tag::Proper || syntax.is(k, Class::Title);
        phrase.indices().rev().take_while(of_name).last()?
    } else if syntax.tag(last) == Tag::Noun && syntax.classes(last).any(people) && syntax.looks_plural(last) {
        last
    } else {
        return None;
    };
    let before = start.checked_sub(1).filter(|&k| k >= phrase.first())?;
    // "everything Moor", but not "many analysts"
    let indefinite = syntax.tag(before) == Tag::Pronoun
        && syntax.tag(start) == Tag::Proper
        && syntax.is(before, Class::IndefinitePronoun);
    let thing = syntax.tag(before) == Tag::Noun
        && before > phrase.first()
        && matches!(syntax.tag(phrase.first()), Tag::Determiner | Tag::Number)
        // "the minister Moor" is one person
        && !(syntax.tag(last) == Tag::Proper && syntax.classes(before).any(people));
    (indefinite || thing).then(|| Run::new(start, phrase.stop()))
}

/// "the man", before "police say": the antecedent of a relative clause without a pronoun whose
/// subject is `subject`.
pub(super) fn antecedent(syntax: &Syntax<'_>, subject: Run) -> Option<Run> {
    let floor = syntax.sentence_start(subject.first());
    let before = subject.first().checked_sub(1).filter(|&k| k >= floor)?;
    let noun =
        matches!(syntax.tag(before), Tag::Noun | Tag::Proper) || syntax.is(before, Class::IndefinitePronoun);
    let start = noun.then(|| syntax.phrase_start(before + 1, floor)).flatten()?;
    Some(Run::new(start, before + 1))
}
