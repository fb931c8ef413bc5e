//! Verb groups: a verb with its auxiliaries, negation and adverbs.

use crate::lexicon::{Class, Words, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// A verb and what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbGroup {
    /// The first token of the group: an adverb, an auxiliary or the verb itself.
    pub start: usize,
    /// The verb that carries the meaning.
    pub head: usize,
    pub voice: Voice,
    pub form: Form,
}

/// How far a verb group tells of something that is so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mood {
    Real,
    /// "could say", "must say".
    Possible,
    /// "would say", "will say".
    Prospective,
    /// "did not say".
    Negated,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Voice {
    Active,
    Passive,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    Finite,
    Infinitive,
    Ing,
    /// A participle without an auxiliary: "a plan backed by ...".
    Participle,
}

impl Syntax<'_> {
    /// The group of the verb at `head`.
    pub(crate) fn verb_group(&self, head: usize) -> VerbGroup {
        let floor = self.sentence_start(head);
        let mut start = head;
        let mut auxiliary = false;
        let (mut be, mut have, mut infinitive) = (false, false, false);
        let mut core = head;
        let mut group_auxiliary = head;
        while start > floor {
            let i = start - 1;
            match self.tag(i) {
                Tag::Adverb | Tag::Negation => {}
                // "the ministers both denied"
                Tag::Determiner | Tag::Pronoun
                    if i > floor
                        && self.is_one_of(i, words!["both", "all"])
                        && self.tag(i - 1).is_nominal() => {}
                Tag::Auxiliary => {
                    if !auxiliary {
                        be = self.is(i, Class::Be);
                        have = self.is(i, Class::Have);
                        group_auxiliary = i;
                    }
                    auxiliary = true;
                    infinitive = false;
                    core = i;
                }
                Tag::To if !infinitive => {
                    infinitive = true;
                    core = i;
                }
                tag if infinitive
                    && self.lemma_is(i, Class::Chaining)
                    && (tag.is_verb() || matches!(tag, Tag::Adjective | Tag::Noun | Tag::Number)) =>
                {
                    infinitive = false;
                    auxiliary = tag != Tag::Ing;
                    core = i;
                }
                Tag::Finite | Tag::Base
                    if self.tag(head) == Tag::Ing && core == head && self.lemma_is(i, Class::Chaining) =>
                {
                    auxiliary = true;
                    core = i;
                }
                _ => break,
            }
            start = i;
        }
        // an adverb that opens the sentence or follows a comma is not the verb's own
        while start < core && matches!(self.tag(start), Tag::Adverb) && self.is_loose_adverb(start, floor) {
            start += 1;
        }
        // "who lives nearby said": nor is the first one after another verb
        if start < core
            && start > floor
            && self.tag(start) == Tag::Adverb
            && self.tag(start - 1) == Tag::Finite
        {
            start += 1;
        }
        // "the police there say"
        let there = start < core && start > floor && self.tag(start - 1).is_nominal();
        start += usize::from(there && self.is_one_of(start, words!["there", "here"]));
        let tag = self.tag(head);
        let form = match tag {
            _ if infinitive => Form::Infinitive,
            Tag::Ing if !auxiliary => Form::Ing,
            Tag::Participle if !auxiliary => Form::Participle,
            _ => Form::Finite,
        };
        // "he's said" has the perfect's "has"; "is said" is never shortened in news
        be &= self.kind(group_auxiliary) != Some(Kind::Clitic) || self.is_one_of(head + 1, words!["by"]);
        let participle =
            tag == Tag::Participle || self.is(head, Class::VerbParticiple) && tag != Tag::Ing && auxiliary;
        let passive = participle && (be && !have || form == Form::Participle);
        VerbGroup { start, head, voice: if passive { Voice::Passive } else { Voice::Active }, form }
    }

    fn is_loose_adverb(&self, i: usize, floor: usize) -> bool {
        i == floor || self.tag(i - 1) == Tag::Comma && self.tag(i + 1) == Tag::Comma
    }

    /// The mood of a verb group. A wish with "would" ("would like") is real.
    pub(crate) fn mood(&self, group: VerbGroup) -> Mood {
        if group.start == group.head {
            return Mood::Real;
        }
        let has = |words: Words| (group.start..group.head).any(|i| self.is_one_of(i, words));
        if has(words!["could", "can", "may", "might", "should", "must", "cannot"]) {
            return Mood::Possible;
        }
        let wishes = self.lemma_is(group.head, Class::Wishing);
        if !wishes && has(words!["would", "will", "'ll", "'d", "shall"]) {
            return Mood::Prospective;
        }
        let negated = (group.start..group.head).any(|i| self.tag(i) == Tag::Negation);
        if negated { Mood::Negated } else { Mood::Real }
    }

    /// Whether a finite verb or auxiliary stands at `i`, adverbs passed over.
    pub(crate) fn verb_at(&self, i: usize) -> bool {
        // "there was" has a subject
        if self.is_one_of(i, words!["there"]) {
            return false;
        }
        let mut j = i;
        while matches!(self.tag(j), Tag::Adverb | Tag::Negation) && j < i + 4 {
            j += 1;
        }
        matches!(self.tag(j), Tag::Finite | Tag::Auxiliary)
    }

    /// The head of the first finite verb group from `i` on, near it.
    pub(crate) fn next_verb(&self, i: usize, stop: usize) -> Option<usize> {
        let first = (i..stop.min(i + 12)).find(|&v| matches!(self.tag(v), Tag::Finite | Tag::Auxiliary))?;
        (first..stop.min(first + 5)).find(|&v| self.tag(v).is_verb())
    }

    pub(crate) fn after_adverbs(&self, i: usize) -> usize {
        let mut j = i;
        while self.tag(j) == Tag::Adverb && j < i + 3 {
            j += 1;
        }
        j
    }
}
