//! Numbers: the words that limit one and belong to its noun phrase ("at least ten boats", "up to 40
//! people"), and the amount that somebody puts on something ("put the toll at 40").

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// The maximum number of tokens of what an amount is put on.
const SUM: usize = 10;
/// The maximum number of tokens that limit a number: "only as many as".
const LIMIT: usize = 4;

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
        const BEFORE_LIMITS: Classes = Classes::of(Class::Approximating).and(Class::LimitingDegree);
        let end = self.limit_end(s);
        if end > s {
            // "complaints about some of them", but "virtually no one", "at least some of them"
            let strict = end > s + 1 || self.tag(s) != Tag::Preposition;
            let counts = matches!(self.tag(end), Tag::Number | Tag::Determiner)
                || self.is(end, Class::QuantityPredeterminer)
                || strict && self.is(end, Class::Quantity);
            if counts {
                return end;
            }
        }
        // "only about ten", "just over half", "slightly more than half"
        let limited = if self.classes(s).any(BEFORE_LIMITS) { self.quantifier_end(s + 1) } else { s };
        if limited > s + 1 { limited } else { s }
    }

    /// "at least |", "as many as |": the end of the words at `s` that would limit a number.
    fn limit_end(&self, s: usize) -> usize {
        if self.is_one_of(s, words!["at"]) && self.is_one_of(s + 1, words!["least", "most"])
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
        } else {
            s + usize::from(self.is(s, Class::Limiting) || self.is(s, Class::Approximating))
        }
    }

    /// "40 per cent": whether "per" is at `i`.
    pub(super) fn is_per_cent(&self, i: usize) -> bool {
        self.is_one_of(i, words!["per"])
            && self.is_one_of(i + 1, words!["cent"])
            && i > 0
            && self.tag(i - 1) == Tag::Number
    }

    /// The start of the words that limit the number or the amount at `start`: "about | two-thirds",
    /// "as many as | 40", "virtually | no one".
    pub(super) fn quantifier_start(&self, start: usize, floor: usize) -> usize {
        let amount =
            self.tag(start) == Tag::Number || self.is(start, Class::Quantity) || self.compares_at(start);
        let first = start.saturating_sub(LIMIT).max(floor);
        let limits = |&s: &usize| self.quantifier_end(s) >= start.max(s + 1);
        if amount { (first..start).find(limits).unwrap_or(start) } else { start }
    }

    /// "put the toll at about 40": the position of the number after the noun phrase at `i` and
    /// "at".
    pub(crate) fn sum_after(&self, i: usize, stop: usize) -> Option<usize> {
        let phrase = |k: &usize| {
            self.tag(*k).is_nominal()
                || matches!(self.tag(*k), Tag::Object | Tag::Possessive | Tag::Determiner)
                // "the number of marchers", but not "the car in the garage"
                || self.is_one_of(*k, words!["of", "for"])
        };
        let at = (i..stop.min(i + SUM)).find(|k| !phrase(k))?;
        if at == i || !self.is_one_of(at, words!["at"]) || at + 1 >= stop {
            return None;
        }
        // "more than £4m"
        let limit = if self.compares_at(at + 1) { at + 3 } else { self.quantifier_end(at + 1) };
        let amount = limit + usize::from(self.is(limit, Class::Approximating));
        let symbol = usize::from(self.kind(amount) == Some(Kind::Symbol));
        (self.tag(amount + symbol) == Tag::Number).then_some(amount + symbol)
    }
}
