//! Contract: a rule set that is read without an error passes its own examples, unless the caller
//! skips them.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::examples;
use crate::rules::{BUILT_IN, Input, LONGEST_FILE, Problem, Problems, RuleSet, RuleSetError, compile};

/// Reads rule sets that may extend others.
///
/// ```
/// use std::sync::Arc;
/// use dictum::{RuleSet, RuleSetReader};
///
/// let house = RuleSet::from_toml(
///     "name = 'house'\ndefault = 'rest'\n[[category]]\nid = 'pier'\n[[category]]\nid = 'rest'\n\
///      [[rule]]\nid = 'pier'\ncategory = 'pier'\nany = ['pier~']\n",
/// )?;
/// let mine = RuleSetReader::default()
///     .base(Arc::new(house))
///     .toml("name = 'mine'\nextends = 'house'\n[[change]]\nid = 'pier'\nany = ['pier~', 'jetty']\n")?;
/// assert_eq!(mine.rules().collect::<Vec<_>>(), ["pier"]);
/// # Ok::<(), dictum::RuleSetError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct RuleSetReader {
    bases: Vec<Arc<RuleSet>>,
    unchecked: bool,
}

impl RuleSetReader {
    /// Makes `rules` available, by name, to rule sets that extend it; the built-in ones always are.
    #[must_use]
    pub fn base(mut self, rules: impl Into<Arc<RuleSet>>) -> Self {
        self.bases.push(rules.into());
        self
    }

    /// Whether to run the examples of a rule set; the default is `true`.
    #[must_use]
    pub fn check_examples(mut self, check: bool) -> Self {
        self.unchecked = !check;
        self
    }

    /// Reads TOML.
    ///
    /// # Errors
    ///
    /// As for [`RuleSet::from_toml`].
    pub fn toml(&self, source: &str) -> Result<RuleSet, RuleSetError> {
        self.read(Input::Toml(source), None)
    }

    /// Reads JSON.
    ///
    /// # Errors
    ///
    /// As for [`RuleSet::from_toml`].
    pub fn json(&self, source: &str) -> Result<RuleSet, RuleSetError> {
        self.read(Input::Json(source), None)
    }

    /// Reads a file: JSON when its name ends with `.json`, TOML otherwise.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is not UTF-8 or is too long, and as for [`RuleSet::from_toml`].
    pub fn file(&self, path: impl AsRef<Path>) -> Result<RuleSet, RuleSetError> {
        let path = path.as_ref();
        let origin = path.display().to_string();
        let refuse =
            |message: String| RuleSetError::new(Some(origin.clone()), vec![Problem::of_file(message)]);
        // a pipe or a device does not tell its size beforehand
        let mut source = String::new();
        let read =
            File::open(path).and_then(|file| file.take(LONGEST_FILE as u64 + 1).read_to_string(&mut source));
        if source.len() > LONGEST_FILE || matches!(read, Ok(length) if length > LONGEST_FILE) {
            return Err(refuse(format!("the file has more than {LONGEST_FILE} bytes, the maximum")));
        }
        read.map_err(|error| refuse(error.to_string()))?;
        let json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        self.read(if json { Input::Json(&source) } else { Input::Toml(&source) }, Some(origin))
    }

    fn read(&self, input: Input<'_>, origin: Option<String>) -> Result<RuleSet, RuleSetError> {
        let mut problems = Problems::of(input.source());
        let base = |name: &str| {
            let offered = self.bases.iter().rev().find(|rules| rules.name() == name);
            offered.cloned().or_else(|| built_in(name).map(Arc::new))
        };
        let names: Vec<&str> = self
            .bases
            .iter()
            .map(|rules| rules.name())
            .chain(BUILT_IN.iter().map(|built_in| built_in.name))
            .collect();
        let mut rules = compile(input, base, &names, &mut problems);
        if let Some(rules) = rules.as_mut().filter(|_| !self.unchecked) {
            let mut budget = std::mem::take(&mut rules.budget);
            examples::check(rules, &mut budget, &mut problems);
        }
        match rules {
            Some(rules) if problems.list.is_empty() => Ok(rules),
            _ => Err(RuleSetError::new(origin, problems.list)),
        }
    }
}

/// A built-in rule set by name. Its examples are not run here: the tests do that, and check that
/// every rule can fire and decide.
fn built_in(name: &str) -> Option<RuleSet> {
    let built_in = BUILT_IN.iter().find(|known| known.name == name)?;
    let rules = RuleSetReader::default().check_examples(false).read(Input::BuiltIn(built_in), None);
    Some(rules.expect("tests validate the built-in rule sets"))
}

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
    /// Never: tests validate the built-in rule sets.
    #[must_use]
    pub fn built_in() -> RuleSet {
        built_in("statements").expect("there is such a rule set")
    }

    /// The built-in rule set `speech-acts`: finer acts, each a kind of commitment, claim or
    /// caution.
    ///
    /// ```
    /// use dictum::{Extractor, RuleSet};
    ///
    /// let extractor = Extractor::builder().rules(RuleSet::speech_acts()).build().unwrap();
    /// let article = extractor.extract("The mayor refused to resign.");
    /// assert_eq!(article.statements().next().unwrap().category(), "refusal");
    /// ```
    ///
    /// # Panics
    ///
    /// Never: tests validate the built-in rule sets.
    #[must_use]
    pub fn speech_acts() -> RuleSet {
        built_in("speech-acts").expect("there is such a rule set")
    }

    /// The built-in rule set with this name: `statements` or `speech-acts`.
    ///
    /// ```
    /// assert_eq!(dictum::RuleSet::named("speech-acts").unwrap().name(), "speech-acts");
    /// assert!(dictum::RuleSet::named("mine").is_none());
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<RuleSet> {
        built_in(name)
    }

    /// Reads a rule set from TOML.
    ///
    /// # Errors
    ///
    /// If the text is not TOML or anything in it is wrong: an unknown key, category, list, frame or
    /// kind, a rule without a test or one that can never fire, a duplicate id, an invalid pattern,
    /// an example that fails. All errors are reported together, each with line and column.
    pub fn from_toml(source: &str) -> Result<RuleSet, RuleSetError> {
        RuleSetReader::default().toml(source)
    }

    /// Reads a rule set from JSON, with the same keys and structure as in TOML.
    ///
    /// ```
    /// let rules = dictum::RuleSet::from_json(
    ///     r#"{"name": "mine", "extends": "statements", "off": ["caution.fear"]}"#,
    /// )?;
    /// assert!(!rules.rules().any(|rule| rule == "caution.fear"));
    /// # Ok::<(), dictum::RuleSetError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`RuleSet::from_toml`].
    pub fn from_json(source: &str) -> Result<RuleSet, RuleSetError> {
        RuleSetReader::default().json(source)
    }

    /// Reads a rule set from a file: JSON when its name ends with `.json`, TOML otherwise.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, and as for [`RuleSet::from_toml`]; the error names the file.
    pub fn from_file(path: impl AsRef<Path>) -> Result<RuleSet, RuleSetError> {
        RuleSetReader::default().file(path)
    }
}
