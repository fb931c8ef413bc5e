//! Contract: finds the rules that may match, given the terms in a content and its cue. A term that
//! does not occur costs nothing, however many rules name it.

use super::Rule;
use super::common::{self, WHOLE};
use super::cost;
use super::pattern::{Needed, TermSet};
use super::postings::{Draft, NEAR, Posting, Postings};
use super::signature::{Signature, Signatures};
use super::terms::{NAME, OWN, TermId, Terms};
use crate::lexicon::{CueGroup, Lexicon, WordId};

/// The number of words of a typical content.
const USUAL_LENGTH: u32 = 17;

/// What a posting costs before its pattern is tried, in tries.
const STARTS: u32 = 2;

/// The least steps with which a rule matches by a pattern, and what a rule without one costs.
const A_MATCH: u64 = 3;
const A_RULE: u64 = 4;

/// Of this many words of news, one is not in the lexicon.
const UNKNOWN: u64 = 10;

/// The maximum number of postings, over all terms.
const MOST_ENTRIES: usize = 1 << 22;

#[derive(Debug, Default)]
pub(crate) struct Index {
    /// The postings of the patterns under `any` and `all`.
    pub postings: Postings,
    /// The postings of the patterns under `none`, which are tried once the rest of the rule has
    /// matched.
    pub exceptions: Postings,
    /// Rules without patterns that must match: by the first word of their cue (sorted), by the
    /// group of their cue, and those that take any cue.
    by_lemma: Vec<(WordId, u32)>,
    by_group: Vec<(CueGroup, Vec<u32>)>,
    always: Vec<u32>,
    /// The signature of each word set, by its number.
    by_set: Vec<Signature>,
    /// The signature of each term, and of each of [`Terms::lists`].
    by_term: Vec<Signature>,
    by_list: Vec<Signature>,
    /// The steps that a word may cost that is a term, and those for each rule that matches.
    steps: Vec<Steps>,
    /// The most rules without patterns that a statement may have to be tested for.
    most_by_cue: u64,
}

/// What a word may cost.
#[derive(Clone, Copy, Debug, Default)]
struct Steps {
    /// To try patterns.
    trials: u64,
    /// To look for exceptions, for each rule that matches.
    exceptions: u64,
}

impl Index {
    /// Indexes the rules by the words that they need. `sets` is the number of word sets in their
    /// patterns.
    pub fn of(rules: &[Rule], terms: &Terms, sets: usize, lexicon: &Lexicon) -> Result<Index, String> {
        let shares = common::shares(terms, lexicon);
        let share = |set: &TermSet| -> u32 { set.terms.iter().map(|&term| shares[usize::from(term)]).sum() };
        let mut index = Index::default();
        let (mut drafts, mut exceptions, mut entries) = (Vec::new(), Vec::new(), 0);
        let mut signatures = Signatures::of(sets);
        let mut steps: Vec<Steps> = vec![Steps::default(); sets];
        for (rule, n) in rules.iter().zip(0..) {
            for (id, pattern) in rule.patterns() {
                let cheapest = pattern.needed().min_by_key(|needed| {
                    // a match may begin at any of these words, and each is tried
                    let starts = u32::from(needed.before.1 - needed.before.0) + 1;
                    // which words are `@own` or `@name` is expensive to find out
                    let computed = needed.words.own || needed.words.name;
                    (computed, share(needed.words).saturating_mul(starts + STARTS))
                });
                let filed @ Needed { words, before, .. } =
                    cheapest.expect("patterns without a required word are rejected");
                let starts = u32::from(before.1 - before.0) + 1;
                steps[words.number].trials += cost::trial(pattern, starts);
                entries += words.terms.len();
                if entries > MOST_ENTRIES {
                    return Err("the patterns have too many words in total; use shorter lists".to_owned());
                }
                for other in pattern.needed().map(|other| other.words) {
                    // `@own` and `@name` are not looked up beforehand, so they cannot rule a
                    // pattern out
                    if other.number != words.number && !other.own && !other.name {
                        let lacking = (WHOLE / USUAL_LENGTH).saturating_sub(share(other));
                        signatures.count(other, u64::from(share(words)) * u64::from(lacking));
                    }
                }
                let patterns_only = rule.asks_patterns_only();
                let (needs, ahead, behind) = Default::default();
                let posting = Posting { rule: n, pattern: id, patterns_only, before, needs, ahead, behind };
                let excepts = id as usize >= rule.any.len() + rule.all.len();
                steps[words.number].exceptions = u64::from(excepts).max(steps[words.number].exceptions);
                let drafts = if excepts { &mut exceptions } else { &mut drafts };
                drafts.push(Draft { filed, pattern, posting });
            }
            index.file_cues(rule, n);
        }
        index.by_lemma.sort_unstable();
        (index.by_set, index.by_term) = signatures.assign(terms.len());
        for Draft { filed, pattern, posting } in drafts.iter_mut().chain(&mut exceptions) {
            let near = |reach: Option<usize>| reach.is_some_and(|reach| reach <= NEAR);
            for needed in pattern.needed() {
                let bit = index.by_set[needed.words.number];
                posting.needs = posting.needs.union(bit);
                if near(pattern.reach(*filed, needed)) {
                    posting.ahead = posting.ahead.union(bit);
                } else if near(pattern.reach(needed, *filed)) {
                    posting.behind = posting.behind.union(bit);
                }
            }
        }
        index.count_steps(&drafts, &exceptions, &steps, terms.len());
        index.postings = Postings::file(&drafts, sets, terms.len());
        index.exceptions = Postings::file(&exceptions, sets, terms.len());
        index.by_list = terms.lists().iter().map(|terms| index.signature_of(terms)).collect();
        let slow = cost::too_slow(index.news_steps(&shares, terms));
        slow.or_else(|| cost::too_slow_at_a_word(index.most_at_a_word(terms))).map_or(Ok(index), Err)
    }

