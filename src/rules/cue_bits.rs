//! Contract: the bits that a cue adds to the signature of a content: those of the rules that test
//! this cue and patterns. The patterns of the other rules for cues are not tried.

use super::Rule;
use super::signature::Signature;
use crate::lexicon::{CueGroup, WordId};

/// The bits by the first word of the cue, and by its group; sorted.
#[derive(Debug, Default)]
pub(crate) struct CueBits {
    by_lemma: Vec<(WordId, Signature)>,
    by_group: Vec<(CueGroup, Signature)>,
}

impl CueBits {
    pub fn of(rules: &[Rule]) -> Self {
        let with_bits = || rules.iter().zip(0..).map(|(rule, n)| (rule, Signature::of_cue(n)));
        let lemmas = with_bits().flat_map(|(rule, bit)| rule.cues.iter().map(move |cue| (cue.words[0], bit)));
        let groups = with_bits().flat_map(|(rule, bit)| rule.groups.iter().map(move |&group| (group, bit)));
        CueBits { by_lemma: united(lemmas.collect()), by_group: united(groups.collect()) }
    }

    /// The bits of a cue.
    pub fn get(&self, lemma: WordId, group: Option<CueGroup>) -> Signature {
        under(&self.by_lemma, lemma)
            .union(group.map_or(Signature::NONE, |group| under(&self.by_group, group)))
    }
}

/// Sorts entries, and unites those with the same key.
fn united<K: Ord + Copy>(mut entries: Vec<(K, Signature)>) -> Vec<(K, Signature)> {
    entries.sort_by_key(|&(key, _)| key);
    entries.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = kept.1.union(next.1);
        }
        same
    });
    entries
}

/// The bits of `key`.
fn under<K: Ord + Copy>(sorted: &[(K, Signature)], key: K) -> Signature {
    sorted.binary_search_by_key(&key, |&(key, _)| key).map_or(Signature::NONE, |found| sorted[found].1)
}
