//! The counts of a stream and its bad lines.

use super::line::BadLine;

/// The most bad lines that a report describes; further ones are only counted.
const BAD_LINES_KEPT: usize = 1000;

/// What a stream did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamReport {
    /// The number of lines processed, including blank, bad and skipped ones; the output of
    /// everything up to this line is written.
    pub lines: u64,
    /// The number of bytes of these lines.
    pub bytes: u64,
    /// The number of articles.
    pub articles: u64,
    /// Whether the input was read to its end.
    pub complete: bool,
    /// The number of bad lines.
    pub bad_line_count: u64,
    /// The first 1,000 bad lines.
    pub bad_lines: Vec<BadLine>,
}

impl StreamReport {
    pub(super) fn add(&mut self, bad: &BadLine) {
        self.bad_line_count += 1;
        if self.bad_lines.len() < BAD_LINES_KEPT {
            self.bad_lines.push(bad.clone());
        }
    }
}
