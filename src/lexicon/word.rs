//! A word of the lexicon and what is known about it.

use super::table::{INLINE, Key};
use super::{Classes, Part, Raisings};

/// The id of a word in the lexicon; [`WordId::NONE`] for a word that it does not list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    pub const NONE: WordId = WordId(0);

    /// Marks a word that was not looked up; the lexicon does not contain it.
    pub const UNREAD: WordId = WordId(u16::MAX);

    pub fn or_else(self, other: impl FnOnce() -> WordId) -> WordId {
        if self == WordId::NONE { other() } else { self }
    }
}

/// The packed size of an [`Entry`]: half a cache line, so that no row crosses one.
pub(super) const ROW: usize = INLINE + Classes::BYTES;

/// The key of a lexicon word, and the classes, which are read together with it.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a>(pub &'a [u8; ROW]);

impl<'a> Entry<'a> {
    /// Its key in the [`Table`](super::table::Table).
    #[inline]
    pub fn key(self) -> &'a Key {
        self.0.first_chunk().expect("a row begins with its key")
    }

    #[inline]
    pub fn classes(self) -> Classes {
        Classes::from_bytes(self.0.last_chunk().expect("a row ends with its classes"))
    }
}

/// The packed size of [`Details`], including one spare byte.
pub(super) const DETAILS: usize = 8;

/// What else is known about a word. It is rarely read, so it is stored apart from the entries.
/// Numbers are little-endian.
#[derive(Clone, Copy)]
pub(super) struct Details<'a>(pub &'a [u8; DETAILS]);

impl Details<'_> {
    #[allow(dead_code, reason = "the build script packs rows")]
    pub fn pack(lemma: WordId, (first, count): (u16, u16), raising: Raisings) -> [u8; DETAILS] {
        let mut row = [0; DETAILS];
        row[..2].copy_from_slice(&lemma.0.to_le_bytes());
        row[2..4].copy_from_slice(&first.to_le_bytes());
        row[4..6].copy_from_slice(&count.to_le_bytes());
        row[6] = raising.0;
        row
    }

    #[inline]
    pub fn lemma(self) -> WordId {
        WordId(u16::from_le_bytes([self.0[0], self.0[1]]))
    }

    /// The index of the word's first cue in the list of all cues, and the number of its cues.
    #[inline]
    pub fn cues(self) -> (u16, u16) {
        (u16::from_le_bytes([self.0[2], self.0[3]]), u16::from_le_bytes([self.0[4], self.0[5]]))
    }

    #[inline]
    pub fn raising(self) -> Raisings {
        Raisings(self.0[6])
    }
}

/// How a word may attribute: the lowest bits are the parts of speech of cues that it or its lemma
/// can head; the others are the flags below. A bit beyond the sixteenth does not compile.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Heads(pub(super) u16);

/// The word or its lemma raises the subject of its content.
pub(super) const RAISES: u16 = 1 << 3;
/// A cue of the word takes a clause with "it" as its subject.
pub(super) const IMPERSONAL: u16 = 1 << 4;
/// The word occurs in a pseudo-cue.
pub(super) const PSEUDO_CUE: u16 = 1 << 5;
/// The word opens a construction that attributes without a cue entry: "reportedly", "according to",
/// "in a poll".
pub(super) const SHAPE: u16 = 1 << 6;

/// The word names a survey or a view; without one, a preposition opens no such construction: "in a
/// poll", "in her view".
pub(super) const VIEW: u16 = 1 << 7;

impl Heads {
    /// The number of values of [`Heads::ways`].
    pub const WAYS: usize = 1 << 5;

    /// The value for a word that heads only cues of this part of speech.
    pub const fn of_part(part: Part) -> Self {
        Heads(1 << part as u8)
    }

    pub const RAISING: Heads = Heads(RAISES);
    pub const IMPERSONAL: Heads = Heads(IMPERSONAL);

    /// The ways to head a listed cue, as a number below [`Heads::WAYS`].
    pub const fn ways(self) -> usize {
        self.0 as usize % Self::WAYS
    }

    /// Whether the word may attribute, unlike most words; a word that only occurs in pseudo-cues
    /// does not.
    pub fn attributes(self) -> bool {
        self.0 & !PSEUDO_CUE != 0
    }

    /// Whether the word or its lemma heads a cue of this part of speech.
    pub fn part(self, part: Part) -> bool {
        self.0 & 1 << part as u8 != 0
    }

    /// Whether the lexicon lists the word as one that may attribute.
    pub fn listed(self) -> bool {
        self.0 & !(PSEUDO_CUE | SHAPE | VIEW) != 0
    }

    /// Whether the word names a survey or a view.
    pub fn view(self) -> bool {
        self.0 & VIEW != 0
    }

    /// Whether a form of the word's lemma occurs in a pseudo-cue.
    pub fn pseudo_cue(self) -> bool {
        self.0 & PSEUDO_CUE != 0
    }
}
