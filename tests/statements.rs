//! Who said what: named cases in `tests/statements/`, one file a theme.
//!
//! An expected statement is written `source | cue | content`, "-" for none, the content's pieces joined by " … ". Each
//! case lists every statement of its text.

mod cases;

use dictum::Extractor;
use serde::Deserialize;

const THEMES: [&str; 9] =
    ["extent", "frames", "nested", "nominal", "none", "passives", "quotations", "sources", "words"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    statements: Vec<String>,
}

#[test]
fn statements_are_found_as_the_cases_say() {
    let extractor = Extractor::default();
    cases::run("statements", &THEMES, |case: &Case| {
        let article = extractor.extract(&case.text);
        let found = article.statements().map(|s| {
            let source = s.source().map_or("-", |source| source.text());
            let cue = s.cue().map_or("-", |cue| cue.text());
            format!("{source} | {cue} | {}", s.content())
        });
        cases::compare(&case.name, "", &case.statements, &found.collect())
    });
}
