//! Where sentences end: named cases in `tests/sentences/`, one file a theme.

mod cases;

use dictum::Extractor;
use serde::Deserialize;

const THEMES: [&str; 5] = ["abbreviations", "lines", "marks", "quotations", "stops"];

/// A text and the sentences that it holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    sentences: Vec<String>,
    /// What the case pins down, where its name does not say.
    #[serde(default)]
    why: String,
}

#[test]
fn sentences_end_where_the_cases_say() {
    let extractor = Extractor::default();
    cases::run("sentences", &THEMES, |case: &Case, _| {
        let article = extractor.extract(&case.text);
        let found = article.sentences().map(|sentence| sentence.text().to_owned());
        cases::compare(&case.name, &case.why, &case.sentences, &found.collect())
    });
}
