//! Contract: writes statements as rows of typed columns to a Parquet or Arrow file, in the order
//! given, with a bounded number of rows in memory.

#[cfg(feature = "parquet")]
mod parquet;
mod rows;

use std::io::{self, Write};
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, Schema};

use crate::article::Article;
use crate::record;
use rows::Rows;

/// The number of rows in a record batch.
const ROWS_AT_A_TIME: usize = 4096;

/// A record batch ends with the row that makes it this long, in bytes of text: the offsets into a
/// column have 32 bits.
const BYTES_AT_A_TIME: usize = 32 << 20;

/// The longest row.
const LONGEST_ROW: usize = 1 << 30;

/// The kind of file that [`Columns`] writes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ColumnFile {
    /// Apache Parquet with Snappy compression (feature `parquet`).
    #[cfg(feature = "parquet")]
    Parquet,
    /// The Arrow IPC file format, also called Feather: larger, but read without decoding.
    Arrow,
}

/// A table of statements as a Parquet or Arrow file.
///
/// The columns are the fields of the [record](crate::record::StatementRecord):
///
/// - numbers are 64-bit integers, `confidence` is a double, `speaker_anonymous` a boolean;
/// - `content_spans` and `evidence_spans` are lists of structs with `start` and `end`;
/// - everything else is text; `fields` is JSON;
/// - `sentence_text` and `context` are null unless the record
///   [has](crate::record::StatementRecord::with_sentence) them;
/// - `statement` is the index of the statement in its document, from 0, to which `within` refers.
///
/// Offsets are UTF-8 bytes. The file's metadata says so (`dictum.offsets`) and gives the
/// [version](crate::record::VERSION) of the records (`dictum.version`).
///
/// Both kinds of file end with a footer: a file that was not [finished](Columns::finish) cannot be
/// read. The writer need not be seekable: a pipe works.
///
/// ```
/// use dictum::export::{ColumnFile, Columns};
///
/// let article = dictum::Extractor::default().extract("The mayor promised to rebuild the bridge.");
/// let mut file = Vec::new();
/// let mut table = Columns::new(&mut file, ColumnFile::Arrow)?;
/// table.article("a17", &article)?;
/// table.finish()?;
/// assert!(file.starts_with(b"ARROW1") && file.ends_with(b"ARROW1"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Columns<W: Write + Send> {
    file: File<W>,
    schema: Arc<Schema>,
    rows: Rows,
    /// The bytes of text in `rows`.
    bytes: usize,
}

enum File<W: Write + Send> {
    #[cfg(feature = "parquet")]
    Parquet(Box<parquet::Writer<W>>),
    Arrow(Box<FileWriter<W>>),
}

impl<W: Write + Send> Columns<W> {
    /// Creates a table that is written to `writer`.
    ///
    /// # Errors
    ///
    /// If the writer fails.
    pub fn new(writer: W, file: ColumnFile) -> io::Result<Self> {
        let schema = Arc::new(rows::schema());
        let file = match file {
            #[cfg(feature = "parquet")]
            ColumnFile::Parquet => File::Parquet(Box::new(parquet::writer(writer, &schema)?)),
            ColumnFile::Arrow => File::Arrow(Box::new(FileWriter::try_new(writer, &schema).map_err(arrow)?)),
        };
        Ok(Columns { file, schema, rows: Rows::new(), bytes: 0 })
    }

    /// Adds a row for each statement of the article named `id`.
    ///
    /// # Errors
    ///
    /// If the writer fails.
    pub fn article(&mut self, id: &str, article: &Article<'_>) -> io::Result<()> {
        for statement in article.statements() {
            self.statement(&record::StatementRecord::new(id, statement))?;
        }
        Ok(())
    }

    /// Adds the row of a record.
    ///
    /// # Errors
    ///
    /// If the writer fails, or if the record has more than 1 GiB of text.
    pub fn statement(&mut self, record: &record::StatementRecord<'_>) -> io::Result<()> {
        let fields = record.fields.as_ref().map_or(0, |fields| fields.json().len());
        let around = record.context.as_ref().map_or(0, |context| context.text.len());
        let length = record.document.len() + record.content.text.len() + around + fields;
        if length > LONGEST_ROW {
            return Err(io::Error::other(format!(
                "a row of {length} bytes is longer than {LONGEST_ROW}, the maximum; keep fewer fields"
            )));
        }
        self.rows.add(record);
        self.bytes += length;
        if self.rows.count() >= ROWS_AT_A_TIME || self.bytes >= BYTES_AT_A_TIME {
            return self.flush_rows();
        }
        Ok(())
    }

    fn flush_rows(&mut self) -> io::Result<()> {
        self.bytes = 0;
        let rows = RecordBatch::try_new(Arc::clone(&self.schema), self.rows.take()).map_err(arrow)?;
        match &mut self.file {
            #[cfg(feature = "parquet")]
            File::Parquet(file) => file.write(&rows).map_err(parquet::error),
            File::Arrow(file) => file.write(&rows).map_err(arrow),
        }
    }

    /// Writes the remaining rows and the footer.
    ///
    /// # Errors
    ///
    /// If the writer fails.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush_rows()?;
        match self.file {
            #[cfg(feature = "parquet")]
            File::Parquet(file) => file.close().map(|_| ()).map_err(parquet::error),
            File::Arrow(mut file) => file.finish().map_err(arrow),
        }
    }
}

impl<W: Write + Send> std::fmt::Debug for Columns<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Columns").field("rows", &self.rows.count()).finish_non_exhaustive()
    }
}

fn arrow(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        error => io::Error::other(error),
    }
}
