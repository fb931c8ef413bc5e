//! Where a clause that is said ends: with its sentence, or where the writer takes over.

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::{Tag, Tags};
use crate::text::token::Kind;

/// Where a clause that is said may end.
const TURNS: Tags = Tags::of(&[Tag::Mark, Tag::Possessive, Tag::Comma, Tag::Break, Tag::Coordinator]);

impl Syntax<'_> {
    /// Whether a clause with a subject and a finite verb of its own starts at `i`.
    pub(crate) fn clause_follows(&self, i: usize, stop: usize) -> bool {
        let mut j = i;
        if self.is_one_of(i, words!["there"]) {
            return true;
        }
        // fronted adverbs and phrases
        for _ in 0..3 {
            if self.tag(j) == Tag::Adverb {
                j += 1;
            } else if matches!(self.tag(j), Tag::Preposition) {
                j = self.phrase_end(j + 1, stop).unwrap_or(j + 1);
                if self.tag(j) == Tag::Comma {
                    j += 1;
                }
            }
        }
        if self.is_one_of(j, words!["there"]) {
            return true;
        }
        let end = match self.tag(j) {
            Tag::Ing | Tag::Object => Some(j + 1),
            _ => self.phrase_end(j, stop),
        };
        let Some(mut end) = end else { return false };
        if self.tag(end) == Tag::Mark {
            end += 1;
        }
        if self.verb_at(end) || self.tag(end) == Tag::Negation {
            return true;
        }
        if self.verb_is_joined(j, stop) {
            return false;
        }
        // "the plan, which failed, was"; "anyone who voted would"; "the plan his party backed is"
        let limit = stop.min(end + 25);
        if self.tag(end) == Tag::Comma && !matches!(self.tag(end + 1), Tag::Wh | Tag::That) {
            return self.is_listed_subject(end, limit)
                || (end + 1..limit)
                    .find(|&k| self.tag(k) == Tag::Comma)
                    .is_some_and(|close| self.verb_at(close + 1));
        }
        let bounded = match self.tag(end) {
            Tag::Comma
            | Tag::Wh
            | Tag::That
            | Tag::Pronoun
            | Tag::Preposition
            | Tag::Participle
            | Tag::Coordinator
            | Tag::Break
            | Tag::Ing
            | Tag::To => limit,
            _ => end,
        };
        let clause_break = |k: &usize| {
            self.tag(*k) == Tag::Coordinator && self.is_one_of(*k, words!["but"])
                || self.tag(*k) == Tag::Subordinator
        };
        let nested = (end..bounded)
            .take_while(|k| !clause_break(k))
            .filter(|&k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary))
            .count();
        let opened = (end..bounded)
            .take_while(|k| !clause_break(k))
            .filter(|&k| matches!(self.tag(k), Tag::Wh | Tag::That))
            .count();
        nested > opened
    }

    /// "a door, two tanks and a seat were found": whether the phrases that the comma at `comma` lists end with
    /// "and", one more and a verb.
    fn is_listed_subject(&self, comma: usize, limit: usize) -> bool {
        let mut k = comma;
        for _ in 0..6 {
            let joined = self.tag(k) == Tag::Coordinator
                || self.tag(k) == Tag::Comma && self.tag(k + 1) == Tag::Coordinator;
            let next = if self.tag(k) == Tag::Comma && joined { k + 2 } else { k + 1 };
            // "told a friend, and the mayor was late": two clauses
            if joined && k == comma {
                return false;
            }
            let Some(end) = self.core_end(next, limit) else { return false };
            if joined {
                let verb = match self.tag(end) {
                    Tag::Auxiliary => true,
                    Tag::Finite => !self.is(end, Class::Noun),
                    _ => false,
                };
                // "told Moor, the mayor and Keel were late": a pronoun lists nothing
                return verb && self.tag(next) != Tag::Pronoun;
            }
            if !matches!(self.tag(end), Tag::Comma | Tag::Coordinator) {
                return false;
            }
            k = end;
        }
        false
    }

    /// "claimed self-defence and was acquitted": whether "and" joins a verb right after the noun phrase at `i`,
    /// which is then the object of the verb before it.
    pub(crate) fn verb_is_joined(&self, i: usize, stop: usize) -> bool {
        self.core_end(i, stop).is_some_and(|end| {
            let verb = match self.tag(end + 1) {
                Tag::Auxiliary => true,
                // "the support and love she had received"
                Tag::Finite => !self.is(end + 1, Class::Noun),
                _ => false,
            };
            verb && self.tag(end) == Tag::Coordinator && !(i..end).any(|k| self.tag(k) == Tag::Mark)
        })
    }

    /// `end` without the sentence's final stop, but not before `start`.
    pub(crate) fn trim(&self, start: usize, end: usize) -> usize {
        let mut end = end.max(start);
        while end > start
            && matches!(self.tag(end - 1), Tag::End | Tag::Comma)
            && !self.token(end - 1).is_some_and(|t| t.is_word())
        {
            end -= 1;
        }
        end
    }

    /// Where a clause that is said ends: with its sentence, or before what is the writer's again.
    pub(crate) fn clause_end(&self, i: usize, stop: usize) -> usize {
        // a quotation at the head is passed over like any other
        let mut k = if self.opens_quotation(i) { i } else { i + 1 };
        loop {
            k = self.next_of(k, stop, TURNS);
            if k >= stop {
                break;
            }
            if let Some(past) = self.past_quotation(k, stop) {
                k = past;
                // “… the price list,” arguing that: the comma stands inside the marks
                if self.tag(k.saturating_sub(2)) == Tag::Comma && self.leaves_clause(k - 1, stop) {
                    return k;
                }
                continue;
            }
            if self.tag(k) == Tag::Comma && self.leaves_clause(k, stop) {
                return k;
            }
            if self.kind(k) == Some(Kind::Semicolon) {
                return k;
            }
            // "... and said that": the writer's next verb
            if self.tag(k) == Tag::Coordinator {
                let v = self.after_adverbs(k + 1);
                if self.tag(v) == Tag::Finite && (self.attributes(v) || self.binds(v)) {
                    return k;
                }
            }
            k += 1;
        }
        self.trim(i, stop)
    }

    /// Whether the comma at `k` ends what is said: "according to", "adding", a new attribution of the writer's.
    fn leaves_clause(&self, k: usize, stop: usize) -> bool {
        let next = k + 1;
        if self.is_one_of(next, words!["according", "compared"]) {
            return true;
        }
        if self.tag(next) == Tag::Ing && (self.attributes(next) || self.comments(next)) {
            return true;
        }
        if matches!(self.tag(next), Tag::Coordinator) {
            // "that she had left, and “I think she was right.”": the clause turns into the speaker's words
            if let Some(quotation) =
                self.text.quotations.starting_at(next + 1).filter(|_| self.opens_quotation(next + 1))
            {
                return self.is_attributed(quotation.run);
            }
            // ", and he said", ", but Ruiz denied", ", and added"
            return self.next_verb(next + 1, stop).is_some_and(|v| self.attributes(v));
        }
        if matches!(self.tag(next), Tag::Subordinator | Tag::Preposition)
            && self.is_one_of(next, words!["while", "whereas", "although", "though", "as"])
        {
            return self.next_verb(next + 1, stop).is_some_and(|v| self.attributes(v));
        }
        false
    }
}
