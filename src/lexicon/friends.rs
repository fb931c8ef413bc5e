//! Phrases with a cue's word in them that attribute nothing: "needless to say".

use super::WordId;

/// What a place around the word must hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Around {
    Word(WordId),
    Comma,
    Start,
    End,
}

/// A phrase around a word that would be a cue elsewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FalseFriend {
    pub(super) lemma: WordId,
    /// What precedes the word, nearest first.
    pub before: &'static [Around],
    /// What follows it.
    pub after: &'static [Around],
    /// Only commas surround it.
    pub alone: bool,
}

impl FalseFriend {
    /// Fills the list until it is read.
    pub(super) const NONE: FalseFriend =
        FalseFriend { lemma: WordId::NONE, before: &[], after: &[], alone: false };
}
