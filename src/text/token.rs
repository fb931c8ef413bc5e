//! Contract: one pass over the bytes; tokens are in order, disjoint, on `char` boundaries, and whatever lies between
//! two of them is white space or control characters.
//!
//! A token knows its shape and its word in the lexicon, so no later pass looks at the bytes of a known word again.
//! Words beyond ASCII are cut by Unicode's word boundaries (UAX #29, through `unicode-segmentation`).

use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::{Class, Lexicon, WordId};
use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Letters, with inner hyphens, apostrophes and full stops ("well-known", "O'Hara", "U.S.").
    Word,
    /// Starts with a digit: "1,000.50", "30.03.2022", "5th", "9:30".
    Number,
    /// A clitic cut from its word: "'s", "n't", "'ll".
    Clitic,
    /// A URL, an e-mail address, a host name.
    Address,
    Comma,
    Stop,
    Question,
    Exclamation,
    /// "…", "...", ". . ."
    Ellipsis,
    Colon,
    Semicolon,
    /// A dash between words: "–", "—", "--", or a hyphen with space on a side.
    Dash,
    Open,
    Close,
    /// A quotation mark or an apostrophe at a word's edge; which one, the quotation pass decides.
    Mark,
    /// A list bullet.
    Bullet,
    /// Anything else that is seen.
    Symbol,
}

/// What lies between a token and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// Spaces, tabs, no-break spaces, control characters.
    Space,
    /// One line break.
    Line,
    /// A blank line, a form feed, or the text's start.
    Blank,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    end: u32,
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

    /// A word or number that later passes may find in a phrase.
    pub fn is_word(self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Clitic | Kind::Address)
    }

    /// Starts with an upper-case letter.
    pub fn is_capital(self) -> bool {
        self.shape & CAPITAL != 0
    }

    /// Two or more letters, all of them upper-case.
    pub fn is_upper(self) -> bool {
        self.shape & UPPER != 0
    }

    /// Covers the full stop of an abbreviation or initial; that stop may end the sentence as well.
    pub fn is_dotted(self) -> bool {
        self.shape & DOTTED != 0
    }

    /// How many parts the stops, slashes or hyphens of a number cut it into: 3 for "30.03.2022".
    pub fn parts(self) -> u8 {
        self.shape >> 4
    }

    pub fn has_hyphen(self) -> bool {
        self.shape & HYPHEN != 0
    }
}

