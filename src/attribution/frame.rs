//! Which frame of a cue is filled by the words from a given token on, and where the content ends:
//! "said, “it is late”", and for the rest [`clause`] and [`phrase`].

mod clause;
mod phrase;

use crate::attribution::naming::names_document;
use crate::attribution::quoted_content::{is_full_quotation, quotation_from};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;
use clause::fill_clause;
pub(super) use clause::{distant_that, is_of_noun};
use phrase::fill_phrase;

/// A frame filled by the words after a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filled {
    pub frame: Frame,
    /// How strongly the cue takes the frame, from 1 to 3.
    pub strength: u8,
    pub content: Run,
    /// The end of what belongs to the cue alone: a colon before a quotation belongs to it.
    pub cue_end: usize,
}

/// The frame filled by the words from `i`; the cue and what belongs to it end at `cue_end`.
pub(super) fn fill_at(
    syntax: &Syntax<'_>,
    cue: &Cue,
    i: usize,
    cue_end: usize,
    stop: usize,
) -> Option<Filled> {
    if let Some(found) = fill_quotation(syntax, cue, i, cue_end, stop) {
        return Some(found);
    }
    if i >= stop || syntax.tag(i) == Tag::Comma {
        return None;
    }
    let (frame, start, end) =
        fill_clause(syntax, cue, i, stop).or_else(|| fill_phrase(syntax, cue, i, stop))?;
    let strength = cue.strength(frame);
    // the preposition after a noun or adjective belongs to the cue: "opposition to", "critical of"
    let cue_end = if start > i && i == cue_end { start } else { cue_end };
    (strength > 0 && start < end).then(|| Filled { frame, strength, content: Run::new(start, end), cue_end })
}

/// A quotation, optionally after a comma or colon, also at the start of the next paragraph.
fn fill_quotation(syntax: &Syntax<'_>, cue: &Cue, i: usize, cue_end: usize, stop: usize) -> Option<Filled> {
    let strength = cue.strength(Frame::Quote);
    if strength == 0 {
        return None;
    }
    let colon = syntax.kind(i) == Some(Kind::Colon);
    let j = if matches!(syntax.kind(i), Some(Kind::Comma | Kind::Colon | Kind::Dash)) { i + 1 } else { i };
    // after adjuncts, the quotation is in the same sentence
    let reached = colon || i == cue_end || i < stop;
    if !colon && syntax.kind(j) != Some(Kind::Mark) || !reached || i < j && names_document(syntax, j) {
        return None;
    }
    let cue_end = if colon && i == cue_end { i + 1 } else { cue_end };
    let filled = |content| Some(Filled { frame: Frame::Quote, strength, content, cue_end });
    let introduced = i < j
        || i == cue_end
        || !matches!(syntax.tag(i - 1), Tag::Possessive | Tag::Preposition | Tag::Determiner);
    if syntax.opens_quotation(j) && introduced && is_full_quotation(syntax, j, i < j) {
        // "chanted “out, out, out” throughout the match": what takes nothing but a quotation
        let whole = syntax.text.quotations.starting_at(j).filter(|q| {
            let (clause, after) = (cue.strength(Frame::Clause) + cue.strength(Frame::To), q.run.stop());
            let adjunct = matches!(syntax.tag(after), Tag::Preposition | Tag::Subordinator)
                || syntax.is(after, Class::AdverbialWh);
            clause == 0 && adjunct && !syntax.is_one_of(after, words!["of"])
        });
        if let Some(quotation) = whole {
            return filled(quotation.run);
        }
        return filled(quotation_from(syntax, j, stop)?);
    }
    (colon && strength == 3 && i + 1 < syntax.trim(i + 1, stop))
        .then(|| filled(Run::new(i + 1, syntax.trim(i + 1, stop))))?
}
