//! The speakers of an article.

use std::borrow::Cow;
use std::fmt;

use super::{Article, Excerpt, Statement};
use crate::entity::{EntityKind, Gender};
use crate::span::Span;

/// A speaker, stored as spans.
#[derive(Clone)]
pub(super) struct SpeakerRow {
    pub name: Span,
    /// The first of its mentions in the article's list of spans, and their number. The role and the
    /// organization follow them, if it has these.
    pub mentions: (u32, u32),
    pub kind: EntityKind,
    pub gender: Gender,
    pub named: bool,
    pub anonymous: bool,
    pub has: Has,
}

/// What follows the mentions of a speaker.
#[derive(Clone, Copy)]
pub(super) struct Has {
    pub role: bool,
    pub organization: bool,
}

impl SpeakerRow {
    pub fn mentions<'a>(&self, spans: &'a [Span]) -> &'a [Span] {
        let (start, count) = (self.mentions.0 as usize, self.mentions.1 as usize);
        &spans[start..start + count]
    }

    pub fn role(&self, spans: &[Span]) -> Option<Span> {
        self.has.role.then(|| spans[(self.mentions.0 + self.mentions.1) as usize])
    }

    pub fn organization(&self, spans: &[Span]) -> Option<Span> {
        let place = self.mentions.0 + self.mentions.1 + u32::from(self.has.role);
        self.has.organization.then(|| spans[place as usize])
    }
}

/// A speaker of an article: a person, a group or a document.
///
/// Two views are equal if they show the same speaker of the same article.
#[derive(Clone, Copy)]
pub struct Speaker<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) index: usize,
}

impl<'a, 't> Speaker<'a, 't> {
    fn row(self) -> &'a SpeakerRow {
        &self.article.speakers[self.index]
    }

    /// The fullest name or description in the article, with line breaks replaced by spaces.
    pub fn name(self) -> Cow<'t, str> {
        on_one_line(self.row().name.of(self.article.text))
    }

    /// The speaker's role ("finance minister"), if the article gives one, with line breaks replaced
    /// by spaces.
    pub fn role(self) -> Option<Cow<'t, str>> {
        self.row().role(&self.article.spans).map(|role| on_one_line(role.of(self.article.text)))
    }

    /// The organisation or person that the role belongs to ("the Russian delegation"), if the
    /// article names it, with line breaks replaced by spaces.
    pub fn organization(self) -> Option<Cow<'t, str>> {
        let organization = self.row().organization(&self.article.spans);
        organization.map(|organization| on_one_line(organization.of(self.article.text)))
    }

    /// What kind of entity the speaker is: a person, a group, an organisation.
    pub fn kind(self) -> EntityKind {
        self.row().kind
    }

    /// Whether the article withholds the speaker's name ("a person familiar with the talks").
    pub fn is_anonymous(self) -> bool {
        self.row().anonymous
    }

    /// Whether the speaker is known by a proper name ("Ana Ruiz", "Harbour Trust"), and not only by
    /// a description ("the mayor", "police").
    ///
    /// ```
    /// let article = dictum::Extractor::default().extract("Ana Ruiz said yes. Police said no.");
    /// let named: Vec<_> = article.speakers().map(|speaker| speaker.is_named()).collect();
    /// assert_eq!(named, [true, false]);
    /// ```
    pub fn is_named(self) -> bool {
        self.row().named
    }

    /// The gender that the article shows of the speaker.
    pub(crate) fn gender(self) -> Gender {
        self.row().gender
    }

    /// Every mention of the speaker, including pronouns, in order.
    pub fn mentions(self) -> impl ExactSizeIterator<Item = Excerpt<'t>> + DoubleEndedIterator {
        let text = self.article.text;
        self.mention_spans().iter().map(move |&span| Excerpt::of(text, span))
    }

    /// The spans of the mentions.
    pub fn mention_spans(self) -> &'a [Span] {
        self.row().mentions(&self.article.spans)
    }

    /// The statements of this speaker, in order.
    pub fn statements(self) -> impl DoubleEndedIterator<Item = Statement<'a, 't>> {
        self.article.statements().filter(move |statement| statement.speaker() == Some(self))
    }

    /// The index of this speaker in [`Article::speakers`].
    pub fn index(self) -> usize {
        self.index
    }
}

impl PartialEq for Speaker<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.article, other.article)
    }
}

impl Eq for Speaker<'_, '_> {}

impl fmt::Debug for Speaker<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speaker")
            .field("name", &self.name())
            .field("role", &self.role())
            .finish_non_exhaustive()
    }
}

/// Replaces line breaks, which a name in hard-wrapped text may contain.
fn on_one_line(text: &str) -> Cow<'_, str> {
    let (mut plain, mut before) = (true, 0);
    for &byte in text.as_bytes() {
        plain &= (b' '..0x80).contains(&byte) && (byte, before) != (b' ', b' ');
        before = byte;
    }
    if !plain && (text.contains(|c: char| c.is_whitespace() && c != ' ') || text.contains("  ")) {
        return Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(text)
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn a_name_over_a_line_break_is_given_on_one_line() {
        assert_eq!(on_one_line("Ana\n  Ruiz"), "Ana Ruiz");
        assert_eq!(on_one_line("Ana\u{a0}Ruiz"), "Ana Ruiz");
        assert_eq!(on_one_line("Ana Ruiz"), "Ana Ruiz");
    }
}
