//! Forms that may also be infinitives: "traders fear that", "the fear of". Number, the clause
//! around the word and what follows it decide.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Base, Break, Comma, Coordinator, End, Finite, Mark, Noun, Participle,
    Preposition, Pronoun, Proper, That, To, Wh,
};
use super::clause::{CLAUSE, OBJECTS};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Lexicon, word, words};
use crate::text::token::Kind;

impl Tagger<'_> {
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
            && !self.forecasts(i, nominal)
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
            // "a page set up to help her says"
            Some(Noun) if self.classes(i).has(Class::VerbParticiple) && self.is_set_up(i) => Participle,
            Some(Finite | Noun) if nominal && self.follows_relative_of_many(i) => Finite,
            Some(tag @ (Noun | Proper)) => self.after_subject(i, tag, nominal),
            // ", and push their plan", ", also cover the costs"
            Some(Comma | Coordinator) if self.plain_object_follows(i) || !nominal => self.coordinated(i),
            Some(Coordinator) if nominal && self.joins_intention(i) => Finite,
            Some(Coordinator) if nominal && self.orders_somebody(i) => self.coordinated(i),
            // "The figures, which exclude cities, show rents rose"
            Some(Comma) if self.follows_insertion(i) => Finite,
            Some(Comma | Mark | Break | Coordinator) if noun_follows => Noun, // ", associate director of"
            Some(Pronoun | Wh) => Finite,
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

    /// "officials fear", "the book and film blame the mayor", "the radio show": the tag of the word
    /// at `i` after a noun or a name.
    fn after_subject(&self, i: usize, left: Tag, nominal: bool) -> Tag {
        if self.is_postmodifier(i) {
            return Adjective;
        }
        let past = self.classes(i).has(Class::VerbPast);
        // “…,” the harbour master, Lena Moor, said: no base form after a singular
        if self.ends_attribution(i) {
            let apposed = i + 1 < self.sentence.stop() && self.token(i + 1).kind == Kind::Comma;
            let singular = left == Noun && nominal && apposed && !past && !self.plural_before(i);
            return if singular { Noun } else { Finite };
        }
        let adverb_before = i > self.sentence.first() && self.tags[i - 1] == Adverb;
        let object = || self.object_follows(i);
        let finite = !nominal
            || adverb_before && object()
            || self.plural_before(i) && self.lacks_verb(i)
            // "the book and film blame the mayor"
            || object() && self.joined_before(i) && !self.verb_later(i)
            // "a step that traders hope will help": the verb of their clause, before that of its
            // object
            || self.is_plural(i - 1) && self.opens_gap(i)
            // "Ruiz forecast that", "the council cut fees": the past form equals the infinitive
            || past && (object() || self.nominal_follows(i) && !self.verb_later(i)) && self.lacks_verb(i);
        if finite { Finite } else { Noun }
    }

    /// "people who nap live longer", "those who smoke face a higher risk": whether the word at `i`
    /// is the verb of a plural noun after its relative clause, since what only a verb takes follows.
    fn follows_relative_of_many(&self, i: usize) -> bool {
        let inside = |&j: &usize| self.tags[j].is_nominal() || matches!(self.tags[j], Adverb | Preposition);
        let Some(verb) = (self.sentence.first() + 2..i).rev().take(CLAUSE / 2).find(|j| !inside(j)) else {
            return false;
        };
        let head = verb - 2;
        let relative = self.tags[verb] == Finite && self.tags[verb - 1] == Wh && self.tags[head].is_nominal();
        relative
            && (self.is_plural(head) || self.text.id(head) == word!("those"))
            && (self.plain_object_follows(i) || self.comparison_follows(i))
            && !self.verb_next(i)
            && !self.verb_later(i)
    }

    /// "a page set up to help her says", "a trust set up by the firm says": whether the word at `i`,
    /// with its particle, describes the noun before it.
    fn is_set_up(&self, i: usize) -> bool {
        i + 2 < self.sentence.stop()
            && self.classes(i + 1).has(Class::Particle)
            && (self.classes(i + 2).has(Class::To) || self.preposition_follows(i + 1))
            && self.is_reduced_relative(i)
    }

    /// "The figures, which exclude cities, show rents rose", "The files, seen by the Herald, show":
    /// whether the word at `i` takes a clause, after a plural noun that opens the sentence and an
    /// insertion that the comma before `i` closes.
    fn follows_insertion(&self, i: usize) -> bool {
        let inside = |&j: &usize| self.tags[j].is_nominal() || self.tags[j] == Preposition;
        let open = (self.sentence.first()..i).find(|j| !inside(j)).filter(|&j| j > self.sentence.first());
        open.is_some_and(|open| {
            open + 2 < i
                && self.tags[open] == Comma
                && self.tags[i - 1] == Comma
                && self.tags[self.sentence.first()] != Preposition
                && matches!(self.tags[open + 1], Wh | Participle)
                && self.is_plural(self.head_before(open))
                && self.opens_clause(i)
                && self.verb_later(i)
        })
    }

    /// "live longer", "earn more than": whether a comparative follows.
    fn comparison_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && {
            let next = self.classes(i + 1);
            let compared = next.any(Classes::of(Class::Adverb).and(Class::Adjective));
            next.has(Class::Comparative) || compared && self.text.word(i + 1).ends_with("er")
        }
    }

    /// "drivers over 70 brake earlier": whether the number before `i` is the age of people in the
    /// plural, whose verb is the word at `i`.
    pub(super) fn follows_age(&self, i: usize) -> bool {
        let first = self.sentence.first();
        i > first + 2
            && words!["over", "under", "aged", "above", "below"].has(self.text.id(i - 2))
            && matches!(self.tags[i - 3], Noun | Proper)
            && self.is_plural(i - 3)
            && self.comparison_follows(i)
            && self.lacks_verb(i)
    }

    /// "the bank forecast inflation of 3%": whether the word at `i`, whose past form equals the
    /// infinitive, has a group or people as its subject and a noun as its object.
    fn forecasts(&self, i: usize, nominal: bool) -> bool {
        let speaker = || self.classes(i - 1).any(Classes::of(Class::Group).and(Class::Person));
        nominal
            && i > self.sentence.first()
            && self.classes(i).has(Class::VerbPast)
            && speaker()
            && self.nominal_follows(i)
            && !self.verb_later(i)
            && self.lacks_verb(i)
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

    /// "…, minutes of a meeting in 2020 show.", "…, keepers in the valley report.": whether the word
    /// at `i` ends the sentence or its clause after a plural noun for documents or people, which
    /// opens its clause.
    pub(super) fn closes_attribution(&self, i: usize) -> bool {
        let ends =
            i + 1 >= self.sentence.stop() || matches!(self.token(i + 1).kind, Kind::Stop | Kind::Comma);
        if !ends || !self.opens_clause(i) || i == self.sentence.first() {
            return false;
        }
        let head = self.head_before(i);
        let open = (self.sentence.first()..head).rev().find(|&j| !self.tags[j].is_nominal());
        let opens = |j: usize| matches!(self.tags[j], Comma | Mark | Break);
        let people = || {
            let person = self.classes(head).any(Classes::of(Class::Person).and(Class::Group));
            person && self.is_plural(head) && head + 1 < i && matches!(self.tags[i - 1], Noun | Proper)
        };
        self.follows_documents(head + 1) && open.is_none_or(opens) || people() && open.is_some_and(opens)
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
