//! Build script: reads the data files and packs the lexicon, so that a program need not read them when it starts, and a mistake
//! in them is found when the library is built.
//!
//! It shares the types of words and cues with the library, which mounts them in `mod.rs`.

#![forbid(unsafe_code)]
#![allow(dead_code, reason = "what only the library asks of the lexicon")]

mod class;
mod cues;
mod friends;
mod furniture;
mod lines;
#[allow(unused_imports, unused_macros, reason = "the macros are for the library")]
mod named;
mod pack;
mod read;
mod table;
mod word;

use std::path::Path;
use std::{env, fs};

use class::{Class, Classes};
use cues::{Cue, CueGroup, Frame, Part, Raising, Raisings};
use word::WordId;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    let folder = env::var_os("OUT_DIR").expect("Cargo tells build scripts where to write");
    let read = read::lexicon();
    let [stems, stem_letters, stem_ends] = pack::stems(&read);
    let [furniture_words, furniture] = pack::furniture(&read);
    let [around, false_friends] = pack::false_friends(&read);
    for (name, packed) in [
        ("words", pack::words(&read)),
        ("slots", pack::slots(&read)),
        ("stops", pack::stops(&read)),
        ("long", pack::long(&read)),
        ("groups", pack::groups(&read)),
        ("cues", pack::cues(&read)),
        ("stems", stems),
        ("stem_letters", stem_letters),
        ("stem_ends", stem_ends),
        ("furniture_words", furniture_words),
        ("furniture", furniture),
        ("around", around),
        ("false_friends", false_friends),
    ] {
        fs::write(Path::new(&folder).join(name), packed).expect("the build folder can be written to");
    }
}
