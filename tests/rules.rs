//! Rule sets: what is refused, and with which words; what the built-in set and its own examples hold to.

use dictum::{Extractor, RuleSet};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    toml: String,
    /// Every problem as it is shown, in the order of the file.
    problems: Vec<String>,
}

#[test]
fn each_bad_file_gets_its_messages() {
    let file: File = toml::from_str(include_str!("rules/bad.toml")).expect("the cases can be read");
    let mut wrong = Vec::new();
    for case in &file.case {
        let found = match RuleSet::from_toml(&case.toml) {
            Ok(_) => Vec::new(),
            Err(error) => error.problems().iter().map(ToString::to_string).collect(),
        };
        if found != case.problems {
            wrong.push(format!("{}: {found:#?}", case.name));
        }
    }
    assert!(file.case.len() >= 25, "only {} cases were found", file.case.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_built_in_set_passes_its_own_examples() {
    let rules = RuleSet::from_toml(RuleSet::BUILT_IN_TOML).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(rules.name(), "statements");
    assert!(rules.rules().len() >= 20);
}

#[test]
fn the_first_of_equal_rules_decides_and_a_higher_priority_beats_it() {
    let set = |priority: &str| {
        format!(
            "name = 'order'\ndefault = 'rest'\n[[category]]\nid = 'a'\n[[category]]\nid = 'b'\n[[category]]\nid = 'rest'\n\
             [[rule]]\nid = 'first'\ncategory = 'a'\nany = ['pier']\n[[rule]]\nid = 'second'\ncategory = 'b'\nany = ['pier']\n{priority}"
        )
    };
    let decided = |toml: &str| {
        let rules = RuleSet::from_toml(toml).unwrap_or_else(|error| panic!("{error}"));
        let extractor = Extractor::builder().rules(rules).build().expect("settings in their range");
        let article = extractor.extract("Arden said the pier was rotten.");
        let statement = article.statements().next().expect("a statement");
        (statement.category().to_owned(), statement.evidence().rule().map(str::to_owned))
    };
    assert_eq!(decided(&set("")), ("a".to_owned(), Some("first".to_owned())));
    assert_eq!(decided(&set("priority = 1\n")), ("b".to_owned(), Some("second".to_owned())));
}

#[test]
fn evidence_lies_in_the_statement() {
    let article = Extractor::default().extract(
        "“We will rebuild the pier,” Moor promised. Arden warned that it could collapse. Traders refused to pay.",
    );
    for statement in article.statements() {
        let evidence = statement.evidence();
        assert!(evidence.rule().is_some(), "{}", statement.content());
        for span in evidence.spans() {
            let own = statement.content().spans().iter().any(|piece| piece.contains(*span));
            assert!(own || statement.cue().is_some_and(|cue| cue.span().contains(*span)), "{span:?}");
        }
    }
}
