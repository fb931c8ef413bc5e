//! The command `schema`: the JSON Schema of the records.

use std::process::ExitCode;

use clap::Parser;

use super::say::print;

/// Print the JSON Schema of the records that `extract` writes.
#[derive(Parser)]
#[command(name = "schema", version, after_help = "Example:\n  dictum schema > record.schema.json")]
pub struct Arguments {}

/// Prints the schema.
pub fn run(Arguments {}: &Arguments) -> ExitCode {
    print(&crate::record::json_schema())
}
