//! The command `explain`: why words attribute a statement or not.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use super::input;
use super::say::{self, say};
use super::settings::Settings;

/// Explain why words attribute a statement or not, and how its speaker and category were
/// determined.
///
/// The exit status is 0 on success, 1 if the text could not be read, 2 if an option or a rule file
/// is invalid.
#[derive(Parser)]
#[command(
    name = "explain",
    version,
    after_help = "Examples:\n  dictum explain article.txt\n  echo \"The mayor said no.\" | dictum explain"
)]
pub struct Arguments {
    /// A text file or HTML page with one article, optionally compressed; without it, or if it is
    /// "-", the standard input is read as text
    path: Option<PathBuf>,

    #[command(flatten)]
    settings: Settings,
}

/// Reads the text and prints the explanation.
pub fn run(arguments: &Arguments) -> ExitCode {
    let extractor = match arguments.settings.extractor() {
        Ok(extractor) => extractor,
        Err(message) => {
            say(format_args!("error: {message}"));
            return ExitCode::from(2);
        }
    };
    let path = arguments.path.as_deref().unwrap_or(Path::new("-"));
    let text = if path == Path::new("-") {
        let bytes = input::bounded(io::stdin(), input::LONGEST).map_err(|error| error.to_string());
        bytes.and_then(input::text).map(|page| page.text)
    } else {
        input::read(path, input::LONGEST).map(|page| page.text)
    };
    let text = match text {
        Ok(text) => text,
        Err(message) => {
            say(format_args!("{}: {message}", say::path(path)));
            return ExitCode::from(1);
        }
    };
    say::show(&extractor.explain(&text).to_string())
}
