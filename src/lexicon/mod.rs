//! What words are: one table from word to classes, lemma and cue entries, read once from the data files beside this one.

mod class;
mod cues;
mod friends;
mod furniture;
mod inflect;
mod named;
mod read;
mod table;

use std::sync::LazyLock;

pub(crate) use class::{Class, Classes};
pub(crate) use cues::{Cue, CueGroup, Frame, Part, Raising, Raisings};
pub(crate) use friends::Around;
use friends::{FalseFriend, FalseFriends};
pub(crate) use furniture::{Phrases, Place};
pub(crate) use named::{Words, named, word, words};
use table::Table;

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

/// One word of the lexicon. What finds it and what is mostly asked of it lie together: half a line of the cache.
#[derive(Clone, Copy, Default)]
#[repr(align(32))]
struct Entry {
    /// Its key in the [`Table`].
    key: table::Key,
    classes: Classes,
    lemma: WordId,
    /// The first of the word's cues in [`Lexicon::cues`], and how many there are.
    cues: (u16, u8),
    raising: Raisings,
}

/// How a word may attribute: the parts of speech of the cues that it or its lemma may head, and the ways below.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Heads(u8);

/// The word or its lemma raises the subject of what is said.
const RAISES: u8 = 1 << 3;
/// A cue of the word takes a clause with "it" as its subject.
const IMPERSONAL: u8 = 1 << 4;
/// A phrase with the word in it is a false friend.
const FALSE_FRIEND: u8 = 1 << 5;
/// The word opens a shape that attributes without an entry among the cues: "reportedly", "according to", "in a poll".
const SHAPE: u8 = 1 << 6;

/// The word names a survey or a view, without which prepositions open no such shape: "in a poll", "in her view".
const VIEW: u8 = 1 << 7;

/// The words that open such a shape, beside adverbs of hearsay.
const SHAPES: Words = words!["according", "in", "from", "by", "to", "against"];

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

/// The built-in English lexicon.
pub(crate) struct Lexicon {
    table: Table,
    /// For each word how it may attribute, apart from the entries: it is asked of every token.
    heads: Vec<Heads>,
    /// Cues by the lemma of their first word.
    cues: Vec<Cue>,
    /// The names of the cue groups, sorted.
    groups: Vec<CueGroup>,
    furniture: Phrases,
    false_friends: FalseFriends,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(read::built_in);

impl Lexicon {
    /// The lexicon, read on first use.
    pub fn built_in() -> &'static Lexicon {
        &BUILT_IN
    }

    /// How many words there are; ids count from 0.
    pub fn len(&self) -> usize {
        self.table.entries.len()
    }

    /// The names of the cue groups, sorted.
    pub fn groups(&self) -> impl Iterator<Item = CueGroup> {
        self.groups.iter().copied()
    }

    /// Whether a cue is this word alone, in its dictionary form.
    pub fn is_cue(&self, word: &str) -> bool {
        let id = self.id(word);
        id != WordId::NONE && self.cues(id).iter().any(|cue| cue.rest().is_empty())
    }

    /// The id of `word`, whatever its case.
    pub fn id(&self, word: &str) -> WordId {
        self.table.get(word)
    }

    /// The word with this key: its letters in small ASCII, the first in the lowest byte.
    #[inline]
    pub fn find(&self, key: u128) -> WordId {
        self.table.by_key(key)
    }

    /// The word that has the `count` letters of this key and a full stop behind them.
    pub fn find_stopped(&self, key: u128, count: usize) -> WordId {
        if !self.table.may_stop(key) {
            return WordId::NONE;
        }
        self.find(key | u128::from(b'.') << (8 * count))
    }

    /// The word with this key as well as what it can be.
    #[inline]
    pub fn read(&self, key: u128) -> (WordId, Classes) {
        let (id, entry) = self.table.entry(key);
        (id, entry.classes)
    }

    /// What a word can be; nothing for one that was not looked up.
    #[inline]
    pub fn classes(&self, id: WordId) -> Classes {
        self.table.entries.get(id.0 as usize).map_or(Classes::NONE, |entry| entry.classes)
    }

    /// The lemma of a word: its own id where it is one, or where none is known.
    pub fn lemma(&self, id: WordId) -> WordId {
        self.table.entries[id.0 as usize].lemma
    }

    /// The dictionary form of a word, lower-cased; empty for a word that the lexicon does not hold.
    pub fn lemma_of(&self, id: WordId) -> &str {
        self.word(self.lemma(id))
    }

    /// The lower-cased word.
    pub fn word(&self, id: WordId) -> &str {
        str::from_utf8(self.letters(id)).unwrap_or_default()
    }

    /// The lower-cased word as bytes: to take them for text is work.
    pub fn letters(&self, id: WordId) -> &[u8] {
        self.table.letters(id)
    }

    /// Whether a verb form attributes speech: its lemma takes a quotation.
    pub fn speaks(&self, id: WordId) -> bool {
        let quotes =
            |cue: &Cue| cue.part == Part::Verb && cue.rest().is_empty() && cue.strength(Frame::Quote) == 3;
        self.cues(self.lemma(id)).iter().any(quotes)
    }

    /// How a word may attribute: most do in no way.
    pub fn heads(&self, id: WordId) -> Heads {
        self.heads[id.0 as usize]
    }

    /// The cues that may begin with a form of `lemma`, phrasal ones first.
    pub fn cues(&self, lemma: WordId) -> &[Cue] {
        let (first, count) = self.table.entries[lemma.0 as usize].cues;
        &self.cues[first as usize..first as usize + count as usize]
    }

    /// Every cue.
    pub fn all_cues(&self) -> &[Cue] {
        &self.cues
    }

    /// How a word raises the subject of what is said; no way for most.
    pub fn raising(&self, id: WordId) -> Raisings {
        self.table.entries[id.0 as usize].raising
    }

    /// The phrases around a form of `lemma` in which it attributes nothing.
    pub fn false_friends(&self, lemma: WordId) -> &[FalseFriend] {
        self.false_friends.of(lemma)
    }

    /// The phrases of page furniture.
    pub fn furniture(&self) -> &Phrases {
        &self.furniture
    }
}
