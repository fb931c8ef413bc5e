//! The record of a speaker across articles.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{VERSION, version_if_absent};
use crate::entity::EntityKind;
use crate::registry::{self, LinkReason, Standing};

/// A speaker across articles, as `dictum speakers --format jsonl` writes it.
///
/// ```
/// use dictum::{Extractor, Registry, record};
///
/// let mut registry = Registry::new();
/// registry.add("a17", &Extractor::default().extract("Mayor Ana Ruiz said the bridge was safe."));
/// let identities = registry.identities();
/// let record = record::Identity::new(identities.iter().next().unwrap());
/// assert_eq!(
///     serde_json::to_string(&record)?,
///     r#"{"version":1,"id":0,"name":"Ana Ruiz","kind":"person","standing":"named","names":[{"name":"Ana Ruiz","articles":1,"reason":"same_name"}],"roles":[{"name":"Mayor","articles":1}],"organizations":[],"statements":1,"categories":{"claim":1},"articles":1,"documents":["a17"],"may_be":[]}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Identity<'a> {
    /// The version of the record format, [`VERSION`].
    #[serde(default = "version_if_absent")]
    pub version: u32,
    /// The number of the speaker in this run.
    pub id: usize,
    /// The main name, or a description.
    pub name: Cow<'a, str>,
    /// What kind of entity it is.
    pub kind: EntityKind,
    /// Whether this is one speaker with a name.
    pub standing: Standing,
    /// All names, the main one first.
    pub names: Vec<NameUse<'a>>,
    /// The roles that articles give, the most frequent first.
    pub roles: Vec<Used<'a>>,
    /// The organisations that the roles belong to, the most frequent first.
    pub organizations: Vec<Used<'a>>,
    /// The number of statements.
    pub statements: usize,
    /// The number of statements by category.
    pub categories: BTreeMap<Cow<'a, str>, usize>,
    /// The number of articles.
    pub articles: usize,
    /// The first documents, in the order of their ids.
    pub documents: Vec<Cow<'a, str>>,
    /// The ids of the speakers that an ambiguous name may refer to.
    pub may_be: Vec<usize>,
}

/// A name of a speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NameUse<'a> {
    /// The name.
    pub name: Cow<'a, str>,
    /// The number of articles.
    pub articles: usize,
    /// Why the name is taken for this speaker's.
    pub reason: LinkReason,
}

/// A role or an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Used<'a> {
    /// The role or organisation, in the words of an article.
    pub name: Cow<'a, str>,
    /// The number of articles.
    pub articles: usize,
}

impl<'a> Identity<'a> {
    /// The record of `identity`.
    #[must_use]
    pub fn new(identity: &'a registry::Identity) -> Self {
        let names = identity.names().iter().map(|used| NameUse {
            name: used.name().into(),
            articles: used.articles(),
            reason: used.reason(),
        });
        let used = |list: &'a [(String, usize)]| {
            list.iter().map(|(name, articles)| Used { name: name.into(), articles: *articles }).collect()
        };
        let categories = identity.categories().iter();
        Identity {
            version: VERSION,
            id: identity.id(),
            name: identity.name().into(),
            kind: identity.kind(),
            standing: identity.standing(),
            names: names.collect(),
            roles: used(identity.roles()),
            organizations: used(identity.organizations()),
            statements: identity.statements(),
            categories: categories.map(|(category, count)| (category.into(), *count)).collect(),
            articles: identity.articles(),
            documents: identity.documents().map(Cow::Borrowed).collect(),
            may_be: identity.candidates().to_vec(),
        }
    }
}
