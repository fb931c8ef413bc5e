//! Extracts statements from articles: `cargo run --release --example extract -- --help`
//!
//! The same as `dictum extract`.

use std::process::ExitCode;

fn main() -> ExitCode {
    dictum::cli::extract(std::env::args_os())
}
