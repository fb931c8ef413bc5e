//! Contract: which sets of words stand in a content, as bits: a pattern is tried only where each set that it needs may have a word.

use std::cmp::Reverse;

use super::pattern::TermSet;

/// A bit for each of some sets of words, and one for words where a pattern is to be tried. Several sets may have the same bit.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Signature(u128);

/// So many bits stand for sets.
const BITS: usize = 127;

impl Signature {
    pub const NONE: Signature = Signature(0);
    /// A pattern is to be tried where the word stands.
    pub const TRIED: Signature = Signature(1 << BITS);

    #[must_use]
    pub fn union(self, other: Signature) -> Self {
        Signature(self.0 | other.0)
    }

    pub fn within(self, other: Signature) -> bool {
        self.0 & !other.0 == 0
    }

    pub fn is_tried(self) -> bool {
        self.0 >> BITS != 0
    }
}

/// Which sets get a bit: those that refuse most trials first, so that few others share theirs.
pub(super) struct Signatures<'p> {
    /// Each set that a pattern needs, by its number, with the trials that it may refuse.
    sets: Vec<Option<(&'p TermSet, u64)>>,
}

impl<'p> Signatures<'p> {
    pub fn of(sets: usize) -> Self {
        Signatures { sets: vec![None; sets] }
    }

    /// Counts on `set` to refuse so many trials.
    pub fn count(&mut self, set: &'p TermSet, trials: u64) {
        self.sets[set.number].get_or_insert((set, 0)).1 += trials;
    }

    /// The bit of each set by its number, and the bits of each of so many terms: those of the sets that it is in.
    pub fn assign(self, terms: usize) -> (Vec<Signature>, Vec<Signature>) {
        let mut by_set = vec![Signature::NONE; self.sets.len()];
        let mut by_term = vec![Signature::NONE; terms];
        let mut sets: Vec<(&TermSet, u64)> = self.sets.into_iter().flatten().collect();
        sets.sort_by_key(|&(_, trials)| Reverse(trials));
        for (n, (set, _)) in sets.into_iter().enumerate() {
            let bit = Signature(1 << (n % BITS));
            by_set[set.number] = bit;
            for &term in &*set.terms {
                by_term[usize::from(term)] = by_term[usize::from(term)].union(bit);
            }
        }
        (by_set, by_term)
    }
}
