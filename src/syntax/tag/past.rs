//! Past forms: finite verbs, participles or adjectives.

use super::Tag::{
    Adjective, Adverb, Base, Comma, Coordinator, Determiner, Finite, Ing, Mark, Noun, Number, Participle,
    Possessive, Preposition, Pronoun, Proper, Subordinator, That,
};
use super::clause::{CLAUSE, OBJECTS};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Frame, Part, word, words};
use crate::text::token::Kind;

impl Tagger<'_> {
    pub(super) fn past(&self, i: usize, classes: Classes, left: Option<Tag>) -> Tag {
        if classes.has(Class::VerbPast) && !classes.has(Class::VerbParticiple) {
            return Finite;
        }
        if !classes.has(Class::VerbPast) {
            // "the particles come from compost"
            let base = classes.has(Class::VerbBase) && matches!(left, Some(Noun | Proper | Pronoun));
            return if base && self.plural_before(i) { Finite } else { Participle };
        }
        match left {
            _ if self.agent_follows(i) => Participle,
            // an attributive participle is never followed by an article
            Some(Preposition | Adjective) if self.plain_object_follows(i) => Finite,
            // "Retired surgeon Ana Ruiz": a sentence hardly ever opens with its verb
            None if self.before_nominal(i) && !self.opens_clause(i) => Adjective,
            Some(Preposition | Adjective) if self.begins_nominal((i + 1).min(self.sentence.stop() - 1)) => {
                Adjective
            }
            Some(Preposition | Adjective) => Participle,
            Some(Noun) if self.is_reduced_relative(i) || self.gives_name(i) || self.precedes_insertion(i) => {
                Participle
            }
            // "those involved in the plan say"
            Some(Pronoun) if self.describes_those(i - 1) && self.verb_form_follows(i) => Participle,
            // "Groups opposed to the sale say": a plural that opens the sentence is rarely a name
            // here
            Some(Proper) if self.opens_with_plural(i) && self.is_reduced_relative(i) => Participle,
            // "the newly elected councillor"
            Some(Determiner | Possessive | Number)
                if self.tags[i - 1] == Adverb && self.before_nominal(i) && !self.plain_object_follows(i) =>
            {
                Adjective
            }
            // "her neighbour, retired surgeon Ana Ruiz, said", "said newly elected mayor Ana Ruiz"
            _ if self.modifies_description(i) => Adjective,
            // "that fog and related delays have": the clause has no verb yet
            Some(Coordinator) if self.joins_subject(i) && self.before_nominal(i) && !self.opens_clause(i) => {
                Adjective
            }
            // "A survey by the charity, released on Monday, found"
            Some(Comma) if self.opens_insertion(i) => Participle,
            // "Moor, asked if she would stay, said"
            Some(Comma) if self.is_addressed(i) => Participle,
            // ", newly released files show"
            Some(Comma) if self.tags[i - 1] == Adverb && self.before_nominal(i) && !self.opens_clause(i) => {
                Adjective
            }
            // "cited heightened interest", but not "having said unemployment could fall"
            Some(Finite | Ing)
                if i > 0
                    && self.tags[i - 1].is_verb()
                    && !self.classes(i - 1).has(Class::Have)
                    && !self.ends_contact_relative(i)
                    && self.before_nominal(i) =>
            {
                Adjective
            }
            _ => Finite,
        }
    }

    /// Whether a word that can be a verb comes later in the sentence.
    fn verb_form_follows(&self, i: usize) -> bool {
        (i + 1..self.sentence.stop()).any(|j| self.classes(j).any(VERB_FORMS))
    }

    /// "a woman called Ana Ruiz asked": whether a name and the verb of the clause follow a verb of
    /// naming.
    fn gives_name(&self, i: usize) -> bool {
        const VERBS: Classes = Classes::of(Class::VerbPast).and(Class::VerbS).and(Class::Be).and(Class::Have);
        let stop = self.sentence.stop();
        let naming = || self.cues(i).iter().any(|cue| cue.part == Part::Verb && cue.is_naming());
        let end = (i + 1..stop).find(|&j| !self.token(j).is_capital()).unwrap_or(stop);
        end > i + 1 && end < stop && self.classes(end).any(VERBS) && naming()
    }

    /// "A letter sent to parents on Friday, seen by the Echo, says": whether the word at `i` describes
    /// the noun that opens the sentence, since an insertion and a cue in the present follow.
    fn precedes_insertion(&self, i: usize) -> bool {
        const CLAUSES: Classes = Classes::of(Class::That)
            .and(Class::Wh)
            .and(Class::SubjectPronoun)
            .and(Class::Be)
            .and(Class::Have);
        let (first, stop) = (self.sentence.first(), self.sentence.stop());
        let inside = |j: usize| self.tags[j].is_nominal() || self.tags[j] == Preposition;
        let comma = |from: usize| {
            let word = |j: usize| self.token(j).is_word() || self.token(j).kind == Kind::Number;
            let end = (from..stop.min(from + CLAUSE / 2)).find(|&j| !word(j))?;
            (self.token(end).kind == Kind::Comma && end + 2 < stop).then_some(end)
        };
        let inserted = |open: usize| {
            let opener = open + 1 + usize::from(self.text.id(open + 1) == word!("and"));
            self.classes(opener).any(Classes::of(Class::VerbParticiple).and(Class::Relative))
        };
        i + 1 < stop
            && (first..i).all(inside)
            && (self.preposition_follows(i)
                || self.classes(i + 1).any(Classes::of(Class::Time).and(Class::To)))
            && comma(i + 1)
                .filter(|&open| inserted(open) && !(i + 1..open).any(|j| self.classes(j).any(CLAUSES)))
                .and_then(|open| comma(open + 1))
                .and_then(|close| self.next(close))
                .is_some_and(|verb| self.classes(verb).has(Class::VerbS) && !self.classes(verb).any(NOUNS))
    }

    /// "the doctor she saw said wages would rise": whether the word before `i` is the only verb of a
    /// relative clause without a pronoun, and the word at `i` may be that of the sentence.
    fn ends_contact_relative(&self, i: usize) -> bool {
        const PEOPLE: Classes = Classes::of(Class::Person).and(Class::Group).and(Class::IndefinitePronoun);
        i > self.sentence.first() + 2
            && self.tags[i - 2] == Pronoun
            && self.classes(i - 2).has(Class::SubjectPronoun)
            && self.classes(i - 3).any(PEOPLE)
            && self.opens_clause(i)
    }

    /// "A survey by the charity, released on Monday, found": whether nothing but noun phrases comes
    /// before the comma before `i`, and a verb after the next comma.
    fn opens_insertion(&self, i: usize) -> bool {
        let (first, stop) = (self.sentence.first(), self.sentence.stop());
        let inside = |j: usize| self.tags[j].is_nominal() || self.tags[j] == Preposition;
        let close = (i + 1..stop.min(i + CLAUSE / 2))
            .find(|&j| !self.token(j).is_word() && self.token(j).kind != Kind::Number);
        let verb = |j: usize| {
            const VERBS: Classes =
                Classes::of(Class::VerbS).and(Class::Be).and(Class::Have).and(Class::Modal);
            let classes = self.classes(j);
            classes.any(VERBS) && !classes.any(NOUNS)
                || classes.any(Classes::of(Class::VerbPast).and(Class::VerbBase)) && self.opens_clause(j)
        };
        i > first + 1
            && i + 1 < stop
            && self.tags[first] != Preposition
            && (first..i - 1).all(inside)
            && (self.preposition_follows(i) || self.classes(i + 1).has(Class::Time))
            && close.is_some_and(|k| self.token(k).kind == Kind::Comma && self.next(k).is_some_and(verb))
    }

    /// "Moor, asked if she would stay, said that": whether somebody is asked or told something, in
    /// an insertion between the subject of the sentence and its verb of saying.
    fn is_addressed(&self, i: usize) -> bool {
        let (first, stop) = (self.sentence.first(), self.sentence.stop());
        let comma = |j: usize| self.token(j).kind == Kind::Comma;
        let told = || self.cues(i).iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::Told) > 0);
        let opens = i + 1 < stop
            && (self.classes(i + 1).any(Classes::of(Class::Wh).and(Class::That).and(Class::To))
                || words!["whether", "if"].has(self.text.id(i + 1)));
        // "…, said a friend" is an attribution of the whole
        let replies = |j: usize| {
            j + 2 < stop
                && comma(j)
                && self.takes_that(j + 1)
                && self.classes(j + 1).any(Classes::of(Class::VerbPast).and(Class::VerbS))
                && (!self.token(j + 2).is_word()
                    || self.classes(j + 2).any(OBJECTS.and(Class::ProClause))
                    || self.verb_next(j + 2)
                    || self.verb_later(j + 2))
        };
        opens && told() && !(first..i - 1).any(comma) && (i + 2..stop).any(replies)
    }

    /// Whether the conjunction before `i` joins noun phrases of a subject: nothing but noun phrases
    /// comes before it in its clause, and the verb comes later.
    fn joins_subject(&self, i: usize) -> bool {
        let inside = |&j: &usize| self.tags[j].is_nominal() || self.tags[j] == Preposition;
        let open = (self.sentence.first()..i - 1).rev().take(CLAUSE).take_while(inside).last();
        open.is_some_and(|open| {
            open == self.sentence.first() || matches!(self.tags[open - 1], That | Subordinator | Mark)
        }) && self.verb_later(i)
    }

    /// Whether the only word before `i` in the sentence is a plural noun that could also be a verb
    /// in -s.
    fn opens_with_plural(&self, i: usize) -> bool {
        i == self.sentence.first() + 1
            && self.classes(i - 1).any(NOUNS)
            && self.classes(i - 1).has(Class::VerbS)
    }

    /// "backed by residents", not "said by telephone"
    pub(super) fn agent_follows(&self, i: usize) -> bool {
        i + 2 < self.sentence.stop()
            && self.text.word(i + 1) == "by"
            // "said by May, the pier would open"
            && !self.dates(i + 2)
            && (self.token(i + 2).is_capital()
                // "signed by 40 doctors", but "cut by 40 per cent"
                || self.token(i + 2).kind == Kind::Number
                    && i + 3 < self.sentence.stop()
                    && self.classes(i + 3).has(Class::Person)
                || self.text.word(i + 2).ends_with('s')
                || self.classes(i + 2).any(
                    Classes::of(Class::Determiner)
                        .and(Class::PossessivePronoun)
                        .and(Class::ObjectPronoun)
                        .and(Class::Person)
                        .and(Class::Adjective),
                ))
    }

    /// "May", "next week", "the summer", "the end of the year": whether a time expression begins at
    /// `i`.
    fn dates(&self, i: usize) -> bool {
        let stop = self.sentence.stop();
        let time = |j: usize| j < stop && self.classes(j).any(Classes::of(Class::Time).and(Class::Month));
        let article = |j: usize| j + usize::from(j < stop && self.classes(j).has(Class::Determiner));
        let first = article(i);
        let joined = first + 1 < stop && self.text.id(first + 1) == word!("of");
        time(first) || joined && time(article(first + 2))
    }

    pub(super) fn after_auxiliary(&self, auxiliary: usize, classes: Classes) -> Tag {
        let kind = self.classes(auxiliary);
        if classes.has(Class::VerbParticiple) && kind.any(Classes::of(Class::Be).and(Class::Have)) {
            return Participle;
        }
        if classes.has(Class::VerbBase) && kind.any(Classes::of(Class::Modal).and(Class::Do)) {
            return Base;
        }
        if classes.has(Class::VerbParticiple) {
            return Participle;
        }
        if classes.any(NOUNS.and(Class::Adjective)) { Noun } else { Finite }
    }
}
