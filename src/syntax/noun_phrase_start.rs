//! Where a noun phrase begins that ends before a word, found by its tags: "on Friday | the head of
//! the council said".

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

impl Syntax<'_> {
    /// The start of the noun phrase that ends before `end`, without prepositional phrases.
    pub(crate) fn core_start(&self, end: usize, floor: usize) -> Option<usize> {
        let mut j = end;
        let mut seen = false;
        while j > floor {
            let i = j - 1;
            match self.tag(i) {
                // "half a dozen traders", "all the traders"
                Tag::Pronoun
                    if seen
                        && self.is(i, Class::QuantityPredeterminer)
                        && matches!(self.tag(j), Tag::Determiner | Tag::Possessive) => {}
                Tag::Pronoun => return if seen { Some(j) } else { Some(i) },
                // "most of them"
                Tag::Object if !seen && i > floor && self.tag(i - 1) == Tag::Preposition => return Some(i),
                Tag::Possessive if !seen => return None,
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number if seen && self.names_apart(i) => {
                    break;
                }
                Tag::Determiner if seen && self.determines_apart(i) => break,
                Tag::Noun
                | Tag::Proper
                | Tag::Adjective
                | Tag::Number
                | Tag::Determiner
                | Tag::Possessive => seen = true,
                // "much of the city"
                Tag::Adverb if !seen && self.is(i, Class::Quantity) => seen = true,
                Tag::Mark => {
                    let Some(open) = self.inner_quotation_start(i, floor, seen) else { break };
                    j = open;
                    seen = true;
                    continue;
                }
                Tag::Break if self.kind(i) == Some(Kind::Close) => {
                    let Some(open) = self.bracket_start(i, floor) else { break };
                    j = open;
                    continue;
                }
                Tag::Preposition if seen && self.is_per_cent(i) => {}
                _ if seen && self.modifies_next(i, floor) => {}
                _ => break,
            }
            j = i;
        }
        (seen && j < end).then_some(j)
    }

    /// "in Ohio | the governor", "a sum | one councillor": whether a new noun phrase begins after
    /// the noun, adjective or number at `i`.
    fn names_apart(&self, i: usize) -> bool {
        let j = i + 1;
        // "the two most senior officers", "one such letter"
        let counted =
            || self.tag(i) == Tag::Number && (self.is(j, Class::Degree) || self.is_one_of(j, words!["such"]));
        self.tag(j) == Tag::Determiner && !self.is(i, Class::Predeterminer) && !counted()
            || self.tag(i) == Tag::Noun && self.counts_anew(j)
    }

    /// "told this | the governor", but "all the traders", "the most recent study", "a few traders":
    /// whether a new noun phrase begins after the determiner at `i`.
    fn determines_apart(&self, i: usize) -> bool {
        const AMOUNT: Classes = Classes::of(Class::Degree).and(Class::Quantity);
        let j = i + 1;
        self.tag(j) == Tag::Determiner
            && !self.is(i, Class::QuantityPredeterminer)
            && !(self.classes(j).any(AMOUNT) && self.is_one_of(i, words!["a", "the", "these", "those"]))
    }

    /// "one councillor", "two others": whether a number in letters at `i` begins a noun phrase.
    fn counts_anew(&self, i: usize) -> bool {
        // "the world number one"
        if self.is_one_of(i - 1, words!["number"]) {
            return false;
        }
        let word = self.token(i).is_some_and(|t| t.kind == Kind::Word && !t.is_capital());
        word && self.tag(i) == Tag::Number && self.is(i, Class::IndefinitePronoun)
    }

    /// "the | closing | speech", "a | very | old pier": whether the word at `i` belongs to the noun
    /// phrase that goes on after it.
    fn modifies_next(&self, i: usize, floor: usize) -> bool {
        let j = i + 1;
        let after = |tags: &[Tag]| i > floor && tags.contains(&self.tag(i - 1));
        match self.tag(i) {
            Tag::Ing | Tag::Participle => {
                self.tag(j) != Tag::Determiner && after(&[Tag::Determiner, Tag::Possessive])
            }
            Tag::Adverb => {
                matches!(self.tag(j), Tag::Adjective | Tag::Number) && i > floor
                    // "Newly elected councillor Ana Ruiz"
                    || self.tag(j) == Tag::Adjective
                        && self.is(j, Class::VerbParticiple)
                        && self.text.word(i).ends_with("ly")
                    // "the then prime minister"
                    || after(&[Tag::Determiner]) && self.tag(j).is_nominal()
            }
            // "£4m"
            Tag::Other => self.kind(j) == Some(Kind::Number),
            _ => false,
        }
    }

    /// The start of a short quotation inside a noun phrase that ends with the mark at `i`. `seen`
    /// says that words of the phrase come after it.
    fn inner_quotation_start(&self, i: usize, floor: usize, seen: bool) -> Option<usize> {
        // "on “Harbour Morning,” | the mayor": the comma inside ends the phrase
        if seen && i > floor && self.tag(i - 1) == Tag::Comma {
            return None;
        }
        let inner = self.quotation_ending_at(i).filter(|q| q.len() <= 6 && q.first() > floor)?;
        self.tag(inner.first() - 1).is_nominal().then_some(inner.first())
    }

    /// "(D-Ohio)": the start of the bracket that token `close` closes.
    pub(super) fn bracket_start(&self, close: usize, floor: usize) -> Option<usize> {
        (floor..close).rev().take(12).find(|&i| self.kind(i) == Some(Kind::Open))
    }

    /// The start of the noun phrase that ends before `end`, including what prepositions and "and"
    /// join to it.
    pub(crate) fn phrase_start(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = self.core_start(end, floor)?;
        while start > floor + 1 {
            // "a study of more than 60 adults"
            if start > floor + 2 && self.tag(start - 3) == Tag::Preposition && self.compares_at(start - 2) {
                start -= 2;
            }
            let mut before = start - 1;
            if start > floor + 2 && self.gives_example(start - 2) {
                let Some(next) = self.core_start(start - 2, floor) else { break };
                start = next;
                continue;
            }
            // "politicians and even some engineers"
            if before > floor
                && self.is_one_of(before, words!["even"])
                && self.tag(before - 1) == Tag::Coordinator
            {
                before -= 1;
            }
            // "pupils as young as six"
            if start > floor + 3
                && self.compares_equal(start - 3)
                && let Some(next) = self.core_start(start - 3, floor)
            {
                start = next;
                continue;
            }
            // "nine out of ten"
            if start > floor + 2 && self.counts_out(start - 2) {
                start = self.core_start(start - 2, floor).unwrap_or(start);
                break;
            }
            let joins = match self.tag(before) {
                // "in the past year | about 40 people"
                Tag::Preposition => {
                    self.is(before, Class::SubjectJoiningPreposition)
                        && !(self.is_time(before - 1) && self.quantifier_start(start, floor) < start)
                }
                Tag::Coordinator => {
                    // "everyone but Ruiz"
                    !self.is_one_of(before, words!["but"])
                        || before > floor && self.is(before - 1, Class::IndefinitePronoun)
                }
                Tag::Negation => self.is_one_of(before, words!["nor"]),
                Tag::Other => true,
                _ => false,
            };
            let Some(next) = joins.then(|| self.core_start(before, floor)).flatten() else { break };
            if self.tag(before) == Tag::Coordinator && self.is_separate(next, before, floor) {
                break;
            }
            start = next;
        }
        Some(self.cut_fronted_time(start, end, floor))
    }

    /// "as young as" at `i`.
    fn compares_equal(&self, i: usize) -> bool {
        self.is_one_of(i, words!["as"])
            && self.tag(i + 1) == Tag::Adjective
            && self.is_one_of(i + 2, words!["as"])
            && self.tag(i + 3) == Tag::Number
    }

    /// "On Tuesday Ruiz said": the object of the fronted preposition is not part of the subject.
    fn cut_fronted_time(&self, start: usize, end: usize, floor: usize) -> usize {
        if start == floor || self.tag(start - 1) != Tag::Preposition {
            return start;
        }
        let time = Classes::of(Class::Time).and(Class::Month);
        let named = |i: usize| self.classes(i).any(time);
        // a bare number is a time only if it is a year
        let year =
            |i: usize| self.kind(i) == Some(Kind::Number) && (self.text.word(i).len() == 4 || named(i + 1));
        let rest = (start..end).find(|&i| !named(i) && !year(i));
        // "in this case": no time
        let timed = |&rest: &usize| (start..rest).any(|i| self.tag(i) != Tag::Determiner);
        rest.filter(timed).unwrap_or(start)
    }

    /// Whether the phrase from `start` to the conjunction at `end` is the end of another clause:
    /// "spent 3m on locums in May and Ruiz said", "the deadline is too short and some said".
    fn is_separate(&self, start: usize, end: usize, floor: usize) -> bool {
        let mut first = start;
        while first > floor + 1 && self.tag(first - 1) == Tag::Preposition {
            let Some(next) = self.core_start(first - 1, floor) else { break };
            first = next;
        }
        let degree = start > floor
            && start + 1 == end
            && self.tag(start - 1) == Tag::Adverb
            && !self.is(start - 1, Class::SayingTime);
        let before = first - usize::from(first > floor && self.tag(first - 1) == Tag::Other);
        let object = first < start && before > floor && self.tag(before - 1).is_verb();
        object
            || degree
            || self.ends_object(start, floor)
            || self.is_one_of(end + 1, words!["he", "she", "they", "it"])
    }

    /// Whether a verb governs the phrase that starts at `start`, which then cannot be part of a
    /// subject.
    fn ends_object(&self, start: usize, floor: usize) -> bool {
        start > floor && {
            let mut before = start - 1;
            while before > floor && matches!(self.tag(before), Tag::Adverb | Tag::Preposition | Tag::Other) {
                before -= 1;
            }
            self.tag(before).is_verb() || self.tag(before) == Tag::Auxiliary
        }
    }
}
