//! The command `rules`: summaries and errors of rule files.

use super::*;

const GOOD_RULES: &[u8] = br#"
name = "climate"
default = "other"

[[category]]
id = "pledge"
description = "Promises to emit less"
[[category]]
id = "other"

[[rule]]
id = "pledge.cut"
category = "pledge"
any = ["cut~ ... emission~"]
matches = ["to cut its emissions"]
misses = ["to cut taxes"]
"#;

#[test]
fn a_valid_rule_file_is_summarised() {
    let folder = folder("rules-good", &[("good.toml", GOOD_RULES)]);
    let path = folder.join("good.toml");
    let output = dictum("rules", &["check", path.to_str().unwrap()], "");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    let expected = "climate, 1 rule, 2 examples that pass, for these categories:\n    \
                    pledge  Promises to emit less\n    other\n";
    assert_eq!(stdout(&output), format!("{}: {expected}", path.display()));
}

#[test]
fn every_problem_of_every_file_is_reported() {
    let wrong = String::from_utf8_lossy(GOOD_RULES).replace("to cut taxes", "to cut emissions").into_bytes();
    let files: [(&str, &[u8]); 3] =
        [("a.toml", b"name = 'a'\ndefault = 'x'\nodd = 1\n"), ("b.toml", GOOD_RULES), ("c.toml", &wrong)];
    let folder = folder("rules-wrong", &files);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let output = dictum("rules", &["check", &path("a.toml"), &path("b.toml"), &path("c.toml")], "");
    assert_eq!(output.status.code(), Some(1));
    let problems: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(problems[0].starts_with(&format!("{}: line 2, column ", path("a.toml"))), "{problems:?}");
    assert!(problems[1].starts_with(&format!("{}: line 3, column ", path("a.toml"))), "{problems:?}");
    assert!(problems[2].starts_with(&format!("{}: line 16, column ", path("c.toml"))), "{problems:?}");
    assert!(stdout(&output).starts_with(&format!("{}: climate", path("b.toml"))));
    assert_eq!(dictum("rules", &["check"], "").status.code(), Some(2));
}

#[test]
fn a_built_in_rule_set_that_is_shown_passes_the_check() {
    for name in ["statements", "speech-acts"] {
        let shown = dictum("rules", &["show", name], "");
        let folder = folder(&format!("rules-{name}"), &[("own.toml", &shown.stdout)]);
        let output = dictum("rules", &["check", folder.join("own.toml").to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(stdout(&output).contains(&format!("own.toml: {name}")), "{}", stdout(&output));
    }
}

#[test]
fn the_schema_of_rule_files_is_written() {
    let output = dictum("rules", &["schema"], "");
    assert_eq!(stdout(&output), dictum::RuleSet::json_schema());
}

#[test]
fn a_new_rule_set_passes_its_check_and_has_its_name() {
    let new = dictum("rules", &["new", "climate"], "");
    assert_eq!((new.status.code(), stderr(&new)), (Some(0), ""));
    let folder = folder("rules-new", &[("climate.toml", &new.stdout)]);
    let output = dictum("rules", &["check", folder.join("climate.toml").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("climate.toml: climate 1, 3 rules"), "{}", stdout(&output));
    assert_eq!(dictum("rules", &["new", "no/name"], "").status.code(), Some(2));
}

#[test]
fn the_reference_names_every_key_and_is_the_one_of_the_examples() {
    let help = dictum("rules", &["help"], "");
    let page = stdout(&help);
    assert_eq!(page, include_str!("../../examples/rules/README.md"));
    let schema: serde_json::Value = serde_json::from_str(&dictum::RuleSet::json_schema()).unwrap();
    let rule = &schema["properties"]["rule"]["items"];
    for properties in [&schema["properties"], &rule["properties"]] {
        let properties = properties.as_object().expect("the schema lists the keys");
        for key in properties.keys().filter(|key| *key != "$schema") {
            assert!(page.contains(&format!("`{key}`")) || page.contains(&format!("[{key}]")), "{key}");
        }
    }
}

#[test]
fn a_built_in_set_is_named_and_failing_examples_are_skipped() {
    let text = "The mayor refused to resign.";
    let acts = dictum("explain", &["--rules", "speech-acts"], text);
    assert!(stdout(&acts).contains("which: refusal"), "{}{}", stdout(&acts), stderr(&acts));
    assert!(
        stdout(&acts).contains("tests: cue \"refuse\" of [refuse], frame to, indirect"),
        "{}",
        stdout(&acts)
    );
    let wrong = String::from_utf8_lossy(GOOD_RULES).replace("to cut taxes", "to cut emissions").into_bytes();
    let folder = folder("rules-skip", &[("wrong.toml", &wrong)]);
    let path = folder.join("wrong.toml");
    let strict = dictum("explain", &["--rules", path.to_str().unwrap()], text);
    assert_eq!(strict.status.code(), Some(2));
    let lenient = dictum("explain", &["--rules", path.to_str().unwrap(), "--skip-examples"], text);
    assert_eq!((lenient.status.code(), stderr(&lenient)), (Some(0), ""));
    assert!(stdout(&lenient).contains("which: other"), "{}", stdout(&lenient));
}
