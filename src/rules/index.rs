//! Which patterns can match at all, by the terms that a content has: what does not occur costs nothing, however many rules
//! name it.

use super::Rule;
use super::terms::TermId;

#[derive(Debug, Default)]
pub(crate) struct Index {
    /// For each term the patterns that need it or one of its like.
    by_term: Vec<Vec<u32>>,
    /// Patterns that need no term.
    always: Vec<u32>,
    count: usize,
}

impl Index {
    /// Numbers the patterns of all rules and files them by what they need.
    pub fn of(rules: &mut [Rule], terms: usize) -> Self {
        let mut index = Index { by_term: vec![Vec::new(); terms], always: Vec::new(), count: 0 };
        for pattern in rules.iter_mut().flat_map(|rule| rule.any.iter_mut().chain(&mut rule.none)) {
            pattern.id = index.count;
            index.count += 1;
            match pattern.needed() {
                None => index.always.push(pattern.id as u32),
                Some(needed) => {
                    for &term in needed {
                        index.by_term[term as usize].push(pattern.id as u32);
                    }
                }
            }
        }
        index
    }

    /// For each pattern whether a content with `terms` can match it.
    pub fn live(&self, terms: &[TermId]) -> Vec<bool> {
        let mut live = vec![false; self.count];
        let needing = terms.iter().flat_map(|&term| &self.by_term[term as usize]);
        for &pattern in needing.chain(&self.always) {
            live[pattern as usize] = true;
        }
        live
    }
}
