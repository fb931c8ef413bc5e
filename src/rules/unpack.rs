//! Deserialises the trees of the built-in rule sets, which `pack.rs` writes in the build script.

use std::borrow::Cow;

use super::node::{At, Node, Value, Written};

/// The packed tree with the given name.
macro_rules! packed {
    ($name:literal) => {
        $crate::rules::unpack::Packed {
            letters: include_str!(concat!(env!("OUT_DIR"), "/", $name, ".letters")),
            tree: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".tree")),
        }
    };
}

pub(super) use packed;

const WHOLE: &str = "packed trees are complete";

/// A packed tree, or the rest of it while it is being read.
#[derive(Clone, Copy)]
pub(super) struct Packed {
    /// The strings that have not been read yet, concatenated.
    pub letters: &'static str,
    /// The structure that has not been read yet.
    pub tree: &'static [u8],
}

impl Packed {
    pub fn unpack(mut self) -> Node {
        self.node()
    }

    fn node(&mut self) -> Node {
        let [what] = self.take();
        let at = self.number();
        let value = match what {
            0 => Value::Text(self.written()),
            1 => Value::Integer(i64::from_le_bytes(self.take())),
            2 => Value::Truth(self.take() != [0]),
            3 => Value::List((0..self.number()).map(|_| self.node()).collect()),
            _ => Value::Table((0..self.number()).map(|_| self.field()).collect()),
        };
        At::new(at, value)
    }

    fn field(&mut self) -> (At<Written>, Node) {
        let at = self.number();
        (At::new(at, self.written()), self.node())
    }

    fn written(&mut self) -> Written {
        let (written, rest) = self.letters.split_at_checked(self.number()).expect(WHOLE);
        self.letters = rest;
        Cow::Borrowed(written)
    }

    fn number(&mut self) -> usize {
        u32::from_le_bytes(self.take()) as usize
    }

    /// Takes the next bytes of the tree.
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (next, rest) = self.tree.split_first_chunk().expect(WHOLE);
        self.tree = rest;
        *next
    }
}
