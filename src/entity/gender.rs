//! The gender that the article shows of somebody.

/// Female, male or neither, if a title, a first name or a pronoun shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
    /// "Mx Ruiz": "they", never "he" or "she".
    Neutral,
}

impl Gender {
    /// Every gender, in the order of the discriminants.
    pub const EVERY: [Gender; 4] = [Gender::Unknown, Gender::Female, Gender::Male, Gender::Neutral];

    /// Whether both may be shown of one person. A first name says less than "Mx".
    pub fn fits(self, other: Gender) -> bool {
        const OPEN: [Gender; 2] = [Gender::Unknown, Gender::Neutral];
        self == other || OPEN.contains(&self) || OPEN.contains(&other)
    }

    pub fn or(self, other: Gender) -> Gender {
        if self == Gender::Unknown || other == Gender::Neutral { other } else { self }
    }
}
