//! The values of a line: JSON strings, numbers, spans and lists.

use super::Line;
use crate::span::Span;

impl Line<'_> {
    /// Writes `value` with `write`, or null.
    pub(super) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) -> &mut Self {
        match value {
            Some(value) => write(self, value),
            None => _ = self.raw("null"),
        }
        self
    }

    pub(super) fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) -> &mut Self {
        self.raw("[");
        for (n, item) in items.iter().enumerate() {
            self.raw(if n > 0 { "," } else { "" });
            write(self, item);
        }
        self.raw("]")
    }

    pub(super) fn truth(&mut self, truth: bool) -> &mut Self {
        self.raw(if truth { "true" } else { "false" })
    }

    pub(super) fn raw(&mut self, json: &str) -> &mut Self {
        self.0.extend_from_slice(json.as_bytes());
        self
    }

    /// Writes a string of lower-case letters and hyphens, which needs no escaping.
    pub(super) fn word(&mut self, word: &str) -> &mut Self {
        self.raw("\"").raw(word).raw("\"")
    }

    /// Writes a string, escaped as JSON requires.
    pub(super) fn string(&mut self, text: &str) -> &mut Self {
        self.raw("\"");
        let mut rest = text.as_bytes();
        loop {
            let (plain, after) = rest.split_at(plain_bytes(rest));
            self.0.extend_from_slice(plain);
            let Some((&byte, after)) = after.split_first() else { break };
            self.escape(byte);
            rest = after;
        }
        self.raw("\"")
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0C => "\\f",
            _ => {
                self.0.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
                return;
            }
        };
        self.raw(short);
    }

    pub(super) fn spans(&mut self, spans: &[Span]) -> &mut Self {
        self.list(spans, |line, &span| _ = line.span(span))
    }

    pub(super) fn span(&mut self, span: Span) -> &mut Self {
        // filled from the end to the start
        let mut bytes = [b']'; LONGEST_SPAN];
        let comma = write_before(&mut bytes, LONGEST_SPAN - 1, span.end() as u32) - 1;
        bytes[comma] = b',';
        let open = write_before(&mut bytes, comma, span.start() as u32) - 1;
        bytes[open] = b'[';
        self.0.extend_from_slice(&bytes[open..]);
        self
    }

    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.raw(itoa::Buffer::new().format(number))
    }

    pub(super) fn share(&mut self, share: f32) -> &mut Self {
        let is_exact = |hundredths: &u8| (f32::from(*hundredths) / 100.0).to_bits() == share.to_bits();
        let Some(hundredths) = u8::try_from((share * 100.0 + 0.5) as i32).ok().filter(is_exact) else {
            // the library's own confidences are always hundredths
            serde_json::to_writer(&mut *self.0, &share).expect("serialising to memory cannot fail");
            return self;
        };
        let digit = |number: u8| b'0' + number % 10;
        self.0.extend_from_slice(&[digit(hundredths / 100), b'.', digit(hundredths / 10)]);
        self.0.extend(Some(digit(hundredths)).filter(|&digit| digit != b'0'));
        self
    }
}

/// Two numbers of up to ten digits, two brackets and a comma.
const LONGEST_SPAN: usize = 23;

/// Writes the digits of `number` so that they end before index `end`; returns the index of the
/// first.
fn write_before(bytes: &mut [u8; LONGEST_SPAN], mut end: usize, mut number: u32) -> usize {
    // two digits at a time
    while number >= 100 {
        end -= 2;
        [bytes[end], bytes[end + 1]] = PAIRS[(number % 100) as usize];
        number /= 100;
    }
    let [tens, ones] = PAIRS[number as usize];
    end -= 1;
    bytes[end] = ones;
    if number >= 10 {
        end -= 1;
        bytes[end] = tens;
    }
    end
}

/// The digits of the numbers below 100.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number as usize] = [b'0' + number / 10, b'0' + number % 10];
        number += 1;
    }
    pairs
};

/// The bytes that must be escaped in a JSON string.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut control = 0;
    while control < b' ' {
        special[control as usize] = true;
        control += 1;
    }
    special[b'"' as usize] = true;
    special[b'\\' as usize] = true;
    special
};

/// The number of bytes at the start of `text` that need no escape in a JSON string.
fn plain_bytes(text: &[u8]) -> usize {
    /// Bytes checked per step; nearly all steps find nothing to escape.
    const STEP: usize = 16;
    let (steps, _) = text.as_chunks::<STEP>();
    let start = steps.iter().take_while(|step| is_plain(step)).count() * STEP;
    let rest = text.len() - start;
    // the rest is checked as part of the last full block; a short text as two overlapping halves
    let plain = match text.last_chunk::<STEP>() {
        Some(last) => rest < STEP && is_plain(last),
        None => halves_are_plain::<8>(text) || halves_are_plain::<4>(text),
    };
    if plain {
        return text.len();
    }
    text[start..].iter().position(|&byte| SPECIAL[byte as usize]).map_or(text.len(), |more| start + more)
}

/// Whether a text of `N` to `2 * N` bytes needs no escapes.
fn halves_are_plain<const N: usize>(text: &[u8]) -> bool {
    let halves = text.first_chunk::<N>().zip(text.last_chunk::<N>());
    text.len() <= 2 * N && halves.is_some_and(|(first, last)| is_plain(first) && is_plain(last))
}

/// Whether no byte needs an escape in a JSON string.
fn is_plain<const N: usize>(bytes: &[u8; N]) -> bool {
    let special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    // a fold without early exit compiles to a few vector instructions; `any` does not
    !bytes.iter().fold(false, |found, &byte| found | special(byte))
}
