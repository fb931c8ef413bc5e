//! The small public enums: names and values convert to each other in strings, messages and JSON.

use std::collections::{BTreeSet, HashSet};
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use dictum::{
    AttributionType, BadLineKind, EntityKind, Form, Kind, Outcome, Resolution, Scope, UnknownName, Verdict,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

trait Named:
    Copy + Ord + Hash + Debug + Display + Serialize + DeserializeOwned + FromStr<Err = UnknownName> + 'static
{
}

impl<T> Named for T where
    T: Copy
        + Ord
        + Hash
        + Debug
        + Display
        + Serialize
        + DeserializeOwned
        + FromStr<Err = UnknownName>
        + 'static
{
}

/// Every value survives a round trip; an unknown name is rejected with a list of the valid ones.
fn round_trip<T: Named>(all: &'static [T], as_str: fn(T) -> &'static str) {
    assert!(all.is_sorted() && all.len() > 1, "{all:?}");
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    let names: Vec<&str> = all.iter().map(|&value| as_str(value)).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), all.len(), "{names:?}");
    for (&value, &name) in all.iter().zip(&names) {
        assert_eq!(name.parse(), Ok(value));
        assert_eq!(value.to_string(), name);
        assert_eq!(format!("{value:>24}"), format!("{name:>24}"));
        let json = serde_json::to_string(&value).expect("a string");
        assert_eq!(json, format!("{name:?}"));
        assert_eq!(serde_json::from_str::<T>(&json).expect("the name is valid"), value);
    }
    for wrong in ["", "nonsense", &names[0].to_uppercase(), &format!(" {}", names[0])] {
        let error = T::from_str(wrong).expect_err("no name");
        assert_eq!((error.name(), error.valid()), (wrong, &names[..]));
        let message = error.to_string();
        assert!(message.contains(wrong) && message.ends_with(&names.join(", ")), "{message}");
        let refused = serde_json::from_value::<T>(wrong.into()).expect_err("no name");
        assert!(refused.to_string().contains(&message), "{refused}");
    }
}

#[test]
fn values_and_names_round_trip() {
    round_trip(Kind::ALL, Kind::as_str);
    round_trip(&AttributionType::ALL, AttributionType::as_str);
    round_trip(&Form::ALL, Form::as_str);
    round_trip(Scope::ALL, Scope::as_str);
    round_trip(EntityKind::ALL, EntityKind::as_str);
    round_trip(Verdict::ALL, Verdict::as_str);
    round_trip(Outcome::ALL, Outcome::as_str);
    round_trip(Resolution::ALL, Resolution::as_str);
    round_trip(BadLineKind::ALL, BadLineKind::as_str);
    round_trip(dictum::render::Colour::ALL, dictum::render::Colour::as_str);
    #[cfg(feature = "parquet")]
    round_trip(dictum::export::ColumnFile::ALL, dictum::export::ColumnFile::as_str);
}

#[test]
fn verdicts_and_outcomes_are_described_for_people() {
    let verdicts: BTreeSet<_> = Verdict::ALL.iter().map(|verdict| verdict.description()).collect();
    let outcomes: BTreeSet<_> = Outcome::ALL.iter().map(|outcome| outcome.description()).collect();
    assert_eq!((verdicts.len(), outcomes.len()), (Verdict::ALL.len(), Outcome::ALL.len()));
    assert!(verdicts.union(&outcomes).all(|text| text.contains(' ') || *text == "decides"));
}
