//! What statements are and how they are sorted: the options that make an extractor.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::{Extractor, ExtractorBuilder, RuleSet, RuleSetReader, Scope};

/// The options that every command with an extractor has.
#[derive(Args)]
pub struct Settings {
    /// Sort statements by the rule set in this file (TOML or JSON), or by a built-in one: statements, which is used without this,
    /// or speech-acts
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,

    /// Use the rule set although examples in it fail
    #[arg(long, requires = "rules")]
    pub skip_examples: bool,

    /// How much counts as a statement
    #[arg(long, value_enum, default_value_t)]
    pub scope: Scope,

    /// Drop statements below this confidence, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.5)]
    pub min_confidence: f32,
}

impl Settings {
    /// The rule set that is asked for, or what is wrong with it.
    pub fn rules(&self) -> Result<RuleSet, String> {
        match &self.rules {
            None => Ok(RuleSet::built_in()),
            Some(path) => {
                let name = path.to_str().filter(|_| !path.exists());
                if let Some(built_in) = name.and_then(RuleSet::named) {
                    return Ok(built_in);
                }
                let reader = RuleSetReader::default().check_examples(!self.skip_examples);
                reader.file(path).map_err(|error| error.to_string())
            }
        }
    }

    /// The extractor, or what is wrong with the options.
    pub fn extractor(&self) -> Result<Extractor, String> {
        self.builder()?.build().map_err(|error| error.to_string())
    }

    /// An extractor in the making, or what is wrong with its rule set.
    pub fn builder(&self) -> Result<ExtractorBuilder, String> {
        let builder = Extractor::builder().scope(self.scope).min_confidence(self.min_confidence);
        Ok(if self.rules.is_some() { builder.rules(self.rules()?) } else { builder })
    }
}

impl ValueEnum for Scope {
    fn value_variants<'a>() -> &'a [Self] {
        &[Scope::Statements, Scope::Attributions]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Scope::Statements => "What a reader would list: quotations, clauses, speech acts, judgements",
            Scope::Attributions => {
                "Also attitudes and actions towards a noun phrase, hearsay, nouns without a speaker"
            }
        };
        Some(PossibleValue::new(self.as_str()).help(help))
    }
}
