//! Contract: reads one word from its first letter on, with the hyphens and apostrophes inside it; its clitics ("'s",
//! "n't") are tokens of their own.

use unicode_segmentation::UnicodeSegmentation;

use super::plain::{Plain, WINDOW};
use super::{CAPITAL, DOTTED, HYPHEN, Kind, Scanner, UPPER};
use crate::lexicon::WordId;

/// What is left of "is", "will", "are", "have", "had" and "am" behind an apostrophe, and what possesses.
const CLITICS: [&[u8]; 6] = [b"s", b"ll", b"re", b"ve", b"d", b"m"];

impl Scanner<'_> {
    /// A word of the plainest kind, if one stands here.
    #[inline]
    pub(super) fn plain_word(&self) -> Option<Plain> {
        Plain::read(*self.bytes.get(self.at..)?.first_chunk()?)
    }

    /// A word from an ASCII letter on.
    pub(super) fn word(&mut self) -> (Kind, u8, WordId) {
        let start = self.at;
        let window = self.window(start);
        let length = letters_and_figures(window);
        let end = start + length;
        let next = self.bytes.get(end).copied().unwrap_or(0);
        let plain = length < WINDOW && (next == b' ' || next == b',' || self.ends_plainly(start, end));
        if !plain {
            return self.long_word();
        }
        self.at = end;
        let shape = shape(window, length);
        if next == b'.' {
            let stopped = self.lexicon.id_of_letters(window, length + 1);
            if self.is_abbreviation(start, end + 1, stopped) {
                self.at += 1;
                return (Kind::Word, shape | DOTTED, stopped);
            }
        }
        (Kind::Word, shape, self.lexicon.id_of_letters(window, length))
    }

    /// The bytes from `start` on, zeros behind the text's end.
    fn window(&self, start: usize) -> [u8; WINDOW] {
        let rest = &self.bytes[start..];
        rest.first_chunk().copied().unwrap_or_else(|| {
            let mut window = [0; WINDOW];
            window[..rest.len()].copy_from_slice(rest);
            window
        })
    }

    /// Whether the letters from `start` to `end` are a word, or all but the stop of an abbreviation, and no part of something
    /// longer: nearly always so.
    fn ends_plainly(&self, start: usize, end: usize) -> bool {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(0);
        match byte(end) {
            b'.' => {
                let joined = byte(end + 1).is_ascii_alphanumeric() || byte(end + 1) == b'.';
                !joined && end - start > 1 && !self.bytes[start..end].eq_ignore_ascii_case(b"www")
            }
            b'\'' => !self.letter_at(end + 1) || self.clitic_at(end).is_some(),
            0xE2 => match (byte(end + 1), byte(end + 2)) {
                // quotation marks, dashes
                (0x80, 0x92..=0x98 | 0x9A..=0x9F) => true,
                (0x80, 0x99) => !self.letter_at(end + 3) || self.clitic_at(end).is_some(),
                _ => false,
            },
            b'-' | b'_' | b'&' | b':' | b'@' | b'+' | 0x80.. => false,
            _ => true,
        }
    }

    /// A word that may have more to it than ASCII letters and figures: hyphens, apostrophes, stops, letters beyond ASCII.
    fn long_word(&mut self) -> (Kind, u8, WordId) {
        let start = self.at;
        if let Some(length) = self.address() {
            self.take(length);
            return (Kind::Address, 0, WordId::NONE);
        }
        let mut shape = if self.bytes[start].is_ascii_uppercase() { CAPITAL } else { 0 };
        loop {
            while self.peek(0).is_ascii_alphanumeric() {
                self.at += 1;
            }
            let byte = self.peek(0);
            let joined = match byte {
                b'-' => {
                    let joined = self.peek(1).is_ascii_alphanumeric() || self.letter_at(self.at + 1);
                    shape |= if joined { HYPHEN } else { 0 };
                    joined.then_some(1)
                }
                b'\'' => self.joins(1),
                0xE2 if self.text[self.at..].starts_with('’') => self.joins(3),
                0xE2 if self.text[self.at..].starts_with(['‐', '‑']) && self.letter_at(self.at + 3) => {
                    shape |= HYPHEN;
                    Some(3)
                }
                b'_' => Some(1),
                b'&' if self.at - start <= 2 && self.peek(1).is_ascii_uppercase() => Some(1),
                0x80.. => self.beyond_ascii_tail(),
                _ => None,
            };
            match joined {
                Some(length) => self.at += length,
                None => break,
            }
        }
        self.cut_not(start);
        self.finish_word(start, shape)
    }

    /// Whether an apostrophe of `length` bytes joins two parts of a name or contraction ("O'Hara", "rock'n'roll"),
    /// rather than starting a clitic of its own.
    fn joins(&self, length: usize) -> Option<usize> {
        let letter = |at| self.text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        if !letter(self.at + length) || self.clitic(Some(Kind::Word)).is_some() {
            return None;
        }
        Some(length)
    }

    /// Gives back "n't" so that it becomes a token of its own.
    fn cut_not(&mut self, start: usize) {
        let word = &self.text[start..self.at];
        for ending in ["n't", "n’t", "N'T", "N’T"] {
            if word.len() > ending.len() && word.ends_with(ending) {
                self.at -= ending.len();
            }
        }
        // "n't" itself, found again from its own start
        if self.at == start {
            self.at = start + word.len();
        }
    }

    /// The shape and the lexicon's word of the letters from `start` to here; takes an abbreviation's stop along.
    pub(super) fn finish_word(&mut self, start: usize, mut shape: u8) -> (Kind, u8, WordId) {
        let letters = self.at;
        if self.peek(0) == b'.' {
            self.take_abbreviation_stops(start);
            if self.at > letters {
                shape |= DOTTED;
            }
        }
        let bytes = &self.bytes[start..letters];
        if bytes.len() > 1 && shape & CAPITAL != 0 && !bytes.iter().any(u8::is_ascii_lowercase) {
            shape |= UPPER;
        }
        let word = &self.text[start..letters];
        let kind = if matches!(word, "n't" | "n’t" | "N'T" | "N’T") { Kind::Clitic } else { Kind::Word };
        let mut id = self.lexicon.id(word);
        if self.at > letters {
            id = self.lexicon.id(&self.text[start..self.at]).or_else(|| id);
        }
        if shape & DOTTED != 0 && shape & HYPHEN != 0 {
            id = id.or_else(|| self.lexicon.id(&self.text[self.last_part(start)..self.at]));
        }
        (kind, shape, id)
    }

    /// The length of a clitic ("'s", "’ll", "n't" is cut by [`Self::word`]) that follows a word without a space.
    pub(super) fn clitic(&self, previous: Option<Kind>) -> Option<usize> {
        if !matches!(previous, Some(Kind::Word | Kind::Number)) {
            return None;
        }
        self.clitic_at(self.at)
    }

    /// The length of a clitic that starts with the apostrophe at `at`, if one stands there.
    fn clitic_at(&self, at: usize) -> Option<usize> {
        let rest = &self.bytes[at..];
        let apostrophe = if rest.starts_with(b"'") {
            1
        } else if rest.starts_with("’".as_bytes()) {
            "’".len()
        } else {
            return None;
        };
        let rest = &rest[apostrophe..];
        let letters = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if rest.get(letters).is_some_and(|&b| b >= 0x80 && self.letter_at(at + apostrophe + letters)) {
            return None;
        }
        let known = CLITICS.iter().any(|clitic| rest[..letters].eq_ignore_ascii_case(clitic));
        known.then_some(apostrophe + letters)
    }

    /// The rest of a word that began beyond ASCII and goes on with ASCII letters, a hyphen or an apostrophe.
    pub(super) fn word_tail(&mut self, start: usize, shape: u8) -> (Kind, u8, WordId) {
        let resumed = self.at;
        let (kind, more, _) = self.long_word();
        debug_assert!(self.at >= resumed);
        let word = &self.text[start..self.at];
        (kind, shape | (more & !(CAPITAL | UPPER)), self.lexicon.id(word))
    }

    /// The length of the letters beyond ASCII from here to Unicode's next word boundary, if any stands here.
    pub(super) fn beyond_ascii_tail(&self) -> Option<usize> {
        let c = self.char_at(self.at)?;
        if !c.is_alphanumeric() {
            // combining marks and joiners go with the letter before
            return matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}')
                .then_some(c.len_utf8());
        }
        // a window keeps the search for the boundary local, however long the word
        let mut end = (self.at + 64).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.text[self.at..end].split_word_bounds().next().map(|word| {
            let cut = word.find(['’', '\'', '.', ':', '_']).unwrap_or(word.len());
            cut.max(c.len_utf8())
        })
    }
}

