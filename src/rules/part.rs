//! Contract: parses one part of a pattern: `will|shall` is a set of words, `!be` any word but
//! these, `...4` a gap.

use super::pattern::{Element, Test};
use super::sets::SetId;

/// The maximum number of words for `...`, and the limit of N in `...N`.
const GAP: u8 = 5;
pub(super) const LONGEST_GAP: u8 = 20;

/// A part of a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Part<'s> {
    pub asked: Asked<'s>,
    pub optional: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Asked<'s> {
    /// One of these words, separated by bars.
    Word(&'s str),
    /// None of them.
    OtherWord(&'s str),
    Adverbs,
    Gap(u8),
    Start,
    End,
}

impl<'s> Part<'s> {
    /// The element of a pattern; `set` finds or makes the set of its words.
    pub fn element(self, mut set: impl FnMut(&str) -> Result<SetId, String>) -> Result<Element, String> {
        let test = match self.asked {
            Asked::Word(words) => Test::Word(set(words)?),
            Asked::OtherWord(words) => Test::OtherWord(set(words)?),
            Asked::Adverbs => Test::Adverbs,
            Asked::Gap(most) => Test::Gap(most),
            Asked::Start => Test::Start,
            Asked::End => Test::End,
        };
        Ok(Element { test, optional: self.optional })
    }

    /// Parses a part; otherwise returns an error message.
    pub fn of(part: &'s str) -> Result<Part<'s>, String> {
        let (body, optional) = match part.strip_suffix('?') {
            Some(body) if !body.is_empty() => (body, true),
            _ => (part, false),
        };
        if let Some(count) = body.strip_prefix("...") {
            let most = if count.is_empty() { Ok(GAP) } else { count.parse() };
            return match most {
                Ok(most) if (1..=LONGEST_GAP).contains(&most) => {
                    Ok(Part { asked: Asked::Gap(most), optional })
                }
                _ => Err(format!("`{body}` is not a valid gap; use `...`, or `...1` to `...{LONGEST_GAP}`")),
            };
        }
        let asked = match (body, body.strip_prefix('!')) {
            ("^", _) => Asked::Start,
            (".", _) => Asked::End,
            ("@adverbs", _) => Asked::Adverbs,
            (_, Some(not)) => Asked::OtherWord(not),
            _ => Asked::Word(body),
        };
        Ok(Part { asked, optional })
    }
}

/// Splits a set at its bars; bars in a regular expression do not separate words.
pub(super) fn members(set: &str) -> impl Iterator<Item = &str> {
    let whole = set.starts_with('/');
    set.split(move |c| c == '|' && !whole)
}

/// Whether a part of a pattern is a word and nothing more.
pub(super) fn is_plain(part: &str) -> bool {
    part.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.'))
}
