//! Which verbs the lexicon lists as cues, wherever they are in a sentence.

use crate::lexicon::{Cue, Frame, Part};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

impl Syntax<'_> {
    /// Whether the lexicon lists the verb at `v` as a cue of speech.
    pub(crate) fn attributes(&self, v: usize) -> bool {
        let lemma = self.token(v).map(|t| self.lexicon.lemma(t.word)).unwrap_or_default();
        let speech = |c: &Cue| c.strength(Frame::That) == 3 || c.strength(Frame::Quote) == 3;
        self.lexicon.cues(lemma).iter().any(|c| self.stands_at(c, v) && speech(c))
    }

    /// "citing", "calling": whether the verb at `v` is a cue of any kind that takes at least a noun
    /// phrase.
    pub(super) fn comments(&self, v: usize) -> bool {
        let lemma = self.token(v).map(|t| self.lexicon.lemma(t.word)).unwrap_or_default();
        let takes = |c: &Cue| {
            [Frame::NounPhrase, Frame::That, Frame::Quote, Frame::As].iter().any(|&f| c.strength(f) >= 2)
        };
        self.lexicon.cues(lemma).iter().any(|c| self.stands_at(c, v) && takes(c))
    }

    /// "accused", "urged", "called on", "thanked": whether the verb at `v` is a cue for saying
    /// something to or about somebody.
    pub(super) fn addresses(&self, v: usize) -> bool {
        let lemma = self.token(v).map(|t| self.lexicon.lemma(t.word)).unwrap_or_default();
        self.lexicon.cues(lemma).iter().any(|c| {
            let speaks =
                matches!(self.lexicon.name_of(c.group), "urge" | "attack" | "ask" | "promise" | "tell");
            let strong = [Frame::NounPhrase, Frame::ObjectTo, Frame::To].iter().any(|&f| c.strength(f) == 3);
            speaks && strong && self.stands_at(c, v)
        })
    }

    /// Whether the cue is a verb and all its words follow from `v` on.
    fn stands_at(&self, cue: &Cue, v: usize) -> bool {
        let here = |(n, &word)| self.token(v + 1 + n).is_some_and(|t| t.word == word);
        cue.part == Part::Verb && cue.rest().iter().enumerate().all(here)
    }

    /// "promised to", "refused to": whether the lexicon lists the verb at `v` as a cue of
    /// intention.
    pub(super) fn binds(&self, v: usize) -> bool {
        let lemma = self.token(v).map(|t| self.lexicon.lemma(t.word)).unwrap_or_default();
        let takes_to = |c: &Cue| c.part == Part::Verb && c.rest().is_empty() && c.strength(Frame::To) == 3;
        self.tag(v + 1) == Tag::To && self.lexicon.cues(lemma).iter().any(takes_to)
    }
}