/// How many letters and figures of ASCII `window` begins with.
///
/// Eight bytes are judged at once, since a loop over letters ends where no processor foresees it, once a word.
fn letters_and_figures(window: [u8; WINDOW]) -> usize {
    let window = u128::from_le_bytes(window);
    let count = |chunk| others(chunk).trailing_zeros() as usize / 8;
    match count(window as u64) {
        8 => 8 + count((window >> 64) as u64),
        count => count,
    }
}

/// The highest bit of each byte of `chunk` that is no letter and no figure of ASCII.
fn others(chunk: u64) -> u64 {
    let every = |byte: u8| u64::from_ne_bytes([byte; 8]);
    let low = chunk & every(0x7F);
    // the sum reaches the highest bit from `least` on
    let at_least = |bytes: u64, least: u8| bytes + every(0x80 - least);
    let small = low | every(0x20);
    let letters = at_least(small, b'a') & !at_least(small, b'z' + 1);
    let figures = at_least(low, b'0') & !at_least(low, b'9' + 1);
    (!(letters | figures) | chunk) & every(0x80)
}

/// The shape of the word that the first `length` bytes of `window` are, letters and figures.
fn shape(window: [u8; WINDOW], length: usize) -> u8 {
    const SMALL: u128 = u128::from_le_bytes([0x40; WINDOW]);
    let letters = u128::from_le_bytes(window);
    // small letters alone have both bits, which the shift lays upon each other
    let small = letters & letters << 1 & SMALL;
    let capital = window[0].is_ascii_uppercase();
    let upper = capital && length > 1 && small.trailing_zeros() as usize >= 8 * length;
    (u8::from(capital) * CAPITAL) | (u8::from(upper) * UPPER)
}

#[cfg(test)]
mod tests {
    use super::{CAPITAL, UPPER, WINDOW, letters_and_figures, shape};

    #[test]
    fn letters_and_figures_are_counted_up_to_any_other_byte() {
        for byte in 0..=u8::MAX {
            for place in 0..WINDOW {
                let mut window = [b'x'; WINDOW];
                window[place] = byte;
                let expected = if byte.is_ascii_alphanumeric() { WINDOW } else { place };
                assert_eq!(letters_and_figures(window), expected, "{byte} at {place}");
            }
        }
    }

    #[test]
    fn only_a_small_letter_within_the_word_keeps_it_from_being_upper() {
        for byte in (0..0x80_u8).filter(u8::is_ascii_alphanumeric) {
            for place in 1..WINDOW {
                let mut window = [b'X'; WINDOW];
                window[place] = byte;
                let upper = |length| shape(window, length) == CAPITAL | UPPER;
                assert_eq!(upper(place + 1), !byte.is_ascii_lowercase(), "{byte} at {place}");
                assert_eq!(upper(place), place > 1, "{byte} behind {place} letters");
            }
        }
    }
}
