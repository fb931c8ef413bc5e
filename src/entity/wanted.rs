//! What a pronoun or a description requires of the entity that it refers to.

use super::gender::Gender;
use super::vocabulary::{Sense, Senses};

/// What a pronoun requires of its antecedent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    Person(Gender),
    /// "they"
    Many,
    /// "it"
    Thing,
    /// "the company"
    Organization,
}

impl Wanted {
    /// What a pronoun with these senses requires.
    pub fn by(senses: Senses) -> Self {
        if senses.has(Sense::He) {
            Wanted::Person(Gender::Male)
        } else if senses.has(Sense::She) {
            Wanted::Person(Gender::Female)
        } else if senses.has(Sense::They) {
            Wanted::Many
        } else {
            Wanted::Thing
        }
    }
}
