//! Embeds what the build script's `pack.rs` has written. Rows are read in place, so that only the
//! pages in use are in memory; lists are decoded at compile time.

use super::act::Acts;
use super::cues::{self, LONGEST};
use super::frame::Frames;
use super::furniture::{Phrase, Phrases, Place};
use super::pseudo_cues::{Around, PseudoCue};
use super::stem::Stems;
use super::table::{self, Long, Table};
use super::word::{DETAILS, ROW};
use super::{Cue, CueGroup, Lexicon, Part, Variants, WordId};
use crate::packed::{Reader, WHOLE, packed, text};

/// The packed file with this name, aligned so that no row crosses a cache line.
macro_rules! aligned {
    ($name:literal) => {{
        static PACKED: Aligned<[u8; packed!($name).len()]> = Aligned(*packed!($name));
        &PACKED.0
    }};
}

#[repr(align(64))]
struct Aligned<T>(T);

// large tables are read in place: decoding them would take the compiler too long
static ENTRIES: &[[u8; ROW]] = aligned!("words").as_chunks().0;
static SLOTS: &[[u8; 2]; table::SLOTS] = aligned!("slots").as_chunks().0.first_chunk().expect(WHOLE);
static DETAIL_ROWS: &[[u8; DETAILS]] = aligned!("details").as_chunks().0;
static HEADS: &[[u8; 2]] = aligned!("heads").as_chunks().0;
static SENSES: &[[u8; 8]] = aligned!("senses").as_chunks().0;
static STEMS: &[[u8; 2]] = aligned!("stems").as_chunks().0;
static STEM_ENDS: &[[u8; 4]] = aligned!("stem_ends").as_chunks().0;

/// The parts of a list, each read by `$take`; `$none` is the initial value.
macro_rules! list {
    ($name:literal, $none:expr, $take:path) => {{
        const COUNT: usize = Reader(packed!($name)).short();
        let mut from = Reader(packed!($name));
        let (mut list, mut n) = ([$none; COUNT], 0);
        from.short();
        while n < COUNT {
            list[n] = $take(&mut from);
            n += 1;
        }
        list
    }};
}

static LONG: &[Long] = &list!("long", (0, "", WordId::NONE), Reader::long);
static GROUPS: &[&str] = &list!("groups", "", Reader::text);
static ROLES: &[(WordId, WordId)] = &list!("roles", (WordId::NONE, WordId::NONE), Reader::pair);
static KINDS: &[(WordId, WordId)] = &list!("kinds", (WordId::NONE, WordId::NONE), Reader::pair);
static FIRST_NAMES: &[(WordId, WordId)] = &list!("first_names", (WordId::NONE, WordId::NONE), Reader::pair);
static DEEDS: &[(WordId, WordId)] = &list!("deeds", (WordId::NONE, WordId::NONE), Reader::pair);
static HARMS: &[(WordId, WordId)] = &list!("harms", (WordId::NONE, WordId::NONE), Reader::pair);
static HEARINGS: &[(WordId, WordId)] = &list!("hearings", (WordId::NONE, WordId::NONE), Reader::pair);
static FURNITURE_WORDS: &[WordId] = &list!("furniture_words", WordId::NONE, Reader::word);
static FURNITURE: &[Phrase] = &list!("furniture", Phrase { words: &[], place: Place::Whole }, Reader::phrase);
static AROUND: &[Around] = &list!("around", Around::Comma, Reader::around);
static PSEUDO_CUES: &[PseudoCue] = &list!("pseudo_cues", PseudoCue::NONE, Reader::pseudo_cue);

static CUES: [Cue; CUE_ROWS.len()] = {
    let mut cues = [Cue::NONE; CUE_ROWS.len()];
    let mut n = 0;
    while n < cues.len() {
        cues[n] = cue(&CUE_ROWS[n]);
        n += 1;
    }
    cues
};

const CUE_ROWS: &[[u8; cues::ROW]] = packed!("cues").as_chunks().0;

const fn cue(row: &[u8; cues::ROW]) -> Cue {
    let (packed, rest) = row.split_at(2 * LONGEST);
    let packed: &[[u8; 2]] = packed.as_chunks().0;
    let mut words = [WordId::NONE; LONGEST];
    let mut n = 0;
    while n < LONGEST {
        words[n] = WordId(u16::from_le_bytes(packed[n]));
        n += 1;
    }
    let (&[length, addressed, part, group], rest) = rest.split_first_chunk().expect(WHOLE);
    let (&acts, frames) = rest.split_first_chunk().expect(WHOLE);
    let [odd, high] = *frames.as_chunks().0 else { panic!("{}", WHOLE) };
    Cue {
        words,
        length,
        particle: words[1],
        addressed: addressed != 0,
        part: [Part::Verb, Part::Noun, Part::Adjective][part as usize],
        group: CueGroup(group),
        acts: Acts(u16::from_le_bytes(acts)),
        odd: Frames(u64::from_le_bytes(odd)),
        high: Frames(u64::from_le_bytes(high)),
    }
}

/// Whether any furniture phrase is indexed by each word.
static FURNITURE_KEYS: [bool; ENTRIES.len()] = {
    let mut keys = [false; ENTRIES.len()];
    let mut n = 0;
    while n < FURNITURE.len() {
        keys[FURNITURE[n].key().0 as usize] = true;
        n += 1;
    }
    keys
};

pub(super) static LEXICON: Lexicon = Lexicon {
    table: Table { slots: SLOTS, entries: ENTRIES, details: DETAIL_ROWS, long: LONG },
    heads: HEADS,
    senses: SENSES,
    name_parts: Reader(packed!("name_parts")).word(),
    variants: Variants {
        roles: ROLES,
        kinds: KINDS,
        first_names: FIRST_NAMES,
        deeds: DEEDS,
        harms: HARMS,
        hearings: HEARINGS,
    },
    cues: &CUES,
    groups: GROUPS,
    stems: Stems { of_word: STEMS, letters: text(packed!("stem_letters")), ends: STEM_ENDS },
    furniture: Phrases { sorted: FURNITURE, keys: &FURNITURE_KEYS },
    decisive: aligned!("decisive"),
    pseudo_cues: PSEUDO_CUES,
};

/// The parts of the lists.
impl Reader {
    const fn word(&mut self) -> WordId {
        WordId(self.short() as u16)
    }

    /// The part of `all` with this start and length.
    const fn part<T>(&mut self, all: &'static [T]) -> &'static [T] {
        let (start, length) = (self.short(), self.short());
        all.split_at(start).1.split_at(length).0
    }

    const fn pair(&mut self) -> (WordId, WordId) {
        (self.word(), self.word())
    }

    const fn long(&mut self) -> Long {
        let key = u128::from_le_bytes(self.take());
        let id = self.word();
        (key, self.text(), id)
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

    const fn pseudo_cue(&mut self) -> PseudoCue {
        let lemma = self.word();
        let (before, after) = (self.part(AROUND), self.part(AROUND));
        let [alone] = self.take();
        PseudoCue { lemma, before, after, alone: alone != 0 }
    }
}
