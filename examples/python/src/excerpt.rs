//! Pieces of a text with their spans, as plain values.

use dictum::Span;
use pyo3::prelude::*;

use crate::found::View;

/// A piece of the text with its span.
#[pyclass(frozen, eq, hash, get_all, module = "dictum_news")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Excerpt {
    /// The words.
    text: String,
    /// Start and end, exclusive: `article.text[start:end]` is the text.
    span: (usize, usize),
}

impl Excerpt {
    pub fn of(view: &View<'_>, span: Span) -> Self {
        Excerpt { text: span.of(view.article.text()).to_owned(), span: view.span(span) }
    }
}

#[pymethods]
impl Excerpt {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("Excerpt({:?}, span={:?})", self.text, self.span)
    }
}

/// A sentence of an article.
#[pyclass(frozen, eq, hash, get_all, module = "dictum_news")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Sentence {
    /// Its index in `Article.sentences`.
    index: usize,
    /// Its words.
    text: String,
    /// Start and end, exclusive.
    span: (usize, usize),
}

impl Sentence {
    pub fn of(view: &View<'_>, sentence: dictum::Sentence<'_>) -> Self {
        Sentence {
            index: sentence.index(),
            text: sentence.text().to_owned(),
            span: view.span(sentence.span()),
        }
    }
}

#[pymethods]
impl Sentence {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("Sentence({}, {:?}, span={:?})", self.index, self.text, self.span)
    }
}

/// What is said, in one or more pieces.
#[pyclass(frozen, eq, hash, get_all, module = "dictum_news")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Content {
    /// The pieces joined by " … ".
    text: String,
    /// The pieces, in order and disjoint; there is at least one.
    pieces: Vec<Excerpt>,
}

impl Content {
    pub fn of(view: &View<'_>, content: dictum::Content<'_, '_>) -> Self {
        Content {
            text: content.text().into_owned(),
            pieces: content.spans().iter().map(|&span| Excerpt::of(view, span)).collect(),
        }
    }
}

#[pymethods]
impl Content {
    /// The spans of the pieces.
    #[getter]
    fn spans(&self) -> Vec<(usize, usize)> {
        self.pieces.iter().map(|piece| piece.span).collect()
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("Content({:?}, spans={:?})", self.text, self.spans())
    }
}

/// The words that attribute a statement to its speaker.
#[pyclass(frozen, eq, hash, get_all, module = "dictum_news")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Cue {
    /// The words, including auxiliaries, negation, adverbs and particles ("has not ruled out").
    text: String,
    /// Start and end, exclusive.
    span: (usize, usize),
    /// The dictionary form of the head word ("rule"); `None` for a colon or an unlisted word.
    lemma: Option<&'static str>,
}

impl Cue {
    pub fn of(view: &View<'_>, cue: dictum::Cue<'_>) -> Self {
        Cue { text: cue.text().to_owned(), span: view.span(cue.span()), lemma: cue.lemma() }
    }
}

#[pymethods]
impl Cue {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        let lemma = self.lemma.map_or_else(|| "None".to_owned(), |lemma| format!("{lemma:?}"));
        format!("Cue({:?}, span={:?}, lemma={lemma})", self.text, self.span)
    }
}

/// Why a statement is in its category.
#[pyclass(frozen, eq, hash, get_all, module = "dictum_news")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// The id of the rule; `None` if no rule matched, so that the default category applies.
    rule: Option<String>,
    /// The words that the rule matched.
    excerpts: Vec<Excerpt>,
}

impl Evidence {
    pub fn of(view: &View<'_>, evidence: dictum::Evidence<'_, '_>) -> Self {
        Evidence {
            rule: evidence.rule().map(str::to_owned),
            excerpts: evidence.spans().iter().map(|&span| Excerpt::of(view, span)).collect(),
        }
    }
}

#[pymethods]
impl Evidence {
    /// The spans of these words.
    #[getter]
    fn spans(&self) -> Vec<(usize, usize)> {
        self.excerpts.iter().map(|excerpt| excerpt.span).collect()
    }

    fn __repr__(&self) -> String {
        let rule = self.rule.as_ref().map_or_else(|| "None".to_owned(), |rule| format!("{rule:?}"));
        let words: Vec<&str> = self.excerpts.iter().map(|excerpt| excerpt.text.as_str()).collect();
        format!("Evidence({rule}, {words:?})")
    }
}
