//! A set of families: of the sides that nouns speak for or name.

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Families(pub u32);

#[allow(dead_code, reason = "the build script asks less")]
impl Families {
    pub const NONE: Families = Families(0);

    pub fn union(self, other: Families) -> Self {
        Families(self.0 | other.0)
    }

    pub fn without(self, other: Families) -> Self {
        Families(self.0 & !other.0)
    }

    /// Whether the sets share a family.
    pub fn meets(self, other: Families) -> bool {
        self.0 & other.0 != 0
    }
}
