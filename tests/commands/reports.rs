//! The commands `report`, `evaluate` and `explain`.

use super::*;

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
    let output = dictum("evaluate", &[right.join("gold.jsonl").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let row = stdout(&output).lines().find(|line| line.starts_with("content@0.5")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["content@0.5", "100.0", "100.0", "100.0"]);

    let output = dictum("evaluate", &["--by-rule", right.join("gold.jsonl").to_str().unwrap()], "");
    let row = stdout(&output).lines().find(|line| line.starts_with("(no rule)")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["(no", "rule)", "0", "1", "1", "100.0"]);

    let wrong = folder("evaluate-wrong", &[article, ("gold.jsonl", gold("the bridge was red").as_bytes())]);
    let output = dictum("evaluate", &[wrong.join("gold.jsonl").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("a: statement 1: content [15..34]"), "{}", stderr(&output));
}

/// The figures for gold lines about "The mayor said the bridge was safe. Critics say it shakes."
fn figures(name: &str, lines: &[serde_json::Value]) -> String {
    let article: (&str, &[u8]) = ("a.txt", b"The mayor said the bridge was safe. Critics say it shakes.");
    let gold: String = lines.iter().flat_map(|line| [line.to_string(), "\n".into()]).collect();
    let folder = folder(name, &[article, ("gold.jsonl", gold.as_bytes())]);
    let output = dictum("evaluate", &[folder.join("gold.jsonl").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output).to_owned()
}

/// Precision, recall and F1 of the contents.
fn content_row(figures: &str) -> Vec<&str> {
    figures.lines().find(|line| line.starts_with("content@0.5")).unwrap().split_whitespace().skip(1).collect()
}

/// A gold line about the article of [`figures`].
fn gold_line(span: [usize; 2], text: &str) -> serde_json::Value {
    serde_json::json!({"document": "a", "kind": "indirect", "category": "claim",
        "content": {"spans": [span], "text": text}, "cue": null, "speaker": null})
}

#[test]
fn evaluate_ignores_optional_statements() {
    let safe = || gold_line([15, 34], "the bridge was safe");
    let optional = |span, text| {
        let mut line = gold_line(span, text);
        line["tier"] = "optional".into();
        line
    };
    // "it shakes" is found: without a gold line it lowers precision, with an optional one it does
    // not count
    assert_eq!(content_row(&figures("tier-none", &[safe()])), ["50.0", "100.0", "66.7"]);
    let found = figures("tier-found", &[safe(), optional([48, 57], "it shakes")]);
    assert_eq!(content_row(&found), ["100.0", "100.0", "100.0"]);
    assert!(found.contains("1 gold statements, 1 found\n"), "{found}");
    assert!(found.contains("1 optional gold statements, 1 of them found"), "{found}");
    // "The mayor" is not found, which does not lower recall
    let missed =
        figures("tier-missed", &[safe(), optional([48, 57], "it shakes"), optional([0, 9], "The mayor")]);
    assert_eq!(content_row(&missed), ["100.0", "100.0", "100.0"]);
    // an optional line does not compete with a core one, however close it is
    let wider = gold_line([10, 34], "said the bridge was safe");
    let near = figures("tier-near", &[optional([15, 34], "the bridge was safe"), wider]);
    assert_eq!(content_row(&near), ["50.0", "100.0", "66.7"]);
}

#[test]
fn evaluate_rejects_an_unknown_tier() {
    let mut line = gold_line([15, 34], "the bridge was safe");
    line["tier"] = "perhaps".into();
    let gold = format!("{line}\n");
    let folder = folder(
        "tier-unknown",
        &[("a.txt", b"The mayor said the bridge was safe."), ("gold.jsonl", gold.as_bytes())],
    );
    let output = dictum("evaluate", &[folder.join("gold.jsonl").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("unknown variant `perhaps`"), "{}", stderr(&output));
}

#[test]
fn a_report_marks_statements_and_escapes_text() {
    let text = "Mayor <b>Ana Ruiz</b> promised to rebuild <script>alert(1)</script> & more. She warned that ice may form.";
    let line = serde_json::json!({"id": "2024-03-05 \"<i>", "text": text}).to_string();
    let output = dictum("report", &["--title", "A & B"], &line);
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(page.contains("<title>A &amp; B</title>"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"), "the text is escaped");
    assert!(!page.contains("<script>alert"), "no markup of the text is markup of the page");
    assert!(page.contains("data-category=\"commitment\"") && page.contains("data-category=\"caution\""));
    assert!(!page.contains("src=") && !page.contains("<link"), "the page loads nothing");
    // every statement ends with a reference to its note
    for reference in page.split("href=\"#").skip(1) {
        let id = reference.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn a_report_of_many_articles_opens_with_charts() {
    let line = |id: &str| GOOD.replace("\"a\"", &format!("\"{id}\""));
    let output =
        dictum("report", &[], [line("2024-03-05-a"), "wrong\n".into(), line("2024-03-06-b")].concat());
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "-: line 2, column 1: expected value\n");
    assert!(page.contains("2 articles, 2 statements."));
    for caption in ["Statements by category", "Who speaks most", "Statements by date"] {
        assert!(page.contains(&format!("<caption>{caption}</caption>")), "{caption}");
    }
    assert!(page.contains("<th scope=\"row\">2024-03-05</th>"));
}

#[test]
fn explain_reads_a_file_or_the_standard_input() {
    let text = "The mayor promised to reopen the ferry.";
    let folder = folder("explain", &[("a.txt", text.as_bytes())]);
    let of_a_file = dictum("explain", &[folder.join("a.txt").to_str().unwrap()], "");
    let of_the_input = dictum("explain", &[], text);
    assert_eq!(stdout(&of_a_file), stdout(&of_the_input));
    assert!(stdout(&of_a_file).contains("“promised”"), "{}", stdout(&of_a_file));
    let missing = folder.join("missing.txt");
    let output = dictum("explain", &[missing.to_str().unwrap()], "");
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert!(stderr(&output).starts_with(&format!("{}: ", missing.display())), "{}", stderr(&output));
}
