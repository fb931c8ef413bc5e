//! "whom senators hate", "what they described as a mistake", "the wall he promised": objects before
//! their verb.

use super::contact_relative::lacks_object;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::syntax::{SourceKind, Syntax};
use crate::text::Run;

/// The attribution of a cue whose object is a relative pronoun before its subject, or the noun
/// phrase modified by a relative clause without a pronoun.
pub(super) fn object_relative(
    syntax: &Syntax<'_>,
    cue: &'static Cue,
    group: VerbGroup,
    source: Option<Run>,
    end: usize,
) -> Option<Attribution> {
    let source = source.filter(|_| group.form == Form::Finite)?;
    let strength = cue.strength(Frame::NounPhrase).max(cue.strength(Frame::As));
    if strength == 0 || !leaves_gap(syntax, end) {
        return None;
    }
    let floor = syntax.sentence_start(group.head);
    let before = source.first().checked_sub(1).filter(|&before| before >= floor)?;
    let (object, contact) = if let Some(pronoun) = object_before(syntax, source) {
        (pronoun, false)
    } else if syntax.tag(source.first()) == Tag::Pronoun && syntax.tag(before).is_nominal() {
        let doubtful = !lacks_object(syntax, cue, end);
        (Run::new(syntax.phrase_start(before + 1, floor)?, before + 1), doubtful)
    } else if lacks_object(syntax, cue, end) {
        (syntax.judged(source)?, false)
    } else {
        // "a plan the council has opposed"
        (syntax.judged(source).filter(|_| ends_relative(syntax, end))?, true)
    };
    let described = syntax.is_one_of(end, words!["as"]) && cue.strength(Frame::As) > 0;
    // "a video that she posted": the object is a published text, not its content
    if !contact && !described && syntax.is_relative_that(object.first(), syntax.sentence(group.head).stop()) {
        return None;
    }
    let mut content: Pieces = object.into();
    if described {
        let description = syntax.complement_end(end, syntax.sentence(end).stop());
        content.push(Run::new(end, syntax.before_verb(end, description)));
    }
    // "a robot, which it describes as “the first”": only somebody can judge
    let speaker = match syntax.source_kind(source) {
        SourceKind::It if described => SourceKind::Group,
        kind => kind,
    };
    // "a move they described as mad": "as" leaves no doubt
    let row = if lacks_object(syntax, cue, end) { Row::Verb } else { Row::ObjectRelative };
    let evidence = Evidence::of(row).strength(strength).source(speaker).when(contact, Factor::ContactClause);
    Some(
        Attribution::new(content, Run::new(group.start, end), group.head, evidence)
            .listed(cue, Frame::NounPhrase)
            .said_by(source),
    )
}

/// "a plan the council opposed", "the plan the council opposed is dead": whether a relative clause
/// can only end at `i`.
fn ends_relative(syntax: &Syntax<'_>, i: usize) -> bool {
    matches!(syntax.tag(i), Tag::End | Tag::Comma | Tag::Break | Tag::Finite | Tag::Auxiliary)
}

/// "which Ruiz", "what officials": the pronoun before a subject that is the object of its verb.
pub(super) fn object_before(syntax: &Syntax<'_>, subject: Run) -> Option<Run> {
    let before = subject.first().checked_sub(1)?;
    let floor = syntax.sentence_start(subject.first());
    let relative = before > floor
        && syntax.is(before, Class::Relative)
        && (syntax.tag(before - 1).is_nominal()
            || matches!(syntax.tag(before - 1), Tag::Comma | Tag::Preposition));
    (before >= floor && syntax.is_one_of(before, words!["what"]) || relative)
        .then(|| Run::new(before, before + 1))
}

/// Whether nothing at `i` could be a verb's object.
pub(super) fn leaves_gap(syntax: &Syntax<'_>, i: usize) -> bool {
    matches!(
        syntax.tag(i),
        Tag::End
            | Tag::Comma
            | Tag::Break
            | Tag::Preposition
            | Tag::Subordinator
            | Tag::Coordinator
            | Tag::Adverb
            | Tag::Finite
            | Tag::Auxiliary
            | Tag::To
    )
}
