//! Byte ranges, in which the passes exchange positions.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A range of UTF-8 byte offsets into an article's text, end exclusive.
///
/// Offsets have 32 bits, so a text may have up to 4 GiB. Spans returned by the library always lie
/// on `char` boundaries of the text that they refer to.
///
/// ```
/// use dictum::Span;
///
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("The mayor spoke."), "mayor");
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` to byte `end`, exclusive.
    ///
    /// # Panics
    ///
    /// If `start > end`, or if `end` does not fit into 32 bits.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span cannot end before it starts: {start}..{end}");
        let narrow = |at: usize| u32::try_from(at).expect("a span lies within the first 4 GiB of a text");
        Span { start: narrow(start), end: narrow(end) }
    }

    /// The offset of the first byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The offset after the last byte.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// The length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies completely inside this span.
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span of the same text in one that has `start` bytes before it.
    pub(crate) fn after(self, start: usize) -> Span {
        Span { start: self.start + start as u32, end: self.end + start as u32 }
    }

    /// The text of the span in `text`.
    ///
    /// # Panics
    ///
    /// If the span does not lie on `char` boundaries of `text`, which happens only if it refers to
    /// another text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Span { start, end: end.max(start) }
    }
}
