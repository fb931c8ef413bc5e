//! A name: its words, its titles, and what they show of its bearer.

use super::gender::Gender;
use super::kind::EntityKind;
use super::name_parts::Parts;
use crate::text::Run;

/// A proper name in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// The name without titles.
    pub run: Run,
    /// The titles and role words before it.
    pub title: Option<Run>,
    pub kind: EntityKind,
    pub gender: Gender,
    /// Followed by "'s".
    pub possessive: bool,
    /// Its capital proves nothing (a headline, a sentence start), so it only counts if the name
    /// also occurs elsewhere.
    pub weak: bool,
    /// The words that distinguish it from other names.
    pub parts: Parts,
}

impl Name {
    /// The name with its titles.
    pub fn whole(self) -> Run {
        self.title.map_or(self.run, |title| Run { start: title.start, end: self.run.end })
    }
}
