//! Serialises the tree of a rule file; `unpack.rs` reads it.

use super::node::{Node, Value};
use crate::packed::Writer;

/// A tree, packed.
#[derive(Default)]
pub(super) struct Packed {
    /// All strings of the file, concatenated. They are separate from the tree so that the compiler
    /// checks that they are UTF-8.
    pub letters: String,
    pub tree: Writer,
}

impl Packed {
    pub fn node(&mut self, node: &Node) {
        let what = match node.value {
            Value::Text(_) => 0,
            Value::Integer(_) => 1,
            Value::Truth(_) => 2,
            Value::List(_) => 3,
            Value::Table(_) => 4,
            Value::Other(name) => panic!("unexpected {name}"),
        };
        self.tree.bytes([what]);
        self.tree.number(node.at);
        match &node.value {
            Value::Text(text) => self.text(text),
            Value::Integer(number) => self.tree.bytes(number.to_le_bytes()),
            Value::Truth(truth) => self.tree.bytes([(*truth).into()]),
            Value::List(nodes) => {
                self.tree.number(nodes.len());
                for node in nodes {
                    self.node(node);
                }
            }
            Value::Table(fields) => {
                self.tree.number(fields.len());
                for (key, node) in fields {
                    self.tree.number(key.at);
                    self.text(&key.value);
                    self.node(node);
                }
            }
            Value::Other(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.tree.number(text.len());
        self.letters.push_str(text);
    }
}
