//! Sources of many articles, converted to JSON Lines for a stream.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ValueEnum;

use super::super::bar::Bar;
use super::file::open;
use super::patient::Patient;
use super::table::Wanted;
use super::whole::{self, Guess};
use crate::cli::say;
use crate::{BadLine, BadLineKind, StreamError};

/// A source of many articles.
pub struct Many {
    pub path: PathBuf,
    pub kind: Kind,
}

/// Why rows of a table could not be turned into a line, by the number of the row, until the stream
/// comes to them.
#[derive(Clone, Default)]
pub struct BadRows(Rc<RefCell<BTreeMap<u64, String>>>);

impl BadRows {
    /// Notes that a row is invalid.
    #[cfg(any(feature = "csv", feature = "parquet"))]
    pub fn add(&self, row: u64, message: String) {
        self.0.borrow_mut().insert(row, message);
    }

    /// The error of a line, with the reason if it was made from an invalid row.
    pub fn explain<'b>(&self, bad: &'b BadLine) -> Cow<'b, BadLine> {
        let mut rows = self.0.borrow_mut();
        // those before it have been asked for, or skipped
        *rows = rows.split_off(&bad.line);
        match rows.get(&bad.line) {
            Some(message) => Cow::Owned(BadLine { message: message.clone(), ..bad.clone() }),
            None => Cow::Borrowed(bad),
        }
    }
}

/// The format of a source of many articles.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The standard input, read as this, or as what its first bytes look like.
    Standard(Option<Form>),
    JsonLines,
    /// A JSON document.
    Json,
    Csv,
    Tsv,
    Parquet,
}

/// What the standard input can hold (`--input`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Form {
    /// JSON Lines: an object with an article per line
    Jsonl,
    /// A JSON document: an article or an array of articles
    Json,
    /// Plain text: one article
    Text,
    /// A web page: one article
    Html,
}

impl Many {
    /// The standard input.
    pub fn standard_input(form: Option<Form>) -> Self {
        Many { path: "-".into(), kind: Kind::Standard(form) }
    }

    pub fn is_standard_input(&self) -> bool {
        self.path == Path::new("-")
    }

    /// The articles as JSON Lines. An invalid row becomes a bad line, which `bad_rows` can explain;
    /// waiting for input ends when `interrupted` is set.
    #[cfg_attr(not(any(feature = "csv", feature = "parquet")), allow(unused_variables))]
    pub fn open(
        &self,
        wanted: &Wanted<'_>,
        progress: &Bar,
        bad_rows: &BadRows,
        interrupted: &Arc<AtomicBool>,
    ) -> io::Result<Box<dyn BufRead>> {
        #[cfg(any(feature = "csv", feature = "parquet"))]
        let bad_rows = bad_rows.clone();
        match self.kind {
            Kind::Standard(form) => {
                let input = progress.wrap_read(io::stdin());
                standard(Patient::new(input, Arc::clone(interrupted)), form, wanted, interrupted)
            }
            Kind::Json => {
                let stem = super::unpacked(&self.path);
                let stem = stem.file_stem().unwrap_or_default().to_string_lossy();
                let lines = whole::lines_of_json(open(&self.path, progress)?, &stem, wanted)?;
                Ok(Box::new(io::Cursor::new(lines)))
            }
            Kind::JsonLines if self.arrives() => {
                let input = progress.wrap_read(File::open(&self.path)?);
                Ok(Box::new(Patient::new(input, Arc::clone(interrupted))))
            }
            Kind::JsonLines => Ok(open(&self.path, progress)?),
            #[cfg(feature = "csv")]
            Kind::Csv | Kind::Tsv => {
                let mut file = open(&self.path, progress)?;
                let tab = self.kind == Kind::Tsv;
                let delimiter = if tab { b'\t' } else { super::table::delimiter(file.fill_buf()?) };
                let rows = super::table::Csv::new(delimiter, file, wanted)?;
                Ok(Box::new(super::table::Lines::new(rows, bad_rows)))
            }
            #[cfg(feature = "parquet")]
            Kind::Parquet => {
                let rows = super::table::Parquet::new(&self.path, wanted)?;
                Ok(Box::new(super::table::Lines::new(rows, bad_rows)))
            }
            #[cfg(not(feature = "csv"))]
            Kind::Csv | Kind::Tsv => Err(super::missing("csv")),
            #[cfg(not(feature = "parquet"))]
            Kind::Parquet => Err(super::missing("parquet")),
        }
    }

