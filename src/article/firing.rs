//! The rules that fired on a statement.

use std::fmt;

use super::{Article, Excerpt};
use crate::category::Outcome;
use crate::span::Span;

/// A rule that fired, and where the words that it matched end in the article's list of them; they
/// begin where those of the row before end.
#[derive(Clone, Copy)]
pub(super) struct FiringRow {
    pub matched_end: u32,
    /// Its index in the rule set.
    pub rule: u16,
    pub outcome: Outcome,
}

/// Why a statement is in its category: the rule that decided and the words that it matched.
#[derive(Clone, Copy)]
pub struct Evidence<'a, 't> {
    pub(super) firing: Option<Firing<'a, 't>>,
}

impl<'a, 't> Evidence<'a, 't> {
    /// The id of the rule; `None` if no rule matched and the rule set's default category applies.
    pub fn rule(self) -> Option<&'a str> {
        self.firing.map(Firing::rule)
    }

    /// The words that the rule matched.
    pub fn excerpts(self) -> impl ExactSizeIterator<Item = Excerpt<'t>> + DoubleEndedIterator {
        let text = self.firing.map_or("", |firing| firing.article.text);
        self.spans().iter().map(move |&span| Excerpt::of(text, span))
    }

    /// The spans of these words in the article's text.
    pub fn spans(self) -> &'a [Span] {
        self.firing.map_or(&[], Firing::spans)
    }
}

impl fmt::Debug for Evidence<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} by {:?}", self.rule(), self.excerpts().collect::<Vec<_>>())
    }
}

/// A rule that fired on a statement, and whether it decided.
#[derive(Clone, Copy)]
pub struct Firing<'a, 't> {
    pub(super) article: &'a Article<'t>,
    /// Its place among the rows.
    pub(super) place: usize,
}

impl<'a, 't> Firing<'a, 't> {
    fn row(self) -> FiringRow {
        self.article.firings[self.place]
    }

    /// The id of the rule.
    pub fn rule(self) -> &'a str {
        self.article.rules.rule_name(usize::from(self.row().rule))
    }

    /// The category that it assigns.
    pub fn category(self) -> &'a str {
        let rule = &self.article.rules.rules[usize::from(self.row().rule)];
        self.article.rules.category_name(rule.category)
    }

    /// Its priority.
    pub fn priority(self) -> i32 {
        self.article.rules.rules[usize::from(self.row().rule)].priority
    }

    /// Whether it decided, or why it did not.
    pub fn outcome(self) -> Outcome {
        self.row().outcome
    }

    /// The words that it matched; if an exception (`none`) applies, the words that the exception
    /// matched.
    pub fn excerpts(self) -> impl ExactSizeIterator<Item = Excerpt<'t>> + DoubleEndedIterator {
        let text = self.article.text;
        self.spans().iter().map(move |&span| Excerpt::of(text, span))
    }

    /// The spans of these words in the article's text.
    pub fn spans(self) -> &'a [Span] {
        let before = self.place.checked_sub(1).map_or(0, |before| self.article.firings[before].matched_end);
        &self.article.matched[before as usize..self.row().matched_end as usize]
    }
}

impl fmt::Debug for Firing<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}, {:?}, by {:?}", self.rule(), self.outcome(), self.excerpts().collect::<Vec<_>>())
    }
}

impl Outcome {
    /// The outcome as a predicate in English; for the machine-readable name see
    /// [`as_str`](Outcome::as_str).
    ///
    /// ```
    /// assert_eq!(dictum::Outcome::LowerPriority.description(), "has a lower priority");
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Outcome::Decided => "decides",
            Outcome::LowerPriority => "has a lower priority",
            Outcome::LaterInFile => "comes after a rule with the same priority",
            Outcome::Excepted => "does not apply because of an exception",
        }
    }
}
