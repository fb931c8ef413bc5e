//! Writes an HTML report on articles: `cargo run --release --example report -- corpus/ >
//! report.html`
//!
//! The same as `dictum report`.

use std::process::ExitCode;

fn main() -> ExitCode {
    dictum::cli::report(std::env::args_os())
}
