//! Who said what: named cases in `tests/statements/`, one file a theme.
//!
//! An expected statement is written `source | cue | content`, "-" for none, the content's pieces joined by " … ". Each
//! case lists every statement of its text, in the scope that its file names; `beyond` lists those that only the wider scope adds.

mod cases;

use dictum::{Article, Extractor, Scope};
use serde::Deserialize;

const THEMES: [&str; 12] = [
    "cues",
    "unsaid",
    "extent",
    "frames",
    "nested",
    "nominal",
    "none",
    "passives",
    "quotations",
    "scope",
    "sources",
    "words",
];

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
    cases::run("statements", &THEMES, |case: &Case, scope| {
        let extractor = match scope {
            None => &reader,
            Some("attributions") => &wide,
            Some(scope) => return Err(format!("no scope is called {scope:?}")),
        };
        let found = written(&extractor.extract(&case.text));
        cases::compare(&case.name, "", &case.statements, &found)?;
        let Some(beyond) = &case.beyond else { return Ok(()) };
        let mut all = written(&wide.extract(&case.text));
        all.retain(|statement| !case.statements.contains(statement));
        cases::compare(&case.name, "in the wider scope alone", beyond, &all)
    });
}
