//! Noun phrases around a cue, found by their tags, to the left and to the right.

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

impl Syntax<'_> {
    /// The end of the noun phrase that starts at `i`, without prepositional phrases.
    pub(crate) fn core_end(&self, i: usize, stop: usize) -> Option<usize> {
        self.memo.core_end(i, stop, || self.find_core_end(i, stop))
    }

    #[inline(never)]
    fn find_core_end(&self, i: usize, stop: usize) -> Option<usize> {
        // "a study of more than 60 adults", "up to 40 people"
        let mut j = self.quantifier_end(i);
        let mut head = false;
        while j < stop {
            match self.tag(j) {
                // "half a dozen traders", "all the traders"
                Tag::Pronoun if !head && (j > i || self.is(j, Class::QuantityPredeterminer)) => {
                    head = !matches!(self.tag(j + 1), Tag::Determiner | Tag::Possessive);
                }
                Tag::Pronoun | Tag::Object if j == i => return Some(i + 1),
                // "reporters the plan": an article opens another phrase, but not in "two more
                // clinics"
                Tag::Determiner if head && self.tag(j - 1) != Tag::Number => break,
                Tag::Determiner | Tag::Number | Tag::Adjective if !head || self.nominal_follows(j, stop) => {
                    head = self.tag(j) == Tag::Number || head;
                }
                Tag::Possessive => head = false,
                Tag::Noun | Tag::Proper => head = true,
                Tag::Pronoun if self.tag(j - 1) == Tag::Determiner => head = true,
                Tag::That if j == i && self.nominal_follows(j, stop) => {}
                // "much of the city"
                Tag::Adverb
                    if j == i && self.is(j, Class::Quantity) && self.is_one_of(j + 1, words!["of"]) =>
                {
                    head = true;
                }
                // "complete but unofficial returns"
                Tag::Coordinator
                    if !head
                        && j > i
                        && self.tag(j - 1) == Tag::Adjective
                        && self.tag(j + 1) == Tag::Adjective => {}
                Tag::Ing | Tag::Participle if !head && j > i && self.nominal_follows(j, stop) => {}
                Tag::Other if j + 1 < stop && self.tag(j + 1) == Tag::Number => {}
                Tag::Adverb
                    if !head
                        && matches!(
                            self.tag(j + 1),
                            Tag::Adjective | Tag::Number | Tag::Participle | Tag::Possessive
                        ) => {}
                Tag::Mark => match self.inner_quotation(j, stop) {
                    // "on “Harbour Morning,” | the mayor"
                    Some(end) if self.tag(end - 2) == Tag::Comma => return Some(end),
                    Some(end) => {
                        head = true;
                        j = end;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            }
            j += 1;
        }
        // "those asked"
        if j == i + 2 && !head && self.is_one_of(i, words!["those"]) && self.is(i + 1, Class::VerbParticiple)
        {
            return Some(j);
        }
        // "the accused, Tom Keane, was": an adjective that stands for people
        if j == i + 1 + usize::from(self.tag(i + 1) == Tag::Adjective)
            && self.tag(i) == Tag::Determiner
            && self.is(i + 1, Class::NominalAdjective)
        {
            return Some(i + 2);
        }
        (j > i && (head || j == i + 1 && self.is(i, Class::IndefinitePronoun))).then_some(j)
    }

    /// "more than": whether a comparison that limits the noun phrase after it begins at `i`.
    pub(super) fn compares_at(&self, i: usize) -> bool {
        self.is(i, Class::Comparative) && self.is_one_of(i + 1, words!["than"])
    }

    fn nominal_follows(&self, j: usize, stop: usize) -> bool {
        j + 1 < stop
            && matches!(
                self.tag(j + 1),
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number | Tag::Possessive | Tag::Mark
            )
    }

    /// The end of a short quotation inside a noun phrase: a nickname, a scare quote.
    fn inner_quotation(&self, i: usize, stop: usize) -> Option<usize> {
        let quotation = self.text.quotations.starting_at(i)?;
        // "the driver “ran off laughing”": the clause's verb
        if matches!(self.tag(i + 1), Tag::Finite | Tag::Auxiliary) {
            return None;
        }
        // "the council “completely ignored” the residents"
        let object =
            matches!(self.tag(quotation.run.stop()), Tag::Determiner | Tag::Possessive | Tag::Object);
        if object && self.tag(i + 1) == Tag::Adverb && self.tag(self.after_adverbs(i + 1)).is_verb() {
            return None;
        }
        (quotation.closed && quotation.run.len() <= 6 && quotation.run.stop() <= stop)
            .then_some(quotation.run.stop())
    }

    /// The end of the noun phrase that starts at `i`, including what prepositions and "and" join to
    /// it.
    pub(crate) fn phrase_end(&self, i: usize, stop: usize) -> Option<usize> {
        let mut end = self.core_end(i, stop)?;
        loop {
            // "sources familiar with the plan", "firms such as bakeries"
            if (self.tag(end) == Tag::Adjective && self.is(end + 1, Class::JoiningPreposition)
                || self.gives_example(end)
                || self.counts_out(end))
                && let Some(next) = self.core_end(end + 2, stop)
            {
                end = next;
                continue;
            }
            let joined = (self.tag(end) == Tag::Preposition
                && self.is(end, Class::JoiningPreposition)
                && !self.opens_setting(end)
                // "this month | about 40 people"
                && self.quantifier_end(end) == end)
                || (self.tag(end) == Tag::Coordinator && !self.is_one_of(end, words!["but"]));
            let joined = joined && end + 1 < stop;
            // "politicians and even some engineers"
            let even = self.tag(end) == Tag::Coordinator && self.is_one_of(end + 1, words!["even"]);
            match joined.then(|| self.core_end(end + 1 + usize::from(even), stop)).flatten() {
                Some(next) => end = next,
                None => return Some(end),
            }
        }
    }

    /// "as young as" at `i`.
    fn compares_equal(&self, i: usize) -> bool {
        self.is_one_of(i, words!["as"])
            && self.tag(i + 1) == Tag::Adjective
            && self.is_one_of(i + 2, words!["as"])
            && self.tag(i + 3) == Tag::Number
    }

    /// "nine out of ten": whether "out of" is at `i`, between two numbers.
    fn counts_out(&self, i: usize) -> bool {
        self.is_one_of(i, words!["out"])
            && self.is_one_of(i + 1, words!["of"])
            && self.tag(i + 2) == Tag::Number
            && i > 0
            && self.tag(i - 1) == Tag::Number
    }

    /// "such as" at `i`.
    pub(super) fn gives_example(&self, i: usize) -> bool {
        self.is_one_of(i, words!["such"]) && self.is_one_of(i + 1, words!["as"])
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
        let degree = start > floor && start + 1 == end && self.tag(start - 1) == Tag::Adverb;
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

    /// The start of the noun phrase that ends before `end`, without prepositional phrases.
    pub(crate) fn core_start(&self, end: usize, floor: usize) -> Option<usize> {
        const AMOUNT: Classes = Classes::of(Class::Degree).and(Class::Quantity);
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
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number => {
                    // "Ohio the governor": a determiner to the right has already closed the phrase
                    // "the two most senior officers", "one such letter"
                    let counted = self.tag(i) == Tag::Number
                        && (self.is(j, Class::Degree) || self.is_one_of(j, words!["such"]));
                    if seen && self.tag(j) == Tag::Determiner && !self.is(i, Class::Predeterminer) && !counted
                    {
                        break;
                    }
                    // "a sum | one councillor said"
                    if seen && self.tag(i) == Tag::Noun && self.counts_anew(j) {
                        break;
                    }
                    seen = true;
                }
                Tag::Determiner | Tag::Possessive => {
                    if seen
                        && self.tag(j) == Tag::Determiner
                        && self.tag(i) == Tag::Determiner
                        && !self.is(i, Class::QuantityPredeterminer)
                        // "the most recent study", "a few traders"
                        && !(self.classes(j).any(AMOUNT) && self.is_one_of(i, words!["a", "the", "these", "those"]))
                    {
                        break;
                    }
                    if !seen && self.tag(i) == Tag::Possessive {
                        return None;
                    }
                    seen = true;
                }
                Tag::Ing | Tag::Participle
                    if seen
                        && self.tag(j) != Tag::Determiner
                        && i > floor
                        && matches!(self.tag(i - 1), Tag::Determiner | Tag::Possessive) => {}
                Tag::Adverb if seen && matches!(self.tag(j), Tag::Adjective | Tag::Number) && i > floor => {}
                // "much of the city"
                Tag::Adverb if !seen && self.is(i, Class::Quantity) => seen = true,
                // "£4m"
                Tag::Other if seen && self.kind(j) == Some(Kind::Number) => {}
                // "Newly elected councillor Ana Ruiz"
                Tag::Adverb
                    if seen
                        && self.tag(j) == Tag::Adjective
                        && self.is(j, Class::VerbParticiple)
                        && self.text.word(i).ends_with("ly") => {}
                // "the then prime minister"
                Tag::Adverb
                    if seen
                        && i > floor
                        && self.tag(i - 1) == Tag::Determiner
                        && self.tag(j).is_nominal() => {}
                Tag::Mark => {
                    // "on “Harbour Morning,” | the mayor": the comma inside ends the phrase
                    let ended = seen && i > floor && self.tag(i - 1) == Tag::Comma;
                    let inner = self.quotation_ending_at(i).filter(|q| q.len() <= 6 && q.first() > floor);
                    match inner.filter(|_| !ended) {
                        Some(inner) if self.tag(inner.first() - 1).is_nominal() => {
                            j = inner.first();
                            seen = true;
                            continue;
                        }
                        _ => break,
                    }
                }
                Tag::Break if self.kind(i) == Some(Kind::Close) => match self.bracket_start(i, floor) {
                    Some(open) => {
                        j = open;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            }
            j = i;
        }
        (seen && j < end).then_some(j)
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

    /// "(D-Ohio)": the start of the bracket that token `close` closes.
    pub(super) fn bracket_start(&self, close: usize, floor: usize) -> Option<usize> {
        (floor..close).rev().take(12).find(|&i| self.kind(i) == Some(Kind::Open))
    }
}
