//! Any bytes as a table: rows are articles or reported, and reading ends.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../program.rs"]
mod program;

#[path = "../pieces.rs"]
mod pieces;

const PIECES: [&str; 24] = [
    "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "\n\n", " ", "a", "=1+1", "\u{feff}", "\0", "é", "“", "id", "text", "\"\n",
    ",\"", "The mayor said no.", "{\"", "\u{2028}", "\\",
];

fuzz_target!(|bytes: &[u8]| {
    program::reads("csv", &[b"id,text\n", bytes].concat());
    program::reads("csv", pieces::text(bytes, &PIECES).as_bytes());
});
