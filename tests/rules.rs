//! Rule sets: error messages, the examples of the built-in sets, the categories of test cases, and
//! why other rules lost.

use std::collections::BTreeSet;
use std::sync::Arc;

use dictum::{Extractor, ExtractorBuilder, Outcome, RuleSet, RuleSetError, RuleSetReader, Scope, Statement};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BadFiles {
    case: Vec<BadFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BadFile {
    name: String,
    toml: Option<String>,
    json: Option<String>,
    /// The messages of all problems, in the order of the file.
    problems: Vec<String>,
}

/// The messages of all problems of a rule file.
fn problems(read: Result<RuleSet, RuleSetError>) -> Vec<String> {
    match read {
        Ok(_) => Vec::new(),
        Err(error) => error.problems().iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn each_bad_file_gets_its_messages() {
    let file: BadFiles = toml::from_str(include_str!("rules/bad.toml")).expect("the cases are valid");
    let mut wrong = Vec::new();
    for case in &file.case {
        let found = match (&case.toml, &case.json) {
            (Some(toml), None) => problems(RuleSet::from_toml(toml)),
            (None, Some(json)) => problems(RuleSet::from_json(json)),
            _ => vec!["the case needs `toml` or `json`".to_owned()],
        };
        if found != case.problems || found.is_empty() {
            wrong.push(format!("{}\nexpected {:#?}\nfound {found:#?}", case.name, case.problems));
        }
    }
    assert!(file.case.len() >= 80, "only {} cases were found", file.case.len());
    assert!(wrong.is_empty(), "{} of {} cases fail\n\n{}", wrong.len(), file.case.len(), wrong.join("\n\n"));
}

#[test]
fn the_built_in_sets_pass_their_own_examples() {
    for source in [RuleSet::BUILT_IN_TOML, RuleSet::SPEECH_ACTS_TOML] {
        let rules = RuleSet::from_toml(source).unwrap_or_else(|error| panic!("{error}"));
        assert!(rules.rules().len() >= 20);
    }
    assert_eq!(RuleSet::built_in().name(), "statements");
    assert_eq!(RuleSet::speech_acts().name(), "speech-acts");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sorted {
    case: Vec<SortedCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SortedCase {
    /// The purpose of the case.
    why: String,
    category: String,
    /// Texts, of which the first statement is tested.
    texts: Vec<String>,
}

/// An extractor with the widest scope, so that rules are tried on every attribution.
fn wide(builder: ExtractorBuilder) -> Extractor {
    builder.scope(Scope::Attributions).build().expect("the settings are valid")
}

/// Checks the category of the first statement of every text, and that every category of the rule
/// set has a case.
fn sorts(cases: &str, rules: RuleSet) {
    let file: Sorted = toml::from_str(cases).expect("the cases are valid");
    let covered: BTreeSet<&str> = file.case.iter().map(|case| &*case.category).collect();
    let categories: BTreeSet<&str> = rules.categories().map(|(id, _)| id).collect();
    assert_eq!(covered, categories, "the categories of the cases (left) are not those of the rule set");
    let rules = Arc::new(rules);
    let extractor = wide(Extractor::builder().rules(rules));
    let mut wrong = Vec::new();
    for case in &file.case {
        assert!(!case.texts.is_empty(), "{}: the case has no text", case.why);
        for text in &case.texts {
            let article = extractor.extract(text);
            let Some(statement) = article.statements().next() else {
                wrong.push(format!("{}: no statement in {text:?}", case.why));
                continue;
            };
            if statement.category() != case.category {
                let fired: Vec<_> = statement.firings().collect();
                let (expected, found) = (&case.category, statement.category());
                wrong
                    .push(format!("{}: {text:?}\nexpected {expected}, found {found} by {fired:?}", case.why));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn statements_are_categorised_by_the_built_in_set() {
    sorts(include_str!("rules/statements.toml"), RuleSet::built_in());
}

/// Sentences of which a given number must get their category.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fresh {
    floor: usize,
    case: Vec<SortedCase>,
}

#[test]
fn fresh_sentences_reach_their_floors() {
    let extractor = wide(Extractor::builder());
    let sets = [
        include_str!("rules/fresh_read.toml"),
        include_str!("rules/fresh_held.toml"),
        include_str!("rules/fresh_cautions.toml"),
        include_str!("rules/fresh_others.toml"),
        include_str!("rules/fresh_genres.toml"),
        include_str!("rules/fresh_reports.toml"),
        include_str!("rules/fresh_world.toml"),
        include_str!("rules/fresh_plain.toml"),
    ];
    for set in sets {
        let Fresh { floor, case } = toml::from_str(set).expect("the cases are valid");
        let texts = case.iter().flat_map(|case| case.texts.iter().map(|text| (text, &case.category)));
        let right = |(text, category): &(&String, &String)| {
            let article = extractor.extract(text);
            article.statements().next().is_some_and(|one| one.category() == **category)
        };
        let (right, wrong): (Vec<_>, Vec<_>) = texts.partition(right);
        assert!(right.len() >= floor, "{} of {floor} are right; wrong: {wrong:#?}", right.len());
    }
}

#[test]
fn speech_acts_are_distinguished() {
    sorts(include_str!("rules/speech_acts.toml"), RuleSet::speech_acts());
}

#[test]
fn a_speech_act_is_a_kind_of_the_statements_category() {
    let acts = Arc::new(RuleSet::speech_acts());
    let finer = wide(Extractor::builder().rules(acts.clone()));
    let coarse = wide(Extractor::builder());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut seen = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the corpus exists") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(path).expect("articles are UTF-8");
        let (a, b) = (coarse.extract(&text), finer.extract(&text));
        assert_eq!(a.statements().len(), b.statements().len());
        for (coarse, finer) in a.statements().zip(b.statements()) {
            assert_eq!(
                acts.broader(finer.category()),
                Some(coarse.category()),
                "{} by {:?}: {}",
                finer.category(),
                finer.evidence().rule(),
                finer.content()
            );
            seen.insert(finer.category().to_owned());
        }
    }
    assert!(seen.len() >= 14, "only {seen:?} occur");
}

#[test]
fn the_highest_priority_decides_then_the_first_rule() {
    let set = |priority: &str| {
        format!(
            "name = 'order'\ndefault = 'rest'\n[[category]]\nid = 'a'\n[[category]]\nid = 'b'\n[[category]]\nid = 'rest'\n\
             [[rule]]\nid = 'first'\ncategory = 'a'\nany = ['pier']\n[[rule]]\nid = 'second'\ncategory = 'b'\nany = ['pier', 'jetty']\n{priority}"
        )
    };
    let decided = |toml: &str| {
        let rules = RuleSet::from_toml(toml).unwrap_or_else(|error| panic!("{error}"));
        let extractor = Extractor::builder().rules(rules).build().expect("the settings are valid");
        let article = extractor.extract("Arden said the pier was rotten.");
        let statement = article.statements().next().expect("a statement");
        statement.firings().map(|one| (one.rule().to_owned(), one.outcome())).collect::<Vec<_>>()
    };
    let (first, second) = ("first".to_owned(), "second".to_owned());
    assert_eq!(
        decided(&set("")),
        [(first.clone(), Outcome::Decided), (second.clone(), Outcome::LaterInFile)]
    );
    assert_eq!(
        decided(&set("priority = 1\n")),
        [(second.clone(), Outcome::Decided), (first.clone(), Outcome::LowerPriority)]
    );
    assert_eq!(
        decided(&set("none = ['rotten']\n")),
        [(first, Outcome::Decided), (second, Outcome::Excepted)]
    );
}

#[test]
fn evidence_is_inside_the_statement() {
    let article = Extractor::default().extract(
        "“We will rebuild the pier,” Moor promised. Arden warned that it could collapse. Traders refused to pay.",
    );
    for statement in article.statements() {
        let evidence = statement.evidence();
        assert!(evidence.rule().is_some(), "{}", statement.content());
        for span in evidence.spans() {
            let own = statement.content().spans().iter().any(|piece| piece.contains(*span));
            let cue = statement.cue().is_some_and(|cue| cue.span().contains(*span));
            assert!(own || cue, "{span:?} lies outside of {}", statement.content());
        }
    }
}

#[test]
fn the_same_rule_set_in_json_gives_the_same_categories() {
    let value: serde_json::Value = toml::from_str(RuleSet::BUILT_IN_TOML).expect("the built-in set is TOML");
    let rules = RuleSet::from_json(&value.to_string()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(rules.rules().collect::<Vec<_>>(), RuleSet::built_in().rules().collect::<Vec<_>>());
    let extractor = Extractor::builder().rules(rules).build().expect("the settings are valid");
    let text = "Moor promised to reopen the ferry. Arden warned that the pier could collapse.";
    let categories = |extractor: &Extractor| -> Vec<String> {
        extractor.extract(text).statements().map(|one| one.category().to_owned()).collect()
    };
    assert_eq!(categories(&extractor), categories(&Extractor::default()));
}

#[test]
fn a_rule_set_can_extend_switch_off_and_change_another() {
    let rules = RuleSet::from_toml(
        "name = 'mine'\nextends = 'statements'\noff = ['caution.warn']\n\
         [[category]]\nid = 'pier'\npriority = 90\n\
         [[rule]]\nid = 'pier'\ncategory = 'pier'\nany = ['pier']\n\
         [[change]]\nid = 'commitment.promise'\npriority = 99\n",
    )
    .unwrap_or_else(|error| panic!("{error}"));
    let extractor = Extractor::builder().rules(rules).build().expect("the settings are valid");
    let decided = |text: &str| {
        let article = extractor.extract(text);
        let statement = article.statements().next().expect("a statement");
        statement.evidence().rule().map(str::to_owned)
    };
    assert_eq!(decided("Arden warned of delays."), None);
    assert_eq!(decided("Arden said the pier was rotten.").as_deref(), Some("pier"));
    assert_eq!(decided("Arden promised to mend the pier.").as_deref(), Some("commitment.promise"));
}

#[test]
fn the_rule_set_in_the_readme_is_valid() {
    let readme = include_str!("../README.md");
    let mut blocks = readme.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let shown = blocks.find(|(block, _)| block.contains("[[rule]]"));
    let (source, _) = shown.expect("the README contains a rule set");
    let rules = RuleSet::from_toml(source).unwrap_or_else(|error| panic!("{error}"));
    assert!(rules.rules().any(|rule| rule == "climate-pledge.cut"));
}

#[test]
fn the_schema_knows_every_key_that_rule_files_use() {
    let schema: serde_json::Value =
        serde_json::from_str(&RuleSet::json_schema()).expect("the schema is JSON");
    for source in [RuleSet::BUILT_IN_TOML, RuleSet::SPEECH_ACTS_TOML] {
        let file: serde_json::Value = toml::from_str(source).expect("the built-in sets are TOML");
        conforms(&file, &schema, "the file");
    }
    let bad = serde_json::json!({"name": "x", "rule": [{"id": "r", "category": "c", "weight": 3}]});
    assert!(std::panic::catch_unwind(|| conforms(&bad, &schema, "the file")).is_err());
}

/// Checks `value` against the keywords that the schema uses.
fn conforms(value: &serde_json::Value, schema: &serde_json::Value, at: &str) {
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{at}: {value}");
    }
    match schema["type"].as_str() {
        Some("object") => {
            let object = value.as_object().unwrap_or_else(|| panic!("{at} is not an object"));
            for key in schema["required"].as_array().into_iter().flatten() {
                assert!(object.contains_key(key.as_str().expect("keys are strings")), "{at} lacks {key}");
            }
            for (key, value) in object {
                let known = &schema["properties"][key];
                let known = if known.is_null() { &schema["additionalProperties"] } else { known };
                assert!(known.is_object(), "{at}: `{key}` is not in the schema");
                conforms(value, known, &format!("{at}, {key}"));
            }
        }
        Some("array") => {
            let items = value.as_array().unwrap_or_else(|| panic!("{at} is not an array"));
            assert!(items.len() as u64 >= schema["minItems"].as_u64().unwrap_or(0), "{at} is empty");
            for item in items {
                conforms(item, &schema["items"], at);
            }
        }
        Some("string") => assert!(value.is_string(), "{at} is not a string"),
        Some("integer") => assert!(value.is_i64(), "{at} is not an integer"),
        Some("boolean") => assert!(value.is_boolean(), "{at} is not a boolean"),
        _ => {}
    }
}

#[test]
fn untrusted_rule_sets_are_bounded() {
    let long = format!("name = '{}'", "x".repeat(5 << 20));
    assert_eq!(problems(RuleSet::from_toml(&long)).len(), 1);
    let head = "name = 'x'\ndefault = 'c'\n[[category]]\nid = 'c'\n";
    let rules = |count: u32, pattern: &dyn Fn(u32) -> String| -> String {
        let rule = |n| format!("[[rule]]\nid = 'r{n}'\ncategory = 'c'\nany = ['{}']\n", pattern(n));
        (0..count).map(rule).collect::<Vec<_>>().concat()
    };
    let many = rules(20_001, &|n| format!("pier w{n}"));
    let found = problems(RuleSet::from_toml(&format!("{head}{many}")));
    assert_eq!(found, ["line 1, column 1: the rule set has 20001 rules; the maximum is 20000"]);
    // a list of many words used in many patterns is shared, not copied
    let words: Vec<String> = (0..2_000).map(|n| format!("'w{n}'")).collect();
    let rules = rules(3_000, &|n| format!("$words|v{n}"));
    let found =
        problems(RuleSet::from_toml(&format!("{head}[lists]\nwords = [{}]\n{rules}", words.join(", "))));
    assert!(found.first().is_some_and(|problem| problem.contains("more than")), "{:?}", found.first());
    let deep = format!("{{\"name\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(!problems(RuleSet::from_json(&deep)).is_empty());
}

/// A rare word costs little in news, but a text may repeat it.
#[test]
fn the_patterns_at_one_word_are_bounded() {
    let read = |count: u32| {
        let rule = |n| {
            format!("[[rule]]\nid = 'r{n}'\ncategory = 'c'\nany = ['pier ...12 the|w{n} ...12 of ...12 a']\n")
        };
        let rules = (0..count).map(rule).collect::<String>();
        RuleSet::from_toml(&format!("name = 'x'\ndefault = 'c'\n[[category]]\nid = 'c'\n{rules}"))
    };
    assert!(read(10).is_ok());
    let found = problems(read(400));
    let message = "line 1, column 1: too many patterns begin at the same word: they may take ";
    assert!(found.len() == 1 && found[0].starts_with(message), "{found:?}");
}

#[test]
fn matching_cost_of_patterns_is_bounded() {
    let rules = RuleSetReader::default()
        .toml(
            "name = 'x'\ndefault = 'c'\n[[category]]\nid = 'c'\n[[rule]]\nid = 'r'\ncategory = 'c'\n\
             any = ['a ... a ... a ... a ... a ... a ... a ... a ... b']\n",
        )
        .unwrap_or_else(|error| panic!("{error}"));
    let extractor = Extractor::builder().rules(rules).build().expect("the settings are valid");
    let text = format!("Arden said that {}.", "a ".repeat(20_000));
    assert!(extractor.extract(&text).statements().all(|one| one.evidence().rule().is_none()));
}

#[test]
fn files_are_read_by_extension_and_named_in_errors() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("rule-files");
    std::fs::create_dir_all(&folder).expect("the folder can be created");
    let json = folder.join("mine.json");
    std::fs::write(&json, r#"{"name": "mine", "extends": "statements"}"#).expect("the file can be written");
    assert_eq!(RuleSet::from_file(&json).expect("the file is valid").name(), "mine");
    let toml = folder.join("bad.toml");
    std::fs::write(&toml, "name = 'x'\n\ndefault = 'c'\n").expect("the file can be written");
    let error = RuleSet::from_file(&toml).expect_err("the file is invalid");
    assert_eq!(error.origin(), Some(toml.display().to_string().as_str()));
    assert!(error.to_string().contains("bad.toml: line 3, column 11: unknown category `c`"), "{error}");
    let missing = RuleSet::from_file(folder.join("missing.toml")).expect_err("the file does not exist");
    assert!(missing.to_string().contains("missing.toml"), "{missing}");
}

#[test]
fn a_participle_is_a_class_of_words_known_and_unknown() {
    let rules = "name = 'steps'\ndefault = 'rest'\n[[category]]\nid = 'step'\n[[category]]\nid = 'rest'\n\
                 [[rule]]\nid = 'step'\ncategory = 'step'\nany = ['be @participle']\n\
                 matches = ['The mayor said the pier would be mended.', 'The mayor said the pier would be rewhetted.']\n\
                 misses = ['The mayor said the pier would be safe.', 'The mayor said the pier would be red.']\n";
    assert_eq!(problems(RuleSet::from_toml(rules)), Vec::<String>::new());
}

#[test]
fn type_and_form_may_be_asked_for_alone_or_in_an_array() {
    let rules = RuleSet::from_toml(
        r#"
        name = "acts"
        default = "other"
        [[category]]
        id = "meant"
        [[category]]
        id = "thought"
        [[category]]
        id = "other"
        [[rule]]
        id = "meant.deed"
        category = "meant"
        type = "eventuality"
        form = ["infinitive", "gerund"]
        matches = ["Arden promised to pay."]
        misses = ["Arden said that he would pay.", "Arden promised that the boats would sail."]
        [[rule]]
        id = "thought.clause"
        category = "thought"
        type = ["belief", "fact"]
        form = "clause"
        matches = ["Moor fears that the pier is lost.", "The survey shows that the river is rising."]
        misses = ["Moor fears the river."]
        "#,
    )
    .expect("a sound rule set");
    let extractor = wide(Extractor::builder().rules(rules));
    let article = extractor.extract("Moor refused to sign. She thinks that nobody will pay. Arden said no.");
    let found: Vec<_> = article.statements().map(Statement::category).collect();
    assert_eq!(found, ["meant", "thought", "other"]);
}
