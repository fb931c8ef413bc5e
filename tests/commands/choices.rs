//! Which statements are written, with what around them, and where.

use super::*;

const TEXT: &str = "It rained. Lena Moor said: “The pier is safe.” But Joss Arden warned that it could collapse. \
                    The mayor, Ann Tull, promised to mend it. Nobody answered.";

/// The contents that are written with these options.
fn contents(options: &[&str]) -> Vec<String> {
    let output = extract(options, TEXT);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{options:?}");
    let records = stdout(&output).lines().map(serde_json::from_str::<dictum::record::StatementRecord<'_>>);
    records.map(|record| record.unwrap().content.text.into_owned()).collect()
}

#[test]
fn filters_choose_statements() {
    let (safe, collapse, mend) = ("“The pier is safe.”", "that it could collapse", "to mend it");
    let cases: [(&[&str], &[&str]); 10] = [
        (&[], &[safe, collapse, mend]),
        (&["--category", "caution,commitment"], &[collapse, mend]),
        (&["--category", "caution", "--category", "claim"], &[safe, collapse]),
        (&["--speaker", "ARDEN"], &[collapse]),
        (&["--speaker", "moor", "--speaker", "the mayor"], &[safe, mend]),
        (&["--kind", "direct"], &[safe]),
        (&["--type", "eventuality"], &[mend]),
        (&["--form", "clause,infinitive"], &[collapse, mend]),
        (&["--contains", "PIER  is"], &[safe]),
        (&["--kind", "direct", "--category", "commitment"], &[]),
    ];
    for (options, expected) in cases {
        assert_eq!(contents(options), expected, "{options:?}");
    }
    let table = extract(&["--format", "text", "--speaker", "arden"], TEXT);
    assert!(
        stdout(&table).contains("Joss Arden") && !stdout(&table).contains("commitment"),
        "{}",
        stdout(&table)
    );
    let wrong = extract(&["--category", "promise"], TEXT);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("caution, commitment, claim"), "{}", stderr(&wrong));
}

#[test]
fn a_statement_keeps_its_number_whatever_is_chosen() {
    let output = extract(&["--category", "commitment"], TEXT);
    assert!(
        stdout(&output).starts_with("{\"version\":1,\"document\":\"stdin\",\"index\":2,"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn the_text_around_a_statement_can_be_added() {
    let record = |options: &[&str]| -> serde_json::Value {
        let output = extract(&[options, &["--category", "caution"]].concat(), TEXT);
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let plain = record(&[]);
    assert!(plain["sentence"].get("text").is_none() && plain.get("context").is_none());
    let with = record(&["--with-sentence", "--with-context", "1"]);
    assert_eq!(with["sentence"]["text"], "But Joss Arden warned that it could collapse.");
    let context = with["context"]["text"].as_str().unwrap();
    assert!(
        context.starts_with("Lena Moor said: ") && context.ends_with(" promised to mend it."),
        "{context}"
    );
    let answer = extract(&["--format", "answers", "--with-sentence"], TEXT);
    let answer: dictum::record::ArticleRecord<'_> = serde_json::from_slice(&answer.stdout).unwrap();
    assert!(answer.statements.iter().all(|one| one.sentence.as_ref().unwrap().text.is_some()));
}

#[test]
fn the_output_file_names_the_format() {
    let folder = folder("output", &[("old.jsonl", b"old")]);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for (name, start) in
        [("a.txt", "── "), ("a.html", "<!doctype html>"), ("a.jsonl", "{\"version\""), ("old.jsonl", "{")]
    {
        let output = extract(&["-o", &path(name)], TEXT);
        assert_eq!((output.status.code(), stdout(&output), stderr(&output)), (Some(0), "", ""), "{name}");
        let written = fs::read_to_string(path(name)).unwrap();
        assert!(written.starts_with(start) && !written.contains('\u{1b}'), "{name}: {written}");
    }
    let written = |name| fs::read(path(name)).unwrap();
    assert_eq!(written("a.jsonl"), extract(&[], TEXT).stdout);
    assert_eq!(written("a.jsonl"), written("old.jsonl"));
    let lines = extract(&["-f", "jsonl", "-o", &path("b.html")], TEXT);
    assert_eq!((lines.status.code(), written("b.html")), (Some(0), written("a.jsonl")));
    let input = extract(&[&path("a.jsonl"), "-o", &path("a.jsonl")], "");
    assert_eq!(input.status.code(), Some(2));
    assert!(stderr(&input).contains("both input and output"), "{}", stderr(&input));
    let nowhere = extract(&["-o", &path("no/such/folder.jsonl")], TEXT);
    assert_eq!(nowhere.status.code(), Some(1));
}

#[test]
fn a_path_or_an_option_alone_is_extracted() {
    let folder = folder("alone", &[("a.txt", TEXT.as_bytes())]);
    let path = folder.join("a.txt");
    let path = path.to_str().unwrap();
    let program = || Command::new(env!("CARGO_BIN_EXE_dictum"));
    let expected = extract(&[path], "").stdout;
    assert!(!expected.is_empty());
    for arguments in [&[path][..], &["--format", "jsonl", path], &["extract", path]] {
        assert_eq!(run(program().args(arguments), "").stdout, expected, "{arguments:?}");
    }
    assert_eq!(stdout(&run(&mut program(), TEXT)).lines().count(), 3);
    let misspelt = run(program().arg("extarct"), "");
    assert_eq!(misspelt.status.code(), Some(2));
    assert!(stderr(&misspelt).contains("'extract'"), "{}", stderr(&misspelt));
}

#[test]
fn the_schema_is_printed() {
    let output = dictum("schema", &[], "");
    assert_eq!(stdout(&output), dictum::record::json_schema());
}
