//! Sources of many articles, converted to JSON Lines for a stream.

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::super::bar::Bar;
use super::file::open;
use super::table::Wanted;
use crate::{BadLine, StreamError};

/// A source of many articles.
pub struct Many {
    pub path: PathBuf,
    pub kind: Kind,
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

    /// The articles as JSON Lines; `complain` is called with an error message for each invalid row.
    #[cfg_attr(not(all(feature = "csv", feature = "parquet")), allow(unused_variables, unused_mut))]
    pub fn open<'c>(
        &self,
        wanted: &Wanted<'_>,
        progress: &Bar,
        mut complain: impl FnMut(String) + 'c,
    ) -> io::Result<Box<dyn BufRead + 'c>> {
        if self.is_standard_input() {
            return Ok(Box::new(BufReader::with_capacity(1 << 16, progress.wrap_read(io::stdin()))));
        }
        let path = self.path.display().to_string();
        let bad_row = move |row: u64, message: &str| complain(format!("{path}: row {row}: {message}"));
        match self.kind {
            Kind::JsonLines => Ok(open(&self.path, progress)?),
            #[cfg(feature = "csv")]
            Kind::Csv | Kind::Tsv => {
                let delimiter = if self.kind == Kind::Csv { b',' } else { b'\t' };
                let rows = super::table::Csv::new(delimiter, open(&self.path, progress)?, wanted)?;
                Ok(Box::new(super::table::Lines::new(rows, bad_row)))
            }
            #[cfg(feature = "parquet")]
            Kind::Parquet => {
                let rows = super::table::Parquet::new(&self.path, wanted)?;
                Ok(Box::new(super::table::Lines::new(rows, bad_row)))
            }
            #[cfg(not(feature = "csv"))]
            Kind::Csv | Kind::Tsv => Err(super::missing("csv")),
            #[cfg(not(feature = "parquet"))]
            Kind::Parquet => Err(super::missing("parquet")),
        }
    }

    /// The unit in which positions are given in messages.
    pub fn unit(&self) -> &'static str {
        if self.kind == Kind::JsonLines { "line" } else { "row" }
    }

    /// The error message for an invalid line or row.
    pub fn describe(&self, bad: &BadLine) -> String {
        let path = self.path.display();
        match self.kind {
            Kind::JsonLines => format!("{path}: {bad}"),
            // no column: it would refer to the JSON made from the row
            Kind::Csv | Kind::Tsv | Kind::Parquet => format!("{path}: row {}: {}", bad.line, bad.message),
        }
    }

    /// The error message if reading ended early.
    pub fn describe_end(&self, error: &StreamError) -> String {
        let path = self.path.display();
        match error {
            StreamError::Read { after_line, source, .. } => {
                format!("{path}: reading failed after {} {after_line}: {source}", self.unit())
            }
            _ => format!("{path}: {error}"),
        }
    }
}
