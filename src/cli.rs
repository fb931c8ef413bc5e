//! The commands of the `dictum` program, for programs that offer them under another name (feature `cli`, on unless
//! `default-features = false`).
//!
//! Each function takes the words of a command line, the program's name first, as [`std::env::args_os`] gives them. It reads
//! the files or the standard input that they name, writes to the standard output, reports errors on the standard error and returns
//! the exit status: 0 when all went well, 1 when something could not be read or written, 2 when an option or a rule file is
//! wrong. `--help` lists the options of each.
//!
//! ```
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     dictum::cli::run(["dictum", "extract", "--format", "text", "corpus/council-bins.txt"].map(Into::into))
//! }
//! ```
//!
//! The commands use only the library's public interface: your own program can do all that they do.

mod evaluate;
mod explain;
mod extract;
mod input;
mod manual;
mod report;
mod rules;
mod settings;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

/// Who said what in news articles, and what kind of statement is it?
#[derive(Parser)]
#[command(
    name = "dictum",
    version,
    after_help = "Examples:\n  dictum extract --format text article.txt      marked in the terminal\n  \
                  dictum extract articles/ > statements.jsonl   records for other programs\n  \
                  dictum report articles/ > report.html         a page for a browser\n\n\
                  `dictum COMMAND --help` describes each command."
)]
enum Command {
    Extract(extract::Arguments),
    Report(report::Arguments),
    Explain(explain::Arguments),
    Evaluate(evaluate::Arguments),
    Rules(rules::Arguments),
    Completions(manual::Completions),
    Man(manual::Man),
}

/// The whole program: the first word after its name is the command.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::run(["dictum", "explain", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, |command: &Command| match command {
        Command::Extract(arguments) => extract::run(arguments),
        Command::Report(arguments) => report::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Evaluate(arguments) => evaluate::run(arguments),
        Command::Rules(arguments) => rules::run(arguments),
        Command::Completions(arguments) => manual::completions(arguments, Command::command()),
        Command::Man(arguments) => manual::man(arguments, Command::command()),
    })
}

/// Articles to records, or to marked text, annotations, sentences. Ctrl-C stops after the current record: the function installs
/// a handler for it.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::extract(["extract", "--sentences", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn extract(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, extract::run)
}

/// Articles to one page for a browser.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::report(["report", "--title", "Bins", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn report(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, report::run)
}

/// Why the words of an article attribute, or do not.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::explain(["explain", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn explain(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, explain::run)
}

/// Precision, recall and F1 against gold statements.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::evaluate(["evaluate", "corpus/gold.jsonl"].map(Into::into))
/// # }
/// ```
pub fn evaluate(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, evaluate::run)
}

/// Runs a command, unless its arguments ask for help or are wrong.
fn with<A: Parser>(
    arguments: impl IntoIterator<Item = OsString>,
    command: impl FnOnce(&A) -> ExitCode,
) -> ExitCode {
    match A::try_parse_from(arguments) {
        Ok(arguments) => command(&arguments),
        Err(message) => {
            // help goes to the standard output, which may be closed
            let _ = message.print();
            ExitCode::from(u8::try_from(message.exit_code()).unwrap_or(2))
        }
    }
}

/// Writes `page` to the standard output. A closed pipe is no error: `dictum … | head` reads only the start.
fn print(page: &str) -> ExitCode {
    match io::stdout().write_all(page.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("standard output: {error}");
            ExitCode::from(1)
        }
        _ => ExitCode::SUCCESS,
    }
}
