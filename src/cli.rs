//! The commands of the `dictum` program, for programs that embed them under another name (feature
//! `cli`, enabled by default).
//!
//! Each function takes the words of a command line, beginning with the program's name, as
//! [`std::env::args_os`] returns them. It reads the files that they name, or the standard input;
//! writes to the standard output; reports errors on the standard error; and returns the exit
//! status: 0 on success, 1 if something could not be read or written, 2 if an option or a rule file
//! is invalid. `--help` lists the options of a command.
//!
//! ```
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     dictum::cli::run(["dictum", "extract", "--format", "text", "corpus/council-bins.txt"].map(Into::into))
//! }
//! ```
//!
//! The commands use only the library's public API, so your own program can do everything that they
//! do.

mod bar;
mod evaluate;
mod explain;
mod extract;
mod input;
mod interrupt;
#[cfg(any(feature = "html", feature = "parquet"))]
mod isolate;
mod manual;
mod report;
mod rules;
mod say;
mod schema;
mod settings;
mod speakers;
mod threads;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

/// Find out who said what in news articles, and what kind of statement it is.
#[derive(Parser)]
#[command(
    name = "dictum",
    version,
    after_help = "Examples:\n  dictum -f text article.txt             marked text in the terminal\n  \
                  dictum articles/ > statements.jsonl    records for other programs\n  \
                  dictum articles/ -o statements.csv     a table for a spreadsheet\n  \
                  dictum report articles/ > report.html  a report for a browser\n  \
                  dictum speakers articles/              how much each speaker said\n\n\
                  A path without a command stands for `dictum extract PATH`.\n\
                  `dictum COMMAND --help` describes each command."
)]
enum Command {
    Extract(extract::Arguments),
    Report(report::Arguments),
    Speakers(speakers::Arguments),
    Explain(explain::Arguments),
    Evaluate(evaluate::Arguments),
    Rules(rules::Arguments),
    Schema(schema::Arguments),
    Completions(manual::Completions),
    Man(manual::Man),
}

/// Runs the whole program: the first argument is the command, or else what `extract` reads:
/// `dictum article.txt` is `dictum extract article.txt`.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::run(["dictum", "explain", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = with_command(arguments.into_iter().collect());
    with(arguments, |command: &Command| match command {
        Command::Extract(arguments) => extract::run(arguments),
        Command::Report(arguments) => report::run(arguments),
        Command::Speakers(arguments) => speakers::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Evaluate(arguments) => evaluate::run(arguments),
        Command::Rules(arguments) => rules::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Completions(arguments) => manual::completions(arguments, Command::command()),
        Command::Man(arguments) => manual::man(arguments, Command::command()),
    })
}

/// Writes the statements of articles as records, marked text, annotations or a table, or writes the
/// sentences. Ctrl-C stops after the current record: the function installs a signal handler for it.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::extract(["extract", "--sentences", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn extract(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, extract::run)
}

/// Writes an HTML report on articles.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::report(["report", "--title", "Bins", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn report(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, report::run)
}

/// Lists the speakers of articles, each once, with their statements counted by category.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::speakers(["speakers", "--limit", "10", "corpus/"].map(Into::into))
/// # }
/// ```
pub fn speakers(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, speakers::run)
}

/// Explains why the words of an article attribute a statement or not.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::explain(["explain", "corpus/council-bins.txt"].map(Into::into))
/// # }
/// ```
pub fn explain(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, explain::run)
}

/// Measures precision, recall and F1 against gold statements.
///
/// ```
/// # fn main() -> std::process::ExitCode {
/// dictum::cli::evaluate(["evaluate", "corpus/gold.jsonl"].map(Into::into))
/// # }
/// ```
pub fn evaluate(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    with(arguments, evaluate::run)
}

/// The arguments with the command `extract` put in where none is named.
fn with_command(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let extracts = match arguments.get(1) {
        // articles from another program
        None => !io::stdin().is_terminal(),
        Some(first) => {
            let text = first.to_string_lossy();
            let program = Command::command();
            let is_command = program.get_subcommands().any(|command| command.get_name() == text);
            let is_own_option = ["-h", "--help", "-V", "--version"].contains(&&*text);
            let is_option = text.starts_with('-') && !is_own_option;
            // a word that is neither is a misspelt command, for which the parser has a suggestion
            let is_path = text.contains(['.', '/', '\\']) || Path::new(first).exists();
            !is_command && text != "help" && (is_option || is_path)
        }
    };
    if extracts {
        arguments.insert(1, "extract".into());
    }
    arguments
}

/// Runs a command, or prints help or an error about its arguments.
fn with<A: Parser>(
    arguments: impl IntoIterator<Item = OsString>,
    command: impl FnOnce(&A) -> ExitCode,
) -> ExitCode {
    match A::try_parse_from(arguments) {
        Ok(arguments) => command(&arguments),
        Err(message) => {
            let plain = message.render().to_string();
            if message.use_stderr() && plain.contains(|c| c != '\n' && crate::visible::is_hidden(c)) {
                // an argument that it quotes, such as the name of a file
                say::say(plain.trim_end());
            } else {
                match message.print() {
                    // the reader of the help has seen enough
                    Err(error) if !message.use_stderr() && error.kind() != io::ErrorKind::BrokenPipe => {
                        say::say(format_args!("standard output: {error}"));
                        return ExitCode::from(1);
                    }
                    _ => {}
                }
            }
            ExitCode::from(u8::try_from(message.exit_code()).unwrap_or(2))
        }
    }
}
