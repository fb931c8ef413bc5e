//! Contract: every token belongs to exactly one sentence; sentences are in order and never cross a block.
//!
//! One scan over the marks of each block. Where a mark may end a sentence, [`Boundary`] looks at the marks and words
//! around it and at nothing further, so an unbalanced quotation mark cannot swallow what follows it.

use super::Run;
use super::boundary::Boundary;
use super::layout::{Block, Layout};
use super::marker::Marker;
use super::token::{Gap, Kind, Token, Tokens};
use crate::arena::{Arena, List};
use crate::lexicon::Lexicon;

/// The sentences of a text, as runs of tokens in order.
#[derive(Debug)]
pub(crate) struct Sentences<'t> {
    pub runs: List<'t, Run>,
}

impl<'t> Sentences<'t> {
    pub fn of(
        source: &str,
        tokens: &Tokens<'_>,
        layout: &Layout<'_>,
        lexicon: &Lexicon,
        arena: &'t Arena,
    ) -> Self {
        let mut runs = List::with_capacity_in(tokens.all.len() / 16 + layout.blocks.len(), arena);
        let mut marks = &tokens.marks[..];
        for block in &layout.blocks {
            cut(source, &tokens.all, &mut marks, block, lexicon, &mut runs);
        }
        Sentences { runs }
    }

    /// The index of the sentence that holds `token`.
    pub fn at(&self, token: usize) -> usize {
        self.runs.partition_point(|run| run.stop() <= token)
    }
}

/// Cuts one block. A dateline is a sentence of its own. Drops the `marks` that were passed.
fn cut(
    source: &str,
    tokens: &[Token],
    marks: &mut &[u32],
    block: &Block,
    lexicon: &Lexicon,
    runs: &mut List<'_, Run>,
) {
    let tokens = &tokens[..block.run.stop()];
    let boundary = Boundary { source, tokens, lexicon };
    let mut start = block.run.first();
    let body = start + block.dateline as usize;
    if body > start && body < tokens.len() {
        runs.push(Run::new(start, body));
        start = body;
    }
    // the marker of the list item that the scan is in
    let (mut list, mut at) = match Marker::read(source, tokens, start) {
        Some((marker, next)) if marker.begins_list() => (Some(marker), next),
        _ => (None, start),
    };
    // inside straight double marks, as far as this block tells
    let mut quoted = false;
    // the sentence holds a word; marks alone are none
    let mut worded = false;
    while at < tokens.len() {
        if list.is_none() {
            // most tokens decide nothing
            let next = next_mark(marks, at).min(tokens.len());
            worded = worded || tokens[at..next].iter().any(|t| t.is_word());
            at = next;
        }
        let Some(&token) = tokens.get(at) else { break };
        if let Some(marker) = list
            && at > start
            && token.gap >= Gap::Space
            && matches!(token.kind, Kind::Number | Kind::Word | Kind::Bullet | Kind::Open)
            && let Some((next, after)) = Marker::read(source, tokens, at)
            && marker.precedes(next)
            && !boundary.is_lower(after)
        {
            runs.push(Run::new(start, at));
            (start, at, list, worded) = (at, after, Some(next), true);
            continue;
        }
        match token.kind {
            Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis => {}
            Kind::Word if token.is_dotted() => worded = true,
            Kind::Mark => {
                quoted ^= boundary.is_straight(at);
                at += 1;
                continue;
            }
            Kind::Colon => {
                at += 1;
                if let Some((marker, next)) = Marker::read(source, tokens, at)
                    && marker.begins_list()
                {
                    (list, at) = (Some(marker), next);
                }
                continue;
            }
            _ => {
                worded |= token.is_word();
                at += 1;
                continue;
            }
        }
        let end = boundary.close(at, &mut quoted);
        let ends = worded && end < tokens.len() && boundary.ends(start, at, end);
        at = end;
        if ends {
            worded = false;
            runs.push(Run::new(start, end));
            start = end;
            if let Some(marker) = list
                && let Some((next, after)) = Marker::read(source, tokens, at)
                && marker.is_like(next)
            {
                (at, list) = (after, Some(next));
            }
        }
    }
    if start < tokens.len() {
        runs.push(Run::new(start, tokens.len()));
    }
}

/// The first of `marks` at `at` or behind it; drops those before it.
fn next_mark(marks: &mut &[u32], at: usize) -> usize {
    while let Some((&mark, after)) = marks.split_first() {
        if mark as usize >= at {
            return mark as usize;
        }
        *marks = after;
    }
    usize::MAX
}
