//! Reads the token at a place in a text by the byte that it starts with. Words, abbreviations and
//! addresses have their own files.

use super::letters::Letters;
use super::{CAPITAL, Gap, HYPHEN, Kind, Lookup};
use crate::lexicon::{Lexicon, WordId};

/// Quotation marks, dashes and the like, which contain no letter.
const GENERAL_PUNCTUATION: std::ops::RangeInclusive<char> = '\u{2010}'..='\u{2027}';

/// A place in a text, from which the next token is read.
pub(super) struct Scanner<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub at: usize,
    pub letters: Letters<'a>,
    pub lexicon: &'a Lexicon,
    pub lookup: Lookup,
}

impl Scanner<'_> {
    pub fn peek(&self, ahead: usize) -> u8 {
        self.byte(self.at + ahead)
    }

    /// The byte at an index of the text, 0 past the end.
    pub fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    pub fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// Whether no space starts with `byte`: ASCII, or a Unicode quotation mark, dash or ellipsis.
    fn shows(&self, byte: u8) -> bool {
        match byte {
            b'!'..0x80 => true,
            0xE2 => self.peek(1) == 0x80 && (0x90..0xA8).contains(&self.peek(2)),
            _ => false,
        }
    }

    /// Moves to the next token; returns what precedes it.
    pub fn gap(&mut self) -> Gap {
        // usually one space separates two tokens
        let spaced = self.peek(0) == b' ';
        self.at += usize::from(spaced);
        let gap = if spaced { Gap::Space } else { Gap::None };
        if self.shows(self.peek(0)) { gap } else { gap.max(self.skip_spaces()) }
    }

    /// Skips white space and control characters; returns how wide the gap is.
    fn skip_spaces(&mut self) -> Gap {
        let (mut lines, start) = (0, self.at);
        while let Some(&byte) = self.bytes.get(self.at) {
            let mut width = 1;
            match byte {
                b'\n' => lines += 1,
                b'\r' if self.peek(1) != b'\n' => lines += 1,
                0x0C => lines += 2,
                0..=b' ' => {}
                b'!'..0x80 => break,
                0x80.. => {
                    let Some(c) = self.char_at(self.at).filter(|&c| is_space(c)) else { break };
                    lines += match c {
                        '\u{2028}' => 1,
                        '\u{2029}' => 2,
                        _ => 0,
                    };
                    width = c.len_utf8();
                }
            }
            self.at += width;
        }
        match lines {
            0 if self.at > start => Gap::Space,
            0 => Gap::None,
            1 => Gap::Line,
            _ => Gap::Blank,
        }
    }

    /// Reads the token that starts with `byte`; `previous` is the kind of an adjacent token.
    pub fn next(&mut self, byte: u8, previous: Option<Kind>) -> (Kind, u8, WordId) {
        let (kind, length) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => return self.word(),
            b'0'..=b'9' => return self.number(),
            0x80.. => return self.beyond_ascii(previous),
            b',' => (Kind::Comma, 1),
            b'.' => {
                let dots = self.dots();
                (if dots > 1 { Kind::Ellipsis } else { Kind::Stop }, dots)
            }
            b'\'' | b'`' => {
                if let Some((length, id)) = self.clitic(previous) {
                    self.take(length);
                    return (Kind::Clitic, 0, id);
                }
                // three in a row: the inner one closes first or opens last
                let closing = self.at > 0 && self.bytes[self.at - 1] > b' ';
                let double =
                    self.peek(1) == byte && !(closing && self.peek(2) == byte && self.peek(3) != byte);
                (Kind::Mark, if double { 2 } else { 1 })
            }
            b'-' => (Kind::Dash, self.bytes[self.at..].iter().take_while(|&&b| b == b'-').count()),
            b'"' => (Kind::Mark, 1),
            b'?' => (Kind::Question, 1),
            b'!' => (Kind::Exclamation, 1),
            b':' => (Kind::Colon, 1),
            b';' => (Kind::Semicolon, 1),
            b'(' | b'[' | b'{' => (Kind::Open, 1),
            b')' | b']' | b'}' => (Kind::Close, 1),
            b'*' => (Kind::Bullet, 1),
            b'@' if self.peek(1).is_ascii_alphanumeric() => (Kind::Address, self.handle()),
            _ => (Kind::Symbol, 1),
        };
        self.take(length);
        (kind, 0, WordId::NONE)
    }

    pub fn take(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The number of bytes of the "..." or ". . ." that starts here; 1 for a single full stop.
    fn dots(&self) -> usize {
        let rest = &self.bytes[self.at..];
        let tight = rest.iter().take_while(|&&b| b == b'.').count();
        if tight > 1 {
            return tight;
        }
        // ". . ." is an ellipsis; ". ..." is a full stop and an ellipsis
        let mut length = 1;
        while rest[length..].starts_with(b" .") && rest.get(length + 2) != Some(&b'.') {
            length += 2;
        }
        length
    }

    pub fn letter_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_alphabetic)
    }

    /// Reads a token that starts with a digit.
    fn number(&mut self) -> (Kind, u8, WordId) {
        let mut shape = 0;
        loop {
            let byte = self.peek(0);
            let next = self.peek(1);
            let goes_on = byte.is_ascii_alphanumeric()
                || matches!(byte, b'.' | b',' | b':' | b'/' | b'-') && next.is_ascii_digit()
                || byte == b'-' && next.is_ascii_alphabetic()
                || byte == b'%';
            if !goes_on {
                break;
            }
            shape |= if byte == b'-' { HYPHEN } else { 0 };
            self.at += 1;
        }
        // the lexicon contains none
        (Kind::Number, shape, WordId::NONE)
    }

    fn beyond_ascii(&mut self, previous: Option<Kind>) -> (Kind, u8, WordId) {
        let c = self.char_at(self.at).expect("the scanner is on a char boundary");
        if !GENERAL_PUNCTUATION.contains(&c) && c.is_alphabetic() {
            let start = self.at;
            let shape = if c.is_uppercase() { CAPITAL } else { 0 };
            self.at += self.beyond_ascii_tail().unwrap_or(c.len_utf8());
            let (_, rest, id) =
                if self.peek(0).is_ascii_alphanumeric() || matches!(self.peek(0), b'-' | b'\'' | 0xE2) {
                    self.word_tail(start, shape)
                } else {
                    self.finish_word(start, shape)
                };
            return (Kind::Word, rest | shape, id);
        }
        if c == '’'
            && let Some((length, id)) = self.clitic(previous)
        {
            self.take(length);
            return (Kind::Clitic, 0, id);
        }
        self.take(c.len_utf8());
        let kind = match c {
            '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '‛' | '″' | '′' | '＂'
            | '「' | '」' | '『' | '』' => Kind::Mark,
            '–' | '—' | '―' | '‒' | '−' => Kind::Dash,
            '…' => {
                while self.text[self.at..].starts_with('…') || self.peek(0) == b'.' {
                    self.take(if self.peek(0) == b'.' { 1 } else { '…'.len_utf8() });
                }
                Kind::Ellipsis
            }
            '•' | '⁃' | '‣' | '▪' | '●' | '◦' | '·' => Kind::Bullet,
            '。' => Kind::Stop,
            '？' => Kind::Question,
            '！' => Kind::Exclamation,
            _ if c.is_numeric() => Kind::Number,
            _ => Kind::Symbol,
        };
        (kind, 0, WordId::NONE)
    }
}

/// White space and all invisible characters: control and format characters included.
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')
}
