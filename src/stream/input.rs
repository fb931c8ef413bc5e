//! Contract: reads the id and the text from a JSON object; other fields are kept unchanged or
//! ignored.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::record::Fields;
use crate::visible;

/// An article of a [`Stream`](crate::Stream).
///
/// ```
/// let article = dictum::Input::new("a17", "The mayor said the bridge was safe.");
/// assert_eq!((&*article.id, article.fields), ("a17", None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Input<'a> {
    /// The article's id. A numeric id is given as written in the input.
    pub id: Cow<'a, str>,
    /// The article's text.
    pub text: Cow<'a, str>,
    /// The other fields that the stream keeps; `None` if it keeps none.
    pub fields: Option<Fields<'a>>,
}

impl<'a> Input<'a> {
    /// An article without further fields.
    pub fn new(id: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Input { id: id.into(), text: text.into(), fields: None }
    }
}

/// The names of the fields.
#[derive(Debug)]
pub(super) struct Columns {
    pub id: String,
    pub text: String,
    pub keep: Keep,
}

/// Which other fields are copied to the records.
#[derive(Debug)]
pub(super) enum Keep {
    Nothing,
    Named(BTreeSet<String>),
    All,
}

impl Default for Columns {
    fn default() -> Self {
        Columns { id: "id".into(), text: "text".into(), keep: Keep::Nothing }
    }
}

impl Columns {
    fn keeps(&self, name: &str) -> bool {
        match &self.keep {
            Keep::Nothing => false,
            Keep::Named(names) => names.contains(name),
            Keep::All => true,
        }
    }
}

/// The fields of a JSON object.
pub(super) struct Found<'a> {
    id: Id<'a>,
    text: Cow<'a, str>,
    fields: Option<Fields<'a>>,
}

impl<'a> Found<'a> {
    /// Turns the fields into an article; `object` is the JSON that they were read from.
    pub fn input(self, object: &'a str, columns: &Columns) -> serde_json::Result<Input<'a>> {
        let id = match self.id {
            Id::Text(text) => text,
            // a parsed number loses its spelling, so the original digits are looked up
            Id::Number => {
                let fields: BTreeMap<Cow<'a, str>, &'a RawValue> = serde_json::from_str(object)?;
                fields[columns.id.as_str()].get().into()
            }
        };
        Ok(Input { id, text: self.text, fields: self.fields })
    }
}

impl<'de> DeserializeSeed<'de> for &Columns {
    type Value = Found<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found<'de>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &Columns {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with {:?} and {:?}", self.id, self.text)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found<'de>, A::Error> {
        let (mut id, mut text) = (None, None);
        let mut kept = Kept::default();
        while let Some(Text(name)) = map.next_key()? {
            let first = if name == self.id {
                id.replace(map.next_value()?).is_none()
            } else if name == self.text {
                text.replace(map.next_value::<Text<'de>>()?.0).is_none()
            } else if self.keeps(&name) {
                kept.add(&name, map.next_value()?)
            } else {
                map.next_value::<IgnoredAny>()?;
                true
            };
            if !first {
                return Err(A::Error::custom(format_args!("duplicate field `{}`", visible::name(&name))));
            }
        }
        let missing = |name| A::Error::custom(format_args!("missing field `{name}`"));
        let fields = match self.keep {
            Keep::Nothing => None,
            Keep::Named(_) | Keep::All => Some(kept.fields()),
        };
        Ok(Found {
            id: id.ok_or_else(|| missing(&self.id))?,
            text: text.ok_or_else(|| missing(&self.text))?,
            fields,
        })
    }
}

/// A string, borrowed unless it contains escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// The value of an id.
enum Id<'a> {
    Text(Cow<'a, str>),
    Number,
}

impl<'de> Deserialize<'de> for Id<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Value;

        impl<'de> Visitor<'de> for Value {
            type Value = Id<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a number")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Id<'de>, E> {
                Ok(Id::Text(text.into()))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Id<'de>, E> {
                Ok(Id::Text(text.to_owned().into()))
            }

            fn visit_u64<E: Error>(self, _: u64) -> Result<Id<'de>, E> {
                Ok(Id::Number)
            }

            fn visit_i64<E: Error>(self, _: i64) -> Result<Id<'de>, E> {
                Ok(Id::Number)
            }

            fn visit_f64<E: Error>(self, _: f64) -> Result<Id<'de>, E> {
                Ok(Id::Number)
            }
        }

        deserializer.deserialize_any(Value)
    }
}

/// The kept fields, collected into an object.
#[derive(Default)]
struct Kept {
    members: String,
    names: HashSet<String>,
}

impl Kept {
    /// Adds a field; returns whether it is the first of its name.
    fn add(&mut self, name: &str, value: &RawValue) -> bool {
        self.members += if self.members.is_empty() { "" } else { "," };
        self.members += &serde_json::to_string(name).expect("serialising a string cannot fail");
        self.members += ":";
        self.members += value.get();
        self.names.insert(name.to_owned())
    }

    fn fields(self) -> Fields<'static> {
        Fields::object(format!("{{{}}}", self.members))
    }
}