    /// Adds up the steps of the sets to those of the terms in them.
    fn count_steps(&mut self, drafts: &[Draft<'_>], exceptions: &[Draft<'_>], steps: &[Steps], terms: usize) {
        self.steps = vec![Steps::default(); terms];
        let mut counted = vec![false; steps.len()];
        for set in drafts.iter().chain(exceptions).map(|draft| draft.filed.words) {
            if std::mem::replace(&mut counted[set.number], true) {
                continue;
            }
            for &term in &*set.terms {
                let of_term = &mut self.steps[usize::from(term)];
                of_term.trials += steps[set.number].trials;
                of_term.exceptions += steps[set.number].exceptions;
            }
        }
        let lemmas = self.by_lemma.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len).max().unwrap_or(0);
        let groups = self.by_group.iter().map(|(_, rules)| rules.len()).max().unwrap_or(0);
        self.most_by_cue = (lemmas + groups + self.always.len()) as u64;
    }

    /// The steps for 100,000 words of news; [`cost`] has what is allowed.
    fn news_steps(&self, shares: &[u32], terms: &Terms) -> u64 {
        let contents = u64::from(WHOLE / USUAL_LENGTH);
        let (mut trials, mut exceptions) = (0_u64, 0_u64);
        for (steps, &share) in self.steps.iter().zip(shares) {
            // a word that the lexicon lacks is rare, but some article has it
            let share = u64::from(share.max(1));
            trials = trials.saturating_add(share.saturating_mul(steps.trials));
            exceptions = exceptions.saturating_add(share.saturating_mul(steps.exceptions));
        }
        // as many rules may match in a content as patterns are tried
        let matching = trials / contents.max(1) / A_MATCH + self.most_by_cue;
        let expressions = terms.expressions.len() as u64 * u64::from(WHOLE) / UNKNOWN;
        trials
            .saturating_add(matching.saturating_mul(exceptions))
            .saturating_add(contents * self.most_by_cue * A_RULE)
            .saturating_add(expressions)
    }

    /// The most steps to try patterns at one word, whatever the text: a word of the lexicon, or
    /// another one, which may match every expression.
    fn most_at_a_word(&self, terms: &Terms) -> u64 {
        let trials = |terms: &[TermId]| -> u64 {
            terms.iter().fold(0, |sum, &term| sum.saturating_add(self.steps[usize::from(term)].trials))
        };
        let listed = terms.lists().iter().map(trials).max().unwrap_or(0);
        let single = self.steps.iter().map(|steps| steps.trials).max().unwrap_or(0);
        let expressions: Vec<TermId> = terms.expressions.terms().collect();
        let other = single.saturating_add(trials(&expressions));
        // it may also be a name, and of the speaker's side
        listed.max(other).saturating_add(trials(&[NAME, OWN]))
    }

    /// The most steps to decide on a content in which each term occurs as often as `terms` gives
    /// it.
    pub fn steps(&self, terms: impl Iterator<Item = TermId>) -> u64 {
        let (mut trials, mut exceptions) = (0_u64, 0_u64);
        for steps in terms.map(|term| self.steps[usize::from(term)]) {
            (trials, exceptions) =
                (trials.saturating_add(steps.trials), exceptions.saturating_add(steps.exceptions));
        }
        let matching = trials / A_MATCH + self.most_by_cue;
        trials.saturating_add(matching.saturating_mul(exceptions)).saturating_add(self.most_by_cue * A_RULE)
    }

    /// Indexes a rule without patterns that must match by its cues.
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

    /// Whether a word with this signature may be in the set; if not, it is not.
    pub fn may_be_in(&self, set: &TermSet, word: Signature) -> bool {
        self.by_set[set.number].within(word)
    }

    /// The signature of a word of the lexicon, by the number of its list in [`Terms::lists`].
    pub fn signature(&self, list: u32) -> Signature {
        self.by_list[list as usize]
    }

    /// The signature of a word with these terms.
    pub fn signature_of(&self, terms: &[TermId]) -> Signature {
        let has_postings = |&term: &TermId| self.postings.has(term);
        let trigger = if terms.iter().any(has_postings) { Signature::TRIGGER } else { Signature::NONE };
        terms.iter().fold(trigger, |all, &term| all.union(self.by_term[usize::from(term)]))
    }

    /// The rules without patterns that a statement with this cue may match.
    pub fn by_cue(&self, lemma: WordId, group: Option<CueGroup>) -> impl Iterator<Item = u32> + '_ {
        let by_lemma = under(&self.by_lemma, lemma);
        let by_group = group.and_then(|group| self.by_group.iter().find(|(known, _)| *known == group));
        let by_group = by_group.map_or(&[][..], |(_, rules)| rules);
        let listed = by_lemma.iter().map(|(_, rule)| rule).chain(by_group);
        listed.chain(&self.always).copied()
    }
}

/// The entries of a sorted list that have this key.
fn under<K: Ord + Copy>(sorted: &[(K, u32)], key: K) -> &[(K, u32)] {
    let rest = &sorted[sorted.partition_point(|(known, _)| *known < key)..];
    &rest[..rest.iter().take_while(|(known, _)| *known == key).count()]
}
