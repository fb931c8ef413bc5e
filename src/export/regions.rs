//! Contract: an article's statements as labelled, gapless regions and the links between them, for tools that know nothing
//! else; in the order of the statements, the pieces of a content in theirs.

use crate::article::{Article, Statement};
use crate::span::Span;

/// The label of a cue.
pub(super) const CUE: &str = "cue";
/// The label of the words that name the speaker.
pub(super) const SOURCE: &str = "source";
/// The link from a content's first piece to each further one.
pub(super) const CONTINUES: &str = "continues";
/// The link from a statement to the one that holds it.
pub(super) const WITHIN: &str = "within";

/// The names of the links: a content's to its cue and its source have the labels' names.
pub(super) const LINKS: [&str; 4] = [CUE, SOURCE, CONTINUES, WITHIN];

/// A piece of the text with one label.
pub(super) struct Region<'a, 't> {
    pub span: Span,
    /// The statement's category, or what part of the statement it is.
    pub label: &'a str,
    pub statement: Statement<'a, 't>,
    /// Whether it is the first piece of the statement's content, which stands for the statement.
    pub head: bool,
}

/// A link from one region to another, by their numbers.
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
