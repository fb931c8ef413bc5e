//! Contract: a bit set of the word sets of which a content has a word; a pattern is tried only if
//! all the sets that it needs are present.
//!
//! `rule out` needs a word of the set {rule} and one of {out}: with a bit for each, a single AND
//! shows that a content without "out" cannot match. This is a small Bloom filter: sets may share a
//! bit, which may cause an unnecessary attempt but never misses a match.

use std::cmp::Reverse;

use super::sets::{SetId, Sets};

/// A set of word sets, one bit each (several may share a bit), of rules for cues, and two bits that
/// mark a word with postings.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Signature(pub(super) [u128; 2]);

/// The number of bits for sets.
const BITS: usize = 238;

/// How many sets have a bit of their own: those that exclude the most attempts. The many others
/// share the remaining bits, the rarest with each other: a set of rare words that shared a bit with
/// a common word would exclude nothing.
const ALONE: usize = 120;

/// The number of bits for the rules that test the cue, which follow those for sets. A content has
/// those of the rules for its cue.
const CUES: usize = 16;

impl Signature {
    pub const NONE: Signature = Signature([0; 2]);
    /// Marks a word with postings, at which there are patterns to try.
    pub const TRIGGER: Signature = Signature([0, 1 << 127]);
    /// Marks a word with postings that only match at the start of a sentence: half of the words
    /// with postings have no others, since "the" and "it" are among them.
    pub const OPENING: Signature = Signature([0, 1 << 126]);

    /// The size of a packed signature, in bytes.
    pub const SIZE: usize = size_of::<Signature>();

    /// The bit of a rule that tests the cue, by the number of the rule.
    pub fn of_cue(rule: u32) -> Self {
        Signature::of_bit(BITS + rule as usize % CUES)
    }

    fn of_bit(bit: usize) -> Self {
        let mut halves = [0; 2];
        halves[bit / 128] = 1 << (bit % 128);
        Signature(halves)
    }

    #[must_use]
    pub fn union(self, other: Signature) -> Self {
        let ([low, high], [other_low, other_high]) = (self.0, other.0);
        Signature([low | other_low, high | other_high])
    }

    /// Whether all sets of `self` are in `other`.
    pub fn within(self, other: Signature) -> bool {
        let ([low, high], [other_low, other_high]) = (self.0, other.0);
        // the sets that exclude the most are in the low half
        low & !other_low == 0 && high & !other_high == 0
    }

    /// Whether there are patterns to try at a word, which `starts` a sentence or does not.
    pub fn is_trigger(self, starts: bool) -> bool {
        self.0[1] >> 127 != 0 || starts && self.0[1] >> 126 != 0
    }

    /// Reads a packed signature.
    pub(super) fn of_bytes(bytes: [u8; Self::SIZE]) -> Self {
        let half = |first: usize| u128::from_le_bytes(std::array::from_fn(|n| bytes[first + n]));
        Signature([half(0), half(16)])
    }
}

/// Assigns bits to word sets, by how many attempts each excludes.
pub(super) struct Signatures<'s> {
    /// For each word set that a pattern needs, by its number, the estimated number of attempts that
    /// it excludes.
    excluded: Vec<Option<u64>>,
    /// The share of each set in text.
    shares: &'s [u32],
}

impl<'s> Signatures<'s> {
    pub fn of(shares: &'s [u32]) -> Self {
        Signatures { excluded: vec![None; shares.len()], shares }
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
        let few = ALONE.min(excluded.len());
        let (alone, shared) = excluded.split_at_mut(few);
        shared.sort_by_key(|&(set, _)| self.shares[set.0 as usize]);
        let sharing = shared.len().div_ceil(BITS - ALONE).max(1);
        let places = (0..alone.len()).chain((0..shared.len()).map(|n| ALONE + n / sharing));
        for (&(set, _), place) in alone.iter().chain(&*shared).zip(places) {
            let bit = Signature::of_bit(place);
            by_set[set.0 as usize] = bit;
            for &term in sets.terms(set) {
                by_term[usize::from(term)] = by_term[usize::from(term)].union(bit);
            }
        }
        (by_set, by_term)
    }
}
