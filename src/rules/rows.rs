//! Contract: lists of terms by number, all in one vector; the first is empty.

use super::terms::TermId;

pub(crate) struct Rows {
    terms: Vec<TermId>,
    /// Where each list begins, and where the last ends.
    starts: Vec<u32>,
}

impl Default for Rows {
    fn default() -> Self {
        Rows { terms: Vec::new(), starts: vec![0, 0] }
    }
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Adds the terms that `find` adds to what it is given as a list, and gives its number; that of the first if there are none.
    pub fn add(&mut self, find: impl FnOnce(&mut Vec<TermId>)) -> u32 {
        find(&mut self.terms);
        if self.terms.len() as u32 == self.starts[self.starts.len() - 1] {
            return 0;
        }
        self.starts.push(self.terms.len() as u32);
        self.len() - 1
    }

    /// The terms of a list.
    pub fn of(&self, row: u32) -> &[TermId] {
        let row = row as usize;
        &self.terms[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    /// All lists, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[TermId]> {
        (0..self.len()).map(|row| self.of(row))
    }
}
