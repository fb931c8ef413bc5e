//! A statement, as a view of its article.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::article::{Speaker, read_json};
use crate::excerpt::{Content, Cue, Evidence, Excerpt, Sentence};
use crate::found::Found;

/// An attributed statement: what is said, who says it, which words attribute it, and its category.
///
/// Two statements are equal if they are the same statement of the same article.
#[pyclass(frozen, module = "dictum_news")]
pub struct Statement {
    found: Arc<Found>,
    index: usize,
}

impl Statement {
    pub fn of(found: &Arc<Found>, index: usize) -> Self {
        Statement { found: Arc::clone(found), index }
    }

    fn view(&self) -> dictum::Statement<'_, '_> {
        self.found.view().article.statements().nth(self.index).expect("the index is one of this article")
    }
}

#[pymethods]
impl Statement {
    /// The index of the statement in `Article.statements`.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// The category's name in the rule set: "commitment", "claim" or "caution" in the built-in one.
    #[getter]
    fn category(&self) -> &str {
        self.view().category()
    }

    /// Whose words the content has: "direct", "indirect" or "mixed".
    #[getter]
    fn kind(&self) -> &'static str {
        self.view().kind().as_str()
    }

    /// What the speaker does: "communication", "belief", "fact" or "eventuality".
    #[getter]
    fn r#type(&self) -> &'static str {
        self.view().attribution_type().as_str()
    }

    /// What the content looks like: "quotation", "clause", "infinitive", "gerund", "noun-phrase".
    #[getter]
    fn form(&self) -> &'static str {
        self.view().form().as_str()
    }

    /// The estimated probability, from 0 to 1, that this is a statement.
    #[getter]
    fn confidence(&self) -> f64 {
        // the shortest number that names the value: 0.93 remains 0.93
        let confidence = self.view().confidence();
        confidence.to_string().parse().unwrap_or_else(|_| confidence.into())
    }

    /// What is said.
    #[getter]
    fn content(&self) -> Content {
        Content::of(self.found.view(), self.view().content())
    }

    /// The words that attribute the content to its source ("has repeatedly said"), if any.
    #[getter]
    fn cue(&self) -> Option<Cue> {
        self.view().cue().map(|cue| Cue::of(self.found.view(), cue))
    }

    /// The words that name the speaker here ("the minister", "he"), if any.
    #[getter]
    fn source(&self) -> Option<Excerpt> {
        self.view().source().map(|source| Excerpt::of(self.found.view(), source.span()))
    }

    /// The speaker to whom the source was resolved, if known.
    #[getter]
    fn speaker(&self) -> Option<Speaker> {
        self.view().speaker().map(|speaker| Speaker::of(&self.found, speaker.index()))
    }

    /// How the source was resolved: "named", "surname", "pronoun", "role", "turn" or "none".
    #[getter]
    fn resolution(&self) -> &'static str {
        self.view().resolution().as_str()
    }

    /// Why the statement is in its category.
    #[getter]
    fn evidence(&self) -> Evidence {
        Evidence::of(self.found.view(), self.view().evidence())
    }

    /// The innermost statement whose content includes this one's cue, if any.
    #[getter]
    fn within(&self) -> Option<Statement> {
        self.view().within().map(|outer| Statement::of(&self.found, outer.index()))
    }

    /// The sentence in which the statement begins, including its cue and source.
    #[getter]
    fn sentence(&self) -> Sentence {
        Sentence::of(self.found.view(), self.view().sentence())
    }

    /// The record of the statement as the program writes it, but with offsets in characters.
    ///
    /// `document` is the article's id.
    #[pyo3(signature = (document = ""))]
    fn to_dict<'py>(&self, py: Python<'py>, document: &str) -> PyResult<Bound<'py, PyDict>> {
        let mut line = Vec::new();
        self.found.view().record(document, self.view()).write_line(&mut line);
        Ok(read_json(py, &line)?.cast_into()?)
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
        let statement = self.view();
        let who = statement.speaker().map_or_else(|| "None".to_owned(), |who| format!("{:?}", who.name()));
        let text = statement.content().text();
        format!("Statement({:?}, {text:?}, speaker={who})", statement.category())
    }
}
