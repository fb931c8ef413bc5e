//! Parses the tree of a rule file. Keys that are unknown, missing or of the wrong type are
//! reported, and parsing continues.

use super::error::Problems;
use super::grammar::{FILE, Grammar, Shape};
use super::node::{At, Node, Value, Written};
use crate::lexicon::LANGUAGE;

/// A list of words with its name.
pub(super) type List = (At<Written>, Vec<At<Written>>);

/// A rule file.
#[derive(Clone, Debug, Default)]
pub(super) struct File {
    pub name: Text,
    pub version: Text,
    pub description: Text,
    pub extends: Text,
    pub off: Vec<At<Written>>,
    pub default: Text,
    pub categories: Vec<Category>,
    pub lists: Vec<List>,
    pub rules: Vec<Rule>,
    pub changes: Vec<Rule>,
}

type Text = Option<At<Written>>;
type Texts = Option<Vec<At<Written>>>;

#[derive(Clone, Debug)]
pub(super) struct Category {
    pub id: At<Written>,
    pub description: Text,
    pub priority: Option<i32>,
    pub broader: Text,
}

/// A rule, or a change to one, in which absent keys are `None`.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub id: At<Written>,
    pub category: Text,
    pub priority: Option<i32>,
    pub negated: Option<bool>,
    pub denied: Option<bool>,
    pub cue: Texts,
    pub frames: Texts,
    pub kinds: Texts,
    pub attribution_type: Texts,
    pub form: Texts,
    pub source: Texts,
    pub subject: Texts,
    pub tense: Texts,
    pub any: Texts,
    pub all: Texts,
    pub none: Texts,
    pub matches: Texts,
    pub misses: Texts,
    pub note: Text,
}

impl Rule {
    /// The tests that words or properties must pass: all but `none`, `negated` and `denied`.
    pub fn positive(&self) -> [&Texts; 10] {
        [
            &self.cue,
            &self.frames,
            &self.kinds,
            &self.attribution_type,
            &self.form,
            &self.source,
            &self.subject,
            &self.tense,
            &self.any,
            &self.all,
        ]
    }
}

impl File {
    pub fn of(node: &Node, problems: &mut Problems<'_>) -> File {
        let mut fields = Fields::of(node, &FILE, None, problems);
        let mut file = File {
            name: fields.text("name"),
            version: fields.text("version"),
            description: fields.text("description"),
            extends: fields.text("extends"),
            off: fields.texts("off").unwrap_or_default(),
            default: fields.text("default"),
            lists: fields.lists("lists"),
            ..File::default()
        };
        if let Some(language) = fields.text("language").filter(|language| language.value != LANGUAGE) {
            let message =
                format!("there is no lexicon for the language `{}`; use `{LANGUAGE}`", language.value);
            fields.problems.add(language.at, None, message);
        }
        if file.extends.is_none() {
            for key in ["off", "change"] {
                if let Some(node) = fields.find(key) {
                    let message = format!("`{key}` can only be used with `extends`; add `extends`");
                    fields.problems.add(node.at, None, message);
                }
            }
            if file.default.is_none() && fields.find("default").is_none() {
                fields.problems.add(
                    0,
                    None,
                    "missing key `default`: the category of statements that no rule matches".to_owned(),
                );
            }
        }
        file.categories = fields.tables("category", |fields| {
            Some(Category {
                id: fields.text("id")?,
                description: fields.text("description"),
                priority: fields.integer("priority"),
                broader: fields.text("broader"),
            })
        });
        file.rules = fields.tables("rule", Rule::of);
        file.changes = fields.tables("change", Rule::of);
        file
    }
}

impl Rule {
    fn of(fields: &mut Fields<'_, '_, '_>) -> Option<Rule> {
        let id = fields.text("id");
        let rule = Rule {
            id: At::new(0, Written::default()),
            category: fields.text("category"),
            priority: fields.integer("priority"),
            negated: fields.truth("negated"),
            denied: fields.truth("denied"),
            cue: fields.texts("cue"),
            frames: fields.texts("frames"),
            kinds: fields.texts("kinds"),
            attribution_type: fields.texts("type"),
            form: fields.texts("form"),
            source: fields.texts("source"),
            subject: fields.texts("subject"),
            tense: fields.texts("tense"),
            any: fields.texts("any"),
            all: fields.texts("all"),
            none: fields.texts("none"),
            matches: fields.texts("matches"),
            misses: fields.texts("misses"),
            note: fields.text("note"),
        };
        Some(Rule { id: id?, ..rule })
    }
}

