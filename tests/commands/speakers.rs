//! The command `speakers`.

use super::*;

const ARTICLES: &str = "{\"id\":\"monday\",\"text\":\"Mayor Lena Moor promised to reopen the ferry. Tom Quill said no.\"}\n\
    {\"id\":\"tuesday\",\"text\":\"Moor said the pier was safe. Police warned that it could collapse.\"}\n\
    {\"id\":\"friday\",\"text\":\"Quill said yes. His cousin, Ida Quill, said no.\"}\n\
    {\"id\":\"sunday\",\"text\":\"The police said, “Stay away.” Senator Quill said nothing was safe.\"}\n";

fn names(output: &Output) -> Vec<String> {
    let records = stdout(output).lines().map(serde_json::from_str::<dictum::record::Identity<'_>>);
    records.map(|record| record.unwrap().name.into_owned()).collect()
}

#[test]
fn one_line_per_speaker_with_counts_names_and_roles() {
    let output = dictum("speakers", &["--explain"], ARTICLES);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines: Vec<&str> = stdout(&output).lines().collect();
    let heading: Vec<&str> = lines[0].split_whitespace().collect();
    assert_eq!(heading, ["statements", "caution", "commitment", "claim", "articles", "speaker"]);
    let find = |name: &str| lines.iter().position(|line| line.contains(name)).unwrap();
    let moor = find("Lena Moor, Mayor (also Moor)");
    let counts: Vec<&str> = lines[moor].split_whitespace().take(5).collect();
    assert_eq!(counts, ["2", "0", "1", "1", "2"]);
    assert!(lines[moor + 1].ends_with("Moor (1): the only speaker with this surname"), "{}", lines[moor + 1]);
    let police: Vec<&str> = lines[find("Police (various)")].split_whitespace().take(5).collect();
    assert_eq!(police, ["2", "2", "0", "0", "2"]);
}

#[test]
fn records_have_names_with_reasons_and_documents() {
    let output = dictum("speakers", &["--format", "jsonl", "--documents", "1", "--kind", "person"], ARTICLES);
    let records: Vec<serde_json::Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let moor = records.iter().find(|record| record["name"] == "Lena Moor").unwrap();
    assert_eq!(moor["names"][1], serde_json::json!({"name": "Moor", "articles": 1, "reason": "surname"}));
    assert_eq!((&moor["articles"], &moor["documents"]), (&2.into(), &serde_json::json!(["monday"])));
    assert!(records.iter().all(|record| record["kind"] == "person"), "{records:#?}");
}

#[test]
fn a_surname_of_two_people_says_whom_it_may_mean() {
    let output = dictum("speakers", &["--format", "jsonl"], ARTICLES);
    let records: Vec<dictum::record::Identity<'_>> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ambiguous: Vec<_> =
        records.iter().filter(|one| one.standing == dictum::Standing::Ambiguous).collect();
    assert!(!ambiguous.is_empty(), "{records:#?}");
    for one in ambiguous {
        assert_eq!(one.name, "Quill");
        let mut may_be: Vec<&str> = one.may_be.iter().map(|&id| &*records[id].name).collect();
        may_be.sort_unstable();
        assert_eq!(may_be, ["Ida Quill", "Tom Quill"]);
    }
}

#[test]
fn speakers_are_sorted_limited_and_filtered() {
    let first = |order: &str| names(&dictum("speakers", &["--format", "jsonl", "--sort", order], ARTICLES));
    assert_eq!(first("commitment")[0], "Lena Moor");
    assert_eq!(first("caution")[0], "Police");
    let by_name = first("name");
    assert!(by_name.is_sorted_by_key(|name| name.to_lowercase()), "{by_name:?}");
    let limited = dictum("speakers", &["--format", "jsonl", "--limit", "2"], ARTICLES);
    assert_eq!(names(&limited), first("statements")[..2]);
    let unnamed = dictum("speakers", &["--format", "jsonl", "--standing", "unnamed"], ARTICLES);
    assert_eq!(names(&unnamed), ["Police"]);
    let bodies = dictum("speakers", &["--format", "jsonl", "--kind", "organisation,group"], ARTICLES);
    assert_eq!(names(&bodies), ["Police"]);
}

#[test]
fn rows_of_a_table_have_a_column_per_category() {
    let input = "{\"id\":\"a,b\",\"text\":\"Mayor Lena Moor promised to reopen the ferry.\"}\n";
    let output = dictum("speakers", &["--format", "csv"], input);
    let expected = "id,name,kind,standing,role,organization,other_names,articles,statements,caution,commitment,claim,documents,may_be\n\
                    0,Lena Moor,person,named,Mayor,,,1,1,0,1,0,\"a,b\",\n";
    assert_eq!(stdout(&output), expected);

    let formula = input.replace("a,b", "=a");
    let output = dictum("speakers", &["--format", "csv", "--csv-safe"], formula);
    assert_eq!(stdout(&output), expected.replace("\"a,b\"", "'=a"));

    let file = folder("speakers-file", &[]).with_extension("csv");
    let output = dictum("speakers", &["-o", file.to_str().unwrap()], input);
    assert_eq!((stdout(&output), fs::read_to_string(&file).unwrap().as_str()), ("", expected));
}

#[test]
fn the_output_does_not_depend_on_threads_or_order() {
    let reversed: String = ARTICLES.lines().rev().flat_map(|line| [line, "\n"]).collect();
    let one = dictum("speakers", &["--format", "jsonl", "--threads", "1"], ARTICLES);
    let two = dictum("speakers", &["--format", "jsonl", "--threads", "2"], reversed);
    assert_eq!(stdout(&one), stdout(&two));
}

#[test]
fn what_is_wrong_is_said_and_the_rest_is_counted() {
    let output = dictum("speakers", &["--sort", "size"], ARTICLES);
    assert_eq!(output.status.code(), Some(2));
    let message = "error: unknown order `size`; the valid names are statements, articles, name, caution, commitment, claim\n";
    assert_eq!(stderr(&output), message);
    let output = dictum("speakers", &["--format", "jsonl"], format!("{ARTICLES}{{\n"));
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("-: line 5, "), "{}", stderr(&output));
    assert!(names(&output).contains(&"Lena Moor".to_owned()));
}
