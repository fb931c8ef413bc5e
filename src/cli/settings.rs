//! What statements are and how they are sorted: the options that make an extractor.

use std::path::PathBuf;

use clap::Args;

use crate::{Extractor, ExtractorBuilder, RuleSet};

/// The options that every command with an extractor has.
#[derive(Args)]
pub struct Settings {
    /// Sort statements by the rule set in this file (TOML or JSON) instead of the built-in one
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,

    /// Drop statements below this confidence, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.5)]
    pub min_confidence: f32,
}

impl Settings {
    /// The rule set that is asked for, or what is wrong with it.
    pub fn rules(&self) -> Result<RuleSet, String> {
        match &self.rules {
            None => Ok(RuleSet::built_in()),
            Some(path) => RuleSet::from_file(path).map_err(|error| error.to_string()),
        }
    }

    /// The extractor, or what is wrong with the options.
    pub fn extractor(&self) -> Result<Extractor, String> {
        self.builder()?.build().map_err(|error| error.to_string())
    }

    /// An extractor in the making, or what is wrong with its rule set.
    pub fn builder(&self) -> Result<ExtractorBuilder, String> {
        let builder = Extractor::builder().min_confidence(self.min_confidence);
        Ok(if self.rules.is_some() { builder.rules(self.rules()?) } else { builder })
    }
}
