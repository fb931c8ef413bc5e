//! Explains why words attribute a statement or not: `cargo run --example explain --
//! corpus/council-bins.txt`, or with a text on the standard input.
//!
//! The same as `dictum explain`.

use std::process::ExitCode;

fn main() -> ExitCode {
    dictum::cli::explain(std::env::args_os())
}
