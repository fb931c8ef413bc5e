//! Lists the speakers of articles: `cargo run --release --example speakers -- corpus/`
//!
//! The same as `dictum speakers`.

use std::process::ExitCode;

fn main() -> ExitCode {
    dictum::cli::speakers(std::env::args_os())
}
