//! Parquet files with top-level columns of any type; ids are strings or numbers, texts are strings.

use std::fs::File;
use std::io;
use std::path::Path;
use std::str;
use std::sync::Arc;

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use parquet::record::reader::RowIter;
use parquet::schema::types::{Type, TypePtr};

use super::Wanted;
use super::pages;
use super::rows::{Rows, Trouble, bad, member};
use crate::cli::isolate::isolated;

/// Pages up to this length are read, whatever the limit for a row.
const LEAST_PAGE: u64 = 16 << 20;

/// The rows of a file, read one page per column at a time.
pub struct Parquet {
    numbered: Option<String>,
    rows: RowIter<'static>,
}

impl Parquet {
    /// Reads the schema.
    pub fn new(path: &Path, wanted: &Wanted<'_>) -> io::Result<Self> {
        isolated(|| Parquet::open(path, wanted)).unwrap_or_else(|message| Err(corrupt(&message)))
    }

    fn open(path: &Path, wanted: &Wanted<'_>) -> io::Result<Self> {
        let file = SerializedFileReader::new(File::open(path)?).map_err(failed)?;
        let schema = file.metadata().file_metadata().schema_descr().root_schema_ptr();
        let columns = wanted.columns(schema.get_fields().iter().map(|field| field.name()))?;
        let numbered = wanted.numbered(&columns);
        let fields: Vec<TypePtr> =
            columns.iter().map(|&(place, _)| Arc::clone(&schema.get_fields()[place])).collect();
        let raw = File::open(path)?;
        // pages of usual files have one megabyte
        let longest = (wanted.longest as u64).max(LEAST_PAGE);
        for group in file.metadata().row_groups() {
            for column in group.columns() {
                let name = column.column_path().parts().first();
                if name.is_some_and(|name| fields.iter().any(|field| field.name() == name)) {
                    pages::check(&raw, column, longest)?;
                }
            }
        }
        let projection =
            Type::group_type_builder(schema.name()).with_fields(fields).build().map_err(failed)?;
        let rows = RowIter::from_file_into(Box::new(file)).project(Some(projection)).map_err(failed)?;
        Ok(Parquet { numbered, rows })
    }
}

impl Rows for Parquet {
    fn numbered(&self) -> Option<&str> {
        self.numbered.as_deref()
    }

    fn next(&mut self, line: &mut Vec<u8>) -> Option<Result<(), Trouble>> {
        let row = match isolated(|| self.rows.next()).map_err(|message| corrupt(&message)) {
            Ok(None) => return None,
            Ok(Some(row)) => row.map_err(failed),
            Err(error) => Err(error),
        };
        let row = match row {
            Ok(row) => row,
            // the columns may be out of step after an error, so no further row can be trusted
            Err(error) => return Some(Err(Trouble::Table(error))),
        };
        Some(row.get_column_iter().try_for_each(|(name, value)| match value {
            Field::Str(text) => member(name, text, line),
            // older writers do not mark byte arrays as text
            Field::Bytes(bytes) => match str::from_utf8(bytes.data()) {
                Ok(text) => member(name, &text, line),
                Err(_) => Err(Trouble::Row(format!("`{name}` is not valid UTF-8"))),
            },
            other => member(name, &other.to_json_value(), line),
        }))
    }
}

/// What was said by the reader that panicked.
fn corrupt(message: &str) -> io::Error {
    bad(format!("the file is corrupt: {}", crate::visible::name(message)))
}

fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => io::Error::other(error),
        error => bad(error.to_string()),
    }
}