/// Cuts `text` into tokens. A text beyond 4 GiB is read up to there.
pub(crate) fn tokenize(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut end = text.len().min(u32::MAX as usize - 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut scanner = Scanner { text: &text[..end], bytes: &text.as_bytes()[..end], at: 0, lexicon };
    let mut tokens = Vec::with_capacity(end / 5 + 1);
    let mut gap = Gap::Blank;
    loop {
        gap = gap.max(scanner.skip_space());
        let start = scanner.at;
        if start >= end {
            return tokens;
        }
        let previous = tokens.last().filter(|_| gap == Gap::None).map(|t: &Token| t.kind);
        let (kind, shape, word) = scanner.next(previous);
        debug_assert!(scanner.at > start);
        tokens.push(Token { start: start as u32, end: scanner.at as u32, word, kind, gap, shape });
        gap = Gap::None;
    }
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    lexicon: &'a Lexicon,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// Moves over white space and control characters; tells how wide a break they make.
    fn skip_space(&mut self) -> Gap {
        let (mut lines, mut moved) = (0, false);
        loop {
            match self.peek(0) {
                b'\n' => lines += 1,
                b'\r' if self.peek(1) != b'\n' => lines += 1,
                0x0C => lines += 2,
                b if b <= b' ' => {}
                b if b < 0x80 => break,
                _ => match self.char_at(self.at) {
                    Some('\u{2028}') => lines += 1,
                    Some('\u{2029}') => lines += 2,
                    Some(c) if !is_space(c) => break,
                    _ => {}
                },
            }
            if self.at >= self.bytes.len() {
                break;
            }
            moved = true;
            self.at += self.char_at(self.at).map_or(1, char::len_utf8);
        }
        match lines {
            0 if moved => Gap::Space,
            0 => Gap::None,
            1 => Gap::Line,
            _ => Gap::Blank,
        }
    }

    fn next(&mut self, previous: Option<Kind>) -> (Kind, u8, WordId) {
        let byte = self.peek(0);
        let mark = |kind| (kind, 0, WordId::NONE);
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => return self.word(),
            b'0'..=b'9' => return self.number(),
            b',' => self.take(1),
            b'.' => {
                let dots = self.dots();
                self.take(dots);
                return mark(if dots > 1 { Kind::Ellipsis } else { Kind::Stop });
            }
            b'\'' | b'`' => {
                if let Some(length) = self.clitic(previous) {
                    let id = self.lexicon.id(&self.text[self.at..self.at + length]);
                    self.take(length);
                    return (Kind::Clitic, 0, id);
                }
                // three in a row: the inner one closes first, opens last
                let closing = self.at > 0 && self.bytes[self.at - 1] > b' ';
                let double =
                    self.peek(1) == byte && !(closing && self.peek(2) == byte && self.peek(3) != byte);
                self.take(if double { 2 } else { 1 });
                return mark(Kind::Mark);
            }
            b'-' => {
                let length = self.bytes[self.at..].iter().take_while(|&&b| b == b'-').count();
                self.take(length);
                return mark(Kind::Dash);
            }
            b'"' => {
                self.take(1);
                return mark(Kind::Mark);
            }
            0x80.. => return self.beyond_ascii(previous),
            _ => self.take(1),
        }
        mark(match byte {
            b',' => Kind::Comma,
            b'?' => Kind::Question,
            b'!' => Kind::Exclamation,
            b':' => Kind::Colon,
            b';' => Kind::Semicolon,
            b'(' | b'[' | b'{' => Kind::Open,
            b')' | b']' | b'}' => Kind::Close,
            b'*' => Kind::Bullet,
            _ => Kind::Symbol,
        })
    }

    fn take(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// How many bytes of "...", ". . ." start here; 1 for a lone stop.
    fn dots(&self) -> usize {
        let rest = &self.bytes[self.at..];
        let tight = rest.iter().take_while(|&&b| b == b'.').count();
        if tight > 1 {
            return tight;
        }
        let mut length = 1;
        while rest.get(length) == Some(&b' ') && rest.get(length + 1) == Some(&b'.') {
            length += 2;
        }
        length
    }

    /// The length of a clitic ("'s", "’ll", "n't" is cut by [`Self::word`]) that follows a word without a space.
    fn clitic(&self, previous: Option<Kind>) -> Option<usize> {
        if !matches!(previous, Some(Kind::Word | Kind::Number)) {
            return None;
        }
        let apostrophe = if self.peek(0) < 0x80 { 1 } else { '’'.len_utf8() };
        let rest = &self.bytes[self.at + apostrophe..];
        let letters = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if rest.get(letters).is_some_and(|&b| b >= 0x80 && self.letter_at(self.at + apostrophe + letters)) {
            return None;
        }
        let clitic = rest[..letters].to_ascii_lowercase();
        matches!(clitic.as_slice(), b"s" | b"ll" | b"re" | b"ve" | b"d" | b"m")
            .then_some(apostrophe + letters)
    }

    fn letter_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_alphabetic)
    }

    /// A word from an ASCII letter on.
    fn word(&mut self) -> (Kind, u8, WordId) {
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
    fn finish_word(&mut self, start: usize, mut shape: u8) -> (Kind, u8, WordId) {
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
        (kind, shape, self.lexicon.id(&self.text[start..self.at]).or_else(|| self.lexicon.id(word)))
    }

    /// "U.S.", "a.m.", "J.", the end of "D-N.J." and listed abbreviations keep their stops.
    fn take_abbreviation_stops(&mut self, start: usize) {
        let start = self.bytes[start..self.at]
            .iter()
            .rposition(|&b| b == b'-')
            .map_or(start, |hyphen| start + hyphen + 1);
        if self.at - start == 1 && self.bytes[start].is_ascii_alphabetic() {
            self.at = self.initials_end(start);
        }
        let here = self.peek(0) == b'.' && self.peek(1) != b'.' && !self.peek(1).is_ascii_alphanumeric();
        let listed =
            || self.lexicon.classes(self.lexicon.id(&self.text[start..self.at])).has(Class::Abbreviation);
        if here && self.at > start && listed() {
            self.at += 1;
        }
    }

    /// The end of letter-stop pairs from `start`; a single small letter with a stop is no initial.
    fn initials_end(&self, start: usize) -> usize {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(0);
        let in_word = |b: u8| b.is_ascii_alphanumeric() || b >= 0x80;
        let (mut end, mut pairs) = (self.at, 0);
        while byte(end) == b'.' {
            pairs += 1;
            end += 1;
            if byte(end).is_ascii_alphabetic() && byte(end + 1) == b'.' {
                end += 1;
            } else {
                break;
            }
        }
        if byte(end) == b'.' {
            // the first stop of an ellipsis
            end -= 1;
            pairs -= 1;
        }
        let capital = byte(start).is_ascii_uppercase();
        // the last letter may stand without its stop: "U.S"
        if pairs > 0
            && capital
            && byte(end).is_ascii_uppercase()
            && !in_word(byte(end + 1))
            && byte(end + 1) != b'\''
        {
            return end + 1;
        }
        if pairs > 1 || pairs == 1 && capital { end } else { self.at }
    }

    /// The length of a URL, e-mail address, handle or host name that starts here.
    fn address(&self) -> Option<usize> {
        let rest = &self.bytes[self.at..];
        let word = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let next = rest.get(word).copied().unwrap_or(0);
        let start = &rest[..word];
        let is_url = (next == b':' && rest[word..].starts_with(b"://"))
            || (next == b'.' && start.eq_ignore_ascii_case(b"www"));
        let has_mail_or_host = || {
            let run = rest
                .iter()
                .take(254)
                .take_while(|&&b| {
                    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'@' | b'+' | b'/')
                })
                .count();
            let run = trim_stops(&rest[..run]);
            let piece = &self.text[self.at..self.at + run];
            let host = piece.split('/').next().unwrap_or(piece);
            let last = host.rsplit('.').next().unwrap_or(host);
            let known = host.contains('.') && self.lexicon.classes(self.lexicon.id(last)).has(Class::Domain);
            (piece.contains('@') && host.contains('.') || known && last != host).then_some(run)
        };
        if is_url {
            let run =
                rest.iter().take_while(|&&b| b > b' ' && !matches!(b, b'"' | b'<' | b'>' | 0x80..)).count();
            Some(trim_stops(&rest[..run]))
        } else if matches!(next, b'.' | b'@' | b'_' | b'-' | b'+')
            && rest.get(word + 1).is_some_and(u8::is_ascii_alphanumeric)
        {
            has_mail_or_host()
        } else {
            None
        }
    }

    /// A token from a digit on.
    fn number(&mut self) -> (Kind, u8, WordId) {
        let start = self.at;
        let mut shape = 0;
        let mut parts: u8 = 1;
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
            parts = parts.saturating_add(u8::from(matches!(byte, b'.' | b'/' | b'-')));
            self.at += 1;
        }
        shape |= parts.min(15) << 4;
        (Kind::Number, shape, self.lexicon.id(&self.text[start..self.at]))
    }

    fn beyond_ascii(&mut self, previous: Option<Kind>) -> (Kind, u8, WordId) {
        let c = self.char_at(self.at).expect("the scanner stands on a char boundary");
        if c.is_alphabetic() {
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
            && let Some(length) = self.clitic(previous)
        {
            let id = self.lexicon.id(&self.text[self.at..self.at + length]);
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

    /// The rest of a word that began beyond ASCII and goes on with ASCII letters, a hyphen or an apostrophe.
    fn word_tail(&mut self, start: usize, shape: u8) -> (Kind, u8, WordId) {
        let resumed = self.at;
        let (kind, more, _) = self.word();
        debug_assert!(self.at >= resumed);
        let word = &self.text[start..self.at];
        (kind, shape | (more & !(CAPITAL | UPPER)), self.lexicon.id(word))
    }

    /// The length of the letters beyond ASCII from here to Unicode's next word boundary, if any stands here.
    fn beyond_ascii_tail(&self) -> Option<usize> {
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

/// `run` without the punctuation that belongs to the sentence.
fn trim_stops(run: &[u8]) -> usize {
    let mut end = run.len();
    while end > 1
        && matches!(run[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\'' | b'-' | b'/')
    {
        end -= 1;
    }
    end
}

/// White space and everything that shows as none: control and format characters included.
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')
}
