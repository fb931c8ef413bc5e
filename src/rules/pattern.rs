//! Contract: patterns are parsed once; the number of steps to match one at a word is bounded.
//!
//! The parts of a pattern: `will` a word · `danger~` words with a stem · `/re.*/` words that a
//! regular expression matches completely · `will|shall` either word · `$list` a word of a list ·
//! `!will|shall` any other word · `not?` an optional word · `@own` the speaker's own side · `@name`
//! a word of a name · `@number`, `@date`, `@not`, `@participle` words of these classes · `@adverbs`
//! any number of adverbs · `...` up to five words, `...12` up to twelve, within a sentence · `^`
//! the start and `.` the end of the content or of a sentence in it.

use std::borrow::Cow;

use super::sets::{SetId, Sets};

/// The maximum number of words for `@adverbs`.
pub(crate) const ADVERBS: u8 = 5;

/// The maximum number of parts, and of words that a pattern can match: they bound the work per
/// word.
pub(super) const MOST_PARTS: usize = 24;
pub(super) const WIDEST: usize = 60;

/// The size of a packed element.
pub(super) const ELEMENT: usize = 4;

/// What an element of a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Test {
    /// One of these words.
    Word(SetId),
    /// Any other word.
    OtherWord(SetId),
    /// Any number of adverbs, up to one that the next element names.
    Adverbs,
    /// Up to this number of words.
    Gap(u8),
    /// The start of the content or of a sentence.
    Start,
    /// The end of either.
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Element {
    pub test: Test,
    pub optional: bool,
}

impl Element {
    /// The minimum and the maximum number of words that it matches.
    pub(super) fn width(&self) -> (usize, usize) {
        match self.test {
            Test::Word(_) | Test::OtherWord(_) => (usize::from(!self.optional), 1),
            Test::Adverbs => (0, ADVERBS.into()),
            Test::Gap(most) => (0, most.into()),
            Test::Start | Test::End => (0, 0),
        }
    }
}

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Pattern {
    pub(super) elements: Cow<'static, [Element]>,
}

/// A set of words of which the pattern needs one to match.
#[derive(Clone, Copy)]
pub(crate) struct Needed {
    pub words: SetId,
    /// The minimum and the maximum number of words before it in a match.
    pub before: (u8, u8),
    /// The index of its element.
    element: usize,
}

impl Pattern {
    /// Makes a pattern of elements that are known to be valid.
    pub(super) fn of(elements: Vec<Element>) -> Self {
        Pattern { elements: Cow::Owned(elements) }
    }

    /// The maximum number of steps to match it from one word on.
    pub fn steps(&self) -> u64 {
        let (mut places, mut steps) = (1, 0);
        for element in &*self.elements {
            let (least, most) = element.width();
            let choices = if matches!(element.test, Test::Adverbs) { 0 } else { most - least };
            steps += places * (1 + most as u64);
            places += choices as u64;
        }
        steps
    }

    /// Every word set of which a match needs a word.
    pub fn needed(&self) -> impl Iterator<Item = Needed> {
        let mut before = (0, 0);
        self.elements.iter().enumerate().filter_map(move |(n, element)| {
            let here = before;
            let (least, most) = element.width();
            before = (before.0 + least, before.1 + most);
            match element.test {
                Test::Word(words) if !element.optional => {
                    Some(Needed { words, before: (here.0 as u8, here.1 as u8), element: n })
                }
                _ => None,
            }
        })
    }

    /// The steps that [`implies`](Pattern::implies) may take.
    pub fn steps_to_compare(&self, sets: &Sets) -> u64 {
        1 + self.needed().map(|needed| sets.terms(needed.words).len() as u64).sum::<u64>()
    }

    /// The maximum number of words from `one` to `other`, which comes later; `None` if it does not.
    pub fn reach(&self, one: Needed, other: Needed) -> Option<usize> {
        let between = self.elements.get(one.element..other.element).filter(|between| !between.is_empty())?;
        Some(between.iter().map(|element| element.width().1).sum())
    }

    /// Whether `other` comes just after `one`, and whether adverbs may be between.
    pub fn follows(&self, one: Needed, other: Needed) -> Option<bool> {
        match self.elements.get(one.element + 1..other.element)? {
            [] => Some(false),
            [Element { test: Test::Adverbs, .. }] => Some(true),
            _ => None,
        }
    }

    /// Whether `other`, a single word, matches wherever this pattern does.
    pub fn implies(&self, other: &Pattern, sets: &Sets) -> bool {
        self == other
            || match *other.elements {
                [Element { test: Test::Word(set), optional: false }] => {
                    self.needed().any(|needed| sets.within(needed.words, set))
                }
                _ => false,
            }
    }

    /// Whether it only matches at the start of a sentence.
    pub fn opens_sentence(&self) -> bool {
        self.elements[0].test == Test::Start
    }
}
