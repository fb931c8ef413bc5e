//! Packs the lexicon; `unpack.rs` reads it.

use super::filter::{self, DECISIVE, FILTER};
use super::furniture::Phrase;
use super::pseudo_cues::Around;
use super::read::Read;
use super::table::{self, INLINE, SLOTS};
use super::word::{Details, ROW, WordId};
use crate::packed::Writer;
use std::collections::HashSet;

/// One row per word, as [`Entry`](super::word::Entry) reads it.
pub(super) fn words(read: &Read) -> Vec<u8> {
    assert!(
        read.words.len() < SLOTS / 2,
        "the lexicon has room for 32,767 words; raise SLOTS in src/lexicon/table.rs"
    );
    let mut to = Vec::with_capacity(read.words.len() * ROW);
    for (word, known) in read.words.iter().zip(&read.entries) {
        to.extend(key(word).unwrap_or_default().to_le_bytes());
        to.extend(known.classes.to_bytes());
    }
    to
}

/// The details of each word.
pub(super) fn details(read: &Read) -> Vec<u8> {
    read.entries.iter().flat_map(|known| Details::pack(known.lemma, known.cues, known.raising)).collect()
}

/// How each word may attribute.
pub(super) fn heads(read: &Read) -> Vec<u8> {
    read.heads.iter().flat_map(|heads| heads.0.to_le_bytes()).collect()
}

/// The senses of each word in names and descriptions.
pub(super) fn senses(read: &Read) -> Vec<u8> {
    read.entries.iter().flat_map(|known| known.senses.0.to_le_bytes()).collect()
}

/// Pairs of a variant and its main word.
pub(super) fn variants(pairs: &[(WordId, WordId)]) -> Vec<u8> {
    list(pairs, |(variant, main), to| {
        pack_word(*variant, to);
        pack_word(*main, to);
    })
}

/// The index of the first word that is listed only for names.
pub(super) fn name_parts(read: &Read) -> Vec<u8> {
    let mut to = Writer::default();
    to.short(read.name_parts);
    to.finish()
}

/// The hash slots that map keys to words.
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

/// The filter of the words that may decide about blocks and sentences.
pub(super) fn decisive(read: &Read) -> Vec<u8> {
    let mut filter = vec![0; FILTER];
    let keys: HashSet<WordId> = read.furniture.iter().map(Phrase::key).collect();
    for ((word, known), id) in read.words.iter().zip(&read.entries).zip(0..).skip(1) {
        let decides = keys.contains(&WordId(id)) || word.ends_with('.') || known.classes.any(DECISIVE);
        if let Some(key) = key(word).filter(|_| decides) {
            let (byte, bit) = filter::place(key);
            filter[byte] |= bit;
        }
    }
    filter
}

/// The words that are too long to be their own keys.
pub(super) fn long(read: &Read) -> Vec<u8> {
    let first = |word: &str| table::key_of(&word.as_bytes()[..INLINE]);
    let mut long: Vec<_> = read.words.iter().zip(0_u16..).filter(|(word, _)| word.len() > INLINE).collect();
    long.sort_by_key(|(word, _)| first(word));
    list(&long, |(word, id), to| {
        to.bytes(first(word).to_le_bytes());
        to.short((*id).into());
        to.text(word);
    })
}

pub(super) fn groups(read: &Read) -> Vec<u8> {
    list(&read.groups, |group, to| to.text(group))
}

/// One row of [`cues::ROW`](super::cues::ROW) bytes per cue.
pub(super) fn cues(read: &Read) -> Vec<u8> {
    let mut to = Vec::new();
    for cue in &read.cues {
        to.extend(cue.words.iter().flat_map(|word| word.0.to_le_bytes()));
        to.extend([cue.length, cue.addressed.into(), cue.part as u8, cue.group.0]);
        to.extend(cue.acts.0.to_le_bytes());
        to.extend(cue.odd.0.to_le_bytes());
        to.extend(cue.high.0.to_le_bytes());
    }
    to
}

/// The stem id of each word, and the stems: their concatenated letters, and the end of each.
pub(super) fn stems(read: &Read) -> [Vec<u8>; 3] {
    let mut stems: Vec<&String> = read.stems.iter().collect();
    stems.sort_unstable();
    stems.dedup();
    let (mut of_word, mut ends, mut letters) = (Writer::default(), Writer::default(), Vec::new());
    for stem in &read.stems {
        of_word.short(stems.binary_search(&stem).expect("a word's stem is listed"));
    }
    for stem in stems {
        letters.extend(stem.bytes());
        ends.number(letters.len());
    }
    [of_word.finish(), letters, ends.finish()]
}

/// The concatenated words of all furniture phrases, and the phrases.
pub(super) fn furniture(read: &Read) -> [Vec<u8>; 2] {
    let words: Vec<WordId> = read.furniture.iter().flat_map(|phrase| phrase.words).copied().collect();
    let words = list(&words, |word, to| pack_word(*word, to));
    let mut start = 0;
    let phrases = list(&read.furniture, |phrase, to| {
        part(&mut start, phrase.words.len(), to);
        to.bytes([phrase.place as u8]);
    });
    [words, phrases]
}

/// The concatenated context words of all pseudo-cues, and the pseudo-cues.
pub(super) fn pseudo_cues(read: &Read) -> [Vec<u8>; 2] {
    let sides = read.pseudo_cues.iter().flat_map(|pseudo_cue| [pseudo_cue.before, pseudo_cue.after]);
    let around: Vec<Around> = sides.flatten().copied().collect();
    let around = list(&around, |around, to| {
        let (what, word) = match around {
            Around::Word(word) => (0, *word),
            Around::Comma => (1, WordId::NONE),
            Around::Start => (2, WordId::NONE),
            Around::End => (3, WordId::NONE),
        };
        to.bytes([what]);
        pack_word(word, to);
    });
    let mut start = 0;
    let pseudo_cues = list(&read.pseudo_cues, |pseudo_cue, to| {
        pack_word(pseudo_cue.lemma, to);
        part(&mut start, pseudo_cue.before.len(), to);
        part(&mut start, pseudo_cue.after.len(), to);
        to.bytes([pseudo_cue.alone.into()]);
    });
    [around, pseudo_cues]
}

/// The key of a word that is its own key.
fn key(word: &str) -> Option<u128> {
    (word.len() <= INLINE).then(|| table::key_of(word.as_bytes()))
}

fn list<T>(parts: &[T], write: impl FnMut(&T, &mut Writer)) -> Vec<u8> {
    let mut to = Writer::default();
    to.list(parts, write);
    to.finish()
}

fn pack_word(word: WordId, to: &mut Writer) {
    to.short(word.0.into());
}

/// The start and the length of the next part of a list.
fn part(start: &mut usize, length: usize, to: &mut Writer) {
    to.short(*start);
    to.short(length);
    *start += length;
}
