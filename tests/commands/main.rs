//! The commands as users run them: output, error messages, exit statuses.

mod choices;
mod examples;
mod exports;
mod fields;
mod formats;
#[cfg(unix)]
mod hostile;
mod input;
mod manual;
mod output;
mod pages;
mod reports;
mod rules;
mod tables;
mod unexpected;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const GOOD: &str = "{\"id\":\"a\",\"text\":\"The mayor said the bridge was safe.\"}\n";

/// Runs `dictum extract`.
fn extract(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    dictum("extract", arguments, input)
}

/// Runs the program with a command.
fn dictum(command: &str, arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    run(program(command).args(arguments), input)
}

fn program(command: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_dictum"));
    program.arg(command);
    program
}

/// Runs a program with an input, without settings of the user's environment that colour the output.
fn run(program: &mut Command, input: impl AsRef<[u8]>) -> Output {
    let mut child = program
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // a program that exits before it has read its input closes the pipe
    let _ = child.stdin.take().unwrap().write_all(input.as_ref());
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A folder for one test, with files.
fn folder(test: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn documents(output: &Output) -> Vec<String> {
    let records = stdout(output).lines().map(serde_json::from_str::<dictum::record::SentencesRecord<'_>>);
    records.map(|record| record.unwrap().document.into_owned()).collect()
}
