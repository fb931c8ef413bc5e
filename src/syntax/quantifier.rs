//! Words that limit a number and belong to its noun phrase: "at least ten boats", "up to 40 people".

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

impl Syntax<'_> {
    /// "at least", "more than", "as many as", "nearly": the number or determiner that the words at
    /// `s` limit, or `s` if they limit none.
    pub(crate) fn quantifier_end(&self, s: usize) -> usize {
        let limits = matches!(self.tag(s), Tag::Preposition | Tag::Adverb | Tag::Adjective | Tag::Pronoun)
            || self.is(s, Class::Comparative);
        if limits { self.limited(s) } else { s }
    }

    /// As [`Self::quantifier_end`], for a word that may limit a number; most words may not.
    #[inline(never)]
    fn limited(&self, s: usize) -> usize {
        let end = if self.is_one_of(s, words!["at"]) && self.is_one_of(s + 1, words!["least", "most"])
            || self.is_one_of(s, words!["up"]) && self.is_one_of(s + 1, words!["to"])
            || self.compares_at(s)
        {
            s + 2
        } else if self.is(s, Class::Comparison)
            && self.is_one_of(s + 1, words!["many", "much", "few"])
            && self.is_one_of(s + 2, words!["as"])
            // "between 20 and 30 people"
            || self.is_one_of(s, words!["between"])
                && self.tag(s + 1) == Tag::Number
                && self.tag(s + 2) == Tag::Coordinator
        {
            s + 3
        } else if self.is(s, Class::Limiting) {
            s + 1
        } else {
            return s;
        };
        let counts = matches!(self.tag(end), Tag::Number | Tag::Determiner)
            || self.is(end, Class::QuantityPredeterminer);
        if counts { end } else { s }
    }
}
