//! What is known of a member of the cast while the article is read.

use super::name::{Gender, Sort};
use crate::text::Run;

pub(super) type Id = u32;

/// A member: a person, a group, a document.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub name: Run,
    pub role: Option<Run>,
    pub sort: Sort,
    pub gender: Gender,
    pub plural: bool,
    /// Known by a proper name, not by a description alone.
    pub named: bool,
    pub anonymous: bool,
    /// How often the surname alone was used so far.
    pub bare: u32,
    /// When the member was last spoken of.
    pub spoken: u32,
    /// How often the member was mentioned so far.
    pub mentions: u32,
    /// Where the member stands among those mentioned last, if still among them; see [`super::recall`].
    pub slot: u8,
}

impl Person {
    /// Somebody of whom nothing is known but what they are called.
    pub fn called(name: Run, sort: Sort, gender: Gender) -> Self {
        Person {
            name,
            role: None,
            sort,
            gender,
            plural: false,
            named: true,
            anonymous: false,
            bare: 0,
            spoken: 0,
            mentions: 0,
            slot: 0,
        }
    }
}
