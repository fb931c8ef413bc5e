//! Contract: JSON Lines in, bytes out, in the order of the lines; a bad line is reported and the
//! others are still processed; memory use is bounded, whatever the length of the input.
//!
//! The reader fills a chunk with lines up to a limit. While the workers process one chunk, the
//! caller's thread writes the output of the previous chunk and reads the next. A slow writer
//! therefore slows the reader, and at most two chunks and their output are in memory.

mod answers;
mod chunk;
mod input;
mod line;
mod mapped;
mod output;
mod report;

use std::fmt;
use std::io::{BufRead, Write};
use std::mem;
use std::ops::ControlFlow;

use crate::error::StreamError;
use crate::extract::Extractor;
use crate::record::{self, ArticleRecord};
use answers::Answers;
use chunk::{Chunk, Filled, Limits, Lines, Progress};
pub use input::Input;
use input::{Columns, Keep};
pub use line::{BadLine, BadLineKind};
pub use mapped::{Mapped, ReadError};
use output::{OnBadLine, OnProgress, Output, WriteBadLine};
pub use report::StreamReport;

/// The default limit for the length of a line, in bytes.
const MAX_LINE: usize = 128 << 20;

type Work<'e> = dyn Fn(&Input<'_>, &mut Vec<u8>) + Sync + 'e;

/// Reads articles as JSON Lines and writes the statements found, in the order of the lines, for
/// input of any length.
///
/// A line of input is an object with an `"id"`, which is a string or a number, and a string
/// `"text"`; the fields may have [other](Stream::id_field) [names](Stream::text_field). Other
/// fields are ignored unless they are [kept](Stream::keep); blank lines, a byte-order mark at the
/// start and carriage returns are ignored too. Ids need not be unique. A line of more than
/// [`max_line`](Stream::max_line) bytes is reported as bad and never held in memory. Each statement
/// is written as a line with its [record](crate::record::StatementRecord), unless
/// [`writing`](Stream::writing) sets another output.
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
    extractor: &'e Extractor,
    work: Box<Work<'e>>,
    on_bad_line: Box<OnBadLine<'e>>,
    write_bad_line: Box<WriteBadLine<'e>>,
    on_progress: Box<OnProgress<'e>>,
    limits: Limits,
    columns: Columns,
}

impl<'e> Stream<'e> {
    /// A stream that writes the record of each statement that `extractor` finds.
    pub fn new(extractor: &'e Extractor) -> Self {
        Stream {
            extractor,
            work: Box::new(|input, out| {
                let article = extractor.extract(&input.text);
                record::write_lines(&input.id, &article, input.fields.as_ref(), out);
            }),
            on_bad_line: Box::new(|_| ()),
            write_bad_line: Box::new(|_, _| ()),
            on_progress: Box::new(|_| ControlFlow::Continue(())),
            limits: Limits { threads: extractor.workers.count(), line: MAX_LINE, resume_after: 0 },
            columns: Columns::default(),
        }
    }

    /// Sets the output: `work` is called with each article and a buffer, and appends what is to be
    /// written. The buffer may already hold the output of other articles. `work` is called on
    /// several threads at once.
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

    /// The name of the field with the article's id; default `"id"`.
    ///
    /// ```
    /// use dictum::{Extractor, Stream};
    ///
    /// let input = r#"{"nr": 17, "body": "The mayor said the bridge was safe.", "date": "2024-03-05"}"#;
    /// let mut output = Vec::new();
    /// let extractor = Extractor::default();
    /// let stream = Stream::new(&extractor).id_field("nr").text_field("body").keep(["date"]);
    /// stream.run(input.as_bytes(), &mut output)?;
    /// let record: dictum::record::StatementRecord<'_> = serde_json::from_slice(&output).unwrap();
    /// assert_eq!(record.document, "17");
    /// assert_eq!(record.fields.unwrap().json(), r#"{"date":"2024-03-05"}"#);
    /// # Ok::<(), dictum::StreamError>(())
    /// ```
    #[must_use]
    pub fn id_field(mut self, name: impl Into<String>) -> Self {
        self.columns.id = name.into();
        self
    }

    /// The name of the field with the article's text; default `"text"`.
    #[must_use]
    pub fn text_field(mut self, name: impl Into<String>) -> Self {
        self.columns.text = name.into();
        self
    }

    /// Fields to copy from the input line into each record of the article, byte for byte, in
    /// addition to those of earlier calls. A line may lack such a field; a line that has one twice
    /// is bad.
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

    /// Copies every field except the id and the text; see [`keep`](Stream::keep).
    #[must_use]
    pub fn keep_all(mut self) -> Self {
        self.columns.keep = Keep::All;
        self
    }

    /// Sets a function that is called with each bad line, in the order of the lines, while the
    /// stream runs.
    #[must_use]
    pub fn on_bad_line(mut self, callback: impl FnMut(&BadLine) + 'e) -> Self {
        self.on_bad_line = Box::new(callback);
        self
    }

    /// Sets the output for a bad line, which is written at its place in the order of the lines;
    /// default: nothing. With it, a caller can get exactly one line out for each line in, blank
    /// ones aside.
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
    pub fn writing_bad_lines(mut self, write: impl FnMut(&BadLine, &mut Vec<u8>) + 'e) -> Self {
        self.write_bad_line = Box::new(write);
        self
    }

    /// Sets a function that is called each time the output of a chunk is written; it may stop the
    /// stream by [`ControlFlow::Break`]. Everything up to line [`StreamReport::lines`] is then
    /// written.
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
    pub fn on_progress(mut self, callback: impl FnMut(&StreamReport) -> ControlFlow<()> + 'e) -> Self {
        self.on_progress = Box::new(callback);
        self
    }

