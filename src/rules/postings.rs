//! Contract: for each term, the patterns to try at a word that is this term.
//!
//! An inverted index: the pattern `rule out` is filed under the rarer of its two words, say `rule`,
//! and costs nothing in a content without `rule`. Patterns with the same rarest set of words are
//! filed together, and each term has the numbers of its sets: a long list takes little memory,
//! however many patterns name it.

use super::sets::{SetId, Sets};
use super::signature::Signature;
use super::term_lists::TermLists;
use super::terms::TermId;

/// The index of a pattern in its rule: first those of `any`, then of `all`, then of `none`.
pub(crate) type PatternId = u32;

/// A pattern to try at each word that has a certain term.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting {
    /// The word sets of which the pattern needs one word each.
    pub needs: Signature,
    /// Those of them that come just after and just before this word, or after adverbs.
    pub next: Signature,
    pub previous: Signature,
    /// Those of the others that must occur within [`NEAR`] words after this word, and before it.
    pub ahead: Signature,
    pub behind: Signature,
    pub rule: u32,
    pub pattern: PatternId,
    /// The minimum and the maximum number of words of a match before this word.
    pub before: (u8, u8),
    pub back: Option<Back>,
    /// Whether the pattern only matches at the start of a sentence.
    pub opens: bool,
    /// Whether the rule tests only patterns.
    pub patterns_only: bool,
}

/// The word set that comes just before the word of a posting: where its word is tells more exactly
/// where a match may begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Back {
    pub set: SetId,
    /// Whether adverbs may be between.
    pub over_adverbs: bool,
    /// The minimum and the maximum number of words of a match before it.
    pub before: (u8, u8),
}

/// How far around a word a pattern is looked for before it is tried.
pub(crate) const NEAR: usize = 8;

impl Posting {
    /// A posting that needs no other word.
    pub(super) fn new(rule: u32, pattern: PatternId, before: (u8, u8), opens: bool) -> Self {
        let (needs, next, previous, ahead, behind) = Default::default();
        let (back, patterns_only) = (None, false);
        Posting { needs, next, previous, ahead, behind, rule, pattern, before, back, opens, patterns_only }
    }

    /// Whether the pattern only matches at this word, and only if a sentence starts with it.
    pub fn is_at_start(&self) -> bool {
        self.opens && self.before == (0, 0)
    }
}

/// The postings of each set of words, ordered by rule.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    pub(super) all: Vec<Posting>,
    /// The postings of each set that a term is in, if the set has any: those that only match at the
    /// start of a sentence are in a range of their own.
    pub(super) by_term: Grouped<PostingRange>,
}

/// Where the postings of a set of words begin and end among all.
pub(crate) type PostingRange = (u32, u32);

impl Postings {
    /// Files each posting under its set, those that only match at the start of a sentence apart;
    /// `terms` is the number of terms of the rule set.
    pub(super) fn file(postings: &[(SetId, Posting)], sets: &Sets, terms: usize) -> Postings {
        let group = |set: SetId, starts: bool| 2 * set.0 as usize + usize::from(starts);
        let filed_under =
            || postings.iter().map(|&(set, posting)| (group(set, posting.is_at_start()), posting));
        let by_set = Grouped::of(2 * sets.len(), filed_under);
        let of_set = |set| [false, true].map(|starts| (set, by_set.range(group(set, starts))));
        let ranges = || sets.ids().flat_map(of_set);
        let filed = || ranges().filter(|(_, (first, end))| first < end);
        let by_term = Grouped::of(terms, || {
            filed().flat_map(|(set, range)| sets.terms(set).iter().map(move |&term| (term.into(), range)))
        });
        Postings { all: by_set.all, by_term }
    }

    /// Where the patterns to try at a word with each list of terms are.
    pub(super) fn by_list(&self, lists: &TermLists) -> Grouped<PostingRange> {
        Grouped::of(lists.len() as usize, || {
            let terms = || {
                lists.iter().enumerate().flat_map(|(list, terms)| terms.iter().map(move |&term| (list, term)))
            };
            terms().flat_map(|(list, term)| self.ranges(term).iter().map(move |&range| (list, range)))
        })
    }

    /// Where the patterns to try at a word that is `term` are.
    pub fn ranges(&self, term: TermId) -> &[PostingRange] {
        self.by_term.get(term.into())
    }

    /// The postings of a range.
    pub fn at(&self, (first, end): PostingRange) -> &[Posting] {
        &self.all[first as usize..end as usize]
    }

    /// The patterns to try at a word that is `term`, set by set.
    pub fn of(&self, term: TermId) -> impl Iterator<Item = &[Posting]> {
        self.ranges(term).iter().map(|&range| self.at(range))
    }

    /// What marks a word that is `term`.
    pub fn marks(&self, term: TermId) -> Signature {
        let mark = |postings: &[Posting]| {
            if postings[0].is_at_start() { Signature::OPENING } else { Signature::TRIGGER }
        };
        self.of(term).fold(Signature::NONE, |marks, postings| marks.union(mark(postings)))
    }

    /// Those of one rule.
    pub fn of_rule(&self, term: TermId, rule: u32) -> impl Iterator<Item = &Posting> {
        self.of(term).flat_map(move |of_set| {
            let rest = &of_set[of_set.partition_point(|posting| posting.rule < rule)..];
            rest.iter().take_while(move |posting| posting.rule == rule)
        })
    }
}

/// Things in numbered groups.
#[derive(Debug)]
pub(super) struct Grouped<T> {
    /// Those of group 0, then those of group 1, and so on; and the offset at which each group ends.
    pub all: Vec<T>,
    pub ends: Vec<u32>,
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
    /// Where a group begins and ends.
    fn range(&self, group: usize) -> (u32, u32) {
        let end = |group: usize| self.ends.get(group).copied().unwrap_or(0);
        let first = group.checked_sub(1).map_or(0, end);
        (first, end(group).max(first))
    }

    pub fn get(&self, group: usize) -> &[T] {
        let (first, end) = self.range(group);
        &self.all[first as usize..end as usize]
    }
}
