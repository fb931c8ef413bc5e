//! Contract: a line of input is parsed to an article, or to a [`BadLine`] with the position and the
//! reason.

use std::fmt;

use serde::de::DeserializeSeed;
use serde_json::error::Category;

use super::input::{Columns, Input};

/// A line of input that is not an article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadLine {
    /// The line number, from 1.
    pub line: u64,
    /// The position of the error in the line, in bytes from 1.
    pub column: usize,
    /// The kind of error.
    pub kind: BadLineKind,
    /// The error message.
    pub message: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

/// The kind of error in a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum BadLineKind {
    /// The line is not valid UTF-8.
    Encoding,
    /// The line is not valid JSON.
    Syntax,
    /// The line is JSON, but not an object with an id (a string or a number) and a text (a string),
    /// or a field that is read occurs twice.
    Shape,
    /// The line is longer than the limit; see [`Stream::max_line`](super::Stream::max_line).
    Length,
}

/// Parses the bytes of a line.
pub(super) fn parse<'a>(bytes: &'a [u8], line: u64, columns: &Columns) -> Result<Input<'a>, BadLine> {
    let bad = |column, kind, message| BadLine { line, column, kind, message };
    let text = std::str::from_utf8(bytes)
        .map_err(|error| bad(error.valid_up_to() + 1, BadLineKind::Encoding, "not valid UTF-8".into()))?;
    let mut json = serde_json::Deserializer::from_str(text);
    let found = columns.deserialize(&mut json).and_then(|found| json.end().map(|()| found));
    let found = found.and_then(|found| found.input(text, columns));
    found.map_err(|error| {
        let kind = match error.classify() {
            Category::Data => BadLineKind::Shape,
            Category::Syntax | Category::Eof | Category::Io => BadLineKind::Syntax,
        };
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        bad(error.column().max(1), kind, message.strip_suffix(&place).unwrap_or(&message).into())
    })
}
