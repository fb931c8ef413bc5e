//! Adjuncts: phrases of time, place and occasion ("on Friday", "last week", "in an interview").

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

impl Syntax<'_> {
    /// Whether a preposition opens a phrase of time, place or occasion that tells where something was said rather than
    /// who or what: "in an interview", "on Tuesday", "at a rally".
    pub(crate) fn opens_setting(&self, i: usize) -> bool {
        if self.tag(i) != Tag::Preposition
            || !self.is_one_of(
                i,
                words!["in", "on", "at", "during", "after", "before", "by", "via", "from", "since"],
            )
        {
            return false;
        }
        let stop = self.sentence(i).stop();
        let end = self.core_end(i + 1, stop).unwrap_or(i + 1);
        (i + 1..end).any(|j| {
            self.classes(j).any(Classes::of(Class::Time).and(Class::Month)) || self.is(j, Class::Occasion)
        }) || self.is_one_of(i, words!["during", "since"])
            || self.kind(i + 1) == Some(Kind::Number) && end == i + 2
    }

    /// "in an interview", "at a rally": the occasion on which something is said is no part of it, nor is a day at the end
    /// ("on Friday"); another time may be.
    pub(super) fn opens_occasion(&self, i: usize) -> bool {
        self.opens_setting(i) && {
            let end = self.core_end(i + 1, self.sentence(i).stop()).unwrap_or(i + 1);
            (i + 1..end).any(|j| self.is(j, Class::Occasion))
                || self.is_one_of(i, words!["on"]) && matches!(self.tag(end), Tag::Comma | Tag::End)
        }
    }

    pub(crate) fn is_time(&self, i: usize) -> bool {
        self.classes(i).any(Classes::of(Class::Time).and(Class::Month))
    }

    /// `end` without a time phrase before it: "Ruiz on Tuesday said", "Ruiz last week said".
    pub(super) fn without_time(&self, end: usize, floor: usize) -> usize {
        let mut k = end;
        while k > floor && (self.is_time(k - 1) || self.kind(k - 1) == Some(Kind::Number) && k < end) {
            k -= 1;
        }
        if k < end && k > floor && self.tag(k - 1) == Tag::Preposition {
            k -= 1;
        }
        // "the letters released on Friday said": the time belongs to the participle
        if k > floor && !self.tag(k - 1).is_verb() { k } else { end }
    }

    /// "who in the past said": the phrase before the verb tells when or where, the relative pronoun before it who.
    pub(super) fn over_setting(&self, phrase: Run, floor: usize) -> Run {
        let start = phrase.first();
        let pronoun = start > floor + 1
            && self.tag(start - 1) == Tag::Preposition
            && self.tag(start - 2) == Tag::Wh
            && self.is(start - 2, Class::Relative);
        if pronoun { Run::new(start - 2, start - 1) } else { phrase }
    }
}
