//! Contract: which pronouns may refer to a speaker, by gender and number.

use super::{HE, I, SHE, Side, THEY, WE};
use crate::lexicon::{Class, Classes, WordId, named};
use crate::text::token::Kind;

const HIS: WordId = named("his");
const HER: WordId = named("her");

impl Side<'_, '_> {
    /// Whether `pronoun` may refer to the speaker, by the speaker's name and pronouns.
    pub(super) fn may_be(&self, gender: Class, pronoun: WordId) -> bool {
        let sexes = Classes::of(Class::Male).and(Class::Female);
        let named = |i: usize| {
            let word = self.text.id(i);
            let fits = self.classes(i).has(gender) || word == pronoun;
            let other = [HE, SHE, I, WE, THEY].contains(&word);
            (fits, !fits && (self.classes(i).any(sexes) || other))
        };
        let (fits, differs) = self.words().map(named).fold((false, false), |a, b| (a.0 || b.0, a.1 || b.1));
        !self.is_document() && (fits || !differs)
    }

    /// Whether the possessive `pronoun` may refer to the speaker.
    pub(super) fn may_possess(&self, pronoun: WordId) -> bool {
        match pronoun {
            HIS => self.may_be(Class::Male, HE) || self.speaks_for_another(),
            HER => self.may_be(Class::Female, SHE) || self.speaks_for_another(),
            _ => true,
        }
    }

    /// Whether "they" may refer to the speaker: several people, or nobody named.
    pub(super) fn is_plural(&self) -> bool {
        let several = Classes::of(Class::Coordinator)
            .and(Class::IndefinitePronoun)
            .and(Class::Relative)
            .and(Class::NumberWord);
        !self.is_document()
            && self.source.is_none_or(|source| {
                source.indices().any(|i| {
                    let classes = self.classes(i);
                    classes.any(several)
                        || self.text.tokens[i].kind == Kind::Number
                        || self.text.id(i) == THEY
                        || classes.has(Class::Group)
                        || classes.any(Classes::of(Class::Person).and(Class::Noun)) && {
                            let word = self.text.word(i);
                            word.ends_with(['s', 'e']) || word.ends_with("men")
                        }
                        || classes.is_empty() && self.text.word(i).ends_with('s')
                })
            })
    }
}
