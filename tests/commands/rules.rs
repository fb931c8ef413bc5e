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
