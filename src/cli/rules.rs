//! The command `rules`: checks rule files and prints the schema or a built-in rule set.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use super::say::{self, print, say, show};
use crate::RuleSet;

/// Check rule files; print their JSON Schema or a built-in rule set.
///
/// The exit status is 0 on success, 1 if a rule file is invalid, 2 if an option is invalid.
#[derive(Parser)]
#[command(name = "rules", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Check rule files: print all errors, each with line, column and a suggested fix, or a summary
    /// of a valid file
    #[command(after_help = "Example:\n  dictum rules check my-rules.toml")]
    Check {
        /// Rule files, in TOML or JSON
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },

    /// Print the reference of the format: all keys and all parts of patterns
    #[command(after_help = "Example:\n  dictum rules help | less")]
    Help,

    /// Print a small working rule set, as a starting point for your own
    #[command(after_help = "Example:\n  dictum rules new climate > climate.toml")]
    New {
        /// The name of the rule set
        name: String,
    },

    /// Print the JSON Schema of rule files, for completion and checks in editors
    #[command(after_help = "Example:\n  dictum rules schema > rules.schema.json")]
    Schema,

    /// Print a built-in rule set, as a starting point for your own
    #[command(after_help = "Example:\n  dictum rules show statements > my-rules.toml")]
    Show {
        /// The rule set
        name: BuiltIn,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum BuiltIn {
    /// Commitment, claim, caution
    Statements,
    /// Eighteen finer categories
    SpeechActs,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> ExitCode {
    match &arguments.what {
        What::Check { files } => check(files),
        What::Help => print(RuleSet::REFERENCE),
        What::New { name } => new(name),
        What::Schema => print(&RuleSet::json_schema()),
        What::Show { name: BuiltIn::Statements } => print(RuleSet::BUILT_IN_TOML),
        What::Show { name: BuiltIn::SpeechActs } => print(RuleSet::SPEECH_ACTS_TOML),
    }
}

/// A template with three rules.
const TEMPLATE: &str = include_str!("rules/template.toml");

fn new(name: &str) -> ExitCode {
    let odd = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if name.is_empty() || name.contains(odd) {
        say(format_args!("error: `{name}` is not a valid rule set name; use letters, digits, `-` and `_`"));
        return ExitCode::from(2);
    }
    print(&TEMPLATE.replace("NAME", name))
}

fn check(files: &[PathBuf]) -> ExitCode {
    let (mut page, mut wrong) = (String::new(), false);
    for path in files {
        match RuleSet::from_file(path) {
            Ok(rules) => _ = write!(page, "{}: {}", say::path(path), describe(&rules)),
            Err(problems) => {
                say(problems);
                wrong = true;
            }
        }
    }
    let printed = show(&page);
    if wrong { ExitCode::from(1) } else { printed }
}

/// Summarises a rule set.
fn describe(rules: &RuleSet) -> String {
    let count = |number, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let categories = rules.categories();
    let mut page = format!("{} {}", rules.name(), rules.version()).trim_end().to_owned();
    let holds = [count(rules.rules().len(), "rule"), count(rules.examples().len(), "example")];
    let _ = writeln!(page, ", {} that pass, for these categories:", holds.join(", "));
    let width = rules.categories().map(|(id, _)| id.chars().count()).max().unwrap_or(0);
    for (id, description) in categories {
        let line = format!("    {id:width$}  {description}");
        let _ = writeln!(page, "{}", line.trim_end());
    }
    page
}
