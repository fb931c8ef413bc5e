//! Contract: finds ASCII letters in a text, and reads those of a word: their number, shape and key.
//! It does so without a loop over the letters, whose number branch prediction cannot guess.

use super::{CAPITAL, UPPER};
use crate::arena::{Arena, List};

/// The maximum number of letters of a key: longer words are rare.
pub(super) const LONGEST: usize = 16;
/// How many bytes are processed at once.
const CHUNK: usize = 64;

/// One bit per byte of a text: whether it is an ASCII letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters<'a>(&'a [u8]);

impl<'a> Letters<'a> {
    /// Finds the letters of `text`.
    pub fn of(text: &[u8], arena: &'a Arena) -> Self {
        let (chunks, rest) = text.as_chunks::<CHUNK>();
        let mut last = [0; CHUNK];
        last[..rest.len()].copy_from_slice(rest);
        // eight more bytes, so that eight can be read from every position
        let mut bits = List::with_capacity_in((chunks.len() + 2) * 8, arena);
        for chunk in chunks {
            bits.extend_from_slice_copy(&letters(chunk).to_le_bytes());
        }
        bits.extend_from_slice_copy(&letters(&last).to_le_bytes());
        bits.extend_from_slice_copy(&[0; 8]);
        Letters(bits.into_bump_slice())
    }

    /// One bit per byte from `at` on; at least [`Glance::LETTERS`] of them are valid.
    #[inline]
    fn from(&self, at: usize) -> u64 {
        let eight = self.0[at / 8..].first_chunk().expect("bytes were added behind the text");
        u64::from_le_bytes(*eight) >> (at % 8)
    }

    /// The number of letters from byte `at` of the text on; inexact above [`LONGEST`].
    pub fn count(&self, at: usize) -> usize {
        self.from(at).trailing_ones() as usize
    }
}

/// One bit per byte of `chunk`: whether it is a letter.
fn letters(chunk: &[u8; CHUNK]) -> u64 {
    let mut are = [0; CHUNK];
    for (is, byte) in are.iter_mut().zip(chunk) {
        *is = u8::from(byte.is_ascii_alphabetic());
    }
    // the multiplication gathers the lowest bits of eight bytes in the highest byte
    let together = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    let (eights, _) = are.as_chunks();
    eights.iter().zip(0..).fold(0, |bits, (eight, n)| bits | together(eight) << (8 * n))
}

/// The next bytes of a text, and which of them are letters.
pub(super) struct Glance<'t> {
    bytes: &'t [u8; Glance::BYTES],
    letters: u64,
}

impl<'t> Glance<'t> {
    /// How many bytes have a valid letter bit: this number of bits remains of eight bytes,
    /// whichever of the first eight bits the position starts at.
    pub const LETTERS: usize = 57;
    /// The letter bits and one more word.
    pub const BYTES: usize = Glance::LETTERS + LONGEST;

    /// The bytes of `text` from `at` on; near the end of the text they are copied to `room` and
    /// padded with zeros.
    pub fn at(text: &'t [u8], letters: Letters<'_>, at: usize, room: &'t mut [u8; Glance::BYTES]) -> Self {
        let rest = &text[at..];
        let bytes = rest.first_chunk().unwrap_or_else(|| {
            room[..rest.len()].copy_from_slice(rest);
            room[rest.len()..].fill(0);
            room
        });
        Glance { bytes, letters: letters.from(at) }
    }

    /// The byte at an index below [`Glance::BYTES`].
    #[inline]
    pub fn byte(&self, at: usize) -> u8 {
        self.bytes[at]
    }

    /// The end of the letters that begin at index `start`; [`Glance::LETTERS`] or greater if they
    /// may continue.
    #[inline]
    pub fn end(&self, start: usize) -> usize {
        start + (self.letters >> start).trailing_ones() as usize
    }

    /// The letters between two indices, at most [`LONGEST`].
    #[inline]
    pub fn head(&self, start: usize, end: usize) -> Head {
        let window = self.bytes[start..].first_chunk().expect("a word begins in the part that is told about");
        Head::of(*window, end - start)
    }
}

/// One to [`LONGEST`] consecutive ASCII letters: a word or its beginning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// The letters, the first in the lowest byte, and what follows them.
    window: u128,
    /// The bytes of the letters.
    mask: u128,
}

/// The bit that distinguishes lower case from upper case, in each byte.
const SMALL: u128 = u128::from_le_bytes([0x20; LONGEST]);

/// A mask for each number of letters.
const MASKS: [u128; LONGEST + 1] = {
    let mut masks = [0; LONGEST + 1];
    let mut count = 0;
    while count < LONGEST {
        masks[count + 1] = masks[count] << 8 | 0xFF;
        count += 1;
    }
    masks
};

impl Head {
    /// The letters of `text` from byte `start` to byte `end`.
    pub fn read(text: &[u8], start: usize, end: usize) -> Head {
        let rest = &text[start..];
        let window = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut window = [0; LONGEST];
            window[..rest.len()].copy_from_slice(rest);
            window
        });
        Head::of(window, end - start)
    }

    /// The first `count` bytes of `window`.
    #[inline]
    fn of(window: [u8; LONGEST], count: usize) -> Head {
        Head { window: u128::from_le_bytes(window), mask: MASKS[count] }
    }

    /// The key in the lexicon: lower case, the first letter in the lowest byte.
    #[inline]
    pub fn key(self) -> u128 {
        (self.window | SMALL) & self.mask
    }

    /// The shape: which of the letters are capitals.
    #[inline]
    pub fn shape(self) -> u8 {
        if self.window & 0x20 != 0 {
            0
        } else if self.window & SMALL & self.mask == 0 && self.mask != MASKS[1] {
            CAPITAL | UPPER
        } else {
            CAPITAL
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place_is_told_apart() {
        let mut arena = Arena::new();
        for place in 0..CHUNK + 20 {
            for byte in 0..=u8::MAX {
                let mut text = [b'a'; CHUNK + 20];
                text[place] = byte;
                arena.reset();
                let letters = Letters::of(&text, &arena);
                for at in [0, place.saturating_sub(1), place, (place + 1).min(text.len() - 1)] {
                    let count = text[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                    let found = letters.count(at);
                    assert!(
                        found == count || found > LONGEST && count > LONGEST,
                        "{byte} at {place}, from {at}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_word_is_read_with_its_key_and_shape() {
        let read = |word: &[u8]| {
            let count = word.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let head = Head::read(word, 0, count);
            assert_eq!(head.key().to_le_bytes()[..count], word[..count].to_ascii_lowercase());
            head.shape()
        };
        assert_eq!(read(b"a,bcdefghijklmnopqrstuvwxyz"), 0);
        assert_eq!(read(b"abcdefghijklmnOP"), 0);
        assert_eq!(read(b"A"), CAPITAL);
        assert_eq!(read(b"Abcdefghijklmnop."), CAPITAL);
        assert_eq!(read(b"ABC def"), CAPITAL | UPPER);
        assert_eq!(read(b"ABCDEFGHIJKLMNOP"), CAPITAL | UPPER);
    }
}
