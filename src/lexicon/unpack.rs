//! Reads what the build script's `pack.rs` has written. The compiler does: the lexicon is part of the program, and in its memory only
//! where it is asked for.

use super::cues::{Frames, LONGEST};
use super::friends::{Around, FalseFriend};
use super::furniture::{Phrase, Phrases, Place};
use super::stem::{StemId, Stems};
use super::table::{self, Long, Table};
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

static STOPS: [u64; table::STOPS / 64] = {
    let packed: &[[u8; 8]] = packed!("stops").as_chunks().0;
    let mut stops = [0; table::STOPS / 64];
    let mut n = 0;
    while n < packed.len() {
        stops[n] = u64::from_le_bytes(packed[n]);
        n += 1;
    }
    stops
};

/// The parts that are packed as a list, each taken by `$take`; `$none` holds their places until then.
macro_rules! list {
    ($name:literal, $none:expr, $take:path) => {{
        const COUNT: usize = Packed(packed!($name)).number();
        let mut from = Packed(packed!($name));
        let (mut list, mut n) = ([$none; COUNT], 0);
        from.number();
        while n < COUNT {
            list[n] = $take(&mut from);
            n += 1;
        }
        list
    }};
}

static LONG: &[Long] = &list!("long", (0, "", WordId::NONE), Packed::long);
static GROUPS: &[&str] = &list!("groups", "", Packed::text);
static CUES: &[Cue] = &list!("cues", Cue::NONE, Packed::cue);
static STEMS: &[StemId] = &list!("stems", StemId::NONE, Packed::stem);
static STEM_ENDS: &[u32] = &list!("stem_ends", 0, Packed::end);
static FURNITURE_WORDS: &[WordId] = &list!("furniture_words", WordId::NONE, Packed::word);
static FURNITURE: &[Phrase] = &list!("furniture", Phrase { words: &[], place: Place::Whole }, Packed::phrase);
static AROUND: &[Around] = &list!("around", Around::Comma, Packed::around);
static FALSE_FRIENDS: &[FalseFriend] = &list!("false_friends", FalseFriend::NONE, Packed::false_friend);

/// Whether phrases of furniture are found by each word.
static FURNITURE_KEYS: [bool; ROWS.len()] = {
    let mut keys = [false; ROWS.len()];
    let mut n = 0;
    while n < FURNITURE.len() {
        keys[FURNITURE[n].key().0 as usize] = true;
        n += 1;
    }
    keys
};

pub(super) static LEXICON: Lexicon = Lexicon {
    table: Table { slots: &SLOTS, entries: &ENTRIES, stops: &STOPS, long: LONG },
    heads: &HEADS,
    cues: CUES,
    groups: GROUPS,
    stems: Stems { of_word: STEMS, letters: text(packed!("stem_letters")), ends: STEM_ENDS },
    furniture: Phrases { sorted: FURNITURE, keys: &FURNITURE_KEYS },
    false_friends: FALSE_FRIENDS,
};

const fn text(letters: &[u8]) -> &str {
    match str::from_utf8(letters) {
        Ok(text) => text,
        Err(_) => panic!("{}", WHOLE),
    }
}

/// What is still to be read of a list.
struct Packed(&'static [u8]);

impl Packed {
    /// The next bytes.
    const fn take<const N: usize>(&mut self) -> [u8; N] {
        let (next, rest) = self.0.split_first_chunk().expect(WHOLE);
        self.0 = rest;
        *next
    }

    const fn number(&mut self) -> usize {
        u16::from_le_bytes(self.take()) as usize
    }

    const fn word(&mut self) -> WordId {
        WordId(u16::from_le_bytes(self.take()))
    }

    const fn text(&mut self) -> &'static str {
        let length = self.number();
        let (letters, rest) = self.0.split_at_checked(length).expect(WHOLE);
        self.0 = rest;
        text(letters)
    }

    const fn stem(&mut self) -> StemId {
        StemId(u16::from_le_bytes(self.take()))
    }

    /// Where the letters of a stem end.
    const fn end(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    /// The part of `all` that stands here as its place and length.
    const fn part<T>(&mut self, all: &'static [T]) -> &'static [T] {
        let (start, length) = (self.number(), self.number());
        all.split_at(start).1.split_at(length).0
    }

    const fn long(&mut self) -> Long {
        let key = u128::from_le_bytes(self.take());
        let id = self.word();
        (key, self.text(), id)
    }

    const fn cue(&mut self) -> Cue {
        let mut words = [WordId::NONE; LONGEST];
        let mut n = 0;
        while n < LONGEST {
            words[n] = self.word();
            n += 1;
        }
        let [length, addressed, part, group] = self.take();
        let odd = Frames(u64::from_le_bytes(self.take()));
        let high = Frames(u64::from_le_bytes(self.take()));
        let part = [Part::Verb, Part::Noun, Part::Adjective][part as usize];
        Cue {
            words,
            length,
            particle: words[1],
            addressed: addressed != 0,
            part,
            group: CueGroup(group),
            odd,
            high,
        }
    }

    const fn phrase(&mut self) -> Phrase {
        let words = self.part(FURNITURE_WORDS);
        let [place] = self.take();
        Phrase { words, place: Place::ALL[place as usize] }
    }

    const fn around(&mut self) -> Around {
        let [what] = self.take();
        let word = self.word();
        [Around::Word(word), Around::Comma, Around::Start, Around::End][what as usize]
    }

    const fn false_friend(&mut self) -> FalseFriend {
        let lemma = self.word();
        let (before, after) = (self.part(AROUND), self.part(AROUND));
        let [alone] = self.take();
        FalseFriend { lemma, before, after, alone: alone != 0 }
    }
}
