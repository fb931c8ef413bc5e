//! Words of the closed classes: auxiliaries, pronouns, determiners, prepositions, conjunctions.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Coordinator, Determiner, Finite, Ing, Mark, Noun, Number, Object,
    Possessive, Preposition, Pronoun, Proper, Subordinator, That, To, Wh,
};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Lexicon, word, words};
use crate::syntax::number::has_plural_form;
use crate::text::token::Kind;

/// Every class that [`Tagger::closed_class`] looks at. Words without one are tagged by other tests.
pub(super) const CLOSED: Classes = Classes::of(Class::Negation)
    .and(Class::To)
    .and(Class::That)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do)
    .and(Class::Modal)
    .and(Class::PossessivePronoun)
    .and(Class::SubjectPronoun)
    .and(Class::ObjectPronoun)
    .and(Class::Reflexive)
    .and(Class::Wh)
    .and(Class::Relative)
    .and(Class::Determiner)
    .and(Class::Coordinator)
    .and(Class::Preposition)
    .and(Class::Subordinator)
    .and(Class::NumberWord)
    .and(Class::IndefinitePronoun)
    .and(Class::Particle)
    .and(Class::Adverb);

impl Tagger<'_> {
    /// The tag of a word with one of the [`CLOSED`] classes, if it depends on the words around it.
    /// The others already have theirs from [`plain`](super::plain).
    pub(super) fn closed_class(&self, i: usize, classes: Classes) -> Option<Tag> {
        use Class as C;

        if classes.has(C::To) {
            let governed = i > self.sentence.first() && self.text.id(i - 1) == word!("according");
            return Some(if !governed && self.infinitive_follows(i) { To } else { Preposition });
        }
        if classes.has(C::Modal) {
            let noun = matches!(self.left(i), Some((_, Determiner | Possessive | Adjective)));
            return Some(if noun { Noun } else { Auxiliary });
        }
        if classes.any(Classes::of(C::Be).and(C::Have).and(C::Do)) {
            return Some(Ing);
        }
        if classes.has(C::PossessivePronoun) {
            return Some(self.possessive_pronoun(i));
        }
        if classes.has(C::Determiner) {
            return Some(self.determiner(i, classes));
        }
        if classes.has(C::Preposition) {
            return self.preposition(i, classes);
        }
        // "Ruiz once said"
        let adverbial = classes.has(C::Subordinator)
            && classes.has(C::Adverb)
            && i + 1 < self.sentence.stop()
            && self.classes(i + 1).any(VERB_FORMS)
            && !self.classes(i + 1).any(NOUNS);
        if adverbial {
            return Some(Adverb);
        }
        if classes.has(C::Subordinator) {
            return Some(if classes.has(C::Wh) { Wh } else { Subordinator });
        }
        if classes.has(C::NumberWord) {
            let reported = i > self.sentence.first()
                && self.text.id(i) == word!("first")
                && !matches!(self.tags[i - 1], Determiner | Possessive)
                && i + 1 < self.sentence.stop()
                && self.classes(i + 1).has(C::VerbPast)
                && (!self.classes(i + 1).any(NOUNS) || self.opens_clause(i + 1) && self.is_plural(i - 1));
            return Some(if self.floats(i) || reported { Adverb } else { Number });
        }
        if classes.has(C::Particle) && classes.has(C::VerbBase) {
            return if self.backs(i) { None } else { Some(Adverb) };
        }
        if classes.has(C::Adverb) && classes.has(C::Adjective) {
            return Some(self.adverb_or_adjective(i));
        }
        None
    }

    /// "her plan", but "told her".
    fn possessive_pronoun(&self, i: usize) -> Tag {
        // "his opposite number"
        let described = |j: usize| {
            let classes = self.classes(j);
            classes.has(Class::Preposition) && classes.has(Class::Adjective) && self.before_nominal(j)
        };
        let determines = i + 1 < self.sentence.stop() && (self.begins_nominal(i + 1) || described(i + 1));
        // "a source close to her later said"
        let after = i + 2 < self.sentence.stop()
            && self.classes(i + 1).has(Class::Adverb)
            && self.classes(i + 2).has(Class::VerbPast)
            && !self.classes(i + 2).any(NOUNS.and(Class::Adjective));
        if determines && !after { Possessive } else { Object }
    }

    /// "some traders", but "some say" and "those living in the town".
    fn determiner(&self, i: usize, classes: Classes) -> Tag {
        if self.floats(i) {
            return Adverb;
        }
        let determines = i + 1 < self.sentence.stop()
            && self.begins_nominal(i + 1)
            && !(classes.has(Class::Plural) && self.is_predicate(i + 1))
            && !self.disagrees(i)
            && !(self.classes(i + 1).has(Class::VerbPast) && self.is_only_verb(i + 1, i))
            && !self.describes_those(i);
        let stands = classes.any(Classes::of(Class::IndefinitePronoun).and(Class::Singular));
        if determines || !stands { Determiner } else { Pronoun }
    }

    /// "those hurt in the crash", "those backing the plan", "those taking part": whether a
    /// participle with a phrase of its own comes after "those" at `i`. In "those remaining votes" it
    /// describes a plural.
    pub(super) fn describes_those(&self, i: usize) -> bool {
        let object = i + 2;
        self.text.id(i) == word!("those")
            && object < self.sentence.stop()
            && self.classes(i + 1).any(Classes::of(Class::VerbIng).and(Class::VerbParticiple))
            && (self.classes(object).any(Classes::of(Class::Preposition).and(Class::Particle))
                || self.classes(i + 1).has(Class::VerbIng)
                    && (self.plain_object_follows(i + 1)
                        || self.classes(object).any(NOUNS) && !has_plural_form(self.text.word(object))))
    }

    /// "further talks", but "the minister further noted that", "the worst should be over".
    fn adverb_or_adjective(&self, i: usize) -> Tag {
        if i > self.sentence.first() && self.tags[i - 1] == Determiner && self.is_finite_next(i) {
            return Noun;
        }
        let verb = self.left(i).is_some_and(|(_, tag)| matches!(tag, Noun | Proper | Pronoun))
            && i + 1 < self.sentence.stop()
            && self.classes(i + 1).has(Class::VerbPast)
            && self.plain_object_follows(i + 1);
        // "is best known for", "is better remembered as"
        let known = i > self.sentence.first()
            && self.tags[i - 1] == Auxiliary
            && i + 1 < self.sentence.stop()
            && self.classes(i + 1).has(Class::VerbParticiple)
            && !self.classes(i + 1).any(NOUNS);
        if self.before_nominal(i) && !verb && !known { Adjective } else { Adverb }
    }

    /// "voters back the plan", "would back it": whether a particle is a verb here, with its object.
    fn backs(&self, i: usize) -> bool {
        let Some((j, tag)) = self.left(i).filter(|_| self.object_follows(i)) else { return false };
        match tag {
            To => true,
            Auxiliary => self.classes(j).any(Classes::of(Class::Modal).and(Class::Do)),
            Pronoun => self.plain_object_follows(i) && self.classes(j).has(Class::SubjectPronoun),
            Noun => self.plain_object_follows(i) && self.plural_before(i) && self.lacks_verb(i),
            // "54% back the plan"
            _ => {
                let number = |j: usize| self.token(j).kind == Kind::Number;
                let counted = number(j) || j > self.sentence.first() && number(j - 1);
                counted && self.plain_object_follows(i) && self.lacks_verb(i)
            }
        }
    }

    /// A preposition that may also be a verb, a noun, an adverb or a conjunction.
    fn preposition(&self, i: usize, classes: Classes) -> Option<Tag> {
        use Class as C;

        if classes.has(C::VerbBase) && self.governs_base(i) {
            return None; // "would like"
        }
        if classes.has(C::VerbBase) && self.is_liked(i) {
            return Some(Finite);
        }
        let before = (i > self.sentence.first()).then(|| self.tags[i - 1]);
        // "has since said"
        let since = classes.has(C::Subordinator)
            && before == Some(Auxiliary)
            && i + 1 < self.sentence.stop()
            && self.classes(i + 1).has(C::VerbParticiple);
        if since {
            return Some(Adverb);
        }
        if classes.any(NOUNS) && matches!(before, Some(Determiner | Possessive)) {
            return Some(Noun); // "in the past"
        }
        // "an inside source", "outside experts say"
        let modifies = || {
            matches!(before, Some(Determiner | Possessive)) && self.before_nominal(i)
                || self.describes_people(i, before)
        };
        if classes.has(C::Adjective) && modifies() {
            return Some(Adjective);
        }
        // "people on the inside say"
        if before == Some(Determiner) && self.text.id(i - 1) == word!("the") && self.verb_follows(i) {
            return Some(Noun);
        }
        let hangs = classes.has(C::Particle) && !self.complement_follows(i)
            || self.is_published(i)
            // "a man who lives opposite said", "those inside said"
            || classes.has(C::Particle)
                && matches!(before, Some(Finite | Noun | Pronoun | Determiner))
                && self.is_finite_next(i)
                // "a former mayor over alleged fraud"
                && !(self.classes(i + 1).has(Class::Adjective) && self.before_nominal(i + 1));
        Some(if hangs { Adverb } else { Preposition })
    }

    /// "a report out today", "figures due out on Monday": whether "out" is at `i`, before a time.
    fn is_published(&self, i: usize) -> bool {
        i + 2 < self.sentence.stop() && self.text.id(i) == word!("out") && {
            let on = usize::from(self.text.id(i + 1) == word!("on"));
            self.classes(i + 1 + on).any(Classes::of(Class::Time).and(Class::Month))
                || self.classes(i + 1).has(Class::Determiner) && self.classes(i + 2).has(Class::Time)
        }
    }

    /// "outside experts say", "warned that past chairmen had": whether a plural noun for people
    /// follows the word at `i`, which opens a clause, and then a verb.
    fn describes_people(&self, i: usize, before: Option<Tag>) -> bool {
        const VERBS: Classes = Classes::of(Class::VerbPast)
            .and(Class::VerbBase)
            .and(Class::Be)
            .and(Class::Have)
            .and(Class::Modal);
        let opens = match before {
            None | Some(That | Mark | Coordinator) => true,
            Some(Finite) => self.opens_clause(i - 1),
            _ => false,
        };
        opens && i + 2 < self.sentence.stop() && {
            let (people, verb) = (self.classes(i + 1), self.classes(i + 2));
            people.has(Class::Person)
                && !self.token(i + 1).is_capital()
                && has_plural_form(self.text.word(i + 1))
                && verb.any(VERBS)
        }
    }

    /// Whether a modal, "do" or a subject pronoun comes before, so that a base form is a verb.
    fn governs_base(&self, i: usize) -> bool {
        let verbal = Classes::of(Class::Modal).and(Class::Do).and(Class::SubjectPronoun);
        self.left(i).is_some_and(|(j, tag)| matches!(tag, Auxiliary | Pronoun) && self.classes(j).any(verbal))
    }

    /// "farmers like the plan", "who like to sing": whether "like" at `i` is the verb of its
    /// clause: its subject is plural or "who", its object follows and there is no other verb.
    fn is_liked(&self, i: usize) -> bool {
        let subject = match self.left(i) {
            Some((j, Noun | Proper)) => j + 1 == i && self.plural_before(i),
            Some((j, Wh)) => self.classes(j).has(Class::Relative),
            _ => false,
        };
        let to = || {
            i + 1 < self.sentence.stop()
                && self.classes(i + 1).has(Class::To)
                && self.infinitive_follows(i + 1)
        };
        subject && (self.plain_object_follows(i) || to()) && self.lacks_verb(i) && !self.verb_later(i)
    }

    /// "many said", "some fear that", "another joked: “…”": a quantifier before a word that is a
    /// verb by its form or by its object.
    fn disagrees(&self, i: usize) -> bool {
        let next = self.classes(i + 1);
        if self.token(i + 1).is_capital() && !self.title_case {
            return false;
        }
        // "this shows", "neither takes": a plural noun does not agree; "what seems": no noun does
        let singular = self.classes(i).has(Class::Singular);
        if next.has(Class::VerbS) && (singular || !next.any(NOUNS)) {
            return true;
        }
        // "another witness who": no base form agrees with a singular either
        let past = Classes::of(Class::VerbPast);
        let finite = if singular { past } else { past.and(Class::VerbBase) };
        let infinitive = next.has(Class::VerbPast)
            && i + 2 < self.sentence.stop()
            && self.classes(i + 2).has(Class::To)
            && self.infinitive_follows(i + 2);
        (self.classes(i).has(Class::IndefinitePronoun) || singular)
            && next.any(finite)
            && (infinitive
                || self.plain_object_follows(i + 1)
                || singular && self.many_follow(i + 1)
                || self.question_follows(i + 1) && !(next.any(NOUNS) && self.relative_follows(i + 1))
                || self.leads_to_quotation(i + 1)
                || self.opens_clause(i + 1) && !next.any(NOUNS.and(Class::Adjective)))
    }

    /// "have both argued", "was first reported": a quantifier or ordinal between an auxiliary and
    /// its participle.
    fn floats(&self, i: usize) -> bool {
        // "the ministers all agreed"
        let apposed = |tag| {
            let plain = !self.classes(i + 1).any(NOUNS);
            // "who both back a ferry"
            let relative = || tag == Wh && self.plain_object_follows(i + 1);
            (plain && matches!(tag, Noun | Proper | Pronoun) || relative())
                && words!["all", "both", "each"].has(self.text.id(i))
        };
        i > self.sentence.first()
            && i + 1 < self.sentence.stop()
            && (self.tags[i - 1] == Auxiliary && !self.classes(i + 1).any(NOUNS) || apposed(self.tags[i - 1]))
            && self.classes(i).any(Classes::of(Class::IndefinitePronoun).and(Class::NumberWord))
            && self.classes(i + 1).any(
                Classes::of(Class::VerbPast)
                    .and(Class::VerbParticiple)
                    .and(Class::VerbIng)
                    .and(Class::VerbBase),
            )
    }

    fn complement_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && (self.token(i + 1).is_word() || self.token(i + 1).kind == Kind::Mark)
    }

    pub(super) fn infinitive_follows(&self, i: usize) -> bool {
        self.next(i).is_some_and(|j| {
            // "to “do what they can”"
            let quoted = self.token(j).kind == Kind::Mark && j + 1 < self.sentence.stop();
            let j = j + usize::from(quoted);
            let classes = self.classes(j);
            let word = self.text.word(j);
            // "sent to staff on Tuesday"
            let people = classes.any(Classes::of(Class::Person).and(Class::Group))
                && has_plural_form(word)
                && !self.object_follows(j);
            self.token(j).kind == Kind::Word
                && !people
                && (classes.any(Classes::of(Class::Be).and(Class::Have).and(Class::Do))
                    && !word.ends_with("ing")
                    || classes.has(Class::VerbBase) && !self.token(j).is_capital()
                    || classes.is_empty() && !self.token(j).is_capital() && self.verb_slot_after(j)
                    || self.is_noun_as_verb(i, j))
        })
    }

    /// "pledged to ballot its members": whether the noun at `j` is a verb, since the word before
    /// the "to" at `i` takes an infinitive, and an object follows. "Agreed to terms the union had
    /// set" has a plural, "spoke to police the day before" a verb that takes none.
    fn is_noun_as_verb(&self, i: usize, j: usize) -> bool {
        const OBJECT: Classes =
            Classes::of(Class::PossessivePronoun).and(Class::ObjectPronoun).and(Class::Determiner);
        let object = |k: usize| {
            k < self.sentence.stop() && self.classes(k).any(OBJECT) && !self.classes(k).has(Class::Time)
        };
        self.classes(j).any(NOUNS)
            && !self.token(j).is_capital()
            && !self.text.word(j).ends_with('s')
            && object(j + 1)
            && i > self.sentence.first()
            && Lexicon::built_in().takes_infinitive(self.token(i - 1).word)
    }

    /// An unknown word after "to" is a verb when an object follows it.
    fn verb_slot_after(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && {
            let classes = self.classes(i + 1);
            classes.any(Classes::of(Class::Determiner).and(Class::ObjectPronoun).and(Class::Preposition))
                || self.token(i + 1).is_capital()
        }
    }
}
