//! Attributions by an adjective or a participle: "is confident that", "was critical of", "Moor,
//! angry at the delay, left".

use super::noun::cue_of;
use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::fill::fill;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::lexicon::{Class, Cue, Frame, Part};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape = Shape {
    name: "adjective",
    trigger: Trigger::Cue(Part::Adjective),
    precedence: Precedence::Surest,
    find: adjectival,
};

/// The attribution made by the adjective at `i`.
fn adjectival(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    with_adjective(syntax, cue_of(syntax, i, Part::Adjective)?, i)
}

fn with_adjective(syntax: &Syntax<'_>, cue: &'static Cue, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let words = with_marks(syntax, i, floor);
    let mut filled = fill(syntax, cue, words.stop())?;
    let first = predicate_start(syntax, words.first(), floor);
    let (source, start, linked) = match link(syntax, first, floor) {
        Some(start) => (syntax.subject(VerbGroup { start, ..syntax.verb_group(i) }, 0)?, start, true),
        None => (unlinked_subject(syntax, first, floor, filled.content.stop())?, first, false),
    };
    // "cleared the hall, and Moor left": an adjective takes a bare clause only after a linking verb
    if !linked && filled.frame == Frame::Clause {
        return None;
    }
    let content = filled.content;
    // "voters angry at the delay stayed away", "who had been wary of it left"
    let bounded = start == first || syntax.is(source.first(), Class::Relative);
    if bounded && !matches!(filled.frame, Frame::That | Frame::Clause | Frame::Wh) {
        let end = syntax.before_verb(content.first(), content.stop());
        filled.content = Run::new(content.first(), end);
    }
    let evidence = Evidence::of(Row::Adjective)
        .strength(filled.strength)
        .source(syntax.source_kind(source))
        .when(!linked, Factor::Unlinked);
    Some(
        Attribution::new(filled.content, Run::new(start, filled.cue_end), i, evidence)
            .listed(cue, filled.frame)
            .said_by(source),
    )
}

/// "is “confident” that": the adjective at `i`, with the marks around it if it is all that they
/// quote.
fn with_marks(syntax: &Syntax<'_>, i: usize, floor: usize) -> Run {
    let open = i.checked_sub(1).filter(|&open| open > floor && syntax.kind(open) == Some(Kind::Mark));
    let quotation = open.and_then(|open| syntax.text.quotations.starting_at(open));
    match quotation.filter(|q| q.closed && q.run.len() == 3) {
        Some(quotation) => quotation.run,
        None => Run::new(i, i + 1),
    }
}

/// "far more worried", "tired and angry": the start of the adjective's own adverbs and of
/// adjectives coordinated with it.
fn predicate_start(syntax: &Syntax<'_>, i: usize, floor: usize) -> usize {
    let mut k = i;
    while k > floor + 1 {
        let own = matches!(syntax.tag(k - 1), Tag::Adverb | Tag::Negation) || syntax.is(k - 1, Class::Degree);
        let coordinated = syntax.tag(k - 1) == Tag::Coordinator && syntax.tag(k - 2) == Tag::Adjective;
        k -= match (own, coordinated) {
            (true, _) => 1,
            (_, true) => 2,
            _ => break,
        };
    }
    k
}

/// "has been growing": the start of the verb group that links the words from `first` on to a
/// subject.
fn link(syntax: &Syntax<'_>, first: usize, floor: usize) -> Option<usize> {
    // "the club's unhappy owner": "'s" is no verb
    let link = first.checked_sub(1).filter(|&l| l >= floor && syntax.tag(l) != Tag::Possessive)?;
    if syntax.tag(link).is_verb() && syntax.lemma_is(link, Class::Linking) {
        return Some(syntax.verb_group(link).start);
    }
    // here an auxiliary is a group by itself
    syntax.is(link, Class::Be).then(|| syntax.verb_group(first).start.min(link))
}

/// "voters angry at the delay", "Moor, wary of the sea, left", "Moor left, wary of the sea", "Wary
/// of the sea, Moor left": the noun phrase described by an adjective without a verb; the
/// adjective's complement ends at `end`.
fn unlinked_subject(syntax: &Syntax<'_>, first: usize, floor: usize, end: usize) -> Option<Run> {
    let person = |source: &Run| syntax.source_kind(*source).likely_speaks();
    if first == floor {
        let stop = syntax.sentence(first).stop();
        let after = syntax.phrase_end(end + 1, stop).filter(|_| syntax.tag(end) == Tag::Comma)?;
        return Some(Run::new(end + 1, after)).filter(person);
    }
    let before = first - 1;
    let end = match syntax.tag(before) {
        Tag::Noun | Tag::Proper | Tag::Pronoun => first,
        Tag::Comma if (floor..before).any(|k| syntax.tag(k) == Tag::Finite) => {
            return syntax.shared_subject(before, floor, 0).filter(person);
        }
        Tag::Comma => before,
        _ => return None,
    };
    let start = syntax.phrase_start(end, floor)?;
    Some(Run::new(start, end)).filter(person)
}
