//! Factors from the position of a candidate and the length of its content, independent of its
//! shape.

use super::Attribution;
use super::score::{Factor, Row};
use crate::lexicon::{Class, Frame};
use crate::syntax::Syntax;
use crate::text::Run;
use crate::text::token::{Kind, Token};

/// A quotation shorter than this, marks included, may be a scare quote.
const OWN_WORDS: usize = 5;

/// Whether a candidate may have the confidence `needed` in its context, in which only words of the
/// speaker's own raise it. One of five candidates may not, and nothing else is asked about them.
pub(super) fn may_reach(candidate: &Attribution, needed: f32) -> bool {
    candidate.confidence >= needed || candidate.evidence.with(Factor::OwnWords).confidence() >= needed
}

/// Adds the factors that apply to a candidate in its context.
pub(super) fn in_context(syntax: &Syntax<'_>, candidate: &mut Attribution) {
    let turn = candidate.evidence.is_of(Row::Turn);
    let quoted = !turn && candidate.cue.is_some_and(|cue| syntax.quoted(cue.first()));
    let mut evidence = candidate.evidence.when(quoted, Factor::InQuotation);
    if let Some(factor) = shortness(syntax, candidate) {
        evidence = evidence.with(factor);
    }
    if !quoted && has_own_words(syntax, candidate) {
        evidence = evidence.with(Factor::OwnWords);
    }
    if evidence != candidate.evidence {
        candidate.evidence = evidence;
        candidate.confidence = evidence.confidence();
    }
}

/// "discussed fraternity", "supports us": one bare word after a cue names a thing more often than
/// it states something.
fn shortness(syntax: &Syntax<'_>, candidate: &Attribution) -> Option<Factor> {
    let ([run], Some(cue)) = (&candidate.content[..], candidate.cue) else { return None };
    // "praise for Moor": what a noun of saying governs is rarely a mere thing
    let governed = candidate.evidence.is_of(Row::Noun) && candidate.frame != Some(Frame::To);
    if candidate.evidence.is_of(Row::Turn) || governed {
        return None;
    }
    if candidate.frame.is_some_and(Frame::is_clausal) || run.start < cue.start {
        return None;
    }
    let tokens = &syntax.text.tokens[run.indices()];
    let factor = match tokens.iter().filter(|token| token.is_word()).take(3).count() {
        1 => Factor::OneWord,
        2 => Factor::TwoWords,
        _ => return None,
    };
    // "admitted fraud"
    let whole = |token: &Token| token.kind == Kind::Mark || token.classes.has(Class::Offence);
    (!tokens.iter().any(whole)).then_some(factor)
}

/// "took credit for “being right all along”", "saw the “rotten” pier as a danger": whether part of
/// the content is quoted.
fn has_own_words(syntax: &Syntax<'_>, candidate: &Attribution) -> bool {
    let is_title = |q: Run| {
        let (mut capitals, mut words) = (0, 0);
        for token in syntax.text.tokens[q.indices()].iter().filter(|token| token.is_word()) {
            words += 1;
            capitals += usize::from(token.is_capital());
        }
        2 * capitals > words
    };
    let quotations = &syntax.text.quotations;
    let quotes = |run: &Run| {
        quotations.starting_in(*run).any(|q| {
            q.run.stop() <= run.stop()
                && !is_title(q.run)
                && (q.run.len() >= OWN_WORDS || q.run.len() < run.len())
        })
    };
    candidate.content.iter().any(quotes)
}
