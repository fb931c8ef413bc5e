//! Whether a past verb after "and" inside a reported clause tells what the speaker did, not what
//! was said: "said rates would rise | and trimmed its target".

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

impl Syntax<'_> {
    /// Whether the conjunction at `k` joins a deed of the speaker's to the cue before the clause
    /// from `i` on.
    pub(super) fn turns_to_deed(&self, i: usize, k: usize) -> bool {
        let verb = self.after_adverbs(k + 1);
        let Some(governor) = self.governor(i).filter(|_| self.tag(verb) == Tag::Finite) else { return false };
        let first = || (i..k).find(|&n| matches!(self.tag(n), Tag::Finite | Tag::Auxiliary));
        // "fears trade will fall and wants help"
        if self.is(governor, Class::VerbS) {
            return self.is(verb, Class::VerbS)
                && first().is_some_and(|first| self.follows_modal(first, k, verb));
        }
        if !self.is(governor, Class::VerbPast) {
            return false;
        }
        // "said Kemp had shown no remorse and jailed him"
        if self.lemma_is(verb, Class::Sentencing) {
            return true;
        }
        if !self.is(verb, Class::VerbPast) {
            return false;
        }
        let subject = i + usize::from(self.tag(i) == Tag::That);
        let Some(first) = first() else { return false };
        self.follows_modal(first, k, verb)
            || self.is_object(verb + 1) && self.acts_on_object(subject, first, k, verb + 1)
            || self.is_said_of_thing(subject, first)
                && (self.lemma_is(verb, Class::Acting) || self.revises(verb))
    }

    /// "said rates would rise and trimmed": whether the only verb of the clause up to `k` follows a
    /// modal, which cannot govern the past form at `verb` too.
    fn follows_modal(&self, first: usize, k: usize, verb: usize) -> bool {
        let base = first + 1;
        self.is(first, Class::Modal)
            && self.tag(base) == Tag::Base
            && !self.is(base, Class::Be)
            && !self.is(base, Class::Have)
            && !self.is(verb, Class::VerbBase)
            && !(base + 1..k).any(|n| self.tag(n).is_verb() || self.is(n, Class::VerbParticiple))
    }

    /// "him", "it": whether the word at `i` may be a pronoun in the place of an object.
    fn is_object(&self, i: usize) -> bool {
        self.tag(i) == Tag::Object || self.is_one_of(i, words!["it"])
    }

    /// "said it was too late and sent him home", "said the bridge was safe and reopened it":
    /// whether what is said describes a thing, and the object at `object` is a person or that
    /// thing.
    fn acts_on_object(&self, subject: usize, first: usize, k: usize, object: usize) -> bool {
        if self.is(object, Class::Reflexive) || !self.is(first, Class::Be) {
            return false;
        }
        if self.is_one_of(subject, words!["it", "there"]) {
            return first == subject + 1 && self.tag(object) == Tag::Object;
        }
        self.is_one_of(object, words!["it", "them"])
            && self.is_said_of_thing(subject, first)
            && !(first..k).any(|n| self.tag(n).is_nominal() && self.tag(n) != Tag::Adjective)
    }

    /// Whether the clause at `subject`, whose first verb is at `first`, has a subject that does
    /// nothing of its own accord.
    fn is_said_of_thing(&self, subject: usize, first: usize) -> bool {
        self.is_one_of(subject, words!["there"])
            || self.tag(subject).is_nominal()
                && self.tag(subject) != Tag::Pronoun
                && self.core_end(subject, first).is_some()
                && !self.source_kind(Run::new(subject, first)).likely_speaks()
    }

    /// "cut its forecast for the year": whether the verb changes what somebody has forecast.
    fn revises(&self, verb: usize) -> bool {
        let stop = self.sentence(verb).stop();
        let forecast = |end: usize| self.is(end - 1, Class::Forecast);
        self.lemma_is(verb, Class::Revising) && self.core_end(verb + 1, stop).is_some_and(forecast)
    }
}
