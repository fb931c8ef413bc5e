//! Words and names as 64-bit numbers. Equal words have equal keys, ignoring case and the style of
//! apostrophes. Unequal words share a key with a chance of 1 in 2^64, and no text can force a
//! collision, because the keys are seeded per process.

use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::LazyLock;

use crate::arena::Arena;
use crate::lexicon::WordId;

/// How many bytes are mixed at a time.
const CHUNK: usize = 16;

static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0_u64) | 1);

/// The hash of a word, or of a sequence of words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Key(u64);

impl Key {
    /// The key of a lexicon word.
    pub fn of_id(id: WordId) -> Key {
        Key(mix(u64::from(id.0) ^ *SEED, 0xA24B_AED4_963E_E407))
    }

    /// The key of a word by its letters.
    pub fn of_word(word: &str) -> Key {
        Key::at(word, 0, word.len())
    }

    /// The key of the word from byte `start` to `end` of `text`.
    pub fn at(text: &str, start: usize, end: usize) -> Key {
        let length = end - start;
        if length <= CHUNK {
            // the bytes after the word are masked away
            let window = match text.as_bytes()[start..].first_chunk() {
                Some(window) => u128::from_le_bytes(*window) & FIRST[length],
                None => padded(&text.as_bytes()[start..end]),
            };
            if window & HIGH == 0 {
                return Key(finish(*SEED, lower(window), length));
            }
        }
        Key::of_letters(text[start..end].chars())
    }

    /// The key of a word, computed letter by letter.
    pub fn of_letters(letters: impl Iterator<Item = char>) -> Key {
        let (mut state, mut chunk, mut filled) = (*SEED, [0; CHUNK], 0);
        for letter in letters.flat_map(folded) {
            for &byte in letter.encode_utf8(&mut [0; 4]).as_bytes() {
                if filled == CHUNK {
                    state = finish(state, u128::from_le_bytes(chunk), CHUNK);
                    (chunk, filled) = ([0; CHUNK], 0);
                }
                chunk[filled] = byte;
                filled += 1;
            }
        }
        Key(finish(state, u128::from_le_bytes(chunk), filled))
    }

    /// The key of this sequence followed by the words of `next`.
    #[must_use]
    pub fn then(self, next: Key) -> Key {
        Key(mix(self.0 ^ 0x9FB2_1C65_1E98_DF25, next.0 ^ *SEED))
    }

    /// The key in a separate namespace: the same word with different `mark`s has different keys.
    #[must_use]
    pub fn marked(self, mark: u64) -> Key {
        Key(self.0 ^ mark.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

/// Normalises a letter: lower case, plain apostrophes.
fn folded(letter: char) -> impl Iterator<Item = char> {
    (if letter == '’' { '\'' } else { letter }).to_lowercase()
}

/// At most 16 bytes as a number.
fn padded(bytes: &[u8]) -> u128 {
    let mut chunk = [0; CHUNK];
    chunk[..bytes.len()].copy_from_slice(bytes);
    u128::from_le_bytes(chunk)
}

/// The first `count` bytes of a chunk.
const FIRST: [u128; CHUNK + 1] = {
    let mut masks = [0; CHUNK + 1];
    let mut bytes = 1;
    while bytes <= CHUNK {
        masks[bytes] = u128::MAX >> (8 * (CHUNK - bytes));
        bytes += 1;
    }
    masks
};

/// The highest bit of each byte.
const HIGH: u128 = u128::from_le_bytes([0x80; CHUNK]);

/// 16 ASCII letters in lower case, all at once.
fn lower(letters: u128) -> u128 {
    let every = HIGH >> 7;
    let from_a = letters + (0x80 - u128::from(b'A')) * every;
    let beyond_z = letters + (0x7F - u128::from(b'Z')) * every;
    letters | ((from_a ^ beyond_z) & HIGH) >> 2
}

/// Mixes a chunk with `filled` bytes in it into `state`.
fn finish(state: u64, chunk: u128, filled: usize) -> u64 {
    let (head, tail) = (chunk as u64, (chunk >> 64) as u64);
    mix(head ^ state, tail ^ (filled as u64) << 56 ^ 0xE703_7ED1_A0B4_28DB)
}

fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// A map by keys, which need no further hashing; it lives in the arena of one text.
pub(super) type TextMap<'t, V> = hashbrown::HashMap<Key, V, BuildHasherDefault<AsItIs>, &'t Arena>;

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
