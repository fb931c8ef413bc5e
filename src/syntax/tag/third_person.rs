//! Forms in -s: "the mayor plans to", "the mayor's plans". Number, the clause around the word and
//! what follows it decide.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Base, Break, Comma, Coordinator, Determiner, Finite, Ing, Mark, Noun,
    Participle, Possessive, Preposition, Pronoun, Proper, Subordinator, That, Wh,
};
use super::clause::CLAUSE;
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Frame, Part, word, words};
use crate::text::token::Kind;

impl Tagger<'_> {
    /// A form in -s: a verb after a singular subject whose clause has no verb yet, or a plural
    /// noun.
    pub(super) fn third_person(&self, i: usize, left: Option<Tag>, nominal: bool) -> Tag {
        let complement = || {
            self.object_follows(i)
                || (self.takes_that(i) || self.title_case) && !self.preposition_follows(i)
                || (self.nominal_follows(i) || self.particle_follows(i) || self.ends_with_adverb(i))
                    && !self.verb_later(i)
                || self.leads_to_quotation(i)
                || self.opens_clause(i) && self.limits_number(i + 1)
        };
        let adverb_before = i > self.sentence.first() && self.tags[i - 1] == Adverb;
        let finite = match self.without_emphasis(i, left) {
            Some(Noun) if self.measures(i - 1) => false,
            // "often tells a story"
            Some(Noun | Proper | Wh | That | Ing | Coordinator) if adverb_before => true,
            Some(Noun | Proper) if self.ends_attribution(i) => true,
            Some(Pronoun) => true,
            Some(Noun | Proper) if nominal && self.ends_subordinate(i) => true,
            // "surveys and Treasury estimates"
            Some(Noun | Proper) if nominal && self.joined_before(i) && self.joins_plural(i) => false,
            Some(Noun | Proper) if nominal && self.leads_to_amount(i) => !self.is_plural(self.head_before(i)),
            Some(Noun | Proper) if nominal => {
                let head = self.head_before(i);
                // "the data show", "the data shows"
                (!self.is_plural(head) || self.text.id(head) == word!("data"))
                    && complement()
                    && self.lacks_verb(i)
                    && !self.heads_subject(i)
                    && !self.ends_governed(i)
                    && !self.plain_verb_next(i)
            }
            Some(Noun | Proper) => true,
            // "a woman who lives nearby said"
            Some(Wh) if i > 0 && self.classes(i - 1).has(Class::Relative) => {
                self.adverb_next(i) || !self.verb_next(i)
            }
            // "the foundation that pays for the dig said"
            Some(That) if nominal && self.opens_relative_of_one(i) => true,
            // "that rents in the city will rise"
            Some(That | Comma) if nominal && self.heads_subject(i) => false,
            Some(Comma) if nominal && self.closes_apposition(i - 1) => complement(),
            Some(Coordinator) if nominal && self.orders_somebody(i) => true,
            Some(Wh | That | Break | Mark | Comma | Coordinator) => !nominal || self.object_follows(i),
            Some(Subordinator) => !nominal,
            // "a woman who lives nearby says"
            Some(Finite) => !nominal && adverb_before && self.ends_relative(i),
            _ => false,
        };
        if finite { Finite } else { Noun }
    }

    /// Whether a plural noun comes before the nearest conjunction before `i`.
    fn joins_plural(&self, i: usize) -> bool {
        let and = (self.sentence.first()..i).rev().take(CLAUSE).find(|&j| self.tags[j] == Coordinator);
        and.is_some_and(|and| {
            and > self.sentence.first() && self.tags[and - 1] == Noun && self.is_plural(and - 1)
        })
    }

    /// "Support falls to 22%", "Turnover drops by £2m": whether an amount follows that something
    /// changes by or to.
    fn leads_to_amount(&self, i: usize) -> bool {
        let stop = self.sentence.stop();
        let number = |j: usize| j < stop && self.token(j).kind == Kind::Number;
        i + 2 < stop
            && words!["to", "by", "from"].has(self.text.id(i + 1))
            && (number(i + 2) || !self.token(i + 2).is_word() && number(i + 3))
    }

    /// "claims at least a dozen", "claims as many as 60": whether a word at `i` limits the number
    /// that follows.
    fn limits_number(&self, i: usize) -> bool {
        let stop = self.sentence.stop();
        let number =
            |&j: &usize| self.token(j).kind == Kind::Number || self.classes(j).has(Class::NumberWord);
        let limits = i < stop && words!["at", "as", "up", "between", "over"].has(self.text.id(i));
        limits && (i + 1..stop.min(i + 4)).any(|j| number(&j) || self.text.id(j) == word!("dozen"))
    }

    /// "Lightways, a debt charity, urges anyone": whether the comma at `comma` closes an apposition
    /// with an article to the noun phrase that opens the sentence.
    fn closes_apposition(&self, comma: usize) -> bool {
        let inside = |&j: &usize| self.tags[j].is_nominal() || self.tags[j] == Preposition;
        let open = (self.sentence.first()..comma).rev().find(|j| !inside(j));
        open.is_some_and(|open| {
            self.tags[open] == Comma
                && matches!(self.tags[open + 1], Determiner | Possessive)
                && (self.sentence.first()..open).all(|j| inside(&j))
        })
    }

    /// "said that rents in the city will rise", "said Friday rents in the city will rise": a plural
    /// noun with a prepositional phrase whose verb comes later. "A firm that rents in the city" has
    /// its own.
    fn heads_subject(&self, i: usize) -> bool {
        let singular = i > self.sentence.first() + 1
            && self.tags[i - 1] == That
            && matches!(self.tags[i - 2], Noun)
            && !self.is_plural(i - 2)
            && !self.classes(i - 2).has(Class::Time);
        let verb = (self.sentence.first()..i)
            .rev()
            .take(CLAUSE)
            .find(|&j| matches!(self.tags[j], Finite | Base | Participle | Ing));
        let reported = verb.is_some_and(|verb| self.takes_that(verb));
        let preposition = self.preposition_follows(i) && !self.classes(i + 1).has(Class::To);
        let opened = self.tags[i - 1] == That && !singular || self.tags[i - 1] == Comma;
        (opened || reported) && preposition && self.verb_later(i)
    }

    /// "the foundation that pays for the dig said": whether "that" before `i` goes with a noun in
    /// the singular before any verb, which takes no clause, and the verb of the sentence comes
    /// later.
    fn opens_relative_of_one(&self, i: usize) -> bool {
        let clause = |noun: usize| {
            self.cues(noun).iter().any(|cue| cue.part == Part::Noun && cue.strength(Frame::That) > 0)
        };
        i > self.sentence.first() + 1
            && self.tags[i - 1] == That
            && self.tags[i - 2] == Noun
            && !self.is_plural(i - 2)
            && !self.classes(i - 2).has(Class::Time)
            && !clause(i - 2)
            // "said in an email that rents in the town had doubled"
            && !(self.sentence.first()..i).any(|j| matches!(self.tags[j], Finite | Auxiliary))
            && self.preposition_follows(i)
            && self.verb_later(i)
    }

    /// Whether a relative pronoun and its verb come before `i`, ignoring adverbs.
    fn ends_relative(&self, i: usize) -> bool {
        self.left(i).is_some_and(|(verb, _)| verb > self.sentence.first() && self.tags[verb - 1] == Wh)
    }

    fn adverb_next(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self.classes(i + 1).has(Class::Adverb)
            && !self.classes(i + 1).any(VERB_FORMS)
    }

    /// "unless the government acts, …", "said that the road floods.": the last word before the
    /// comma or the full stop is the only verb of the clause.
    fn ends_subordinate(&self, i: usize) -> bool {
        let next = i + 1 < self.sentence.stop();
        let ended = next && matches!(self.token(i + 1).kind, Kind::Comma | Kind::Stop);
        let open = (self.sentence.first()..i).rev().find(|&j| !self.tags[j].is_nominal());
        let opens = |open: usize| match self.tags[open] {
            Subordinator => true,
            That => {
                open > self.sentence.first() && self.tags[open - 1].is_verb() && self.takes_that(open - 1)
            }
            _ => false,
        };
        ended && !self.is_plural(i - 1) && open.is_some_and(opens)
    }

    /// "in government figures,": the last noun of a preposition's object. After "according to" it
    /// needs no comma: "according to media reports on Tuesday".
    fn ends_governed(&self, i: usize) -> bool {
        let ended =
            i + 1 >= self.sentence.stop() || matches!(self.token(i + 1).kind, Kind::Stop | Kind::Comma);
        let inside = |&j: &usize| matches!(self.tags[j], Noun | Adjective | Proper);
        let open = (self.sentence.first()..i).rev().find(|j| !inside(j));
        // "…, the Institute for Money estimates."
        let body = |open: usize| {
            let start = (self.sentence.first()..open).rev().find(|&j| !self.tags[j].is_nominal());
            self.tags[open - 1] == Proper && start.is_some_and(|start| self.tags[start] == Comma)
        };
        open.filter(|&open| self.tags[open] == Preposition).is_some_and(|open| {
            ended && !(open > self.sentence.first() && body(open))
                || open > self.sentence.first() && self.text.id(open - 1) == word!("according")
        })
    }

    /// "government figures say", "figures show that", "council records show": a verb in its base
    /// form follows, so the form in -s is a plural noun.
    fn plain_verb_next(&self, i: usize) -> bool {
        self.next(i).is_some_and(|j| {
            let classes = self.classes(j);
            classes.has(Class::VerbBase)
                && self.opens_clause(j)
                && (!classes.any(NOUNS)
                    || self.plain_object_follows(j)
                    || self.classes(i).has(Class::Document))
        })
    }
}
