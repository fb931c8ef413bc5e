//! Places behind a cue where nothing that is said can begin: they are known by one token, without trying the cue's frames.

use super::reading::Reading;
use super::tag::Tag;
use crate::lexicon::{Cue, Frame, Part, words};

impl Reading<'_> {
    /// Whether no frame can begin with the token at `i`, nor anything that may stand before one: behind most nouns it is so.
    pub(super) fn is_barren(&self, cue: &Cue, i: usize) -> bool {
        match self.tag(i) {
            Tag::End => true,
            Tag::Coordinator => !self.is_one_of(i, words!["so", "not", "yes", "no"]) && !self.opens_frame(i),
            Tag::Finite | Tag::Auxiliary | Tag::Noun | Tag::Proper | Tag::Determiner => {
                cue.part != Part::Verb
                    && cue.strength(Frame::Clause) == 0
                    && cue.strength(Frame::Told) == 0
                    && !self.opens_frame(i)
            }
            _ => false,
        }
    }

    /// Whether the word at `i` opens a frame, or a time before one, whatever its tag.
    fn opens_frame(&self, i: usize) -> bool {
        self.is_time(i)
            || self.is_one_of(
                i,
                words![
                    "of", "for", "on", "about", "against", "with", "from", "over", "in", "at", "by",
                    "toward", "towards", "behind", "into", "how", "to", "whether", "if",
                ],
            )
    }
}
