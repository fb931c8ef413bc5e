//! Contract: matches a pattern from one word on; the number of steps is bounded. There is no
//! backtracking up to the first element with a choice.

use super::pattern::{ADVERBS, Element, MOST_PARTS, Pattern, Test};
use super::sets::SetId;

/// The words against which a pattern is matched.
pub(crate) trait Words {
    fn len(&self) -> usize;
    /// Whether word `i` is in `set`.
    fn is(&self, i: usize, set: SetId) -> bool;
    fn is_adverb(&self, i: usize) -> bool;
    fn starts_sentence(&self, i: usize) -> bool;
    /// Whether there is a break before word `i` that gaps must not cross.
    fn breaks(&self, i: usize) -> bool;
}

impl Pattern {
    /// The range of words that the pattern matches if it begins at `start`, end exclusive.
    pub fn match_at(&self, words: &impl Words, start: usize) -> Option<(usize, usize)> {
        // most attempts fail at the first word, most of the others before the first element with a
        // choice
        let straight = Straight { elements: &self.elements, words };
        let (e, i) = straight.follow(0, start)?;
        if e == self.elements.len() {
            return Some((start, i));
        }
        let mut walk = Walk { straight, start, tried: [0; MOST_PARTS] };
        walk.choose(e, i).map(|end| (start, end))
    }
}

/// Matches elements without choices.
struct Straight<'p, W> {
    elements: &'p [Element],
    words: &'p W,
}

impl<W: Words> Straight<'_, W> {
    /// Matches from element `e` and word `i` up to the first element with a choice, or to the end;
    /// returns the next element and word.
    fn follow(&self, mut e: usize, mut i: usize) -> Option<(usize, usize)> {
        let words = self.words;
        while let Some(element) = self.elements.get(e) {
            match element.test {
                Test::Gap(_) => break,
                Test::Word(_) | Test::OtherWord(_) if element.optional => break,
                Test::Word(set) if i < words.len() && words.is(i, set) => i += 1,
                Test::OtherWord(set) if i < words.len() && !words.is(i, set) => i += 1,
                Test::Word(_) | Test::OtherWord(_) => return None,
                Test::Start if words.starts_sentence(i) => {}
                Test::End if i >= words.len() || words.starts_sentence(i) => {}
                Test::Start | Test::End => return None,
                Test::Adverbs => {
                    // "away" in `@adverbs away` is not one of the adverbs before it
                    let named = |j: usize| match self.elements.get(e + 1).map(|next| next.test) {
                        Some(Test::Word(set)) => words.is(j, set),
                        _ => false,
                    };
                    let adverbs = (i..words.len()).take_while(|&j| words.is_adverb(j) && !named(j));
                    i += adverbs.take(ADVERBS.into()).count();
                }
            }
            e += 1;
        }
        Some((e, i))
    }
}

/// Matches with backtracking.
struct Walk<'p, W> {
    straight: Straight<'p, W>,
    start: usize,
    /// For each element, a bit set of the distances from the start at which it failed, so that
    /// nothing is tried twice.
    tried: [u64; MOST_PARTS],
}

impl<W: Words> Walk<'_, W> {
    /// Matches the rest of the pattern from element `e`, one with choices, at word `i`; returns the
    /// end of the match.
    fn choose(&mut self, e: usize, i: usize) -> Option<usize> {
        let bit = 1 << (i - self.start);
        if self.tried[e] & bit != 0 {
            return None;
        }
        self.tried[e] |= bit;
        let words = self.straight.words;
        let element = &self.straight.elements[e];
        match element.test {
            Test::Gap(most) => (0..=usize::from(most))
                .take_while(|&n| n == 0 || i + n - 1 < words.len() && !words.breaks(i + n - 1))
                .find_map(|n| self.step(e + 1, i + n)),
            Test::Word(set) | Test::OtherWord(set) => {
                let wanted = matches!(element.test, Test::Word(_));
                let fits = i < words.len() && words.is(i, set) == wanted;
                let taken = if fits { self.step(e + 1, i + 1) } else { None };
                taken.or_else(|| self.step(e + 1, i))
            }
            Test::Adverbs | Test::Start | Test::End => None,
        }
    }

    /// Matches the rest of the pattern from element `e` at word `i`; returns the end of the match.
    fn step(&mut self, e: usize, i: usize) -> Option<usize> {
        let (e, i) = self.straight.follow(e, i)?;
        if e == self.straight.elements.len() { Some(i) } else { self.choose(e, i) }
    }
}
