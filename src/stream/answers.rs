//! Contract: the output of the lines of a chunk, in their order: the bytes to write and the bad
//! lines, in one part per unit of work. The buffers are reused.

use std::ops::Range;

use super::Work;
use super::chunk::{Chunk, Line, Progress};
use super::input::Columns;
use super::line::{self, BadLine};

/// A part ends with the line that reaches either limit: small enough that no worker waits long for
/// the last one.
const BYTES_A_PART: usize = 1 << 14;
const LINES_A_PART: usize = 256;

/// The usual ratio of the length of the records to that of the article.
const USUAL_GROWTH: usize = 3;

/// A larger buffer is freed, not reused.
const LARGEST_KEPT: usize = 1 << 20;

#[derive(Default)]
pub(super) struct Answers {
    pub parts: Vec<Part>,
    /// The reader's position after the lines.
    pub read: Progress,
}

impl Answers {
    /// Clears the output and divides the lines of `chunk` into parts.
    pub fn prepare(&mut self, chunk: &Chunk) {
        self.read = chunk.read;
        let (mut parts, mut start) = (0, 0);
        while start < chunk.lines.len() {
            let (mut end, mut bytes) = (start, 0);
            while end < chunk.lines.len() && bytes < BYTES_A_PART && end - start < LINES_A_PART {
                bytes += chunk.lines[end].len();
                end += 1;
            }
            if parts == self.parts.len() {
                self.parts.push(Part::default());
            }
            self.parts[parts].prepare(start..end);
            (parts, start) = (parts + 1, end);
        }
        self.parts.truncate(parts);
    }
}

/// Consecutive lines and their output.
#[derive(Default)]
pub(super) struct Part {
    lines: Range<usize>,
    pub output: Vec<u8>,
    pub articles: u64,
    /// The bad lines, each with its offset in the output.
    pub bad: Vec<(usize, BadLine)>,
}

impl Part {
    fn prepare(&mut self, lines: Range<usize>) {
        self.lines = lines;
        self.articles = 0;
        self.bad.clear();
        self.output.clear();
        self.output.shrink_to(LARGEST_KEPT);
    }

    /// Calls `work` with the article of each line; `columns` names its fields.
    pub fn answer(&mut self, work: &Work<'_>, columns: &Columns, chunk: &Chunk) {
        let lines = &chunk.lines[self.lines.clone()];
        let bytes: usize = lines.iter().map(Line::len).sum();
        self.output.reserve((bytes * USUAL_GROWTH).min(LARGEST_KEPT));
        for line in lines {
            let input = match line {
                Line::Held(range, number) => line::parse(&chunk.bytes[range.clone()], *number, columns),
                Line::Bad(bad) => Err(bad.clone()),
            };
            match input {
                Ok(input) => {
                    self.articles += 1;
                    work(&input, &mut self.output);
                }
                Err(bad) => self.bad.push((self.output.len(), bad)),
            }
        }
    }
}
