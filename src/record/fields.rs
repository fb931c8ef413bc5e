//! Contract: the values of kept input fields are written to the records unchanged, byte for byte.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// Input fields that are copied into the records of an article: a JSON object with each value as it
/// was written in the input.
///
/// [`Stream::keep`](crate::Stream::keep) collects them. They can be serialised only as JSON, since
/// other Serde formats cannot hold raw JSON values.
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

    /// The fields as a JSON object.
    pub fn json(&self) -> &str {
        &self.0
    }

    /// The value of a field, as JSON.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find_map(|(own, value)| (own == name).then_some(value))
    }

    /// The names of the fields and their values as JSON, in the order of the input.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Cow<'_, str>, &str)> {
        // `self.0` was checked to be an object when it was read
        serde_json::from_str(&self.0).map_or_else(|_| Vec::new(), |Members(members)| members).into_iter()
    }

    /// The same fields with text of their own.
    #[must_use]
    pub fn into_owned(self) -> Fields<'static> {
        Fields::object(self.0.into_owned())
    }

    /// A borrowed copy.
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
        // only between values: JSON strings escape their line feeds
        Ok(Fields::object(raw.get().replace(['\n', '\r'], " ")))
    }
}

/// The members of a JSON object, in order.
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
