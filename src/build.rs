//! Build script: parses the data files and packs them, so that programs start without parsing, and
//! errors in the files fail the build.
//!
//! It shares modules with the library; the `mod.rs` of each folder includes them.

#![forbid(unsafe_code)]
#![allow(dead_code, reason = "used only by the library")]

#[path = "category/build.rs"]
mod category;
#[path = "lexicon/build.rs"]
mod lexicon;
mod packed;
#[path = "rules/build.rs"]
mod rules;

use std::env;
use std::path::PathBuf;

const WRITABLE: &str = "the build folder is writable";

fn main() {
    // the data files are compiled into this script, so Cargo already reruns it when they change
    println!("cargo::rerun-if-changed=src/build.rs");
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).expect("Cargo sets OUT_DIR");
    lexicon::pack(&folder);
    rules::pack(&folder);
    category::pack(&folder);
}
