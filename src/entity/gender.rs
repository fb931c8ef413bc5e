//! The gender that the article shows of somebody.

/// Female or male, if a title, a first name or a pronoun shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

impl Gender {
    pub fn fits(self, other: Gender) -> bool {
        self == other || self == Gender::Unknown || other == Gender::Unknown
    }

    pub fn or(self, other: Gender) -> Gender {
        if self == Gender::Unknown { other } else { self }
    }
}
