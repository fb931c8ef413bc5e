//! A word of the lexicon and what is known of it.

use super::table::Key;
use super::{Classes, Part, Raisings};

/// The number of a word in the lexicon; [`WordId::NONE`] for a word it does not hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    pub const NONE: WordId = WordId(0);

    /// Stands for a word that was not looked up; the lexicon does not know it.
    pub const UNREAD: WordId = WordId(u16::MAX);

    pub fn or_else(self, other: impl FnOnce() -> WordId) -> WordId {
        if self == WordId::NONE { other() } else { self }
    }
}

/// So many bytes are packed of a word, with some to spare: half a line of the cache.
pub(super) const ROW: usize = 32;

/// What is known of a word of the lexicon, as its row in the program has it: what finds it and what is mostly asked of it lie together,
/// its numbers little-endian.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a>(pub &'a [u8; ROW]);

impl<'a> Entry<'a> {
    /// Its key in the [`Table`](super::table::Table).
    #[inline]
    pub fn key(self) -> &'a Key {
        self.at(0)
    }

    #[inline]
    pub fn classes(self) -> Classes {
        Classes(u64::from_le_bytes(*self.at(16)))
    }

    #[inline]
    pub fn lemma(self) -> WordId {
        WordId(u16::from_le_bytes(*self.at(24)))
    }

    /// The first of the word's cues in the list of all, and how many there are.
    #[inline]
    pub fn cues(self) -> (u16, u8) {
        (u16::from_le_bytes(*self.at(26)), self.0[28])
    }

    #[inline]
    pub fn raising(self) -> Raisings {
        Raisings(self.0[29])
    }

    /// The bytes from a place of the row on.
    #[inline]
    fn at<const N: usize>(self, place: usize) -> &'a [u8; N] {
        self.0[place..].first_chunk().expect("a row is as long as all that lies in it")
    }
}

/// How a word may attribute: the parts of speech of the cues that it or its lemma may head, and the ways below.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Heads(pub(super) u8);

/// The word or its lemma raises the subject of what is said.
pub(super) const RAISES: u8 = 1 << 3;
/// A cue of the word takes a clause with "it" as its subject.
pub(super) const IMPERSONAL: u8 = 1 << 4;
/// A phrase with the word in it is a false friend.
pub(super) const FALSE_FRIEND: u8 = 1 << 5;
/// The word opens a shape that attributes without an entry among the cues: "reportedly", "according to", "in a poll".
pub(super) const SHAPE: u8 = 1 << 6;

/// The word names a survey or a view, without which prepositions open no such shape: "in a poll", "in her view".
pub(super) const VIEW: u8 = 1 << 7;

impl Heads {
    /// Whether nothing is to be asked about the word: so it is with most.
    pub fn none(self) -> bool {
        self.0 == 0
    }

    /// Whether a cue of this part of speech stands under the word or under its lemma.
    pub fn part(self, part: Part) -> bool {
        self.0 & 1 << part as u8 != 0
    }

    /// Whether the lexicon knows the word as one that may attribute.
    pub fn listed(self) -> bool {
        self.0 & !(FALSE_FRIEND | SHAPE | VIEW) != 0
    }

    /// Whether the word or its lemma raises.
    pub fn raises(self) -> bool {
        self.0 & RAISES != 0
    }

    /// Whether a cue of the word, or of its lemma, may take a clause with "it" as its subject.
    pub fn impersonal(self) -> bool {
        self.0 & IMPERSONAL != 0
    }

    /// Whether the word names a survey or a view.
    pub fn view(self) -> bool {
        self.0 & VIEW != 0
    }

    /// Whether a phrase around a form of the word's lemma is a false friend.
    pub fn false_friend(self) -> bool {
        self.0 & FALSE_FRIEND != 0
    }
}
