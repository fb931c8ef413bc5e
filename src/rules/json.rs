//! Parses JSON into a tree.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::error::Problems;
use super::node::{At, DEEPEST, Node, Value};

/// Parses JSON; reports only the first syntax error, since positions after it are unreliable.
pub(super) fn read(source: &str, problems: &mut Problems<'_>) -> Option<Node> {
    match serde_json::from_str::<&RawValue>(source) {
        Ok(raw) => Some(value(source, raw.get(), DEEPEST)),
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

/// The value of `raw`, a piece of `source` that is known to be valid.
fn value(source: &str, raw: &str, depth: usize) -> Node {
    let at = (raw.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
    let mut reader = serde_json::Deserializer::from_str(raw);
    let read = match raw.as_bytes().first() {
        Some(b'{' | b'[') if depth == 0 => Value::Other("a value nested too deeply"),
        Some(b'{' | b'[') => {
            reader.deserialize_any(Parts { source, at, depth }).unwrap_or(Value::Other("an invalid value"))
        }
        Some(b'"') => serde_json::from_str(raw).map_or(Value::Other("an invalid string"), |Key(text)| {
            Value::Text(Cow::Owned(text.into_owned()))
        }),
        Some(b't' | b'f') => Value::Truth(raw == "true"),
        Some(b'n') => Value::Other("null"),
        _ => raw.parse().map_or(Value::Other("a fraction"), Value::Integer),
    };
    At::new(at, read)
}

/// One level of an object or array; nested values stay raw, so that they keep their positions.
struct Parts<'s> {
    source: &'s str,
    at: usize,
    depth: usize,
}

#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Visitor<'de> for Parts<'de> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((Key(key), raw)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
            let at = match key {
                Cow::Borrowed(key) => (key.as_ptr() as usize - 1).wrapping_sub(self.source.as_ptr() as usize),
                Cow::Owned(_) => self.at,
            };
            fields.push((
                At::new(at, Cow::Owned(key.into_owned())),
                value(self.source, raw.get(), self.depth - 1),
            ));
        }
        Ok(Value::Table(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(raw) = list.next_element::<&'de RawValue>()? {
            items.push(value(self.source, raw.get(), self.depth - 1));
        }
        Ok(Value::List(items))
    }
}
