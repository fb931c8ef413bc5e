//! Phrases that hold what looks like a cue and attribute nothing.

use super::WordId;

/// What a place around the word asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Around {
    Word(WordId),
    Comma,
    Start,
    End,
}

/// A phrase around a word that would be a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FalseFriend {
    pub(super) lemma: WordId,
    /// What stands before the word, nearest first.
    pub before: &'static [Around],
    /// What stands behind it.
    pub after: &'static [Around],
    /// Commas are all that stands around it.
    pub alone: bool,
}

impl FalseFriend {
    /// Stands for one that is yet to be read.
    pub(super) const NONE: FalseFriend =
        FalseFriend { lemma: WordId::NONE, before: &[], after: &[], alone: false };
}
