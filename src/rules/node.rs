//! Contract: a rule file as a tree in which every key and value knows the byte where it stands, the same for TOML and JSON.

use std::borrow::Cow;

/// Nothing in the format lies deeper.
pub(super) const DEEPEST: usize = 6;

/// What is written in a file; of a built-in one it is part of the program.
pub(super) type Written = Cow<'static, str>;

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
pub(super) type Node = At<Value>;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(Written),
    Integer(i64),
    Truth(bool),
    List(Vec<Node>),
    /// In the order of the file.
    Table(Vec<(At<Written>, Node)>),
    /// Something that no key takes, by its name.
    Other(&'static str),
}

impl Value {
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
