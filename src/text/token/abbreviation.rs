//! Contract: a word includes the full stops that belong to it, and no others: initials, acronyms,
//! listed abbreviations.

use super::scanner::Scanner;
use crate::lexicon::{Class, Classes, WordId};

impl Scanner<'_> {
    /// "U.S.", "a.m.", "J.", the end of "D-N.J." and listed abbreviations include their full stops.
    pub(super) fn take_abbreviation_stops(&mut self, start: usize) {
        let start = self.last_part(start);
        if self.peek(1).is_ascii_alphabetic()
            && let Some(end) = self.compound_abbreviation(start)
        {
            self.at = end;
            return;
        }
        let run_on = self.peek(1) == b'.' || self.peek(1).is_ascii_alphanumeric();
        if !run_on && self.lists(start, self.at + 1) {
            self.at += 1;
        } else if self.at - start == 1 && self.bytes[start].is_ascii_alphabetic() {
            self.at = self.initials_end(start);
        }
    }

    /// The start of the last part of the word from `start`: "Gov." in "ex-Gov."
    pub(super) fn last_part(&self, start: usize) -> usize {
        self.bytes[start..self.at].iter().rposition(|&b| b == b'-').map_or(start, |i| start + i + 1)
    }

    /// Whether the lexicon lists the text from `start` to `end`, including its full stop, as an
    /// abbreviation.
    pub(super) fn lists(&self, start: usize, end: usize) -> bool {
        self.is_abbreviation(start, end, self.lexicon.id(&self.text[start..end]))
    }

    /// Whether the text from `start` to `end`, including its full stop, is an abbreviation; `word`
    /// is its lexicon word.
    pub(super) fn is_abbreviation(&self, start: usize, end: usize, word: WordId) -> bool {
        let classes = self.lexicon.classes(word);
        let capital = self.bytes[start].is_ascii_uppercase();
        // "He said no."
        if !capital && classes.has(Class::AbbreviationBeforeNumber) {
            return self.numbers(end);
        }
        classes.any(Classes::ABBREVIATION) || capital && classes.has(Class::AbbreviationCapitalised)
    }

    /// Whether a number, possibly in Roman numerals, follows at byte `at` after a space.
    fn numbers(&self, at: usize) -> bool {
        let rest = self.bytes[at..].trim_ascii_start();
        let space = if rest.starts_with("\u{a0}".as_bytes()) { 2 } else { 0 };
        rest.get(space).is_some_and(|b| b.is_ascii_digit() || b"IVXLC".contains(b))
    }

    /// The end of a listed abbreviation of several parts ("Ph.D.", "a.m.") that starts with the
    /// word at `start`.
    fn compound_abbreviation(&self, start: usize) -> Option<usize> {
        let rest = &self.bytes[start..];
        let run = rest.iter().take(12).take_while(|b| b.is_ascii_alphabetic() || **b == b'.').count();
        let run = rest[..run].iter().rposition(|&b| b == b'.')? + 1;
        let goes_on = rest.get(run).is_some_and(|&b| b.is_ascii_alphanumeric() || b >= 0x80);
        (!goes_on && run > self.at + 1 - start && self.lists(start, start + run)).then_some(start + run)
    }

    /// The end of the pairs of letter and full stop from `start`; a single lower-case letter with a
    /// full stop is not an initial.
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
        // the last letter may lack its full stop: "U.S"
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
}
