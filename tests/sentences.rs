//! Where sentences end: named cases in `tests/sentences/`, one file a theme.

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
    sentences: Vec<String>,
}

#[test]
fn texts_are_cut_as_the_cases_say() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sentences");
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("a readable folder").path();
        let file = std::fs::read_to_string(&path).expect("a readable file");
        let file: File = toml::from_str(&file).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in file.case {
            count += 1;
            let found: Vec<&str> = dictum::sentences(&case.text).map(|sentence| sentence.text()).collect();
            if found != case.sentences {
                wrong.push(format!("{}: {found:#?}", case.name));
            }
        }
    }
    assert!(count >= 40, "only {count} cases were found");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}
