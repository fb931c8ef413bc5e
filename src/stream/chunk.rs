//! Contract: takes whole lines from a reader, in order, until a limit is reached; holds no more
//! than the limits and one line.

use std::io::{self, BufRead, Read};
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

impl Chunk {
    /// Reads lines up to a limit or the end of the input; returns whether there may be more.
    pub fn fill(&mut self, reader: &mut impl BufRead, from: Progress, limits: Limits) -> io::Result<bool> {
        self.bytes.clear();
        self.lines.clear();
        self.read = from;
        while self.bytes.len() < BYTES_A_THREAD * limits.threads
            && self.lines.len() < LINES_A_THREAD * limits.threads
        {
            let start = self.bytes.len();
            let read = read_line(reader, &mut self.bytes, limits.line)?;
            if read == 0 {
                return Ok(false);
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
        Ok(true)
    }
}

/// Appends the next line to `bytes`, including its line feed, but at most `limit + 1` bytes of it;
/// returns the length of the whole line.
fn read_line(reader: &mut impl BufRead, bytes: &mut Vec<u8>, limit: usize) -> io::Result<u64> {
    let held = reader.by_ref().take(limit as u64 + 1).read_until(b'\n', bytes)?;
    let rest = if held > limit && !bytes.ends_with(b"\n") { reader.skip_until(b'\n')? } else { 0 };
    Ok((held + rest) as u64)
}

fn too_long(line: u64, length: u64, limit: usize) -> BadLine {
    let message = format!("the line has {length} bytes; the limit is {limit}");
    BadLine { line, column: limit + 1, kind: BadLineKind::Length, message }
}

/// The length of the byte-order mark at the start of `bytes`, if there is one.
fn byte_order_mark(bytes: &[u8]) -> usize {
    if bytes.starts_with("\u{feff}".as_bytes()) { "\u{feff}".len() } else { 0 }
}
