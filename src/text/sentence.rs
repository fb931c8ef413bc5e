//! Contract: every token belongs to exactly one sentence; sentences are in order and never cross a
//! block.
//!
//! One scan over the marks of each block. For a mark that may end a sentence, [`Boundary`] examines
//! only the marks and words around it, so an unbalanced quotation mark cannot affect the sentences
//! after it.

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

    /// The index of the sentence that contains `token`.
    pub fn at(&self, token: usize) -> usize {
        self.runs.partition_point(|run| run.stop() <= token)
    }
}

/// Cuts one block. A dateline is a sentence of its own. Drops the `marks` that it passes.
fn cut(
    source: &str,
    tokens: &[Token],
    marks: &mut &[u32],
    block: &Block,
    lexicon: &Lexicon,
    runs: &mut List<'_, Run>,
) {
    let tokens = &tokens[..block.run.stop()];
    let mut start = block.run.first();
    let body = start + block.dateline as usize;
    if body > start && body < tokens.len() {
        runs.push(Run::new(start, body));
        start = body;
    }
    let (list, at) = match Marker::read(source, tokens, start) {
        Some((marker, next)) if marker.begins_list() => (Some(marker), next),
        _ => (None, start),
    };
    let boundary = Boundary { source, tokens, lexicon };
    Scan { boundary, start, at, list, quoted: false, has_word: false }.run(marks, runs);
}

/// A scan over the marks of one block.
struct Scan<'a> {
    boundary: Boundary<'a>,
    /// The first token of the current sentence.
    start: usize,
    at: usize,
    /// The marker of the current list item.
    list: Option<Marker>,
    /// Inside straight double quotation marks, as far as this block shows.
    quoted: bool,
    /// The current sentence contains a word; punctuation alone is no sentence.
    has_word: bool,
}

impl Scan<'_> {
    fn run(mut self, marks: &mut &[u32], runs: &mut List<'_, Run>) {
        let (source, tokens) = (self.boundary.source, self.boundary.tokens);
        while self.at < tokens.len() {
            if self.list.is_none() {
                // most tokens do not affect boundaries
                let next = next_mark(marks, self.at).min(tokens.len());
                self.has_word = self.has_word || tokens[self.at..next].iter().any(|t| t.is_word());
                self.at = next;
            }
            let Some(&token) = tokens.get(self.at) else { break };
            if let Some((next, after)) = self.next_item(token) {
                runs.push(Run::new(self.start, self.at));
                (self.start, self.at, self.list, self.has_word) = (self.at, after, Some(next), true);
                continue;
            }
            if !self.may_end(token) {
                continue;
            }
            let end = self.boundary.close(self.at, &mut self.quoted);
            let ends = self.has_word && end < tokens.len() && self.boundary.ends(self.start, self.at, end);
            self.at = end;
            if ends {
                self.has_word = false;
                runs.push(Run::new(self.start, end));
                self.start = end;
                if let Some(marker) = self.list
                    && let Some((next, after)) = Marker::read(source, tokens, end)
                    && marker.is_like(next)
                {
                    (self.at, self.list) = (after, Some(next));
                }
            }
        }
        if self.start < tokens.len() {
            runs.push(Run::new(self.start, tokens.len()));
        }
    }

    /// The marker of the next list item if it starts with `token`, and the first token after it.
    fn next_item(&self, token: Token) -> Option<(Marker, usize)> {
        let marker = self.list?;
        let may_start = self.at > self.start
            && token.gap >= Gap::Space
            && matches!(token.kind, Kind::Number | Kind::Word | Kind::Bullet | Kind::Open);
        if !may_start {
            return None;
        }
        Marker::read(self.boundary.source, self.boundary.tokens, self.at)
            .filter(|&(next, after)| marker.precedes(next) && !self.boundary.is_lower(after))
    }

    /// Whether a sentence may end with `token`. If not, moves past it.
    fn may_end(&mut self, token: Token) -> bool {
        match token.kind {
            Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis => return true,
            Kind::Word if token.is_dotted() => {
                self.has_word = true;
                return true;
            }
            Kind::Mark => {
                self.quoted ^= self.boundary.is_straight(self.at);
                self.at += 1;
            }
            Kind::Colon => {
                self.at += 1;
                let (source, tokens) = (self.boundary.source, self.boundary.tokens);
                if let Some((marker, next)) = Marker::read(source, tokens, self.at)
                    && marker.begins_list()
                {
                    (self.list, self.at) = (Some(marker), next);
                }
            }
            _ => {
                self.has_word |= token.is_word();
                self.at += 1;
            }
        }
        false
    }
}

/// The first of `marks` at or after token `at`; drops the earlier ones.
fn next_mark(marks: &mut &[u32], at: usize) -> usize {
    while let Some((&mark, after)) = marks.split_first() {
        if mark as usize >= at {
            return mark as usize;
        }
        *marks = after;
    }
    usize::MAX
}
