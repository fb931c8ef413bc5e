//! The complete records of a short article, byte for byte, so that any change to the record format
//! or to a pass shows.
//!
//! After an intended change, `UPDATE_SNAPSHOT=1 cargo test --test snapshot` updates the file;
//! review the difference before you commit it.

use std::fs;
use std::path::Path;

use dictum::{Extractor, Scope};

#[test]
fn the_records_of_an_article_match_the_snapshot() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshot");
    let text = fs::read_to_string(folder.join("article.txt")).unwrap();
    let input = serde_json::json!({"id": "ferry", "text": text}).to_string();
    let mut records = Vec::new();
    let extractor = Extractor::builder().scope(Scope::Attributions).build().unwrap();
    extractor.stream(input.as_bytes(), &mut records).unwrap();
    let records = String::from_utf8(records).unwrap();
    let expected = folder.join("records.jsonl");
    if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
        fs::write(expected, records).unwrap();
        return;
    }
    let expected = fs::read_to_string(expected).unwrap();
    for (i, (found, expected)) in records.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, expected, "record {}", i + 1);
    }
    assert_eq!(records.lines().count(), expected.lines().count(), "the number of records");
}