/// The keys of a table, checked against its grammar.
struct Fields<'n, 'p, 's> {
    given: &'n [(At<Written>, Node)],
    grammar: &'static Grammar,
    rule: Option<&'n str>,
    problems: &'p mut Problems<'s>,
}

impl<'n, 'p, 's> Fields<'n, 'p, 's> {
    fn of(
        node: &'n Node,
        grammar: &'static Grammar,
        rule: Option<&'n str>,
        problems: &'p mut Problems<'s>,
    ) -> Self {
        let fields: &[_] = match &node.value {
            Value::Table(fields) => fields,
            other => {
                problems.add(node.at, None, format!("expected a table of keys, not {}", other.name()));
                return Fields { given: &[], grammar, rule, problems };
            }
        };
        for (n, (key, _)) in fields.iter().enumerate() {
            if problems.is_full() {
                break;
            }
            if grammar.key(&key.value).is_none() {
                let names: Vec<&str> = grammar.keys.iter().map(|key| key.name).collect();
                let message = format!("unknown key `{}`; {}", key.value, suggestion(&key.value, &names));
                problems.add(key.at, rule, message);
            } else if fields[..n].iter().any(|(other, _)| other.value == key.value) {
                let message = format!("duplicate key `{}`; remove one", key.value);
                problems.add(key.at, rule, message);
            }
        }
        for key in grammar.keys.iter().filter(|key| key.required) {
            if !fields.iter().any(|(given, _)| given.value == key.name) {
                problems.add(node.at, rule, format!("missing key `{}`: {}", key.name, lower(key.about)));
            }
        }
        Fields { given: fields, grammar, rule, problems }
    }

