//! From a word to its id with one probe.
//!
//! A word of up to 16 bytes, lower-cased, is its own key in one `u128`; the few longer ones live in an ordinary map.

use std::collections::HashMap;

use super::WordId;

const INLINE: usize = 16;

#[derive(Default)]
pub(super) struct Table {
    /// Open addressing, a power of two of slots, at most half of them full. Key 0 is an empty slot.
    slots: Vec<(u128, WordId)>,
    long: HashMap<Box<str>, WordId>,
}

impl Table {
    pub fn new(words: &[Box<str>]) -> Self {
        let mut table = Table {
            slots: vec![(0, WordId::NONE); (words.len() * 4).next_power_of_two()],
            ..Table::default()
        };
        for (i, word) in words.iter().enumerate().filter(|(_, word)| !word.is_empty()) {
            let id = WordId(i as u16);
            if word.len() > INLINE {
                table.long.insert(word.clone(), id);
                continue;
            }
            let key = key_of(word.as_bytes());
            let slot = table.probe(key);
            table.slots[slot] = (key, id);
        }
        table
    }

    /// The id of `word` in any case; a typographic apostrophe counts as a plain one.
    pub fn get(&self, word: &str) -> WordId {
        if word.len() <= INLINE && word.is_ascii() {
            return self.slots[self.probe(key_of(word.as_bytes()))].1;
        }
        if word.len() > 64 {
            return WordId::NONE;
        }
        let folded = word.replace('’', "'").to_lowercase();
        if folded.len() <= INLINE {
            return self.slots[self.probe(key_of(folded.as_bytes()))].1;
        }
        self.long.get(folded.as_str()).copied().unwrap_or_default()
    }

    /// The slot of `key`, or the empty one where it would stand.
    fn probe(&self, key: u128) -> usize {
        let mask = self.slots.len() - 1;
        let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut slot = (mixed >> 32) as usize & mask;
        while self.slots[slot].0 != 0 && self.slots[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// At most 16 bytes, ASCII lower-cased, as a number.
fn key_of(word: &[u8]) -> u128 {
    let mut key = [0; INLINE];
    key[..word.len()].copy_from_slice(word);
    key.make_ascii_lowercase();
    u128::from_le_bytes(key)
}
