//! Texts of marks, cues and names, chosen by bytes: more of them have statements than of random
//! characters. What holds for every article holds, in either scope.
#![no_main]

use std::sync::LazyLock;

use dictum::{Extractor, Scope};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

#[path = "../../tests/invariants/grammar.rs"]
mod grammar;

static EXTRACTORS: LazyLock<[Extractor; 2]> = LazyLock::new(|| {
    [Scope::Statements, Scope::Attributions].map(|scope| {
        Extractor::builder().scope(scope).min_confidence(0.0).build().expect("the settings are good")
    })
});

fuzz_target!(|bytes: &[u8]| {
    let text = grammar::text(bytes);
    for extractor in EXTRACTORS.iter() {
        assert_eq!(invariants::broken(&extractor.extract(&text)), None, "{text:?}");
    }
});
