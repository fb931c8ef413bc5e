//! The options for extracting and categorising statements.

use std::path::PathBuf;

use clap::Args;

use crate::{Extractor, ExtractorBuilder, RuleSet};

/// The options shared by all commands with an extractor.
#[derive(Args)]
pub struct Settings {
    /// Use the rule set in this file (TOML or JSON) instead of the built-in one
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,

    /// Drop statements below this confidence, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.5)]
    pub min_confidence: f32,
}

impl Settings {
    /// The requested rule set, or an error message.
    pub fn rules(&self) -> Result<RuleSet, String> {
        match &self.rules {
            None => Ok(RuleSet::built_in()),
            Some(path) => RuleSet::from_file(path).map_err(|error| error.to_string()),
        }
    }

    /// The extractor, or an error message.
    pub fn extractor(&self) -> Result<Extractor, String> {
        self.builder()?.build().map_err(|error| error.to_string())
    }

    /// A builder with the options applied, or an error message.
    pub fn builder(&self) -> Result<ExtractorBuilder, String> {
        let builder = Extractor::builder().min_confidence(self.min_confidence);
        Ok(if self.rules.is_some() { builder.rules(self.rules()?) } else { builder })
    }
}
