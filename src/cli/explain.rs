//! The command `explain`: why words attribute, or do not.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use super::settings::Settings;
use super::{input, print};

/// Why words attribute or do not, and why a statement has its speaker and its category.
///
/// The exit status is 0 when all went well, 1 when the text could not be read, 2 when an option or a rule file is
/// wrong.
#[derive(Parser)]
#[command(
    name = "explain",
    version,
    after_help = "Examples:\n  dictum explain article.txt\n  echo \"The mayor said no.\" | dictum explain"
)]
pub struct Arguments {
    /// A file that is one article, as text, compressed or a page; without it or for "-", a text on the standard input is read
    path: Option<PathBuf>,

    #[command(flatten)]
    settings: Settings,
}

/// Reads the text and explains it.
pub fn run(arguments: &Arguments) -> ExitCode {
    let extractor = match arguments.settings.extractor() {
        Ok(extractor) => extractor,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    let path = arguments.path.as_deref().unwrap_or(Path::new("-"));
    let text = if path == Path::new("-") {
        io::read_to_string(io::stdin()).map_err(|error| error.to_string())
    } else {
        input::read(path).map(|page| page.text)
    };
    let text = match text {
        Ok(text) => text,
        Err(message) => {
            eprintln!("{}: {message}", path.display());
            return ExitCode::from(1);
        }
    };
    print(&extractor.explain(&text).to_string())
}
