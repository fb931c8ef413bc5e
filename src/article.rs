//! Contract: an article is the result of an extraction, as views over the caller's text. Spans lie
//! on `char` boundaries; the pieces of a statement are in order and disjoint; statements are in the
//! order of their first word.
//!
//! An article has no tokens. Its rows are small, because a text may consist of nothing but short
//! statements: what most rows have is in them, and what few have is in separate lists.

mod build;
mod firing;
mod join;
mod quotation;
mod speaker;
mod statement;

use std::fmt;
use std::sync::Arc;

use crate::rules::RuleSet;
use crate::span::Span;

use firing::FiringRow;
pub use firing::{Evidence, Firing};
pub use quotation::Quotation;
use quotation::QuotationRow;
pub use speaker::Speaker;
use speaker::SpeakerRow;
use statement::StatementRow;
pub use statement::{Content, Cue, Statement};

/// The sentences, statements and speakers of a text, returned by
/// [`Extractor::extract`](crate::Extractor::extract).
///
/// An article borrows only the text, so it may outlive its extractor.
///
/// ```
/// let text = "The mayor said the bridge was safe. Nobody answered.";
/// let article = dictum::Extractor::default().extract(text);
/// assert_eq!(article.text(), text);
/// assert_eq!(article.sentences().count(), 2);
/// ```
#[derive(Clone)]
pub struct Article<'t> {
    text: &'t str,
    rules: Arc<RuleSet>,
    sentences: Vec<Span>,
    statements: Vec<StatementRow>,
    /// The indices of the statements, if some were dropped.
    kept: Option<Vec<u32>>,
    /// The indices of statements that are in the content of another one, each with the index of
    /// that one.
    within: Vec<(u32, u32)>,
    speakers: Vec<SpeakerRow>,
    quotations: Vec<QuotationRow>,
    /// The contents of several pieces, and what [`SpeakerRow`] refers to.
    spans: Vec<Span>,
    firings: Vec<FiringRow>,
    /// The words matched by rules, in the order of `firings`.
    matched: Vec<Span>,
}

/// A number that may be missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Maybe(u32);

impl Maybe {
    fn of(number: Option<u32>) -> Self {
        Maybe(number.unwrap_or(u32::MAX))
    }

    fn get(self) -> Option<u32> {
        (self.0 != u32::MAX).then_some(self.0)
    }
}

/// A span that may be missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct MaybeSpan(Span);

impl MaybeSpan {
    /// No text is long enough to have it.
    fn missing() -> Span {
        Span::new(u32::MAX as usize, u32::MAX as usize)
    }

    fn of(span: Option<Span>) -> Self {
        MaybeSpan(span.unwrap_or_else(Self::missing))
    }

    fn get(self) -> Option<Span> {
        (self.0 != Self::missing()).then_some(self.0)
    }
}

