//! A Parquet file with some of its bytes changed: it is read, or the error is that of the file.
#![no_main]

use std::sync::LazyLock;

use dictum::Extractor;
use dictum::export::{ColumnFile, Columns};
use dictum::record::StatementRecord;
use libfuzzer_sys::fuzz_target;

#[path = "../program.rs"]
mod program;

/// A good file, which each input changes.
static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let article = Extractor::default().extract("“We will pay,” said Ana Ruiz. Bo Lund warned that it could rain.");
    let mut file = Vec::new();
    let mut table = Columns::new(&mut file, ColumnFile::Parquet).expect("memory can be written");
    for (id, statement) in (0..50).flat_map(|n| article.statements().map(move |found| (n.to_string(), found))) {
        table.statement(&StatementRecord::new(&id, statement)).expect("memory can be written");
    }
    table.finish().expect("memory can be written");
    file
});

// each three bytes are a place, from the end or the beginning, and what is there
fuzz_target!(|bytes: &[u8]| {
    let mut file = FILE.clone();
    for change in bytes.chunks_exact(3) {
        let place = usize::from(u16::from_le_bytes([change[0], change[1]]) >> 1) % file.len();
        let place = if change[0] & 1 == 0 { file.len() - 1 - place } else { place };
        file[place] ^= change[2];
    }
    program::reads("parquet", &file);
});
