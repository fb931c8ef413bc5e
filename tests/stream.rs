//! Streams: how each kind of unusual line is handled, and that it does not affect the other lines.

use std::io;

use dictum::{BadLineKind, Extractor, ReadError, Stream, StreamReport, record};
use serde_json::{Map, Value};

/// Runs a stream that writes the id and the text of each article.
fn echo(input: &[u8]) -> (StreamReport, String) {
    let extractor = Extractor::builder().threads(2).build().unwrap();
    let mut output = Vec::new();
    let report = Stream::new(&extractor)
        .writing(|input, out| out.extend_from_slice(format!("{}={}\n", input.id, input.text).as_bytes()))
        .run(input, &mut output)
        .unwrap();
    (report, String::from_utf8(output).unwrap())
}

/// Streams a good line, `line` and another good line; returns the error of `line`.
fn trouble(line: &[u8]) -> (BadLineKind, String) {
    let good = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"Good.\"}}\n").into_bytes();
    let input = [good("a"), line.to_vec(), b"\n".to_vec(), good("b")].concat();
    let (report, output) = echo(&input);
    assert_eq!(output, "a=Good.\nb=Good.\n", "the other lines are complete");
    assert_eq!((report.lines, report.articles, report.bad_line_count), (3, 2, 1));
    let bad = &report.bad_lines[0];
    assert_eq!(bad.line, 2);
    (bad.kind, bad.to_string())
}

#[test]
fn statements_are_written_in_the_order_of_the_lines() {
    let line = |i: usize| format!("{{\"id\":\"{i}\",\"text\":\"The mayor said the bridge was safe.\"}}\n");
    let input: String = (0..500).map(line).collect();
    let mut output = Vec::new();
    let report = Extractor::default().stream(input.as_bytes(), &mut output).unwrap();
    assert_eq!((report.articles, report.bytes), (500, input.len() as u64));
    let documents: Vec<String> = String::from_utf8(output)
        .unwrap()
        .lines()
        .map(|line| {
            serde_json::from_str::<dictum::record::StatementRecord<'_>>(line).unwrap().document.into_owned()
        })
        .collect();
    assert_eq!(documents, (0..500).map(|i| i.to_string()).collect::<Vec<_>>());
}

