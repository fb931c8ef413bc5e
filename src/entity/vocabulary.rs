//! Adjusts the senses that the lexicon gives a word to its spelling in the text.

pub(super) use crate::lexicon::{Sense, Senses};

impl Senses {
    /// The senses of a word as spelled here: a first name and the last word of a business have a
    /// capital, a verb has none, and an acronym (`letters`: "IT", "U.S.") is not a function word.
    pub(super) fn shaped(self, capital: bool, letters: bool) -> Self {
        const FIRST_NAME: Senses = Senses::of(&[Sense::FirstName]);
        const VERB: Senses = Senses::of(&[Sense::Verb]);
        const FUNCTION: Senses = Senses::of(&[Sense::Function]);

        const GROUP: Senses = Senses::of(&[Sense::GroupWord, Sense::Organization]);

        let senses = if capital { self.without(VERB).with(Sense::Capital) } else { self.without(FIRST_NAME) };
        // "Tarn Water", but "the water"
        let senses = if capital && self.has(Sense::Company) { senses.union(GROUP) } else { senses };
        if letters { senses.without(FUNCTION) } else { senses }
    }
}

#[cfg(test)]
mod tests {
    use super::Sense;
    use crate::lexicon::Lexicon;

    #[test]
    fn spelling_decides_between_names_verbs_and_function_words() {
        let lexicon = Lexicon::built_in();
        let senses = |word| lexicon.senses(lexicon.id(word));
        assert!(senses("Liz").shaped(true, false).has(Sense::FirstName));
        assert!(!senses("liz").shaped(false, false).has(Sense::FirstName));
        assert!(senses("says").shaped(false, false).has(Sense::Verb));
        assert!(!senses("Says").shaped(true, false).has(Sense::Verb));
        assert!(senses("It").shaped(true, false).has(Sense::Function));
        assert!(!senses("IT").shaped(true, true).has(Sense::Function));
    }
}
