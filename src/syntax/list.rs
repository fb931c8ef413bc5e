//! Lists of noun phrases in a complement: which comma separates their members.

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// Maximum length of brackets after a member, in tokens.
const BRACKETS: usize = 16;

impl Syntax<'_> {
    /// "the other two – Ana Ruiz and Tom Moor.": whether nothing but names follows, from `i` on.
    pub(super) fn names_to_end(&self, i: usize, stop: usize) -> bool {
        self.tag(i) == Tag::Proper
            && self.phrase_end(i, stop).is_some_and(|end| end >= stop || self.tag(end) == Tag::End)
    }

    /// Whether the comma at `k` separates members of a list: noun phrases follow with another comma
    /// and "and" between them.
    pub(super) fn lists(&self, k: usize, stop: usize) -> bool {
        // "cars, shooting and skiing"
        let member = |i: usize| {
            let gerund = self.tag(i) == Tag::Ing && !self.attributes(i) && !self.comments(i);
            let end = if gerund {
                Some(self.core_end(i + 1, stop).unwrap_or(i + 1))
            } else {
                self.core_end(i, stop).map(|end| self.past_bracket(end, stop))
            };
            end.map(|end| self.past_participle(end, stop))
        };
        let Some(mut end) = member(k + 1) else { return false };
        for _ in 0..6 {
            if self.tag(end) == Tag::Coordinator
                || self.tag(end) == Tag::Comma && self.tag(end + 1) == Tag::Coordinator
            {
                let after = if self.tag(end) == Tag::Coordinator { end + 1 } else { end + 2 };
                return (self.tag(after).is_nominal() || self.tag(after) == Tag::Ing)
                    && !self.phrase_end(after, stop).is_some_and(|e| self.verb_at(e));
            }
            if self.tag(end) != Tag::Comma && self.tag(end) != Tag::Preposition {
                return false;
            }
            match member(end + 1) {
                Some(next) => end = next,
                None => return false,
            }
        }
        false
    }

    /// "cafes packed | with traders": the end of a participle that modifies the noun before `i`, or
    /// `i`.
    fn past_participle(&self, i: usize, stop: usize) -> usize {
        let participle = self.tag(i).is_verb()
            && self.is(i, Class::VerbParticiple)
            && self.tag(i - 1) == Tag::Noun
            && i + 1 < stop
            && self.tag(i + 1) == Tag::Preposition;
        i + usize::from(participle)
    }

    /// "Ana Ruiz (Tarn Bridge), Tom Moor": the end of brackets that open at `i`, or `i`.
    fn past_bracket(&self, i: usize, stop: usize) -> usize {
        if self.kind(i) != Some(Kind::Open) {
            return i;
        }
        (i..stop.min(i + BRACKETS)).find(|&k| self.kind(k) == Some(Kind::Close)).map_or(i, |close| close + 1)
    }

    /// "farmers, traders and fishermen will pay": whether the comma at `end` continues a list of
    /// noun phrases whose last member is followed by the verb.
    pub(crate) fn lists_subject(&self, end: usize, stop: usize) -> bool {
        // "headaches, and three developed a rash": no list has two members and a comma
        if self.tag(end + 1) == Tag::Coordinator {
            return false;
        }
        let mut comma = end;
        while self.tag(comma) == Tag::Comma && comma + 1 < stop {
            let member = comma + 1 + usize::from(self.tag(comma + 1) == Tag::Coordinator);
            let Some(next) = self.phrase_end(member, stop) else { return false };
            if self.verb_at(next) {
                let joined =
                    |k: usize| self.tag(k) == Tag::Coordinator && self.is_one_of(k, words!["and", "or"]);
                return (comma + 1..next).any(joined);
            }
            comma = next;
        }
        false
    }
}
