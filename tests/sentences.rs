//! Where sentences end, as cases: every file under `tests/sentences`.

use std::fs;
use std::path::Path;

use dictum::Extractor;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

/// A text and the sentences that it holds.
#[derive(Deserialize)]
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences");
    let extractor = Extractor::default();
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(&folder).expect("the folder of cases is there") {
        let path = entry.expect("the folder can be listed").path();
        let text = fs::read_to_string(&path).expect("a file of cases can be read");
        let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for case in file.case {
            count += 1;
            let article = extractor.extract(&case.text);
            let found: Vec<&str> =
                article.sentences().map(|sentence| sentence.span().of(&case.text)).collect();
            if found != case.sentences {
                let Case { name, why, sentences, .. } = case;
                wrong.push(format!("{name}: {why}\n  expected {sentences:?}\n  found    {found:?}"));
            }
        }
    }
    assert!(count > 0, "no cases in {}", folder.display());
    assert!(wrong.is_empty(), "{} of {count} cases went wrong\n\n{}", wrong.len(), wrong.join("\n\n"));
}
