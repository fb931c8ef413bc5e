//! Contract: the word sets of the patterns of a rule set, numbered, so that a pattern is a few
//! numbers and a set that many patterns name is stored once.

use super::signature::Signature;
use super::terms::{NAME, OWN, TermId};

/// The number of a word set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct SetId(pub u32);

/// All word sets of a rule set.
#[derive(Debug, Default)]
pub(crate) struct Sets {
    pub(super) rows: Vec<Row>,
    /// The terms of each set, sorted, one set after the other.
    pub(super) members: Vec<TermId>,
    /// The bits of the sets that have any: one per term from the first to the last.
    pub(super) bits: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// A word that lacks a bit of it is not in the set.
    pub signature: Signature,
    /// The place of its first term in [`Sets::members`], and the number of its terms.
    pub first: u32,
    pub count: u32,
    /// The place of its bits in [`Sets::bits`]; [`Row::NO_BITS`] if it has none.
    pub bits: u32,
    /// Whether the set contains [`OWN`] and [`NAME`].
    pub own: bool,
    pub name: bool,
}

impl Row {
    const NO_BITS: u32 = u32::MAX;

    /// Whether the set asks whose side a word names, or whether it is a name: what is not known of
    /// a word beforehand.
    pub fn is_computed(&self) -> bool {
        self.own || self.name
    }
}

/// A set of no more terms is searched one by one.
const FEW: usize = 3;

impl Sets {
    /// The number of sets.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The numbers of all sets.
    pub fn ids(&self) -> impl Iterator<Item = SetId> + use<> {
        (0..self.rows.len() as u32).map(SetId)
    }

    /// Adds a set; `terms` are sorted, and each is there once.
    pub fn add(&mut self, terms: &[TermId]) -> SetId {
        let (first, count) = (self.members.len() as u32, terms.len() as u32);
        self.members.extend_from_slice(terms);
        let bits = self.add_bits(terms);
        let (own, name) = (terms.contains(&OWN), terms.contains(&NAME));
        self.rows.push(Row { signature: Signature::NONE, first, count, bits, own, name });
        SetId(self.rows.len() as u32 - 1)
    }

    /// Adds a bit per term if the terms are many and close together, as in lists.
    fn add_bits(&mut self, terms: &[TermId]) -> u32 {
        let [first, .., last] = *terms else { return Row::NO_BITS };
        let place = |term: TermId| usize::from(term - first);
        let words = place(last) / 64 + 1;
        if words > terms.len() || terms.len() <= FEW {
            return Row::NO_BITS;
        }
        let start = self.bits.len();
        self.bits.resize(start + words, 0);
        for &term in terms {
            self.bits[start + place(term) / 64] |= 1 << (place(term) % 64);
        }
        start as u32
    }

    pub fn row(&self, set: SetId) -> &Row {
        &self.rows[set.0 as usize]
    }

    /// The terms of a set, sorted.
    pub fn terms(&self, set: SetId) -> &[TermId] {
        let Row { first, count, .. } = *self.row(set);
        &self.members[first as usize..][..count as usize]
    }

    /// Whether one of `terms`, those of a word, is in the set.
    pub fn have(&self, row: &Row, terms: &[TermId]) -> bool {
        let own = &self.members[row.first as usize..][..row.count as usize];
        if row.bits != Row::NO_BITS {
            let (first, last) = (own[0], own[own.len() - 1]);
            let has = |term: TermId| {
                let place = usize::from(term - first);
                self.bits[row.bits as usize + place / 64] & 1 << (place % 64) != 0
            };
            terms.iter().any(|&term| (first..=last).contains(&term) && has(term))
        } else if own.len() <= FEW {
            terms.iter().any(|term| own.contains(term))
        } else {
            terms.iter().any(|term| own.binary_search(term).is_ok())
        }
    }

    /// Whether every word of `one` is in `other`.
    pub fn within(&self, one: SetId, other: SetId) -> bool {
        let (one, other) = (self.terms(one), self.terms(other));
        one.len() <= other.len() && one.iter().all(|term| other.binary_search(term).is_ok())
    }

    /// Gives each set its signature, by its number.
    pub(super) fn sign(&mut self, signatures: &[Signature]) {
        for (row, &signature) in self.rows.iter_mut().zip(signatures) {
            row.signature = signature;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_terms_and_no_other() {
        let mut sets = Sets::default();
        let lists = [vec![7, 9], (40..300).step_by(3).collect(), vec![6, 5_000, 20_000, 60_000]];
        for listed in lists {
            let set = sets.add(&listed);
            let row = *sets.row(set);
            for term in 0..=TermId::MAX {
                assert_eq!(sets.have(&row, &[term]), listed.contains(&term), "{term}");
            }
        }
        assert!(sets.within(SetId(0), SetId(0)) && !sets.within(SetId(0), SetId(1)));
    }
}
