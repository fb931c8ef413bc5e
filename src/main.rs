//! The `dictum` program: `dictum --help`

use std::process::ExitCode;

fn main() -> ExitCode {
    dictum::cli::run(std::env::args_os())
}
