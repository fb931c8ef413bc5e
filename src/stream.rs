//! Contract: JSON Lines in, bytes out, in the order of the lines; a bad line is reported and loses no other; memory is bounded
//! by what is in flight.
//!
//! Lines are read into a chunk up to a limit. While the workers answer the lines of one chunk, what was answered before is
//! written and the next chunk is read. So a slow writer slows the reader, and there are never more than two chunks and their answers.

mod answers;
mod chunk;
mod input;
mod line;

use std::fmt;
use std::io::{BufRead, Write};
use std::mem;
use std::ops::ControlFlow;

use crate::error::StreamError;
use crate::extract::Extractor;
use crate::record;
use crate::workers::Workers;
use answers::Answers;
use chunk::{Chunk, Limits, Progress};
pub use input::Input;
use input::{Columns, Keep};
pub use line::{BadLine, BadLineKind};

/// Longer lines are passed over, unless the caller sets another limit.
const MAX_LINE: usize = 128 << 20;

/// How many bad lines a report describes; the others are counted.
const BAD_LINES_KEPT: usize = 1000;

type Work<'e> = dyn Fn(&Input<'_>, &mut Vec<u8>) + Sync + 'e;
type Complain<'e> = dyn FnMut(&BadLine) + 'e;
type Excuse<'e> = dyn FnMut(&BadLine, &mut Vec<u8>) + 'e;
type Listen<'e> = dyn FnMut(&StreamReport) -> ControlFlow<()> + 'e;

/// Reads articles as JSON Lines and writes what was found, in the order of the lines, however many there are.
///
/// A line of input is an object with an `"id"`, which is a string or a number, and a string `"text"`; the fields may have
/// [other](Stream::id_field) [names](Stream::text_field). Other fields are passed over unless they are to be
/// [kept](Stream::keep), and so are blank lines, a byte-order mark at the start and carriage returns. Ids are not compared:
/// a repeated one is used twice. A line of more than [`max_line`](Stream::max_line) bytes is reported and passed over without
/// being held.
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
    excuse: Box<Excuse<'e>>,
    listen: Box<Listen<'e>>,
    limits: Limits,
    columns: Columns,
}

impl<'e> Stream<'e> {
    /// A stream that writes the record of each statement that `extractor` finds.
    pub fn new(extractor: &'e Extractor) -> Self {
        Stream {
            workers: &extractor.workers,
            work: Box::new(|input, out| {
                let article = extractor.extract(&input.text);
                record::write_lines(&input.id, &article, input.fields.as_ref(), out);
            }),
            complain: Box::new(|_| ()),
            excuse: Box::new(|_, _| ()),
            listen: Box::new(|_| ControlFlow::Continue(())),
            limits: Limits { threads: extractor.workers.count(), line: MAX_LINE, resume_after: 0 },
            columns: Columns::default(),
        }
    }

    /// What is written for an article: `work` gets it and adds bytes to an output that may hold those of other articles. It is called
    /// on many threads at once.
    ///
    /// ```
    /// use dictum::{Extractor, Stream};
    ///
    /// let extractor = Extractor::default();
    /// let mut output = Vec::new();
    /// let stream = Stream::new(&extractor).writing(|article, out| {
    ///     let count = extractor.extract(&article.text).statements().len();
    ///     out.extend_from_slice(format!("{}: {count}\n", article.id).as_bytes());
    /// });
    /// stream.run(&b"{\"id\": \"a17\", \"text\": \"The mayor said yes.\"}"[..], &mut output)?;
    /// assert_eq!(output, b"a17: 1\n");
    /// # Ok::<(), dictum::StreamError>(())
    /// ```
    #[must_use]
    pub fn writing(mut self, work: impl Fn(&Input<'_>, &mut Vec<u8>) + Sync + 'e) -> Self {
        self.work = Box::new(work);
        self
    }

    /// The field that is the article's id, `"id"` unless set.
    ///
    /// ```
    /// use dictum::{Extractor, Stream};
    ///
    /// let input = r#"{"nr": 17, "body": "The mayor said the bridge was safe.", "date": "2024-03-05"}"#;
    /// let mut output = Vec::new();
    /// let extractor = Extractor::default();
    /// let stream = Stream::new(&extractor).id_field("nr").text_field("body").keep(["date"]);
    /// stream.run(input.as_bytes(), &mut output)?;
    /// let record: dictum::record::Statement<'_> = serde_json::from_slice(&output).unwrap();
    /// assert_eq!(record.document, "17");
    /// assert_eq!(record.fields.unwrap().json(), r#"{"date":"2024-03-05"}"#);
    /// # Ok::<(), dictum::StreamError>(())
    /// ```
    #[must_use]
    pub fn id_field(mut self, name: impl Into<String>) -> Self {
        self.columns.id = name.into();
        self
    }

    /// The field that is the article's text, `"text"` unless set.
    #[must_use]
    pub fn text_field(mut self, name: impl Into<String>) -> Self {
        self.columns.text = name.into();
        self
    }

    /// Further fields to keep, beside those of earlier calls: each record of an article gets their values as they stand in the line,
    /// byte for byte. A field that a line lacks is no trouble; one that it has twice is.
    #[must_use]
    pub fn keep<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        let names = names.into_iter().map(N::into);
        match &mut self.columns.keep {
            Keep::All => {}
            Keep::Named(kept) => kept.extend(names),
            Keep::Nothing => self.columns.keep = Keep::Named(names.collect()),
        }
        self
    }

