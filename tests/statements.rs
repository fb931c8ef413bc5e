//! Who said what: named cases in `tests/statements/`, one file a theme.
//!
//! An expected statement is written `source | cue | content`, "-" for none, the content's pieces joined by " … ". Each
//! case lists every statement of its text, in the scope that its file names; `beyond` lists those that only the wider scope adds.

use dictum::{Article, Extractor, Scope};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// "attributions" for the wider scope.
    scope: Option<String>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    statements: Vec<String>,
    beyond: Option<Vec<String>>,
}

fn written(article: &Article<'_>) -> Vec<String> {
    let statements = article.statements().map(|s| {
        let source = s.source().map_or("-", |source| source.text());
        let cue = s.cue().map_or("-", |cue| cue.text());
        format!("{source} | {cue} | {}", s.content())
    });
    statements.collect()
}

#[test]
fn statements_are_found_as_the_cases_say() {
    let reader = Extractor::default();
    let wide = Extractor::builder().scope(Scope::Attributions).build().expect("settings in their range");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/statements");
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("a readable folder").path();
        let file = std::fs::read_to_string(&path).expect("a readable file");
        let file: File = toml::from_str(&file).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let extractor = match file.scope.as_deref() {
            None => &reader,
            Some("attributions") => &wide,
            Some(scope) => panic!("{}: no scope is called {scope:?}", path.display()),
        };
        for case in file.case {
            count += 1;
            let found = written(&extractor.extract(&case.text));
            if found != case.statements {
                wrong.push(format!("{}: {found:#?}", case.name));
            }
            let Some(beyond) = case.beyond else { continue };
            let mut all = written(&wide.extract(&case.text));
            all.retain(|statement| !case.statements.contains(statement));
            if all != beyond {
                wrong.push(format!("{}, beyond: {all:#?}", case.name));
            }
        }
    }
    assert!(count >= 45, "only {count} cases were found");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}
