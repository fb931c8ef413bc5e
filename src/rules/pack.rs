//! Serialises the tree of a rule file; `unpack.rs` reads it. Numbers are little-endian.

use super::node::{Node, Value};

/// A tree, packed.
#[derive(Default)]
pub(super) struct Packed {
    /// All strings of the file, concatenated.
    pub letters: String,
    /// The structure: the types and lengths of the values.
    pub tree: Vec<u8>,
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
        self.tree.push(what);
        self.number(node.at);
        match &node.value {
            Value::Text(text) => self.written(text),
            Value::Integer(number) => self.tree.extend(number.to_le_bytes()),
            Value::Truth(truth) => self.tree.push((*truth).into()),
            Value::List(nodes) => {
                self.number(nodes.len());
                for node in nodes {
                    self.node(node);
                }
            }
            Value::Table(fields) => {
                self.number(fields.len());
                for (key, node) in fields {
                    self.number(key.at);
                    self.written(&key.value);
                    self.node(node);
                }
            }
            Value::Other(_) => {}
        }
    }

    fn written(&mut self, written: &str) {
        self.number(written.len());
        self.letters.push_str(written);
    }

    fn number(&mut self, number: usize) {
        let number = u32::try_from(number).expect("rule files are shorter than 4 GiB");
        self.tree.extend(number.to_le_bytes());
    }
}
