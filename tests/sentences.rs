//! Sentence boundaries: named cases in `tests/sentences/`, one file per theme.

mod cases;

use dictum::Extractor;
use serde::Deserialize;

const THEMES: [&str; 5] = ["abbreviations", "lines", "marks", "quotations", "stops"];

/// A text and its sentences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    sentences: Vec<String>,
    /// The purpose of the case, if its name does not make it clear.
    #[serde(default)]
    why: String,
}

#[test]
fn sentences_match_the_cases() {
    let extractor = Extractor::default();
    cases::run("sentences", &THEMES, |case: &Case, _| {
        let article = extractor.extract(&case.text);
        let found = article.sentences().map(|sentence| sentence.text().to_owned());
        cases::compare(&case.name, &case.why, &case.sentences, &found.collect())
    });
}
