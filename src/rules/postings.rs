//! Contract: for each term, the patterns to try at a word that is this term.
//!
//! An inverted index: the pattern `rule out` is filed under the rarer of its two words, say `rule`,
//! and costs nothing in a content without `rule`.

use super::PatternId;
use super::pattern::{Pattern, TermSet};
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
}

/// The postings of each term, ordered by rule.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// The postings of term 0, then those of term 1, and so on; and the offset at which those of
    /// each term end.
    all: Vec<Posting>,
    ends: Vec<u32>,
}

/// A posting with the pattern and the word set under which it is to be filed.
pub(super) struct Draft<'p> {
    pub set: &'p TermSet,
    pub pattern: &'p Pattern,
    pub posting: Posting,
}

impl Postings {
    /// Files each draft under every term of its set. `terms` is the number of terms in the rule
    /// set.
    pub(super) fn file(drafts: &[Draft<'_>], terms: usize) -> Postings {
        let all = || {
            drafts
                .iter()
                .flat_map(|Draft { set, posting, .. }| set.terms.iter().map(move |&term| (term, posting)))
        };
        // counting sort by term: count, sum up to offsets, then write each posting at the next
        // offset of its term
        let mut ends = vec![0; terms];
        all().for_each(|(term, _)| ends[term as usize] += 1);
        let mut end = 0;
        for count in &mut ends {
            (*count, end) = (end, end + *count);
        }
        let Some(Draft { posting, .. }) = drafts.first() else { return Postings::default() };
        let mut postings = vec![*posting; end as usize];
        for (term, posting) in all() {
            let next = &mut ends[term as usize];
            postings[*next as usize] = *posting;
            *next += 1;
        }
        Postings { all: postings, ends }
    }

    /// The patterns to try at a word that is `term`.
    pub fn of(&self, term: TermId) -> &[Posting] {
        let end = |term: usize| self.ends.get(term).map_or(0, |&end| end as usize);
        let first = usize::from(term).checked_sub(1).map_or(0, end);
        &self.all[first..end(term.into()).max(first)]
    }

    /// Those of one rule.
    pub fn of_rule(&self, term: TermId, rule: u32) -> &[Posting] {
        let all = self.of(term);
        let rest = &all[all.partition_point(|posting| posting.rule < rule)..];
        &rest[..rest.partition_point(|posting| posting.rule == rule)]
    }
}
