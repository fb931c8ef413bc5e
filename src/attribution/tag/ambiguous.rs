//! Words that are verbs in one place and nouns, adjectives or names in another: told by the tag before them and the word
//! behind.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Base, Break, Comma, Coordinator, Determiner, End, Finite, Ing, Mark,
    Negation, Noun, Number, Participle, Possessive, Preposition, Pronoun, Proper, Subordinator, That, To, Wh,
};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Cue, Frame, Lexicon, Part};
use crate::text::token::Kind;

/// What begins the object of a verb.
const OBJECTS: Classes = Classes::of(Class::Determiner)
    .and(Class::ObjectPronoun)
    .and(Class::SubjectPronoun)
    .and(Class::PossessivePronoun);

/// How far back a clause's verb is looked for.
const CLAUSE: usize = 24;

impl Tagger<'_> {
    pub(super) fn verb_or_noun(&self, i: usize, classes: Classes) -> Tag {
        let left = self.left(i);
        let tag = left.map(|(_, tag)| tag);
        if self.token(i).is_capital() && !self.title_case && self.verb_follows(i) {
            return Proper; // "Rose said": a name that looks like a verb
        }
        let nominal = classes.any(NOUNS.and(Class::Adjective)) || self.token(i).is_capital();
        let open_before = i > self.sentence.first() && self.tags[i - 1] == Adverb;
        if classes.has(Class::VerbIng) {
            // "a court filing"
            let compound = matches!(tag, Some(Noun | Proper | Possessive | Number)) && classes.any(NOUNS);
            let compound = compound && !self.before_nominal(i);
            return if (matches!(tag, Some(Determiner | Adjective)) || compound) && !self.object_follows(i) {
                Noun
            } else {
                Ing
            };
        }
        if let Some(Auxiliary) = tag {
            return self.after_auxiliary(left.map_or(0, |(j, _)| j), classes);
        }
        if tag == Some(To) {
            return Base;
        }
        if matches!(tag, Some(Determiner | Possessive | Number)) && !open_before {
            let past = classes.any(Classes::of(Class::VerbPast).and(Class::VerbParticiple));
            // "those opposed", "all said": a determiner that stands alone has been tagged a pronoun
            return if past && !classes.any(NOUNS) && !classes.has(Class::VerbBase) {
                Adjective
            } else {
                Noun
            };
        }
        if classes.any(Classes::of(Class::VerbPast).and(Class::VerbParticiple))
            && !(classes.has(Class::VerbBase) && nominal)
        {
            return self.past(i, classes, tag);
        }
        let after_those =
            left.is_some_and(|(j, t)| t == Adjective && j > 0 && self.text.word(j - 1) == "those");
        if after_those {
            return Finite; // "those surveyed say"
        }
        if matches!(tag, Some(Adjective | Preposition)) && !open_before {
            let adjective = classes.has(Class::Adjective) && (!classes.any(NOUNS) || self.before_nominal(i));
            return if adjective { Adjective } else { Noun };
        }
        let subject = left.map_or(i, |(j, _)| j);
        if i > self.sentence.first() && self.tags[i - 1] == Negation && classes.has(Class::VerbBase) {
            return Base; // "but never compromise"
        }
        if classes.has(Class::VerbS) {
            let finite = match tag {
                Some(Noun | Proper) if self.ends_attribution(i) => true,
                Some(Pronoun) => true,
                Some(Noun | Proper) if nominal => {
                    !self.is_plural(self.head_before(i))
                        && (self.object_follows(i) || self.takes_that(i) && !self.preposition_follows(i))
                        && self.lacks_verb(i)
                }
                Some(Noun | Proper) => true,
                Some(Wh | That | Break | Mark | Comma | Coordinator) => !nominal || self.object_follows(i),
                _ => false,
            };
            return if finite { Finite } else { Noun };
        }
        // a base form
        let noun_follows = i + 1 < self.sentence.stop()
            && self.classes(i + 1).any(NOUNS)
            && !self.classes(i + 1).any(VERB_FORMS);
        match tag {
            Some(Comma | Mark | Break | Coordinator) if noun_follows => Noun, // ", associate director of"
            Some(Pronoun | Wh) => Finite,
            Some(Noun | Proper) if self.ends_attribution(i) => Finite,
            Some(Noun | Proper) if open_before && self.object_follows(i) => Finite,
            Some(Noun | Proper) if nominal && self.plural_before(i) && self.lacks_verb(i) => Finite,
            Some(Noun) if !nominal && self.is_plural(subject) => Finite,
            Some(Proper) if !nominal => Finite,
            Some(That | Coordinator | Comma) if self.object_follows(i) && !classes.any(NOUNS) => Finite,
            None | Some(Mark | End)
                if !nominal || self.object_follows(i) && !self.token(i + 1).is_capital() =>
            {
                Base
            }
            _ if nominal || self.token(i).is_capital() => Noun,
            _ => Finite,
        }
    }

    /// Whether the noun at `i` takes a plural verb: "polls", "Democrats", but not "news" or the name "Sanders".
    fn is_plural(&self, i: usize) -> bool {
        let word = self.text.word(i);
        let named = self.tags[i] == Proper && !self.classes(i).has(Class::Person);
        let singular = ["ss", "us", "is", "ics", "news", "series"].iter().any(|end| word.ends_with(end));
        word.ends_with('s') && !singular && !named
            || ["people", "men", "women", "children", "police"].contains(&word)
    }

    /// Whether the subject that ends before `i` is plural; "some of his supporters" and "a majority of voters" are.
    fn plural_before(&self, i: usize) -> bool {
        let head = self.head_before(i);
        self.is_plural(head) || self.text.word(head + 1) == "of" && self.is_plural(i - 1)
    }

    /// The head of the subject that ends before `i`: "officials" in "officials in the capital".
    fn head_before(&self, i: usize) -> usize {
        let nominal = |&j: &usize| self.tags[j].is_nominal() || matches!(self.tags[j], Preposition | Adverb);
        let phrase = || (self.sentence.first()..i).rev().take(CLAUSE).take_while(nominal);
        let mut head = i - 1;
        while head > self.sentence.first() && self.tags[head] == Adverb {
            head -= 1;
        }
        phrase()
            .filter(|&j| {
                j > self.sentence.first() && self.tags[j] == Preposition && self.tags[j - 1].is_nominal()
            })
            .last()
            .map_or(head, |j| j - 1)
    }

    /// Whether the clause has no finite verb before `i` and none right behind it, so that the word at `i` may be its verb. A
    /// verb that takes a bare clause ("said") opens one.
    fn lacks_verb(&self, i: usize) -> bool {
        let before = (self.sentence.first()..i)
            .rev()
            .take(CLAUSE)
            .take_while(|&j| {
                !matches!(self.tags[j], Comma | Mark | Break | That | Wh | Subordinator | Coordinator)
            })
            .take_while(|&j| !self.begins_contact_clause(j + 1) && !self.classes(j).has(Class::Subordinator))
            .find(|&j| matches!(self.tags[j], Finite | Auxiliary | Base));
        before.is_none_or(|j| self.opens_clause(j)) && !self.verb_next(i)
    }

    /// "ways his campaign hopes": a determiner straight behind a noun begins a new phrase.
    fn begins_contact_clause(&self, i: usize) -> bool {
        i < self.sentence.stop()
            && (self.tags[i] == Determiner || self.classes(i).has(Class::PossessivePronoun))
            && matches!(self.tags[i - 1], Noun | Proper)
    }

    fn preposition_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && self.classes(i + 1).has(Class::Preposition)
    }

    fn cues(&self, i: usize) -> &'static [Cue] {
        let lexicon = Lexicon::built_in();
        lexicon.cues(lexicon.lemma(self.text.id(i)))
    }

    /// Whether the verb at `i` takes a that-clause.
    fn takes_that(&self, i: usize) -> bool {
        let cues = self.cues(i);
        cues.iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::That) == 3)
    }

    /// Whether the verb at `i` may stand before a clause without "that".
    fn opens_clause(&self, i: usize) -> bool {
        let cues = self.cues(i);
        cues.iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::Clause) > 0)
    }

    /// Whether a word that can only be a finite verb follows, adverbs passed over.
    fn verb_next(&self, i: usize) -> bool {
        self.next(i).is_some_and(|j| {
            let classes = self.classes(j);
            let auxiliary =
                classes.any(Classes::of(Class::Be).and(Class::Have).and(Class::Modal).and(Class::Do));
            auxiliary && !self.text.word(j).ends_with("ing")
                || classes.any(Classes::of(Class::VerbS).and(Class::VerbPast))
                    && !classes.any(NOUNS.and(Class::Adjective))
        })
    }

    fn past(&self, i: usize, classes: Classes, left: Option<Tag>) -> Tag {
        if classes.has(Class::VerbPast) && !classes.has(Class::VerbParticiple) {
            return Finite;
        }
        if !classes.has(Class::VerbPast) {
            return Participle;
        }
        // "backed by residents", not "said by telephone"
        let by = i + 2 < self.sentence.stop()
            && self.text.word(i + 1) == "by"
            && (self.token(i + 2).is_capital()
                || self.text.word(i + 2).ends_with('s')
                || self.classes(i + 2).any(
                    Classes::of(Class::Determiner)
                        .and(Class::PossessivePronoun)
                        .and(Class::ObjectPronoun)
                        .and(Class::Person)
                        .and(Class::Adjective),
                ));
        match left {
            _ if by => Participle,
            // "Retired surgeon Ana Ruiz": a sentence hardly opens with its verb
            None if self.before_nominal(i) => Adjective,
            Some(Preposition | Adjective) if self.begins_nominal((i + 1).min(self.sentence.stop() - 1)) => {
                Adjective
            }
            Some(Preposition | Adjective) => Participle,
            Some(Noun) if self.is_reduced_relative(i) => Participle,
            // "cited heightened interest"
            Some(Finite | Ing) if i > 0 && self.tags[i - 1].is_verb() && self.before_nominal(i) => Adjective,
            _ => Finite,
        }
    }

    /// "the emails released on Friday show": a past form without an object, behind which the clause has its verb.
    fn is_reduced_relative(&self, i: usize) -> bool {
        let object = i + 1 < self.sentence.stop() && {
            let token = self.token(i + 1);
            token.is_capital()
                || token.kind == Kind::Number
                || self.classes(i + 1).any(OBJECTS)
                || self.begins_nominal(i + 1)
                    && !self.classes(i + 1).has(Class::Time)
                    && (self.classes(i + 1).any(NOUNS) || !self.classes(i + 1).any(VERB_FORMS))
        };
        !object
            && !self.opens_clause(i)
            && (i + 1..self.sentence.stop())
                .take(8)
                .map(|j| (j, self.classes(j)))
                .take_while(|&(j, classes)| {
                    (self.token(j).is_word() || self.token(j).kind == Kind::Number)
                        && !classes.any(
                            Classes::of(Class::That)
                                .and(Class::Wh)
                                .and(Class::Relative)
                                .and(Class::Coordinator)
                                .and(Class::Subordinator)
                                .and(Class::SubjectPronoun)
                                .and(Class::To),
                        )
                })
                .any(|(j, classes)| {
                    self.token(j).kind != Kind::Clitic
                        && classes.any(Classes::of(Class::Be).and(Class::Have).and(Class::Modal))
                        && !self.text.word(j).ends_with("ing")
                        || classes.has(Class::VerbPast) && !classes.has(Class::VerbParticiple)
                        || classes.any(Classes::of(Class::VerbS).and(Class::VerbPast)) && self.opens_clause(j)
                })
    }

    fn after_auxiliary(&self, auxiliary: usize, classes: Classes) -> Tag {
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

    fn verb_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self
                .classes(i + 1)
                .any(Classes::of(Class::VerbPast).and(Class::VerbS).and(Class::Be).and(Class::Have))
            && !self.classes(i + 1).has(Class::VerbIng)
    }

    /// "…,” Ruiz notes.", "…,” the editorial read.": a verb that ends its sentence behind a quotation and a noun phrase.
    fn ends_attribution(&self, i: usize) -> bool {
        let ended =
            i + 1 >= self.sentence.stop() || matches!(self.token(i + 1).kind, Kind::Stop | Kind::Comma);
        ended && {
            let phrase = (self.sentence.first()..i)
                .rev()
                .take(CLAUSE)
                .take_while(|&j| self.tags[j].is_nominal())
                .last();
            phrase.is_some_and(|j| j > self.sentence.first() && self.tags[j - 1] == Mark)
        }
    }

    /// Whether what follows looks like the complement of a verb: a determiner, a pronoun, "that", "to", a mark.
    fn object_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && {
            let token = self.token(i + 1);
            let classes = self.classes(i + 1);
            matches!(token.kind, Kind::Mark | Kind::Number)
                || token.is_capital() && !self.title_case
                || classes.any(OBJECTS.and(Class::That).and(Class::To).and(Class::Wh).and(Class::Particle))
        }
    }
}
