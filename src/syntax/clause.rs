//! Whether a clause with a subject and a verb of its own begins at a word: "the plan, which failed,
//! | was", "next week | prices will".

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

impl Syntax<'_> {
    /// Whether a clause with a subject and a finite verb of its own starts at `i`.
    pub(crate) fn clause_follows(&self, i: usize, stop: usize) -> bool {
        let j = self.quantifier_end(self.past_openers(i, stop));
        if self.is_one_of(i, words!["there"]) || self.is_one_of(j, words!["there"]) {
            return true;
        }
        // "what the divers found was"
        if self.is_one_of(j, words!["what"]) {
            return self.second_verb(j, stop);
        }
        let end = match self.tag(j) {
            // "wrote to parents, saying the roof could fall", "by saying the roof could fall"
            Tag::Ing
                if j > i
                    && matches!(self.tag(j - 1), Tag::Comma | Tag::Preposition)
                    && self.attributes(j) =>
            {
                None
            }
            Tag::Ing => Some(self.after_adverbs(self.gerund_end(j, stop))),
            Tag::Object => Some(j + 1),
            _ => self.phrase_end(j, stop),
        };
        let Some(mut end) = end else { return false };
        if self.tag(end) == Tag::Mark {
            // "the council “completely ignored” the residents"
            end = self.after_adverbs(end + 1);
        }
        if self.verb_at(end) || self.tag(end) == Tag::Negation {
            return true;
        }
        if self.joins_predicate(j, end) {
            return false;
        }
        // "the plan to close the library was"
        if self.tag(end) == Tag::To && self.tag(end + 1) == Tag::Base {
            return self.verb_at(end + 2)
                || self.phrase_end(end + 2, stop).is_some_and(|object| self.verb_at(object));
        }
        let limit = stop.min(end + 25);
        if self.tag(end) == Tag::Comma {
            // "a door, tanks and one body were"
            return self.lists_subject(end, limit)
                || self.resumes_after_insertions(end, stop)
                || matches!(self.tag(end + 1), Tag::Wh | Tag::That) && self.second_verb_within(end, limit);
        }
        self.second_verb_within(end, limit)
    }

    /// Whether the main clause may begin at `i`, after a fronted clause and its comma.
    pub(crate) fn opens_main_clause(&self, i: usize, stop: usize) -> bool {
        !matches!(self.tag(i), Tag::Wh | Tag::That | Tag::Coordinator | Tag::Subordinator | Tag::Ing)
            && self.clause_follows(i, stop)
    }

    /// "Saying that “it is late,” | Ruiz left": where the main clause begins, after a fronted
    /// clause whose words continue at `from`. Commas inside a quotation belong to its speaker.
    pub(super) fn main_clause_after(&self, from: usize, stop: usize) -> Option<usize> {
        let mut k = from;
        while k < stop {
            let quotation = self.text.quotations.starting_at(k).filter(|_| self.kind(k) == Some(Kind::Mark));
            let last = quotation.map_or(k, |q| q.run.stop() - 1);
            let comma = self.tag(last) == Tag::Comma || last > k && self.tag(last - 1) == Tag::Comma;
            if comma && self.opens_main_clause(last + 1, stop) {
                return Some(last + 1);
            }
            k = last + 1;
        }
        None
    }

    /// "anyone who voted would", "the plan his party backed is", "the sum provided by the town
    /// should": whether the noun phrase that ends at `end` is followed by one verb more than there
    /// are embedded clauses.
    fn second_verb_within(&self, end: usize, limit: usize) -> bool {
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
            _ if self.is_one_of(end + 1, words!["by"]) => limit,
            _ => end,
        };
        // "her advisers as she worked on it": an adverbial clause is no relative clause
        let adverbial = |k: usize| {
            self.tag(k) == Tag::Preposition
                && self.is(k, Class::SubordinatingPreposition)
                && self.phrase_end(k + 1, limit).is_some_and(|end| self.verb_at(end))
        };
        let clause_break = |k: &usize| {
            self.tag(*k) == Tag::Coordinator && self.is_one_of(*k, words!["but"])
                || adverbial(*k)
                || self.tag(*k) == Tag::Subordinator
                    && !self.is_one_of(*k, words!["despite"])
                    && !self.is_one_of(*k + 1, words!["by"])
        };
        // "calls for it to be sold": the infinitive is no second verb
        let finite = |k: usize| {
            self.tag(k) == Tag::Finite || self.tag(k) == Tag::Auxiliary && self.tag(k - 1) != Tag::To
        };
        let nested = (end..bounded).take_while(|k| !clause_break(k)).filter(|&k| finite(k)).count();
        // "which he said were": what is said lacks its subject
        let gapped = |k: usize| {
            self.tag(k) == Tag::Finite
                && self.attributes(k)
                && k + 1 < bounded
                && self.verb_at(k + 1)
                && self.tag(k - 1) == Tag::Pronoun
                && self.tag(k - 2) == Tag::Wh
        };
        // "who", "that", "the plan he backed": each opens a clause with a verb of its own
        let opens = |k: usize| {
            matches!(self.tag(k), Tag::Wh | Tag::That)
                || gapped(k)
                || self.tag(k) == Tag::Pronoun
                    && self.is(k, Class::SubjectPronoun)
                    && !matches!(self.tag(k - 1), Tag::Wh | Tag::That)
                    && k + 1 < bounded
                    && self.verb_at(k + 1)
        };
        // "the man who fell and died": the second verb of an embedded clause
        let joins = |k: usize| self.tag(k) == Tag::Coordinator && finite(self.after_adverbs(k + 1));
        let opened = (end..bounded)
            .take_while(|k| !clause_break(k))
            .fold(0, |opened, k| opened + usize::from(opens(k) || opened > 0 && joins(k)));
        nested > opened
    }

    /// "the plan, which failed, was", "the plant in Tarn, Ohio, which makes tyres, is": whether the
    /// subject that ends before the comma at `end` gets its verb after insertions between commas.
    fn resumes_after_insertions(&self, end: usize, stop: usize) -> bool {
        let limit = stop.min(end + 25);
        let (mut relative, mut first) = (false, true);
        for k in end + 1..limit {
            match self.tag(k) {
                Tag::Comma if self.resumes_subject(k, stop) => return true,
                Tag::Comma => first = false,
                Tag::Wh | Tag::That => relative = true,
                Tag::Finite | Tag::Auxiliary if !relative && !first => return false,
                _ => {}
            }
        }
        false
    }

    /// "the plan, which failed, was", "…, and the budget were": whether a subject gets its verb
    /// after the comma at `close`.
    fn resumes_subject(&self, close: usize, stop: usize) -> bool {
        let joined = || {
            self.tag(close + 1) == Tag::Coordinator
                && self.core_end(close + 2, stop).is_some_and(|end| self.verb_at(end))
        };
        let quoted = || self.opens_quotation(close + 1) && self.verb_at(close + 2);
        self.tag(close) == Tag::Comma && (self.verb_at(close + 1) || quoted() || joined())
    }

    /// "the need for masks and urged people to wear them": whether a verb of the writer's is
    /// coordinated with the noun phrase from `start` to `end`. Not so where the words continue with
    /// a clause of their own: "the support and love she had".
    pub(crate) fn joins_predicate(&self, start: usize, end: usize) -> bool {
        let verb = self.after_adverbs(end + 1);
        let contact = self.is(verb + 1, Class::SubjectPronoun) && self.verb_at(verb + 2);
        self.tag(end) == Tag::Coordinator
            && self.verb_at(end + 1)
            && !contact
            && !(start..end).any(|k| self.tag(k) == Tag::Mark)
    }

    /// "next week", "in May", "perhaps": skips the adverbs and phrases that may come before a
    /// clause's subject.
    fn past_openers(&self, i: usize, stop: usize) -> usize {
        let mut j = i;
        if self.is_one_of(j, words!["next", "now", "tomorrow"]) {
            let end = (j..stop).find(|&k| !self.is_time(k)).unwrap_or(j);
            j = if self.verb_at(end) { j } else { end };
        }
        for _ in 0..3 {
            // "so far nobody has come"
            if self.is_one_of(j, words!["so"]) && self.is_one_of(j + 1, words!["far"]) {
                j += 2;
            } else if self.quantifier_end(j) > j || self.is_one_of(j, words!["there"]) {
                break;
            } else if self.tag(j) == Tag::Adverb {
                j += 1;
            } else if self.tag(j) == Tag::Preposition {
                let from = j + 1;
                j = self.phrase_end(from, stop).unwrap_or(from);
                if self.verb_at(j) {
                    return self.subject_within(from, stop).unwrap_or(j);
                }
                j += usize::from(self.tag(j) == Tag::Comma);
            }
        }
        j
    }

    /// "in most cities rents have risen": the start of a subject that follows the phrase from
    /// `from` on without a comma.
    fn subject_within(&self, from: usize, stop: usize) -> Option<usize> {
        let likely = || self.likely_contact_clause(from, stop).filter(|&s| self.looks_plural(s - 1));
        self.contact_clause(from, stop).or_else(likely)
    }

    /// "closing the school in Tarn": the end of the gerund at `i` with its object.
    fn gerund_end(&self, i: usize, stop: usize) -> usize {
        let object = |from| if self.verb_at(from) { None } else { self.phrase_end(from, stop) };
        let end = object(i + 1).unwrap_or(i + 1);
        if self.tag(end) == Tag::Preposition { object(end + 1).unwrap_or(end) } else { end }
    }
}
