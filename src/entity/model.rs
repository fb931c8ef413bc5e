//! An entity: a person, a group, a document or anything else that the article mentions.

use std::ops::Range;

use super::gender::Gender;
use super::key::Key;
use super::kind::{EntityKind, KindEvidence};
use crate::lexicon::WordId;
use crate::text::Run;

/// The index of an entity in the list of the article's entities.
pub(super) type Id = u32;

/// What is known about an entity.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// The fullest name or description that the article gives.
    pub name: Run,
    /// What the article says this entity is ("head of the Russian delegation").
    pub role: Option<Run>,
    /// The organisation named in the role ("the Russian delegation"); set at the end of the pass.
    pub organization: Option<Run>,
    pub kind: EntityKind,
    /// Evidence of the kind, from the words around its names; only read where the kind
    /// [awaits](Entity::awaits_evidence) it.
    pub(super) evidence: KindEvidence,
    pub gender: Gender,
    pub(super) plural: bool,
    /// Known by a proper name, not only by a description.
    pub named: bool,
    /// A person whose name is withheld ("a person familiar with the talks").
    pub anonymous: bool,
    /// The range of this entity's mentions in [`super::Speakers::mentions`]; set at the end of the
    /// pass.
    pub mentions: Range<usize>,
    /// The organisation that "its" refers to in "its chair".
    pub(super) side: Option<Id>,
    /// The age that the article gives ("Sala, 34,").
    pub(super) age: Option<Key>,
    /// The surname of the relatives of somebody whom the article calls by a first name alone.
    pub(super) family: Option<Key>,
    /// The part in a court case, if one is known: defendant, witness.
    pub(super) part: Option<WordId>,
    /// The organisation next to the name: "Moor, of Norvik Bank,", "the Guild's Moor".
    pub(super) works_for: Option<Id>,
    /// Husband or wife.
    pub(super) spouse: Option<Id>,
    /// The named entity that this description turned out to refer to.
    pub(super) same_as: Option<Id>,
    /// How often a bare surname has referred to this entity so far.
    pub(super) surname_uses: u32,
    /// When the entity was last mentioned; later mentions have higher numbers.
    pub(super) last_mention: u32,
    /// How often the entity has been mentioned so far.
    pub(super) mention_count: u32,
    /// The index among the entities mentioned last, if still there; see [`super::salience`].
    pub(super) slot: u8,
}

impl Entity {
    /// Whether the words around its mentions may still decide its kind.
    pub(super) fn awaits_evidence(&self) -> bool {
        match self.kind {
            EntityKind::Unknown => true,
            // "Paris", "Chelsea": first names that mean something else here
            EntityKind::Person => self.role.is_none(),
            _ => false,
        }
    }

    /// Whether the evidence rules out a person without showing another kind.
    pub(super) fn is_impersonal(&self) -> bool {
        self.kind == EntityKind::Unknown && self.evidence.is_thing()
    }

    /// A new entity of which only the name, kind and gender are known.
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
            side: None,
            age: None,
            family: None,
            part: None,
            works_for: None,
            spouse: None,
            same_as: None,
            surname_uses: 0,
            last_mention: 0,
            mention_count: 0,
            slot: 0,
        }
    }
}
