//! Contract: finds the rules without patterns that a statement may match, given its cue.

use super::Rule;
use crate::lexicon::{CueGroup, WordId};

#[derive(Debug, Default)]
pub(crate) struct ByCue {
    /// By the first word of their cue (sorted), by the group of their cue, and those that take any
    /// cue.
    by_lemma: Vec<(WordId, u32)>,
    by_group: Vec<(CueGroup, Vec<u32>)>,
    always: Vec<u32>,
}

impl ByCue {
    pub fn of(rules: &[Rule]) -> Self {
        let mut by_cue = ByCue::default();
        for (rule, n) in rules.iter().zip(0..) {
            if rule.needs_no_pattern() {
                by_cue.file(rule, n);
            }
        }
        by_cue.by_lemma.sort_unstable();
        by_cue
    }

    fn file(&mut self, rule: &Rule, n: u32) {
        self.by_lemma.extend(rule.cues.iter().map(|cue| (cue.words[0], n)));
        for &group in &rule.groups {
            match self.by_group.iter_mut().find(|(known, _)| *known == group) {
                Some((_, rules)) => rules.push(n),
                None => self.by_group.push((group, vec![n])),
            }
        }
        if !rule.asks_cue() {
            self.always.push(n);
        }
    }

    /// The rules that a statement with this cue may match.
    pub fn rules(&self, lemma: WordId, group: Option<CueGroup>) -> impl Iterator<Item = u32> + '_ {
        let by_lemma = under(&self.by_lemma, lemma);
        let by_group = group.and_then(|group| self.by_group.iter().find(|(known, _)| *known == group));
        let by_group = by_group.map_or(&[][..], |(_, rules)| rules);
        let listed = by_lemma.iter().map(|(_, rule)| rule).chain(by_group);
        listed.chain(&self.always).copied()
    }

    /// The most rules that [`ByCue::rules`] gives.
    pub fn most(&self) -> usize {
        let lemmas = self.by_lemma.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len).max().unwrap_or(0);
        let groups = self.by_group.iter().map(|(_, rules)| rules.len()).max().unwrap_or(0);
        lemmas + groups + self.always.len()
    }
}

/// The entries of a sorted list that have this key.
fn under<K: Ord + Copy>(sorted: &[(K, u32)], key: K) -> &[(K, u32)] {
    let rest = &sorted[sorted.partition_point(|(known, _)| *known < key)..];
    &rest[..rest.iter().take_while(|(known, _)| *known == key).count()]
}
