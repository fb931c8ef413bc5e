//! Sources of many articles, converted to JSON Lines for a stream.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::super::bar::Bar;
use super::file::open;
use super::patient::Patient;
use super::table::Wanted;
use crate::cli::say;
use crate::{BadLine, StreamError};

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
    JsonLines,
    Csv,
    Tsv,
    Parquet,
}

impl Many {
    /// JSON Lines on the standard input.
    pub fn standard_input() -> Self {
        Many { path: "-".into(), kind: Kind::JsonLines }
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
        if self.is_standard_input() {
            let input = progress.wrap_read(io::stdin());
            return Ok(Box::new(Patient::new(input, Arc::clone(interrupted))));
        }
        #[cfg(any(feature = "csv", feature = "parquet"))]
        let bad_rows = bad_rows.clone();
        match self.kind {
            Kind::JsonLines if self.arrives() => {
                let input = progress.wrap_read(File::open(&self.path)?);
                Ok(Box::new(Patient::new(input, Arc::clone(interrupted))))
            }
            Kind::JsonLines => Ok(open(&self.path, progress)?),
            #[cfg(feature = "csv")]
            Kind::Csv | Kind::Tsv => {
                let delimiter = if self.kind == Kind::Csv { b',' } else { b'\t' };
                let rows = super::table::Csv::new(delimiter, open(&self.path, progress)?, wanted)?;
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
        if self.kind == Kind::JsonLines { "line" } else { "row" }
    }

    /// The error message for an invalid line or row.
    pub fn describe(&self, bad: &BadLine) -> String {
        let path = say::path(&self.path);
        match self.kind {
            Kind::JsonLines => format!("{path}: {bad}"),
            // no column: it would refer to the JSON made from the row
            Kind::Csv | Kind::Tsv | Kind::Parquet => format!("{path}: row {}: {}", bad.line, bad.message),
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
