//! Contract: converts a byte offset to the number of characters, or of UTF-16 units, before it, in
//! constant time after one pass over the text.

use std::ops::Range;

use crate::span::Span;

/// A count is stored for every `STEP` bytes, so a query scans fewer than `STEP` bytes.
const STEP: usize = 64;

/// Converts byte offsets of a text to offsets in characters (Unicode code points, as in Python, W3C
/// Web Annotation and brat) or in UTF-16 units (as in JavaScript, Java and C#).
///
/// ```
/// use dictum::{Span, export::Offsets};
///
/// let text = "“Ça va 🙂”, said Élan.";
/// let offsets = Offsets::new(text);
/// let end = text.find(',').unwrap();
/// assert_eq!((end, offsets.characters(end), offsets.utf16(end)), (17, 9, 10));
///
/// let name = Span::new(text.find("Élan").unwrap(), text.len() - 1);
/// assert_eq!(offsets.characters_of(name), 16..20);
/// assert_eq!(offsets.utf16_of(name), 17..21);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t [u8],
    /// The counts before each step; empty for ASCII text, in which all offsets are equal.
    before: Vec<Count>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    characters: usize,
    /// Characters that take two units in UTF-16 (surrogate pairs).
    pairs: usize,
}

impl Count {
    fn and(self, bytes: &[u8]) -> Self {
        // counts the bytes that begin a character; characters of four bytes are surrogate pairs in
        // UTF-16
        let characters = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        let pairs = bytes.iter().filter(|&&byte| byte >= 0xF0).count();
        Count { characters: self.characters + characters, pairs: self.pairs + pairs }
    }
}

impl<'t> Offsets<'t> {
    /// Prepares the conversion for `text`.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = Count::default();
            for step in text.as_bytes().chunks(STEP) {
                before.push(count);
                count = count.and(step);
            }
            before.push(count);
        }
        Offsets { text: text.as_bytes(), before }
    }

    /// The number of characters (code points) before the character that begins at `byte`.
    ///
    /// # Panics
    ///
    /// If `byte` is past the end of the text.
    pub fn characters(&self, byte: usize) -> usize {
        self.count(byte).characters
    }

    /// The number of UTF-16 units before the character that begins at `byte`.
    ///
    /// # Panics
    ///
    /// If `byte` is past the end of the text.
    pub fn utf16(&self, byte: usize) -> usize {
        let count = self.count(byte);
        count.characters + count.pairs
    }

    /// The range of characters that a span covers.
    ///
    /// # Panics
    ///
    /// If the span ends past the end of the text.
    pub fn characters_of(&self, span: Span) -> Range<usize> {
        self.characters(span.start())..self.characters(span.end())
    }

    /// The range of UTF-16 units that a span covers.
    ///
    /// # Panics
    ///
    /// If the span ends past the end of the text.
    pub fn utf16_of(&self, span: Span) -> Range<usize> {
        self.utf16(span.start())..self.utf16(span.end())
    }

    fn count(&self, byte: usize) -> Count {
        assert!(byte <= self.text.len(), "byte {byte} is past the end of the text");
        match self.before.get(byte / STEP) {
            Some(before) => before.and(&self.text[byte - byte % STEP..byte]),
            None => Count { characters: byte, pairs: 0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_is_converted() {
        for text in
            ["", "plain", "é", "🙂", &"aé–🙂\u{10FFFF}".repeat(40), &"x".repeat(500), &"🙂".repeat(64)]
        {
            let offsets = Offsets::new(text);
            let mut utf16 = 0;
            for (characters, (byte, character)) in text.char_indices().enumerate() {
                assert_eq!(
                    (offsets.characters(byte), offsets.utf16(byte)),
                    (characters, utf16),
                    "{text:?} at {byte}"
                );
                utf16 += character.len_utf16();
            }
            assert_eq!(offsets.characters(text.len()), text.chars().count());
            assert_eq!(offsets.utf16(text.len()), text.encode_utf16().count());
        }
    }

    #[test]
    #[should_panic(expected = "byte 6 is past the end of the text")]
    fn offsets_past_the_end_panic() {
        Offsets::new("plain").characters(6);
    }
}
