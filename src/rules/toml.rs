//! Parses TOML into a tree.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};

use super::error::Problems;
use super::node::{At, DEEPEST, Node, Value, Written};

/// Of longer files only the first syntax error is reported: another one takes memory for each.
const LONGEST_RECOVERED: usize = 1 << 18;

/// Parses TOML; reports all syntax errors.
pub(super) fn read(source: &str, problems: &mut Problems<'_>) -> Option<Node> {
    if source.len() > LONGEST_RECOVERED
        && let Err(error) = DeTable::parse(source)
    {
        problems.add(
            error.span().map_or(0, |span| span.start),
            None,
            error.message().trim().replace('\n', "; "),
        );
        return None;
    }
    let (read, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        return Some(At::new(0, table(read.into_inner(), DEEPEST)));
    }
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        problems.add(at, None, error.message().trim().replace('\n', "; "));
    }
    None
}

fn table(given: DeTable<'_>, depth: usize) -> Value {
    let mut fields: Vec<_> = given
        .into_iter()
        .map(|(key, given)| {
            let key = At::new(key.span().start, owned(key.into_inner()));
            (key, At::new(given.span().start, value(given.into_inner(), depth)))
        })
        .collect();
    fields.sort_by_key(|(key, _)| key.at);
    Value::Table(fields)
}

fn value(given: DeValue<'_>, depth: usize) -> Value {
    match given {
        DeValue::String(text) => Value::Text(owned(text)),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Value::Other("a number out of range"), Value::Integer),
        DeValue::Boolean(truth) => Value::Truth(truth),
        DeValue::Float(_) => Value::Other("a fraction"),
        DeValue::Datetime(_) => Value::Other("a date"),
        DeValue::Array(_) | DeValue::Table(_) if depth == 0 => Value::Other("a value nested too deeply"),
        DeValue::Array(items) => Value::List(
            items
                .into_iter()
                .map(|item| At::new(item.span().start, value(item.into_inner(), depth - 1)))
                .collect(),
        ),
        DeValue::Table(fields) => table(fields, depth - 1),
    }
}

fn owned(written: Cow<'_, str>) -> Written {
    Cow::Owned(written.into_owned())
}
