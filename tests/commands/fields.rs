//! Input fields: which field is the id and which the text, and which are kept.

use super::*;

const ODD: &str = "{\"url\":17,\"date\":\"2024-03-05T08:00\",\"body\":\"The mayor said the bridge was safe.\",\"n\":1.50}\n";

#[test]
fn fields_with_other_names_are_read_and_kept() {
    let names = ["--id-field", "url", "--text-field", "body"];
    let output = extract(&[&names[..], &["--keep", "n", "--keep", "nothing"]].concat(), ODD);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    assert!(stdout(&output).contains("\"document\":\"17\""), "{}", stdout(&output));
    assert!(stdout(&output).ends_with(",\"fields\":{\"n\":1.50}}\n"), "{}", stdout(&output));
    let output = extract(&[&names[..], &["--keep-all", "--sentences"]].concat(), ODD);
    let expected = "\"sentences\":[[0,35]],\"fields\":{\"date\":\"2024-03-05T08:00\",\"n\":1.50}}\n";
    assert!(stdout(&output).ends_with(expected), "{}", stdout(&output));
    let output = extract(&names[..2], ODD);
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert_eq!(
        stderr(&output),
        "-: line 1, column 90: missing field `text` (--id-field and --text-field name other fields)\n"
    );
}

#[test]
fn articles_are_written_as_they_were_read() {
    let read = ["--format", "articles", "--id-field", "url", "--text-field", "body"];
    let output = extract(&[&read[..], &["--keep", "date"]].concat(), ODD);
    let expected = "{\"id\":\"17\",\"text\":\"The mayor said the bridge was safe.\",\"fields\":{\"date\":\"2024-03-05T08:00\"}}\n";
    assert_eq!(stdout(&output), expected);
    let text = "“No,” she said.\nA \"line\".";
    let folder = folder("articles", &[("a.txt", text.as_bytes())]);
    let output = extract(&["--format", "articles", folder.to_str().unwrap()], "");
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(article, serde_json::json!({"id": "a", "text": text}));
}
