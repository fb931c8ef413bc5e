//! "The man police say killed two women was arrested", "the mill Moor said was unsafe": a relative
//! clause without a pronoun, whose subject the cue's content lacks.

use crate::attribution::frame::Filled;
use crate::lexicon::{Class, Classes, Cue, Frame, words};
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

/// "a move Moor described | as a mistake", "a remark Moor called | “mad”": whether a cue of judging that
/// ends at `end` lacks the noun phrase that it judges.
pub(super) fn lacks_object(syntax: &Syntax<'_>, cue: &Cue, end: usize) -> bool {
    cue.strength(Frame::As) > 0 && syntax.is_one_of(end, words!["as"])
        || cue.strength(Frame::Complement) > 0
            && (quotes_phrase(syntax, end) || syntax.is_one_of(end, words!["a", "an"]))
}

/// Whether a quotation without a verb begins at `i`.
fn quotes_phrase(syntax: &Syntax<'_>, i: usize) -> bool {
    let verb = |k: usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary);
    let quotation = syntax.text.quotations.starting_at(i).filter(|_| syntax.opens_quotation(i));
    quotation.is_some_and(|q| !q.run.indices().any(verb))
}

/// "the man | police", "the mill | Moor", "a decision | club captain Ana Ruiz": who speaks, where a noun
/// phrase before the cue is an antecedent and the subject of its relative clause.
pub(super) fn contact_subject(syntax: &Syntax<'_>, phrase: Run) -> Option<Run> {
    let last = phrase.stop() - 1;
    let people = Classes::of(Class::Person).and(Class::Group);
    let person = |k: usize| syntax.classes(k).any(people.and(Class::Title));
    let named = syntax.tag(last) == Tag::Proper;
    let start = if named {
        let of_name = |&k: &usize| syntax.tag(k) == Tag::Proper || syntax.tag(k) == Tag::Noun && person(k);
        phrase.indices().rev().take_while(of_name).last()?
    } else if syntax.tag(last) == Tag::Noun && person(last) && syntax.looks_plural(last) {
        last
    } else {
        return None;
    };
    let before = start.checked_sub(1).filter(|&k| k >= phrase.first())?;
    // "everything Moor", but not "many analysts"
    let indefinite =
        syntax.tag(before) == Tag::Pronoun && named && syntax.is(before, Class::IndefinitePronoun);
    let thing = syntax.tag(before) == Tag::Noun
        && before > phrase.first()
        && matches!(syntax.tag(phrase.first()), Tag::Determiner | Tag::Number);
    (indefinite || thing).then(|| Run::new(start, phrase.stop()))
}

/// "a decision | Moor", before "described as mad": as [`contact_subject`], for a cue that
/// [lacks its object](lacks_object) and might be a participle. "The council officials described as rude"
/// describe nothing.
pub(super) fn judging_subject(syntax: &Syntax<'_>, phrase: Run) -> Option<Run> {
    let indefinite = syntax.is_one_of(phrase.first(), words!["a", "an", "one", "another"]);
    indefinite.then(|| contact_subject(syntax, phrase)).flatten()
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

/// "a move", before "Moor described as a mistake"; "the scheme", before "the council called “mad”": the
/// antecedent, if the words leave no doubt that there is one.
pub(super) fn judged(syntax: &Syntax<'_>, subject: Run) -> Option<Run> {
    let found = antecedent(syntax, subject)?;
    let noun = syntax.tag(found.stop() - 1) == Tag::Noun && !syntax.is_time(found.stop() - 1);
    let indefinite = syntax.is_one_of(found.first(), words!["a", "an", "one", "another"]);
    let definite = syntax.tag(found.first()) == Tag::Determiner
        && matches!(syntax.tag(subject.first()), Tag::Determiner | Tag::Pronoun);
    (noun && found.len() > 1 && (indefinite || definite)).then_some(found)
}
