//! Build script: reads the data files and packs them, so that a program need not read them when it starts, and mistakes in them are
//! found when the library is built.
//!
//! It shares modules with the library, which declares them in the `mod.rs` of their folders.

#![forbid(unsafe_code)]
#![allow(dead_code, reason = "what only the library asks of the shared modules")]

#[path = "lexicon/build.rs"]
mod lexicon;
mod packed;
#[path = "rules/build.rs"]
mod rules;

use std::env;
use std::path::PathBuf;

const WRITABLE: &str = "the build folder can be written to";

fn main() {
    // the data files are part of this script, which runs anew whenever it is built anew
    println!("cargo::rerun-if-changed=src/build.rs");
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).expect("Cargo tells build scripts where to write");
    lexicon::pack(&folder);
    rules::pack(&folder);
}