    /// Keeps every field but the id and the text; see [`keep`](Stream::keep).
    #[must_use]
    pub fn keep_all(mut self) -> Self {
        self.columns.keep = Keep::All;
        self
    }

    /// Who hears of every bad line, in the order of the lines, while the stream runs.
    #[must_use]
    pub fn on_bad_line(mut self, complain: impl FnMut(&BadLine) + 'e) -> Self {
        self.complain = Box::new(complain);
        self
    }

    /// What is written for a bad line, in its place among the answers: `excuse` gets the line and adds bytes to the output. Nothing
    /// unless set. So whoever feeds the stream can have one line out for each line in (blank ones aside), and see which is
    /// which.
    ///
    /// ```
    /// use dictum::{Extractor, Stream, record};
    ///
    /// let extractor = Extractor::default();
    /// let mut output = Vec::new();
    /// Stream::new(&extractor)
    ///     .writing(|input, out| {
    ///         let article = extractor.extract(&input.text);
    ///         record::write_article(&input.id, &article, input.fields.as_ref(), out);
    ///     })
    ///     .writing_bad_lines(|bad, out| record::write_bad_line(bad.line, &bad.message, out))
    ///     .run("{\"id\": \"a17\"}\n{\"id\": \"a18\", \"text\": \"\"}\n".as_bytes(), &mut output)?;
    /// let lines: Vec<_> = str::from_utf8(&output)?.lines().collect();
    /// assert_eq!(lines[0], r#"{"version":1,"line":1,"error":"missing field `text`"}"#);
    /// assert_eq!(lines[1], r#"{"version":1,"document":"a18","statements":[]}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn writing_bad_lines(mut self, excuse: impl FnMut(&BadLine, &mut Vec<u8>) + 'e) -> Self {
        self.excuse = Box::new(excuse);
        self
    }

    /// Who hears of the progress: called whenever the answers to some more lines are written, it may stop the stream by
    /// [`ControlFlow::Break`]. The report says up to which line everything is written.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use dictum::{Extractor, Stream};
    ///
    /// let extractor = Extractor::default();
    /// let stream = Stream::new(&extractor).on_progress(|report| {
    ///     if report.articles > 1_000_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    /// });
    /// let report = stream.run(&b"{\"id\": \"a\", \"text\": \"It rained.\"}\n"[..], std::io::sink())?;
    /// assert!(report.complete);
    /// # Ok::<(), dictum::StreamError>(())
    /// ```
    #[must_use]
    pub fn on_progress(mut self, listen: impl FnMut(&StreamReport) -> ControlFlow<()> + 'e) -> Self {
        self.listen = Box::new(listen);
        self
    }

    /// Passes over so many lines at the start, for an input whose first `lines` lines were answered by an earlier stream: the
    /// `lines` of its report, or the `after_line` of its error.
    #[must_use]
    pub fn resume_after(mut self, lines: u64) -> Self {
        self.limits.resume_after = lines;
        self
    }

    /// Reports lines of more than so many bytes as bad instead of holding them in memory; 128 MiB unless set.
    #[must_use]
    pub fn max_line(mut self, bytes: usize) -> Self {
        self.limits.line = bytes;
        self
    }

    /// Runs until the input ends, or until [`on_progress`](Stream::on_progress) stops it.
    ///
    /// # Errors
    ///
    /// When the reader or the writer fails. Bad lines are no failure: the report has them.
    pub fn run(self, mut reader: impl BufRead, writer: impl Write) -> Result<StreamReport, StreamError> {
        let Stream { workers, work, complain, excuse, listen, limits, columns } = self;
        let mut output = Output { writer, complain, excuse, listen, report: StreamReport::default() };
        let (mut reading, mut working) = (Chunk::default(), Chunk::default());
        let (mut answered, mut spare) = (None::<Answers>, Answers::default());
        let mut more = reading.fill(&mut reader, Progress::default(), limits);
        loop {
            mem::swap(&mut reading, &mut working);
            let last = !matches!(more, Ok(true));
            let mut answers = mem::take(&mut spare);
            answers.prepare(&working);
            let beside = || {
                if let Some(answered) = answered.take() {
                    if output.write(&answered)?.is_break() {
                        return Ok(None);
                    }
                    spare = answered;
                }
                Ok(Some(if last { Ok(false) } else { reading.fill(&mut reader, working.read, limits) }))
            };
            let next = workers.each_beside(
                &mut answers.parts,
                |part| part.answer(&*work, &columns, &working),
                beside,
            );
            let Some(next) = next? else { return output.close(false) };
            if last {
                // to stop here changes nothing: all that was read is written
                let _ = output.write(&answers)?;
                return match more {
                    Err(source) => Err(StreamError::Read { after_line: output.report.lines, source }),
                    Ok(_) => output.close(true),
                };
            }
            answered = Some(answers);
            more = next;
        }
    }
}

