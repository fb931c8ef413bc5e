//! Contract: reads the letters of ASCII that a word begins with, a few at a time: their number, shape and key come without a
//! loop over them, whose end no processor foresees.

use super::{CAPITAL, UPPER};

/// How many bytes are looked at together: longer words are rare.
pub(super) const WINDOW: usize = 16;

/// The letters of ASCII at some place, fewer than [`WINDOW`], and the byte behind them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Letters {
    /// In small letters, the first in the lowest byte: as the lexicon knows them.
    pub key: u128,
    pub count: usize,
    pub shape: u8,
    pub next: u8,
}

/// The bit that parts small letters from capitals, in each byte.
const SMALL: u64 = every(0x20);

impl Letters {
    /// Those from byte `start` of a text on.
    pub fn at(text: &[u8], start: usize) -> Option<Letters> {
        let rest = &text[start..];
        let window = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut window = [0; WINDOW];
            window[..rest.len()].copy_from_slice(rest);
            window
        });
        Letters::read(window)
    }

    /// Those at the start of `window`.
    #[inline]
    pub fn read(window: [u8; WINDOW]) -> Option<Letters> {
        let both = u128::from_le_bytes(window);
        let (low, high) = (both as u64, (both >> 64) as u64);
        let end = no_letters(low);
        if end != 0 {
            let (count, mask) = until(end);
            let key = u128::from((low | SMALL) & mask);
            return Some(Letters {
                key,
                count,
                shape: shape(low & mask, 0, count),
                next: (low >> (8 * count)) as u8,
            });
        }
        let end = no_letters(high);
        if end == 0 {
            return None;
        }
        let (count, mask) = until(end);
        let key = u128::from((high | SMALL) & mask) << 64 | u128::from(low | SMALL);
        Some(Letters {
            key,
            count: 8 + count,
            shape: shape(low, high & mask, 8 + count),
            next: (high >> (8 * count)) as u8,
        })
    }

    /// The key of the letters with a full stop behind them.
    pub fn key_with_stop(self) -> u128 {
        self.key | u128::from(b'.') << (8 * self.count)
    }
}

/// The shape of the letters in `low` and `high`, which hold nothing else.
fn shape(low: u64, high: u64, count: usize) -> u8 {
    if low & 0x20 != 0 {
        return 0;
    }
    let upper = (low | high) & SMALL == 0 && count > 1;
    CAPITAL | (u8::from(upper) * UPPER)
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

    /// What [`Letters::read`] finds, letter by letter.
    fn slowly(window: [u8; WINDOW]) -> Option<Letters> {
        let count = window.iter().position(|byte| !byte.is_ascii_alphabetic())?;
        let mut key = [0; WINDOW];
        key[..count].copy_from_slice(&window[..count].to_ascii_lowercase());
        let upper = count > 1 && window[..count].iter().all(u8::is_ascii_uppercase);
        // of no letters at all the shape means nothing
        let capital = count == 0 || window[0].is_ascii_uppercase();
        let shape = (u8::from(capital) * CAPITAL) | (u8::from(upper) * UPPER);
        Some(Letters { key: u128::from_le_bytes(key), count, shape, next: window[count] })
    }

    #[test]
    fn every_byte_at_every_place_is_told_apart() {
        for rest in [b"aaaaaaaaaaaaaaaa", b"ZZZZZZZZZZZZZZZZ", b"Zzzzz,zzzzzzzzzz", b"AAA aaa aaa aaa "] {
            for place in 0..WINDOW {
                for byte in 0..=u8::MAX {
                    let mut window = *rest;
                    window[place] = byte;
                    assert_eq!(Letters::read(window), slowly(window), "{}", window.escape_ascii());
                    // the word ends behind the byte
                    if let Some(end) = window.get_mut(place + 1) {
                        *end = b' ';
                    }
                    assert_eq!(Letters::read(window), slowly(window), "{}", window.escape_ascii());
                }
            }
        }
    }
}
