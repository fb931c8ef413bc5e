//! Contract: reads the words that most of a text is made of, a few ASCII letters before a space or a comma, with a handful of
//! instructions each; every other word is left to [`Scanner::word`](super::Scanner::word), which reads these the same way.

use super::{CAPITAL, UPPER};

/// How many bytes are looked at together: longer words are rare.
pub(super) const WINDOW: usize = 16;

/// A word of fewer than [`WINDOW`] letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Plain {
    /// Its letters, small ones, the first in the lowest byte.
    pub key: u128,
    pub length: usize,
    pub shape: u8,
}

/// The bit that parts small letters from capitals, in each byte.
const SMALL: u64 = every(0x20);

impl Plain {
    /// The word at the start of `window`, where a space or a comma ends it.
    #[inline]
    pub fn read(window: [u8; WINDOW]) -> Option<Plain> {
        let both = u128::from_le_bytes(window);
        let (low, high) = (both as u64, (both >> 64) as u64);
        let end = no_letters(low);
        let (word, next) = if end != 0 {
            let (length, mask) = until(end);
            let upper = low & SMALL & mask == 0;
            (
                Plain { key: u128::from((low | SMALL) & mask), length, shape: shape(low, upper) },
                low >> (8 * length),
            )
        } else {
            let end = no_letters(high);
            if end == 0 {
                return None;
            }
            let (length, mask) = until(end);
            let upper = (low | high & mask) & SMALL == 0;
            let key = u128::from((high | SMALL) & mask) << 64 | u128::from(low | SMALL);
            (Plain { key, length: 8 + length, shape: shape(low, upper) }, high >> (8 * length))
        };
        let ends = next as u8 == b' ' || next as u8 == b',';
        // a single letter is no word in capitals
        let single = if word.length == 1 { UPPER } else { 0 };
        (ends && word.length > 0).then_some(Plain { shape: word.shape & !single, ..word })
    }
}

fn shape(low: u64, upper: bool) -> u8 {
    (u8::from(low & 0x20 == 0) * CAPITAL) | (u8::from(upper) * UPPER)
}

/// How many bytes stand before the first one that is marked in `ends`, and a mask of them; at least one is marked.
fn until(ends: u64) -> (usize, u64) {
    let first = ends & ends.wrapping_neg();
    (first.trailing_zeros() as usize / 8, (first >> 7) - 1)
}

/// The highest bit of each byte of `chunk` that is no letter of ASCII.
fn no_letters(chunk: u64) -> u64 {
    let small = chunk & every(0x7F) | SMALL;
    // the sum reaches the highest bit from `least` on
    let at_least = |least: u8| small + every(0x80 - least);
    (!at_least(b'a') | at_least(b'z' + 1) | chunk) & every(0x80)
}

const fn every(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`Plain::read`] finds, letter by letter.
    fn slowly(window: [u8; WINDOW]) -> Option<Plain> {
        let length = window.iter().position(|byte| !byte.is_ascii_alphabetic())?;
        let mut key = [0; WINDOW];
        key[..length].copy_from_slice(&window[..length].to_ascii_lowercase());
        let capital = window[0].is_ascii_uppercase();
        let upper = length > 1 && window[..length].iter().all(u8::is_ascii_uppercase);
        let shape = (u8::from(capital) * CAPITAL) | (u8::from(upper) * UPPER);
        let ends = length > 0 && matches!(window[length], b' ' | b',');
        ends.then_some(Plain { key: u128::from_le_bytes(key), length, shape })
    }

    #[test]
    fn every_byte_at_every_place_is_told_apart() {
        for rest in [*b"aaaaaaaaaaaaaaaa", *b"ZZZZZZZZZZZZZZZZ", *b"Zzzzz,zzzzzzzzzz", *b"AAA aaa aaa aaa "] {
            for place in 0..WINDOW {
                for byte in 0..=u8::MAX {
                    let mut window = rest;
                    window[place] = byte;
                    assert_eq!(Plain::read(window), slowly(window), "{}", window.escape_ascii());
                    // the word ends behind the byte
                    if let Some(end) = window.get_mut(place + 1) {
                        *end = b' ';
                    }
                    assert_eq!(Plain::read(window), slowly(window), "{}", window.escape_ascii());
                }
            }
        }
    }
}
