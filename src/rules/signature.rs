//! Contract: a bit set of the word sets of which a content has a word; a pattern is tried only if
//! all the sets that it needs are present.
//!
//! `rule out` needs a word of the set {rule} and one of {out}: with a bit for each, a single AND
//! shows that a content without "out" cannot match. This is a small Bloom filter: sets may share a
//! bit, which may cause an unnecessary attempt but never misses a match.

use std::cmp::Reverse;

use super::sets::{SetId, Sets};

/// A set of word sets, one bit each (several may share a bit), and one bit that marks a word with
/// postings.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Signature(pub(super) u128);

/// The number of bits for sets.
const BITS: usize = 127;

/// How many sets have a bit of their own: those that exclude the most attempts. The many others
/// share the remaining bits. When all shared, deciding took a quarter more instructions.
const ALONE: usize = 64;

impl Signature {
    pub const NONE: Signature = Signature(0);
    /// Marks a word with postings, at which there are patterns to try.
    pub const TRIGGER: Signature = Signature(1 << BITS);

    #[must_use]
    pub fn union(self, other: Signature) -> Self {
        Signature(self.0 | other.0)
    }

    /// Whether all sets of `self` are in `other`.
    pub fn within(self, other: Signature) -> bool {
        self.0 & !other.0 == 0
    }

    pub fn is_trigger(self) -> bool {
        self.0 >> BITS != 0
    }
}

/// Assigns bits to word sets, by how many attempts each excludes.
pub(super) struct Signatures {
    /// For each word set that a pattern needs, by its number, the estimated number of attempts that
    /// it excludes.
    excluded: Vec<Option<u64>>,
}

impl Signatures {
    pub fn of(sets: usize) -> Self {
        Signatures { excluded: vec![None; sets] }
    }

    /// Adds to the number of attempts that `set` is expected to rule out.
    pub fn count(&mut self, set: SetId, attempts: u64) {
        *self.excluded[set.0 as usize].get_or_insert(0) += attempts;
    }

    /// The bit of each set, by its number, and the bits of each of `terms` terms: those of the sets
    /// that it is in.
    pub fn assign(self, sets: &Sets, terms: usize) -> (Vec<Signature>, Vec<Signature>) {
        let mut by_set = vec![Signature::NONE; sets.len()];
        let mut by_term = vec![Signature::NONE; terms];
        let excluded = sets.ids().zip(self.excluded).filter_map(|(set, attempts)| Some((set, attempts?)));
        let mut excluded: Vec<(SetId, u64)> = excluded.collect();
        excluded.sort_by_key(|&(_, attempts)| Reverse(attempts));
        for (n, (set, _)) in excluded.into_iter().enumerate() {
            let place = if n < ALONE { n } else { ALONE + n % (BITS - ALONE) };
            let bit = Signature(1 << place);
            by_set[set.0 as usize] = bit;
            for &term in sets.terms(set) {
                by_term[usize::from(term)] = by_term[usize::from(term)].union(bit);
            }
        }
        (by_set, by_term)
    }
}