#[test]
fn a_malformed_line_is_reported_with_the_position_of_the_error() {
    assert_eq!(
        trouble(br#"{"id":"x","text":"No end}"#),
        (BadLineKind::Syntax, "line 2, column 25: EOF while parsing a string".into())
    );
    assert_eq!(trouble(b"Just text.").0, BadLineKind::Syntax);
    assert_eq!(trouble(br#"{"id":"x","text":"a"} trailing"#).0, BadLineKind::Syntax);
    assert_eq!(trouble(b"{\"id\":\"x\",\"text\":\"\0\"}").0, BadLineKind::Syntax);
    assert_eq!(trouble(br#"{"id":"x","text":"\ud800"}"#).0, BadLineKind::Syntax);
}

#[test]
fn an_object_that_is_not_an_article_is_reported() {
    let (kind, message) = trouble(br#"{"id":"x"}"#);
    assert_eq!((kind, message.as_str()), (BadLineKind::Shape, "line 2, column 10: missing field `text`"));
    assert!(trouble(br#"{"text":"x"}"#).1.ends_with("missing field `id`"));
    assert!(
        trouble(br#"{"id":null,"text":"x"}"#)
            .1
            .ends_with("invalid type: null, expected a string or a number")
    );
    assert!(trouble(br#"{"id":["x"],"text":"x"}"#).1.ends_with("expected a string or a number"));
    assert!(trouble(br#"{"id":"x","text":null}"#).1.ends_with("invalid type: null, expected a string"));
    assert!(trouble(br#"{"id":"x","text":"a","text":"b"}"#).1.ends_with("duplicate field `text`"));
}

#[test]
fn json_that_is_not_an_object_is_reported() {
    for line in [&br#"["x","text"]"#[..], b"17", b"null"] {
        let (kind, message) = trouble(line);
        assert_eq!(kind, BadLineKind::Shape);
        assert!(message.ends_with("expected an object with \"id\" and \"text\""), "{message}");
    }
}

#[test]
fn invalid_utf_8_is_reported() {
    let expected = (BadLineKind::Encoding, "line 2, column 19: not valid UTF-8".into());
    assert_eq!(trouble(b"{\"id\":\"x\",\"text\":\"\xff\"}"), expected);
}

#[test]
fn other_fields_are_ignored() {
    let (report, output) = echo(br#"{"date":"2024-03-04","id":"a","tags":["x",{"y":1}],"text":"Good."}"#);
    assert_eq!((report.bad_line_count, output.as_str()), (0, "a=Good.\n"));
}

#[test]
fn a_numeric_id_keeps_its_spelling() {
    for number in
        ["17", "-3", "0", "1.50", "1e3", "-0", "18446744073709551616", "123456789012345678901234567890"]
    {
        let (report, output) = echo(format!("{{\"n\":[1],\"id\":{number},\"text\":\"Good.\"}}").as_bytes());
        assert_eq!((report.bad_line_count, output), (0, format!("{number}=Good.\n")));
    }
}

/// The fields that a stream keeps of a line with the article `a` and the text `text`.
fn kept(line: &str, settings: impl for<'e> FnOnce(Stream<'e>) -> Stream<'e>) -> Result<String, String> {
    let extractor = Extractor::default();
    let mut output = Vec::new();
    let stream = Stream::new(&extractor).writing(|input, out| {
        assert_eq!((&*input.id, &*input.text), ("a", "text"));
        let fields = input.fields.as_ref().map_or("none", |fields| fields.json());
        out.extend_from_slice(fields.as_bytes());
    });
    let report = settings(stream).run(line.as_bytes(), &mut output).unwrap();
    match report.bad_lines.first() {
        Some(bad) => Err(bad.message.clone()),
        None => Ok(String::from_utf8(output).unwrap()),
    }
}

#[test]
fn field_names_can_be_changed() {
    let line = r#"{"id":1,"text":null,"nr":"a","body":"text"}"#;
    assert_eq!(kept(line, |s| s.id_field("nr").text_field("body")), Ok("none".into()));
    assert_eq!(kept(line, |s| s.id_field("number")), Err("invalid type: null, expected a string".into()));
    assert_eq!(kept(line, |s| s.id_field("number").text_field("body")), Err("missing field `number`".into()));
    let message = "invalid type: integer `17`, expected an object with \"nr\" and \"text\"";
    assert_eq!(kept("17", |s| s.id_field("nr")), Err(message.into()));
}

#[test]
fn fields_are_kept_byte_for_byte() {
    let line = r#"{"z": 1.50, "id":"a","tags":[ "x" ,{"y":"\u00e9"}], "text":"text","q\"":null, "date":"2024-03-05"}"#;
    assert_eq!(kept(line, |s| s), Ok("none".into()));
    assert_eq!(
        kept(line, |s| s.keep(["date", "z", "no such field", "id"])),
        Ok(r#"{"z":1.50,"date":"2024-03-05"}"#.into())
    );
    assert_eq!(
        kept(line, |s| s.keep(["tags"]).keep(["q\""])),
        Ok(r#"{"tags":[ "x" ,{"y":"\u00e9"}],"q\"":null}"#.into())
    );
    let all = r#"{"z":1.50,"tags":[ "x" ,{"y":"\u00e9"}],"q\"":null,"date":"2024-03-05"}"#;
    assert_eq!(kept(line, |s| s.keep_all().keep(["z"])), Ok(all.into()));
    assert_eq!(kept(line, |s| s.keep(["no such field"])), Ok("{}".into()));
}

#[test]
fn a_field_that_is_read_must_not_be_repeated() {
    let line = r#"{"id":"a","z":1,"text":"text","z":2}"#;
    assert_eq!(kept(line, |s| s), Ok("none".into()));
    assert_eq!(kept(line, |s| s.keep(["z"])), Err("duplicate field `z`".into()));
}

#[test]
fn every_record_of_an_article_has_its_fields() {
    let input = r#"{"id":"a","text":"Moor said yes. Arden said no.","date":"2024-03-05"}"#;
    let extractor = Extractor::default();
    let mut output = Vec::new();
    Stream::new(&extractor).keep(["date"]).run(input.as_bytes(), &mut output).unwrap();
    let lines: Vec<&str> = std::str::from_utf8(&output).unwrap().lines().collect();
    assert_eq!(lines.len(), 2);
    for line in lines {
        assert!(line.ends_with(r#","fields":{"date":"2024-03-05"}}"#), "{line}");
        let record: dictum::record::StatementRecord<'_> = serde_json::from_str(line).unwrap();
        assert_eq!(record.fields.unwrap().get("date"), Some("\"2024-03-05\""));
    }
}

#[test]
fn escapes_are_read_before_offsets_are_counted() {
    let input = br#"{"id":"\u0061","text":"\u201cNo,\u201d the m\u00e4yor said."}"#;
    let mut output = Vec::new();
    Extractor::default().stream(&input[..], &mut output).unwrap();
    let record: dictum::record::StatementRecord<'_> = serde_json::from_slice(&output).unwrap();
    assert_eq!(record.document, "a");
    assert_eq!(record.content.text, "“No,”");
    assert_eq!(record.content.spans[0].range(), 0.."“No,”".len());
}

#[test]
fn byte_order_mark_carriage_returns_and_blank_lines_are_ignored() {
    let input = "\u{feff}{\"id\":\"a\",\"text\":\"One.\"}\r\n\r\n   \n{\"id\":\"b\",\"text\":\"Two.\"}\r\n";
    let (report, output) = echo(input.as_bytes());
    assert_eq!(output, "a=One.\nb=Two.\n");
    assert_eq!((report.lines, report.articles, report.bad_line_count), (4, 2, 0));
}

#[test]
fn line_numbers_count_blank_lines() {
    let (report, _) = echo(b"\n\nwrong\n");
    assert_eq!(report.bad_lines[0].line, 3);
}

#[test]
fn an_empty_input_gives_an_empty_output() {
    for input in ["", "\u{feff}", "\n", "\u{feff}\n"] {
        let (report, output) = echo(input.as_bytes());
        assert_eq!((report.articles, report.bad_line_count, output.as_str()), (0, 0, ""), "{input:?}");
    }
}

#[test]
fn the_last_line_may_lack_a_line_feed_but_must_be_complete() {
    let whole = r#"{"id":"a","text":"One."}"#;
    assert_eq!(echo(whole.as_bytes()).1, "a=One.\n");
    let (report, output) = echo(format!("{whole}\n{}", &whole[..15]).as_bytes());
    assert_eq!(output, "a=One.\n");
    assert_eq!((report.bad_lines[0].line, report.bad_lines[0].kind), (2, BadLineKind::Syntax));
}

#[test]
fn ids_need_not_be_unique() {
    let line = "{\"id\":\"a\",\"text\":\"One.\"}\n";
    assert_eq!(echo(line.repeat(2).as_bytes()).1, "a=One.\na=One.\n");
}

#[test]
fn all_bad_lines_are_counted_and_passed_to_the_callback() {
    let extractor = Extractor::default();
    let mut heard = 0;
    let input = "wrong\n".repeat(20_000);
    let stream = Stream::new(&extractor).on_bad_line(|bad| {
        heard += 1;
        assert_eq!(bad.line, heard);
    });
    let report = stream.run(input.as_bytes(), io::sink()).unwrap();
    assert_eq!(report.bad_line_count, 20_000);
    assert_eq!(report.bad_lines.len(), 1000);
    assert_eq!(heard, 20_000);
}

#[test]
fn a_line_longer_than_a_chunk_is_read_completely() {
    let text = "The mayor said yes. ".repeat(300_000);
    let (report, output) = echo(format!("{{\"id\":\"a\",\"text\":\"{text}\"}}\nwrong\n").as_bytes());
    assert_eq!(output.len(), text.len() + 3);
    assert_eq!((report.articles, report.bad_line_count), (1, 1));
}

#[test]
fn a_line_over_the_limit_is_reported_and_does_not_affect_others() {
    let line = |id: &str, length: usize| format!("{{\"id\":\"{id}\",\"text\":\"{}\"}}\n", "a".repeat(length));
    let input = [line("a", 10), line("b", 5_000_000), line("c", 10)].concat();
    let extractor = Extractor::default();
    let mut output = Vec::new();
    let report = Stream::new(&extractor)
        .max_line(1000)
        .writing(|input, out| out.extend_from_slice(input.id.as_bytes()))
        .run(input.as_bytes(), &mut output)
        .unwrap();
    assert_eq!(output, b"ac");
    assert_eq!((report.lines, report.bytes, report.articles), (3, input.len() as u64, 2));
    let bad = &report.bad_lines[0];
    assert_eq!((bad.line, bad.kind), (2, BadLineKind::Length));
    let message = "line 2, column 1001: the line has 5000021 bytes; the limit is 1000";
    assert_eq!(bad.to_string(), message);
}

#[test]
fn a_line_of_two_hundred_megabytes_is_skipped() {
    let line = [&b"{\"id\":\"b\",\"text\":\""[..], &vec![b'a'; 200_000_000], b"\"}"].concat();
    let (kind, message) = trouble(&line);
    assert_eq!(kind, BadLineKind::Length);
    assert!(message.contains("the limit is 134217728"), "{message}");
}

#[test]
fn nul_and_control_characters_that_json_escapes_are_text() {
    assert_eq!(echo(br#"{"id":"a","text":"One\u0000two\u001b."}"#).1, "a=One\0two\u{1b}.\n");
}

#[test]
fn a_bad_line_gets_an_error_at_its_position() {
    let extractor = Extractor::builder().threads(2).build().unwrap();
    let lines = |bad: &str| format!("{bad}\n{{\"id\":\"a\",\"text\":\"\"}}\n\n");
    let input = lines("{\"id\":\"b\"}").repeat(5000);
    let mut output = Vec::new();
    let report = Stream::new(&extractor)
        .writing(|input, out| out.extend_from_slice(format!("{}\n", input.id).as_bytes()))
        .writing_bad_lines(|bad, out| out.extend_from_slice(format!("{}\n", bad.line).as_bytes()))
        .run(input.as_bytes(), &mut output)
        .unwrap();
    assert_eq!((report.articles, report.bad_line_count), (5000, 5000));
    let expected: Vec<String> = (0..5000).flat_map(|n| [(3 * n + 1).to_string(), "a".into()]).collect();
    assert_eq!(str::from_utf8(&output).unwrap().lines().collect::<Vec<_>>(), expected);
}

#[test]
fn an_article_record_has_the_same_statements_as_single_records() {
    let text = "The mayor “will rebuild” the bridge, she said. “It is safe,” said Ruiz, who feared that it might fall.\n\n\
                It rained. According to Ana Ruiz, the town promised to pay \\ \"soon\".";
    let extractor = Extractor::builder().min_confidence(0.0).build().unwrap();
    let article = extractor.extract(text);
    let mut line = Vec::new();
    record::write_article("a\"17", &article, None, &mut line);
    let whole: Value = serde_json::from_slice(&line).unwrap();
    assert_eq!(whole["document"], "a\"17");
    let within = whole["statements"].as_array().unwrap();
    assert!(within.len() >= 3, "{within:?}");
    assert_eq!(within.len(), article.statements().count());
    for (found, statement) in within.iter().zip(article.statements()) {
        let mut line = Vec::new();
        record::StatementRecord::new("a\"17", statement).write_line(&mut line);
        let mut alone: Map<String, Value> = serde_json::from_slice(&line).unwrap();
        alone.retain(|field, _| !["version", "document"].contains(&field.as_str()));
        assert_eq!(found.as_object(), Some(&alone));
    }
}

#[test]
fn articles_can_be_read_as_records() {
    let line =
        |n: u32| format!("{{\"nr\":{n},\"text\":\"The mayor said that pier {n} was safe.\",\"page\":{n}}}\n");
    // more lines than a chunk of one thread holds, with a bad one among them
    let input: String = (0..5000).map(|n| if n == 4500 { "{}\n".to_owned() } else { line(n) }).collect();
    let mut lines = Vec::new();
    for threads in [1, 3] {
        let extractor = Extractor::builder().threads(threads).build().unwrap();
        let stream = || Stream::new(&extractor).id_field("nr").keep(["page"]);
        lines.clear();
        stream().run(input.as_bytes(), &mut lines).unwrap();
        let mut written = Vec::new();
        for (n, article) in stream().records(input.as_bytes()).enumerate() {
            match article {
                Ok(article) => {
                    assert_eq!(article.document, n.to_string());
                    for mut statement in article.statements {
                        statement.fields.clone_from(&article.fields);
                        statement.write_line(&mut written);
                    }
                }
                Err(ReadError::BadLine(bad)) => assert_eq!((n, bad.line), (4500, 4501)),
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(written, lines);
    }
}

#[test]
fn an_iterator_ends_with_the_error_of_its_reader() {
    struct Failing;
    impl io::Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let input = &b"{\"id\":\"a\",\"text\":\"It rained.\"}\n"[..];
    let extractor = Extractor::default();
    let reader = io::BufReader::new(io::Read::chain(input, Failing));
    let mut records = Stream::new(&extractor).map(reader, |article| article.id.to_string());
    assert_eq!(records.next().unwrap().unwrap(), "a");
    let error = records.next().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "reading failed after line 1: the disk is gone");
    assert!(records.next().is_none());
}
