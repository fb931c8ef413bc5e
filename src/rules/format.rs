//! The rule-set format as `serde` reads it. Every key is known; what can be wrong carries its place.

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub name: String,
    #[serde(default)]
    pub version: String,
    #[serde(default = "english")]
    pub language: Spanned<String>,
    #[serde(default)]
    pub description: String,
    pub default: Spanned<String>,
    #[serde(default)]
    pub category: Vec<Category>,
    #[serde(default)]
    pub lists: std::collections::BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    pub rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Category {
    pub id: Spanned<String>,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub priority: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub id: Spanned<String>,
    pub category: Spanned<String>,
    pub priority: Option<i32>,
    #[serde(default)]
    pub cue: Vec<Spanned<String>>,
    #[serde(default)]
    pub frames: Vec<Spanned<String>>,
    #[serde(default)]
    pub kinds: Vec<Spanned<String>>,
    pub negated: Option<bool>,
    #[serde(default)]
    pub any: Vec<Spanned<String>>,
    #[serde(default)]
    pub none: Vec<Spanned<String>>,
    #[serde(default)]
    pub matches: Vec<Spanned<String>>,
    #[serde(default)]
    pub misses: Vec<Spanned<String>>,
    #[serde(default, rename = "note")]
    pub _note: String,
}

fn english() -> Spanned<String> {
    Spanned::new(0..0, "en".to_owned())
}
