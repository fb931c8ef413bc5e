//! The output, messages and options of `extract`.

use super::*;

#[test]
fn json_lines_on_the_standard_input_become_records() {
    for arguments in [&[][..], &["-"]] {
        let output = extract(arguments, GOOD);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let record: dictum::record::StatementRecord<'_> =
            serde_json::from_str(stdout(&output).trim()).unwrap();
        assert_eq!((&*record.document, &*record.content.text), ("a", "the bridge was safe"));
        assert_eq!(stderr(&output), "");
    }
}

#[test]
fn a_record_has_the_documented_fields() {
    let record: serde_json::Value = serde_json::from_slice(&extract(&[], GOOD).stdout).unwrap();
    let fields: Vec<_> = record.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = [
        "version",
        "document",
        "index",
        "sentence",
        "kind",
        "type",
        "form",
        "confidence",
        "category",
        "content",
        "cue",
        "speaker",
        "evidence",
    ];
    expected.sort_unstable();
    let mut found = fields.clone();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(record["sentence"], serde_json::json!({"index": 0, "span": [0, 35]}));
    assert_eq!(record["kind"], "indirect");
    assert_eq!((&record["type"], &record["form"]), (&"communication".into(), &"clause".into()));
    assert_eq!(record["cue"], serde_json::json!({"span": [10, 14], "text": "said", "lemma": "say"}));
    assert_eq!(record["speaker"]["span"], serde_json::json!([0, 9]));
}

#[test]
fn the_scope_decides_which_attributions_are_statements() {
    let line = "{\"id\":\"a\",\"text\":\"The union backed the bill. It said that wages would rise.\"}\n";
    let cues = |arguments: &[&str]| -> Vec<String> {
        let output = extract(arguments, line);
        let records = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap());
        records.map(|record: serde_json::Value| record["cue"]["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(cues(&[]), ["said"]);
    assert_eq!(cues(&["--scope", "statements"]), ["said"]);
    assert_eq!(cues(&["--scope", "attributions"]), ["backed", "said"]);
    let wrong = extract(&["--scope", "everything"], line);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("[possible values: statements, attributions]"), "{}", stderr(&wrong));
}

#[test]
fn sentences_are_one_line_per_article() {
    let output = extract(
        &["--sentences"],
        "{\"id\":\"a\",\"text\":\"It rained. Nobody came.\"}\n{\"id\":\"b\",\"text\":\"\"}\n",
    );
    assert_eq!(
        stdout(&output),
        "{\"version\":1,\"document\":\"a\",\"sentences\":[[0,10],[11,23]]}\n\
         {\"version\":1,\"document\":\"b\",\"sentences\":[]}\n"
    );
}

#[test]
fn a_bad_option_is_rejected_before_any_work() {
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
fn a_bad_rule_file_is_rejected_before_any_work() {
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
fn a_summary_counts_on_request() {
    let input = [GOOD, "wrong\n", GOOD].concat();
    let output = extract(&["--summary"], &input);
    let report = stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(report.contains("        2 claim\n2 articles, 0 kB, read and written in "), "{report}");
    assert!(report.ends_with("1 error\n"), "{report}");
    assert_eq!(stdout(&output).lines().count(), 2);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_reported_with_the_line_to_resume_after() {
    let mut child = program("extract")
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
fn a_closed_output_pipe_ends_the_program_quietly() {
    let mut child = program("extract")
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