    /// Whether the input arrives while the program runs, from a named pipe.
    fn arrives(&self) -> bool {
        let packed = super::has_extension(&self.path, super::file::COMPRESSED);
        !packed && fs::metadata(&self.path).is_ok_and(|metadata| !metadata.is_file())
    }

    /// The unit in which positions are given in messages.
    pub fn unit(&self) -> &'static str {
        match self.kind {
            Kind::Standard(_) | Kind::JsonLines => "line",
            Kind::Json => "article",
            Kind::Csv | Kind::Tsv | Kind::Parquet => "row",
        }
    }

    /// The error message for an invalid line or row.
    pub fn describe(&self, bad: &BadLine) -> String {
        let path = say::path(&self.path);
        let way_out = way_out(bad, matches!(self.kind, Kind::Standard(_)));
        match self.kind {
            Kind::Standard(_) | Kind::JsonLines => format!("{path}: {bad}{way_out}"),
            // no column: it would refer to the JSON made from the row
            Kind::Json | Kind::Csv | Kind::Tsv | Kind::Parquet => {
                format!("{path}: {} {}: {}{way_out}", self.unit(), bad.line, bad.message)
            }
        }
    }

    /// The error message if reading ended early.
    pub fn describe_end(&self, error: &StreamError) -> String {
        let path = say::path(&self.path);
        match error {
            StreamError::Read { after_line, source, .. } => {
                format!("{path}: reading failed after {} {after_line}: {source}", self.unit())
            }
            _ => format!("{path}: {error}"),
        }
    }
}

/// What to do about an invalid line.
fn way_out(bad: &BadLine, standard_input: bool) -> &'static str {
    match bad.kind {
        BadLineKind::Shape if bad.message.starts_with("missing field") => {
            " (--id-field and --text-field name other fields)"
        }
        BadLineKind::Syntax if standard_input && bad.line == 1 => {
            " (the standard input is read as JSON Lines; use --input text for plain text)"
        }
        BadLineKind::Length => " (--max-line)",
        _ => "",
    }
}

/// The standard input as JSON Lines.
fn standard(
    mut input: Patient,
    form: Option<Form>,
    wanted: &Wanted<'_>,
    interrupted: &AtomicBool,
) -> io::Result<Box<dyn BufRead>> {
    // the reader says once that nothing has arrived yet
    let guess = loop {
        match Guess::of(&mut input) {
            Err(error)
                if error.kind() == io::ErrorKind::WouldBlock && !interrupted.load(Ordering::Relaxed) => {}
            guess => break guess,
        }
    };
    let form = match (form, guess) {
        (Some(form), _) => form,
        (None, Ok(Guess::JsonLines) | Err(_)) => Form::Jsonl,
        (None, Ok(Guess::Json)) => Form::Json,
        (None, Ok(Guess::Html)) => Form::Html,
        (None, Ok(Guess::Text)) => Form::Text,
    };
    let mut input = Waiting(input);
    Ok(Box::new(io::Cursor::new(match form {
        Form::Jsonl => return Ok(Box::new(input.0)),
        Form::Json => whole::lines_of_json(input, "stdin", wanted)?,
        Form::Text | Form::Html => {
            let bytes = super::bounded(&mut input, wanted.longest)?;
            whole::line_of_text(bytes, form == Form::Html, wanted)?
        }
    })))
}

/// A reader that waits until something arrives.
struct Waiting(Patient);

impl Read for Waiting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock && !self.0.is_interrupted() => {}
                read => return read,
            }
        }
    }
}
