//! Deserialises the trees of the built-in rule sets, which `pack.rs` writes in the build script.

use std::borrow::Cow;

use super::node::{At, Node, Value, Written};
use crate::packed::{Reader, WHOLE};

/// The packed tree with the given name.
macro_rules! tree {
    ($name:literal) => {
        $crate::rules::unpack::Packed {
            letters: include_str!(concat!(env!("OUT_DIR"), "/", $name, ".letters")),
            tree: $crate::packed::Reader($crate::packed::packed!($name, ".tree")),
        }
    };
}

pub(super) use tree;

/// A packed tree, or the rest of it while it is being read.
#[derive(Clone, Copy)]
pub(super) struct Packed {
    /// The strings that have not been read yet, concatenated.
    pub letters: &'static str,
    pub tree: Reader,
}

impl Packed {
    pub fn unpack(mut self) -> Node {
        self.node()
    }

    fn node(&mut self) -> Node {
        let [what] = self.tree.take();
        let at = self.tree.number();
        let value = match what {
            0 => Value::Text(self.text()),
            1 => Value::Integer(i64::from_le_bytes(self.tree.take())),
            2 => Value::Truth(self.tree.take() != [0]),
            3 => Value::List((0..self.tree.number()).map(|_| self.node()).collect()),
            _ => Value::Table((0..self.tree.number()).map(|_| self.field()).collect()),
        };
        At::new(at, value)
    }

    fn field(&mut self) -> (At<Written>, Node) {
        let at = self.tree.number();
        (At::new(at, self.text()), self.node())
    }

    fn text(&mut self) -> Written {
        let (text, rest) = self.letters.split_at_checked(self.tree.number()).expect(WHOLE);
        self.letters = rest;
        Cow::Borrowed(text)
    }
}
