//! An attribution at the end of a sentence: "…, Ana Ruiz said on Monday", "…, said Ana Ruiz". The
//! source said everything before it, so a clause that began there ends before it.

use crate::lexicon::{Class, Frame, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

/// The maximum length of what describes a subject, in tokens.
const MODIFIERS: usize = 10;

impl Syntax<'_> {
    /// Whether the rest of the sentence, from the comma at `k` or the mark after it, is nothing but
    /// an attribution of everything before it.
    pub(super) fn attributed_from(&self, k: usize, stop: usize) -> bool {
        let i = k + 1;
        self.speaks_after_content(i) && self.inverted_attribution_ends(i, stop)
            || self.tag(i).is_nominal() && self.attribution_ends(i, stop)
            || self.modifies_noun(i).is_some_and(|noun| self.attribution_ends(noun, stop))
    }

    /// "newly released files": the noun phrase after an adverb and a participle at `i`.
    fn modifies_noun(&self, i: usize) -> Option<usize> {
        let participle = i + usize::from(self.tag(i) == Tag::Adverb);
        let modifies = self.is(participle, Class::VerbParticiple) && self.tag(participle + 1).is_nominal();
        modifies.then_some(participle + 1)
    }

    /// "said Ana Ruiz, the mayor, on Monday."
    fn inverted_attribution_ends(&self, verb: usize, stop: usize) -> bool {
        self.tag(verb + 1).is_nominal()
            && self.inverted_source(verb + 1).is_some_and(|source| {
                self.source_kind(source).likely_speaks() && self.ends_after_settings(source.stop(), stop)
            })
    }

    /// "Ana Ruiz, the mayor, has said on Monday."
    fn attribution_ends(&self, i: usize, stop: usize) -> bool {
        if let Some(heard) = self.heard(i, stop) {
            return self.ends_after_settings(heard, stop);
        }
        let subject = if self.is(i, Class::SubjectPronoun) {
            i + 1
        } else {
            match self.inverted_source(i).filter(|&source| self.source_kind(source).likely_speaks()) {
                Some(source) => source.stop() + usize::from(self.tag(source.stop()) == Tag::Comma),
                None => return false,
            }
        };
        let subject = self.past_modifiers(subject, stop);
        let mut verb = self.after_adverbs(subject);
        if self.tag(verb) == Tag::Auxiliary && self.is(verb, Class::Have) {
            verb = self.after_adverbs(verb + 1);
        }
        self.speaks_after_content(verb) && self.ends_after_settings(verb + 1, stop)
    }

    /// "letters | seen by the Herald show", "minutes | of a meeting in 2020 show": the verb after
    /// what describes the subject that ends before `i`, or `i`.
    fn past_modifiers(&self, i: usize, stop: usize) -> usize {
        if !matches!(self.tag(i), Tag::Participle | Tag::Preposition) {
            return i;
        }
        let ends = |&k: &usize| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary | Tag::Comma | Tag::Mark);
        (i + 1..stop.min(i + MODIFIERS)).find(ends).unwrap_or(i)
    }

    /// "the court heard", "the jury was told": where the verb ends after a body at `i` that listens
    /// to somebody who is not named.
    fn heard(&self, i: usize, stop: usize) -> Option<usize> {
        let verb = self.core_end(i, stop).filter(|&end| self.is(end - 1, Class::Hearing))?;
        let told = self.tag(verb) == Tag::Auxiliary && self.is(verb, Class::Be);
        let head = self.after_adverbs(verb + usize::from(told));
        let lemma = if told { words!["tell"] } else { words!["hear"] };
        (self.tag(head).is_verb() && self.lemma_is_one_of(head, lemma)).then_some(head + 1)
    }

    /// Whether the verb at `i` is a cue of speech that may come after its content.
    fn speaks_after_content(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Finite | Tag::Participle)
            && self.attributes(i)
            && self.cues(i).iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::Post) > 0)
    }

    /// Whether only adverbs and phrases of time, place and occasion come between `i` and the end of
    /// the sentence, or between `i` and a comma with no further verb after it.
    fn ends_after_settings(&self, i: usize, stop: usize) -> bool {
        // "promised to go"
        if self.tag(i) == Tag::To && self.tag(i + 1) == Tag::Base {
            return false;
        }
        let mut end = self.past_settings(i, stop);
        if matches!(self.tag(end), Tag::Preposition | Tag::To) {
            end = (end..stop)
                .find(|&k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary | Tag::Comma))
                .unwrap_or(stop);
        }
        end >= stop
            || matches!(self.tag(end), Tag::End | Tag::Break)
            || self.tag(end) == Tag::Comma
                && matches!(self.tag(end + 1), Tag::Ing | Tag::Participle | Tag::Preposition | Tag::Wh)
    }
}
