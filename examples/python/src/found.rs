//! Contract: a text, what was found in it, and the conversion of byte offsets to those of Python.

use std::sync::Arc;

use dictum::export::Offsets;
use dictum::{Extractor, Span, record};
use pyo3::pybacked::PyBackedStr;
use self_cell::self_cell;

self_cell! {
    /// A Python string and the article that borrows from it.
    pub struct Found {
        owner: Arc<PyBackedStr>,
        #[covariant]
        dependent: View,
    }
}

/// An article and its offsets in code points.
pub struct View<'t> {
    pub article: dictum::Article<'t>,
    offsets: Offsets<'t>,
}

impl Found {
    /// Finds the statements of a text; needs no Python.
    pub fn in_text(text: Arc<PyBackedStr>, extractor: &Extractor) -> Self {
        Found::new(text, |text| View::of(text, extractor))
    }

    pub fn text(&self) -> &PyBackedStr {
        self.borrow_owner()
    }

    pub fn view(&self) -> &View<'_> {
        self.borrow_dependent()
    }
}

impl<'t> View<'t> {
    pub fn of(text: &'t str, extractor: &Extractor) -> Self {
        View { article: extractor.extract(text), offsets: Offsets::new(text) }
    }

    /// A span in code points.
    pub fn span(&self, span: Span) -> (usize, usize) {
        let characters = self.offsets.characters_of(span);
        (characters.start, characters.end)
    }

    /// The record of a statement, with spans in code points.
    pub fn record<'a>(
        &'a self,
        document: &'a str,
        statement: dictum::Statement<'a, 't>,
    ) -> record::StatementRecord<'a> {
        record::StatementRecord::new(document, statement).map_spans(|span| self.in_characters(span))
    }

    /// The record of the article, with spans in code points.
    pub fn article_record<'a>(&'a self, document: &'a str) -> record::ArticleRecord<'a> {
        record::ArticleRecord::new(document, &self.article).map_spans(|span| self.in_characters(span))
    }

    fn in_characters(&self, span: Span) -> Span {
        let (start, end) = self.span(span);
        Span::new(start, end)
    }
}
