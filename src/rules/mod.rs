//! Rule sets: which statements belong to which category, as data.

/// A compiled rule set.
#[derive(Debug)]
pub struct RuleSet {}
