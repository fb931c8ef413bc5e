//! A statement and its parts, as a caller sees them.

use std::borrow::Cow;
use std::fmt;

use super::{Article, Evidence, Excerpt, Firing, Sentence, Spans, Speaker};
use crate::attribution::Kind;
use crate::category::Outcome;
use crate::lexicon::{AttributionType, Form};
use crate::span::Span;
use crate::speaker::Resolution;

/// What stands between the pieces of a statement when they are shown as one text.
const BETWEEN_PIECES: &str = " … ";

/// A statement, in spans.
#[derive(Clone)]
pub(super) struct StatementRow {
    /// How many statements stand before it.
    pub index: u32,
    /// The statement that holds it.
    pub within: Option<u32>,
    pub kind: Kind,
    pub attribution_type: AttributionType,
    pub form: Form,
    pub category: u32,
    pub confidence: f32,
    pub sentence: u32,
    pub content: Spans,
    pub cue: Option<Span>,
    pub lemma: Option<&'static str>,
    pub source: Option<Span>,
    pub speaker: Option<u32>,
    pub resolution: Resolution,
    pub firings: Spans,
}

/// One attributed statement: what is said, by whom, in which words, and of which category.
#[derive(Clone, Copy)]
pub struct Statement<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) row: &'a StatementRow,
}

impl<'a, 't> Statement<'a, 't> {
    /// The name of the category in the rule set: "commitment", "claim" or "caution" in the built-in one.
    pub fn category(self) -> &'a str {
        self.article.rules.category_name(self.row.category as usize)
    }

    /// Whether the words are quoted, wholly or in part.
    pub fn kind(self) -> Kind {
        self.row.kind
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
        self.row.attribution_type
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
        self.row.form
    }

    /// What is said, in one piece or more.
    pub fn content(self) -> Content<'a, 't> {
        Content { text: self.article.text, spans: self.article.spans(&self.row.content) }
    }

    /// The words that attribute ("has repeatedly said"), where there are any.
    pub fn cue(self) -> Option<Cue<'t>> {
        let excerpt = Excerpt::of(self.article.text, self.row.cue?);
        Some(Cue { excerpt, lemma: self.row.lemma })
    }

    /// The words that name the speaker here ("the minister", "he"), where there are any.
    pub fn source(self) -> Option<Excerpt<'t>> {
        self.row.source.map(|span| Excerpt::of(self.article.text, span))
    }

    /// Who is meant, where that is known.
    pub fn speaker(self) -> Option<Speaker<'a, 't>> {
        self.row.speaker.map(|index| Speaker { article: self.article, index: index as usize })
    }

    /// How the speaker was found from the source.
    pub fn resolution(self) -> Resolution {
        self.row.resolution
    }

    /// Why the statement is in its category.
    pub fn evidence(self) -> Evidence<'a, 't> {
        let deciding = self.firings().next().filter(|firing| firing.outcome() == Outcome::Decided);
        Evidence { firing: deciding }
    }

    /// Every rule that fired: first the one that decided, if one did, then the others in the rule set's order, each with why
    /// it lost. Rules that one of their exceptions held back are among them.
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
        let article = self.article;
        let range = self.row.firings.start as usize..self.row.firings.end as usize;
        article.firings[range].iter().map(move |fired| Firing { article, fired })
    }

    /// From 0 to 1: how sure it is that somebody states something here at all.
    pub fn confidence(self) -> f32 {
        self.row.confidence
    }

    /// How many statements of the article stand before it.
    pub fn index(self) -> usize {
        self.row.index as usize
    }

    /// The statement that holds this one, when this one is part of what somebody says: the innermost whose content has
    /// this one's cue in it.
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
    /// Most of these are less sure than the statement that holds them, and many are found only with a lower
    /// [`min_confidence`](crate::ExtractorBuilder::min_confidence).
    pub fn within(self) -> Option<Statement<'a, 't>> {
        self.article.statement(self.row.within? as usize)
    }

    /// The sentence in which the statement begins, its cue and source included.
    pub fn sentence(self) -> Sentence<'t> {
        self.article.sentence(self.row.sentence)
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

/// What is said: pieces of the text, in order and disjoint.
#[derive(Clone, Copy)]
pub struct Content<'a, 't> {
    text: &'t str,
    spans: &'a [Span],
}

impl<'a, 't> Content<'a, 't> {
    /// The pieces; never none.
    pub fn pieces(self) -> impl ExactSizeIterator<Item = Excerpt<'t>> + DoubleEndedIterator {
        let text = self.text;
        self.spans.iter().map(move |&span| Excerpt::of(text, span))
    }

    /// Where the pieces lie.
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

/// The words that attribute a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Cue<'t> {
    excerpt: Excerpt<'t>,
    lemma: Option<&'static str>,
}

impl<'t> Cue<'t> {
    /// The words, with auxiliaries, negation, adverbs and particles ("has not ruled out").
    pub fn text(self) -> &'t str {
        self.excerpt.text
    }

    /// Where they lie in the article.
    pub fn span(self) -> Span {
        self.excerpt.span
    }

    /// The dictionary form of the word that carries the meaning ("rule"); none for a colon or a word unknown to the lexicon.
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
