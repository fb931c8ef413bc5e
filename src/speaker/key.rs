//! Words and names as numbers: equal words have equal keys, whatever their case and apostrophes; that unequal ones share
//! one is a chance of one in 2^64, and no text can bring it about, since the keys differ from process to process.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::LazyLock;

use crate::lexicon::WordId;

/// How many bytes are mixed at a time.
const CHUNK: usize = 16;

static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0_u64) | 1);

/// A word, or words in a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Key(u64);

impl Key {
    /// A word of the lexicon.
    pub fn of_id(id: WordId) -> Key {
        Key(mix(u64::from(id.0) ^ *SEED, 0xA24B_AED4_963E_E407))
    }

    /// A word by its letters.
    pub fn of_word(word: &str) -> Key {
        let bytes = word.as_bytes();
        if bytes.len() <= CHUNK {
            let (head, tail) = ends(bytes);
            if (head | tail) & HIGH == 0 {
                return Key(finish(*SEED, lower(head), lower(tail), bytes.len()));
            }
        }
        Key::of_letters(word.chars())
    }

    /// A word by its letters, one by one.
    pub fn of_letters(letters: impl Iterator<Item = char>) -> Key {
        let (mut state, mut chunk, mut filled) = (*SEED, [0; CHUNK], 0);
        for letter in letters.flat_map(folded) {
            for &byte in letter.encode_utf8(&mut [0; 4]).as_bytes() {
                if filled == CHUNK {
                    let (head, tail) = ends(&chunk);
                    state = finish(state, head, tail, CHUNK);
                    filled = 0;
                }
                chunk[filled] = byte;
                filled += 1;
            }
        }
        let (head, tail) = ends(&chunk[..filled]);
        Key(finish(state, head, tail, filled))
    }

    /// The words of this key and then those of `next`.
    #[must_use]
    pub fn then(self, next: Key) -> Key {
        Key(mix(self.0 ^ 0x9FB2_1C65_1E98_DF25, next.0 ^ *SEED))
    }

    /// The key under a mark: the same word under different marks has different keys.
    #[must_use]
    pub fn marked(self, mark: u64) -> Key {
        Key(self.0 ^ mark.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

/// A letter as it counts: in lower case, apostrophes plain.
fn folded(letter: char) -> impl Iterator<Item = char> {
    (if letter == '’' { '\'' } else { letter }).to_lowercase()
}

/// The first and the last eight bytes of at most 16 as numbers; of fewer than eight, halves that overlap.
fn ends(bytes: &[u8]) -> (u64, u64) {
    let count = bytes.len();
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return (u64::from_le_bytes(*head), u64::from_le_bytes(*tail));
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return (u64::from(u32::from_le_bytes(*head)), u64::from(u32::from_le_bytes(*tail)));
    }
    let at = |i: usize| bytes.get(i).map_or(0, |&byte| u64::from(byte));
    (at(0) | at(count / 2) << 8, at(count.saturating_sub(1)))
}

const HIGH: u64 = 0x8080_8080_8080_8080;

/// Eight ASCII letters in lower case, all at once.
fn lower(letters: u64) -> u64 {
    let from_a = letters + (0x80 - u64::from(b'A')) * (HIGH >> 7);
    let beyond_z = letters + (0x7F - u64::from(b'Z')) * (HIGH >> 7);
    letters | ((from_a ^ beyond_z) & HIGH) >> 2
}

fn finish(state: u64, head: u64, tail: u64, filled: usize) -> u64 {
    mix(head ^ state, tail ^ (filled as u64) << 56 ^ 0xE703_7ED1_A0B4_28DB)
}

fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// A map by keys, which need no further hashing.
pub(super) type KeyMap<V> = HashMap<Key, V, BuildHasherDefault<AsItIs>>;

#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = mix(self.0 ^ u64::from(byte), 0x9E37_79B9_7F4A_7C15);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn case_and_apostrophes_do_not_count_and_length_does() {
        assert_eq!(Key::of_word("O’Neill"), Key::of_word("o'neill"));
        assert_eq!(Key::of_word("ÉMILE"), Key::of_word("émile"));
        let long = "Winterbottom-Featherstonehaugh";
        assert_eq!(Key::of_word(long), Key::of_word(&long.to_uppercase()));
        assert_eq!(Key::of_word("ana ruiz"), Key::of_letters("Ana Ruiz".chars()));
        for word in ["", "a", "ab", "abc", "abcd", "azm@[`{z", "Winterbottomsaa"] {
            assert_eq!(Key::of_word(word), Key::of_letters(word.chars()), "{word}");
            assert_eq!(Key::of_word(word), Key::of_word(&word.to_ascii_uppercase()), "{word}");
        }
        assert_ne!(Key::of_word("@"), Key::of_word("`"));
        assert_ne!(Key::of_word("["), Key::of_word("{"));
        assert_ne!(Key::of_word("ruiz"), Key::of_word("ruiz\0"));
        assert_ne!(Key::of_word(long), Key::of_word(&long[..16]));
    }

    #[test]
    fn the_order_of_words_counts() {
        let (a, b) = (Key::of_word("ana"), Key::of_word("ruiz"));
        assert_ne!(a.then(b), b.then(a));
        assert_eq!(a.then(b), Key::of_word("Ana").then(Key::of_word("Ruiz")));
    }
}
