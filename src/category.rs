//! Contract: every attribution gets exactly one category, by exactly one rule or by the rule set's default, with the
//! words that decided.

use crate::attribution::Attribution;
use crate::rules::RuleSet;
use crate::span::Span;
use crate::text::{Run, Text};

/// Why a statement is in its category.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Decision {
    /// The index of the category in the rule set.
    pub category: usize,
    /// The index of the rule that decided; none for the default category.
    pub rule: Option<usize>,
    /// The words that the rule matched.
    pub evidence: Vec<Span>,
}

/// Sorts one attribution. `speaker` is the resolved name, which may stand elsewhere in the text.
pub(crate) fn decide(
    _rules: &RuleSet,
    _text: &Text<'_>,
    _attribution: &Attribution,
    _speaker: Option<Run>,
) -> Decision {
    Decision { category: 0, rule: None, evidence: Vec::new() }
}
