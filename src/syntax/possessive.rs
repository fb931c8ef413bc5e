//! Possessors and modifiers before a noun: "his promise", "the minister's controversial claim".

use crate::lexicon::Class;
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

impl Syntax<'_> {
    /// "his promise", "the minister's claim": the possessive phrase before the noun.
    pub(crate) fn possessor(&self, i: usize, floor: usize) -> Option<Run> {
        let mut k = i;
        // "Ruiz's most surprising suggestion"
        while k > floor
            && (self.is(k - 1, Class::Degree)
                || matches!(
                    self.tag(k - 1),
                    Tag::Adjective
                        | Tag::Noun
                        | Tag::Number
                        | Tag::Adverb
                        | Tag::Proper
                        | Tag::Ing
                        | Tag::Participle
                ))
            && i - k < 4
        {
            k -= 1;
        }
        let at = k.checked_sub(1).filter(|&p| p >= floor && self.tag(p) == Tag::Possessive)?;
        if self.is(at, Class::PossessivePronoun) {
            return Some(Run::new(at, at + 1));
        }
        let start = self.phrase_start(at, floor)?;
        Some(Run::new(start, at + 1))
    }

    /// The start of the noun phrase with head `i`, if it is the object of a verb before it.
    pub(crate) fn object_start(&self, i: usize, floor: usize) -> usize {
        let mut k = i;
        while k > floor
            && matches!(
                self.tag(k - 1),
                Tag::Determiner | Tag::Adjective | Tag::Adverb | Tag::Noun | Tag::Number
            )
            && i - k < 5
        {
            k -= 1;
        }
        k
    }

    /// "controversial pledge": the first of the adjectives before the noun, which belong to the
    /// cue.
    pub(crate) fn modifiers_start(&self, i: usize, floor: usize) -> usize {
        (floor..i).rev().take_while(|&k| self.tag(k) == Tag::Adjective).last().unwrap_or(i)
    }
}
