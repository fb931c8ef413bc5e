//! The options for extracting and categorising statements.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::{Extractor, ExtractorBuilder, RuleSet, RuleSetReader, Scope};

/// The options shared by all commands with an extractor.
#[derive(Args)]
pub struct Settings {
    /// Use the rule set in this file (TOML or JSON), or a built-in one: statements (the default) or
    /// speech-acts
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,

    /// Use the rule set even if its examples fail
    #[arg(long, requires = "rules")]
    pub skip_examples: bool,

    /// Which attributions count as statements
    #[arg(long, value_enum, default_value_t)]
    pub scope: Scope,

    /// Drop statements below this confidence, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.5)]
    pub min_confidence: f32,
}

impl Settings {
    /// The requested rule set, or an error message.
    pub fn rules(&self) -> Result<RuleSet, String> {
        match &self.rules {
            None => Ok(RuleSet::built_in()),
            Some(path) => {
                let name = path.to_str().filter(|_| !path.exists());
                if let Some(built_in) = name.and_then(RuleSet::named) {
                    return Ok(built_in);
                }
                if !path.exists() {
                    return Err(format!(
                        "--rules {}: there is no such file; the built-in rule sets are `statements` and `speech-acts`",
                        path.display()
                    ));
                }
                let reader = RuleSetReader::default().check_examples(!self.skip_examples);
                reader.file(path).map_err(|error| error.to_string())
            }
        }
    }

    /// The extractor, or an error message.
    pub fn extractor(&self) -> Result<Extractor, String> {
        self.builder()?.build().map_err(|error| error.to_string())
    }

    /// A builder with the options applied, or an error message.
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
            Scope::Statements => {
                "What a reader would list as who said what: quotations, clauses, speech acts, judgements"
            }
            Scope::Attributions => {
                "Also attitudes and actions towards a noun phrase, hearsay, nouns without a speaker"
            }
        };
        Some(PossibleValue::new(self.as_str()).help(help))
    }
}
