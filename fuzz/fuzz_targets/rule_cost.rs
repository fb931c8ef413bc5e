//! A rule set of repeated rules, lists and examples: it is accepted or refused soon, and an accepted
//! one reads a text soon. Run it with `-timeout=10`, which makes a slow input a finding.
#![no_main]

use dictum::{Extractor, RuleSet};
use libfuzzer_sys::fuzz_target;

#[path = "../pieces.rs"]
mod pieces;

const HEAD: &str = "name = 'x'\ndefault = 'c'\n[[category]]\nid = 'c'\n[lists]\nl = ['pier', 'will~', 'may']\n";

/// What patterns, cues and examples are made of.
const PIECES: [&str; 40] = [
    "will", "the", "of", "pier", "a", "danger~", "/re.*/", "/(?:[a-z]?){20}/", "/.*/", "|", "|may", "$l", "$m", "!", "?", " ", " ", "@own",
    "@name", "@number", "@date", "@not", "@adverbs", " ... ", " ...12 ", " ...60 ", "^ ", " .", "it's", "redundan*", "é", "0", "-", "Ana Ruiz",
    " said", " that it will rain", "promised to pay", "“", "”", ".",
];

const TEXT: &str = "Ana Ruiz, the mayor, promised that we will pay for the pier by May. “It could be a danger of a pier,” said Bo Lund.";

fuzz_target!(|bytes: &[u8]| {
    let mut set = HEAD.to_owned();
    let mut count = 0;
    // the first byte of each piece of the input says what it is, the second how often it is there
    for part in bytes.chunks(12).filter(|part| part.len() > 2) {
        let words = pieces::text(&part[2..], &PIECES);
        let key = ["any", "all", "none", "matches", "misses", "cues"][usize::from(part[0]) % 6];
        for _ in 0..(1_usize << (part[1] % 12)).min(20_000 - count.min(20_000)) {
            count += 1;
            let pattern = if key == "any" { "" } else { "any = ['pier']\n" };
            set += &format!("[[rule]]\nid = 'r{count}'\ncategory = 'c'\n{pattern}{key} = [\"{words} w{count}\"]\n");
        }
    }
    match RuleSet::from_toml(&set) {
        Ok(rules) => {
            let extractor = Extractor::builder().rules(rules).threads(1).build().expect("the settings are good");
            let text = TEXT.repeat(100);
            assert!(extractor.extract(&text).statements().all(|statement| statement.category() == "c"));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
