//! Input that is not what the program expects: it is read all the same, or the message names the
//! thing and the way out.

use super::*;

#[test]
fn a_folder_without_matching_files_says_what_it_has() {
    let files: [(&str, &[u8]); 4] =
        [("a.csv", b"id,text\n"), ("b/c.HTML.gz", b""), ("b/d.html", b"<p>x"), ("e.pdf", b"%PDF")];
    let full = folder("ignored", &files);
    let output = extract(&[full.to_str().unwrap()], "");
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    let expected =
        "the folder has no *.txt files; ignored: 2 *.html, 1 *.csv, 1 *.pdf; --ext html,csv reads them\n";
    assert!(stderr(&output).ends_with(expected), "{}", stderr(&output));
    let empty = folder("ignored-none", &[]);
    fs::create_dir_all(&empty).unwrap();
    let output = extract(&["--ext", "md", empty.to_str().unwrap()], "");
    assert!(stderr(&output).ends_with("the folder has no *.md files\n"), "{}", stderr(&output));
}

#[test]
fn the_standard_input_may_be_text_or_json() {
    let text = "The mayor said the bridge was safe.";
    let json = "[{\"id\": \"a\",\n \"text\": \"The mayor said the bridge was safe.\"}]";
    for (input, id) in [(text, "stdin"), (json, "a"), (GOOD, "a")] {
        let output = extract(&[], input);
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{input}");
        let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(
            (&record["document"], &record["content"]["text"]),
            (&id.into(), &"the bridge was safe".into())
        );
    }
    let as_text = extract(&["--input", "text", "--format", "articles"], GOOD);
    let article: serde_json::Value = serde_json::from_slice(&as_text.stdout).unwrap();
    assert_eq!(article["text"], GOOD);
    let as_lines = extract(&["--input", "jsonl"], text);
    assert_eq!(as_lines.status.code(), Some(1));
    assert!(stderr(&as_lines).contains("read as JSON Lines; use --input text"), "{}", stderr(&as_lines));
}

#[test]
fn a_json_document_has_articles() {
    let folder = folder(
        "json",
        &[("a.json", b"[{\"text\":\"One.\"},17,{\"id\":\"x\",\"text\":\"Two.\"}]"), ("b.json", b"17")],
    );
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let output = extract(&["--sentences", &path("a.json"), &path("b.json")], "");
    assert_eq!((output.status.code(), documents(&output)), (Some(1), vec!["1".to_owned(), "x".to_owned()]));
    let reports: Vec<_> = stderr(&output).lines().collect();
    assert!(reports[0].contains("a.json: article 2: "), "{reports:?}");
    assert!(reports[1].contains("b.json: the JSON is neither an object nor an array"), "{reports:?}");
}

#[test]
fn a_text_in_another_encoding_is_read_with_a_remark() {
    let folder = folder("encoding", &[("a.txt", b"The mayor said \x93no, C\xe9cile\x94.")]);
    let output = extract(&["--format", "articles", folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("The mayor said “no, Cécile”."), "{}", stdout(&output));
    assert!(stderr(&output).ends_with("a.txt: not UTF-8; read as windows-1252\n"), "{}", stderr(&output));
}

#[test]
fn utf_16_is_read_without_a_mark_and_utf_32_is_refused() {
    let text = "“It is safe,” the mayor said.";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let wide: Vec<u8> =
        "\u{feff}".chars().chain(text.chars()).flat_map(|c| u32::from(c).to_le_bytes()).collect();
    let folder = folder("utf-16", &[("a.txt", &little), ("b.txt", &big), ("c.txt", &wide)]);
    let output = extract(&["--format", "articles", folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output).matches(text).count(), 2, "{}", stdout(&output));
    assert!(stderr(&output).contains("a.txt: not UTF-8; read as UTF-16LE\n"), "{}", stderr(&output));
    assert!(stderr(&output).contains("b.txt: not UTF-8; read as UTF-16BE\n"), "{}", stderr(&output));
    assert!(stderr(&output).contains("c.txt: not a text file\n"), "{}", stderr(&output));
    // zeros alone change nothing
    let zeros = extract(&["--input", "text"], "The mayor\0 said the pier was safe.\0\0");
    assert_eq!((zeros.status.code(), stderr(&zeros)), (Some(0), ""));
}

#[test]
#[cfg(feature = "csv")]
fn an_empty_table_says_so() {
    let folder = folder("empty-table", &[("a.csv", b"")]);
    let output = extract(&[folder.join("a.csv").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).ends_with("a.csv: the file is empty: it has no names of columns\n"),
        "{}",
        stderr(&output)
    );
}

#[test]
#[cfg(target_os = "linux")]
fn help_that_cannot_be_written_is_an_error() {
    for arguments in [&["--help"][..], &["--version"], &["extract", "--help"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output =
            Command::new(env!("CARGO_BIN_EXE_dictum")).args(arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).starts_with("standard output: No space left"), "{}", stderr(&output));
    }
}

#[test]
fn missing_things_are_named_without_a_position() {
    let output = extract(&["--rules", "no-such-rules.toml"], GOOD);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("no-such-rules.toml: there is no such file")
            && !stderr(&output).contains("line 1")
    );
    let check = dictum("rules", &["check", "no-such-rules.toml"], "");
    assert!(stderr(&check).starts_with("no-such-rules.toml: No such file"), "{}", stderr(&check));
    let unnamed = extract(&[], "{\"text\":\"One.\"}\n");
    assert!(stderr(&unnamed).contains("missing field `id` (--id-field"), "{}", stderr(&unnamed));
}

#[test]
fn a_reader_that_stops_early_gets_no_summary() {
    let input = GOOD.repeat(50_000);
    let mut program = program("extract");
    let mut child = program
        .arg("--summary")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
}
