//! An article and its speakers.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::excerpt::{Excerpt, Sentence};
use crate::found::Found;
use crate::statement::Statement;

/// The sentences, statements and speakers of a text; what `Extractor.extract` gives.
///
/// It holds the text and what was found as compact rows; statements and speakers are views that are
/// made when asked for.
#[pyclass(frozen, module = "dictum_news")]
pub struct Article {
    found: Arc<Found>,
}

impl Article {
    pub fn new(found: Found) -> Self {
        Article { found: Arc::new(found) }
    }
}

#[pymethods]
impl Article {
    /// The text that was given, the same object.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.found.text().as_py_str().clone_ref(py)
    }

    /// The statements, in the order of their first word.
    #[getter]
    fn statements(&self) -> Vec<Statement> {
        let count = self.found.view().article.statements().len();
        (0..count).map(|index| Statement::of(&self.found, index)).collect()
    }

    /// The speakers, in the order of their first mention.
    #[getter]
    fn speakers(&self) -> Vec<Speaker> {
        let count = self.found.view().article.speakers().len();
        (0..count).map(|index| Speaker::of(&self.found, index)).collect()
    }

    /// The sentences, in order and disjoint, with only white space between them.
    #[getter]
    fn sentences(&self) -> Vec<Sentence> {
        let view = self.found.view();
        view.article.sentences().map(|sentence| Sentence::of(view, sentence)).collect()
    }

    /// All that was found as one record, with offsets in characters: sentences, statements,
    /// speakers, quotations.
    ///
    /// `document` is the article's id.
    #[pyo3(signature = (document = ""))]
    fn to_dict<'py>(&self, py: Python<'py>, document: &str) -> PyResult<Bound<'py, PyDict>> {
        let mut line = Vec::new();
        self.found.view().article_record(document).write_line(&mut line);
        Ok(read_json(py, &line)?.cast_into()?)
    }

    /// The records of the statements as JSON Lines, byte for byte as the program writes them, but
    /// with offsets in characters.
    ///
    /// `document` is the article's id.
    #[pyo3(signature = (document = ""))]
    fn to_jsonl(&self, py: Python<'_>, document: &str) -> PyResult<String> {
        let lines = py.detach(|| {
            let (view, mut lines) = (self.found.view(), Vec::new());
            for statement in view.article.statements() {
                view.record(document, statement).write_line(&mut lines);
            }
            lines
        });
        Ok(String::from_utf8(lines)?)
    }

    fn __repr__(&self) -> String {
        let article = &self.found.view().article;
        let (statements, speakers) = (article.statements().len(), article.speakers().len());
        format!(
            "<Article of {} characters: {statements} statements, {speakers} speakers>",
            article.text().chars().count()
        )
    }
}

/// A speaker of an article: a person, a group or a document.
///
/// Two speakers are equal if they are the same speaker of the same article.
#[pyclass(frozen, module = "dictum_news")]
pub struct Speaker {
    found: Arc<Found>,
    index: usize,
}

impl Speaker {
    pub fn of(found: &Arc<Found>, index: usize) -> Self {
        Speaker { found: Arc::clone(found), index }
    }

    fn view(&self) -> dictum::Speaker<'_, '_> {
        self.found.view().article.speakers().nth(self.index).expect("the index is one of this article")
    }
}

#[pymethods]
impl Speaker {
    /// The index of the speaker in `Article.speakers`.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// The fullest name or description in the article.
    #[getter]
    fn name(&self) -> String {
        self.view().name().into_owned()
    }

    /// What kind of entity it is: "person", "group", "organization" and so on.
    #[getter]
    fn kind(&self) -> &'static str {
        self.view().kind().as_str()
    }

    /// The role ("finance minister"), if the article gives one.
    #[getter]
    fn role(&self) -> Option<String> {
        self.view().role().map(Into::into)
    }

    /// The organisation or person that the role belongs to, if the article names it.
    #[getter]
    fn organization(&self) -> Option<String> {
        self.view().organization().map(Into::into)
    }

    /// Whether the article withholds the name ("a person familiar with the talks").
    #[getter]
    fn anonymous(&self) -> bool {
        self.view().is_anonymous()
    }

    /// Every mention, including pronouns, in order.
    #[getter]
    fn mentions(&self) -> Vec<Excerpt> {
        self.view().mentions().map(|mention| Excerpt::of(self.found.view(), mention.span())).collect()
    }

    /// The statements of this speaker, in order.
    #[getter]
    fn statements(&self) -> Vec<Statement> {
        self.view().statements().map(|statement| Statement::of(&self.found, statement.index())).collect()
    }

    fn __eq__(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.found, &other.found) && self.index == other.index
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (Arc::as_ptr(&self.found), self.index).hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        format!("Speaker({:?}, kind={:?})", self.name(), self.kind())
    }
}

/// What `json.loads` makes of a line.
///
/// Its numbers are the shortest that name the value, so 0.93 remains 0.93, which it would not if
/// the 32-bit number were converted.
pub fn read_json<'py>(py: Python<'py>, line: &[u8]) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (line,))
}