    /// Skips the first `lines` lines of the input, which an earlier stream has processed: the
    /// `lines` of its report, or the `after_line` of its error.
    #[must_use]
    pub fn resume_after(mut self, lines: u64) -> Self {
        self.limits.resume_after = lines;
        self
    }

    /// The maximum length of a line in bytes; longer lines are reported as bad and not held in
    /// memory. Default: 128 MiB.
    #[must_use]
    pub fn max_line(mut self, bytes: usize) -> Self {
        self.limits.line = bytes;
        self
    }

    /// Reads articles and gives what was found in each, as an iterator, in the order of the lines.
    ///
    /// The articles are processed on all threads, some at a time, in bounded memory. Of the
    /// settings, those of the input apply; [`map`](Stream::map) gives another result for each
    /// article.
    ///
    /// ```
    /// use dictum::{Extractor, ReadError, Stream};
    ///
    /// let input = r#"{"id": "a17", "text": "The mayor said the bridge was safe."}
    /// {"id": "a18"}
    /// "#;
    /// for article in Stream::new(&Extractor::default()).records(input.as_bytes()) {
    ///     match article {
    ///         Ok(article) => println!("{}: {} statements", article.document, article.statements.len()),
    ///         Err(ReadError::BadLine(bad)) => eprintln!("{bad}"), // the next line may be good
    ///         Err(error) => return Err(error),
    ///     }
    /// }
    /// # Ok::<(), ReadError>(())
    /// ```
    pub fn records<R: BufRead>(
        self,
        reader: R,
    ) -> impl Iterator<Item = Result<ArticleRecord<'static>, ReadError>> + use<'e, R> {
        let extractor = self.extractor;
        self.map(reader, move |input| {
            let article = extractor.extract(&input.text);
            ArticleRecord::new(&input.id, &article).with_fields(input.fields.as_ref()).into_owned()
        })
    }

    /// Reads articles and gives the result of `work` for each, as an iterator, in the order of the
    /// lines. `work` is called on several threads at once.
    ///
    /// ```
    /// use dictum::{Extractor, Stream};
    ///
    /// let extractor = Extractor::default();
    /// let input = &b"{\"id\": \"a17\", \"text\": \"The mayor said the bridge was safe.\"}"[..];
    /// let counts = Stream::new(&extractor).map(input, |article| {
    ///     (article.id.to_string(), extractor.extract(&article.text).statements().len())
    /// });
    /// assert_eq!(counts.collect::<Result<Vec<_>, _>>()?, [("a17".to_owned(), 1)]);
    /// # Ok::<(), dictum::ReadError>(())
    /// ```
    pub fn map<R: BufRead, T: Send, F: Fn(&Input<'_>) -> T + Sync>(
        self,
        reader: R,
        work: F,
    ) -> Mapped<'e, R, T, F> {
        Mapped::new(&self.extractor.workers, reader, work, self.limits, self.columns)
    }

    /// Runs until the input ends, or until [`on_progress`](Stream::on_progress) stops it.
    ///
    /// A reader may say by [`WouldBlock`](std::io::ErrorKind::WouldBlock) that it has nothing more
    /// at the moment: what it gave is then answered and the writer flushed before the reader is
    /// asked again, which should wait.
    ///
    /// # Errors
    ///
    /// If the reader or the writer fails. Bad lines are not errors: the report lists them.
    pub fn run(self, reader: impl BufRead, writer: impl Write) -> Result<StreamReport, StreamError> {
        let Stream { extractor, work, on_bad_line, write_bad_line, on_progress, limits, columns } = self;
        let report = StreamReport::default();
        let mut output = Output { writer, on_bad_line, write_bad_line, on_progress, report };
        let (mut reading, mut working) = (Chunk::default(), Chunk::default());
        let (mut answered, mut spare) = (None::<Answers>, Answers::default());
        let mut lines = Lines::of(reader);
        let mut filled = reading.fill(&mut lines, Progress::default(), limits);
        loop {
            mem::swap(&mut reading, &mut working);
            let goes_on = matches!(filled, Ok(Filled::Full));
            let mut answers = mem::take(&mut spare);
            answers.prepare(&working);
            let beside = || {
                if let Some(answered) = answered.take() {
                    if output.write(&answered)?.is_break() {
                        return Ok(None);
                    }
                    spare = answered;
                }
                Ok(Some(goes_on.then(|| reading.fill(&mut lines, working.read, limits))))
            };
            let next = extractor.workers.each_beside(
                &mut answers.parts,
                |part| part.answer(&*work, &columns, &working),
                beside,
            );
            let Some(next) = next? else { return output.close(false) };
            if let Some(next) = next {
                answered = Some(answers);
                filled = next;
                continue;
            }
            let stops = output.write(&answers)?.is_break();
            filled = match filled {
                Err(source) => return Err(StreamError::Read { after_line: output.report.lines, source }),
                // a `Break` has no effect at the end: everything that was read is written
                Ok(Filled::End) => return output.close(true),
                Ok(_) if stops => return output.close(false),
                // the reader waits only after all is answered that it has given
                Ok(_) => reading.fill(&mut lines, working.read, limits),
            };
            spare = answers;
        }
    }
}

impl fmt::Debug for Stream<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("extractor", self.extractor).finish_non_exhaustive()
    }
}

impl Extractor {
    /// Reads articles as JSON Lines and writes a [record](crate::record::StatementRecord) per
    /// statement, one per line; [`Stream`] has more settings.
    ///
    /// # Errors
    ///
    /// If the reader or the writer fails. Bad lines are not errors: the report lists them.
    pub fn stream(&self, reader: impl BufRead, writer: impl Write) -> Result<StreamReport, StreamError> {
        Stream::new(self).run(reader, writer)
    }
}
