//! Contract: a row a statement, in typed columns, as a Parquet or an Arrow file; rows stay in the order in which they
//! come, and no more than some thousands of them are held.

mod rows;

use std::io::{self, Write};
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use crate::article::Article;
use crate::record;
use rows::Rows;

/// So many rows are handed on together.
const ROWS_AT_A_TIME: usize = 4096;

/// So many rows of a Parquet file lie together: what a reader must take at once, and what the writer holds, compressed.
const ROWS_A_GROUP: usize = 1 << 17;

/// The kind of file that [`Columns`] writes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ColumnFile {
    /// Apache Parquet, compressed by Snappy.
    Parquet,
    /// The Arrow IPC file format, also called Feather: larger, but read without decoding.
    Arrow,
}

/// A table of statements as a Parquet or Arrow file.
///
/// The columns are the fields of the [record](crate::record::Statement). Numbers are 64-bit integers, the confidence a double, `speaker_anonymous` a
/// boolean, `content_spans` and `evidence_spans` lists of structs with `start` and `end`; all else is text, `fields` as JSON. Offsets count
/// UTF-8 bytes; the file's metadata says so (`dictum.offsets`), and gives the [version](crate::record::VERSION) of the
/// records (`dictum.version`). `statement` counts from 0 within the document, which is what `within` refers to.
///
/// Both kinds of file end with a footer: one that was not [finished](Columns::finish) cannot be read. Nothing is read back or sought, so
/// the writer may be a pipe.
///
/// ```
/// use dictum::export::{ColumnFile, Columns};
///
/// let article = dictum::Extractor::default().extract("The mayor promised to rebuild the bridge.");
/// let mut file = Vec::new();
/// let mut table = Columns::new(&mut file, ColumnFile::Parquet)?;
/// table.article("a17", &article)?;
/// table.finish()?;
/// assert!(file.starts_with(b"PAR1") && file.ends_with(b"PAR1"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Columns<W: Write + Send> {
    file: File<W>,
    schema: Arc<Schema>,
    rows: Rows,
}

enum File<W: Write + Send> {
    Parquet(Box<ArrowWriter<W>>),
    Arrow(Box<FileWriter<W>>),
}

impl<W: Write + Send> Columns<W> {
    /// A table that is written to `writer`.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn new(writer: W, file: ColumnFile) -> io::Result<Self> {
        let schema = Arc::new(rows::schema());
        let file = match file {
            ColumnFile::Parquet => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::SNAPPY)
                    .set_max_row_group_row_count(Some(ROWS_A_GROUP))
                    .build();
                let writer = ArrowWriter::try_new(writer, Arc::clone(&schema), Some(properties));
                File::Parquet(Box::new(writer.map_err(parquet)?))
            }
            ColumnFile::Arrow => File::Arrow(Box::new(FileWriter::try_new(writer, &schema).map_err(arrow)?)),
        };
        Ok(Columns { file, schema, rows: Rows::new() })
    }

    /// Adds a row for each statement of the article named `id`.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn article(&mut self, id: &str, article: &Article<'_>) -> io::Result<()> {
        for (index, statement) in article.statements().enumerate() {
            self.statement(index, &record::Statement::new(id, statement))?;
        }
        Ok(())
    }

    /// Adds the row of a record with so many of the document's statements before it.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn statement(&mut self, index: usize, record: &record::Statement<'_>) -> io::Result<()> {
        self.rows.add(index, record);
        if self.rows.count() >= ROWS_AT_A_TIME { self.hand_on() } else { Ok(()) }
    }

    fn hand_on(&mut self) -> io::Result<()> {
        let rows = RecordBatch::try_new(Arc::clone(&self.schema), self.rows.take()).map_err(arrow)?;
        match &mut self.file {
            File::Parquet(file) => file.write(&rows).map_err(parquet),
            File::Arrow(file) => file.write(&rows).map_err(arrow),
        }
    }

    /// Writes the rows that are left and the footer.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn finish(mut self) -> io::Result<()> {
        self.hand_on()?;
        match self.file {
            File::Parquet(file) => file.close().map(|_| ()).map_err(parquet),
            File::Arrow(mut file) => file.finish().map_err(arrow),
        }
    }
}

impl<W: Write + Send> std::fmt::Debug for Columns<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Columns").field("rows", &self.rows.count()).finish_non_exhaustive()
    }
}

/// What the writer said, where it is the writer that failed.
fn parquet(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(inner) => io::Error::other(inner),
        },
        error => io::Error::other(error),
    }
}

fn arrow(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        error => io::Error::other(error),
    }
}
