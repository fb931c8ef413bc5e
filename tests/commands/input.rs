//! Input: what is read, and how unreadable input is handled.

use super::*;

#[test]
fn text_files_of_a_folder_are_read_in_order_of_name() {
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
fn a_bad_line_is_reported_with_its_path_and_the_rest_is_processed() {
    let lines = format!("{GOOD}wrong\n{}", GOOD.replace("\"a\"", "\"b\""));
    let folder = folder("bad-line", &[("x.jsonl", lines.as_bytes())]);
    let path = folder.join("x.jsonl");
    let output = extract(&["--sentences", path.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(documents(&output), ["a", "b"]);
    assert_eq!(stderr(&output), format!("{}: line 2, column 1: expected value\n", path.display()));
}

#[test]
fn an_unreadable_file_is_reported_and_the_rest_is_processed() {
    let files: [(&str, &[u8]); 3] =
        [("a.txt", b"It rained."), ("bad.txt", b"\x89PNG\0\xff\0"), ("c.txt", b"It rained.")];
    let folder = folder("unreadable", &files);
    let missing = folder.join("missing.txt");
    let output = extract(&["--sentences", missing.to_str().unwrap(), folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(documents(&output), ["a", "c"]);
    let reports: Vec<_> = stderr(&output).lines().collect();
    assert!(reports[0].starts_with(&format!("{}: ", missing.display())), "{reports:?}");
    assert_eq!(reports[1], format!("{}: not a text file", folder.join("bad.txt").display()));
    assert_eq!(reports.len(), 2);
}

/// `bytes` compressed with gzip and with Zstandard, in two members or frames each.
pub fn packed(bytes: &[u8]) -> [Vec<u8>; 2] {
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
fn compressed_files_are_decompressed() {
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
    let names = if cfg!(feature = "zstd") {
        &["one.jsonl.gz", "two.jsonl.zst", "folder"][..]
    } else {
        &["one.jsonl.gz", "folder"]
    };
    for name in names {
        let output = extract(&[&path(name)], "");
        assert_eq!(
            (stdout(&output), stderr(&output), output.status.code()),
            (&*expected, "", Some(0)),
            "{name}"
        );
    }
    if cfg!(not(feature = "zstd")) {
        let output = extract(&[&path("two.jsonl.zst")], "");
        assert!(stderr(&output).contains("build with the feature `zstd`"), "{}", stderr(&output));
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
fn a_run_can_be_resumed_after_a_line() {
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
fn a_line_over_the_limit_is_reported() {
    let output = extract(&["--max-line", "30"], [GOOD, "{\"id\":\"b\",\"text\":\"No.\"}\n"].concat());
    assert_eq!(output.status.code(), Some(1));
    let expected = "-: line 1, column 31: the line has 56 bytes; the limit is 30 (--max-line)\n";
    assert_eq!(stderr(&output), expected);
}
