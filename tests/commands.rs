//! The example programs as their users run them: output, reports, exit statuses.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// The folder of the example programs, which are built if they are not yet.
static EXAMPLES: LazyLock<PathBuf> = LazyLock::new(|| {
    let mut build = Command::new(env!("CARGO"));
    build.args([
        "build",
        "--quiet",
        "--examples",
        "--manifest-path",
        concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
    ]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success(), "the examples do not build");
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).unwrap().join("examples")
});

const GOOD: &str = "{\"id\":\"a\",\"text\":\"The mayor said the bridge was safe.\"}\n";

fn extract(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    run("extract", arguments, input)
}

fn run(example: &str, arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = Command::new(EXAMPLES.join(example))
        .args(arguments)
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // a program that ends before it has read its input closes the pipe
    let _ = child.stdin.take().unwrap().write_all(input.as_ref());
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A folder of its own for a test, with files in it.
fn folder(test: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn documents(output: &Output) -> Vec<String> {
    let records = stdout(output).lines().map(serde_json::from_str::<dictum::record::Sentences<'_>>);
    records.map(|record| record.unwrap().document.into_owned()).collect()
}

#[test]
fn json_lines_on_the_standard_input_become_records() {
    for arguments in [&[][..], &["-"]] {
        let output = extract(arguments, GOOD);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let record: dictum::record::Statement<'_> = serde_json::from_str(stdout(&output).trim()).unwrap();
        assert_eq!((&*record.document, &*record.content.text), ("a", "the bridge was safe"));
        assert_eq!(stderr(&output), "");
    }
}

#[test]
fn a_record_has_the_documented_fields() {
    let record: serde_json::Value = serde_json::from_slice(&extract(&[], GOOD).stdout).unwrap();
    let fields: Vec<_> = record.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected =
        ["document", "sentence", "kind", "confidence", "category", "content", "cue", "speaker", "evidence"];
    expected.sort_unstable();
    let mut found = fields.clone();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(record["sentence"], serde_json::json!({"index": 0, "span": [0, 35]}));
    assert_eq!(record["kind"], "indirect");
    assert_eq!(record["cue"], serde_json::json!({"span": [10, 14], "text": "said", "lemma": "say"}));
    assert_eq!(record["speaker"]["span"], serde_json::json!([0, 9]));
}

#[test]
fn sentences_are_one_line_an_article() {
    let output = extract(
        &["--sentences"],
        "{\"id\":\"a\",\"text\":\"It rained. Nobody came.\"}\n{\"id\":\"b\",\"text\":\"\"}\n",
    );
    assert_eq!(
        stdout(&output),
        "{\"document\":\"a\",\"sentences\":[[0,10],[11,23]]}\n{\"document\":\"b\",\"sentences\":[]}\n"
    );
}

#[test]
fn a_folder_gives_its_text_files_in_the_order_of_their_names() {
    let files: [(&str, &[u8]); 6] = [
        ("b.txt", b"It rained."),
        ("a.txt", b"It rained."),
        ("2024/c.TXT", b"It rained."),
        ("gold.jsonl", b"{\"document\":\"a\"}"),
        ("notes.md", b"It rained."),
        ("z.txt", b""),
    ];
    let folder = folder("folder", &files);
    let output = extract(&["--sentences", folder.to_str().unwrap()], "");
    assert_eq!(documents(&output), ["2024/c", "a", "b", "z"]);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn paths_are_read_in_the_order_of_the_command_line() {
    let line = GOOD.replace("\"a\"", "\"line\"");
    let folder =
        folder("paths", &[("b.txt", b"It rained."), ("x.jsonl", line.as_bytes()), ("a.text", b"It rained.")]);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let output = extract(&["--sentences", &path("b.txt"), &path("x.jsonl"), "-", &path("a.text")], GOOD);
    assert_eq!(documents(&output), ["b", "line", "a", "a"]);
}

#[test]
fn a_bad_line_is_reported_with_its_path_and_the_rest_is_done() {
    let lines = format!("{GOOD}wrong\n{}", GOOD.replace("\"a\"", "\"b\""));
    let folder = folder("bad-line", &[("x.jsonl", lines.as_bytes())]);
    let path = folder.join("x.jsonl");
    let output = extract(&["--sentences", path.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(documents(&output), ["a", "b"]);
    assert_eq!(stderr(&output), format!("{}: line 2, column 1: expected value\n", path.display()));
}

#[test]
fn of_articles_each_line_is_answered_by_one_line() {
    let output = extract(&["--format", "articles"], format!("wrong\n{GOOD}{{\"id\":\"b\",\"text\":\"\"}}\n"));
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(lines[0], r#"{"version":1,"line":1,"error":"expected value"}"#);
    assert!(
        lines[1].starts_with(r#"{"version":1,"document":"a","statements":[{"sentence":{"#),
        "{}",
        lines[1]
    );
    assert_eq!(lines[2..], [r#"{"version":1,"document":"b","statements":[]}"#]);
}

#[test]
fn an_unreadable_file_is_reported_and_the_rest_is_done() {
    let files: [(&str, &[u8]); 3] =
        [("a.txt", b"It rained."), ("bad.txt", b"One.\nTwo \xff."), ("c.txt", b"It rained.")];
    let folder = folder("unreadable", &files);
    let missing = folder.join("missing.txt");
    let output = extract(&["--sentences", missing.to_str().unwrap(), folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(documents(&output), ["a", "c"]);
    let reports: Vec<_> = stderr(&output).lines().collect();
    assert!(reports[0].starts_with(&format!("{}: ", missing.display())), "{reports:?}");
    assert_eq!(reports[1], format!("{}: line 2: not valid UTF-8", folder.join("bad.txt").display()));
    assert_eq!(reports.len(), 2);
}

#[test]
fn a_bad_option_ends_the_program_before_any_work() {
    let bad: [&[&str]; 6] = [
        &["--no-such-option"],
        &["--threads", "0"],
        &["--threads", "many"],
        &["--min-confidence", "2"],
        &["--format", "poem"],
        &["--sentences", "--format", "text"],
    ];
    for arguments in bad {
        let output = extract(arguments, GOOD);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        assert!(stderr(&output).starts_with("error: "), "{arguments:?}: {}", stderr(&output));
    }
}

#[test]
fn a_bad_rule_file_ends_the_program_before_any_work() {
    let folder = folder("rules", &[("rules.toml", b"[[rule]\n")]);
    for name in ["rules.toml", "missing.toml"] {
        let path = folder.join(name);
        let output = extract(&["--rules", path.to_str().unwrap()], GOOD);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
        assert!(stderr(&output).contains(path.to_str().unwrap()), "{}", stderr(&output));
    }
}

#[test]
fn any_number_of_threads_writes_the_same() {
    let lines: String = (0..300).map(|i| GOOD.replace("\"a\"", &format!("\"{i}\""))).collect();
    let [one, many] = ["1", "7"].map(|threads| extract(&["--threads", threads], &lines).stdout);
    assert!(!one.is_empty());
    assert_eq!(one, many);
}

#[test]
fn text_marks_statements_and_closes_with_a_table() {
    let output = extract(&["--format", "text"], GOOD);
    let page = stdout(&output);
    assert!(page.starts_with("── a ──"), "{page}");
    assert!(page.contains("The mayor said ¹[the bridge was safe]."), "{page}");
    assert!(
        page.lines().any(|line| line.trim_start().starts_with("¹ ") && line.ends_with(" · said")),
        "{page}"
    );
    assert!(page.contains("\nWho said what"), "{page}");
    assert!(!page.contains('\u{1b}'), "a pipe gets no colours");
    assert!(stderr(&output).starts_with("1 article, "), "{}", stderr(&output));
}

#[test]
fn colours_come_on_request_and_change_no_word() {
    let plain = |page: &str| {
        let mut rest = String::new();
        for (i, part) in page.split("\u{1b}[").enumerate() {
            rest.push_str(if i == 0 { part } else { part.split_once('m').unwrap().1 });
        }
        rest.split(['\n', ' ']).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let coloured = extract(&["--format", "text", "--color", "always"], GOOD);
    assert!(stdout(&coloured).contains('\u{1b}'));
    let plain = plain(stdout(&coloured));
    let words = ["The", "mayor", "said", "¹the", "bridge", "was", "safe."];
    assert!(plain.windows(words.len()).any(|window| window == words), "{plain:?}");
}

#[test]
fn text_of_an_article_cannot_command_the_terminal() {
    let output =
        extract(&["--format", "text"], r#"{"id":"\u001b[2J","text":"The mayor said \u001b[31mno\u0007."}"#);
    assert!(!stdout(&output).contains(['\u{1b}', '\u{7}']), "{}", stdout(&output));
}

/// `bytes` as gzip and as Zstandard, two members or frames each.
fn packed(bytes: &[u8]) -> [Vec<u8>; 2] {
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let gzip = |part| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(part).unwrap();
        encoder.finish().unwrap()
    };
    let zstd = |part| zstd::encode_all(part, 1).unwrap();
    [[gzip(first), gzip(second)].concat(), [zstd(first), zstd(second)].concat()]
}

#[test]
fn compressed_files_are_read_as_what_they_hold() {
    let [gzip, zstd] = packed(GOOD.as_bytes());
    let text = packed(b"The mayor said the bridge was safe.")[0].clone();
    let files: [(&str, &[u8]); 4] = [
        ("one.jsonl.gz", &gzip),
        ("two.jsonl.zst", &zstd),
        ("folder/a.txt.gz", &text),
        ("broken.jsonl.gz", &gzip[..40]),
    ];
    let folder = folder("compressed", &files);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let expected = stdout(&extract(&[], GOOD)).to_owned();
    for name in ["one.jsonl.gz", "two.jsonl.zst", "folder"] {
        let output = extract(&[&path(name)], "");
        assert_eq!(
            (stdout(&output), stderr(&output), output.status.code()),
            (&*expected, "", Some(0)),
            "{name}"
        );
    }
    let output = extract(&[&path("broken.jsonl.gz")], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("broken.jsonl.gz: reading failed after line 0: "),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_run_goes_on_after_the_lines_of_an_earlier_one() {
    let line = |id: u32| GOOD.replace("\"a\"", &format!("\"{id}\""));
    let input: String = (0..10).map(line).collect();
    let whole = extract(&[], &input);
    let rest = extract(&["--resume-after", "7"], &input);
    assert_eq!(rest.status.code(), Some(0));
    assert_eq!(stdout(&rest).lines().count(), 3);
    assert!(stdout(&whole).ends_with(stdout(&rest)));
    let folder = folder("resume", &[("a.txt", b"One."), ("b.jsonl", GOOD.as_bytes())]);
    for path in [folder.to_str().unwrap(), folder.join("a.txt").to_str().unwrap()] {
        assert_eq!(extract(&["--resume-after", "7", path], "").status.code(), Some(2), "{path} has no lines");
    }
}

#[test]
fn a_summary_counts_on_request() {
    let input = [GOOD, "wrong\n", GOOD].concat();
    let output = extract(&["--summary"], &input);
    let report = stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(report.contains("        2 claim\n2 articles, 0 kB, read and written in "), "{report}");
    assert!(report.ends_with("1 could not be read\n"), "{report}");
    assert_eq!(stdout(&output).lines().count(), 2);
}

#[test]
fn a_line_beyond_the_limit_is_reported() {
    let output = extract(&["--max-line", "30"], [GOOD, "{\"id\":\"b\",\"text\":\"No.\"}\n"].concat());
    assert_eq!(output.status.code(), Some(1));
    let expected = "-: line 1, column 31: 56 bytes long, but lines of more than 30 bytes are passed over\n";
    assert_eq!(stderr(&output), expected);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_reported_with_the_line_to_go_on_from() {
    let mut child = Command::new(EXAMPLES.join("extract"))
        .stdin(Stdio::piped())
        .stdout(fs::File::options().write(true).open("/dev/full").unwrap())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(GOOD.repeat(5000).as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let report = stderr(&output);
    assert!(report.starts_with("standard output: No space left on device"), "{report}");
    assert!(report.contains("everything up to line 0 of - is written"), "{report}");
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_program_quietly() {
    let mut child = Command::new(EXAMPLES.join("extract"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(GOOD.repeat(1000).as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
}

#[test]
fn evaluate_prints_figures_and_names_contradictions() {
    let gold = |text: &str| {
        format!(
            "{{\"document\":\"a\",\"kind\":\"indirect\",\"category\":\"claim\",\"content\":{{\"spans\":[[15,34]],\
             \"text\":\"{text}\"}},\"cue\":{{\"span\":[10,14],\"text\":\"said\"}},\"speaker\":null}}\n"
        )
    };
    let article: (&str, &[u8]) = ("a.txt", b"The mayor said the bridge was safe.");
    let right = folder("evaluate", &[article, ("gold.jsonl", gold("the bridge was safe").as_bytes())]);
    let output = run("evaluate", &[right.join("gold.jsonl").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let row = stdout(&output).lines().find(|line| line.starts_with("content@0.5")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["content@0.5", "100.0", "100.0", "100.0"]);

    let wrong = folder("evaluate-wrong", &[article, ("gold.jsonl", gold("the bridge was red").as_bytes())]);
    let output = run("evaluate", &[wrong.join("gold.jsonl").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("a: statement 1: content [15..34]"), "{}", stderr(&output));
}

#[test]
fn quickstart_names_who_speaks() {
    let output = run("quickstart", &[], "");
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).lines().count() >= 3, "{}", stdout(&output));
    assert!(stdout(&output).contains("to reopen the ferry by May"), "{}", stdout(&output));
}

#[test]
fn a_page_holds_the_text_as_text() {
    let line = r#"{"id":"<a>","text":"Moor said <script>alert(1)</script> the pier was safe."}"#;
    let output = extract(&["--format", "html"], line);
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    assert!(page.contains("<h2>&lt;a&gt;</h2>") && page.contains("<mark class=\"claim\""), "{page}");
    assert!(!page.contains("<script>"), "{page}");
}

#[test]
fn brat_annotations_count_characters() {
    let text = "Élan Çelik said “it’s over”.";
    let line = format!("{{\"id\":\"a\",\"text\":\"{text}\"}}");
    let output = extract(&["--format", "brat"], &line);
    let annotations = stdout(&output);
    let mut entities = 0;
    for line in annotations.lines().filter(|line| line.starts_with('T')) {
        let [_, place, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let [_, start, end] = place.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
        assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), words);
        entities += 1;
    }
    assert_eq!(entities, 3, "{annotations}");
}

#[test]
fn a_rule_set_of_ones_own_sorts_an_article() {
    let done = run("guidance", &[], "");
    assert!(done.status.success(), "{}", stderr(&done));
    let page = stdout(&done);
    for part in ["guidance: Corporate guidance", "capital: ", "risk: ", "since capital.", "since risk."] {
        assert!(page.contains(part), "{part:?} is missing in {page}");
    }
    let missing = run("guidance", &["no-such-file.toml"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("no-such-file.toml"), "{}", stderr(&missing));
}

#[test]
fn a_report_marks_statements_and_keeps_text_as_text() {
    let text = "Mayor <b>Ana Ruiz</b> promised to rebuild <script>alert(1)</script> & more. She warned that ice may form.";
    let line = serde_json::json!({"id": "2024-03-05 \"<i>", "text": text}).to_string();
    let output = run("report", &["--title", "A & B"], &line);
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(page.contains("<title>A &amp; B</title>"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"), "the text is text");
    assert!(!page.contains("<script>alert"), "no markup of the text is markup of the page");
    assert!(page.contains("data-category=\"commitment\"") && page.contains("data-category=\"caution\""));
    assert!(!page.contains("src=") && !page.contains("<link"), "the page loads nothing");
    // behind the last word of a statement stands a reference to its note
    for reference in page.split("href=\"#").skip(1) {
        let id = reference.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn a_report_of_many_articles_opens_with_charts() {
    let line = |id: &str| GOOD.replace("\"a\"", &format!("\"{id}\""));
    let output = run("report", &[], [line("2024-03-05-a"), "wrong\n".into(), line("2024-03-06-b")].concat());
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "-: line 2, column 1: expected value\n");
    assert!(page.contains("2 articles, 2 statements."));
    for caption in ["Statements by category", "Who speaks most", "Statements by date"] {
        assert!(page.contains(&format!("<caption>{caption}</caption>")), "{caption}");
    }
    assert!(page.contains("<th scope=\"row\">2024-03-05</th>"));
}
