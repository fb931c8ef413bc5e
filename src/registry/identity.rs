//! The result: speakers across articles.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::form::Form;
use crate::article::Speaker;
use crate::entity::EntityKind;

/// How well an [`Identity`] is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Standing {
    /// One speaker with a name.
    Named,
    /// A name that several people may have: "Obama" where articles have Barack and Michelle Obama,
    /// or a first name alone. The statements may be those of different people.
    Ambiguous,
    /// Descriptions without a name, under one heading: "police", "a spokesman". The statements are
    /// those of different speakers.
    Unnamed,
}

/// Why a name belongs to an [`Identity`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum LinkReason {
    /// It has the same words as the main name, apart from accents, legal forms and articles.
    SameName,
    /// It differs in initials, middle names or familiar forms: "Bill J. Oakes", "William Oakes".
    NameVariant,
    /// It is a surname, and no other speaker fits it.
    Surname,
    /// It is a surname that several speakers have, of whom only this one has the role.
    Role,
    /// An article uses it for the speaker: "WHO".
    Alias,
    /// It is a well-known abbreviation.
    Abbreviation,
}

impl LinkReason {
    /// The reason in words.
    ///
    /// ```
    /// assert_eq!(dictum::LinkReason::Surname.description(), "the only speaker with this surname");
    /// ```
    pub const fn description(self) -> &'static str {
        match self {
            LinkReason::SameName => "the same name",
            LinkReason::NameVariant => "a variant of the name",
            LinkReason::Surname => "the only speaker with this surname",
            LinkReason::Role => "the only speaker with this surname and role",
            LinkReason::Alias => "an article uses it for this speaker",
            LinkReason::Abbreviation => "a well-known abbreviation",
        }
    }
}

/// A name under which articles mention an [`Identity`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameUse {
    pub(super) name: String,
    pub(super) articles: usize,
    pub(super) reason: LinkReason,
}

impl NameUse {
    /// The name, as the articles give it in full.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number of articles in which the speaker has this name.
    pub fn articles(&self) -> usize {
        self.articles
    }

    /// Why the name is taken for this speaker's.
    pub fn reason(&self) -> LinkReason {
        self.reason
    }
}

/// A speaker across articles: a person, a body, or a heading for speakers that cannot be told
/// apart. Returned by [`Registry::identities`](super::Registry::identities).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Identity {
    pub(super) id: usize,
    pub(super) standing: Standing,
    pub(super) kind: EntityKind,
    pub(super) names: Vec<NameUse>,
    pub(super) roles: Vec<(String, usize)>,
    pub(super) organizations: Vec<(String, usize)>,
    pub(super) categories: BTreeMap<String, usize>,
    pub(super) articles: usize,
    pub(super) documents: BTreeSet<String>,
    pub(super) candidates: Vec<usize>,
}

impl Identity {
    /// Its index in [`Identities::iter`].
    pub fn id(&self) -> usize {
        self.id
    }

    /// The main name: of the full names the one that most articles have.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", NameUse::name)
    }

    /// How well it is known.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// What kind of entity it is.
    pub fn kind(&self) -> EntityKind {
        self.kind
    }

    /// All names, the main one first, then by the number of articles; each with the reason why it
    /// belongs here.
    pub fn names(&self) -> &[NameUse] {
        &self.names
    }

    /// The roles that articles give, each with the number of articles, the most frequent first.
    pub fn roles(&self) -> &[(String, usize)] {
        &self.roles
    }

    /// The organisations that the roles belong to, each with the number of articles, the most
    /// frequent first.
    pub fn organizations(&self) -> &[(String, usize)] {
        &self.organizations
    }

    /// The number of statements by category.
    pub fn categories(&self) -> &BTreeMap<String, usize> {
        &self.categories
    }

    /// The number of statements.
    pub fn statements(&self) -> usize {
        self.categories.values().sum()
    }

    /// The number of articles in which it speaks.
    pub fn articles(&self) -> usize {
        self.articles
    }

    /// The first documents in which it speaks, in the order of their ids; see
    /// [`Registry::keep_documents`](super::Registry::keep_documents).
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &str> {
        self.documents.iter().map(String::as_str)
    }

    /// The ids of the identities that an ambiguous name may refer to; empty if none is known.
    pub fn candidates(&self) -> &[usize] {
        &self.candidates
    }
}

/// The speakers of many articles, each once. Returned by
/// [`Registry::identities`](super::Registry::identities).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Identities {
    pub(super) list: Vec<Identity>,
    pub(super) of: BTreeMap<Arc<Form>, usize>,
}

impl Identities {
    /// All identities, those with the most statements first, then by name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Identity> + DoubleEndedIterator {
        self.list.iter()
    }

    /// The number of identities.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The identity with this id.
    pub fn get(&self, id: usize) -> Option<&Identity> {
        self.list.get(id)
    }

    /// The identity of an article's speaker; `None` if the article was not added to the registry.
    ///
    /// ```
    /// let extractor = dictum::Extractor::default();
    /// let first = extractor.extract("Bo Tarn said yes.");
    /// let second = extractor.extract("Tarn said no.");
    /// let mut registry = dictum::Registry::new();
    /// registry.add("first", &first);
    /// registry.add("second", &second);
    /// let identities = registry.identities();
    /// let one = identities.of(first.speakers().next().unwrap()).unwrap();
    /// let two = identities.of(second.speakers().next().unwrap()).unwrap();
    /// assert_eq!(one.id(), two.id());
    /// ```
    pub fn of(&self, speaker: Speaker<'_, '_>) -> Option<&Identity> {
        self.of.get(&Form::of(speaker)).map(|&id| &self.list[id])
    }
}
