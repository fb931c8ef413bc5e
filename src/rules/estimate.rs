//! Contract: an estimate of the steps that deciding on a content may take, from the rule set alone.

use super::by_cue::ByCue;
use super::common::WHOLE;
use super::cost;
use super::drafts::{CONTENTS, Drafts};
use super::sets::Sets;
use super::terms::{NAME, OWN, TermId, Terms};

/// The least steps with which a rule matches by a pattern, and what a rule without one costs.
const A_MATCH: u64 = 3;
const A_RULE: u64 = 4;

/// Of this many words of news, one is not in the lexicon.
const UNKNOWN: u64 = 10;

#[derive(Debug, Default)]
pub(crate) struct Estimate {
    /// The steps that a word may cost that is a term.
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

impl Estimate {
    pub(super) fn of(drafts: &Drafts<'_>, sets: &Sets, terms: usize, by_cue: &ByCue) -> Self {
        let mut by_set = vec![None; sets.len()];
        for draft in drafts.all() {
            let of_set: &mut Steps = by_set[draft.filed.words.0 as usize].get_or_insert_default();
            let (least, most) = draft.filed.before;
            of_set.trials += cost::trial(draft.pattern, u32::from(most - least) + 1);
        }
        for draft in &drafts.exceptions {
            by_set[draft.filed.words.0 as usize].get_or_insert_default().exceptions = 1;
        }
        let mut steps = vec![Steps::default(); terms];
        for (set, of_set) in sets.ids().zip(by_set) {
            let Some(of_set) = of_set else { continue };
            for &term in sets.terms(set) {
                let of_term = &mut steps[usize::from(term)];
                of_term.trials += of_set.trials;
                of_term.exceptions += of_set.exceptions;
            }
        }
        Estimate { steps, most_by_cue: by_cue.most() as u64 }
    }

    /// The steps for 100,000 words of news; [`cost`](super::cost) has what is allowed.
    pub fn news_steps(&self, shares: &[u32], terms: &Terms) -> u64 {
        let contents = u64::from(CONTENTS);
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
    pub fn most_at_a_word(&self, terms: &Terms) -> u64 {
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
}
