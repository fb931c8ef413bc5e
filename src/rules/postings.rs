//! Contract: for each term, the patterns to try at a word that is this term.
//!
//! An inverted index: the pattern `rule out` is filed under the rarer of its two words, say `rule`,
//! and costs nothing in a content without `rule`. Patterns with the same rarest set of words are
//! filed together, and each term has the numbers of its sets: a long list takes little memory,
//! however many patterns name it.

use super::PatternId;
use super::pattern::{Needed, Pattern, TermSet};
use super::signature::Signature;
use super::terms::TermId;

/// A pattern to try at each word that has a certain term.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting {
    pub rule: u32,
    pub pattern: PatternId,
    /// Whether the rule tests only patterns.
    pub patterns_only: bool,
    /// The minimum and the maximum number of words of a match before this word.
    pub before: (u8, u8),
    /// The word sets of which the pattern needs one word each.
    pub needs: Signature,
    /// Those of them that must occur within [`NEAR`] words after this word, and before it.
    pub ahead: Signature,
    pub behind: Signature,
}

/// How far around a word a pattern is looked for before it is tried.
pub(crate) const NEAR: usize = 8;

/// The postings of each set of words, ordered by rule.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    by_set: Grouped<Posting>,
    /// The sets with postings that a term is in, as numbers of groups in `by_set`.
    by_term: Grouped<u32>,
}

/// A posting with the pattern and the word set under which it is to be filed.
pub(super) struct Draft<'p> {
    pub filed: Needed<'p>,
    pub pattern: &'p Pattern,
    pub posting: Posting,
}

impl Postings {
    /// Files each draft under its set. `sets` and `terms` are the numbers of all sets and terms of the rule set.
    pub(super) fn file(drafts: &[Draft<'_>], sets: usize, terms: usize) -> Postings {
        let by_set =
            Grouped::of(sets, || drafts.iter().map(|draft| (draft.filed.words.number, draft.posting)));
        let mut filed: Vec<Option<&TermSet>> = vec![None; sets];
        for draft in drafts {
            filed[draft.filed.words.number] = Some(draft.filed.words);
        }
        let filed = || filed.iter().flatten();
        let by_term = Grouped::of(terms, || {
            filed().flat_map(|&set| set.terms.iter().map(|&term| (term.into(), set.number as u32)))
        });
        Postings { by_set, by_term }
    }

    /// The patterns to try at a word that is `term`.
    pub fn of(&self, term: TermId) -> impl Iterator<Item = &Posting> {
        self.by_term.get(term.into()).iter().flat_map(|&set| self.by_set.get(set as usize))
    }

    /// Whether there is one.
    pub fn has(&self, term: TermId) -> bool {
        !self.by_term.get(term.into()).is_empty()
    }

    /// Those of one rule.
    pub fn of_rule(&self, term: TermId, rule: u32) -> impl Iterator<Item = &Posting> {
        self.by_term.get(term.into()).iter().flat_map(move |&set| {
            let all = self.by_set.get(set as usize);
            let rest = &all[all.partition_point(|posting| posting.rule < rule)..];
            rest.iter().take_while(move |posting| posting.rule == rule)
        })
    }
}

/// Things in numbered groups.
#[derive(Debug)]
struct Grouped<T> {
    /// Those of group 0, then those of group 1, and so on; and the offset at which each group ends.
    all: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Grouped { all: Vec::new(), ends: Vec::new() }
    }
}

impl<T: Copy> Grouped<T> {
    /// Groups what `all` gives with the number of its group; in a group the order stays.
    fn of<I: Iterator<Item = (usize, T)>>(groups: usize, all: impl Fn() -> I) -> Self {
        // counting sort: count, sum up to offsets, then put each at its group's next offset
        let mut ends = vec![0; groups];
        all().for_each(|(group, _)| ends[group] += 1);
        let mut end = 0;
        for count in &mut ends {
            (*count, end) = (end, end + *count);
        }
        let Some((_, first)) = all().next() else { return Grouped::default() };
        let mut grouped = vec![first; end as usize];
        for (group, item) in all() {
            let next = &mut ends[group];
            grouped[*next as usize] = item;
            *next += 1;
        }
        Grouped { all: grouped, ends }
    }
}

impl<T> Grouped<T> {
    fn get(&self, group: usize) -> &[T] {
        let end = |group: usize| self.ends.get(group).map_or(0, |&end| end as usize);
        let first = group.checked_sub(1).map_or(0, end);
        &self.all[first..end(group).max(first)]
    }
}
