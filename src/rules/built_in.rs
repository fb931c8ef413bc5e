//! The built-in rule sets, packed by the build script, and what a rule set was compiled from.

use super::error::Problems;
use super::format::File;
use super::unpack_index::{Packed, elements};
use super::{extend, unpack};
use crate::packed::{Reader, packed};

/// A built-in rule set.
pub(crate) struct BuiltIn {
    pub name: &'static str,
    pub source: &'static str,
    pub(super) tree: unpack::Packed,
    /// A faster form to compile from.
    pub(super) bare: Bare,
}

impl std::fmt::Debug for BuiltIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BuiltIn({})", self.name)
    }
}

/// A packed rule set without lists. Its patterns, with those of the set that it extends, are apart
/// from the rest of the tree.
#[derive(Clone, Copy)]
pub(super) struct Bare {
    pub(super) tree: unpack::Packed,
    pub(super) patterns: Packed,
}

/// The packed rule set with the given name, which its files have with "_bare" in the second place.
macro_rules! packed_set {
    ($name:literal, $file:literal, $bare:literal) => {
        BuiltIn {
            name: $name,
            source: include_str!(concat!($file, ".toml")),
            tree: unpack::tree!($file),
            bare: Bare {
                tree: unpack::tree!($bare),
                patterns: Packed { elements: elements!($file), index: Reader(packed!($file, ".index")) },
            },
        }
    };
}

pub(crate) static BUILT_IN: [BuiltIn; 2] = [
    packed_set!("statements", "statements", "statements_bare"),
    packed_set!("speech-acts", "speech_acts", "speech_acts_bare"),
];

impl BuiltIn {
    /// The file, and what it has from the rule set that it extends, without lists and patterns.
    pub(super) fn bare_file(&self) -> File {
        self.extended(File::of(&self.bare.tree.unpack(), &mut Problems::of("")), BuiltIn::bare_file)
    }

    /// The file, and what it has from the rule set that it extends.
    fn file(&self) -> File {
        self.extended(File::of(&self.tree.unpack(), &mut Problems::of("")), BuiltIn::file)
    }

    fn extended(&self, own: File, base_file: fn(&BuiltIn) -> File) -> File {
        let Some(name) = own.extends.clone() else { return own };
        let base = BUILT_IN.iter().find(|base| base.name == name.value && base.name != self.name);
        let base = base_file(base.expect("the build script has found the base"));
        extend::extend(base, own, name.at, &mut Problems::of(""))
    }
}

/// The file that a rule set was compiled from.
#[derive(Debug)]
pub(super) enum Origin {
    File(Box<File>),
    BuiltIn(&'static BuiltIn),
}

impl Origin {
    /// The parsed file. A built-in rule set is only unpacked here.
    pub fn file(&self) -> File {
        match self {
            Origin::File(file) => (**file).clone(),
            Origin::BuiltIn(built_in) => built_in.file(),
        }
    }
}
