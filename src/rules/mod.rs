//! Rule sets: which statements belong to which category, as data.

mod built_in;
mod by_cue;
mod classed;
mod clause;
mod common;
mod compile;
pub(crate) mod cost;
mod cue_bits;
mod drafts;
mod error;
mod estimate;
mod expressions;
mod extend;
mod format;
mod grammar;
mod index;
mod json;
pub(crate) mod matching;
mod node;
mod parser;
mod part;
pub(crate) mod pattern;
mod postings;
mod prefix_filter;
mod rule;
mod schema;
pub(crate) mod sets;
mod signature;
mod split;
mod term_lists;
pub(crate) mod terms;
mod toml;
mod unknown;
mod unpack;
mod unpack_index;
mod word_list;

use built_in::Origin;
pub(crate) use built_in::{BUILT_IN, BuiltIn};
use by_cue::ByCue;
pub(crate) use clause::{Clause, ClauseTest, Source, Subject, Tense};
use cue_bits::CueBits;
use drafts::{Drafts, Tests};
pub(crate) use error::Problems;
pub use error::{Problem, RuleSetError};
use estimate::Estimate;
use index::Index;
use node::Written;
pub(crate) use postings::{Back, NEAR, PatternId, Posting, PostingRange};
pub(crate) use rule::{Rule, RuleCue};
use sets::Sets;
pub(crate) use signature::Signature;
use terms::Terms;

/// Declarative rules that assign statements to categories, checked and compiled once.
///
/// A rule set is a TOML or JSON file. It defines categories, one of which is the default. Each rule
/// tests statements and assigns its category to those that pass all its tests:
///
/// | key | holds when |
/// | --- | --- |
/// | `cue` | the cue's dictionary form (`"promise"`, `"rule out"`) or its group in the lexicon (`"[warn]"`) is one of these; `"apologize"` also matches "apologized for", `"only apologize"` does not |
/// | `frames` | the content has one of these frames with the cue: `that`, `clause`, `to`, `np`, `quote`, `post`, … |
/// | `kinds` | the statement is one of `direct`, `indirect`, `mixed` |
/// | `type` | the speaker says it (`communication`), thinks it (`belief`), knows or shows it (`fact`), or means it to happen (`eventuality`) |
/// | `form` | the content is a `quotation`, a `clause`, an `infinitive`, a `gerund` or a `noun-phrase` |
/// | `negated` | the cue is negated (`true`) or is not (`false`) |
/// | `source` | the speaker is, by the words that name it, a `spokesperson`, `person`, `group`, `document`, or absent (`none`); an `authority` can bring about what it announces, an `outsider` (an analyst, a critic) speaks about others; `safety` (the police, a doctor) keeps others safe |
/// | `subject` | the subject of the content's first main clause is the speaker's `own` side, an `other` party, or absent (`none`) |
/// | `tense` | its verb has one of these tenses or modals: `will`, `would`, `may`, `must`, `present`, `past`, `infinitive`, `none` |
/// | `denied` | its verb is negated (`true`) or is not (`false`) |
/// | `any` | one of these patterns matches in the content |
/// | `all` | each of these patterns matches in the content |
/// | `none` | none of these patterns matches in the content |
///
/// A single word may be given without an array: `type = "belief"`.
///
/// A pattern is a sequence of parts:
///
/// | part | matches |
/// | --- | --- |
/// | `will`, `will\|shall` | a word; either word |
/// | `danger~` | every word of that stem: "danger", "dangers"; a whole word stands before the `~` |
/// | `redundan*` | every word that begins so |
/// | `don't` | "do" and "n't", as texts are split |
/// | `/20[3-5]0/` | every word that the regular expression matches wholly |
/// | `$name` | a word of a list under `[lists]` |
/// | `!be\|have` | any word but these |
/// | `not?` | the word, or nothing |
/// | `@own` | the speaker's own side as a subject: "we", or "he" and the speaker's name in reported speech |
/// | `@name` | a word of a name |
/// | `@number`, `@date`, `@not`, `@participle` | a number; a month, weekday or year; a negation; a past participle |
/// | `@adverbs` | any number of adverbs, up to one that the next part names |
/// | `...`, `...12` | up to five, up to twelve words of one sentence |
/// | `^`, `.` | the start, the end of the content or of a sentence in it |
///
/// Of the rules that match, the one with the highest priority decides, or the first in the file if
/// priorities are equal. A rule without a `priority` has that of its category. If no rule matches,
/// the default category applies, without evidence.
///
/// `matches` and `misses` are the rule's own tests: statements as in an article (`A spokesman said:
/// “We will pay.”`) or, if the rule does not test the cue, contents only. [`RuleSet::from_toml`]
/// rejects a rule set whose examples fail.
///
/// `extends = "statements"` extends a built-in rule set, or another that the program provides
/// ([`RuleSetReader::base`](crate::RuleSetReader::base)); `off = ["some.rule"]` switches rules off,
/// `[[change]]` replaces single keys of a rule, and `[lists]` replaces lists.
///
/// Rule sets may come from untrusted sources: the size of the file, the length of patterns and
/// regular expressions, and the cost of matching, in news and at any one word, are bounded. The
/// number of rules hardly affects the running time: a rule costs time only at the words that it
/// needs.
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
    name: Written,
    version: Written,
    description: Written,
    pub(crate) categories: Vec<Category>,
    pub(crate) default: usize,
    pub(crate) rules: Vec<Rule>,
    pub(crate) examples: Vec<Example>,
    pub(crate) terms: Terms,
    pub(crate) sets: Sets,
    pub(crate) index: Index,
    pub(crate) by_cue: ByCue,
    pub(crate) cue_bits: CueBits,
    /// What deciding may cost; nothing is known of a built-in rule set.
    pub(crate) estimate: Estimate,
    /// The steps left for checking its examples.
    pub(crate) budget: cost::Budget,
    /// The parsed file, for rule sets that extend this one.
    origin: Origin,
}

