//! Contract: represents the statements of an article as contiguous labelled regions and links
//! between them, for tools without discontinuous spans. Regions are in the order of the statements,
//! and the pieces of a content in text order.

use crate::article::{Article, Statement};
use crate::span::Span;

/// The label of a cue.
pub(super) const CUE: &str = "cue";
/// The label of the words that name the speaker.
pub(super) const SOURCE: &str = "source";
/// The link from a content's first piece to each further one.
pub(super) const CONTINUES: &str = "continues";
/// The link from a statement to the one that contains it.
pub(super) const WITHIN: &str = "within";

/// The names of the links; the links from a content to its cue and its source are named after their
/// labels.
pub(super) const LINKS: [&str; 4] = [CUE, SOURCE, CONTINUES, WITHIN];

/// A contiguous piece of text with a label.
pub(super) struct Region<'a, 't> {
    pub span: Span,
    /// The statement's category, or [`CUE`] or [`SOURCE`].
    pub label: &'a str,
    pub statement: Statement<'a, 't>,
    /// Whether this is the first piece of the content, to which the statement's links are attached.
    pub head: bool,
}

/// A link between two regions, given by their indices.
pub(super) struct Link {
    pub from: usize,
    pub to: usize,
    pub name: &'static str,
}

/// The regions and links of an article.
pub(super) fn of<'a, 't>(article: &'a Article<'t>) -> (Vec<Region<'a, 't>>, Vec<Link>) {
    let (mut regions, mut links, mut heads) = (Vec::new(), Vec::new(), Vec::new());
    for statement in article.statements() {
        let head = regions.len();
        heads.push(head);
        for (n, &span) in statement.content().spans().iter().enumerate() {
            regions.push(Region { span, label: statement.category(), statement, head: n == 0 });
        }
        links.extend((head + 1..regions.len()).map(|to| Link { from: head, to, name: CONTINUES }));
        let cue = statement.cue().map(|cue| (cue.span(), CUE));
        let source = statement.source().map(|source| (source.span(), SOURCE));
        for (span, name) in [cue, source].into_iter().flatten() {
            links.push(Link { from: head, to: regions.len(), name });
            regions.push(Region { span, label: name, statement, head: false });
        }
    }
    for statement in article.statements() {
        if let Some(outer) = statement.within() {
            let [from, to] = [statement, outer].map(|one| heads[one.index()]);
            links.push(Link { from, to, name: WITHIN });
        }
    }
    (regions, links)
}
