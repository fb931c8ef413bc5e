//! Contract: a rule file as a tree in which every key and value has its byte offset, the same for
//! TOML and JSON.

use std::borrow::Cow;

/// The maximum depth; valid rule files are less deep.
pub(super) const DEEPEST: usize = 6;

/// Text of a file; borrowed for built-in rule sets, whose text is part of the program.
pub(super) type Written = Cow<'static, str>;

/// A value with its byte offset in the file.
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

/// A value of a rule file with its byte offset.
pub(super) type Node = At<Value>;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(Written),
    Integer(i64),
    Truth(bool),
    List(Vec<Node>),
    /// In the order of the file.
    Table(Vec<(At<Written>, Node)>),
    /// A value that no key accepts; the text describes it in messages.
    Other(&'static str),
}

impl Value {
    /// The type of the value, for messages.
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
