//! Why words attribute, or do not: `cargo run --example explain -- corpus/council-bins.txt`, or a text on the standard input
//!
//! The same as `dictum explain`.

use std::process::ExitCode;

fn main() -> ExitCode {
    dictum::cli::explain(std::env::args_os())
}
