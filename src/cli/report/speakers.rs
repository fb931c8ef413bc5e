//! Contract: each speaker of an article who says something is one speaker of the report.

use std::collections::HashMap;

use serde::Serialize;

use crate::{Article, EntityKind, Identities, Identity, NameUse, Registry, Speaker, Standing};

use super::document::Document;

/// A speaker of all articles together.
#[derive(Serialize)]
pub struct Merged {
    name: String,
    standing: Standing,
    kind: EntityKind,
    /// Roles, then organisations, the most frequent first.
    roles: Vec<String>,
    /// Other names.
    also: Vec<String>,
    /// The indices of the speakers whose name it may be.
    candidates: Vec<usize>,
}

/// The number of roles and organisations that are kept of a speaker.
const ROLES: usize = 4;

impl Merged {
    fn new(identity: &Identity) -> Self {
        let roles = identity.roles().iter().chain(identity.organizations());
        Merged {
            name: identity.name().to_owned(),
            standing: identity.standing(),
            kind: identity.kind(),
            roles: roles.map(|(role, _)| role.clone()).take(ROLES).collect(),
            also: identity.names().iter().skip(1).map(NameUse::name).map(str::to_owned).collect(),
            candidates: identity.candidates().to_vec(),
        }
    }
}

/// The speakers of all articles, each once.
pub struct Speakers {
    identities: Identities,
    /// The speakers of the article that was asked for last.
    known: HashMap<usize, usize>,
}

impl Speakers {
    pub fn new(documents: &[Document], articles: &[Article<'_>]) -> Self {
        let mut registry = Registry::new().keep_documents(0);
        for (document, article) in documents.iter().zip(articles) {
            registry.add(&document.id, article);
        }
        Speakers { identities: registry.identities(), known: HashMap::new() }
    }

    pub fn all(&self) -> Vec<Merged> {
        self.identities.iter().map(Merged::new).collect()
    }

    /// To be called before the speakers of another article are asked for.
    pub fn next_article(&mut self) {
        self.known.clear();
    }

    /// The index in [`all`](Self::all) of a speaker of the present article.
    pub fn of(&mut self, speaker: Speaker<'_, '_>) -> usize {
        *self
            .known
            .entry(speaker.index())
            .or_insert_with(|| self.identities.of(speaker).expect("all articles are in the registry").id())
    }
}
