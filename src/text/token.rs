//! Contract: one pass over the bytes; tokens are in order, disjoint and on `char` boundaries, and
//! everything between two tokens is white space or control characters.
//!
//! A token records its shape and its lexicon word, so no later pass reads the bytes of a known word
//! again. Non-ASCII words are split at Unicode word boundaries (UAX #29, via
//! `unicode-segmentation`).

mod abbreviation;
mod address;
mod letters;
mod word;

use crate::arena::{Arena, List};
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::span::Span;
use letters::{Head, Letters};

/// The kind of a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Letters, with inner hyphens, apostrophes and full stops ("well-known", "O'Hara", "U.S.").
    Word,
    /// Starts with a digit: "1,000.50", "30.03.2022", "5th", "9:30".
    Number,
    /// A clitic split from its word: "'s", "n't", "'ll".
    Clitic,
    /// A URL, an e-mail address, a host name, a handle (`@ana_ruiz`).
    Address,
    Comma,
    Stop,
    Question,
    Exclamation,
    /// "…", "...", ". . ."
    Ellipsis,
    Colon,
    Semicolon,
    /// A dash between words: "–", "—", "--", or a hyphen next to a space.
    Dash,
    Open,
    Close,
    /// A quotation mark or an apostrophe at a word's edge; the quotation pass decides which.
    Mark,
    /// A list bullet.
    Bullet,
    /// Any other visible character.
    Symbol,
}

/// What separates a token from the previous one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// Spaces, tabs, no-break spaces, control characters.
    Space,
    /// One line break.
    Line,
    /// A blank line, a form feed, or the start of the text.
    Blank,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// The classes of its word; empty if the lexicon lacks it or it was not looked up.
    pub classes: Classes,
    /// Its lexicon word; see [`Token::id`] for texts of which only the sentences are read.
    pub word: WordId,
    pub kind: Kind,
    pub gap: Gap,
    shape: u8,
}

const CAPITAL: u8 = 1;
const UPPER: u8 = 2;
const DOTTED: u8 = 4;
const HYPHEN: u8 = 8;

impl Token {
    pub fn span(self) -> Span {
        Span::from((self.start, self.end))
    }

    /// Whether it is a word or number that later passes may find in a phrase.
    pub fn is_word(self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Clitic | Kind::Address)
    }

    /// Whether it starts with an upper-case letter.
    pub fn is_capital(self) -> bool {
        self.shape & CAPITAL != 0
    }

    /// Whether it has two or more letters, all of them upper-case.
    pub fn is_upper(self) -> bool {
        self.shape & UPPER != 0
    }

    /// Whether it includes an abbreviation's full stop, which may also end the sentence.
    pub fn is_dotted(self) -> bool {
        self.shape & DOTTED != 0
    }

    /// Its lexicon word, looked up now if that was not done before.
    pub fn id(self, source: &str, lexicon: &Lexicon) -> WordId {
        if self.word != WordId::UNREAD {
            return self.word;
        }
        // only words of a few ASCII letters are not looked up during tokenisation
        lexicon.find(Head::read(source.as_bytes(), self.start as usize, self.end as usize).key())
    }

    /// Whether a sentence may end with it, or it affects what follows.
    pub fn decides(self) -> bool {
        let mark = matches!(
            self.kind,
            Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis | Kind::Mark | Kind::Colon
        );
        mark || self.is_dotted()
    }

    /// Whether it is in lower case and does not include a full stop.
    pub fn is_plain(self) -> bool {
        self.shape & (CAPITAL | UPPER | DOTTED) == 0
    }

    /// Whether it is in lower case and includes neither a full stop nor a hyphen.
    pub fn is_simple(self) -> bool {
        self.shape & (CAPITAL | UPPER | DOTTED | HYPHEN) == 0
    }

    pub fn has_hyphen(self) -> bool {
        self.shape & HYPHEN != 0
    }
}

/// The tokens of a text, with the indices that the layout, sentence and quotation passes need.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    pub all: List<'t, Token>,
    /// The first token of each line.
    pub lines: List<'t, u32>,
    /// The tokens that [decide](Token::decides).
    pub marks: List<'t, u32>,
}

/// Which words are looked up in the lexicon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lookup {
    /// All of them.
    Every,
    /// Only those that tokenisation itself needs; for the others see [`Token::id`].
    OnDemand,
}

/// Splits `text` into tokens. Text beyond 4 GiB is ignored.
pub(crate) fn tokenize<'t>(text: &str, lexicon: &Lexicon, lookup: Lookup, arena: &'t Arena) -> Tokens<'t> {
    let mut end = text.len().min(u32::MAX as usize - 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let letters = Letters::of(text.as_bytes(), arena);
    let mut lines = List::with_capacity_in(end / 64 + 1, arena);
    let mut marks = List::with_capacity_in(end / 16, arena);
    // the longest list is allocated last, so that it can grow in place
    let mut all = List::with_capacity_in(end / 4 + 1, arena);
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, letters, lexicon, lookup };
    loop {
        let mut gap = scanner.gap();
        let Some(&byte) = scanner.bytes.get(scanner.at) else { break };
        if all.is_empty() {
            gap = Gap::Blank;
        }
        if gap >= Gap::Line {
            lines.push(all.len() as u32);
        }
        if byte.is_ascii_alphabetic() && scanner.plain_words(gap, &mut all, &mut marks) {
            continue;
        }
        let start = scanner.at;
        let joined = all.last().filter(|_| gap == Gap::None).map(|token| token.kind);
        let (kind, shape, word) = scanner.next(byte, joined);
        debug_assert!(scanner.at > start);
        let token = Token {
            start: start as u32,
            end: scanner.at as u32,
            classes: lexicon.classes(word),
            word,
            kind,
            gap,
            shape,
        };
        if token.decides() {
            marks.push(all.len() as u32);
        }
        all.push(token);
    }
    Tokens { all, lines, marks }
}

/// Quotation marks, dashes and the like, which contain no letter.
const GENERAL_PUNCTUATION: std::ops::RangeInclusive<char> = '\u{2010}'..='\u{2027}';

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    letters: Letters<'a>,
    lexicon: &'a Lexicon,
    lookup: Lookup,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.byte(self.at + ahead)
    }

    /// The byte at an index of the text, 0 past the end.
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
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
    fn gap(&mut self) -> Gap {
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
    fn next(&mut self, byte: u8, previous: Option<Kind>) -> (Kind, u8, WordId) {
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

    fn take(&mut self, bytes: usize) {
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

    fn letter_at(&self, at: usize) -> bool {
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
        let c = self.char_at(self.at).expect("the scanner stands on a char boundary");
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
