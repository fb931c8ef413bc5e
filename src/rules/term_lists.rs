//! Contract: numbered lists of terms, all in one vector; list 0 is empty.

use super::terms::TermId;

pub(crate) struct TermLists {
    pub(super) terms: Vec<TermId>,
    /// The offset in `terms` at which each list begins, then the end of the last list.
    pub(super) offsets: Vec<u32>,
}

impl Default for TermLists {
    fn default() -> Self {
        TermLists { terms: Vec::new(), offsets: vec![0, 0] }
    }
}

impl TermLists {
    /// The number of lists, the empty one included.
    pub fn len(&self) -> u32 {
        self.offsets.len() as u32 - 1
    }

    /// Adds the list of the terms that `find` appends; returns its number, which is 0 if there are
    /// none.
    pub fn add(&mut self, find: impl FnOnce(&mut Vec<TermId>)) -> u32 {
        find(&mut self.terms);
        if self.terms.len() as u32 == self.offsets[self.offsets.len() - 1] {
            return 0;
        }
        self.offsets.push(self.terms.len() as u32);
        self.len() - 1
    }

    /// The terms of list number `list`.
    pub fn of(&self, list: u32) -> &[TermId] {
        let list = list as usize;
        &self.terms[self.offsets[list] as usize..self.offsets[list + 1] as usize]
    }

    /// All lists, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[TermId]> {
        (0..self.len()).map(|list| self.of(list))
    }
}