    fn find(&self, name: &str) -> Option<&'n Node> {
        self.given.iter().find(|(key, _)| key.value == name).map(|(_, node)| node)
    }

    fn wrong(&mut self, node: &Node, name: &str, wants: &str) {
        let fix = match &node.value {
            Value::Text(text) if wants == "an array of strings" => format!("; write `[\"{text}\"]`"),
            _ => String::new(),
        };
        let message = format!("`{name}` must be {wants}, not {}{fix}", node.value.name());
        self.problems.add(node.at, self.rule, message);
    }

    fn text(&mut self, name: &str) -> Text {
        let node = self.find(name)?;
        let Value::Text(text) = &node.value else {
            self.wrong(node, name, "a string");
            return None;
        };
        Some(At::new(node.at, text.clone()))
    }

    fn known(&mut self, name: &str, known: &[&str], text: &At<Written>) {
        if !known.contains(&&*text.value) && !self.problems.is_full() {
            let what = name.strip_suffix('s').unwrap_or(name);
            let message = format!("unknown {what} `{}`; {}", text.value, suggestion(&text.value, known));
            self.problems.add(text.at, self.rule, message);
        }
    }

    fn integer(&mut self, name: &str) -> Option<i32> {
        let node = self.find(name)?;
        match node.value {
            Value::Integer(number) if i32::try_from(number).is_ok() => Some(number as i32),
            Value::Integer(_) => {
                let message = format!("`{name}` is out of range; it must be a 32-bit integer");
                self.problems.add(node.at, self.rule, message);
                None
            }
            _ => {
                self.wrong(node, name, "a 32-bit integer");
                None
            }
        }
    }

    fn truth(&mut self, name: &str) -> Option<bool> {
        let node = self.find(name)?;
        let Value::Truth(truth) = node.value else {
            self.wrong(node, name, "`true` or `false`");
            return None;
        };
        Some(truth)
    }

    fn texts(&mut self, name: &str) -> Texts {
        let node = self.find(name)?;
        let texts = self.texts_in(node, name)?;
        if texts.is_empty() && !matches!(&node.value, Value::List(items) if !items.is_empty()) {
            let message = format!("`{name}` is empty; add a value or remove the key");
            self.problems.add(node.at, self.rule, message);
        }
        if let Some(Shape::SomeOf(known)) = self.grammar.key(name).map(|key| key.shape) {
            for text in &texts {
                self.known(name, known, text);
            }
        }
        Some(texts)
    }

    fn texts_in(&mut self, node: &Node, name: &str) -> Texts {
        let items = match &node.value {
            Value::List(items) => &items[..],
            Value::Text(_) if self.takes_one(name) => std::slice::from_ref(node),
            _ if self.takes_one(name) => {
                self.wrong(node, name, "a string or an array of strings");
                return None;
            }
            _ => {
                self.wrong(node, name, "an array of strings");
                return None;
            }
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Text(text) => texts.push(At::new(item.at, text.clone())),
                other => {
                    let message = format!("the items of `{name}` must be strings, not {}", other.name());
                    self.problems.add(item.at, self.rule, message);
                }
            }
        }
        Some(texts)
    }

    /// Whether a single string is accepted instead of an array. Only keys with a fixed set of words
    /// allow it, since a string could otherwise be mistaken for a pattern.
    fn takes_one(&self, name: &str) -> bool {
        self.grammar.key(name).is_some_and(|key| matches!(key.shape, Shape::SomeOf(_)))
    }

    fn lists(&mut self, name: &str) -> Vec<(At<Written>, Vec<At<Written>>)> {
        let Some(node) = self.find(name) else { return Vec::new() };
        let Value::Table(fields) = &node.value else {
            self.wrong(node, name, "a table of arrays");
            return Vec::new();
        };
        fields
            .iter()
            .filter_map(|(list, words)| {
                Some((At::new(list.at, list.value.clone()), self.texts_in(words, &list.value)?))
            })
            .collect()
    }

    fn tables<T>(&mut self, name: &str, read: impl Fn(&mut Fields<'_, '_, '_>) -> Option<T>) -> Vec<T> {
        let Some(node) = self.find(name) else { return Vec::new() };
        let (Value::List(items), Some(Shape::Tables(grammar))) =
            (&node.value, self.grammar.key(name).map(|key| key.shape))
        else {
            self.wrong(node, name, "an array of tables");
            return Vec::new();
        };
        let ruled = |item: &'n Node| match &item.value {
            Value::Table(fields) if name != "category" => {
                fields.iter().find_map(|(key, node)| match &node.value {
                    Value::Text(id) if key.value == "id" => Some(&**id),
                    _ => None,
                })
            }
            _ => None,
        };
        items
            .iter()
            .filter_map(|item| read(&mut Fields::of(item, grammar, ruled(item), self.problems)))
            .collect()
    }
}

/// The most names that a misspelt one is compared with.
const MOST_COMPARED: usize = 200;

/// Suggests the closest known name, or lists all known names.
pub(super) fn suggestion(name: &str, known: &[&str]) -> String {
    let close = known
        .iter()
        .take(MOST_COMPARED)
        .filter(|word| word.len().abs_diff(name.len()) <= 1 + word.len() / 4)
        .map(|word| (distance(name, word), word))
        .filter(|(far, word)| *far <= 1 + word.len() / 4 && *far < word.len().min(name.len()))
        .min_by_key(|(far, _)| *far);
    match close {
        Some((_, word)) => format!("did you mean `{word}`?"),
        None if known.is_empty() => "none are defined".to_owned(),
        None => {
            // a message is cut before it names as many
            let names: Vec<String> =
                known.iter().take(MOST_COMPARED).map(|name| format!("`{name}`")).collect();
            format!("available: {}", names.join(", "))
        }
    }
}

/// The edit distance of `a` and `b` (insertions, deletions, substitutions and swaps); unlimited for
/// names over 40 characters.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(41).collect(), b.chars().take(41).collect());
    if a.len() > 40 || b.len() > 40 {
        return usize::MAX;
    }
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let swapped = if swap { rows[i - 2][j - 2] + 1 } else { usize::MAX };
                (rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                    .min(rows[i - 1][j] + 1)
                    .min(rows[i][j - 1] + 1)
                    .min(swapped)
            };
        }
    }
    rows[a.len()][b.len()]
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.trim_end_matches('.').chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
