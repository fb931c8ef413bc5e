//! Contract: the patterns to be tried where a word stands, by the terms that it is.

use super::PatternId;
use super::pattern::{Pattern, TermSet};
use super::signature::Signature;
use super::terms::TermId;

/// A pattern to be tried where a term stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trial {
    pub rule: u32,
    pub pattern: PatternId,
    /// The rule asks for nothing but patterns.
    pub free: bool,
    /// How many words the pattern may begin before the term, at least and at most.
    pub before: (u8, u8),
    /// The sets of words of each of which the pattern needs one.
    pub needs: Signature,
}

/// Trials by the terms that they are filed under, of a term in the order of their rules.
#[derive(Debug, Default)]
pub(crate) struct Trials {
    /// The trials of all terms, one behind the other, and where those of each term end.
    all: Vec<Trial>,
    ends: Vec<u32>,
}

/// A trial that is yet to be filed, with its pattern and the set of words that it goes under.
pub(super) struct Filed<'p> {
    pub set: &'p TermSet,
    pub pattern: &'p Pattern,
    pub trial: Trial,
}

impl Trials {
    /// Files each trial under all terms of its set, of which there are so many in all.
    pub(super) fn file(filed: &[Filed<'_>], terms: usize) -> Trials {
        let all = || {
            filed.iter().flat_map(|Filed { set, trial, .. }| set.terms.iter().map(move |&term| (term, trial)))
        };
        let mut ends = vec![0; terms];
        all().for_each(|(term, _)| ends[term as usize] += 1);
        let mut end = 0;
        for count in &mut ends {
            (*count, end) = (end, end + *count);
        }
        let Some(Filed { trial, .. }) = filed.first() else { return Trials::default() };
        let mut trials = vec![*trial; end as usize];
        for (term, trial) in all() {
            let place = &mut ends[term as usize];
            trials[*place as usize] = *trial;
            *place += 1;
        }
        Trials { all: trials, ends }
    }

    /// The patterns to be tried where `term` stands.
    pub fn of(&self, term: TermId) -> &[Trial] {
        let end = |term: usize| self.ends.get(term).map_or(0, |&end| end as usize);
        let first = usize::from(term).checked_sub(1).map_or(0, end);
        &self.all[first..end(term.into()).max(first)]
    }

    /// Those of one rule.
    pub fn of_rule(&self, term: TermId, rule: u32) -> &[Trial] {
        let all = self.of(term);
        let rest = &all[all.partition_point(|trial| trial.rule < rule)..];
        &rest[..rest.partition_point(|trial| trial.rule == rule)]
    }
}
