//! Contract: how words begin tells of most words at once that they are none of those which a rule set names.

/// Beginnings of so many letters are told apart.
const SHORTEST: usize = 3;
const LONGEST: usize = 6;
/// How many places there are for them: most stay empty.
const BITS: u32 = 15;

/// The beginnings of some words, roughly: a word that begins like none of them is none of them. Capitals count as small letters.
pub(super) struct Starts {
    starts: Box<Bits>,
    /// The first three letters of each.
    heads: Box<Bits>,
}

type Bits = [u64; 1 << (BITS - 6)];

impl Default for Starts {
    fn default() -> Self {
        let none = || Box::new([0; 1 << (BITS - 6)]);
        Starts { starts: none(), heads: none() }
    }
}

impl Starts {
    pub fn add(&mut self, word: &str) {
        let word = word.as_bytes();
        self.set(&word[..word.len().min(LONGEST)]);
    }

    /// Adds the beginnings of every word with this stem. A word begins with its stem, but for an "e" that is put back ("hoping",
    /// "dying"), a "bil" that becomes "bl" ("possibility"), and a "y" that becomes "i", which counts as the same.
    pub fn add_stem(&mut self, stem: &str) {
        let kept = match stem.as_bytes() {
            [start @ .., b'b', b'l', b'e'] if start.len() > 1 => [start, b"b"].concat(),
            [start @ .., b'b', b'l'] if start.len() > 1 => [start, b"b"].concat(),
            [start @ .., b'e'] | start => start.to_vec(),
        };
        match *kept {
            // any letter may follow
            [] | [_] => {
                self.starts.fill(u64::MAX);
                self.heads.fill(u64::MAX);
            }
            [first, second] => (0..32).for_each(|third| self.set(&[first, second, third])),
            _ => self.set(&kept[..kept.len().min(LONGEST)]),
        }
    }

    fn set(&mut self, start: &[u8]) {
        if let Some(place) = places(start).last() {
            self.starts[place / 64] |= 1 << (place % 64);
            let head = head(start);
            self.heads[head / 64] |= 1 << (head % 64);
        }
    }

    /// Whether one of the words may begin like `word`.
    pub fn has(&self, word: impl AsRef<[u8]>) -> bool {
        let is_in = |bits: &Bits, place: usize| bits[place / 64] & (1 << (place % 64)) != 0;
        let word = word.as_ref();
        is_in(&self.heads, head(word)) && places(word).any(|place| is_in(&self.starts, place))
    }
}

/// The five bits that tell a letter from others, as far as it is told.
fn letter(byte: u8) -> u32 {
    let letter = byte & 31;
    if letter == Y { I.into() } else { letter.into() }
}

/// The first three letters as a number.
fn head(word: &[u8]) -> usize {
    let letters = match *word {
        [a, b, c, ..] => [a, b, c],
        [a, b] => [a, b, 0],
        [a] => [a, 0, 0],
        [] => [0; SHORTEST],
    };
    letters.into_iter().fold(0, |head, byte| head << 5 | letter(byte)) as usize
}

/// The places of the beginnings of `word`, from the shortest on.
fn places(word: &[u8]) -> impl Iterator<Item = usize> {
    let mut start = 0_u32;
    (1..=word.len().clamp(SHORTEST, LONGEST)).filter_map(move |length| {
        start = start << 5 | letter(word.get(length - 1).copied().unwrap_or_default());
        (length >= SHORTEST).then(|| (start.wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize)
    })
}

const Y: u8 = b'y' & 31;
const I: u8 = b'i' & 31;

#[cfg(test)]
mod tests {
    use rust_stemmers::{Algorithm, Stemmer};

    use super::Starts;
    use crate::lexicon::{Lexicon, WordId};

    #[test]
    fn every_word_begins_like_its_stem() {
        let lexicon = Lexicon::built_in();
        let stemmer = Stemmer::create(Algorithm::English);
        for id in 1..lexicon.len() {
            let word = lexicon.word(WordId(id as u16));
            if word.starts_with('\'') {
                continue;
            }
            let mut starts = Starts::default();
            starts.add_stem(&stemmer.stem(word));
            assert!(starts.has(word), "{word}");
        }
    }

    #[test]
    fn other_words_begin_otherwise() {
        let mut starts = Starts::default();
        starts.add("warning");
        starts.add_stem("catastroph");
        assert!(starts.has("Warning") && starts.has("catastrophic"));
        assert!(!starts.has("warlike") && !starts.has("cataract"));
    }
}
