//! Those who are written or spoken to, and places that are gone to, which do not speak themselves:
//! "wrote to parents to say", "wrote to parents saying", "went to hospital complaining".

use crate::lexicon::{Class, Classes, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// People and texts, of which a participle after them tells what they say.
const SPEAKS: Classes = Classes::of(Class::Person).and(Class::Document);

impl Syntax<'_> {
    /// "wrote to parents to say", "turned to reporters to explain": the object of the preposition
    /// only receives the words, and the subject says them. So does the object of "emailed parents
    /// to say". But in "appealed to parents to say" the parents speak.
    pub(super) fn only_receives(&self, object: Run, floor: usize) -> bool {
        let Some(before) = object.first().checked_sub(1).filter(|&before| before > floor) else {
            return false;
        };
        if self.tag(before).is_verb() {
            return self.lemma_is(before, Class::Contacting);
        }
        let token = |i: usize| self.token(i).map(|t| t.word).unwrap_or_default();
        let asks = |cue: &Cue| cue.rest() == [token(before)] && cue.strength(Frame::ObjectTo) > 0;
        let verb = self.lexicon.lemma(token(before - 1));
        self.tag(before) == Tag::Preposition && !self.lexicon.cues(verb).iter().any(asks)
    }

    /// "emailed staff saying", "wrote back to parents insisting": the same before a participle. Not
    /// so in "listened to parents saying".
    pub(super) fn is_contacted(&self, object: Run, floor: usize) -> bool {
        let Some(mut verb) = object.first().checked_sub(1).filter(|&before| before > floor) else {
            return false;
        };
        if self.is_one_of(verb, words!["to"]) {
            verb -= 1;
            while verb > floor && !self.tag(verb).is_verb() && self.is(verb, Class::Particle) {
                verb -= 1;
            }
        }
        verb > floor && self.tag(verb).is_verb() && self.lemma_is(verb, Class::Contacting)
    }

    /// "went to hospital complaining", "walked into a bank claiming": a place that a verb leads to.
    /// "spoke to a man claiming" is about the man.
    pub(super) fn is_reached(&self, object: Run, floor: usize) -> bool {
        object.first() > floor + 1
            && self.is_one_of(object.first() - 1, words!["to", "into"])
            && self.tag(object.first() - 2).is_verb()
            && !object.indices().any(|i| self.classes(i).any(SPEAKS))
    }
}
