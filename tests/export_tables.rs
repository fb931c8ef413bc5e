//! Tables of statements: read back by independent readers, each row has the values of the
//! statement's record.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use dictum::export::{self, ColumnFile, Columns, Csv};
use dictum::{Article, Extractor, Span, record};
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

/// The corpus, and texts that are difficult for a table.
fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = [
        ("pieces", "“The pier is old,” said Joss Arden, “but it stands.”"),
        ("comma, \"quoted\"", "Élan Çelik said \"it's, well,\nover\", 🙂.\r\n=1+1, said Moor."),
        ("none", "It rained."),
        ("empty", ""),
    ]
    .map(|(id, text)| (id.to_owned(), text.to_owned()))
    .into();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
            texts.push((id, fs::read_to_string(&path).unwrap()));
        }
    }
    texts
}

fn articles(texts: &[(String, String)]) -> Vec<(&str, Article<'_>)> {
    let extractor = Extractor::builder().min_confidence(0.3).build().unwrap();
    texts.iter().map(|(id, text)| (id.as_str(), extractor.extract(text))).collect()
}

/// The record of each statement.
fn records<'a>(articles: &'a [(&str, Article<'a>)]) -> Vec<record::StatementRecord<'a>> {
    let of = |(id, article): &'a (&str, Article<'a>)| {
        article.statements().map(|one| record::StatementRecord::new(id, one))
    };
    articles.iter().flat_map(of).collect()
}

#[test]
fn csv_rows_are_the_records() {
    let texts = texts();
    let articles = articles(&texts);
    let mut file = Vec::new();
    export::write(&Csv::new(), articles.iter().map(|(id, article)| (*id, article)), &mut file).unwrap();
    let mut reader = csv::Reader::from_reader(&file[..]);
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let records = records(&articles);
    assert_eq!(rows.len(), records.len());
    for (row, record) in rows.iter().zip(&records) {
        let field = |name: &str| &row[header.iter().position(|column| column == name).unwrap()];
        assert_eq!(field("document"), record.document);
        assert_eq!(field("statement"), record.index.unwrap().to_string());
        assert_eq!(field("type"), record.attribution_type.unwrap().as_str());
        assert_eq!(field("form"), record.form.unwrap().as_str());
        assert_eq!((field("sentence_text"), field("context")), ("", ""));
        assert_eq!(field("content"), record.content.text);
        assert_eq!(field("content_spans"), serde_json::to_string(&record.content.spans).unwrap());
        assert_eq!(field("confidence").parse::<f32>().ok(), record.confidence);
        let speaker = record.speaker.as_ref();
        assert_eq!(field("speaker"), speaker.and_then(|one| one.name.as_deref()).unwrap_or(""));
        assert_eq!(field("source"), speaker.and_then(|one| one.text.as_deref()).unwrap_or(""));
        let start = speaker.and_then(|one| one.span).map(Span::start);
        assert_eq!(field("source_start").parse().ok(), start);
        let evidence = record.evidence.as_ref().unwrap();
        assert_eq!(field("rule"), evidence.rule.as_deref().unwrap_or(""));
        assert_eq!(field("evidence_spans"), serde_json::to_string(&evidence.spans).unwrap());
    }
}

fn file(articles: &[(&str, Article<'_>)], kind: ColumnFile) -> Vec<u8> {
    let mut file = Vec::new();
    let mut table = Columns::new(&mut file, kind).unwrap();
    for (id, article) in articles {
        table.article(id, article).unwrap();
    }
    table.finish().unwrap();
    file
}

fn parquet(test: &str, bytes: &[u8]) -> Vec<RecordBatch> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.parquet"));
    fs::write(&path, bytes).unwrap();
    let file = fs::File::open(path).unwrap();
    let reader = ParquetRecordBatchReader::try_new(file, 1000).unwrap();
    reader.collect::<Result<_, _>>().unwrap()
}

fn arrow(file: &[u8]) -> Vec<RecordBatch> {
    let reader = arrow_ipc::reader::FileReader::try_new(std::io::Cursor::new(file), None).unwrap();
    reader.collect::<Result<_, _>>().unwrap()
}

#[test]
fn columns_hold_the_records() {
    let texts = texts();
    let articles = articles(&texts);
    let records = records(&articles);
    for batches in [
        parquet("records", &file(&articles, ColumnFile::Parquet)),
        arrow(&file(&articles, ColumnFile::Arrow)),
    ] {
        let mut rows = records.iter();
        for batch in &batches {
            let column = |name: &str| batch.column_by_name(name).unwrap();
            let text = |name: &str, row: usize| {
                let column = column(name).as_string::<i32>();
                column.is_valid(row).then(|| column.value(row))
            };
            let number = |name: &str, row: usize| {
                let column = column(name).as_primitive::<Int64Type>();
                column.is_valid(row).then(|| usize::try_from(column.value(row)).unwrap())
            };
            for row in 0..batch.num_rows() {
                let record = rows.next().unwrap();
                assert_eq!(text("document", row), Some(&*record.document));
                assert_eq!(number("statement", row), record.index);
                assert_eq!(number("within", row), record.within);
                assert_eq!(text("content", row), Some(&*record.content.text));
                assert_eq!(text("rule", row), record.evidence.as_ref().unwrap().rule.as_deref());
                let cue = record.cue.as_ref();
                assert_eq!(text("cue_lemma", row), cue.and_then(|cue| cue.lemma.as_deref()));
                assert_eq!(number("cue_end", row), cue.map(|cue| cue.span.end()));
                let speaker = record.speaker.as_ref();
                assert_eq!(text("speaker", row), speaker.and_then(|one| one.name.as_deref()));
                let anonymous = column("speaker_anonymous").as_boolean();
                assert_eq!(
                    anonymous.is_valid(row).then(|| anonymous.value(row)),
                    speaker.map(|one| one.anonymous)
                );
                let share = column("confidence").as_primitive::<Float64Type>().value(row);
                assert!((share - f64::from(record.confidence.unwrap())).abs() < 1e-6);
                let spans = column("content_spans").as_list::<i32>().value(row);
                let edges = ["start", "end"].map(|name| {
                    let edges = spans.as_struct().column_by_name(name).unwrap().as_primitive::<Int64Type>();
                    edges.values().iter().map(|&at| usize::try_from(at).unwrap()).collect::<Vec<_>>()
                });
                let expected = record.content.spans.iter().map(|span| (span.start(), span.end()));
                assert!(edges[0].iter().copied().zip(edges[1].iter().copied()).eq(expected));
            }
        }
        assert!(rows.next().is_none());
    }
}

#[test]
fn a_file_states_the_unit_of_its_offsets() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("facts.parquet");
    fs::write(&path, file(&[], ColumnFile::Parquet)).unwrap();
    let parquet = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(path).unwrap()).unwrap();
    let arrow = file(&[], ColumnFile::Arrow);
    let arrow = arrow_ipc::reader::FileReader::try_new(std::io::Cursor::new(arrow), None).unwrap();
    for schema in [Arc::clone(parquet.schema()), arrow.schema()] {
        let facts = schema.metadata();
        assert_eq!((&*facts["dictum.version"], &*facts["dictum.offsets"]), ("1", "bytes"));
    }
}

