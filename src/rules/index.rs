//! Contract: which rules can hold at all, by the terms that a content has and by its cue: what does not occur costs nothing,
//! however many rules name it.

use super::pattern::{Needed, Pattern, Signature, TermSet};
use super::terms::{TermId, Terms};
use super::{PatternId, Rule};
use crate::lexicon::{CueGroup, WordId};

/// The patterns that need a term may be so many in all.
const MOST_ENTRIES: usize = 1 << 22;

/// A pattern to be tried where a term stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trial {
    pub rule: u32,
    pub pattern: PatternId,
    /// The rule asks for nothing but patterns.
    pub free: bool,
    /// How many words the pattern may begin before the term, at least and at most.
    pub before: (u8, u8),
    /// The signature of other words of which the pattern needs one.
    pub also: Signature,
}

#[derive(Debug, Default)]
pub(crate) struct Index {
    /// The trials of all terms, one behind the other, and where those of each term end.
    trials: Vec<Trial>,
    ends: Vec<u32>,
    /// Rules without patterns that must match: by the cue's first word, sorted, by its group, and those that any cue may
    /// have.
    by_lemma: Vec<(WordId, u32)>,
    by_group: Vec<(CueGroup, Vec<u32>)>,
    always: Vec<u32>,
    /// Some rule asks for the subject, tense or negation of the content's clause.
    pub reads_clause: bool,
}

impl Index {
    /// Files the rules by what they need.
    pub fn of(rules: &[Rule], terms: &Terms) -> Result<Index, String> {
        let mut uses = vec![0_u32; terms.len()];
        for needed in rules.iter().flat_map(Rule::patterns).flat_map(|(_, p)| p.needed()) {
            for &term in &*needed.words.terms {
                uses[term as usize] += 1;
            }
        }
        let mut index = Index::default();
        let mut entries = 0;
        let mut filed: Vec<(&TermSet, Trial)> = Vec::new();
        for (n, rule) in rules.iter().enumerate() {
            let n = n as u32;
            index.reads_clause |= rule.clause.is_some();
            for (id, pattern) in rule.patterns() {
                let Some((needed, also)) = rarest(pattern, &uses, terms) else { continue };
                let also = also.map_or(Signature::ANY, |also| also.words.signature());
                entries += needed.words.terms.len();
                if entries > MOST_ENTRIES {
                    return Err("the patterns name too many words together; use shorter lists".to_owned());
                }
                let free = rule.asks_patterns_only();
                filed.push((needed.words, Trial { rule: n, pattern: id, free, before: needed.before, also }));
            }
            if rule.any.is_empty() && rule.all.is_empty() {
                for cue in &rule.cues {
                    index.by_lemma.push((cue[0], n));
                }
                for &group in &rule.groups {
                    match index.by_group.iter_mut().find(|(known, _)| *known == group) {
                        Some((_, rules)) => rules.push(n),
                        None => index.by_group.push((group, vec![n])),
                    }
                }
                if rule.cues.is_empty() && rule.groups.is_empty() {
                    index.always.push(n);
                }
            }
        }
        index.by_lemma.sort_unstable();
        index.file(&filed, terms.len());
        Ok(index)
    }

    /// Files each trial under all its terms, of which there are so many in all.
    fn file(&mut self, filed: &[(&TermSet, Trial)], terms: usize) {
        let all = || filed.iter().flat_map(|(set, trial)| set.terms.iter().map(move |&term| (term, trial)));
        let mut ends = vec![0; terms];
        all().for_each(|(term, _)| ends[term as usize] += 1);
        let mut end = 0;
        for count in &mut ends {
            (*count, end) = (end, end + *count);
        }
        let Some((_, some)) = filed.first() else { return };
        self.trials = vec![*some; end as usize];
        for (term, trial) in all() {
            let place = &mut ends[term as usize];
            self.trials[*place as usize] = *trial;
            *place += 1;
        }
        self.ends = ends;
    }

    /// The patterns to be tried where `term` stands.
    pub fn trials(&self, term: TermId) -> &[Trial] {
        let end = |term: usize| self.ends.get(term).map_or(0, |&end| end as usize);
        let first = usize::from(term).checked_sub(1).map_or(0, end);
        &self.trials[first..end(term.into()).max(first)]
    }

    /// The rules without patterns that a cue may fulfil.
    pub fn by_cue(&self, lemma: WordId, group: Option<CueGroup>) -> impl Iterator<Item = u32> + '_ {
        let by_lemma = under(&self.by_lemma, lemma);
        let by_group = group.and_then(|group| self.by_group.iter().find(|(known, _)| *known == group));
        let by_group = by_group.map_or(&[][..], |(_, rules)| rules);
        let listed = by_lemma.iter().map(|(_, rule)| rule).chain(by_group);
        listed.chain(&self.always).copied()
    }
}

/// What stands under `key` in a sorted list.
fn under<K: Ord + Copy>(sorted: &[(K, u32)], key: K) -> &[(K, u32)] {
    let rest = &sorted[sorted.partition_point(|(known, _)| *known < key)..];
    &rest[..rest.iter().take_while(|(known, _)| *known == key).count()]
}

/// Of the words that a pattern needs, those that the fewest words of a text are likely to be, and the next ones.
fn rarest<'p>(pattern: &'p Pattern, uses: &[u32], terms: &Terms) -> Option<(Needed<'p>, Option<Needed<'p>>)> {
    let weight = |set: &TermSet| -> u64 {
        let of =
            |&term: &TermId| u64::from(uses[term as usize]) + if terms.is_common(term) { 10_000 } else { 1 };
        set.terms.iter().map(of).sum()
    };
    let mut rarest: Option<(u64, Needed<'p>)> = None;
    let mut next: Option<(u64, Needed<'p>)> = None;
    for needed in pattern.needed() {
        let weight = weight(needed.words);
        if rarest.as_ref().is_none_or(|(least, _)| weight < *least) {
            next = rarest.replace((weight, needed));
        } else if next.as_ref().is_none_or(|(least, _)| weight < *least) {
            next = Some((weight, needed));
        }
    }
    Some((rarest?.1, next.map(|(_, needed)| needed)))
}
