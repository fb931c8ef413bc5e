//! Who said what: from cues in their frames to attributions.

use crate::lexicon::{Cue, CueGroup};
use crate::text::{Run, Text};

/// How the words of a statement are given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// The speaker's own words, all of them between quotation marks.
    Direct,
    /// The writer's words for what was said, without quotation marks.
    Indirect,
    /// Partly quoted.
    Mixed,
}

/// One attributed statement, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    /// The pieces of what is said, in order and disjoint; never empty.
    pub content: Vec<Run>,
    /// The cue with its auxiliaries, negation, adverbs and particles.
    pub cue: Option<Run>,
    /// The token of the cue that carries the meaning ("said" in "has repeatedly said"), and its lexicon entry if it has one.
    pub head: Option<(usize, Option<&'static Cue>)>,
    /// The noun phrase that speaks.
    pub source: Option<Run>,
    pub kind: Kind,
    /// From 0 to 1: how sure it is that this attributes at all.
    pub confidence: f32,
}

impl Attribution {
    /// What the speaker does: the cue's group in the lexicon ("say", "promise", "warn").
    pub fn group(&self) -> Option<CueGroup> {
        self.head.and_then(|(_, cue)| cue).map(|cue| cue.group)
    }
}

/// Finds the attributions of a text, in the order of their first token.
pub(crate) fn find(_text: &Text<'_>) -> Vec<Attribution> {
    Vec::new()
}
