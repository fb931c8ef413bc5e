//! Statements and their parts.

use std::borrow::Cow;
use std::fmt;

use super::{Article, Evidence, Excerpt, Firing, Maybe, MaybeSpan, Sentence, Speaker};
use crate::attribution::Kind;
use crate::category::Outcome;
use crate::entity::Resolution;
use crate::lexicon::{AttributionType, Form, Lexicon, WordId};
use crate::span::Span;

/// The separator between the pieces of a content shown as one text.
const BETWEEN_PIECES: &str = " … ";

/// A statement, stored as spans.
#[derive(Clone)]
pub(super) struct StatementRow {
    /// The only piece of the content; of several, their range in the article's list of spans.
    pub content: Span,
    pub cue: MaybeSpan,
    pub source: MaybeSpan,
    pub confidence: f32,
    pub sentence: u32,
    pub speaker: Maybe,
    /// The first of its rules in the article's list.
    pub first_firing: u32,
    pub firings: u16,
    pub category: u16,
    /// The dictionary form of the head word of the cue.
    pub lemma: WordId,
    pub kind: Kind,
    pub attribution_type: AttributionType,
    pub form: Form,
    pub resolution: Resolution,
    pub several_pieces: bool,
}

/// An attributed statement: what is said, who says it, which words attribute it, and its category.
#[derive(Clone, Copy)]
pub struct Statement<'a, 't> {
    pub(super) article: &'a Article<'t>,
    /// Its place among the rows.
    pub(super) place: u32,
}

impl<'a, 't> Statement<'a, 't> {
    fn row(self) -> &'a StatementRow {
        &self.article.statements[self.place as usize]
    }

    /// The name of the category in the rule set: "commitment", "claim" or "caution" in the built-in
    /// one.
    pub fn category(self) -> &'a str {
        self.article.rules.category_name(usize::from(self.row().category))
    }

    /// Whether the content is quoted completely, partly or not at all.
    pub fn kind(self) -> Kind {
        self.row().kind
    }

    /// What the speaker does: says something, thinks it, knows or shows it, or means it to happen.
    ///
    /// ```
    /// use dictum::{AttributionType, Extractor};
    ///
    /// let article = Extractor::default().extract("The study found that the river was rising.");
    /// let statement = article.statements().next().unwrap();
    /// assert_eq!(statement.attribution_type(), AttributionType::Fact);
    /// ```
    pub fn attribution_type(self) -> AttributionType {
        self.row().attribution_type
    }

    /// What the content looks like: a quotation, a clause, an infinitive, a gerund, a noun phrase.
    ///
    /// ```
    /// use dictum::{Extractor, Form};
    ///
    /// let article = Extractor::default().extract("Arden refused to open the gate.");
    /// assert_eq!(article.statements().next().unwrap().form(), Form::Infinitive);
    /// ```
    pub fn form(self) -> Form {
        self.row().form
    }

    /// What is said, in one or more pieces.
    pub fn content(self) -> Content<'a, 't> {
        let row = self.row();
        let spans = if row.several_pieces {
            &self.article.spans[row.content.start()..row.content.end()]
        } else {
            std::slice::from_ref(&row.content)
        };
        Content { text: self.article.text, spans }
    }

    /// The words that attribute the content to its source ("has repeatedly said"), if any.
    pub fn cue(self) -> Option<Cue<'t>> {
        let row = self.row();
        let excerpt = Excerpt::of(self.article.text, row.cue.get()?);
        let lemma = Some(Lexicon::built_in().word(row.lemma)).filter(|word| !word.is_empty());
        Some(Cue { excerpt, lemma })
    }

    /// The words that name the speaker here ("the minister", "he"), if any.
    pub fn source(self) -> Option<Excerpt<'t>> {
        let row = self.row();
        row.source.get().map(|span| Excerpt::of(self.article.text, span))
    }

    /// The speaker to whom the source was resolved, if known.
    pub fn speaker(self) -> Option<Speaker<'a, 't>> {
        self.row().speaker.get().map(|index| Speaker { article: self.article, index: index as usize })
    }

    /// How the source was resolved to the speaker.
    pub fn resolution(self) -> Resolution {
        self.row().resolution
    }

    /// Why the statement is in its category.
    pub fn evidence(self) -> Evidence<'a, 't> {
        let deciding = self.firings().next().filter(|firing| firing.outcome() == Outcome::Decided);
        Evidence { firing: deciding }
    }

    /// All rules that fired: first the one that decided, if any, then the others in the order of
    /// the rule set, each with the reason why it did not decide. This includes rules to which an
    /// exception applies.
    ///
    /// ```
    /// use dictum::{Extractor, Outcome};
    ///
    /// let article = Extractor::default().extract("Arden warned that he would close the pier.");
    /// let statement = article.statements().next().unwrap();
    /// let fired: Vec<_> = statement.firings().map(|one| (one.category(), one.outcome())).collect();
    /// assert_eq!(fired[0], ("caution", Outcome::Decided));
    /// assert!(fired.contains(&("commitment", Outcome::LowerPriority)));
    /// ```
    pub fn firings(self) -> impl ExactSizeIterator<Item = Firing<'a, 't>> + DoubleEndedIterator {
        let (article, first) = (self.article, self.row().first_firing as usize);
        (first..first + usize::from(self.row().firings)).map(move |place| Firing { article, place })
    }

    /// The estimated probability, from 0 to 1, that this is a statement at all; the crate's
    /// documentation [shows](crate#confidence) how often statements of a confidence are right.
    pub fn confidence(self) -> f32 {
        self.row().confidence
    }

    /// The number of the statement in the article, from 0. A statement keeps its number when others
    /// are [dropped](Article::retain).
    pub fn index(self) -> usize {
        self.article.kept.as_ref().map_or(self.place, |kept| kept[self.place as usize]) as usize
    }

    /// The statement that contains this one: the innermost one whose content includes this one's
    /// cue.
    ///
    /// ```
    /// let text = "Ruiz said that the ministry had promised to pay.";
    /// let article = dictum::Extractor::default().extract(text);
    /// let [outer, inner] = article.statements().collect::<Vec<_>>()[..] else { panic!() };
    /// assert_eq!(inner.source().unwrap().text(), "the ministry");
    /// assert_eq!(inner.within().unwrap().source().unwrap().text(), "Ruiz");
    /// assert!(outer.within().is_none());
    /// ```
    ///
    /// Contained statements usually have a lower confidence than the statement around them; many
    /// are found only with a lower [`min_confidence`](crate::ExtractorBuilder::min_confidence).
    pub fn within(self) -> Option<Statement<'a, 't>> {
        self.article.statement(self.within_index()?)
    }

    /// The index of the statement that contains this one, even if that was
    /// [dropped](Article::retain).
    pub(crate) fn within_index(self) -> Option<usize> {
        let (within, index) = (&self.article.within, self.index());
        let at = within.binary_search_by_key(&index, |&(inner, _)| inner as usize).ok()?;
        Some(within[at].1 as usize)
    }

    /// The sentence in which the statement begins, including its cue and source.
    pub fn sentence(self) -> Sentence<'t> {
        self.article.sentence(self.row().sentence)
    }

    /// The sentences from the one in which the statement begins to the one in which it ends.
    ///
    /// ```
    /// let text = "It rained. “The pier is old. We will mend it,” Moor said. Nobody answered.";
    /// let article = dictum::Extractor::default().extract(text);
    /// let sentences = article.statement(0).unwrap().sentences().map(|sentence| sentence.index());
    /// assert_eq!(sentences.collect::<Vec<_>>(), [1, 2]);
    /// ```
    pub fn sentences(self) -> impl DoubleEndedIterator<Item = Sentence<'t>> {
        let end = self.parts().map(Span::end).max().unwrap_or(0);
        let first = self.row().sentence;
        let begun = self.article.sentences.partition_point(|span| span.start() < end) as u32;
        (first..begun.max(first + 1)).map(move |index| self.article.sentence(index))
    }

    /// The spans of its content, cue and source.
    pub(super) fn parts(self) -> impl Iterator<Item = Span> {
        let row = self.row();
        let own = [row.cue.get(), row.source.get()];
        self.content().spans().iter().copied().chain(own.into_iter().flatten())
    }
}

