//! The built-in rule sets, packed by the build script, and what a rule set was compiled from.

use super::error::Problems;
use super::unpack_index::{Packed, elements};
use super::{format, unpack};
use crate::packed::{Reader, packed};

/// A built-in rule set.
pub(crate) struct BuiltIn {
    pub name: &'static str,
    pub source: &'static str,
    pub(super) tree: unpack::Packed,
    /// A faster form to compile from; `None` if it extends another rule set.
    pub(super) bare: Option<Bare>,
}

impl std::fmt::Debug for BuiltIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BuiltIn({})", self.name)
    }
}

/// A packed rule set without lists, with its patterns apart from the rest of the tree.
#[derive(Clone, Copy)]
pub(super) struct Bare {
    pub(super) tree: unpack::Packed,
    pub(super) patterns: Packed,
}

pub(crate) static BUILT_IN: [BuiltIn; 2] = [
    BuiltIn {
        name: "statements",
        source: include_str!("statements.toml"),
        tree: unpack::tree!("statements"),
        bare: Some(Bare {
            tree: unpack::tree!("statements_bare"),
            patterns: Packed {
                elements: elements!("statements"),
                index: Reader(packed!("statements", ".index")),
            },
        }),
    },
    BuiltIn {
        name: "speech-acts",
        source: include_str!("speech_acts.toml"),
        tree: unpack::tree!("speech_acts"),
        bare: None,
    },
];

/// The file that a rule set was compiled from.
#[derive(Debug)]
pub(super) enum Origin {
    File(Box<format::File>),
    BuiltIn(&'static BuiltIn),
}

impl Origin {
    /// The parsed file. A built-in rule set is only unpacked here.
    pub fn file(&self) -> format::File {
        match self {
            Origin::File(file) => (**file).clone(),
            Origin::BuiltIn(built_in) => {
                format::File::of(&built_in.tree.unpack(), &mut Problems::of(built_in.source))
            }
        }
    }
}
