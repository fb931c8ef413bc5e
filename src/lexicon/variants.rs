//! Interchangeable words in names and roles: "Sen." for "senator", "Liz" for "Elizabeth".

use super::WordId;

/// Pairs of a variant and its main word, sorted.
#[derive(Debug)]
pub(crate) struct Variants<List> {
    pub(super) roles: List,
    pub(super) kinds: List,
    pub(super) first_names: List,
    pub(super) deeds: List,
    pub(super) harms: List,
    pub(super) hearings: List,
}

impl<List: AsRef<[(WordId, WordId)]>> Variants<List> {
    /// The main word of a role and its short forms.
    pub fn role(&self, word: WordId) -> WordId {
        main(self.roles.as_ref(), word)
    }

    /// The more general word for a role: "officer" for "inspector".
    pub fn kind(&self, word: WordId) -> WordId {
        main(self.kinds.as_ref(), word)
    }

    /// What the subject of a verb is called in court: "defendant" for "denied". `None` for other
    /// words.
    pub fn deed(&self, word: WordId) -> Option<WordId> {
        listed(self.deeds.as_ref(), word)
    }

    /// What the object of a verb is called in court: "victim" for "stabbed".
    pub fn harm(&self, word: WordId) -> Option<WordId> {
        listed(self.harms.as_ref(), word)
    }

    /// What somebody who tells or gives this is called in court: "witness" for "evidence".
    pub fn hearing(&self, word: WordId) -> Option<WordId> {
        listed(self.hearings.as_ref(), word)
    }

    /// The main word of a first name and its familiar forms.
    pub fn first_name(&self, word: WordId) -> WordId {
        main(self.first_names.as_ref(), word)
    }
}

fn main(pairs: &[(WordId, WordId)], word: WordId) -> WordId {
    listed(pairs, word).unwrap_or(word)
}

fn listed(pairs: &[(WordId, WordId)], word: WordId) -> Option<WordId> {
    pairs.binary_search_by_key(&word, |&(variant, _)| variant).ok().map(|at| pairs[at].1)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn a_variant_leads_to_its_word_and_others_to_themselves() {
        let lexicon = Lexicon::built_in();
        let role = |word| lexicon.word(lexicon.variants().role(lexicon.id(word)));
        let first_name = |word| lexicon.word(lexicon.variants().first_name(lexicon.id(word)));
        assert_eq!([role("Sen."), role("senator"), role("liz")], ["senator", "senator", "liz"]);
        assert_eq!(
            [first_name("Liz"), first_name("elizabeth"), first_name("sen.")],
            ["elizabeth", "elizabeth", "sen."]
        );
    }
}
