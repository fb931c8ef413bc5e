//! Maps a word to its entry with one probe.
//!
//! A word of up to 16 bytes, in lower case, is its own key in one `u128`; the few longer ones are
//! in a list.

use super::WordId;
use super::word::{DETAILS, Details, Entry, ROW};

/// The length of the longest word that is its own key.
pub(super) const INLINE: usize = 16;
/// The key of a word as bytes, which are its letters; zero for a longer word.
pub(super) type Key = [u8; INLINE];
/// The length of the lexicon's longest word in bytes.
pub(super) const LONGEST: usize = 64;
/// One slot for each possible id; at most half of them are used.
pub(super) const SLOTS: usize = 1 << 16;

/// A word that is not its own key: the key of its first bytes, its letters and its id.
pub(super) type Long = (u128, &'static str, WordId);

pub(super) struct Table {
    /// Open addressing: the slot of a key contains the id of its word, 0 if it is empty. Storing
    /// ids without keys keeps the slots small, so that they stay in the cache; an unlisted word
    /// usually hits an empty slot.
    pub slots: &'static [[u8; 2]; SLOTS],
    /// The [`Entry`] of each word, by id.
    pub entries: &'static [[u8; ROW]],
    /// The [`Details`] of each word.
    pub details: &'static [[u8; DETAILS]],
    /// The longer words in lower case, sorted by the key of their first bytes.
    pub long: &'static [Long],
}

impl Table {
    #[inline]
    pub fn details(&self, id: WordId) -> Details<'static> {
        Details(&self.details[id.0 as usize])
    }

    #[inline]
    pub fn known(&self, id: WordId) -> Entry<'static> {
        Entry(&self.entries[id.0 as usize])
    }

    /// The letters of a word, which its key contains; empty for word 0.
    pub fn letters(&self, id: WordId) -> &[u8] {
        let letters = self.known(id).key();
        match INLINE - u128::from_le_bytes(*letters).leading_zeros() as usize / 8 {
            0 => self.long.iter().find(|(.., long)| *long == id).map_or(&[], |(_, word, _)| word.as_bytes()),
            length => &letters[..length],
        }
    }

    /// The id of `word`, ignoring case; a typographic apostrophe equals a plain one.
    pub fn get(&self, word: &str) -> WordId {
        if word.is_ascii() {
            return self.by_letters(word);
        }
        let mut folded = [0; LONGEST];
        self.by_letters(fold(word, &mut folded).unwrap_or_default())
    }

    /// The id of a word that differs from a lexicon word in ASCII case at most.
    fn by_letters(&self, word: &str) -> WordId {
        if word.len() <= INLINE { self.by_key(key_of(word.as_bytes())) } else { self.long_word(word) }
    }

    /// The id of a word that is not its own key, ignoring case.
    fn long_word(&self, word: &str) -> WordId {
        let key = key_of(&word.as_bytes()[..INLINE]);
        let from = self.long.partition_point(|(other, ..)| *other < key);
        let mut listed = self.long[from..].iter().take_while(|(other, ..)| *other == key);
        listed.find(|(_, long, _)| long.eq_ignore_ascii_case(word)).map_or(WordId::NONE, |&(.., id)| id)
    }

    /// The id of the word with this key: its letters in lower case, the first in the lowest byte.
    #[inline]
    pub fn by_key(&self, key: u128) -> WordId {
        self.entry(key).0
    }

    /// The word with this key, and its entry.
    #[inline]
    pub fn entry(&self, key: u128) -> (WordId, Entry<'static>) {
        let mut slot = slot(key);
        let key = key.to_le_bytes();
        loop {
            let id = WordId(u16::from_le_bytes(self.slots[slot]));
            let entry = self.known(id);
            if id == WordId::NONE || *entry.key() == key {
                return (id, entry);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// A hash of a key.
#[inline]
pub(super) fn hash(key: u128) -> u16 {
    ((key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as u16
}

/// The index of a key's word in [`Table::slots`], or of the first free slot after collisions.
pub(super) fn slot(key: u128) -> usize {
    hash(key).into()
}

/// At most 16 bytes, in ASCII lower case, as a number.
pub(super) fn key_of(word: &[u8]) -> u128 {
    let (low, high) = match word.first_chunk() {
        Some(&first) => (u64::from_le_bytes(first), up_to_8(&word[8..])),
        None => (up_to_8(word), 0),
    };
    u128::from(lower(low)) | u128::from(lower(high)) << 64
}

/// At most 8 bytes as a number.
fn up_to_8(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk(), bytes) {
        // two chunks that may overlap
        (Some(&first), Some(&last), _) => {
            u64::from(u32::from_le_bytes(first))
                | u64::from(u32::from_le_bytes(last)) << (8 * (bytes.len() - 4))
        }
        (_, _, &[a]) => a.into(),
        (_, _, &[a, b]) => u16::from_le_bytes([a, b]).into(),
        (_, _, &[a, b, c]) => u32::from_le_bytes([a, b, c, 0]).into(),
        _ => 0,
    }
}

/// `chunk` with ASCII capitals in lower case.
fn lower(chunk: u64) -> u64 {
    let every = |byte: u8| u64::from_ne_bytes([byte; 8]);
    // the sum sets the highest bit for bytes from `least` on
    let at_least = |least: u8| (chunk & every(0x7F)) + every(0x80 - least);
    let capitals = at_least(b'A') & !at_least(b'Z' + 1) & !chunk & every(0x80);
    chunk | capitals >> 2
}

/// Writes `word` to `room`, in lower case and with plain apostrophes; `None` if it is too long for
/// any word of the lexicon.
fn fold<'r>(word: &str, room: &'r mut [u8; LONGEST]) -> Option<&'r str> {
    let mut end = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let c = if c == '’' { '\'' } else { c };
        let place = room.get_mut(end..end + c.len_utf8())?;
        end += c.encode_utf8(place).len();
    }
    std::str::from_utf8(&room[..end]).ok()
}