/// A category of a rule set.
#[derive(Debug)]
pub(crate) struct Category {
    pub id: Written,
    pub description: Written,
    pub priority: i32,
    pub broader: Option<Written>,
}

/// A text that a rule must match, or must not match.
#[derive(Debug)]
pub(crate) struct Example {
    pub rule: usize,
    /// Its position in the rule file.
    pub at: usize,
    pub text: Written,
    pub matches: bool,
}

/// The maximum size of a file, in bytes.
pub(crate) const LONGEST_FILE: usize = 4 << 20;

/// The most keys and values of a file: each takes memory beyond its bytes.
const MOST_VALUES: usize = 500_000;

/// The error message for a file with too many keys and values.
fn too_dense(source: &str) -> Option<String> {
    let values =
        source.bytes().filter(|byte| matches!(byte, b'=' | b',' | b'[' | b'{' | b':' | b'\n')).count();
    (values > MOST_VALUES)
        .then(|| format!("the file has about {values} keys and values; the maximum is {MOST_VALUES}"))
}

/// The source of a rule set.
#[derive(Clone, Copy)]
pub(crate) enum Input<'s> {
    Toml(&'s str),
    Json(&'s str),
    /// A built-in rule set, whose tree was packed by the build script. The checks that its rules
    /// can fire and decide are left to the tests.
    BuiltIn(&'static BuiltIn),
}

impl<'s> Input<'s> {
    /// The file; empty for a built-in rule set.
    pub fn source(self) -> &'s str {
        match self {
            Input::Toml(source) | Input::Json(source) => source,
            Input::BuiltIn(_) => "",
        }
    }
}

/// Parses, extends and compiles a rule file; `None` if it has errors. `base` finds rule sets by
/// name.
pub(crate) fn compile(
    input: Input<'_>,
    base: impl Fn(&str) -> Option<std::sync::Arc<RuleSet>>,
    offered: &[&str],
    problems: &mut Problems<'_>,
) -> Option<RuleSet> {
    let size = input.source().len();
    if size > LONGEST_FILE {
        problems.add(0, None, format!("the file has {size} bytes; the maximum is {LONGEST_FILE}"));
        return None;
    }
    if let Some(message) = too_dense(input.source()) {
        problems.add(0, None, message);
        return None;
    }
    let node = match input {
        Input::Toml(source) => toml::read(source, problems)?,
        Input::Json(source) => json::read(source, problems)?,
        Input::BuiltIn(built_in) => {
            let rules = compile::compile(&built_in.bare_file(), true, Some(built_in.bare.patterns), problems);
            return Some(RuleSet { origin: Origin::BuiltIn(built_in), ..rules });
        }
    };
    let mut file = format::File::of(&node, problems);
    if let Some(name) = file.extends.clone() {
        let Some(base) = base(&name.value) else {
            let suggestion = format::suggestion(&name.value, offered);
            problems.add(name.at, None, format!("unknown rule set `{}`; {suggestion}", name.value));
            return None;
        };
        file = extend::extend(base.origin.file(), file, name.at, problems);
    }
    let rules = compile::compile(&file, false, None, problems);
    problems.list.is_empty().then(|| RuleSet { origin: Origin::File(Box::new(file)), ..rules })
}

impl RuleSet {
    /// The source of the built-in rule set `statements`, in the format that [`RuleSet::from_toml`]
    /// reads.
    pub const BUILT_IN_TOML: &'static str = BUILT_IN[0].source;

    /// The source of the built-in rule set `speech-acts`.
    pub const SPEECH_ACTS_TOML: &'static str = BUILT_IN[1].source;

    /// The reference of the format in Markdown: all keys, all parts of patterns, and how rules
    /// decide.
    ///
    /// ```
    /// assert!(dictum::RuleSet::REFERENCE.contains("`any`"));
    /// ```
    pub const REFERENCE: &'static str = include_str!("reference.md");

    /// The JSON Schema of the format, for completion and checks in editors. It is generated from
    /// the tables that the parser uses.
    ///
    /// ```
    /// let schema: serde_json::Value = serde_json::from_str(&dictum::RuleSet::json_schema())?;
    /// assert_eq!(schema["required"], serde_json::json!(["name"]));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn json_schema() -> String {
        format!("{:#}\n", schema::schema())
    }

    /// The rule set's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version; empty if the file gives none.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The description; empty if the file gives none.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The categories and their descriptions, in the order of the file.
    pub fn categories(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.categories.iter().map(|category| (&*category.id, &*category.description))
    }

    /// The category of a coarser rule set to which `category` corresponds, if the file gives one.
    ///
    /// ```
    /// let acts = dictum::RuleSet::speech_acts();
    /// assert_eq!(acts.broader("threat"), Some("caution"));
    /// assert_eq!(acts.broader("no such act"), None);
    /// ```
    #[must_use]
    pub fn broader(&self, category: &str) -> Option<&str> {
        self.categories.iter().find(|known| known.id == category)?.broader.as_deref()
    }

    /// The ids of the rules, in the order of the file.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &str> {
        self.rules.iter().map(|rule| &*rule.id)
    }

    /// The examples of all rules: the texts of `matches` and `misses`.
    ///
    /// ```
    /// assert!(dictum::RuleSet::built_in().examples().len() > 100);
    /// ```
    pub fn examples(&self) -> impl ExactSizeIterator<Item = &str> {
        self.examples.iter().map(|example| &*example.text)
    }

    pub(crate) fn category_name(&self, category: usize) -> &str {
        &self.categories[category].id
    }

    pub(crate) fn rule_name(&self, rule: usize) -> &str {
        &self.rules[rule].id
    }
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, Input, Problems, RuleSet, toml};

    #[test]
    fn packed_trees_match_their_files() {
        for built_in in &BUILT_IN {
            let mut problems = Problems::of(built_in.source);
            assert_eq!(Some(built_in.tree.unpack()), toml::read(built_in.source, &mut problems));
        }
    }

    #[test]
    fn packed_patterns_match_their_files() {
        for built_in in &BUILT_IN {
            let read = |input| {
                super::compile(
                    input,
                    |name| RuleSet::named(name).map(std::sync::Arc::new),
                    &[],
                    &mut Problems::of(built_in.source),
                )
                .unwrap()
            };
            let (packed, written) = (read(Input::BuiltIn(built_in)), read(Input::Toml(built_in.source)));
            assert_eq!(packed.rules.len(), written.rules.len());
            assert_eq!(format!("{:?}", packed.sets), format!("{:?}", written.sets));
            assert_eq!(format!("{:?}", packed.index), format!("{:?}", written.index));
            for (packed, written) in packed.rules.iter().zip(&written.rules) {
                assert_eq!(packed.id, written.id);
                assert!(packed.patterns().eq(written.patterns()), "{}", written.id);
            }
        }
    }
}
