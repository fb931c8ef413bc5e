//! The text as later passes see it: tokens, layout, sentences and quotations over the caller's
//! `&str`.

pub(crate) mod answers;
mod boundary;
mod dateline;
mod furniture;
pub(crate) mod layout;
mod line;
mod marker;
pub(crate) mod part;
pub(crate) mod quotation;
pub(crate) mod sentence;
#[cfg(test)]
mod tests;
pub(crate) mod token;
pub(crate) mod turn;

use crate::arena::{self, Arena, List};
use crate::lexicon::{Lexicon, WordId};
use crate::span::Span;
use answers::Answers;
use layout::Layout;
use part::{Part, parts};
pub(crate) use quotation::Quotation;
use quotation::Quotations;
use sentence::Sentences;
use token::{Lookup, Token};
use turn::Turns;

/// A half-open range of token indices.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub(crate) struct Run {
    pub start: u32,
    pub end: u32,
}

impl Run {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Run { start: start as u32, end: end as u32 }
    }

    pub fn indices(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn first(self) -> usize {
        self.start as usize
    }

    /// One past the last token.
    pub fn stop(self) -> usize {
        self.end as usize
    }

    pub fn has(self, token: usize) -> bool {
        self.indices().contains(&token)
    }

    pub fn overlaps(self, other: Run) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A text and the results of the text passes.
pub(crate) struct Text<'t> {
    pub source: &'t str,
    pub tokens: List<'t, Token>,
    pub layout: Layout<'t>,
    pub sentences: Sentences<'t>,
    pub quotations: Quotations<'t>,
    pub turns: Turns<'t>,
    pub answers: Answers<'t>,
    /// The memory for the results of later passes.
    pub arena: &'t Arena,
}

impl<'t> Text<'t> {
    /// Runs the text passes, in order.
    pub fn read(source: &'t str, lexicon: &Lexicon, arena: &'t Arena) -> Self {
        let tokens = token::tokenize(source, lexicon, Lookup::Every, arena);
        let layout = Layout::of(source, &tokens, lexicon, arena);
        let sentences = Sentences::of(source, &tokens, &layout, lexicon, arena);
        let quotations = Quotations::of(source, &tokens, &layout, arena);
        let turns = Turns::of(source, &tokens, &layout, lexicon, arena);
        let answers = if turns.list.is_empty() {
            Answers::of(source, &tokens, &layout, lexicon, arena)
        } else {
            Answers::none(arena)
        };
        Text { source, tokens: tokens.all, layout, sentences, quotations, turns, answers, arena }
    }

    /// The byte spans of the sentences; skips the passes that sentences do not depend on.
    pub fn sentences(source: &'t str, lexicon: &Lexicon) -> Vec<Span> {
        let mut spans = Vec::new();
        for Part { start, text } in parts(source) {
            arena::with(|arena| {
                let tokens = token::tokenize(text, lexicon, Lookup::OnDemand, arena);
                let layout = Layout::of(text, &tokens, lexicon, arena);
                let sentences = Sentences::of(text, &tokens, &layout, lexicon, arena);
                spans.extend(sentences.runs.iter().map(|&run| span(&tokens.all, run).after(start)));
            });
        }
        spans
    }

    /// Whether token `i` opens `block`, a heading, and the previous block ends with a closing
    /// quotation mark.
    pub fn is_below_quotation(&self, block: usize, i: usize) -> bool {
        let below = |b: &layout::Block| b.kind == layout::BlockKind::Heading && b.run.first() == i;
        self.layout.blocks.get(block).is_some_and(below)
            && i > 0
            && self.tokens[i - 1].kind == token::Kind::Mark
    }

    /// The source text of token `i`.
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens[i].span().of(self.source)
    }

    /// The byte span from the first to the last token of `run`.
    pub fn span(&self, run: Run) -> Span {
        span(&self.tokens, run)
    }

    /// The source text of `run`.
    pub fn slice(&self, run: Run) -> &'t str {
        self.span(run).of(self.source)
    }

    /// The tokens that overlap `span`.
    #[cfg(test)]
    pub fn run(&self, span: Span) -> Run {
        let start = self.tokens.partition_point(|t| t.span().end() <= span.start());
        let end = self.tokens.partition_point(|t| t.span().start() < span.end());
        Run::new(start, end.max(start))
    }

    pub fn id(&self, i: usize) -> WordId {
        self.tokens[i].word
    }
}

/// The byte span from the first to the last token of `run`.
fn span(tokens: &[Token], run: Run) -> Span {
    if run.is_empty() {
        return Span::default();
    }
    Span::new(tokens[run.first()].span().start(), tokens[run.stop() - 1].span().end())
}
