//! The output formats for articles.

use super::*;

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
    assert!(!page.contains('\u{1b}'), "no colours in a pipe");
    assert_eq!(stderr(&output), "");
}

#[test]
fn colours_are_optional_and_do_not_change_the_text() {
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
fn control_characters_of_a_text_are_not_sent_to_the_terminal() {
    let output =
        extract(&["--format", "text"], r#"{"id":"\u001b[2J","text":"The mayor said \u001b[31mno\u0007."}"#);
    assert!(!stdout(&output).contains(['\u{1b}', '\u{7}']), "{}", stdout(&output));
}

#[test]
fn a_page_escapes_the_text() {
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
fn the_answers_format_has_one_line_per_input_line() {
    let input = format!("wrong\n{GOOD}{{\"id\":\"b\",\"text\":\"\"}}\n");
    let output = extract(&["--format", "answers"], input);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(lines[0], r#"{"version":1,"line":1,"error":"expected value"}"#);
    let first = r#"{"version":1,"document":"a","statements":[{"index":0,"sentence":{"#;
    assert!(lines[1].starts_with(first), "{}", lines[1]);
    assert_eq!(lines[2..], [r#"{"version":1,"document":"b","statements":[]}"#]);
}