#[test]
fn a_table_without_rows_is_valid() {
    for kind in [ColumnFile::Parquet, ColumnFile::Arrow] {
        let empty = file(&[], kind);
        let rows = match kind {
            ColumnFile::Parquet => parquet("empty", &empty),
            _ => arrow(&empty),
        };
        assert_eq!(rows.iter().map(RecordBatch::num_rows).sum::<usize>(), 0);
    }
}

#[test]
fn more_rows_than_the_buffer_holds_are_written_in_order() {
    let article = Extractor::default().extract("The mayor said the bridge was safe.");
    let ids: Vec<String> = (0..10_000).map(|n| n.to_string()).collect();
    let articles: Vec<_> = ids.iter().map(|id| (id.as_str(), article.clone())).collect();
    for batches in
        [parquet("order", &file(&articles, ColumnFile::Parquet)), arrow(&file(&articles, ColumnFile::Arrow))]
    {
        let documents = batches.iter().flat_map(|batch| {
            batch
                .column_by_name("document")
                .unwrap()
                .as_string::<i32>()
                .iter()
                .map(|id| id.unwrap().to_owned())
        });
        assert!(documents.eq(ids.iter().cloned()));
    }
}

/// A writer that is full.
struct Full;

impl std::io::Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::StorageFull.into())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn errors_of_the_writer_are_returned() {
    for kind in [ColumnFile::Parquet, ColumnFile::Arrow] {
        let error = Columns::new(Full, kind).and_then(Columns::finish).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::StorageFull, "{kind:?}: {error}");
    }
}
