//! Contract: takes whole lines from a reader, in order, until a limit is reached; holds no more
//! than the limits and one line.

use std::io::{self, BufRead, ErrorKind};
use std::mem;
use std::ops::Range;

use super::line::{BadLine, BadLineKind};

/// The size of a chunk per thread: a chunk ends with the line that reaches either limit.
const BYTES_A_THREAD: usize = 1 << 20;
const LINES_A_THREAD: usize = 4096;

/// The limits of a stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub threads: usize,
    /// The maximum length of a line.
    pub line: usize,
    /// The number of lines to skip at the start.
    pub resume_after: u64,
}

/// One line of a chunk.
pub(super) enum Line {
    /// Its range in the chunk's bytes, and its number.
    Held(Range<usize>, u64),
    /// The line is longer than the limit.
    Bad(BadLine),
}

impl Line {
    /// The number of its bytes that are held.
    pub fn len(&self) -> usize {
        match self {
            Line::Held(range, _) => range.len(),
            Line::Bad(_) => 0,
        }
    }
}

/// Lines that are processed together; the buffers are reused.
#[derive(Default)]
pub(super) struct Chunk {
    pub bytes: Vec<u8>,
    pub lines: Vec<Line>,
    /// The reader's position after these lines.
    pub read: Progress,
}

/// The position of a reader.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    pub lines: u64,
    pub bytes: u64,
}

/// Why a chunk ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Filled {
    /// A limit is reached.
    Full,
    /// The reader has nothing more at the moment.
    Waiting,
    /// The reader has nothing more.
    End,
}

impl Chunk {
    /// Reads lines up to a limit, or while there are any.
    pub fn fill(
        &mut self,
        lines: &mut Lines<impl BufRead>,
        from: Progress,
        limits: Limits,
    ) -> io::Result<Filled> {
        self.bytes.clear();
        self.lines.clear();
        self.read = from;
        while self.bytes.len() < BYTES_A_THREAD * limits.threads
            && self.lines.len() < LINES_A_THREAD * limits.threads
        {
            let start = self.bytes.len();
            let Some(read) = lines.next(&mut self.bytes, limits.line)? else { return Ok(Filled::Waiting) };
            if read == 0 {
                return Ok(Filled::End);
            }
            self.read.lines += 1;
            self.read.bytes += read;
            if self.read.lines <= limits.resume_after {
                self.bytes.truncate(start);
                continue;
            }
            if read > limits.line as u64 {
                self.bytes.truncate(start);
                self.lines.push(Line::Bad(too_long(self.read.lines, read, limits.line)));
                continue;
            }
            let start = start + if self.read.lines == 1 { byte_order_mark(&self.bytes[start..]) } else { 0 };
            let line = &self.bytes[start..];
            if line.trim_ascii().is_empty() {
                self.bytes.truncate(start);
                continue;
            }
            let end = start + line.trim_ascii_end().len();
            self.lines.push(Line::Held(start..end, self.read.lines));
        }
        Ok(Filled::Full)
    }
}

/// The lines of a reader. The start of a line whose end the reader does not have yet is kept.
pub(super) struct Lines<R> {
    reader: R,
    start: Vec<u8>,
    /// The length of that start, of which no more than the limit is held.
    length: u64,
}

impl<R: BufRead> Lines<R> {
    pub fn of(reader: R) -> Self {
        Lines { reader, start: Vec::new(), length: 0 }
    }

    /// Appends the next line to `bytes`, including its line feed, but at most `limit + 1` bytes of
    /// it; returns the length of the whole line. `None` if the reader has no more at the moment, as
    /// it says by [`ErrorKind::WouldBlock`].
    fn next(&mut self, bytes: &mut Vec<u8>, limit: usize) -> io::Result<Option<u64>> {
        let most = limit.saturating_add(1).saturating_sub(self.start.len());
        bytes.append(&mut self.start);
        let from = bytes.len();
        let mut length = mem::take(&mut self.length);
        loop {
            let given = match self.reader.fill_buf() {
                Ok(given) => given,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    let held = length.min(limit.saturating_add(1) as u64) as usize;
                    self.start = bytes.split_off(bytes.len() - held);
                    self.length = length;
                    return Ok(None);
                }
                Err(error) => return Err(error),
            };
            let end = memchr::memchr(b'\n', given);
            let used = end.map_or(given.len(), |end| end + 1);
            bytes.extend_from_slice(&given[..used.min(most - (bytes.len() - from))]);
            self.reader.consume(used);
            length += used as u64;
            if end.is_some() || used == 0 {
                return Ok(Some(length));
            }
        }
    }
}

fn too_long(line: u64, length: u64, limit: usize) -> BadLine {
    let message = format!("the line has {length} bytes; the limit is {limit}");
    BadLine { line, column: limit.saturating_add(1), kind: BadLineKind::Length, message }
}

/// The length of the byte-order mark at the start of `bytes`, if there is one.
fn byte_order_mark(bytes: &[u8]) -> usize {
    if bytes.starts_with("\u{feff}".as_bytes()) { "\u{feff}".len() } else { 0 }
}
