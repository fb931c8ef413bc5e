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
pub(super) static CLASSED: [WordId; COUNT] = {
    let lexicon = Lexicon::built_in();
    let (mut words, mut word, mut n) = ([WordId::NONE; COUNT], WordId::NONE, 0);
    while n < COUNT {
        word.0 += 1;
        if lexicon.classes(word).any(TOLD) {
            words[n] = word;
            n += 1;
        }
    }
    words
};

const COUNT: usize = {
    let lexicon = Lexicon::built_in();
    let (mut n, mut word, count) = (0, WordId::NONE, lexicon.len());
    while (word.0 as usize) < count {
        if lexicon.classes(word).any(TOLD) {
            n += 1;
        }
        word.0 += 1;
    }
    n
};
