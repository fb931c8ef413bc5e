//! The options that choose statements: `--category`, `--speaker` and so on. A statement is written
//! if it satisfies each of the options given.

use clap::Args;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser as _;

use crate::{Article, AttributionType, Form, Kind, RuleSet, Statement};

/// The options.
#[derive(Args, Clone, Debug)]
#[group(skip)]
#[command(next_help_heading = "Filters")]
pub struct Filter {
    /// Only statements of these categories
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub category: Vec<String>,

    /// Only statements whose speaker has this text in the name or in the words that name them here;
    /// upper and lower case count as the same. May be repeated
    #[arg(long, value_name = "TEXT")]
    pub speaker: Vec<String>,

    /// Only statements of these kinds
    #[arg(long, value_name = "KIND,...", value_delimiter = ',',
          value_parser = PossibleValuesParser::new(names(Kind::ALL, Kind::as_str)).try_map(|name| name.parse::<Kind>()))]
    pub kind: Vec<Kind>,

    /// Only statements of these types
    #[arg(long = "type", value_name = "TYPE,...", value_delimiter = ',',
          value_parser = PossibleValuesParser::new(AttributionType::NAMES).try_map(|name| name.parse::<AttributionType>()))]
    pub attribution_type: Vec<AttributionType>,

    /// Only statements whose content has this form
    #[arg(long, value_name = "FORM,...", value_delimiter = ',',
          value_parser = PossibleValuesParser::new(Form::NAMES).try_map(|name| name.parse::<Form>()))]
    pub form: Vec<Form>,

    /// Only statements whose content has this text; upper and lower case count as the same. May be
    /// repeated: one of the texts is enough
    #[arg(long, value_name = "TEXT")]
    pub contains: Vec<String>,
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|&value| name(value)).collect()
}

impl Filter {
    /// Checks the categories against the rule set.
    pub fn check(&self, rules: &RuleSet) -> Result<(), String> {
        let known = || rules.categories().map(|(id, _)| id);
        match self.category.iter().find(|name| !known().any(|id| id == *name)) {
            Some(name) => {
                let known: Vec<_> = known().collect();
                Err(format!(
                    "--category {name}: the rule set `{}` has the categories {}",
                    rules.name(),
                    known.join(", ")
                ))
            }
            None => Ok(()),
        }
    }

    /// Drops the statements that do not satisfy the options.
    pub fn apply(&self, article: &mut Article<'_>) {
        if self.is_set() {
            article.retain(|statement| self.keeps(statement));
        }
    }

    fn is_set(&self) -> bool {
        let Filter { category, speaker, kind, attribution_type, form, contains } = self;
        let texts = [category, speaker, contains];
        texts.into_iter().any(|texts| !texts.is_empty())
            || !kind.is_empty()
            || !attribution_type.is_empty()
            || !form.is_empty()
    }

    fn keeps(&self, statement: Statement<'_, '_>) -> bool {
        let who = || {
            let name = statement.speaker().map(crate::Speaker::name).unwrap_or_default();
            format!("{name}\n{}", statement.source().map_or("", crate::Excerpt::text))
        };
        one_of(&self.category, |name| name == statement.category())
            && one_of(&self.kind, |&kind| kind == statement.kind())
            && one_of(&self.attribution_type, |&kind| kind == statement.attribution_type())
            && one_of(&self.form, |&form| form == statement.form())
            && (self.speaker.is_empty() || has_one_of(&who(), &self.speaker))
            && (self.contains.is_empty() || has_one_of(&statement.content().text(), &self.contains))
    }
}

/// Whether one of the wanted values fits; no wanted values stand for all.
fn one_of<T>(wanted: &[T], fits: impl FnMut(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(fits)
}

/// Whether `text` has one of the texts, in upper or lower case, with any white space between words.
fn has_one_of(text: &str, wanted: &[String]) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let text = plain(text);
    wanted.iter().any(|wanted| text.contains(&plain(wanted)))
}