/// The end of a stream: what is written, heard and counted.
struct Output<'e, W> {
    writer: W,
    complain: Box<Complain<'e>>,
    excuse: Box<Excuse<'e>>,
    listen: Box<Listen<'e>>,
    report: StreamReport,
}

impl<W: Write> Output<'_, W> {
    fn write(&mut self, answers: &Answers) -> Result<ControlFlow<()>, StreamError> {
        for part in &answers.parts {
            self.report.articles += part.articles;
            let mut written = 0;
            for (place, bad) in &part.bad {
                // a closure that takes bytes away again leaves less than there was
                let place = (*place).clamp(written, part.output.len());
                self.put(&part.output[written..place])?;
                written = place;
                (self.complain)(bad);
                let mut excuse = Vec::new();
                (self.excuse)(bad, &mut excuse);
                self.put(&excuse)?;
                self.report.add(bad);
            }
            self.put(&part.output[written..])?;
        }
        self.report.lines = answers.read.lines;
        self.report.bytes = answers.read.bytes;
        Ok((self.listen)(&self.report))
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), StreamError> {
        self.writer.write_all(bytes).map_err(|source| self.failed(source))
    }

    fn close(mut self, complete: bool) -> Result<StreamReport, StreamError> {
        self.writer.flush().map_err(|source| self.failed(source))?;
        self.report.complete = complete;
        Ok(self.report)
    }

    fn failed(&self, source: std::io::Error) -> StreamError {
        StreamError::Write { after_line: self.report.lines, source }
    }
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
    /// The lines that were read and answered, blank, bad and passed over ones included: everything up to this line is
    /// written.
    pub lines: u64,
    /// The bytes of those lines.
    pub bytes: u64,
    /// The articles that were read.
    pub articles: u64,
    /// Whether the input was read to its end.
    pub complete: bool,
    /// How many lines hold no article.
    pub bad_line_count: u64,
    /// The first thousand of them.
    pub bad_lines: Vec<BadLine>,
}

impl StreamReport {
    fn add(&mut self, bad: &BadLine) {
        self.bad_line_count += 1;
        if self.bad_lines.len() < BAD_LINES_KEPT {
            self.bad_lines.push(bad.clone());
        }
    }
}
