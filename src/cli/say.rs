//! Contract: all that the program writes for people goes through here. Names and texts from outside
//! cannot steer the terminal; a standard error that is full or closed ends nothing.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::visible;

/// Writes a line to the standard error.
pub fn say(message: impl Display) {
    let message = message.to_string();
    // nobody can be told that nobody reads the messages
    let _ = writeln!(io::stderr(), "{}", visible::message(&message));
}

/// Writes `page`, which may quote texts from outside, to the standard output.
pub fn show(page: &str) -> ExitCode {
    print(&visible::message(page))
}

/// Writes `page` to the standard output. A closed pipe is not an error: in `dictum … | head`,
/// `head` closes it early.
pub fn print(page: &str) -> ExitCode {
    match io::stdout().write_all(page.as_bytes()).and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            say(format_args!("standard output: {error}"));
            ExitCode::from(1)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// A path for a message.
pub fn path(path: &Path) -> String {
    visible::name(&path.to_string_lossy()).into_owned()
}
