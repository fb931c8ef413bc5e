//! Contract: which words of the lexicon are terms by their classes, whatever a rule set names.

use super::terms::{DATE, NOT, NUMBER, TermId};
use crate::lexicon::{Class, Classes, Lexicon, WordId};

const DATES: Classes = Classes::of(Class::Month).and(Class::Time);
const TOLD: Classes = DATES.and(Class::NumberWord).and(Class::Negation);

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

/// The words that are one by their classes, in order; the compiler looks for them.
pub(super) static CLASSED: [WordId; count()] = {
    let (mut words, mut word, mut n) = ([WordId::NONE; count()], WordId::NONE, 0);
    while n < words.len() {
        word.0 += 1;
        if Lexicon::built_in().classes(word).any(TOLD) {
            words[n] = word;
            n += 1;
        }
    }
    words
};

const fn count() -> usize {
    let (mut n, mut word) = (0, WordId::NONE);
    while (word.0 as usize) < Lexicon::built_in().len() {
        if Lexicon::built_in().classes(word).any(TOLD) {
            n += 1;
        }
        word.0 += 1;
    }
    n
}
