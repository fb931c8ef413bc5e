//! Roles as evidence: "the goalkeeper Smith" is hardly the minister of that name.

use std::collections::BTreeSet;

use super::lists::LISTS;
use super::words;
use crate::lexicon::{Class, Lexicon, WordId};

/// What the roles of somebody show.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Roles {
    /// The listed words that name a role, each in its main form: "senator" for "Sen.".
    pub heads: BTreeSet<String>,
    /// The fields that they belong to, one bit each.
    fields: u32,
}

impl Roles {
    /// What the description of a role shows: its last listed word before the first preposition.
    pub fn of(role: Option<&str>) -> Self {
        let mut roles = Roles::default();
        let words: Vec<String> = role.map(words::of).unwrap_or_default();
        let lexicon = Lexicon::built_in();
        let opens = |word: &String| lexicon.classes(lexicon.id(word)).has(Class::Preposition);
        let end = words.iter().skip(1).position(opens).map_or(words.len(), |at| at + 1);
        let mut head = None;
        for (at, word) in words[..end].iter().enumerate() {
            let joined = at.checked_sub(1).map(|before| format!("{}-{word}", words[before]));
            let compound = joined.filter(|joined| LISTS.fields(&main(joined)) != 0);
            let role = main(compound.as_deref().unwrap_or(word));
            if LISTS.fields(&role) != 0 {
                head = Some(role);
            }
        }
        if let Some(head) = head {
            roles.fields = LISTS.fields(&head);
            roles.heads.insert(head);
        }
        roles
    }

    pub fn add(&mut self, other: &Roles) {
        self.heads.extend(other.heads.iter().cloned());
        self.fields |= other.fields;
    }

    /// Whether the two have a role in common.
    pub fn agree(&self, other: &Roles) -> bool {
        !self.heads.is_disjoint(&other.heads)
    }

    /// Whether the roles of both are known and belong to different fields.
    pub fn conflict(&self, other: &Roles) -> bool {
        self.fields != 0 && other.fields != 0 && self.fields & other.fields == 0
    }
}

/// The main word of a role and its short forms.
fn main(role: &str) -> String {
    let lexicon = Lexicon::built_in();
    let dotted = || lexicon.id(&format!("{role}."));
    let id = lexicon.id(role).or_else(dotted);
    let main = lexicon.variants().role(id);
    if id == WordId::NONE { role.to_owned() } else { lexicon.word(main).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::Roles;

    #[test]
    fn roles_agree_by_their_head_and_conflict_by_their_field() {
        let role = |text| Roles::of(Some(text));
        assert!(role("Sen.").agree(&role("the senior senator from Ostra")));
        assert!(role("finance minister").agree(&role("minister of finance")));
        assert!(!role("vice president").agree(&role("president")));
        assert!(role("vice president").agree(&role("the vice-president")));
        assert!(role("CEO").agree(&role("chief executive of Corvane")));
        assert!(role("Velmark goalkeeper").conflict(&role("Health Secretary")));
        assert!(!role("Velmark goalkeeper").conflict(&role("tall")));
        assert!(!role("goalkeeper").conflict(&role("England captain")));
        assert!(!Roles::of(None).conflict(&role("goalkeeper")) && !Roles::of(None).agree(&Roles::of(None)));
    }
}
