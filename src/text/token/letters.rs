//! Contract: tells where a text has letters of ASCII, and reads those that make a word: their number, shape and key come without
//! a loop over them, whose end no processor foresees.

use super::{CAPITAL, UPPER};
use crate::arena::{Arena, List};

/// More letters than this are no key: so long a word is rare.
pub(super) const LONGEST: usize = 16;
/// How many bytes are looked at together.
const CHUNK: usize = 64;

/// A bit for each byte of a text: whether it is a letter of ASCII.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters<'a>(&'a [u8]);

impl<'a> Letters<'a> {
    /// Looks for those of `text`.
    pub fn of(text: &[u8], arena: &'a Arena) -> Self {
        let (chunks, rest) = text.as_chunks::<CHUNK>();
        let mut last = [0; CHUNK];
        last[..rest.len()].copy_from_slice(rest);
        // with eight more, so that there are eight bytes from each on
        let mut bits = List::with_capacity_in((chunks.len() + 2) * 8, arena);
        for chunk in chunks {
            bits.extend_from_slice_copy(&letters(chunk).to_le_bytes());
        }
        bits.extend_from_slice_copy(&letters(&last).to_le_bytes());
        bits.extend_from_slice_copy(&[0; 8]);
        Letters(bits.into_bump_slice())
    }

    /// A bit for each byte from `at` on: for no fewer than [`Glance::LETTERS`].
    #[inline]
    fn from(&self, at: usize) -> u64 {
        let eight = self.0[at / 8..].first_chunk().expect("bytes were added behind the text");
        u64::from_le_bytes(*eight) >> (at % 8)
    }

    /// How many letters stand from byte `at` of the text on; of very many, [`LONGEST`] and some more.
    pub fn count(&self, at: usize) -> usize {
        self.from(at).trailing_ones() as usize
    }
}

/// A bit for each byte of `chunk`, whether it is a letter.
fn letters(chunk: &[u8; CHUNK]) -> u64 {
    let mut are = [0; CHUNK];
    for (is, byte) in are.iter_mut().zip(chunk) {
        *is = u8::from(byte.is_ascii_alphabetic());
    }
    // the product brings the lowest bits of eight bytes together in the highest byte
    let together = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    let (eights, _) = are.as_chunks();
    eights.iter().zip(0..).fold(0, |bits, (eight, n)| bits | together(eight) << (8 * n))
}

/// The next bytes of a text, and which of the first of them are letters.
pub(super) struct Glance<'t> {
    bytes: &'t [u8; Glance::BYTES],
    letters: u64,
}

impl<'t> Glance<'t> {
    /// How many bytes are told to be letters or not: so many bits are left of eight bytes, whichever of the first eight they
    /// are taken from.
    pub const LETTERS: usize = 57;
    /// As many and a word more.
    pub const BYTES: usize = Glance::LETTERS + LONGEST;

    /// At the bytes of `text` from `at` on; where that ends too soon, in `room`, with zeros behind them.
    pub fn at(text: &'t [u8], letters: Letters<'_>, at: usize, room: &'t mut [u8; Glance::BYTES]) -> Self {
        let rest = &text[at..];
        let bytes = rest.first_chunk().unwrap_or_else(|| {
            room[..rest.len()].copy_from_slice(rest);
            room[rest.len()..].fill(0);
            room
        });
        Glance { bytes, letters: letters.from(at) }
    }

    /// The byte at place `at` of the [`Glance::BYTES`].
    #[inline]
    pub fn byte(&self, at: usize) -> u8 {
        self.bytes[at]
    }

    /// The place behind the letters that begin at place `start`: [`Glance::LETTERS`] or greater where they may go on.
    #[inline]
    pub fn end(&self, start: usize) -> usize {
        start + (self.letters >> start).trailing_ones() as usize
    }

    /// The letters between two places, no more than [`LONGEST`].
    #[inline]
    pub fn head(&self, start: usize, end: usize) -> Head {
        let window = self.bytes[start..].first_chunk().expect("a word begins in the part that is told about");
        Head::of(*window, end - start)
    }
}

/// Letters of ASCII in a row, one to [`LONGEST`]: a word or what it begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Head {
    letters: u128,
    count: usize,
}

/// The bit that parts small letters from capitals, in each byte.
const SMALL: u128 = u128::from_le_bytes([0x20; LONGEST]);

/// For so many letters a mask of them.
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
    /// Those of `text` from byte `start` to byte `end`.
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
        Head { letters: u128::from_le_bytes(window) & MASKS[count], count }
    }

    /// In small letters, the first in the lowest byte: as the lexicon knows them.
    #[inline]
    pub fn key(self) -> u128 {
        self.letters | SMALL & MASKS[self.count]
    }

    /// What capitals say about them.
    #[inline]
    pub fn shape(self) -> u8 {
        if self.letters & 0x20 != 0 {
            0
        } else if self.letters & SMALL == 0 && self.count > 1 {
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
