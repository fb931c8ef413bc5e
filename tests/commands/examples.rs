//! The example programs: those that wrap a command behave like the command.

use std::sync::LazyLock;

use super::*;

/// The folder of the example programs, which are built if necessary.
static EXAMPLES: LazyLock<PathBuf> = LazyLock::new(|| {
    let mut build = Command::new(env!("CARGO"));
    build.args([
        "build",
        "--quiet",
        "--examples",
        "--manifest-path",
        concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
    ]);
    if cfg!(all(feature = "csv", feature = "parquet", feature = "html")) {
        build.args(["--features", "full"]);
    }
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success(), "the examples do not build");
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).unwrap().join("examples")
});

fn example(name: &str, arguments: &[&str], input: &str) -> Output {
    run(Command::new(EXAMPLES.join(name)).args(arguments), input)
}

#[test]
fn a_command_is_the_same_under_its_own_name() {
    let corpus = |name: &str| format!("{}/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
    let (article, gold) = (corpus("council-bins.txt"), corpus("gold.jsonl"));
    let calls: [(&str, &[&str]); 7] = [
        ("extract", &["--format", "text", "--color", "always", &article]),
        ("extract", &["--sentences"]),
        ("extract", &["--no-such-option"]),
        ("report", &["--title", "Bins", &article]),
        ("speakers", &[&article]),
        ("explain", &[&article]),
        ("evaluate", &[&gold]),
    ];
    for (name, arguments) in calls {
        let [own, command] = [example(name, arguments, GOOD), dictum(name, arguments, GOOD)];
        assert_eq!(stdout(&own), stdout(&command), "{name} {arguments:?}");
        assert_eq!(own.status.code(), command.status.code(), "{name} {arguments:?}");
    }
}

#[test]
fn quickstart_names_who_speaks() {
    let output = example("quickstart", &[], "");
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).lines().count() >= 3, "{}", stdout(&output));
    assert!(stdout(&output).contains("to reopen the ferry by May"), "{}", stdout(&output));
}

#[test]
fn a_custom_rule_set_categorises_an_article() {
    let done = example("guidance", &[], "");
    assert!(done.status.success(), "{}", stderr(&done));
    let page = stdout(&done);
    for part in ["guidance: Corporate guidance", "capital: ", "risk: ", "since capital.", "since risk."] {
        assert!(page.contains(part), "{part:?} is missing in {page}");
    }
    let missing = example("guidance", &["no-such-file.toml"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("no-such-file.toml"), "{}", stderr(&missing));
}
