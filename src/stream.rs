//! Contract: JSON Lines in, bytes out, in the order of the lines; a bad line is reported and loses no other; memory is bounded
//! by what is in flight.
//!
//! Lines are read into one buffer up to a limit, worked on by all threads, and written in order; then the buffer is
//! filled again. So a slow writer slows the reader, and a stream needs no more memory than its longest chunk.

use std::borrow::Cow;
use std::fmt;
use std::io::{BufRead, Write};
use std::ops::Range;

use serde::Deserialize;
use serde_json::error::Category;

use crate::batch::Workers;
use crate::error::StreamError;
use crate::extract::Extractor;
use crate::record;

/// How much a thread gets at a time: a chunk ends with the line that reaches either limit.
const BYTES_A_THREAD: usize = 1 << 20;
const LINES_A_THREAD: usize = 4096;

/// How many bad lines a report describes; the others are counted.
const BAD_LINES_KEPT: usize = 1000;

type Work<'e> = dyn Fn(&str, &str, &mut Vec<u8>) + Sync + 'e;
type Complain<'e> = dyn FnMut(&BadLine) + 'e;

/// Reads articles as JSON Lines and writes what was found, in the order of the lines, however many there are.
///
/// A line of input is an object with a string `"id"` and a string `"text"`; other fields are passed over, and so are blank
/// lines, a byte-order mark at the start and carriage returns. Ids are not compared: a repeated one is used twice.
/// Unless [`writing`](Stream::writing) says otherwise, each statement becomes a line with its
/// [record](crate::record::Statement).
///
/// ```
/// use dictum::{Extractor, Stream};
///
/// let input = r#"{"id": "a17", "text": "The mayor said the bridge was safe."}
/// {"id": "a18"}
/// "#;
/// let mut output = Vec::new();
/// let report = Stream::new(&Extractor::default()).run(input.as_bytes(), &mut output)?;
/// assert_eq!(report.articles, 1);
/// assert_eq!(report.bad_lines[0].to_string(), "line 2, column 13: missing field `text`");
/// # Ok::<(), dictum::StreamError>(())
/// ```
pub struct Stream<'e> {
    workers: &'e Workers,
    work: Box<Work<'e>>,
    complain: Box<Complain<'e>>,
}

impl<'e> Stream<'e> {
    /// A stream that writes the record of each statement that `extractor` finds.
    pub fn new(extractor: &'e Extractor) -> Self {
        Stream {
            workers: &extractor.workers,
            work: Box::new(|id, text, out| {
                for statement in extractor.extract(text).statements() {
                    record::Statement::new(id, statement).write_line(out);
                }
            }),
            complain: Box::new(|_| ()),
        }
    }

    /// What is written for an article: `work` gets its id and its text, and adds bytes to its output. It is called on many
    /// threads at once.
    #[must_use]
    pub fn writing(mut self, work: impl Fn(&str, &str, &mut Vec<u8>) + Sync + 'e) -> Self {
        self.work = Box::new(work);
        self
    }

    /// Who hears of every bad line, in the order of the lines, while the stream runs.
    #[must_use]
    pub fn on_bad_line(mut self, complain: impl FnMut(&BadLine) + 'e) -> Self {
        self.complain = Box::new(complain);
        self
    }

    /// Runs until the input ends.
    ///
    /// # Errors
    ///
    /// When the reader or the writer fails. Bad lines are no failure: the report has them.
    pub fn run(
        mut self,
        mut reader: impl BufRead,
        mut writer: impl Write,
    ) -> Result<StreamReport, StreamError> {
        let mut chunk = Chunk::default();
        let mut report = StreamReport::default();
        loop {
            let after_line = report.lines;
            let read = chunk.fill(&mut reader, &mut report, self.workers.count());
            let results = self.workers.map(&chunk.lines, |line| answer(&*self.work, &chunk.bytes, line));
            for result in results {
                match result {
                    Ok(output) => {
                        report.articles += 1;
                        writer
                            .write_all(&output)
                            .map_err(|source| StreamError::Write { after_line, source })?;
                    }
                    Err(bad) => {
                        (self.complain)(&bad);
                        report.add(bad);
                    }
                }
            }
            let after_line = report.lines;
            match read {
                Ok(true) => {}
                Ok(false) => {
                    writer.flush().map_err(|source| StreamError::Write { after_line, source })?;
                    return Ok(report);
                }
                Err(source) => return Err(StreamError::Read { after_line, source }),
            }
        }
    }
}

/// What is written for one line.
fn answer(work: &Work<'_>, bytes: &[u8], line: &Line) -> Result<Vec<u8>, BadLine> {
    let input = Input::parse(&bytes[line.bytes.clone()], line.number)?;
    let mut output = Vec::new();
    work(&input.id, &input.text, &mut output);
    Ok(output)
}

