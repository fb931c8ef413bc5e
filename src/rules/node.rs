//! Contract: a rule file as a tree in which every key and value knows the byte where it stands, the same for TOML and JSON.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use toml::de::{DeTable, DeValue};

use super::error::Problems;

/// Nothing in the format lies deeper.
const DEEPEST: usize = 6;

/// Something and the byte of the file where it begins.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct At<T> {
    pub at: usize,
    pub value: T,
}

impl<T> At<T> {
    pub fn new(at: usize, value: T) -> Self {
        At { at, value }
    }
}

/// A value of a rule file, and where it begins.
pub(super) type Node<'s> = At<Value<'s>>;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'s> {
    Text(Cow<'s, str>),
    Integer(i64),
    Truth(bool),
    List(Vec<Node<'s>>),
    /// In the order of the file.
    Table(Vec<(At<Cow<'s, str>>, Node<'s>)>),
    /// Something that no key takes, by its name.
    Other(&'static str),
}

impl Value<'_> {
    /// What it is, as messages call it.
    pub fn name(&self) -> &'static str {
        match self {
            Value::Text(_) => "a string",
            Value::Integer(_) => "an integer",
            Value::Truth(_) => "a boolean",
            Value::List(_) => "an array",
            Value::Table(_) => "a table",
            Value::Other(name) => name,
        }
    }
}

/// Reads TOML; every mistake of syntax is noted.
pub(super) fn from_toml<'s>(source: &'s str, problems: &mut Problems<'_>) -> Option<Node<'s>> {
    let (table, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        return Some(At::new(0, toml_table(table.into_inner(), DEEPEST)));
    }
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        problems.add(at, None, error.message().trim().replace('\n', "; "));
    }
    None
}

fn toml_table(table: DeTable<'_>, depth: usize) -> Value<'_> {
    let mut fields: Vec<_> = table
        .into_iter()
        .map(|(key, value)| {
            let key = At::new(key.span().start, key.into_inner());
            (key, At::new(value.span().start, toml_value(value.into_inner(), depth)))
        })
        .collect();
    fields.sort_by_key(|(key, _)| key.at);
    Value::Table(fields)
}

fn toml_value(value: DeValue<'_>, depth: usize) -> Value<'_> {
    match value {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Value::Other("a number out of range"), Value::Integer),
        DeValue::Boolean(truth) => Value::Truth(truth),
        DeValue::Float(_) => Value::Other("a fraction"),
        DeValue::Datetime(_) => Value::Other("a date"),
        DeValue::Array(_) | DeValue::Table(_) if depth == 0 => Value::Other("a value nested too deeply"),
        DeValue::Array(items) => Value::List(
            items
                .into_iter()
                .map(|item| At::new(item.span().start, toml_value(item.into_inner(), depth - 1)))
                .collect(),
        ),
        DeValue::Table(table) => toml_table(table, depth - 1),
    }
}

/// Reads JSON; the first mistake of syntax is noted, for nothing is sure behind it.
pub(super) fn from_json<'s>(source: &'s str, problems: &mut Problems<'_>) -> Option<Node<'s>> {
    match serde_json::from_str::<&RawValue>(source) {
        Ok(raw) => Some(json(source, raw.get(), DEEPEST)),
        Err(error) => {
            let before: usize =
                source.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            problems.add(before + error.column().saturating_sub(1), None, message.to_owned());
            None
        }
    }
}

/// The value that is written as `raw`, a piece of `source` that is known to be sound.
fn json<'s>(source: &'s str, raw: &'s str, depth: usize) -> Node<'s> {
    let at = (raw.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
    let mut reader = serde_json::Deserializer::from_str(raw);
    let value = match raw.as_bytes().first() {
        Some(b'{' | b'[') if depth == 0 => Value::Other("a value nested too deeply"),
        Some(b'{' | b'[') => reader
            .deserialize_any(Parts { source, at, depth })
            .unwrap_or(Value::Other("a value that cannot be read")),
        Some(b'"') => {
            serde_json::from_str(raw).map_or(Value::Other("a broken string"), |Key(text)| Value::Text(text))
        }
        Some(b't' | b'f') => Value::Truth(raw == "true"),
        Some(b'n') => Value::Other("null"),
        _ => raw.parse().map_or(Value::Other("a fraction"), Value::Integer),
    };
    At::new(at, value)
}

/// Reads one level of an object or array; what lies in it stays raw, so that it keeps its place.
struct Parts<'s> {
    source: &'s str,
    at: usize,
    depth: usize,
}

#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Visitor<'de> for Parts<'de> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((Key(key), raw)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
            let at = match key {
                Cow::Borrowed(key) => (key.as_ptr() as usize - 1).wrapping_sub(self.source.as_ptr() as usize),
                Cow::Owned(_) => self.at,
            };
            fields.push((At::new(at, key), json(self.source, raw.get(), self.depth - 1)));
        }
        Ok(Value::Table(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(raw) = list.next_element::<&'de RawValue>()? {
            items.push(json(self.source, raw.get(), self.depth - 1));
        }
        Ok(Value::List(items))
    }
}
