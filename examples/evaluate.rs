//! Accuracy against gold statements: `cargo run --release --example evaluate -- corpus/gold.jsonl`
//!
//! The same as `dictum evaluate`.

use std::process::ExitCode;

fn main() -> ExitCode {
    dictum::cli::evaluate(std::env::args_os())
}
