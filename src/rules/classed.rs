//! Contract: gives the terms that a word of the lexicon has because of its word classes (`@number`,
//! `@date`, `@not`, `@participle`), whatever the rule set names.

use super::terms::{DATE, NOT, NUMBER, PARTICIPLE, TermId};
use crate::lexicon::{Class, Classes};

const DATES: Classes = Classes::of(Class::Month).and(Class::Time);

/// The classes that give a word terms; most words have none of them.
pub(super) const CLASSED: Classes =
    DATES.and(Class::NumberWord).and(Class::Negation).and(Class::VerbParticiple);

/// The terms of a word because of its classes, in order.
pub(super) fn of_classes(classes: Classes) -> impl Iterator<Item = TermId> {
    [
        (classes.has(Class::NumberWord), NUMBER),
        (classes.any(DATES), DATE),
        (classes.has(Class::Negation), NOT),
        (classes.has(Class::VerbParticiple), PARTICIPLE),
    ]
    .into_iter()
    .filter_map(|(is, term)| is.then_some(term))
}
