//! Contract: one pass over the bytes; tokens are in order, disjoint and on `char` boundaries, and
//! everything between two tokens is white space or control characters.
//!
//! A token records its shape and its lexicon word, so no later pass reads the bytes of a known word
//! again. Non-ASCII words are split at Unicode word boundaries (UAX #29, via
//! `unicode-segmentation`).

mod abbreviation;
mod address;
mod letters;
mod scanner;
mod word;

use crate::arena::{Arena, List};
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::span::Span;
use letters::{Head, Letters};
use scanner::Scanner;

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
        self.id_by(source, |key| lexicon.find(key))
    }

    /// As [`Self::id`], if the word may [decide](Lexicon::find_decisive) about blocks and
    /// sentences.
    pub fn decisive_id(self, source: &str, lexicon: &Lexicon) -> WordId {
        self.id_by(source, |key| lexicon.find_decisive(key))
    }

    fn id_by(self, source: &str, find: impl Fn(u128) -> WordId) -> WordId {
        if self.word != WordId::UNREAD {
            return self.word;
        }
        // only words of a few ASCII letters are not looked up during tokenisation
        find(Head::read(source.as_bytes(), self.start as usize, self.end as usize).key())
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
