//! Input that is made to break the program: nothing ends a run, and nothing is lost in silence.

use std::io::Read;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use super::*;

const GOOD_B: &str = "{\"id\":\"b\",\"text\":\"The mayor said the pier was safe.\"}\n";

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn one_bad_file_does_not_end_the_run() {
    let zeros = input::packed(&vec![0; 3_000_000]);
    let deep = "<div>".repeat(30_000);
    let attributes: Vec<String> = (0..30_000).map(|n| format!("a{n}=1")).collect();
    let many = format!("<p {}>x</p>", attributes.join(" "));
    let folder = folder(
        "hostile-files",
        &[
            ("a.txt", b"The mayor said the bridge was safe."),
            ("b.txt.gz", &zeros[0]),
            ("d.html", deep.as_bytes()),
            ("e.html", many.as_bytes()),
            ("g.txt", b"The mayor said the pier was safe."),
        ],
    );
    symlink("/dev/zero", folder.join("f.txt")).unwrap();
    std::process::Command::new("mkfifo").arg(folder.join("f2.txt")).status().unwrap();
    let output =
        extract(&["--sentences", "--max-line", "1000000", "--ext", "txt,html", folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(documents(&output), ["a", "g"]);
    let reports: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(reports.len(), 5, "{reports:?}");
    assert!(reports.iter().any(|line| line.ends_with("f.txt: skipped: not a regular file")), "{reports:?}");
    assert!(reports.iter().any(|line| line.contains("b.txt.gz: longer than 1000000 bytes")), "{reports:?}");
}

#[test]
fn a_full_standard_error_loses_no_output() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let folder = folder("hostile-stderr", &[("x.jsonl", format!("{GOOD}!\n{GOOD_B}").as_bytes())]);
    let run =
        program("extract").args(["--sentences", &path(&folder, "x.jsonl")]).stderr(full).output().unwrap();
    assert_eq!((run.status.code(), documents(&run)), (Some(1), vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn the_largest_limit_is_no_limit() {
    let output = extract(&["--sentences", "--max-line", &usize::MAX.to_string()], GOOD);
    assert_eq!((output.status.code(), documents(&output)), (Some(0), vec!["a".to_owned()]));
}

#[test]
fn files_that_are_there_are_not_replaced() {
    let folder = folder("hostile-output", &[("mine", b"mine"), ("out/a.txt", b"mine")]);
    let out = path(&folder, "out");
    let run = |options: &[&str], id: &str| {
        let input = GOOD.replace("\"a\"", &format!("{id:?}"));
        extract(&[&["--format", "brat", "--output-dir", &out], options].concat(), input)
    };
    let output = run(&[], "a");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("`a.txt`: ") && stderr(&output).contains("--force"),
        "{}",
        stderr(&output)
    );
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(read("out/a.txt"), "mine");
    assert_eq!(run(&["--force"], "a").status.code(), Some(0));
    assert_eq!(read("out/a.txt"), "The mayor said the bridge was safe.");
    // the same files again
    assert_eq!(run(&[], "a").status.code(), Some(0));
    // a link is not followed
    symlink(folder.join("mine"), folder.join("out/b.txt")).unwrap();
    assert_eq!(run(&[], "b").status.code(), Some(1));
    assert_eq!(run(&["--force"], "b").status.code(), Some(0));
    assert_eq!(read("mine"), "mine");
}

#[test]
fn what_is_read_is_not_written() {
    let folder = folder("hostile-self", &[("x.jsonl", GOOD.as_bytes())]);
    let file = path(&folder, "x.jsonl");
    let out = fs::OpenOptions::new().append(true).open(&file).unwrap();
    let run = program("extract").args(["--format", "articles", &file]).stdout(out).output().unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(stderr(&run).contains("is both input and output"), "{}", stderr(&run));
    assert_eq!(fs::read_to_string(&file).unwrap(), GOOD);
}

#[test]
fn messages_cannot_steer_a_terminal() {
    let hostile = "\u{1b}]0;x\u{7}\u{202e}\u{200b}";
    let key = format!("{{\"{hostile}\":1,\"{hostile}\":2,\"id\":\"a\",\"text\":\"\"}}\n")
        .replace('\u{1b}', "\\u001b");
    let table = format!("{hostile},text\n");
    let rules = format!("name = \"x\"\ndefault = \"c\"\n[[category]]\nid = \"c{}\"\n", "\\u001b\\u202e");
    let name = format!("a{hostile}.csv");
    let folder = folder(
        "hostile-names",
        &[
            (&*name, table.as_bytes()),
            (&*format!("b{hostile}.txt"), b"\xff"),
            ("c.jsonl", key.replace('\u{7}', "\\u0007").as_bytes()),
            ("d.toml", rules.as_bytes()),
        ],
    );
    let rules = path(&folder, "d.toml");
    let mut said = Vec::new();
    let everything = ["--ext", "csv,txt,jsonl", "--keep-all", folder.to_str().unwrap()];
    said.push(extract(&everything, ""));
    said.push(extract(&["--rules", &rules], GOOD));
    said.push(dictum("rules", &["check", &rules], ""));
    said.push(extract(&[hostile], ""));
    said.push(extract(&["--format", hostile], ""));
    for output in said {
        let seen = stderr(&output);
        assert!(!seen.is_empty());
        assert!(
            !seen.contains(|c: char| c != '\n' && c.is_control() || "\u{202e}\u{200b}".contains(c)),
            "{seen:?}"
        );
    }
}

#[test]
fn a_long_name_is_cut() {
    let key = format!("{{\"{0}\":1,\"{0}\":2}}\n", "k".repeat(100_000));
    let output = extract(&["--keep-all"], key);
    assert!(stderr(&output).len() < 400, "{}", stderr(&output).len());
}

#[test]
fn too_many_threads_are_capped() {
    let output = extract(&["--sentences", "--threads", "4000"], GOOD);
    assert_eq!((output.status.code(), documents(&output)), (Some(0), vec!["a".to_owned()]));
    assert!(stderr(&output).starts_with("--threads 4000: "), "{}", stderr(&output));
}

#[test]
fn a_line_is_answered_before_the_next_is_written() {
    let mut child = program("extract")
        .args(["--format", "answers"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    for id in ["a", "b", "c"] {
        input.write_all(GOOD.replace("\"a\"", &format!("{id:?}")).as_bytes()).unwrap();
        let mut answer = Vec::new();
        while !answer.ends_with(b"\n") {
            let mut byte = [0];
            output.read_exact(&mut byte).unwrap();
            answer.push(byte[0]);
        }
        assert!(String::from_utf8(answer).unwrap().contains(&format!("\"document\":{id:?}")));
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// Runs the program on a pipe that stays open, sends a signal once it has answered, and returns
/// what it wrote.
fn interrupted(signal: &str, arguments: &[&str]) -> Output {
    let mut child = program("extract")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(format!("{GOOD}{{\"id\":\"b\",\"te").as_bytes()).unwrap();
    let mut first = [0; 1];
    let mut output = child.stdout.take().unwrap();
    output.read_exact(&mut first).unwrap();
    let kill = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    let (start, mut rest) = (Instant::now(), first.to_vec());
    output.read_to_end(&mut rest).unwrap();
    assert!(start.elapsed() < Duration::from_secs(20));
    let ended = child.wait_with_output().unwrap();
    drop(input);
    Output { stdout: rest, ..ended }
}

/// Whether this process ignores SIGHUP, as under `nohup`; the program then ignores it, too.
fn ignores_hangup() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 1 == 1)
}

#[test]
fn a_signal_ends_an_idle_run_with_what_was_read_answered() {
    let signals = ["-INT", "-TERM", "-HUP"];
    for signal in signals.into_iter().filter(|signal| *signal != "-HUP" || !ignores_hangup()) {
        let output = interrupted(signal, &["--sentences"]);
        assert_eq!((output.status.code(), documents(&output)), (Some(130), vec!["a".to_owned()]), "{signal}");
        let bytes = output.stdout.len();
        let expected = format!(
            "-: interrupted; everything up to line 1 is written, the first {bytes} bytes; resume with --resume-after 1\n"
        );
        assert_eq!(stderr(&output), expected);
    }
}

#[test]
fn a_killed_run_is_resumed_by_the_same_command() {
    let line = |n| {
        format!("{{\"id\":{n},\"text\":\"Ana Ruiz said in week {n} that the bridge was safe. It rained.\"}}")
    };
    let lines = (0..3000).map(line).collect::<Vec<_>>().join("\n");
    let folder = folder("hostile-resume", &[("x.jsonl", lines.as_bytes())]);
    let (input, out) = (path(&folder, "x.jsonl"), path(&folder, "out.jsonl"));
    let whole = extract(&[&input], "");
    let run = || extract(&["--resume", &out, &input], "");
    let once = run();
    assert_eq!((once.status.code(), stderr(&once)), (Some(0), ""));
    assert_eq!(fs::read(&out).unwrap(), whole.stdout);
    assert!(!folder.join("out.jsonl.progress").exists());
    let again = run();
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("the output is complete"), "{}", stderr(&again));
    // killed at once while it waits for more
    let killed = path(&folder, "killed.jsonl");
    let mut child = program("extract").args(["--resume", &killed]).stdin(Stdio::piped()).spawn().unwrap();
    let half = &lines.as_bytes()[..lines.len() / 2];
    child.stdin.as_mut().unwrap().write_all(half).unwrap();
    let start = Instant::now();
    while fs::metadata(&killed).map_or(0, |file| file.len()) == 0 && start.elapsed() < Duration::from_secs(20)
    {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(folder.join("killed.jsonl.progress").exists());
    let output = extract(&["--resume", &killed], &lines);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    assert_eq!(fs::read(&killed).unwrap(), whole.stdout);
}

#[test]
fn an_output_with_other_options_is_not_continued() {
    let folder = folder(
        "hostile-resume-other",
        &[
            ("x.jsonl", GOOD.as_bytes()),
            ("out.jsonl.progress", br#"{"version":1,"options":"other","lines":1,"bytes":10}"#),
            ("out.jsonl", b"0123456789"),
        ],
    );
    let output = extract(&["--resume", &path(&folder, "out.jsonl"), &path(&folder, "x.jsonl")], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("was begun with other options"), "{}", stderr(&output));
    assert_eq!(fs::read(folder.join("out.jsonl")).unwrap(), b"0123456789");
}

#[test]
fn resuming_after_the_end_says_so() {
    let folder = folder("hostile-resume-end", &[("x.jsonl", GOOD.as_bytes())]);
    let file = path(&folder, "x.jsonl");
    let output = extract(&["--resume-after", "7", &file], "");
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    let expected = format!("{file}: there are only 1 lines, so nothing comes after line 7\n");
    assert_eq!(stderr(&output), expected);
    assert_eq!(extract(&["--resume-after", "1", &file], "").status.code(), Some(0));
}

#[test]
fn a_write_error_says_how_much_is_whole() {
    let lines = GOOD.repeat(20_000);
    let folder = folder("hostile-full", &[("x.jsonl", lines.as_bytes())]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run =
        program("extract").args(["--sentences", &path(&folder, "x.jsonl")]).stdout(full).output().unwrap();
    assert_eq!(run.status.code(), Some(1));
    assert!(stderr(&run).contains("everything up to line 0 of"), "{}", stderr(&run));
    assert!(stderr(&run).contains("is written, the first 0 bytes"), "{}", stderr(&run));
}

#[cfg(feature = "csv")]
#[test]
fn every_row_has_an_answer() {
    let table = "id,text\na,One.\nb,\"Two.\nc,Three.\nd,x,y\ne,Five.\n";
    let folder = folder("hostile-rows", &[("x.csv", table.as_bytes())]);
    let output = extract(&["--format", "answers", &path(&folder, "x.csv")], "");
    let answers: Vec<serde_json::Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let seen: Vec<_> = answers.iter().map(|answer| answer["document"].as_str().unwrap_or("-")).collect();
    assert_eq!((output.status.code(), seen), (Some(1), vec!["a", "-", "c", "-", "e"]));
    let reason = "line 3: a quotation mark is not closed; reading goes on at line 4";
    assert_eq!((answers[1]["line"].as_u64(), answers[1]["error"].as_str()), (Some(2), Some(reason)));
}

#[cfg(feature = "parquet")]
#[test]
fn a_corrupt_table_is_an_error_of_its_own() {
    for corrupt in [&b"PAR1"[..], b"PAR1\x15\x04\x15\x08\x00PAR1", &[0; 100]] {
        let folder = folder("hostile-parquet", &[("a.parquet", corrupt), ("b.jsonl", GOOD.as_bytes())]);
        let output = extract(&["--sentences", &path(&folder, "a.parquet"), &path(&folder, "b.jsonl")], "");
        assert_eq!((output.status.code(), documents(&output)), (Some(1), vec!["a".to_owned()]));
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    }
}
