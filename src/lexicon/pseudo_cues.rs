//! Pseudo-cues: phrases that contain a cue's word but attribute nothing ("needless to say").

use super::WordId;

/// What a position next to the word must contain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Around {
    Word(WordId),
    Comma,
    Start,
    End,
}

/// A phrase around a word that would otherwise be a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PseudoCue {
    pub(super) lemma: WordId,
    /// The context before the word, nearest first.
    pub before: &'static [Around],
    /// The context after it.
    pub after: &'static [Around],
    /// It is set off by commas, without any other context.
    pub alone: bool,
}

impl PseudoCue {
    /// A placeholder in the list until it is read.
    pub(super) const NONE: PseudoCue =
        PseudoCue { lemma: WordId::NONE, before: &[], after: &[], alone: false };
}
