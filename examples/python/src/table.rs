//! Contract: statements as Arrow columns, the library's own, with offsets in code points. They reach
//! Python as files in Arrow's interchange format, which `pyarrow` reads without copying.

use std::io;

use dictum::Extractor;
use dictum::export::{ColumnFile, Columns};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::found::View;
use crate::items::Item;
use crate::pipeline::Tables;

/// The least text of a file, in bytes, so that its head costs little.
const FILE_BYTES: usize = 128 << 10;

/// Cuts texts into parts, of each of which a file is made.
pub fn parts(items: &[Item]) -> impl Iterator<Item = &[Item]> {
    let mut bytes = 0;
    items.chunk_by(move |before, _| {
        bytes += before.text.len();
        let full = bytes >= FILE_BYTES;
        bytes = if full { 0 } else { bytes };
        !full
    })
}

/// A file with the rows of some texts; needs no Python.
pub fn rows(items: &[Item], extractor: &Extractor) -> io::Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut columns = Columns::new(&mut file, ColumnFile::Arrow)?;
    for item in items {
        let view = View::of(&item.text, extractor);
        for statement in view.article.statements() {
            columns.statement(&view.record(&item.id, statement))?;
        }
    }
    columns.finish()?;
    Ok(file)
}

/// A file without rows, whose schema all files have.
#[pyfunction]
pub fn empty_table(py: Python<'_>) -> PyResult<Bound<'_, PyBytes>> {
    let mut file = Vec::new();
    Columns::new(&mut file, ColumnFile::Arrow)?.finish()?;
    Ok(PyBytes::new(py, &file))
}

/// A `pyarrow.RecordBatchReader` over files.
pub fn reader(py: Python<'_>, tables: Tables) -> PyResult<Bound<'_, PyAny>> {
    py.import("dictum_news.arrow")?.call_method1("reader", (tables,))
}