impl fmt::Debug for Statement<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Statement")
            .field("category", &self.category())
            .field("kind", &self.kind())
            .field("attribution_type", &self.attribution_type())
            .field("form", &self.form())
            .field("content", &self.content())
            .field("cue", &self.cue())
            .field("source", &self.source())
            .field("speaker", &self.speaker())
            .field("evidence", &self.evidence())
            .field("confidence", &self.confidence())
            .field("within", &self.within().map(Statement::index))
            .finish_non_exhaustive()
    }
}

/// The content of a statement: pieces of the text, in order and disjoint.
#[derive(Clone, Copy)]
pub struct Content<'a, 't> {
    text: &'t str,
    spans: &'a [Span],
}

impl<'a, 't> Content<'a, 't> {
    /// The pieces; there is at least one.
    pub fn pieces(self) -> impl ExactSizeIterator<Item = Excerpt<'t>> + DoubleEndedIterator {
        let text = self.text;
        self.spans.iter().map(move |&span| Excerpt::of(text, span))
    }

    /// The spans of the pieces.
    pub fn spans(self) -> &'a [Span] {
        self.spans
    }

    /// The pieces joined by " … ".
    pub fn text(self) -> Cow<'t, str> {
        match self.spans {
            [span] => Cow::Borrowed(span.of(self.text)),
            spans => {
                let length = spans.iter().map(|span| span.len() + BETWEEN_PIECES.len()).sum();
                let mut text = String::with_capacity(length);
                for span in spans {
                    text += if text.is_empty() { "" } else { BETWEEN_PIECES };
                    text += span.of(self.text);
                }
                Cow::Owned(text)
            }
        }
    }
}

impl fmt::Display for Content<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text())
    }
}

impl fmt::Debug for Content<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.pieces()).finish()
    }
}

/// The words that attribute a statement to its source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Cue<'t> {
    excerpt: Excerpt<'t>,
    lemma: Option<&'static str>,
}

impl<'t> Cue<'t> {
    /// The text of the cue, including auxiliaries, negation, adverbs and particles ("has not ruled
    /// out").
    pub fn text(self) -> &'t str {
        self.excerpt.text
    }

    /// Its span in the article's text.
    pub fn span(self) -> Span {
        self.excerpt.span
    }

    /// The dictionary form of the head word ("rule"); `None` for a colon or a word that is not in
    /// the lexicon.
    pub fn lemma(self) -> Option<&'static str> {
        self.lemma
    }
}

impl fmt::Display for Cue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.excerpt.fmt(f)
    }
}

impl fmt::Debug for Cue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}, lemma {:?}", self.excerpt, self.lemma)
    }
}
