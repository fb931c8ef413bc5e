//! The lexicon's part of the build script: reads the data files, reports their errors, and packs
//! them for the program.

mod act;
mod class;
mod cues;
mod data;
mod filter;
mod frame;
mod furniture;
mod language;
mod lines;
#[allow(unused_imports, unused_macros, reason = "the macros are for the library")]
mod named;
mod pack;
mod pseudo_cues;
mod read;
mod sense;
mod source;
mod stem;
mod table;
mod variants;
mod word;

use std::fs;
use std::path::Path;

pub(crate) use act::{AttributionType, Form};
pub(crate) use class::{Class, Classes};
use cues::{Cue, CueGroup, Part, Raising, Raisings};
pub(crate) use frame::Frame;
pub(crate) use language::LANGUAGE;
use sense::{Sense, Senses};
pub(crate) use source::Lexicon;
pub(crate) use stem::{StemId, Stems};
use variants::Variants;
pub(crate) use word::WordId;

/// Packs the lexicon into files in `folder`.
pub(super) fn pack(folder: &Path) {
    let read = &Lexicon::built_in().read;
    for problem in read.problems.list() {
        println!("cargo::error={problem}");
    }
    let [stems, stem_letters, stem_ends] = pack::stems(read);
    let [furniture_words, furniture] = pack::furniture(read);
    let [around, pseudo_cues] = pack::pseudo_cues(read);
    for (name, packed) in [
        ("words", pack::words(read)),
        ("details", pack::details(read)),
        ("heads", pack::heads(read)),
        ("senses", pack::senses(read)),
        ("slots", pack::slots(read)),
        ("decisive", pack::decisive(read)),
        ("long", pack::long(read)),
        ("groups", pack::groups(read)),
        ("roles", pack::variants(&read.variants.roles)),
        ("kinds", pack::variants(&read.variants.kinds)),
        ("first_names", pack::variants(&read.variants.first_names)),
        ("deeds", pack::variants(&read.variants.deeds)),
        ("harms", pack::variants(&read.variants.harms)),
        ("hearings", pack::variants(&read.variants.hearings)),
        ("name_parts", pack::name_parts(read)),
        ("cues", pack::cues(read)),
        ("stems", stems),
        ("stem_letters", stem_letters),
        ("stem_ends", stem_ends),
        ("furniture_words", furniture_words),
        ("furniture", furniture),
        ("around", around),
        ("pseudo_cues", pseudo_cues),
    ] {
        fs::write(folder.join(name), packed).expect(super::WRITABLE);
    }
}
