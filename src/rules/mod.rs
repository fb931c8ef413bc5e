//! Rule sets: which statements belong to which category, as data.

mod compile;
mod error;
mod format;
mod index;
pub(crate) mod pattern;
pub(crate) mod terms;

use crate::attribution::Kind;
use crate::lexicon::Frame;
pub use error::{Problem, RuleSetError};
pub(crate) use index::Index;
use pattern::Pattern;
use terms::Terms;

/// Which statements belong to which category: declarative rules, checked and compiled once.
///
/// A rule set is a TOML file. It names its categories and one of them as the default; each rule tests a statement and puts
/// it into a category when all its tests hold:
///
/// | key | holds when |
/// | --- | --- |
/// | `cue` | the cue's dictionary form (`"promise"`, `"rule out"`) or its group in the lexicon (`"[warn]"`) is one of these |
/// | `frames` | the content stands in one of these frames to the cue: `that`, `clause`, `to`, `np`, `quote`, `post`, … |
/// | `kinds` | the statement is one of `direct`, `indirect`, `mixed` |
/// | `negated` | the cue is negated (`true`) or is not (`false`) |
/// | `any` | one of these patterns matches in the content |
/// | `none` | none of these patterns matches in the content |
///
/// A pattern is a sequence of words: `will` is a word, `danger~` every word of that stem, `will|shall` either, `$name` a
/// word of a list under `[lists]`, `not?` may be absent, `@own` is the speaker's own side as a subject ("we", or "he" and
/// the speaker's name in reported speech), `@adverbs` none or more adverbs and negations, `...` up to five words, `^` the
/// start of the content or of a sentence in it.
///
/// Of the rules that hold, the one with the highest priority decides, of equals the first in the file. A rule without a
/// `priority` has its category's. Where none holds, the default category does, without evidence. The contents in `matches`
/// and `misses` are the rule's own tests: [`RuleSet::from_toml`] refuses a rule set whose examples fail.
///
/// ```
/// use dictum::{Extractor, RuleSet};
///
/// let rules = RuleSet::from_toml(
///     r#"
///     name = "climate"
///     default = "other"
///
///     [[category]]
///     id = "pledge"
///     [[category]]
///     id = "other"
///
///     [lists]
///     cuts = ["cut~", "reduce~", "halve~"]
///
///     [[rule]]
///     id = "pledge.cut"
///     category = "pledge"
///     any = ["$cuts ... emission~|pollution"]
///     matches = ["to halve its emissions", "that it will cut pollution"]
///     misses = ["to cut taxes"]
///     "#,
/// )?;
/// let extractor = Extractor::builder().rules(rules).build().unwrap();
/// let article = extractor.extract("The airline promised to reduce its emissions by 2040.");
/// let statement = article.statements().next().unwrap();
/// assert_eq!(statement.category(), "pledge");
/// assert_eq!(statement.evidence().rule(), Some("pledge.cut"));
/// # Ok::<(), dictum::RuleSetError>(())
/// ```
#[derive(Debug)]
pub struct RuleSet {
    name: String,
    version: String,
    description: String,
    pub(crate) categories: Vec<Category>,
    pub(crate) default: usize,
    pub(crate) rules: Vec<Rule>,
    pub(crate) terms: Terms,
    pub(crate) index: Index,
}

/// A category of a rule set.
#[derive(Debug)]
pub(crate) struct Category {
    pub id: String,
    pub description: String,
    pub priority: i32,
}

/// A compiled rule.
#[derive(Debug)]
pub(crate) struct Rule {
    pub id: String,
    pub category: usize,
    pub priority: i32,
    pub cues: Vec<String>,
    pub groups: Vec<String>,
    pub frames: Vec<Frame>,
    pub kinds: Vec<Kind>,
    pub negated: Option<bool>,
    pub any: Vec<Pattern>,
    pub none: Vec<Pattern>,
}

const STATEMENTS: &str = include_str!("statements.toml");

impl RuleSet {
    /// The built-in rule set `statements`: commitment, claim or caution.
    ///
    /// ```
    /// let rules = dictum::RuleSet::built_in();
    /// let categories: Vec<&str> = rules.categories().map(|(id, _)| id).collect();
    /// assert_eq!(categories, ["caution", "commitment", "claim"]);
    /// ```
    ///
    /// # Panics
    ///
    /// Never: the tests hold the built-in rule set to its format.
    #[must_use]
    pub fn built_in() -> RuleSet {
        compile::compile(STATEMENTS, false).expect("the tests hold the built-in rule set to its format")
    }

    /// The source of the built-in rule set, in the format that [`RuleSet::from_toml`] reads.
    pub const BUILT_IN_TOML: &'static str = STATEMENTS;

    /// Reads a rule set.
    ///
    /// # Errors
    ///
    /// When the file is no TOML or anything in it is wrong: an unknown key, category, list, frame or kind, a rule without
    /// a test, an id given twice, a pattern that cannot be read, an example that fails. The error names every mistake with
    /// its line and column.
    pub fn from_toml(source: &str) -> Result<RuleSet, RuleSetError> {
        compile::compile(source, true)
    }

    /// The rule set's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its version, empty where it gives none.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What it is for, empty where it does not tell.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The categories with their descriptions, in the file's order.
    pub fn categories(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.categories.iter().map(|category| (category.id.as_str(), category.description.as_str()))
    }

    /// The ids of the rules, in the file's order.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &str> {
        self.rules.iter().map(|rule| rule.id.as_str())
    }

    pub(crate) fn category_name(&self, category: usize) -> &str {
        &self.categories[category].id
    }

    pub(crate) fn rule_name(&self, rule: usize) -> &str {
        &self.rules[rule].id
    }
}
