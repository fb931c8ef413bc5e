//! Any rule file: it is refused with a message, or sorts statements without a panic.
#![no_main]

use dictum::{Extractor, RuleSet};
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "Ana Ruiz, the mayor, promised that we will pay by May. “It could be a disaster,” said Bo Lund of the bank.";

fuzz_target!(|toml: &str| {
    match RuleSet::from_toml(toml) {
        Ok(rules) => {
            let extractor = Extractor::builder().rules(rules).threads(1).build().expect("the settings are good");
            let article = extractor.extract(TEXT);
            assert!(article.statements().all(|statement| !statement.category().is_empty()));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
