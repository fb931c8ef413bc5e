//! The quotations of an article.

use std::fmt;

use super::{Article, Statement};
use crate::span::Span;

/// A quotation, stored as a span.
#[derive(Clone, Copy)]
pub(super) struct QuotationRow {
    pub span: Span,
    pub nested: bool,
    pub continues: bool,
    pub closed: bool,
}

/// A piece of text in quotation marks, inside one paragraph: direct speech, a quoted word, a title.
///
/// A quotation of several paragraphs is one piece in each, of which the later ones
/// [continue](Quotation::continues) the one before. So is a quotation that the attribution
/// interrupts ("It is," he said, "safe"), without `continues`.
#[derive(Clone, Copy)]
pub struct Quotation<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) row: &'a QuotationRow,
}

impl<'a, 't> Quotation<'a, 't> {
    /// Its text, including the marks.
    pub fn text(self) -> &'t str {
        self.row.span.of(self.article.text)
    }

    /// Its span in the article's text, including the marks.
    pub fn span(self) -> Span {
        self.row.span
    }

    /// Whether it lies inside another quotation.
    pub fn is_nested(self) -> bool {
        self.row.nested
    }

    /// Whether it continues the quotation before it, which was still open at the end of its
    /// paragraph.
    pub fn continues(self) -> bool {
        self.row.continues
    }

    /// Whether it has a closing mark.
    pub fn is_closed(self) -> bool {
        self.row.closed
    }

    /// The innermost statement whose content has words of it; `None` if the quotation is attributed
    /// to nobody.
    ///
    /// ```
    /// let text = "“The pier is old,” said Moor. The “raft” sank.";
    /// let article = dictum::Extractor::default().extract(text);
    /// let speakers = article.quotations().map(|quotation| quotation.statement()?.speaker());
    /// let names: Vec<_> = speakers.map(|speaker| speaker.map(|speaker| speaker.name())).collect();
    /// assert_eq!(names, [Some("Moor".into()), None]);
    /// ```
    pub fn statement(self) -> Option<Statement<'a, 't>> {
        let own = self.row.span;
        let has = |found: &Statement<'_, '_>| found.content().spans().iter().any(|piece| piece.overlaps(own));
        // of a statement and one that it contains, the inner one comes later
        self.article.statements_in(own).filter(has).last()
    }
}

impl fmt::Display for Quotation<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

impl fmt::Debug for Quotation<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.text(), self.row.span)
    }
}
