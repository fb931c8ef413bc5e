//! Contract: reads the marker at the start of a list item ("1.", "2)", "(3)", "a.", "• 4."), if
//! there is one.

use super::token::{Gap, Kind, Token};

/// The marker of a list item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Marker {
    sort: Sort,
    /// The punctuation around the ordinal: a set of the constants below.
    signs: u8,
    /// Its number, or its letter's position in the alphabet; 0 for a bullet alone.
    ordinal: u16,
}

const BULLET: u8 = 1;
const OPEN: u8 = 2;
const STOP: u8 = 4;
const CLOSE: u8 = 8;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sort {
    Bare,
    Number,
    Letter,
    Capital,
}

impl Marker {
    /// The marker at token `at`, and the first token after it.
    pub fn read(source: &str, tokens: &[Token], at: usize) -> Option<(Marker, usize)> {
        let mut i = at;
        let mut signs = 0;
        let mut take = |i: &mut usize, kind, sign, joined: bool| {
            if tokens.get(*i).is_some_and(|t| t.kind == kind && (!joined || t.gap == Gap::None)) {
                signs |= sign;
                *i += 1;
            }
            signs
        };
        let bare = (take(&mut i, Kind::Bullet, BULLET, false) != 0)
            .then_some((Marker { sort: Sort::Bare, signs: BULLET, ordinal: 0 }, i));
        take(&mut i, Kind::Open, OPEN, false);
        let Some(token) = tokens.get(i) else { return bare };
        let Some((sort, ordinal)) = ordinal(token.span().of(source), token.kind) else { return bare };
        i += 1;
        take(&mut i, Kind::Stop, STOP, true);
        let mut signs = take(&mut i, Kind::Close, CLOSE, true);
        signs |= if token.is_dotted() { STOP } else { 0 };
        let whole = signs & CLOSE != 0 || signs & (STOP | OPEN) == STOP;
        if whole && tokens.get(i).is_some_and(|t| t.gap > Gap::None) {
            Some((Marker { sort, signs, ordinal }, i))
        } else {
            bare
        }
    }

    /// Whether it begins a list if it starts a block or follows a colon; a single letter may be an
    /// initial instead.
    pub fn begins_list(self) -> bool {
        match self.sort {
            Sort::Bare | Sort::Number => true,
            Sort::Letter | Sort::Capital => self.ordinal == 1,
        }
    }

    /// Whether `next` is clearly the marker of the next item, even without a full stop before it.
    pub fn precedes(self, next: Marker) -> bool {
        self.is_like(next) && (self.sort == Sort::Bare || next.ordinal == self.ordinal.saturating_add(1))
    }

    /// Whether `next` is a marker of the same style.
    pub fn is_like(self, next: Marker) -> bool {
        (self.sort, self.signs) == (next.sort, next.signs)
    }
}

/// The type and position of a number of up to three digits, or of a single letter.
fn ordinal(word: &str, kind: Kind) -> Option<(Sort, u16)> {
    match (kind, word.as_bytes()) {
        (Kind::Number, [_] | [_, _] | [_, _, _]) => word.parse().ok().map(|number| (Sort::Number, number)),
        (Kind::Word, [letter @ b'a'..=b'z'] | [letter @ b'a'..=b'z', b'.']) => {
            Some((Sort::Letter, u16::from(letter - b'a') + 1))
        }
        (Kind::Word, [letter @ b'A'..=b'Z'] | [letter @ b'A'..=b'Z', b'.']) => {
            Some((Sort::Capital, u16::from(letter - b'A') + 1))
        }
        _ => None,
    }
}
