//! Contract: the results for the lines of a reader, in their order, as an iterator; at most one
//! chunk of lines and its results are in memory.

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, BufRead};

use thiserror::Error;

use super::chunk::{Chunk, Filled, Limits, Line, Lines};
use super::input::{Columns, Input};
use super::line::{self, BadLine};
use crate::workers::Workers;

/// Why an item of [`Stream::records`](super::Stream::records) or
/// [`Stream::map`](super::Stream::map) could not be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A line is not an article. The iterator continues with the next line.
    #[error("{0}")]
    BadLine(BadLine),
    /// The reader failed. The iterator ends.
    #[error("reading failed after line {after_line}: {source}")]
    #[non_exhaustive]
    Read {
        /// The last line that was read completely.
        after_line: u64,
        /// The reader's error.
        source: io::Error,
    },
}

/// The iterator of [`Stream::map`](super::Stream::map).
pub struct Mapped<'e, R, T, F> {
    workers: &'e Workers,
    lines: Lines<R>,
    work: F,
    limits: Limits,
    columns: Columns,
    chunk: Chunk,
    results: VecDeque<Result<T, ReadError>>,
    ended: bool,
}

impl<'e, R: BufRead, T: Send, F: Fn(&Input<'_>) -> T + Sync> Mapped<'e, R, T, F> {
    pub(super) fn new(
        workers: &'e Workers,
        reader: R,
        work: F,
        limits: Limits,
        columns: Columns,
    ) -> Mapped<'e, R, T, F> {
        let (chunk, results) = (Chunk::default(), VecDeque::new());
        Mapped { workers, lines: Lines::of(reader), work, limits, columns, chunk, results, ended: false }
    }

    /// Reads and processes the next chunk.
    fn advance(&mut self) {
        let filled = self.chunk.fill(&mut self.lines, self.chunk.read, self.limits);
        let Mapped { workers, work, columns, chunk, .. } = self;
        let results = workers.map(&chunk.lines, |line| {
            let input = match line {
                Line::Held(range, number) => line::parse(&chunk.bytes[range.clone()], *number, columns),
                Line::Bad(bad) => Err(bad.clone()),
            };
            input.map(|input| work(&input)).map_err(ReadError::BadLine)
        });
        self.results.extend(results);
        self.ended = matches!(filled, Ok(Filled::End) | Err(_));
        if let Err(source) = filled {
            self.results.push_back(Err(ReadError::Read { after_line: self.chunk.read.lines, source }));
        }
    }
}

impl<R: BufRead, T: Send, F: Fn(&Input<'_>) -> T + Sync> Iterator for Mapped<'_, R, T, F> {
    type Item = Result<T, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.results.is_empty() && !self.ended {
            self.advance();
        }
        self.results.pop_front()
    }
}

impl<R, T, F> fmt::Debug for Mapped<'_, R, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mapped").field("after_line", &self.chunk.read.lines).finish_non_exhaustive()
    }
}
