//! Who said what: named cases in `tests/statements/`, one file a theme.
//!
//! An expected statement is written `source | cue | content`, "-" for none, the content's pieces joined by " … ". Each
//! case lists every statement of its text.

use dictum::Extractor;
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
    text: String,
    statements: Vec<String>,
}

#[test]
fn statements_are_found_as_the_cases_say() {
    let extractor = Extractor::default();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/statements");
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("a readable folder").path();
        let file = std::fs::read_to_string(&path).expect("a readable file");
        let file: File = toml::from_str(&file).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in file.case {
            count += 1;
            let article = extractor.extract(&case.text);
            let found: Vec<String> = article
                .statements()
                .map(|s| {
                    let source = s.source().map_or("-", |source| source.text());
                    let cue = s.cue().map_or("-", |cue| cue.text());
                    format!("{source} | {cue} | {}", s.content())
                })
                .collect();
            if found != case.statements {
                wrong.push(format!("{}: {found:#?}", case.name));
            }
        }
    }
    assert!(count >= 45, "only {count} cases were found");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}
