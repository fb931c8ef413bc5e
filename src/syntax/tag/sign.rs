//! Tokens that are no words: the clitic in "Moor's", a quotation mark, "&", "%".

use super::Tag::{Adverb, Auxiliary, Coordinator, Mark, Negation, Noun, Other, Possessive, Proper};
use super::{NOUNS, Tag, Tagger};
use crate::lexicon::{Class, Classes, word};
use crate::text::token::{Gap, Kind};

impl Tagger<'_> {
    /// The tag of a token that is no word and is not known by its [kind](super::of_kind) alone.
    /// This and the two other functions for a token are not inlined, so that the loop over all
    /// stays small.
    #[inline(never)]
    pub(super) fn sign(&self, i: usize, kind: Kind) -> Tag {
        match kind {
            Kind::Clitic => self.clitic(i),
            Kind::Mark if self.is_plural_possessive(i) => Possessive,
            Kind::Mark => Mark,
            _ => match self.text.word(i) {
                "&" => Coordinator,
                // "42% say": a share of people
                "%" => Noun,
                // "a Ledger/Tarn Polling survey"
                "/" if self.joins_names(i) => Proper,
                _ => Other,
            },
        }
    }

    /// Whether the words directly before and after `i` have capitals.
    fn joins_names(&self, i: usize) -> bool {
        let tight = |j: usize| self.token(j).gap == Gap::None;
        i > self.sentence.first()
            && i + 1 < self.sentence.stop()
            && tight(i)
            && tight(i + 1)
            && self.token(i - 1).is_capital()
            && self.token(i + 1).is_capital()
    }

    /// "the voters’ choice": a single quotation mark after an "s" that does not belong to a
    /// quotation.
    fn is_plural_possessive(&self, i: usize) -> bool {
        matches!(self.text.word(i), "'" | "’")
            && self.token(i).gap == Gap::None
            && i > self.sentence.first()
            && self.text.word(i - 1).ends_with(['s', 'S', 'z', 'x'])
            && self.text.quotations.ending_at(i).is_none()
    }

    /// "'s" is "is" after a pronoun and a possessive elsewhere. The other clitics are auxiliaries.
    fn clitic(&self, i: usize) -> Tag {
        let word = self.text.word(i);
        if word.starts_with(['n', 'N']) {
            return Negation;
        }
        let possessive = word.ends_with(['s', 'S'])
            && !i.checked_sub(1).is_some_and(|p| {
                let classes = self.classes(p);
                classes.any(Classes::of(Class::SubjectPronoun).and(Class::Wh).and(Class::That))
                    // "here's", but "yesterday's vote"
                    || classes.has(Class::Adverb) && self.tags[p] == Adverb && !classes.has(Class::Time)
            });
        match possessive {
            true if self.is_double_genitive(i) => Noun,
            true => Possessive,
            false => Auxiliary,
        }
    }

    /// "a friend of Moor's | said", "two pals of the singer's | have": whether the clitic at `i`
    /// ends a noun phrase that names a person by another.
    #[inline(never)]
    fn is_double_genitive(&self, i: usize) -> bool {
        /// The maximum length of "of the young singer", in tokens.
        const OF_NAME: usize = 4;
        let (first, stop) = (self.sentence.first(), self.sentence.stop());
        let inside = |&j: &usize| self.tags[j].is_nominal();
        let Some(of) = (first..i).rev().take(OF_NAME).find(|j| !inside(j)) else { return false };
        let person = of > first && self.text.id(of) == word!("of") && self.classes(of - 1).has(Class::Person);
        let ends = |j: usize| {
            let classes = self.classes(j);
            let auxiliary = classes.any(Classes::of(Class::Have).and(Class::Be).and(Class::Modal));
            let verb = classes.any(Classes::of(Class::VerbPast).and(Class::VerbS));
            !self.token(j).is_word()
                || auxiliary
                || verb && (self.takes_that(j) || !classes.any(NOUNS))
                || classes.has(Class::VerbBase) && self.takes_that(j) && !classes.any(NOUNS)
        };
        person && (i + 1 >= stop || ends(i + 1))
    }
}
