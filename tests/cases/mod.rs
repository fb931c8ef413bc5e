//! Test cases as data: the files of a folder in `tests`, one per theme, each an array of `[[case]]`
//! tables.
//!
//! A runner lists its themes, so that a missing, renamed, unlisted or empty file fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound = "C: DeserializeOwned")]
struct File<C> {
    /// The scope of the extractor, where it is not the default one.
    scope: Option<String>,
    case: Vec<C>,
}

/// Runs `check` on every case in `folder`, whose files are those of `themes`, with the scope that
/// the file sets, if any. An error says what was expected and what was found; all failing cases are
/// reported together.
pub fn run<C: DeserializeOwned>(
    folder: &str,
    themes: &[&str],
    check: impl Fn(&C, Option<&str>) -> Result<(), String>,
) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let names =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).map(|entry| {
            entry.expect("the folder can be listed").file_name().into_string().expect("UTF-8 names")
        });
    let files: BTreeSet<String> = names.collect();
    let listed: BTreeSet<String> = themes.iter().map(|theme| format!("{theme}.toml")).collect();
    assert_eq!(files, listed, "the files of {} (left) are not those that the runner lists", folder.display());
    let (mut count, mut failed) = (0, Vec::new());
    for name in files {
        let source = fs::read_to_string(folder.join(&name)).expect("a file of cases is UTF-8");
        let file: File<C> = toml::from_str(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!file.case.is_empty(), "{name} has no case");
        count += file.case.len();
        let scope = file.scope.as_deref();
        let check = |case| Some(format!("{name}: {}", check(case, scope).err()?));
        failed.extend(file.case.iter().filter_map(check));
    }
    assert!(failed.is_empty(), "{} of {count} cases fail\n\n{}", failed.len(), failed.join("\n\n"));
}

/// Compares what was found with what a case expects; `why` may be empty.
pub fn compare<T: PartialEq + std::fmt::Debug + ?Sized>(
    name: &str,
    why: &str,
    expected: &T,
    found: &T,
) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
    Err(format!("{name}{why}\nexpected {expected:#?}\nfound {found:#?}"))
}