impl fmt::Debug for Stream<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("workers", self.workers).finish_non_exhaustive()
    }
}

impl Extractor {
    /// Reads articles as JSON Lines and writes a line with the [record](crate::record::Statement) of each statement;
    /// [`Stream`] has the settings.
    ///
    /// # Errors
    ///
    /// When the reader or the writer fails. Bad lines are no failure: the report has them.
    pub fn stream(&self, reader: impl BufRead, writer: impl Write) -> Result<StreamReport, StreamError> {
        Stream::new(self).run(reader, writer)
    }
}

/// What a stream did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamReport {
    /// The lines that were read, blank and bad ones included.
    pub lines: u64,
    /// The bytes of those lines.
    pub bytes: u64,
    /// The articles that were read.
    pub articles: u64,
    /// How many lines hold no article.
    pub bad_line_count: u64,
    /// The first thousand of them.
    pub bad_lines: Vec<BadLine>,
}

impl StreamReport {
    fn add(&mut self, bad: BadLine) {
        self.bad_line_count += 1;
        if self.bad_lines.len() < BAD_LINES_KEPT {
            self.bad_lines.push(bad);
        }
    }
}

/// A line of input that holds no article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadLine {
    /// Its number, from 1.
    pub line: u64,
    /// The byte in it at which the trouble was noticed, from 1.
    pub column: usize,
    /// What sort of trouble.
    pub kind: BadLineKind,
    /// What is wrong, for people.
    pub message: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

/// What sort of trouble a line makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BadLineKind {
    /// Its bytes are not UTF-8.
    Encoding,
    /// It is not JSON, or ends too early.
    Syntax,
    /// It is JSON, but not an object with a string `"id"` and a string `"text"`.
    Shape,
}

/// An article as a line gives it.
#[derive(Deserialize)]
#[serde(expecting = "an object with \"id\" and \"text\"")]
struct Input<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

impl<'a> Input<'a> {
    fn parse(bytes: &'a [u8], line: u64) -> Result<Self, BadLine> {
        let bad = |column, kind, message| BadLine { line, column, kind, message };
        let text = std::str::from_utf8(bytes)
            .map_err(|error| bad(error.valid_up_to() + 1, BadLineKind::Encoding, "not valid UTF-8".into()))?;
        // serde would take an array of two strings for an article
        if text.trim_start().starts_with('[') {
            let message = "invalid type: array, expected an object with \"id\" and \"text\"".into();
            return Err(bad(1, BadLineKind::Shape, message));
        }
        serde_json::from_str(text).map_err(|error| {
            let kind = match error.classify() {
                Category::Data => BadLineKind::Shape,
                Category::Syntax | Category::Eof | Category::Io => BadLineKind::Syntax,
            };
            let place = format!(" at line {} column {}", error.line(), error.column());
            let message = error.to_string();
            bad(error.column().max(1), kind, message.strip_suffix(&place).unwrap_or(&message).into())
        })
    }
}

/// Where a line lies in its chunk.
struct Line {
    number: u64,
    bytes: Range<usize>,
}

/// The lines in flight; its buffers are used again for each chunk.
#[derive(Default)]
struct Chunk {
    bytes: Vec<u8>,
    lines: Vec<Line>,
}

impl Chunk {
    /// Takes lines until a limit or the end; says whether there may be more.
    fn fill(
        &mut self,
        reader: &mut impl BufRead,
        report: &mut StreamReport,
        threads: usize,
    ) -> std::io::Result<bool> {
        self.bytes.clear();
        self.lines.clear();
        while self.bytes.len() < BYTES_A_THREAD * threads && self.lines.len() < LINES_A_THREAD * threads {
            let start = self.bytes.len();
            let read = reader.read_until(b'\n', &mut self.bytes)?;
            if read == 0 {
                return Ok(false);
            }
            report.lines += 1;
            report.bytes += read as u64;
            let start = start + if report.lines == 1 { byte_order_mark(&self.bytes[start..]) } else { 0 };
            let line = &self.bytes[start..];
            if line.trim_ascii().is_empty() {
                self.bytes.truncate(start);
                continue;
            }
            let end = start + line.trim_ascii_end().len();
            self.lines.push(Line { number: report.lines, bytes: start..end });
        }
        Ok(true)
    }
}

/// The length of the byte-order mark at the start of `bytes`, if there is one.
fn byte_order_mark(bytes: &[u8]) -> usize {
    if bytes.starts_with("\u{feff}".as_bytes()) { "\u{feff}".len() } else { 0 }
}
