//! Attribution: named cases in `tests/statements/`, one file per theme.
//!
//! An expected statement is written as `source | cue | content`, with "-" for none and the pieces
//! of the content joined by " … ". Each case lists all statements of its text in the scope that its
//! file sets; `beyond` lists those that only the wider scope adds.

mod cases;

use dictum::{Article, Extractor, Scope};
use serde::Deserialize;

const THEMES: [&str; 19] = [
    "adjuncts",
    "cues",
    "edges",
    "everyday",
    "extent",
    "frames",
    "genres",
    "headlines",
    "lists",
    "unsaid",
    "nested",
    "nominal",
    "none",
    "passives",
    "quotations",
    "scope",
    "sources",
    "turns",
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
fn statements_match_the_cases() {
    let reader = Extractor::default();
    let wide = Extractor::builder().scope(Scope::Attributions).build().expect("the settings are valid");
    cases::run("statements", &THEMES, |case: &Case, scope| {
        let extractor = match scope {
            None => &reader,
            Some("attributions") => &wide,
            Some(scope) => return Err(format!("unknown scope {scope:?}")),
        };
        let found = written(&extractor.extract(&case.text));
        cases::compare(&case.name, "", &case.statements, &found)?;
        let Some(beyond) = &case.beyond else { return Ok(()) };
        let mut all = written(&wide.extract(&case.text));
        all.retain(|statement| !case.statements.contains(statement));
        cases::compare(&case.name, "only in the wider scope", beyond, &all)
    });
}

#[test]
fn answers_without_labels_are_those_of_whom_the_introduction_names() {
    let text = "By Ann Bell\n\nOla Muir has run the mill since 2011. She talks to us about flour.\n\n\
        How did you come to the mill?\n\nMy aunt left it to me.\n\n\
        Do you ever think of selling it?\n\nEvery winter. Then the snow goes, and I forget.\n\n\
        What was the hardest year?\n\nWe lost forty sacks in the flood.";
    let article = Extractor::default().extract(text);
    let speakers: Vec<_> = article.statements().map(|s| s.speaker().map(|s| s.name().into_owned())).collect();
    assert_eq!(speakers, vec![Some("Ola Muir".to_owned()); 3]);
}
