//! Tables as input: each row is an article, and an invalid row does not affect the others.

use super::*;

#[test]
#[cfg(not(feature = "csv"))]
fn without_csv_support_the_feature_is_reported() {
    let folder = folder("csv-none", &[("a.csv", b"id,text\n"), ("b.jsonl", GOOD.as_bytes())]);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let output = extract(&["--sentences", &path("a.csv"), &path("b.jsonl")], "");
    assert_eq!((output.status.code(), documents(&output)), (Some(1), vec!["a".to_owned()]));
    assert!(
        stderr(&output).contains("a.csv: to read such files, build with the feature `csv`"),
        "{}",
        stderr(&output)
    );
}

#[cfg(feature = "csv")]
mod csv {
    use super::*;

    const CSV: &str = "\u{feff}nr,date,body\r\n17,2024-03-05,\"The mayor said \"\"no\"\",\r\nand the bridge was safe.\"\r\n18,,It rained.\r\n";

    #[test]
    fn columns_are_fields() {
        let tsv = "nr\tbody\n17\tThe mayor said \"no\".\n";
        let folder = folder("csv", &[("a.csv", CSV.as_bytes()), ("b.tsv", tsv.as_bytes())]);
        let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
        let names = ["--id-field", "nr", "--text-field", "body", "--format", "articles"];
        let output = extract(&[&names[..], &["--keep-all", &path("a.csv"), &path("b.tsv")]].concat(), "");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
        let lines: Vec<&str> = stdout(&output).lines().collect();
        let first = r#"{"id":"17","text":"The mayor said \"no\",\r\nand the bridge was safe.","fields":{"date":"2024-03-05"}}"#;
        assert_eq!(lines[0], first);
        assert_eq!(lines[1], r#"{"id":"18","text":"It rained.","fields":{"date":""}}"#);
        assert_eq!(lines[2], r#"{"id":"17","text":"The mayor said \"no\".","fields":{}}"#);
        let report = dictum("report", &[&names[..4], &[&path("a.csv")]].concat(), "");
        assert!(stdout(&report).contains("2024-03-05"));
    }

    #[test]
    fn many_rows_are_read_in_order_and_can_be_resumed() {
        let row = |n: u32| format!("{n},The mayor said the bridge was safe.\n");
        let rows: Vec<String> = (0..20_000).map(row).collect();
        let rows = rows.concat();
        let [packed, _] = input::packed(format!("id,text\n{rows}").as_bytes());
        let folder = folder("csv-many", &[("a.csv.gz", &packed)]);
        let path = folder.join("a.csv.gz");
        let ids = |first: u32| (first..20_000).map(|n| n.to_string()).collect::<Vec<_>>();
        let output = extract(&["--sentences", "--threads", "3", path.to_str().unwrap()], "");
        assert_eq!(documents(&output), ids(0));
        let output = extract(&["--sentences", "--resume-after", "12345", path.to_str().unwrap()], "");
        assert_eq!(documents(&output), ids(12_345));
    }

    #[test]
    fn a_bad_row_is_reported_with_its_position() {
        let bytes = b"id,text\na,One.\nb,\"Two\nlines.\",more\nc,\xff\nd,Four.\n";
        let folder = folder("csv-bad", &[("x.csv", bytes)]);
        let path = folder.join("x.csv");
        let output = extract(&["--sentences", path.to_str().unwrap()], "");
        assert_eq!(
            (output.status.code(), documents(&output)),
            (Some(1), vec!["a".to_owned(), "d".to_owned()])
        );
        let path = path.display();
        let expected = format!(
            "{path}: row 2: line 3: 3 values for 2 columns\n{path}: row 3: line 5: `text` is not valid UTF-8; \
             convert the file, for example with `iconv -f windows-1252 -t utf-8`\n"
        );
        assert_eq!(stderr(&output), expected);
    }

    #[test]
    fn a_table_without_the_columns_is_reported() {
        let folder =
            folder("csv-columns", &[("x.csv", b"nr,body\n"), ("y.csv", b"id,text,id\n"), ("z.csv", b"")]);
        let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
        let output = extract(&[&path("x.csv"), &path("y.csv"), &path("z.csv")], "");
        assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
        let reports: Vec<&str> = stderr(&output).lines().collect();
        assert_eq!(
            reports[0],
            format!(
                "{}: there is no column `text`; the columns are `nr`, `body` (--text-field names another)",
                path("x.csv")
            )
        );
        assert_eq!(reports[1], format!("{}: column `id` occurs more than once", path("y.csv")));
        assert_eq!(reports[2], format!("{}: the file is empty: it has no names of columns", path("z.csv")));
    }

    #[test]
    fn semicolons_separate_values_and_rows_without_an_id_are_numbered() {
        let folder = folder(
            "csv-semicolon",
            &[("x.csv", "date;text\n2024,5;It rained, twice.\n;\"Two; lines.\"\n".as_bytes())],
        );
        let path = folder.join("x.csv");
        let path = path.to_str().unwrap();
        let output = extract(&["--format", "articles", "--keep", "date", path], "");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
        let expected = "{\"id\":\"1\",\"text\":\"It rained, twice.\",\"fields\":{\"date\":\"2024,5\"}}\n\
                        {\"id\":\"2\",\"text\":\"Two; lines.\",\"fields\":{\"date\":\"\"}}\n";
        assert_eq!(stdout(&output), expected);
        let named = extract(&["--id-field", "nr", path], "");
        assert_eq!(named.status.code(), Some(1));
        assert!(stderr(&named).contains("no column `nr`") && stderr(&named).contains("--id-field"));
    }

    #[test]
    fn an_unterminated_row_is_not_held_in_memory() {
        let rows = "x,y\n".repeat(20_000);
        let table = format!("id,text\na,One.\nb,\"Two.\n{rows}");
        let folder = folder("csv-open", &[("x.csv", table.as_bytes())]);
        let path = folder.join("x.csv");
        let output = extract(&["--sentences", "--max-line", "1000", path.to_str().unwrap()], "");
        let found = documents(&output);
        assert_eq!((output.status.code(), found.len(), &*found[0]), (Some(1), 20_001, "a"));
        let expected = "x.csv: row 2: line 3: a quotation mark is not closed; reading goes on at line 4\n";
        assert!(stderr(&output).ends_with(expected), "{}", stderr(&output));
    }
}

#[test]
#[cfg(not(feature = "parquet"))]
fn without_parquet_support_the_feature_is_reported() {
    let folder = folder("parquet-none", &[("a.parquet", b"PAR1")]);
    let output = extract(&[folder.join("a.parquet").to_str().unwrap()], "");
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert!(stderr(&output).contains("build with the feature `parquet`"), "{}", stderr(&output));
}

#[cfg(feature = "parquet")]
mod parquet {
    use std::sync::Arc;

    use ::parquet::basic::{BrotliLevel, Compression, GzipLevel, ZstdLevel};
    use ::parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
    use ::parquet::file::properties::WriterProperties;
    use ::parquet::file::writer::SerializedFileWriter;
    use ::parquet::schema::parser::parse_message_type;

    use super::*;

    /// Writes a file of articles in row groups of 1000; texts for which `text` returns `None` are
    /// null.
    fn write(
        path: &Path,
        compression: Compression,
        rows: i64,
        text: impl Fn(i64) -> Option<Vec<u8>>,
        kind: &str,
    ) {
        let schema = format!(
            "message articles {{ required int64 nr; optional binary body {kind}; required int32 date (DATE); \
             required double score; optional group tags (LIST) {{ repeated group list {{ optional binary element (UTF8); }} }} }}"
        );
        let schema = Arc::new(parse_message_type(&schema).unwrap());
        let properties = Arc::new(WriterProperties::builder().set_compression(compression).build());
        let mut writer =
            SerializedFileWriter::new(fs::File::create(path).unwrap(), schema, properties).unwrap();
        for start in (0..rows).step_by(1000) {
            let numbers: Vec<i64> = (start..rows.min(start + 1000)).collect();
            let texts: Vec<Option<ByteArray>> =
                numbers.iter().map(|&n| text(n).map(ByteArray::from)).collect();
            let there: Vec<i16> = texts.iter().map(|text| i16::from(text.is_some())).collect();
            let texts: Vec<ByteArray> = texts.into_iter().flatten().collect();
            let mut group = writer.next_row_group().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<Int64Type>().write_batch(&numbers, None, None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<ByteArrayType>().write_batch(&texts, Some(&there), None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<Int32Type>().write_batch(&vec![19_787; numbers.len()], None, None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<DoubleType>().write_batch(&vec![0.5; numbers.len()], None, None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            let tags = vec![ByteArray::from("x"); numbers.len()];
            let (full, first) = (vec![3; numbers.len()], vec![0; numbers.len()]);
            column.typed::<ByteArrayType>().write_batch(&tags, Some(&full), Some(&first)).unwrap();
            column.close().unwrap();
            group.close().unwrap();
        }
        writer.close().unwrap();
    }

    const NAMES: [&str; 4] = ["--id-field", "nr", "--text-field", "body"];

    #[test]
    fn columns_are_fields() {
        let folder = folder("parquet", &[("notes.txt", b"")]);
        let compressions = [
            Compression::UNCOMPRESSED,
            Compression::SNAPPY,
            Compression::ZSTD(ZstdLevel::default()),
            Compression::GZIP(GzipLevel::default()),
            Compression::BROTLI(BrotliLevel::default()),
            Compression::LZ4,
            Compression::LZ4_RAW,
        ];
        for (n, compression) in compressions.into_iter().enumerate() {
            let path = folder.join(format!("{n}.parquet"));
            let kind = if n == 0 { "" } else { "(UTF8)" };
            write(&path, compression, 2, |n| Some(format!("The mayor said “{n}”.").into_bytes()), kind);
            let output = extract(
                &[&NAMES[..], &["--format", "articles", "--keep-all", path.to_str().unwrap()]].concat(),
                "",
            );
            assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
            let fields = r#""fields":{"date":"2024-03-05","score":0.5,"tags":["x"]}"#;
            let line = |n| format!("{{\"id\":\"{n}\",\"text\":\"The mayor said “{n}”.\",{fields}}}\n");
            assert_eq!(stdout(&output), line(0) + &line(1));
            let report = dictum("report", &[&NAMES[..], &[path.to_str().unwrap()]].concat(), "");
            assert!(stdout(&report).contains("2024-03-05"));
        }
    }

    #[test]
    fn many_rows_are_read_in_order_and_bad_ones_are_reported() {
        let folder = folder("parquet-many", &[("notes.txt", b"")]);
        let path = folder.join("a.parquet");
        let text = |n| match n {
            1234 => None,
            2345 => Some(vec![0xff]),
            _ => Some(b"The mayor said the bridge was safe.".to_vec()),
        };
        write(&path, Compression::SNAPPY, 5000, text, "");
        let arguments = [&NAMES[..], &["--sentences", "--threads", "3", path.to_str().unwrap()]].concat();
        let output = extract(&arguments, "");
        let expected: Vec<String> =
            (0..5000).filter(|n| ![1234, 2345].contains(n)).map(|n| n.to_string()).collect();
        assert_eq!((output.status.code(), documents(&output)), (Some(1), expected));
        let mut reports: Vec<&str> = stderr(&output).lines().collect();
        reports.sort_unstable();
        let path = path.display();
        assert_eq!(
            reports,
            [
                format!("{path}: row 1235: invalid type: null, expected a string"),
                format!("{path}: row 2346: `body` is not valid UTF-8"),
            ]
        );
    }

    #[test]
    fn an_invalid_parquet_file_is_reported() {
        let folder = folder("parquet-none", &[("a.parquet", b"PAR1 and nothing else")]);
        let good = folder.join("b.parquet");
        write(&good, Compression::SNAPPY, 1, |_| Some(b"It rained.".to_vec()), "(UTF8)");
        let paths = [folder.join("a.parquet"), good];
        let paths = paths.each_ref().map(|path| path.to_str().unwrap());
        let output = extract(&[&NAMES[..], &["--sentences", paths[0], paths[1]]].concat(), "");
        assert_eq!((output.status.code(), documents(&output)), (Some(1), vec!["0".to_owned()]));
        assert!(stderr(&output).starts_with(&format!("{}: ", paths[0])), "{}", stderr(&output));
        let output = extract(&[paths[1]], "");
        let expected = "there is no column `text`; the columns are `nr`, `body`, `date`, `score`, `tags` \
                        (--text-field names another)\n";
        assert!(stderr(&output).ends_with(expected), "{}", stderr(&output));
    }
}
