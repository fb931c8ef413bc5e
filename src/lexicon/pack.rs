//! Writes the lexicon as bytes, for `unpack.rs` to read. Numbers are little-endian.

use super::read::Read;
use super::table::{self, INLINE, SLOTS, STOPS};
use super::word::ROW;

/// A row of [`ROW`] bytes for each word.
pub(super) fn words(read: &Read) -> Vec<u8> {
    assert!(read.words.len() < SLOTS / 2, "the lexicon holds fewer than 32,768 words");
    let mut to = Vec::with_capacity(read.words.len() * ROW);
    for ((word, entry), heads) in read.words.iter().zip(&read.entries).zip(&read.heads) {
        to.extend(key(word).unwrap_or_default().to_le_bytes());
        to.extend(entry.classes.0.to_le_bytes());
        to.extend(entry.lemma.0.to_le_bytes());
        to.extend(entry.cues.0.to_le_bytes());
        to.extend([entry.cues.1, entry.raising.0, heads.0]);
    }
    to
}

/// Where words are found by their keys.
pub(super) fn slots(read: &Read) -> Vec<u8> {
    let mut slots = vec![0_u16; SLOTS];
    for (word, id) in read.words.iter().zip(0..).skip(1) {
        let Some(key) = key(word) else { continue };
        let first = table::slot(key);
        let free = (first..first + SLOTS).map(|slot| slot % SLOTS).find(|&slot| slots[slot] == 0);
        slots[free.expect("half the slots stay free")] = id;
    }
    slots.into_iter().flat_map(u16::to_le_bytes).collect()
}

/// The other parts of the table, the cues and their groups.
pub(super) fn rest(read: &Read) -> Vec<u8> {
    let mut to = Vec::new();
    let mut stops = [0_u64; STOPS / 64];
    for word in read.words.iter().filter(|word| key(word).is_some()).filter_map(|word| word.strip_suffix('.'))
    {
        let bit = table::stop(table::key_of(word.as_bytes()));
        stops[bit / 64] |= 1 << (bit % 64);
    }
    to.extend(stops.into_iter().flat_map(u64::to_le_bytes));
    let mut long: Vec<_> = read.words.iter().zip(0_u16..).filter(|(word, _)| word.len() > INLINE).collect();
    long.sort_by_key(|(word, _)| table::key_of(&word.as_bytes()[..INLINE]));
    number(long.len(), &mut to);
    for (word, id) in long {
        to.extend(id.to_le_bytes());
        text(word, &mut to);
    }
    number(read.groups.len(), &mut to);
    for group in &read.groups {
        text(group, &mut to);
    }
    number(read.cues.len(), &mut to);
    for cue in &read.cues {
        to.extend(cue.words.iter().flat_map(|word| word.0.to_le_bytes()));
        let group = read.groups.binary_search(&cue.group).expect("a cue's group is listed");
        to.extend([cue.length, u8::from(cue.addressed), cue.part as u8]);
        number(group, &mut to);
        to.extend(cue.odd.0.to_le_bytes());
        to.extend(cue.high.0.to_le_bytes());
    }
    to
}

/// The key of a word that is its own.
fn key(word: &str) -> Option<u128> {
    (word.len() <= INLINE).then(|| table::key_of(word.as_bytes()))
}

fn number(number: usize, to: &mut Vec<u8>) {
    to.extend(u16::try_from(number).expect("numbers of the lexicon have 16 bits").to_le_bytes());
}

fn text(text: &str, to: &mut Vec<u8>) {
    number(text.len(), to);
    to.extend(text.as_bytes());
}
