//! One that an article speaks of: a person, a group, a document.

use std::ops::Range;

use super::kind::EntityKind;
use super::kind_evidence::KindEvidence;
use super::name::Gender;
use crate::text::Run;

/// The number of an entity: its place in the list of the article's entities.
pub(super) type Id = u32;

/// What is known of an entity.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// The fullest name or description that the article gives.
    pub name: Run,
    /// What the article says this entity is ("head of the Russian delegation").
    pub role: Option<Run>,
    /// Whom the role is held in or for, if the article names it ("the Russian delegation"); known when all is read.
    pub organization: Option<Run>,
    pub kind: EntityKind,
    /// What the words around the names show of the kind.
    pub(super) evidence: KindEvidence,
    pub(super) gender: Gender,
    pub(super) plural: bool,
    /// Known by a proper name, not by a description alone.
    pub(super) named: bool,
    /// Somebody whose name the writer holds back ("a person familiar with the talks").
    pub anonymous: bool,
    /// Which of [`super::Speakers::mentions`] are this entity's; known when all is read.
    pub mentions: Range<usize>,
    /// The named entity that this description turned out to be of.
    pub(super) same_as: Option<Id>,
    /// How often the surname alone was used so far.
    pub(super) surname_uses: u32,
    /// When the entity was last mentioned: a later mention has a higher number.
    pub(super) last_mention: u32,
    /// How often the entity was mentioned so far.
    pub(super) mention_count: u32,
    /// The place among those mentioned last, if still among them; see [`super::salience`].
    pub(super) slot: u8,
}

impl Entity {
    /// Whether the words around its names show that it is no person, but not what else it is.
    pub(super) fn is_impersonal(&self) -> bool {
        self.kind == EntityKind::Unknown && self.evidence.is_thing()
    }

    /// Somebody of whom nothing is known but what they are called.
    pub(super) fn called(name: Run, kind: EntityKind, gender: Gender) -> Self {
        Entity {
            name,
            role: None,
            organization: None,
            kind,
            evidence: KindEvidence::default(),
            gender,
            plural: false,
            named: true,
            anonymous: false,
            mentions: 0..0,
            same_as: None,
            surname_uses: 0,
            last_mention: 0,
            mention_count: 0,
            slot: 0,
        }
    }
}
