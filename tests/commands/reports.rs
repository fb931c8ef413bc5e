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

/// The data of a report page.
fn data(page: &str) -> serde_json::Value {
    let (_, data) = page.split_once("<script type=\"application/json\" id=\"data\">").unwrap();
    serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn a_report_has_the_statements_of_the_records_in_utf_16_units() {
    let text = "Zoë Moor promised to keep the café 🦊 open. “It rains,” she said. Nobody answered.";
    let line = serde_json::json!({"id": "a", "text": text}).to_string();
    let output = dictum("report", &[], &line);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let data = data(stdout(&output));
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |place: &serde_json::Value| {
        let place: Vec<usize> = serde_json::from_value(place.clone()).unwrap();
        String::from_utf16(&units[place[0]..place[1]]).unwrap()
    };
    let records = dictum("extract", &[], &line);
    let records: Vec<serde_json::Value> =
        stdout(&records).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let table = &data["statements"];
    assert_eq!(records.len(), 2);
    assert!(table.as_object().unwrap().values().all(|column| column.as_array().unwrap().len() == 2));
    for (n, record) in records.iter().enumerate() {
        assert_eq!(at(&table["content"][n]), record["content"]["text"]);
        assert_eq!(at(&table["cue"][n]), record["cue"]["text"]);
        let named = |names: &str, column: &str| {
            let number = usize::try_from(table[column][n].as_u64().unwrap()).unwrap();
            data[names][number].clone()
        };
        assert_eq!(named("categories", "category")["name"], record["category"]);
        assert_eq!(named("speakers", "speaker")["name"], record["speaker"]["name"]);
        assert_eq!(named("kinds", "kind"), record["kind"]);
        assert_eq!(named("types", "type"), record["type"]);
    }
}

#[test]
fn a_report_keeps_markup_of_articles_inert() {
    let text = "Mayor <b>Ana Ruiz</b> promised to rebuild <script>alert(1)</script> <!-- & more. She warned that ice may form.";
    let line = serde_json::json!({"id": "2024-03-05 \"<i>", "text": text}).to_string();
    let output = dictum("report", &["--title", "A & </title><B>"], &line);
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(page.contains("<title>A &amp; &lt;/title&gt;&lt;B&gt;</title>"));
    assert!(
        !page.contains("<script>alert") && !page.contains("<!--"),
        "no markup of the text is markup of the page"
    );
    assert!(!page.contains("src=") && !page.contains("<link"), "the page loads nothing");
    let data = data(page);
    assert_eq!(data["articles"][0]["text"], text);
    assert_eq!(data["title"], "A & </title><B>");
}

#[test]
fn a_report_runs_only_its_own_script_and_style() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let output = dictum("report", &[], GOOD);
    let page = stdout(&output);
    let policy =
        page.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    for (element, end) in [("<script type=\"module\">", "</script>"), ("<style>", "</style>")] {
        let inside = page.split(element).nth(1).unwrap().split(end).next().unwrap();
        let hash = base64::prelude::BASE64_STANDARD.encode(Sha256::digest(inside));
        assert!(policy.contains(&format!("'sha256-{hash}'")), "{element} {policy}");
    }
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
}

#[allow(clippy::format_collect)]
#[test]
fn a_report_takes_title_date_and_address_from_fields_then_from_text_and_id() {
    let text = "Ferry row\n\nThe mayor said the pier was safe.";
    let lines: String = [
        serde_json::json!({"id": "2023-01-01-a", "text": text, "date": "2024-03-05T18:30:00Z", "title": " The\nferry ",
            "headline": "not this", "url": "https://news.example/a"}),
        serde_json::json!({"id": "https://news.example/b", "text": text, "headline": "Row", "url": "javascript:alert(1)"}),
        serde_json::json!({"id": "2024-03-04-c", "text": text, "date": 7, "title": ""}),
        serde_json::json!({"id": "d", "text": "The mayor said the pier was safe.", "date": "<b>yesterday</b>"}),
    ]
    .iter()
    .map(|line| format!("{line}\n"))
    .collect();
    let output = dictum("report", &[], lines);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let data = data(stdout(&output));
    let about: Vec<_> =
        data["articles"].as_array().unwrap().iter().map(|a| [&a["title"], &a["date"], &a["url"]]).collect();
    let none = serde_json::Value::Null;
    assert_eq!(about[0], ["The ferry", "2024-03-05", "https://news.example/a"]);
    assert_eq!(about[1], [&"Row".into(), &none, &none], "no link that runs a script");
    assert_eq!(about[2], [&"Ferry row".into(), &"2024-03-04".into(), &none]);
    assert_eq!(about[3], [&none; 3]);
}

#[test]
fn a_report_merges_speakers_and_skips_what_cannot_be_read() {
    let line = |id: &str| GOOD.replace("\"a\"", &format!("\"{id}\""));
    let output =
        dictum("report", &[], [line("2024-03-05-a"), "wrong\n".into(), line("2024-03-06-b")].concat());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "-: line 2, column 1: expected value\n");
    let data = data(stdout(&output));
    assert_eq!(data["articles"].as_array().unwrap().len(), 2);
    assert_eq!(data["speakers"].as_array().unwrap().len(), 1);
    assert_eq!(data["statements"]["speaker"], serde_json::json!([0, 0]));
}

#[test]
fn a_report_has_the_statements_of_the_scope() {
    let line = serde_json::json!({"id": "a", "text": "Lena Moor backed the bill."}).to_string();
    let count = |options: &[&str]| {
        let output = dictum("report", options, &line);
        data(stdout(&output))["statements"]["article"].as_array().unwrap().len()
    };
    assert_eq!(count(&[]), 0);
    assert_eq!(count(&["--scope", "attributions"]), 1);
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
