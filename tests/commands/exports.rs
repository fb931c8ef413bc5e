//! The export formats of the program.

use super::*;

/// Enough articles for several threads, some without statements.
fn many() -> String {
    let line = |n: usize| match n % 3 {
        0 => format!("{{\"id\":\"{n}\",\"text\":\"It rained.\"}}\n"),
        _ => format!("{{\"id\":\"{n}\",\"text\":\"“Ça va”, said Élan Moor. The mayor said no.\"}}\n"),
    };
    (0..200).map(line).collect()
}

/// The formats in this build.
fn formats() -> Vec<&'static str> {
    let mut formats = vec!["brat", "web-annotation", "label-studio", "doccano", "doccano-relations"];
    if cfg!(feature = "csv") {
        formats.push("csv");
    }
    if cfg!(feature = "parquet") {
        formats.extend(["parquet", "arrow"]);
    }
    formats
}

#[test]
fn any_number_of_threads_exports_the_same() {
    let lines = many();
    for format in formats() {
        let [one, many] =
            ["1", "7"].map(|threads| extract(&["--format", format, "--threads", threads], &lines));
        assert_eq!((one.status.code(), stderr(&one)), (Some(0), ""), "{format}");
        assert!(!one.stdout.is_empty(), "{format}");
        assert!(one.stdout == many.stdout, "{format}");
    }
}

#[test]
fn label_studio_output_is_one_array() {
    let lines = many();
    for input in [&*lines, "", GOOD] {
        let output = extract(&["--format", "label-studio"], input);
        let tasks: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(tasks.len(), input.lines().count());
    }
}

#[test]
fn a_format_that_is_not_built_in_reports_its_feature() {
    let tables = [
        ("csv", "csv", cfg!(feature = "csv")),
        ("parquet", "parquet", cfg!(feature = "parquet")),
        ("arrow", "parquet", cfg!(feature = "parquet")),
    ];
    for (format, feature, built) in tables {
        let output = extract(&["--format", format], GOOD);
        if built {
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            assert!(!output.stdout.is_empty());
        } else {
            assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
            let message =
                format!("error: --format {format} is not built in: build with `--features {feature}`\n");
            assert_eq!(stderr(&output), message);
        }
    }
}

#[test]
#[cfg(feature = "csv")]
fn rows_have_the_kept_fields() {
    let line = "{\"id\":\"a\",\"text\":\"The mayor said the bridge was safe.\",\"date\":\"2024-03-05\"}\n";
    let output = extract(&["--format", "csv", "--keep", "date"], line);
    let rows: Vec<_> = stdout(&output).lines().collect();
    assert!(rows[0].starts_with("document,statement,") && rows[0].ends_with(",fields"), "{rows:?}");
    assert!(rows[1].ends_with(",\"{\"\"date\"\":\"\"2024-03-05\"\"}\""), "{rows:?}");
    assert_eq!(rows.len(), 2);
}

#[test]
#[cfg(feature = "csv")]
fn no_cell_is_a_formula_if_that_is_wanted() {
    let line = "{\"id\":\"=1+1\",\"text\":\"@moor said the bridge was safe.\",\"=x\":1}\n";
    let row = |options: &[&str]| {
        let output = extract(&[&["--format", "csv", "--keep-all"], options].concat(), line);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output).lines().nth(1).unwrap().to_owned()
    };
    let (plain, safe) = (row(&[]), row(&["--csv-safe"]));
    assert!(plain.starts_with("=1+1,") && plain.contains(",@moor,"), "{plain}");
    assert_eq!(safe, plain.replace("=1+1", "'=1+1").replace("@moor", "'@moor"));
    let output = extract(&["--csv-safe"], GOOD);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    assert_eq!(stderr(&output), "error: --csv-safe is for --format csv\n");
}

#[test]
fn a_brat_folder_has_each_article_and_the_configuration() {
    let folder = folder("brat-folder", &[]);
    let path = folder.to_str().unwrap();
    let text = "“Ça va”,\\r\\nsaid\\tMoor.";
    let lines = format!(
        "{{\"id\":\"../a\",\"text\":\"{text}\"}}\n{{\"id\":\".._a\",\"text\":\"It rained.\"}}\nwrong\n{}",
        GOOD.replace("\"a\"", "\"b\"")
    );
    let output = extract(&["--format", "brat", "--output-dir", path], &lines);
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""), "{}", stderr(&output));
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let files = [
        "_.._a-2.ann",
        "_.._a-2.txt",
        "_.._a.ann",
        "_.._a.txt",
        "annotation.conf",
        "b.ann",
        "b.txt",
        "visual.conf",
    ];
    assert_eq!(names, files);
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(read("_.._a.txt"), "“Ça va”,\r\nsaid\tMoor.");
    assert!(read("_.._a.ann").starts_with("T1\tclaim 0 "), "{}", read("_.._a.ann"));
    assert_eq!(read("_.._a-2.ann"), "");
    assert!(
        read("annotation.conf").contains("!Content\n\tcaution\n\tcommitment\n"),
        "{}",
        read("annotation.conf")
    );
}

#[test]
fn an_output_folder_is_only_for_formats_with_files() {
    let folder = folder("label-studio-folder", &[]);
    let path = folder.to_str().unwrap();
    let output = extract(&["--format", "label-studio", "--output-dir", path], GOOD);
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), ""), "{}", stderr(&output));
    let tasks: Vec<serde_json::Value> =
        serde_json::from_slice(&fs::read(folder.join("tasks.json")).unwrap()).unwrap();
    assert_eq!(tasks.len(), 1);
    assert!(fs::read_to_string(folder.join("config.xml")).unwrap().starts_with("<View>"));

    let refused = extract(&["--format", "doccano", "--output-dir", path], GOOD);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).starts_with("error: --output-dir is for "), "{}", stderr(&refused));
    let blocked =
        extract(&["--format", "brat", "--output-dir", folder.join("config.xml").to_str().unwrap()], GOOD);
    assert_eq!(blocked.status.code(), Some(1));
    assert!(stderr(&blocked).contains("config.xml: "), "{}", stderr(&blocked));
}

#[test]
fn custom_categories_are_in_the_configuration() {
    let rules = "name = \"own\"\ndefault = \"plain talk\"\n[[category]]\nid = \"plain talk\"\n";
    let folder = folder("own-categories", &[("rules.toml", rules.as_bytes())]);
    let (rules, brat) = (folder.join("rules.toml"), folder.join("brat"));
    let arguments =
        ["--rules", rules.to_str().unwrap(), "--format", "brat", "--output-dir", brat.to_str().unwrap()];
    let output = extract(&arguments, GOOD);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(fs::read_to_string(brat.join("annotation.conf")).unwrap().contains("\tplain_talk\n"));
    assert!(fs::read_to_string(brat.join("a.ann")).unwrap().starts_with("T1\tplain_talk 15 34\t"));
}
