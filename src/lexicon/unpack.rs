//! Reads what the build script's `pack.rs` has written.

use super::cues::Frames;
use super::friends::FalseFriends;
use super::furniture::Phrases;
use super::table::{self, INLINE, Table};
use super::word::{Entry, ROW};
use super::{Classes, Cue, CueGroup, Heads, Lexicon, Part, Raisings, WordId};

/// What the build script has written to a file of this name.
macro_rules! packed {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

const ROWS: &[[u8; ROW]] = packed!("words").as_chunks().0;

const WHOLE: &str = "the build script packs the lexicon whole";

// What there is much of is part of the program, and in its memory only where it is asked for.

static ENTRIES: [Entry; ROWS.len()] = {
    let mut entries = [Entry::NONE; ROWS.len()];
    let mut n = 0;
    while n < ROWS.len() {
        entries[n] = entry(&ROWS[n]);
        n += 1;
    }
    entries
};

static HEADS: [Heads; ROWS.len()] = {
    let mut heads = [Heads(0); ROWS.len()];
    let mut n = 0;
    while n < ROWS.len() {
        heads[n] = Heads(ROWS[n][ROW - 1]);
        n += 1;
    }
    heads
};

static SLOTS: [u16; table::SLOTS] = {
    let packed: &[[u8; 2]] = packed!("slots").as_chunks().0;
    let mut slots = [0; table::SLOTS];
    let mut n = 0;
    while n < packed.len() {
        slots[n] = u16::from_le_bytes(packed[n]);
        n += 1;
    }
    slots
};

const fn entry(row: &[u8; ROW]) -> Entry {
    let (key, rest) = row.split_first_chunk().expect(WHOLE);
    let (classes, rest) = rest.split_first_chunk().expect(WHOLE);
    let [lemma, high_lemma, cue, high_cue, cues, raising, _] = *rest.first_chunk().expect(WHOLE);
    Entry {
        key: *key,
        classes: Classes(u64::from_le_bytes(*classes)),
        lemma: WordId(u16::from_le_bytes([lemma, high_lemma])),
        cues: (u16::from_le_bytes([cue, high_cue]), cues),
        raising: Raisings(raising),
    }
}

/// The rest is read when it is first asked for.
pub(super) fn lexicon() -> Lexicon {
    let mut from = Packed(packed!("rest"));
    let stops = std::array::from_fn(|_| u64::from_le_bytes(from.take()));
    let long = from.list(|from| {
        let (id, word) = (from.word(), from.text());
        (table::key_of(&word.as_bytes()[..INLINE]), word, id)
    });
    let table = Table { slots: &SLOTS, entries: &ENTRIES, stops, long };
    let groups = from.list(Packed::text);
    let cues = from.list(|from| from.cue(&groups));
    let furniture = Phrases::read(|word| table.get(word));
    let false_friends = FalseFriends::read(|word| table.get(word));
    Lexicon { table, heads: &HEADS, cues, groups, furniture, false_friends }
}

/// What is still to be read.
struct Packed(&'static [u8]);

impl Packed {
    /// The next bytes.
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (next, rest) = self.0.split_first_chunk().expect(WHOLE);
        self.0 = rest;
        *next
    }

    fn list<T>(&mut self, mut part: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map(|_| part(self)).collect()
    }

    fn number(&mut self) -> usize {
        u16::from_le_bytes(self.take()).into()
    }

    fn word(&mut self) -> WordId {
        WordId(u16::from_le_bytes(self.take()))
    }

    fn text(&mut self) -> &'static str {
        let length = self.number();
        let (text, rest) = self.0.split_at_checked(length).expect(WHOLE);
        self.0 = rest;
        str::from_utf8(text).expect(WHOLE)
    }

    fn cue(&mut self, groups: &[CueGroup]) -> Cue {
        let words = std::array::from_fn(|_| self.word());
        let [length, addressed, part] = self.take();
        let group = groups[self.number()];
        let mut frames = || Frames(u64::from_le_bytes(self.take()));
        let [odd, high] = [frames(), frames()];
        let part = [Part::Verb, Part::Noun, Part::Adjective][usize::from(part)];
        Cue { words, length, particle: words[1], addressed: addressed != 0, part, group, odd, high }
    }
}
