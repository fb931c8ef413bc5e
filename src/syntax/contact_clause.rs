//! Where a noun phrase ends and the subject of a clause without "that" begins: "told reporters |
//! the plan was dead", "said in a statement | they had left".

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::number::has_plural_form;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// Recipients who pass on what they hear, and the media in which things are said.
pub(super) const CARRIERS: Classes = Classes::of(Class::Group).and(Class::Medium).and(Class::Agency);

/// Those who hear what is said: "told MPs", "told Sky News".
pub(super) const HEARERS: Classes = CARRIERS.and(Class::Person);

/// How far from the start of the sentence the noun phrase of a fronted adjunct may begin.
const FRONTED: usize = 2;

/// How far after a cue its clause may begin.
pub(super) const REACH: usize = 24;

impl Syntax<'_> {
    /// Where the clause without "that" begins that follows the noun phrase at `i`: the first place
    /// where a new noun phrase is the subject of a finite verb of its own.
    pub(crate) fn contact_clause(&self, i: usize, stop: usize) -> Option<usize> {
        let limit = self.contact_limit(i, stop);
        let start =
            (i + 1..limit).filter(|&s| self.begins_phrase(s)).find(|&s| self.contact_clause_at(s, stop));
        start.map(|start| self.with_first_word(i, start))
    }

    /// "told reporters | March figures", "told MPs | $40m", "told staff | half the fleet": the
    /// start of the subject with a word before `start` that belongs to it; the addressee begins at
    /// `i`.
    fn with_first_word(&self, i: usize, start: usize) -> usize {
        let first = start - 1;
        let ended =
            first > i && matches!(self.tag(first - 1), Tag::Noun | Tag::Proper | Tag::Object | Tag::Ing);
        let month =
            || self.is(first, Class::Month) && self.tag(first) == Tag::Proper && self.tag(start) == Tag::Noun;
        let half = || self.is(first, Class::QuantityPredeterminer) && self.tag(start) == Tag::Determiner;
        let sum = self.kind(first) == Some(Kind::Symbol);
        if ended && (sum || half() || month()) { first } else { start }
    }

    /// "told her staff | closing the school would save money": the same for a gerund as the
    /// subject.
    pub(crate) fn gerund_clause(&self, i: usize, stop: usize) -> Option<usize> {
        let limit = self.contact_limit(i, stop);
        let ended = |s: usize| {
            matches!(self.tag(s - 1), Tag::Noun | Tag::Proper | Tag::Object) || self.is_time(s - 1)
        };
        // "emailed members saying: “…”", "wrote to her saying that": another cue
        let cue = |s: usize| {
            self.attributes(s) && matches!(self.tag(s + 1), Tag::Break | Tag::That | Tag::Mark | Tag::Comma)
        };
        (i + 1..limit)
            .find(|&s| self.tag(s) == Tag::Ing && ended(s) && !cue(s) && self.contact_clause_at(s, stop))
    }

    /// The same, but including places where a new noun phrase only may begin.
    pub(crate) fn likely_contact_clause(&self, i: usize, stop: usize) -> Option<usize> {
        let limit = self.contact_limit(i, stop);
        let clauses = |places: fn(&Self, usize, usize) -> bool| {
            (i + 1..limit).filter(move |&s| places(self, s, i)).filter(|&s| self.plain_clause_at(s, stop))
        };
        clauses(|syntax, s, i| syntax.may_begin_phrase(s, i) && syntax.ends_in_people(s - 1))
            .next_back()
            .or_else(|| clauses(Self::may_begin_phrase).find(|&s| !self.names_one_body(s)))
            .or_else(|| clauses(Self::follows_governed).next())
            .or_else(|| clauses(Self::may_begin_phrase).next_back())
    }

    /// "told union members | wages would rise": whether the noun at `i` is a plural for people.
    fn ends_in_people(&self, i: usize) -> bool {
        self.tag(i) == Tag::Noun && self.looks_plural(i) && self.is(i, Class::Person)
    }

    /// "parents", "the committee", "staff at the school", but "council tax": whether the noun
    /// phrase at `i` names people who can hear a statement, instead of modifying the next noun.
    pub(crate) fn names_hearer(&self, i: usize, stop: usize) -> bool {
        let end = (i..stop).find(|&k| !self.tag(k).is_nominal()).unwrap_or(stop);
        let hearer =
            |&k: &usize| matches!(self.tag(k), Tag::Noun | Tag::Proper) && self.classes(k).any(HEARERS);
        (i..end).find(hearer).is_some_and(|k| {
            let common = self.tag(k) == Tag::Noun && (self.determined(i) || self.looks_plural(k));
            common || k + 1 == end && self.tag(end) == Tag::Preposition
        })
    }

    /// "In an interview | Ruiz said", "Late on Monday | officials said": `source`, the subject of a
    /// verb, without an adjunct that opens the sentence and is not separated from it by a comma.
    pub(super) fn past_fronted_adjunct(&self, source: Run, floor: usize) -> Run {
        let stop = source.stop();
        let from = source.first();
        let before = from.saturating_sub(1);
        let earlier = self.tag(before) == Tag::Adverb && self.is_time(before);
        let runs_in = from == floor || self.tag(before) == Tag::Preposition || earlier;
        if !runs_in || from > floor + FRONTED || !self.opens_adjunct(floor, stop) {
            return source;
        }
        let reaches = |s: &usize| self.strict_phrase_end(*s, stop) == Some(stop);
        let sure = || (from + 1..stop).filter(|&s| self.begins_phrase(s)).find(reaches);
        let likely = |places: fn(&Self, usize, usize) -> bool| {
            (from + 1..stop).filter(|&s| places(self, s, from) && !self.is(s, Class::Occasion)).find(reaches)
        };
        let start =
            sure().or_else(|| likely(Self::may_begin_phrase)).or_else(|| likely(Self::follows_governed));
        start.map_or(source, |start| Run::new(start, stop))
    }

    /// Whether a verb follows directly after the noun phrase at `s`.
    pub(crate) fn plain_clause_at(&self, s: usize, stop: usize) -> bool {
        self.strict_phrase_end(self.quantifier_end(s), stop).is_some_and(|end| self.verb_at(end))
    }

    /// The limit of the search: no clause begins after the first finite verb, or after a break.
    fn contact_limit(&self, i: usize, stop: usize) -> usize {
        let limit = stop.min(i + REACH);
        let ends = |k: &usize| match self.tag(*k) {
            Tag::Finite => !self.describes_text(*k),
            Tag::Auxiliary | Tag::Negation | Tag::That | Tag::To | Tag::Base => true,
            Tag::Break | Tag::Mark | Tag::End => true,
            Tag::Wh => !self.is_one_of(*k, words!["what"]),
            // "her deputy, Colin Marsh, the plan": one apposition at most
            Tag::Comma => !self.apposition_around(i, *k, limit) && !self.lists(*k, limit),
            _ => false,
        };
        (i..limit).find(ends).map_or(limit, |k| {
            // "what they found was", "“dark forces” were": the verb's own subject is a candidate
            k + usize::from(self.tag(k) == Tag::Wh || self.opens_quotation(k))
        })
    }

    /// "her deputy, Colin Marsh,": whether the comma at `k` opens or closes an apposition to the
    /// noun phrase at `i`.
    pub(super) fn apposition_around(&self, i: usize, k: usize, limit: usize) -> bool {
        let comma = |k: &usize| self.tag(*k) == Tag::Comma;
        let open = (i..limit).find(comma).unwrap_or(limit);
        let close = (open + 1..limit).find(comma);
        close.is_some_and(|close| {
            (k == open || k == close)
                && (open + 1..close).all(|n| self.tag(n).is_nominal() || self.tag(n) == Tag::Preposition)
        })
    }

    /// "Tarn, Calda on Monday": whether the comma at `k` is between a place and the one that holds
    /// it.
    pub(super) fn within_place(&self, k: usize) -> bool {
        let stop = self.sentence(k).stop();
        let end = (k + 1..stop).find(|&n| self.tag(n) != Tag::Proper).unwrap_or(stop);
        self.tag(k - 1) == Tag::Proper
            && end > k + 1
            && matches!(self.tag(end), Tag::Preposition | Tag::That)
            && (k.saturating_sub(4)..k).any(|n| self.is_one_of(n, words!["in", "at", "near", "outside"]))
    }

    /// "told her deputy, Colin Marsh, on Friday": the end of an apposition between two commas that
    /// follows the noun phrase from `i` to `end`, unless the clause's verb comes next.
    pub(crate) fn past_apposition(&self, i: usize, end: usize, stop: usize) -> usize {
        let limit = stop.min(i + REACH);
        if self.tag(end) != Tag::Comma || self.verb_at(end + 1) || !self.apposition_around(i, end, limit) {
            return end;
        }
        let close = (end + 1..limit).find(|&k| self.tag(k) == Tag::Comma).unwrap_or(end);
        if self.verb_at(close + 1) { close } else { close + 1 }
    }

    /// Whether the noun at `i` has the form of a plural.
    pub(crate) fn looks_plural(&self, i: usize) -> bool {
        has_plural_form(self.text.word(i))
    }

    /// Whether the preposition at `i` opens a phrase that is not a subject. "At least ten boats" is
    /// one.
    pub(crate) fn opens_phrase_of_place(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Preposition | Tag::Subordinator) && self.quantifier_end(i) == i
    }

    /// Whether a clause begins at `s`: its subject, the noun phrase there, has a finite verb
    /// directly after it or after its modifiers.
    pub(crate) fn contact_clause_at(&self, s: usize, stop: usize) -> bool {
        if self.is_there(s) {
            return true;
        }
        let from = self.quantifier_end(s);
        match self.tag(from) {
            // but "she and her sister were"
            Tag::Pronoun
                if self.is(from, Class::SubjectPronoun) && self.tag(from + 1) != Tag::Coordinator =>
            {
                return self.verb_at(from + 1);
            }
            // "closing the school would": the gerund's own object ends before the verb
            Tag::Ing | Tag::Wh => return self.clause_follows(from, stop) || self.second_verb(from, stop),
            Tag::Mark => {
                let quotation = self.text.quotations.starting_at(from);
                return quotation.is_some_and(|q| self.verb_at(q.run.stop()));
            }
            _ => {}
        }
        let Some(end) = self.strict_phrase_end(from, stop) else { return false };
        if self.verb_at(end) {
            return true;
        }
        // "this month | over 200 villagers will"
        self.quantifier_end(end) == end
            && matches!(
                self.tag(end),
                Tag::Comma | Tag::Wh | Tag::That | Tag::Preposition | Tag::Participle | Tag::Ing | Tag::To
            )
            && (self.clause_follows(s, stop) || self.tag(end) == Tag::To && self.verb_ahead(end, stop))
    }

    /// "what the inspectors found may": two verbs. The clause of the first is the subject of the
    /// second.
    pub(super) fn second_verb(&self, s: usize, stop: usize) -> bool {
        let verb = |k: &usize| matches!(self.tag(*k), Tag::Finite | Tag::Auxiliary);
        let clause = s + 1..stop.min(s + REACH);
        clause.take_while(|&k| !matches!(self.tag(k), Tag::Comma | Tag::Break)).filter(verb).count() > 1
    }

    fn verb_ahead(&self, s: usize, stop: usize) -> bool {
        (s..stop.min(s + REACH))
            .take_while(|&k| !matches!(self.tag(k), Tag::Comma | Tag::Break | Tag::That | Tag::Subordinator))
            .any(|k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary))
    }

    /// The end of the noun phrase at `i`, with what prepositions and "and" join to it. A new noun
    /// phrase that certainly begins ends it.
    fn strict_phrase_end(&self, i: usize, stop: usize) -> Option<usize> {
        let core = |from: usize| {
            let end = self.core_end(from, stop)?;
            Some((from + 1..end).find(|&s| self.begins_phrase(s)).unwrap_or(end))
        };
        let mut end = core(i)?;
        loop {
            if self.gives_example(end)
                && let Some(next) = core(end + 2)
            {
                end = next;
                continue;
            }
            let joins = self.tag(end) == Tag::Preposition && self.quantifier_end(end) == end
                || self.tag(end) == Tag::Coordinator && !self.is_one_of(end, words!["but"]);
            match (joins && end + 1 < stop).then(|| core(end + 1)).flatten() {
                Some(next) => end = next,
                None => return Some(end),
            }
        }
    }
}
