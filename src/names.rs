//! Contract: each value of a small public enum has one name, on which `as_str`, `Display`,
//! `FromStr` and Serde agree.
//!
//! The names of each enum are listed once, here, so that records, schemas, options and messages
//! cannot differ.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::attribution::{Kind, Scope, Verdict};
use crate::category::Outcome;
use crate::entity::{EntityKind, Resolution};
#[cfg(feature = "arrow")]
use crate::export::ColumnFile;
use crate::lexicon::{AttributionType, Form};
use crate::registry::{LinkReason, Standing};
use crate::render::Colour;
use crate::stream::BadLineKind;

/// The error of parsing a string that is not a name of an enum's value.
///
/// ```
/// let error = "spoken".parse::<dictum::Kind>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown kind `spoken`; the valid names are direct, indirect, mixed");
/// assert_eq!(error.valid(), ["direct", "indirect", "mixed"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown {what} `{name}`; the valid names are {}", .valid.join(", "))]
pub struct UnknownName {
    what: &'static str,
    name: String,
    valid: &'static [&'static str],
}

impl UnknownName {
    /// The string that could not be parsed.
    ///
    /// ```
    /// assert_eq!("spoken".parse::<dictum::Kind>().unwrap_err().name(), "spoken");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The valid names, in the order of the enum.
    ///
    /// ```
    /// assert_eq!("Named".parse::<dictum::Resolution>().unwrap_err().valid()[0], "named");
    /// ```
    #[must_use]
    pub fn valid(&self) -> &'static [&'static str] {
        self.valid
    }
}

/// Implements parsing and serialisation by name for an enum with `ALL` and `as_str`.
macro_rules! read_by_name {
    ($type:ident, $what:literal, $names:expr) => {
        impl FromStr for $type {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                let known = $type::ALL.iter().find(|known| known.as_str() == name);
                known.copied().ok_or_else(|| UnknownName {
                    what: $what,
                    name: name.to_owned(),
                    valid: &$names,
                })
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Cow::<str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Names the values of an enum. `what` is the enum's name in messages and `path` its path in the
/// documentation's examples; then each value with its name, in the order of the enum.
macro_rules! names {
    ($type:ident, $what:literal, $path:literal, $first:ident = $first_name:literal $(, $value:ident = $name:literal)* $(,)?) => {
        impl $type {
            #[doc = concat!("Every ", $what, ", in order.")]
            ///
            /// ```
            #[doc = concat!("assert_eq!(", $path, "::ALL[0], ", $path, "::", stringify!($first), ");")]
            /// ```
            pub const ALL: &'static [$type] = &[$type::$first $(, $type::$value)*];

            #[doc = concat!("The name: ", "`", $first_name, "`" $(, ", `", $name, "`")*, ".")]
            ///
            /// ```
            #[doc = concat!("assert_eq!(", $path, "::", stringify!($first), ".as_str(), \"", $first_name, "\");")]
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $type::$first => $first_name,
                    $($type::$value => $name,)*
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        read_by_name!($type, $what, [$first_name $(, $name)*]);
    };
}

names!(Kind, "kind", "dictum::Kind", Direct = "direct", Indirect = "indirect", Mixed = "mixed");

names!(Scope, "scope", "dictum::Scope", Statements = "statements", Attributions = "attributions");

// the build script needs the names of these two, so they are listed in the lexicon
read_by_name!(AttributionType, "type", AttributionType::NAMES);
read_by_name!(Form, "form", Form::NAMES);

names!(
    Verdict,
    "verdict",
    "dictum::Verdict",
    Statement = "statement",
    Unsure = "unsure",
    OutOfScope = "out_of_scope",
    GivesWay = "gives_way",
    NoContent = "no_content",
    PseudoCue = "pseudo_cue",
    NoFrame = "no_frame",
    OtherPartOfSpeech = "other_part_of_speech",
);

names!(
    Outcome,
    "outcome",
    "dictum::Outcome",
    Decided = "decided",
    LowerPriority = "lower_priority",
    LaterInFile = "later_in_file",
    Excepted = "excepted",
);

names!(
    Resolution,
    "resolution",
    "dictum::Resolution",
    Named = "named",
    Surname = "surname",
    Pronoun = "pronoun",
    Ambiguous = "ambiguous",
    Role = "role",
    Turn = "turn",
    None = "none",
);

names!(
    EntityKind,
    "kind of entity",
    "dictum::EntityKind",
    Person = "person",
    Group = "group",
    Organization = "organization",
    Government = "government",
    Place = "place",
    Document = "document",
    Work = "work",
    Event = "event",
    Product = "product",
    Unknown = "unknown",
);

names!(
    Standing,
    "standing",
    "dictum::Standing",
    Named = "named",
    Ambiguous = "ambiguous",
    Unnamed = "unnamed",
);

names!(
    LinkReason,
    "reason",
    "dictum::LinkReason",
    SameName = "same_name",
    NameVariant = "name_variant",
    Surname = "surname",
    Role = "role",
    Alias = "alias",
    Abbreviation = "abbreviation",
);

names!(
    BadLineKind,
    "kind of bad line",
    "dictum::BadLineKind",
    Encoding = "encoding",
    Syntax = "syntax",
    Shape = "shape",
    Length = "length",
);

names!(Colour, "use of colours", "dictum::render::Colour", Always = "always", Never = "never");

#[cfg(all(feature = "arrow", not(feature = "parquet")))]
names!(ColumnFile, "column format", "dictum::export::ColumnFile", Arrow = "arrow");
#[cfg(feature = "parquet")]
names!(ColumnFile, "column format", "dictum::export::ColumnFile", Parquet = "parquet", Arrow = "arrow");
