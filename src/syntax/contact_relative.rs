//! Relative clauses without a pronoun: "the man | police say | killed her", "a move | Moor
//! described as mad".

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

impl Syntax<'_> {
    /// "the man | police", "the mill | Moor", "a decision | club captain Ana Ruiz": who speaks,
    /// where a noun phrase before the cue is an antecedent and the subject of its relative clause.
    pub(crate) fn contact_subject(&self, phrase: Run) -> Option<Run> {
        let last = phrase.stop() - 1;
        let people = Classes::of(Class::Person).and(Class::Group);
        let person = |k: usize| self.classes(k).any(people.and(Class::Title));
        let named = self.tag(last) == Tag::Proper;
        let start = if named {
            let of_name = |&k: &usize| self.tag(k) == Tag::Proper || self.tag(k) == Tag::Noun && person(k);
            phrase.indices().rev().take_while(of_name).last()?
        } else if self.tag(last) == Tag::Noun && person(last) && self.looks_plural(last) {
            last
        } else {
            return None;
        };
        let before = start.checked_sub(1).filter(|&k| k >= phrase.first())?;
        // "everything Moor", but not "many analysts"
        let indefinite =
            self.tag(before) == Tag::Pronoun && named && self.is(before, Class::IndefinitePronoun);
        let thing = self.tag(before) == Tag::Noun
            && before > phrase.first()
            && matches!(self.tag(phrase.first()), Tag::Determiner | Tag::Number);
        (indefinite || thing).then(|| Run::new(start, phrase.stop()))
    }

    /// "a decision | Moor", before "described as mad": as [`Self::contact_subject`], for a cue that
    /// lacks its object and might be a participle. In "the council officials described as rude" it
    /// is one, so the first phrase must be indefinite.
    pub(crate) fn judging_subject(&self, phrase: Run) -> Option<Run> {
        self.is_indefinite(phrase).then(|| self.contact_subject(phrase)).flatten()
    }

    /// "the man", before "police say": the antecedent of a relative clause without a pronoun whose
    /// subject is `subject`.
    pub(crate) fn antecedent(&self, subject: Run) -> Option<Run> {
        let floor = self.sentence_start(subject.first());
        let before = subject.first().checked_sub(1).filter(|&k| k >= floor)?;
        let noun =
            matches!(self.tag(before), Tag::Noun | Tag::Proper) || self.is(before, Class::IndefinitePronoun);
        let start = noun.then(|| self.phrase_start(before + 1, floor)).flatten()?;
        Some(Run::new(start, before + 1))
    }

    /// "a move", before "Moor described as a mistake"; "the scheme", before "the council called
    /// “mad”": the antecedent, if the words leave no doubt that there is one.
    pub(crate) fn judged(&self, subject: Run) -> Option<Run> {
        let found = self.antecedent(subject)?;
        let noun = self.tag(found.stop() - 1) == Tag::Noun && !self.is_time(found.stop() - 1);
        let definite = self.tag(found.first()) == Tag::Determiner
            && matches!(self.tag(subject.first()), Tag::Determiner | Tag::Pronoun);
        (noun && found.len() > 1 && (self.is_indefinite(found) || definite)).then_some(found)
    }

    /// Whether the noun phrase has an indefinite article or "one".
    fn is_indefinite(&self, phrase: Run) -> bool {
        self.is_one_of(phrase.first(), words!["a", "an", "one", "another"])
    }

    /// "a knife police say was stolen", "a knife she says was stolen": whether the noun phrase at
    /// `i` has such a relative clause.
    pub(crate) fn opens_contact_relative(&self, i: usize, stop: usize) -> bool {
        self.phrase_end(i, stop).is_some_and(|end| {
            let pronoun = self.is(end, Class::SubjectPronoun) && self.tag(end) == Tag::Pronoun;
            let verb = self.after_adverbs(end + usize::from(pronoun));
            self.tag(verb) == Tag::Finite
                && self.attributes(verb)
                && self.verb_at(verb + 1)
                && (pronoun || self.contact_subject(Run::new(i, end)).is_some())
        })
    }
}
