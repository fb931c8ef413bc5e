//! Contract: which rules can hold at all, by the terms that a content has and by its cue: what does not occur costs nothing,
//! however many rules name it.

use super::Rule;
use super::common::{self, WHOLE};
use super::pattern::{Needed, TermSet};
use super::signature::{Signature, Signatures};
use super::terms::{TermId, Terms};
use super::trials::{Filed, Trial, Trials};
use crate::lexicon::{CueGroup, Lexicon, WordId};

/// A content has about so many words.
const USUAL_LENGTH: u32 = 17;

/// The patterns that need a term may be so many in all.
const MOST_ENTRIES: usize = 1 << 22;

#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Where the patterns under `any` and `all` are to be tried.
    pub trials: Trials,
    /// Where those under `none` are, once the others of their rule have matched.
    pub exceptions: Trials,
    /// Rules without patterns that must match: by the cue's first word, sorted, by its group, and those that any cue may
    /// have.
    by_lemma: Vec<(WordId, u32)>,
    by_group: Vec<(CueGroup, Vec<u32>)>,
    always: Vec<u32>,
    /// The signatures of the terms, and of the rows of terms that words of the lexicon have.
    by_term: Vec<Signature>,
    by_row: Vec<Signature>,
}

impl Index {
    /// Files the rules by what they need; the patterns name so many `sets` of words.
    pub fn of(rules: &[Rule], terms: &Terms, sets: usize, lexicon: &Lexicon) -> Result<Index, String> {
        let shares = common::shares(terms, lexicon);
        let share = |set: &TermSet| -> u32 { set.terms.iter().map(|&term| shares[usize::from(term)]).sum() };
        let mut index = Index::default();
        let (mut trials, mut exceptions, mut entries) = (Vec::new(), Vec::new(), 0);
        let mut signatures = Signatures::of(sets);
        for (rule, n) in rules.iter().zip(0..) {
            for (id, pattern) in rule.patterns() {
                let rarest = pattern.needed().min_by_key(|needed| share(needed.words));
                let Needed { words, before } =
                    rarest.expect("a pattern without a word that it needs is refused");
                entries += words.terms.len();
                if entries > MOST_ENTRIES {
                    return Err("the patterns name too many words together; use shorter lists".to_owned());
                }
                for other in pattern.needed().map(|other| other.words) {
                    // what every content may have refuses nothing
                    if other.number != words.number && !other.own && !other.name {
                        let lacking = (WHOLE / USUAL_LENGTH).saturating_sub(share(other));
                        signatures.count(other, u64::from(share(words)) * u64::from(lacking));
                    }
                }
                let free = rule.asks_patterns_only();
                let trial = Trial { rule: n, pattern: id, free, before, needs: Signature::NONE };
                let excepts = id as usize >= rule.any.len() + rule.all.len();
                let filed = if excepts { &mut exceptions } else { &mut trials };
                filed.push(Filed { set: words, pattern, trial });
            }
            index.file_cues(rule, n);
        }
        index.by_lemma.sort_unstable();
        let by_set;
        (by_set, index.by_term) = signatures.assign(terms.len());
        for Filed { pattern, trial, .. } in trials.iter_mut().chain(&mut exceptions) {
            let needs = pattern.needed().map(|needed| by_set[needed.words.number]);
            trial.needs = needs.fold(Signature::NONE, Signature::union);
        }
        index.trials = Trials::file(&trials, terms.len());
        index.exceptions = Trials::file(&exceptions, terms.len());
        index.by_row = terms.rows().iter().map(|terms| index.signature_of(terms)).collect();
        Ok(index)
    }

    /// Files a rule without patterns that must match under its cues.
    fn file_cues(&mut self, rule: &Rule, n: u32) {
        if !rule.any.is_empty() || !rule.all.is_empty() {
            return;
        }
        for cue in &rule.cues {
            self.by_lemma.push((cue.words[0], n));
        }
        for &group in &rule.groups {
            match self.by_group.iter_mut().find(|(known, _)| *known == group) {
                Some((_, rules)) => rules.push(n),
                None => self.by_group.push((group, vec![n])),
            }
        }
        if rule.cues.is_empty() && rule.groups.is_empty() {
            self.always.push(n);
        }
    }

    /// The signature of a row of the rule set's terms.
    pub fn signature(&self, row: u32) -> Signature {
        self.by_row[row as usize]
    }

    /// The signature of a word that is these terms.
    pub fn signature_of(&self, terms: &[TermId]) -> Signature {
        let tried = |&term: &TermId| !self.trials.of(term).is_empty();
        let tried = if terms.iter().any(tried) { Signature::TRIED } else { Signature::NONE };
        terms.iter().fold(tried, |all, &term| all.union(self.by_term[usize::from(term)]))
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
