//! The text as the later passes see it: tokens, layout, sentences and quotations over the caller's `&str`.

mod boundary;
mod dateline;
mod furniture;
pub(crate) mod layout;
mod line;
mod marker;
pub(crate) mod quotation;
pub(crate) mod sentence;
#[cfg(test)]
mod tests;
pub(crate) mod token;

use std::cell::Cell;

use crate::lexicon::{Lexicon, WordId};
use crate::span::Span;
use layout::Layout;
use quotation::Quotations;
use sentence::Sentences;
use token::{Lookup, Token, Tokens};

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

/// One text and what the text passes found in it.
pub(crate) struct Text<'t> {
    pub source: &'t str,
    pub tokens: Vec<Token>,
    pub layout: Layout,
    pub sentences: Sentences,
    pub quotations: Quotations,
}

impl<'t> Text<'t> {
    /// Runs the text passes in their order.
    pub fn read(source: &'t str, lexicon: &Lexicon) -> Self {
        let mut tokens = SPARE.take();
        token::tokenize(source, lexicon, Lookup::Every, &mut tokens);
        let layout = Layout::of(source, &tokens, lexicon);
        let sentences = Sentences::of(source, &tokens, &layout, lexicon);
        let quotations = Quotations::of(source, &tokens, &layout);
        let all = std::mem::take(&mut tokens.all);
        SPARE.set(tokens);
        Text { source, tokens: all, layout, sentences, quotations }
    }

    /// The byte spans of the sentences, without the passes that these need not.
    pub fn sentences(source: &'t str, lexicon: &Lexicon) -> Vec<Span> {
        let mut tokens = SPARE.take();
        token::tokenize(source, lexicon, Lookup::OnDemand, &mut tokens);
        let layout = Layout::of(source, &tokens, lexicon);
        let sentences = Sentences::of(source, &tokens, &layout, lexicon);
        let spans = sentences.runs.iter().map(|&run| span(&tokens.all, run)).collect();
        keep(tokens);
        spans
    }

    /// The text under token `i`.
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens[i].span().of(self.source)
    }

    /// The byte span from the first to the last token of `run`.
    pub fn span(&self, run: Run) -> Span {
        span(&self.tokens, run)
    }

    /// The text under `run`.
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

/// A thread keeps room for no more tokens than this, about those of 5 MB of text.
const MOST_KEPT: usize = 1 << 20;

thread_local! {
    /// Room for the tokens of the next text: fresh memory for each text costs more than what is written there.
    static SPARE: Cell<Tokens> = Cell::default();
}

/// Keeps the room of `tokens` for the next text.
fn keep(tokens: Tokens) {
    if tokens.all.capacity() <= MOST_KEPT {
        SPARE.set(tokens);
    }
}

impl Drop for Text<'_> {
    fn drop(&mut self) {
        keep(Tokens { all: std::mem::take(&mut self.tokens), ..SPARE.take() });
    }
}
