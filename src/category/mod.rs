//! Contract: every attribution gets exactly one category, from exactly one rule or from the rule
//! set's default, with the words that decided; they lie in its content or cue. Every other rule
//! that fired is recorded with the reason why it lost.

mod asked;
mod clause;
mod content;
mod examples;
mod facts;
mod families;
mod family;
mod hits;
mod matcher;
mod reader;
mod side;

use std::ops::Range;

use crate::arena::List;
use crate::span::Span;

pub(crate) use asked::asked;
pub(crate) use matcher::Matcher;
pub use reader::RuleSetReader;
pub(crate) use side::Speaker;

/// The outcome of a rule whose tests, or all of them but `none`, held for a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// It decided the category.
    Decided,
    /// A rule of higher priority decided.
    LowerPriority,
    /// A rule with the same priority decided, because it comes earlier in the file.
    LaterInFile,
    /// One of its own exceptions (`none`) matched.
    Excepted,
}

/// The decisions on the statements of a text, in order.
#[derive(Debug)]
pub(crate) struct Decisions<'t> {
    pub rows: List<'t, Decision>,
    pub fired: List<'t, Fired>,
    pub spans: List<'t, Span>,
}

#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// The index of the category in the rule set.
    pub category: u32,
    /// Its rules in [`Decisions::fired`]: first the one that decided, if any, then the others in
    /// file order.
    pub fired: Range<u32>,
}

/// A rule that fired on a statement.
#[derive(Clone, Debug)]
pub(crate) struct Fired {
    /// Its index in the rule set.
    pub rule: u32,
    pub outcome: Outcome,
    /// The words that it matched, or those of its exception, as spans in [`Decisions::spans`]; in
    /// order and disjoint.
    pub spans: Range<u32>,
}
