//! "Ruiz put it this way: “…”": quotations introduced by a sentence without a lexicon cue.

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::following::attribution_end;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape = Shape {
    name: "introduced quotation",
    trigger: Trigger::BeforeMark,
    precedence: Precedence::First,
    find: introduced,
};

/// The maximum distance of the verb before the quotation, in tokens.
const REACH: usize = 14;

/// After a comma, a quotation of fewer tokens is a title or a nickname.
pub(super) const SHORT: usize = 6;

/// The attribution made by the colon or comma at `i`, if a quotation opens after it.
fn introduced(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    if syntax.kind(i + 1) != Some(Kind::Mark) {
        return None;
    }
    let quotation = syntax.text.quotations.starting_at(i + 1)?;
    let floor = syntax.sentence_start(i);
    let colon = syntax.kind(i) == Some(Kind::Colon);
    // after a comma, only what is clearly a sentence and belongs to nobody else
    if !colon
        && (quotation.run.len() < SHORT
            || !syntax.token(i + 2).is_some_and(|t| t.is_capital())
            || syntax.is_attributed(quotation.run))
    {
        return None;
    }
    // "with one writing: “…”": the participle is the cue
    if i > floor + 1
        && syntax.tag(i - 1) == Tag::Ing
        && syntax.attributes(i - 1)
        && syntax.tag(i - 2).is_nominal()
    {
        return None;
    }
    let before = floor.max(i.saturating_sub(REACH))..i;
    let last = |tag| before.clone().rev().find(|&k| syntax.tag(k) == tag && !syntax.quoted(k));
    // "Her advice was simple: “…”"
    let verb = last(Tag::Finite).or_else(|| last(Tag::Auxiliary).filter(|_| colon))?;
    let group = syntax.verb_group(verb);
    let subject = syntax.subject(group, 0)?;
    let source = if syntax.is(verb, Class::Be) { whose_words(syntax, subject, floor)? } else { subject };
    // "replied within minutes: “…”": an adjunct is not part of a verb of saying
    let adjunct = attribution_end(syntax, verb + 1, false);
    let end = if adjunct == i && i > verb + 1 && syntax.attributes(verb) {
        verb + 1
    } else {
        i + usize::from(colon)
    };
    let row = if colon { Row::IntroducedColon } else { Row::IntroducedComma };
    Some(
        Attribution::new(
            quotation.run,
            Run::new(group.start, end),
            verb,
            Evidence::of(row).source(syntax.source_kind(source)),
        )
        .framed(Frame::Quote)
        .said_by(source),
    )
}

/// "Moor was blunt: “…”", "Her advice was simple: “…”", "The sign was clear: “…”": the source,
/// which is the possessor in the subject or the subject itself: "Her lawyer was blunt: “…”".
fn whose_words(syntax: &Syntax<'_>, subject: Run, floor: usize) -> Option<Run> {
    let end = syntax.core_end(subject.first(), subject.stop()).unwrap_or(subject.stop());
    let owned = |k: &usize| syntax.tag(*k) == Tag::Possessive;
    let head = (subject.first()..end).rev().find(owned).map_or(subject.first(), |k| k + 1);
    if (head..end).any(|k| syntax.is(k, Class::Person)) {
        return Some(subject);
    }
    let owner = (subject.first()..end).rev().find_map(|k| syntax.possessor(k, floor));
    owner.or(Some(subject)).filter(|&source| syntax.source_kind(source).likely_speaks())
}
