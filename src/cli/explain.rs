//! The command `explain`: why words attribute, or do not.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::Extractor;

/// Why words attribute, or do not, and why a statement has its speaker and its category.
///
/// The exit status is 0 when all went well, 1 when the text could not be read, 2 when an option is wrong.
#[derive(Parser)]
#[command(name = "explain", version)]
pub struct Arguments {
    /// A text file; the standard input is read when none is given
    path: Option<PathBuf>,
}

/// Reads the text and explains it.
pub fn run(arguments: &Arguments) -> ExitCode {
    let (name, text) = match &arguments.path {
        Some(path) => (path.display().to_string(), fs::read_to_string(path)),
        None => ("-".to_owned(), io::read_to_string(io::stdin())),
    };
    let text = match text {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{name}: {error}");
            return ExitCode::from(1);
        }
    };
    match write!(io::stdout(), "{}", Extractor::default().explain(&text)) {
        // whoever reads the output has seen enough
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("standard output: {error}");
            ExitCode::from(1)
        }
        _ => ExitCode::SUCCESS,
    }
}
