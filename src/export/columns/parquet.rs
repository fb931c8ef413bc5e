//! Contract: opens a Parquet file with Snappy compression and row groups of a bounded size.

use std::io::{self, Write};
use std::sync::Arc;

use arrow_schema::Schema;
pub(super) use parquet::arrow::ArrowWriter as Writer;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

/// The number of rows in a row group: what a reader must load at once, and what the writer holds,
/// compressed, in memory.
const ROWS_A_GROUP: usize = 1 << 17;

pub(super) fn writer<W: Write + Send>(writer: W, schema: &Arc<Schema>) -> io::Result<Writer<W>> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(ROWS_A_GROUP))
        .build();
    Writer::try_new(writer, Arc::clone(schema), Some(properties)).map_err(error)
}

/// The error of the underlying writer, if it is what failed.
pub(super) fn error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(inner) => io::Error::other(inner),
        },
        error => io::Error::other(error),
    }
}
