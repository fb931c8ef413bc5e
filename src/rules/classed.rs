//! Contract: which terms a word of the lexicon is by its classes, whatever a rule set names.

use super::terms::{DATE, NOT, NUMBER, TermId};
use crate::lexicon::{Class, Classes};

const DATES: Classes = Classes::of(Class::Month).and(Class::Time);

/// A word without one of these is no term by its classes: most words.
pub(super) const CLASSED: Classes = DATES.and(Class::NumberWord).and(Class::Negation);

/// The terms that a word is by its classes, in order.
pub(super) fn of_classes(classes: Classes) -> impl Iterator<Item = TermId> {
    [
        (classes.has(Class::NumberWord), NUMBER),
        (classes.any(DATES), DATE),
        (classes.has(Class::Negation), NOT),
    ]
    .into_iter()
    .filter_map(|(is, term)| is.then_some(term))
}
