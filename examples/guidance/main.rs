//! Applies your own rule set to an article: `cargo run --example guidance [RULES [ARTICLE]]`
//!
//! Without arguments, it looks for corporate guidance in a news article about an airline from the
//! corpus.

use std::path::Path;
use std::process::ExitCode;

use dictum::{Extractor, RuleSet};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut arguments = std::env::args().skip(1);
    let rules = arguments
        .next()
        .unwrap_or_else(|| home.join("examples/guidance/guidance.toml").display().to_string());
    let article = arguments
        .next()
        .unwrap_or_else(|| home.join("corpus/corvane-lifts-guidance.txt").display().to_string());

    // errors are reported together, with lines and columns; on success the rules' own examples have
    // passed
    let rules = RuleSet::from_file(rules)?;
    println!("{}: {}\n", rules.name(), rules.description());

    let extractor = Extractor::builder().rules(rules).build()?;
    let text = std::fs::read_to_string(article)?;
    for statement in extractor.extract(&text).statements() {
        let Some(rule) = statement.evidence().rule() else { continue };
        println!("{}: {}", statement.category(), statement.content());
        if let Some(speaker) = statement.speaker() {
            println!("    by {}", speaker.name());
        }
        let words: Vec<&str> = statement.evidence().excerpts().map(dictum::Excerpt::text).collect();
        println!("    since {rule} matched “{}”", words.join("” and “"));
        for loser in statement.firings().skip(1) {
            println!("    and not {}, which {}", loser.rule(), loser.outcome().description());
        }
        println!();
    }
    Ok(())
}
