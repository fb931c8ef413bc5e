//! The command `evaluate`: accuracy of the library against gold statements.
//!
//! The gold file has the format described in `corpus/README.md`; the articles are in the same
//! folder. The exit status is 1 if a gold statement contradicts its article.

mod by_rule;
mod gold;
mod score;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use super::say::{say, show};
use super::settings::Settings;
use score::Score;

const AFTER_HELP: &str = r#"Gold lines with "tier": "optional" do not count either way: a found statement that matches one is
left out of precision, and a missed one does not lower recall.

Example:
  dictum evaluate --errors 20 gold.jsonl
  dictum evaluate --by-rule --rules my-rules.toml gold.jsonl"#;

/// Measure precision, recall and F1 against gold statements.
#[derive(Parser)]
#[command(name = "evaluate", version, after_help = AFTER_HELP)]
pub struct Arguments {
    /// The gold statements, one per line; the text of document NAME is read from NAME.txt in the
    /// same folder
    #[arg(default_value = "corpus/gold.jsonl")]
    gold: PathBuf,

    /// Show up to N errors of each type: missed and invented statements, wrong speakers, wrong
    /// categories
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,

    /// Show how often each rule matched, decided, and was right
    #[arg(long)]
    by_rule: bool,

    #[command(flatten)]
    settings: Settings,
}

/// Reads the gold statements and prints the figures.
pub fn run(arguments: &Arguments) -> ExitCode {
    let extractor = match arguments.settings.extractor() {
        Ok(extractor) => extractor,
        Err(message) => {
            say(format_args!("error: {message}"));
            return ExitCode::from(2);
        }
    };
    let articles = match gold::read(&arguments.gold) {
        Ok(articles) => articles,
        Err(message) => {
            say(format_args!("error: {message}"));
            return ExitCode::from(2);
        }
    };
    let contradictions: Vec<_> = articles.iter().flat_map(gold::Article::contradictions).collect();
    for contradiction in &contradictions {
        say(contradiction);
    }
    let mut score = Score::new(arguments.errors, arguments.by_rule);
    for article in &articles {
        score.add(&extractor.extract(&article.text), article);
    }
    let printed = show(&score.to_string());
    if contradictions.is_empty() { printed } else { ExitCode::from(1) }
}
