//! Contract: what the lines of a chunk gave, in their order: the bytes to be written and the bad lines, in the parts that
//! workers answered. Its buffers are used again.

use std::ops::Range;

use super::Work;
use super::chunk::{Chunk, Line, Progress};
use super::input::Columns;
use super::line::{self, BadLine};

/// A part ends with the line that reaches either limit: small enough that no worker waits long for the last one.
const BYTES_A_PART: usize = 1 << 14;
const LINES_A_PART: usize = 256;

/// Records are about so many times as long as what they are made from.
const USUAL_GROWTH: usize = 3;

/// A buffer that has grown beyond this is not kept.
const LARGEST_KEPT: usize = 1 << 20;

#[derive(Default)]
pub(super) struct Answers {
    pub parts: Vec<Part>,
    /// How far the reader had come behind the lines.
    pub read: Progress,
}

impl Answers {
    /// Forgets what is held and takes on the lines of `chunk`, yet unanswered.
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

/// Some lines that follow each other, and what they gave.
#[derive(Default)]
pub(super) struct Part {
    lines: Range<usize>,
    pub output: Vec<u8>,
    pub articles: u64,
    /// The bad lines, each with its place in the output.
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

    /// Does `work` for each line; `columns` says where its article is.
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
