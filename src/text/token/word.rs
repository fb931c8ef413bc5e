//! Contract: reads one word from its first letter on, including inner hyphens and apostrophes; its
//! clitics ("'s", "n't") become separate tokens.

use unicode_segmentation::UnicodeSegmentation;

use super::letters::{Glance, Head, LONGEST};
use super::scanner::Scanner;
use super::{CAPITAL, DOTTED, Gap, HYPHEN, Kind, Lookup, Token, UPPER};
use crate::arena::List;
use crate::lexicon::{Classes, WordId, word};

/// The clitics of "is", "will", "are", "have", "had" and "am" without their apostrophe, and the
/// possessive. The lexicon lists them with a plain apostrophe.
static CLITICS: [(&[u8], WordId); 6] = [
    (b"s", word!("'s")),
    (b"ll", word!("'ll")),
    (b"re", word!("'re")),
    (b"ve", word!("'ve")),
    (b"d", word!("'d")),
    (b"m", word!("'m")),
];

impl Scanner<'_> {
    /// Reads consecutive words and the commas between them, as long as each word consists of ASCII
    /// letters and is not part of something longer: most of a text. `gap` precedes the first one;
    /// returns whether there is one.
    pub(super) fn plain_words(
        &mut self,
        gap: Gap,
        tokens: &mut List<'_, Token>,
        marks: &mut List<'_, u32>,
    ) -> bool {
        match self.lookup {
            Lookup::Every => {
                self.words_with(gap, tokens, marks, |scanner, head| scanner.lexicon.read(head.key()))
            }
            Lookup::OnDemand => self.words_with(gap, tokens, marks, |_, _| (WordId::UNREAD, Classes::NONE)),
        }
    }

    /// [`Self::plain_words`], where `look_up` finds a word and its classes. Each way to do so has a
    /// loop of its own.
    #[inline(never)]
    fn words_with(
        &mut self,
        gap: Gap,
        tokens: &mut List<'_, Token>,
        marks: &mut List<'_, u32>,
        look_up: impl Fn(&Self, Head) -> (WordId, Classes),
    ) -> bool {
        let mut room = [0; Glance::BYTES];
        let (start, mut joined) = (self.at, gap);
        loop {
            let glance = Glance::at(self.bytes, self.letters, self.at, &mut room);
            let (read, more) = self.words_of(&glance, joined, tokens, marks, &look_up);
            self.at += read;
            if !more {
                return self.at > start;
            }
            joined = Gap::None;
        }
    }

    /// Reads the words in `glance`; returns how many bytes they take, and whether more may follow.
    /// `joined` precedes the first one if no space does.
    #[inline]
    fn words_of(
        &self,
        glance: &Glance<'_>,
        mut joined: Gap,
        tokens: &mut List<'_, Token>,
        marks: &mut List<'_, u32>,
        look_up: impl Fn(&Self, Head) -> (WordId, Classes),
    ) -> (usize, bool) {
        let mut at = 0;
        while at < Glance::LETTERS {
            let spaced = glance.byte(at) == b' ';
            let start = at + usize::from(spaced);
            let end = glance.end(start);
            if end >= Glance::LETTERS {
                return (at, at > 0);
            }
            if !(1..=LONGEST).contains(&(end - start)) {
                return (at, false);
            }
            let next = glance.byte(end);
            let (past, shape, word, classes) = if next == b' ' || next == b',' {
                let head = glance.head(start, end);
                let (word, classes) = look_up(self, head);
                (end, head.shape(), word, classes)
            } else {
                let Some((past, shape, word)) = self.whole_word(self.at + start, self.at + end) else {
                    return (at, false);
                };
                if shape & DOTTED != 0 {
                    marks.push(tokens.len() as u32);
                }
                (past - self.at, shape, word, self.lexicon.classes(word))
            };
            tokens.push(Token {
                start: (self.at + start) as u32,
                end: (self.at + past) as u32,
                classes,
                word,
                kind: Kind::Word,
                gap: if spaced { Gap::Space } else { joined },
                shape,
            });
            at = past;
            joined = Gap::None;
            if next == b',' {
                tokens.push(Token {
                    start: (self.at + past) as u32,
                    end: (self.at + past) as u32 + 1,
                    classes: Classes::NONE,
                    word: WordId::NONE,
                    kind: Kind::Comma,
                    gap: Gap::None,
                    shape: 0,
                });
                at += 1;
            }
        }
        (at, true)
    }

    /// The lexicon word with this key, if words are looked up immediately.
    fn id(&self, key: u128) -> WordId {
        match self.lookup {
            Lookup::Every => self.lexicon.find(key),
            Lookup::OnDemand => WordId::UNREAD,
        }
    }

    /// The end, shape and lexicon word of the letters from `start` to `end`, if they are a whole
    /// word, as they nearly always are.
    #[inline(never)]
    fn whole_word(&self, start: usize, end: usize) -> Option<(usize, u8, WordId)> {
        let next = self.byte(end);
        if !(1..=LONGEST).contains(&(end - start)) || !self.ends_plainly(start, end, next) {
            return None;
        }
        let head = Head::read(self.bytes, start, end);
        if next == b'.' && end - start < LONGEST {
            let stopped = self.lexicon.find_stopped(head.key(), end - start);
            if self.is_abbreviation(start, end + 1, stopped) {
                return Some((end + 1, head.shape() | DOTTED, stopped));
            }
        }
        Some((end, head.shape(), self.id(head.key())))
    }

    /// Whether the letters from `start` to `end`, before the byte `next`, are a whole word, or an
    /// abbreviation without its full stop.
    fn ends_plainly(&self, start: usize, end: usize, next: u8) -> bool {
        let byte = |at| self.byte(at);
        match next {
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
            b':' => byte(end + 1) != b'/',
            0xC2 => byte(end + 1) == 0xA0, // a no-break space
            b'0'..=b'9' | b'-' | b'_' | b'&' | b'@' | b'+' | 0x80.. => false,
            _ => true,
        }
    }

    /// Reads a word that starts with an ASCII letter and is more than plain letters: hyphens,
    /// apostrophes, full stops, non-ASCII letters.
    pub(super) fn word(&mut self) -> (Kind, u8, WordId) {
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

    /// Whether an apostrophe of `length` bytes joins two parts of a name or contraction ("O'Hara",
    /// "rock'n'roll"), instead of starting a clitic.
    fn joins(&self, length: usize) -> Option<usize> {
        let letter = |at| self.text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        if !letter(self.at + length) || self.clitic(Some(Kind::Word)).is_some() {
            return None;
        }
        Some(length)
    }

    /// Excludes a final "n't" from the word, so that it becomes a separate token.
    fn cut_not(&mut self, start: usize) {
        let word = &self.text[start..self.at];
        for ending in ["n't", "n’t", "N'T", "N’T"] {
            if word.len() > ending.len() && word.ends_with(ending) {
                self.at -= ending.len();
            }
        }
        // "n't" itself, reached again as a token of its own
        if self.at == start {
            self.at = start + word.len();
        }
    }

    /// The shape and lexicon word of the letters from `start` to here; includes an abbreviation's
    /// full stop.
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

    /// The length and lexicon word of a clitic ("'s", "’ll") that follows a word without a space;
    /// "n't" is split off by [`Self::word`].
    pub(super) fn clitic(&self, previous: Option<Kind>) -> Option<(usize, WordId)> {
        if !matches!(previous, Some(Kind::Word | Kind::Number)) {
            return None;
        }
        self.clitic_at(self.at)
    }

    /// The length and lexicon word of the clitic that starts with the apostrophe at `at`, if there
    /// is one.
    fn clitic_at(&self, at: usize) -> Option<(usize, WordId)> {
        let rest = &self.bytes[at..];
        let apostrophe = if rest.starts_with(b"'") {
            1
        } else if rest.starts_with("’".as_bytes()) {
            "’".len()
        } else {
            return None;
        };
        let start = at + apostrophe;
        let end = start + self.letters.count(start);
        let letters = &self.bytes[start..end];
        let &(_, word) = CLITICS.iter().find(|(clitic, _)| letters.eq_ignore_ascii_case(clitic))?;
        (self.byte(end) < 0x80 || !self.letter_at(end)).then_some((end - at, word))
    }

    /// The rest of a word that began with non-ASCII letters and continues with ASCII letters, a
    /// hyphen or an apostrophe.
    pub(super) fn word_tail(&mut self, start: usize, shape: u8) -> (Kind, u8, WordId) {
        let resumed = self.at;
        let (kind, more, _) = self.word();
        debug_assert!(self.at >= resumed);
        let word = &self.text[start..self.at];
        (kind, shape | (more & !(CAPITAL | UPPER)), self.lexicon.id(word))
    }

    /// The length of the non-ASCII letters from here to the next Unicode word boundary, if there
    /// are any.
    pub(super) fn beyond_ascii_tail(&self) -> Option<usize> {
        let c = self.char_at(self.at)?;
        if !c.is_alphanumeric() {
            // combining marks and joiners belong to the preceding letter
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
