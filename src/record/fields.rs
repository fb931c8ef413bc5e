//! Contract: what an article brought along stays as it was written, byte for byte.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// Fields of the input that go with an article into its records: an object of JSON, each value as the input has it.
///
/// [`Stream::keep`](crate::Stream::keep) collects them. They are read and written as JSON alone: other formats of `serde` have
/// no place for a value as it was written.
///
/// ```
/// let fields: dictum::record::Fields<'_> = serde_json::from_str(r#"{"date":"2024-03-05","pages":1.50}"#)?;
/// assert_eq!(fields.get("pages"), Some("1.50"));
/// assert_eq!(fields.get("date"), Some("\"2024-03-05\""));
/// assert_eq!(fields.iter().count(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields<'a>(Cow<'a, str>);

impl Fields<'_> {
    /// `json` must be an object on one line.
    pub(crate) fn object(json: String) -> Self {
        Fields(json.into())
    }

    /// The object.
    pub fn json(&self) -> &str {
        &self.0
    }

    /// The JSON of a field's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find_map(|(own, value)| (own == name).then_some(value))
    }

    /// The names of the fields with the JSON of their values, in the order of the input.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Cow<'_, str>, &str)> {
        // what is held was checked to be an object
        serde_json::from_str(&self.0).map_or_else(|_| Vec::new(), |Members(members)| members).into_iter()
    }

    /// The same, borrowed.
    pub(super) fn by_reference(&self) -> Fields<'_> {
        Fields(Cow::Borrowed(&self.0))
    }
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(&self.0).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Fields<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        serde_json::from_str::<Members<'_>>(raw.get()).map_err(D::Error::custom)?;
        // between values only: inside strings a line feed is escaped
        Ok(Fields::object(raw.get().replace(['\n', '\r'], " ")))
    }
}

/// An object's members in their order.
struct Members<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((name, value)) = map.next_entry::<Cow<'de, str>, &'de RawValue>()? {
                    members.push((name, value.get()));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}
