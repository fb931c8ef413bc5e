//! Contract: reads the marker that a list item opens with ("1.", "2)", "(3)", "a.", "• 4."), or tells that none stands there.

use super::token::{Gap, Kind, Token};

/// The marker of a list item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Marker {
    style: Style,
    /// Its number, or its letter's place in the alphabet; 0 for a bullet alone.
    ordinal: u16,
}

/// What markers of one list share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Style {
    bullet: bool,
    open: bool,
    stop: bool,
    close: bool,
    sort: Sort,
}

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
        let is = |i: usize, kind| tokens.get(i).is_some_and(|t: &Token| t.kind == kind);
        let joined = |i: usize, kind| is(i, kind) && tokens[i].gap == Gap::None;
        let bullet = is(i, Kind::Bullet);
        i += usize::from(bullet);
        let bare = bullet.then_some((
            Marker {
                style: Style { bullet, open: false, stop: false, close: false, sort: Sort::Bare },
                ordinal: 0,
            },
            i,
        ));
        let open = is(i, Kind::Open);
        i += usize::from(open);
        let Some(token) = tokens.get(i) else { return bare };
        let Some((sort, ordinal)) = ordinal(token.span().of(source), token.kind) else { return bare };
        i += 1;
        let apart = joined(i, Kind::Stop);
        i += usize::from(apart);
        let stop = apart || token.is_dotted();
        let close = joined(i, Kind::Close);
        i += usize::from(close);
        let sound = (stop || close) && (close || !open) && tokens.get(i).is_some_and(|t| t.gap > Gap::None);
        if !sound {
            return bare;
        }
        Some((Marker { style: Style { bullet, open, stop, close, sort }, ordinal }, i))
    }

    /// Whether a block or a colon before it makes a list of it: a first letter might be an initial.
    pub fn begins_list(self) -> bool {
        match self.style.sort {
            Sort::Bare | Sort::Number => true,
            Sort::Letter | Sort::Capital => self.ordinal == 1,
        }
    }

    /// Whether `next` is the marker of the next item, so plainly that it needs no stop before it.
    pub fn precedes(self, next: Marker) -> bool {
        self.is_like(next) && (self.style.sort == Sort::Bare || next.ordinal == self.ordinal.saturating_add(1))
    }

    /// Whether `next` is a marker of the same style.
    pub fn is_like(self, next: Marker) -> bool {
        self.style == next.style
    }
}

/// The sort and place of a number of up to three digits, or of a single letter.
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