impl<'t> Article<'t> {
    /// The article's text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The sentences, in order and disjoint, with only white space between them.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Sentence<'t>> + DoubleEndedIterator {
        Sentence::all(self.text, self.sentences.iter().copied())
    }

    /// The statements, in the order of their first word.
    pub fn statements(&self) -> impl ExactSizeIterator<Item = Statement<'_, 't>> + DoubleEndedIterator {
        (0..self.statements.len()).map(|place| self.statement_in(place))
    }

    /// The statement in this row.
    fn statement_in(&self, place: usize) -> Statement<'_, 't> {
        Statement { article: self, place: place as u32 }
    }

    /// The statement with this [index](Statement::index).
    ///
    /// ```
    /// let article = dictum::Extractor::default().extract("Moor said the pier was safe.");
    /// assert_eq!(article.statement(0).unwrap().cue().unwrap().text(), "said");
    /// assert!(article.statement(1).is_none());
    /// ```
    pub fn statement(&self, index: usize) -> Option<Statement<'_, 't>> {
        let place = match &self.kept {
            Some(kept) => kept.binary_search(&u32::try_from(index).ok()?).ok()?,
            None => Some(index).filter(|&index| index < self.statements.len())?,
        };
        Some(self.statement_in(place))
    }

    /// Keeps the statements for which `keep` returns true; they keep their index.
    ///
    /// ```
    /// let text = "Moor said the pier was safe. Arden warned that it could collapse.";
    /// let mut article = dictum::Extractor::default().extract(text);
    /// article.retain(|statement| statement.category() == "caution");
    /// assert_eq!(article.statements().map(|statement| statement.index()).collect::<Vec<_>>(), [1]);
    /// ```
    pub fn retain(&mut self, mut keep: impl FnMut(Statement<'_, 't>) -> bool) {
        let wanted: Vec<_> = self.statements().map(&mut keep).collect();
        if wanted.iter().all(|&wanted| wanted) {
            return;
        }
        let mut kept = self.kept.take().unwrap_or_else(|| (0..self.statements.len() as u32).collect());
        let (mut of_row, mut of_index) = (wanted.iter(), wanted.iter());
        self.statements.retain(|_| of_row.next().is_some_and(|&wanted| wanted));
        kept.retain(|_| of_index.next().is_some_and(|&wanted| wanted));
        self.kept = Some(kept);
    }

    /// The statements that have words at this byte offset, in their content, cue or source: outer
    /// statements before the ones that they contain.
    ///
    /// ```
    /// let text = "Moor said the pier was safe. It rained.";
    /// let article = dictum::Extractor::default().extract(text);
    /// let at = |word| article.statements_at(text.find(word).unwrap()).count();
    /// assert_eq!((at("pier"), at("rained")), (1, 0));
    /// ```
    pub fn statements_at(&self, offset: usize) -> impl Iterator<Item = Statement<'_, 't>> {
        self.statements_with(offset, offset.saturating_add(1))
    }

    /// The statements that have words in this span, such as that of a sentence.
    ///
    /// ```
    /// let text = "“The pier is old,” Moor said. “We will mend it.” It rained.";
    /// let article = dictum::Extractor::default().extract(text);
    /// let counts: Vec<_> =
    ///     article.sentences().map(|sentence| article.statements_in(sentence.span()).count()).collect();
    /// assert_eq!(counts, [1, 1, 0]);
    /// ```
    pub fn statements_in(&self, span: Span) -> impl Iterator<Item = Statement<'_, 't>> {
        self.statements_with(span.start(), span.end())
    }

    /// The statements with words in these bytes.
    fn statements_with(&self, start: usize, end: usize) -> impl Iterator<Item = Statement<'_, 't>> {
        // the sentences in which statements begin are in order
        let begun =
            self.statements.partition_point(|row| self.sentences[row.sentence as usize].start() < end);
        let begun = (0..begun).map(|place| self.statement_in(place));
        begun.filter(move |found| found.parts().any(|part| part.start() < end && start < part.end()))
    }

    /// The sentence that has this byte offset; `None` between sentences and after the last one.
    ///
    /// ```
    /// let article = dictum::Extractor::default().extract("It rained. Nobody came.");
    /// assert_eq!(article.sentence_at(12).unwrap().text(), "Nobody came.");
    /// assert!(article.sentence_at(100).is_none());
    /// ```
    pub fn sentence_at(&self, offset: usize) -> Option<Sentence<'t>> {
        let index = self.sentences.partition_point(|span| span.end() <= offset);
        let span = *self.sentences.get(index).filter(|span| span.start() <= offset)?;
        Some(Sentence { text: self.text, span, index })
    }

    /// The pieces of text in quotation marks, in the order of their opening marks, whether they
    /// belong to a statement or not.
    ///
    /// ```
    /// let text = "“It is safe,” said Moor. The “raft” sank.";
    /// let article = dictum::Extractor::default().extract(text);
    /// let unattributed: Vec<_> =
    ///     article.quotations().filter(|quotation| quotation.statement().is_none()).collect();
    /// assert_eq!(article.quotations().len(), 2);
    /// assert_eq!(unattributed[0].text(), "“raft”");
    /// ```
    pub fn quotations(&self) -> impl ExactSizeIterator<Item = Quotation<'_, 't>> + DoubleEndedIterator {
        self.quotations.iter().map(|row| Quotation { article: self, row })
    }

    /// The speakers, in the order of their first mention.
    pub fn speakers(&self) -> impl ExactSizeIterator<Item = Speaker<'_, 't>> + DoubleEndedIterator {
        (0..self.speakers.len()).map(|index| Speaker { article: self, index })
    }

    fn sentence(&self, index: u32) -> Sentence<'t> {
        let index = index as usize;
        Sentence { text: self.text, span: self.sentences[index], index }
    }
}

impl fmt::Debug for Article<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Article")
            .field("sentences", &self.sentences)
            .field("statements", &self.statements().collect::<Vec<_>>())
            .field("speakers", &self.speakers().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// A piece of the text with its span.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Excerpt<'t> {
    text: &'t str,
    span: Span,
}

impl<'t> Excerpt<'t> {
    pub(crate) fn of(text: &'t str, span: Span) -> Self {
        Excerpt { text: span.of(text), span }
    }

    /// The text of the excerpt.
    pub fn text(self) -> &'t str {
        self.text
    }

    /// Its span in the article's text.
    pub fn span(self) -> Span {
        self.span
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}

impl fmt::Debug for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.text, self.span)
    }
}

/// A sentence of an article.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'t> {
    text: &'t str,
    span: Span,
    index: usize,
}

impl<'t> Sentence<'t> {
    /// The sentences of `text` with these spans.
    pub(crate) fn all<I: ExactSizeIterator<Item = Span> + DoubleEndedIterator>(
        text: &'t str,
        spans: I,
    ) -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + use<'t, I> {
        spans.enumerate().map(move |(index, span)| Sentence { text, span, index })
    }

    /// The index of the sentence in the article, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// Its span in the article's text.
    pub fn span(self) -> Span {
        self.span
    }

    /// The text of the sentence.
    pub fn text(self) -> &'t str {
        self.span.of(self.text)
    }
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

impl fmt::Debug for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?} at {:?}", self.index, self.text(), self.span)
    }
}
