//! Any text: nothing panics, and what holds for every article holds.
#![no_main]

use std::sync::LazyLock;

use dictum::Extractor;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::builder().min_confidence(0.0).build().expect("the settings are good"));

fuzz_target!(|text: &str| {
    assert_eq!(invariants::broken(&EXTRACTOR.extract(text)), None);
});
