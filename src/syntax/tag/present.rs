//! Forms of the present that may also be nouns: "plans", "fear". Number, the clause around the word
//! and what follows it decide.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Base, Break, Comma, Coordinator, Determiner, End, Finite, Ing, Mark, Noun,
    Object, Participle, Possessive, Preposition, Pronoun, Proper, Subordinator, That, To, Wh,
};
use super::clause::{CLAUSE, OBJECTS};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Frame, Lexicon, Part, word, words};
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
                !self.is_plural(self.head_before(i))
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

    /// "the mayor herself | admits": a reflexive pronoun after a noun is a part of the subject.
    fn without_emphasis(&self, i: usize, left: Option<Tag>) -> Option<Tag> {
        let emphatic = |(j, _): (usize, Tag)| {
            let subject = j > self.sentence.first() && matches!(self.tags[j - 1], Noun | Proper | Pronoun);
            subject && self.classes(j).has(Class::Reflexive)
        };
        if left == Some(Object) && self.left(i).is_some_and(emphatic) { Some(Pronoun) } else { left }
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

    /// "runs a clinic and urges others to ask", "say it is safe but urge people to wait": whether a
    /// cue at `i` takes somebody and an infinitive, which follow, after a verb of the same form.
    fn orders_somebody(&self, i: usize) -> bool {
        let stop = self.sentence.stop();
        let whom =
            i + 1 < stop && self.classes(i + 1).any(Classes::of(Class::IndefinitePronoun).and(Class::Person));
        let infinitive = |j: usize| self.classes(j).has(Class::To) && self.infinitive_follows(j);
        let verb = (self.sentence.first()..i).rev().find(|&j| self.tags[j] == Finite);
        let same = |class| verb.is_some_and(|j| self.classes(i).has(class) && self.classes(j).has(class));
        whom && self.takes_object_to(i)
            && (i + 2..stop.min(i + 6)).any(infinitive)
            && (same(Class::VerbS) || same(Class::VerbBase))
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

    /// A form that can also be an infinitive: a verb after a plural subject whose clause has no
    /// verb yet, or a noun.
    pub(super) fn base_form(&self, i: usize, left: Option<Tag>, nominal: bool) -> Tag {
        let adverb_before = i > self.sentence.first() && self.tags[i - 1] == Adverb;
        let noun_follows = i + 1 < self.sentence.stop()
            && self.classes(i + 1).any(NOUNS)
            && !self.classes(i + 1).any(VERB_FORMS);
        // "the club need goals", "Albion plan to sell"
        if nominal && matches!(left, Some(Noun | Proper)) && self.acts_as_many(i) {
            return Finite;
        }
        // "in a press release that": not a verb
        if !adverb_before
            && matches!(left, Some(Noun | Adjective))
            && !self.follows_documents(i)
            && !self.follows_found_documents(i)
            && !self.opens_clause_of_many(i)
            && self.names_occasion(i, self.classes(i), left)
        {
            return Noun;
        }
        match self.without_emphasis(i, left) {
            // "the goals set by the council"
            Some(Noun | Proper | Pronoun)
                if self.classes(i).has(Class::VerbParticiple) && self.agent_follows(i) =>
            {
                Participle
            }
            Some(Noun | Proper) if self.is_postmodifier(i) => Adjective,
            // ", and push their plan", ", also cover the costs"
            Some(Comma | Coordinator) if self.plain_object_follows(i) || !nominal => self.coordinated(i),
            Some(Coordinator) if nominal && self.joins_intention(i) => Finite,
            Some(Coordinator) if nominal && self.orders_somebody(i) => self.coordinated(i),
            Some(Comma | Mark | Break | Coordinator) if noun_follows => Noun, // ", associate director of"
            Some(Pronoun | Wh) => Finite,
            // “…,” the harbour master, Lena Moor, said: no base form after a singular
            Some(tag @ (Noun | Proper)) if self.ends_attribution(i) => {
                let past = self.classes(i).has(Class::VerbPast);
                let apposed = i + 1 < self.sentence.stop() && self.token(i + 1).kind == Kind::Comma;
                let singular = tag == Noun && nominal && apposed && !past && !self.plural_before(i);
                if singular { Noun } else { Finite }
            }
            Some(Noun | Proper) if adverb_before && self.object_follows(i) => Finite,
            Some(Noun | Proper) if nominal && self.plural_before(i) && self.lacks_verb(i) => Finite,
            // "the book and film blame the mayor"
            Some(Noun | Proper)
                if nominal && self.object_follows(i) && self.joined_before(i) && !self.verb_later(i) =>
            {
                Finite
            }
            // "a step that traders hope will help": the verb of their clause, before that of its
            // object
            Some(Noun | Proper) if self.is_plural(i - 1) && self.opens_gap(i) => Finite,
            // "Ruiz forecast that", "the council cut fees": the past form equals the infinitive
            Some(Noun | Proper)
                if self.classes(i).has(Class::VerbPast)
                    && (self.object_follows(i) || self.nominal_follows(i) && !self.verb_later(i))
                    && self.lacks_verb(i) =>
            {
                Finite
            }
            Some(Noun) if !nominal && self.is_plural(i - 1) => Finite,
            Some(Proper) if !nominal => Finite,
            Some(Coordinator | Comma) if self.object_follows(i) && !self.classes(i).any(NOUNS) => {
                self.coordinated(i)
            }
            Some(That) if self.plain_object_follows(i) => Finite, // "polls that show the party"
            Some(That) if self.modifies_reported_subject(i) => Noun,
            Some(That) if self.object_follows(i) && !self.classes(i).any(NOUNS) => Finite,
            None | Some(Mark | End)
                if !nominal || self.object_follows(i) && !self.token(i + 1).is_capital() =>
            {
                Base
            }
            _ if nominal => Noun,
            _ => Finite,
        }
    }

    /// "the book and film", "Ann and Bo": whether two phrases joined by "and" are the subject
    /// before `i`, with nothing else in its clause.
    fn joined_before(&self, i: usize) -> bool {
        let start = |from: usize| {
            (self.sentence.first()..from).rev().take(CLAUSE).take_while(|&j| self.tags[j].is_nominal()).last()
        };
        let Some(second) = start(i).filter(|&second| second > self.sentence.first()) else { return false };
        let opens = |first: usize| {
            first == self.sentence.first()
                || matches!(self.tags[first - 1], Comma | That | Subordinator | Mark)
        };
        self.text.id(second - 1) == word!("and") && start(second - 1).is_some_and(opens)
    }

    /// "the records show", but "the radio show": a plural noun for documents before `i`.
    pub(super) fn follows_documents(&self, i: usize) -> bool {
        self.classes(i - 1).has(Class::Document) && self.is_plural(i - 1)
    }

    /// "letters found in the attic show": the same, with a participle after the noun.
    fn follows_found_documents(&self, i: usize) -> bool {
        let head = self.head_before(i);
        self.tags[head + 1] == Participle && self.follows_documents(head + 1)
    }

    /// "…, minutes of a meeting in 2020 show.": whether the word at `i` ends the sentence or its
    /// clause after a plural noun for documents, which opens its clause.
    pub(super) fn closes_documents(&self, i: usize) -> bool {
        let ends =
            i + 1 >= self.sentence.stop() || matches!(self.token(i + 1).kind, Kind::Stop | Kind::Comma);
        if !ends || !self.opens_clause(i) || i == self.sentence.first() {
            return false;
        }
        let head = self.head_before(i);
        let opens = || {
            let start = (self.sentence.first()..head).rev().find(|&j| !self.tags[j].is_nominal());
            start.is_none_or(|j| matches!(self.tags[j], Comma | Mark | Break))
        };
        self.follows_documents(head + 1) && opens()
    }

    /// "figures from the agency show that": whether the subject before `i` is plural and what only
    /// a verb takes follows.
    fn opens_clause_of_many(&self, i: usize) -> bool {
        self.opens_clause(i) && self.plain_object_follows(i) && self.plural_before(i) && self.lacks_verb(i)
    }

    /// "hope will", "fear could": a verb that takes a bare clause before the verb of that clause. A
    /// word for a document is a noun there ("the jobs report will").
    fn opens_gap(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self.classes(i + 1).has(Class::Modal)
            && self.opens_clause(i)
            && !self.classes(i).has(Class::Document)
    }

    /// "said that slug numbers are up", "warned members that drill sites had flooded": whether the
    /// word at `i` modifies the subject of the clause that "that" opens after a verb and its
    /// addressee; the verb of that clause follows the next noun.
    fn modifies_reported_subject(&self, i: usize) -> bool {
        let that = (self.sentence.first()..i).rev().find(|&j| self.tags[j] == That).unwrap_or(i);
        let before = (self.sentence.first()..that).rev().find(|&j| !self.tags[j].is_nominal());
        let told = before.is_some_and(|verb| self.tags[verb].is_verb() && self.takes_that(verb));
        let noun = || i + 1 < self.sentence.stop() && self.classes(i + 1).any(NOUNS);
        told && noun() && self.verb_next(i + 1)
    }

    /// "to deport them and build a wall": a verb is coordinated with an infinitive if that is the
    /// last verb before it.
    fn coordinated(&self, i: usize) -> Tag {
        let verb = (self.sentence.first()..i)
            .rev()
            .take(CLAUSE)
            .find(|&j| matches!(self.tags[j], Finite | Base | Auxiliary));
        let infinitive = |j: usize| self.tags[j] == Base || j > 0 && self.tags[j - 1] == To;
        // "the figures do not agree and claim it would": "do" carries no mood
        let done = |j: usize| self.left(j).is_some_and(|(k, _)| self.classes(k).has(Class::Do));
        let reports = i + 1 < self.sentence.stop()
            && self.opens_clause(i)
            && self.classes(i + 1).has(Class::SubjectPronoun);
        // "hope it will rise, and say they have paid": the verb of the main clause is a cue too
        let parallel = || {
            let comma = i > self.sentence.first() + 1 && self.tags[i - 2] == Comma;
            let first = (self.sentence.first()..i).find(|&j| matches!(self.tags[j], Finite | Auxiliary));
            comma && first.is_some_and(|j| self.classes(j).has(Class::VerbBase) && self.opens_clause(j))
        };
        if reports && (verb.is_some_and(done) || parallel()) {
            return Finite;
        }
        if verb.is_some_and(infinitive) { Base } else { Finite }
    }

    /// "the club need goals", "the team plan to test it", "Albion hope to win": whether the word at
    /// `i` is the plural verb of a group of people in the singular, with its complement and no
    /// other verb in its clause.
    fn acts_as_many(&self, i: usize) -> bool {
        let group = match self.tags[i - 1] {
            Noun => self.classes(i - 1).has(Class::Group),
            _ => i == self.sentence.first() + 1 || matches!(self.tags[i - 2], Comma | That | Finite),
        };
        if !group || i + 1 >= self.sentence.stop() {
            return false;
        }
        // "in a press release to": the object of a preposition
        let open = (self.sentence.first()..i).rev().find(|&j| !self.tags[j].is_nominal());
        if open.is_some_and(|j| self.tags[j] == Preposition) || !self.lacks_verb(i) {
            return false;
        }
        let next = self.classes(i + 1);
        let object = next.any(OBJECTS) && !next.has(Class::That);
        // "fear he has gone", "claim that it was lost", but not "the order that was lost"
        let clause = || {
            let subject = i + 1 + usize::from(next.has(Class::That));
            let named = subject < self.sentence.stop() && self.token(subject).is_capital();
            self.opens_clause(i) && (object || named || next.has(Class::That) && !self.verb_next(i + 1))
        };
        let complement = || {
            object
                || self.infinitive_next(i)
                || self.many_follow(i)
                // ", the team report in a journal."
                || self.takes_that(i) && self.preposition_follows(i) && open.is_some_and(|j| self.tags[j] == Comma)
        };
        clause() || complement() && !self.verb_later(i)
    }

    /// "are reviewing the advice and hope to publish it": whether the word at `i`, which takes the
    /// infinitive after it, has the subject of a verb in the present that is plural.
    fn joins_intention(&self, i: usize) -> bool {
        let verb = (self.sentence.first()..i)
            .rev()
            .take(CLAUSE)
            .find(|&j| matches!(self.tags[j], Finite | Base | Auxiliary));
        let plural = |j: usize| {
            words!["are", "have"].has(self.text.id(j))
                || self.tags[j] == Finite
                    && self.classes(j).has(Class::VerbBase)
                    && !self.classes(j).has(Class::VerbPast)
        };
        i + 1 < self.sentence.stop()
            && self.infinitive_next(i)
            && Lexicon::built_in().takes_infinitive(self.token(i).word)
            && verb.is_some_and(plural)
    }

    /// "plan to test it"
    fn infinitive_next(&self, i: usize) -> bool {
        self.classes(i + 1).has(Class::To) && self.infinitive_follows(i + 1)
    }
}
