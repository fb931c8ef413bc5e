//! Where a noun phrase ends, found by its tags: "the head of the council | said".

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

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
                // "much of the city"
                Tag::Adverb
                    if j == i && self.is(j, Class::Quantity) && self.is_one_of(j + 1, words!["of"]) =>
                {
                    head = true;
                }
                // "£4m"
                Tag::Other if j + 1 < stop && self.tag(j + 1) == Tag::Number => {}
                Tag::Mark => {
                    let Some(end) = self.inner_quotation(j, stop) else { break };
                    // "on “Harbour Morning,” | the mayor"
                    if self.tag(end - 2) == Tag::Comma {
                        return Some(end);
                    }
                    head = true;
                    j = end;
                    continue;
                }
                Tag::Preposition if self.is_per_cent(j) => {}
                _ if !head && self.leads_to_head(i, j, stop) => {}
                _ => break,
            }
            j += 1;
        }
        if head { (j > i).then_some(j) } else { self.end_without_noun(i, j) }
    }

    /// "complete | but | unofficial returns", "the | newly | built pier", "the | closing | speech":
    /// whether the word at `j` may come before the head of the noun phrase from `i` on.
    fn leads_to_head(&self, i: usize, j: usize, stop: usize) -> bool {
        match self.tag(j) {
            Tag::That => j == i && self.nominal_follows(j, stop),
            Tag::Coordinator => {
                j > i && self.tag(j - 1) == Tag::Adjective && self.tag(j + 1) == Tag::Adjective
            }
            Tag::Ing | Tag::Participle => j > i && self.nominal_follows(j, stop),
            Tag::Adverb => {
                matches!(self.tag(j + 1), Tag::Adjective | Tag::Number | Tag::Participle | Tag::Possessive)
            }
            _ => false,
        }
    }

    /// "those asked", "the accused", "none": the end of the noun phrase without a noun that starts
    /// at `i`, if the words before `j` may be one.
    fn end_without_noun(&self, i: usize, j: usize) -> Option<usize> {
        if j == i + 2 && self.is_one_of(i, words!["those"]) && self.is(i + 1, Class::VerbParticiple) {
            return Some(j);
        }
        // "the accused, Tom Keane, was": an adjective that stands for people
        if j == i + 1 + usize::from(self.tag(i + 1) == Tag::Adjective)
            && self.tag(i) == Tag::Determiner
            && self.is(i + 1, Class::NominalAdjective)
        {
            return Some(i + 2);
        }
        (j == i + 1 && self.is(i, Class::IndefinitePronoun)).then_some(j)
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

    /// "more than": whether a comparison that limits the noun phrase after it begins at `i`.
    pub(super) fn compares_at(&self, i: usize) -> bool {
        self.is(i, Class::Comparative) && self.is_one_of(i + 1, words!["than"])
    }

    /// "nine out of ten": whether "out of" is at `i`, between two numbers.
    pub(super) fn counts_out(&self, i: usize) -> bool {
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
}
