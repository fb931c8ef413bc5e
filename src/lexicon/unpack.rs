//! Reads what the build script's `pack.rs` has written.

use std::slice;

use super::cues::Frames;
use super::friends::FalseFriends;
use super::furniture::Phrases;
use super::table::{self, INLINE, SLOTS, Table};
use super::word::Entry;
use super::{Classes, Cue, CueGroup, Heads, Lexicon, Part, Raisings, WordId};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));

const WHOLE: &str = "the build script packs the lexicon whole";

pub(super) fn lexicon() -> Lexicon {
    let mut from = Packed(PACKED);
    let (entries, heads) = from.words();
    let slots: Vec<u16> = from.column(SLOTS).map(|&slot| u16::from_le_bytes(slot)).collect();
    let slots = slots.try_into().expect(WHOLE);
    let stops = std::array::from_fn(|_| u64::from_le_bytes(from.take()));
    let long = from.list(|from| {
        let (id, word) = (from.word(), from.text());
        (table::key_of(&word.as_bytes()[..INLINE]), word, id)
    });
    let table = Table { slots, entries, stops, long };
    let groups = from.list(Packed::text);
    let cues = from.list(|from| from.cue(&groups));
    let furniture = Phrases::read(|word| table.get(word));
    let false_friends = FalseFriends::read(|word| table.get(word));
    Lexicon { table, heads, cues, groups, furniture, false_friends }
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

    /// What is known of each word.
    fn words(&mut self) -> (Vec<Entry>, Vec<Heads>) {
        let count = self.number();
        let (keys, classes, lemmas) = (self.column(count), self.column(count), self.column(count));
        let (first_cues, cue_counts) = (self.column(count), self.column(count));
        let (raising, heads) = (self.column(count), self.column(count));
        let columns = keys.zip(classes).zip(lemmas).zip(first_cues).zip(cue_counts).zip(raising);
        let entries =
            columns.map(|(((((&key, &classes), &lemma), &first_cue), &[cues]), &[raising])| Entry {
                key,
                classes: Classes(u64::from_le_bytes(classes)),
                lemma: WordId(u16::from_le_bytes(lemma)),
                cues: (u16::from_le_bytes(first_cue), cues),
                raising: Raisings(raising),
            });
        (entries.collect(), heads.map(|&[heads]| Heads(heads)).collect())
    }

    /// So many values of `N` bytes.
    fn column<const N: usize>(&mut self, count: usize) -> slice::Iter<'static, [u8; N]> {
        let (column, rest) = self.0.split_at_checked(N * count).expect(WHOLE);
        self.0 = rest;
        column.as_chunks().0.iter()
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
