//! An adjunct between the object of a cue and the rest of its complement: "accused ministers on
//! Friday of lying". It belongs to neither.

use crate::lexicon::words;
use crate::syntax::Syntax;
use crate::syntax::tag::{Tag, Tags};
use crate::text::Run;

/// The tags of the words with which a complement goes on after an adjunct.
const RESUMING: Tags = Tags::of(&[Tag::To, Tag::Negation, Tag::Preposition, Tag::Subordinator, Tag::Wh]);

impl Syntax<'_> {
    /// The adjunct inside `complement`, between the object of the verb and the rest.
    pub(crate) fn adjunct_within(&self, complement: Run) -> Option<Run> {
        let stop = complement.stop();
        // the complements of half of all objects end with them
        if self.next_of(complement.first() + 1, stop, RESUMING) >= stop {
            return None;
        }
        let object = self.object_end(complement.first(), stop)?;
        let rest = self.complement_past_adjuncts(object, stop)?;
        Some(Run::new(object, rest))
    }

    /// The end of the object at `i`, without the adjuncts after it.
    pub(crate) fn object_end(&self, i: usize, stop: usize) -> Option<usize> {
        if self.tag(i) == Tag::Object { Some(i + 1) } else { self.agent_end(i, i, stop) }
    }

    /// "on Friday | of lying", "in a letter | to resign": where a complement continues after the
    /// adjuncts that start at `i`.
    pub(crate) fn complement_past_adjuncts(&self, i: usize, stop: usize) -> Option<usize> {
        let rest = self.past_settings(i, stop);
        // "promised 40 hours of training": an amount of time is the object itself
        let amount = self.is_time(i) && self.tag(i - 1) == Tag::Number && self.is_one_of(rest, words!["of"]);
        if rest == i || amount {
            return None;
        }
        let adverbs = (i..rest).all(|k| self.tag(k) == Tag::Adverb && !self.is_time(k));
        let infinitive =
            self.tag(rest) == Tag::To || self.tag(rest) == Tag::Negation && self.tag(rest + 1) == Tag::To;
        let goes_on = infinitive
            || self.is_one_of(rest, words!["whether", "if"])
            || matches!(self.tag(rest), Tag::Preposition | Tag::Subordinator)
                && self.is_one_of(rest, words!["of", "for", "against", "as", "over", "about", "from"]);
        (!adverbs && rest < stop && goes_on).then_some(rest)
    }
}
