//! Contract: under which of its word sets each pattern is filed: the one that costs least, since
//! its words are rare.

use super::common::{self, WHOLE};
use super::pattern::{Needed, Pattern};
use super::postings::PatternId;
use super::sets::{SetId, Sets};
use super::signature::Signatures;

/// The number of words of a typical content.
const USUAL_LENGTH: u32 = 17;

/// The number of typical contents in [`WHOLE`] words of text.
pub(super) const CONTENTS: u32 = WHOLE / USUAL_LENGTH;

/// What a posting costs before its pattern is tried, in tries.
const STARTS: u32 = 2;

/// The maximum number of postings, over all terms.
const MOST_ENTRIES: usize = 1 << 22;

/// The patterns of a rule: those under `any` and `all`, then those under `none`, its exceptions.
#[derive(Clone, Copy)]
pub(super) struct Tests<'p> {
    pub positive: [&'p [Pattern]; 2],
    pub exceptions: &'p [Pattern],
}

/// A pattern and where it is to be filed.
pub(super) struct Draft<'p> {
    pub pattern: &'p Pattern,
    pub filed: Needed,
    pub rule: u32,
    pub id: PatternId,
}

/// All patterns of a rule set.
pub(super) struct Drafts<'p> {
    pub positive: Vec<Draft<'p>>,
    pub exceptions: Vec<Draft<'p>>,
    /// The share of each set in text.
    shares: Vec<u32>,
}

impl<'p> Drafts<'p> {
    /// Files the patterns of all rules; `shares` are those of the terms in text.
    pub fn of(tests: &[Tests<'p>], shares: &[u32], sets: &Sets) -> Result<Self, String> {
        let shares = common::of_sets(shares, sets);
        let share = |set: SetId| shares[set.0 as usize];
        let (mut all, mut exceptions) = (Vec::new(), Vec::new());
        let mut entries = 0;
        for (tests, rule) in tests.iter().zip(0..) {
            let positive = tests.positive.into_iter().flatten();
            let count = positive.clone().count() as PatternId;
            for (pattern, id) in positive.chain(tests.exceptions).zip(0..) {
                let filed = pattern.needed().min_by_key(|needed| {
                    // a match may begin at any of these words, and each is tried
                    let starts = u32::from(needed.before.1 - needed.before.0) + 1;
                    // most words do not start a sentence
                    let at_start = pattern.opens_sentence() && needed.before == (0, 0);
                    let share = share(needed.words) / if at_start { USUAL_LENGTH } else { 1 };
                    // which words are `@own` or `@name` is expensive to find out
                    let computed = sets.row(needed.words).is_computed();
                    (computed, share.saturating_mul(starts + STARTS))
                });
                let filed = filed.expect("patterns without a required word are rejected");
                entries += sets.terms(filed.words).len();
                if entries > MOST_ENTRIES {
                    return Err("the patterns have too many words in total; use shorter lists".to_owned());
                }
                let list = if id < count { &mut all } else { &mut exceptions };
                list.push(Draft { pattern, filed, rule, id });
            }
        }
        Ok(Drafts { positive: all, exceptions, shares })
    }

    /// Every pattern.
    pub fn all(&self) -> impl Iterator<Item = &Draft<'p>> {
        self.positive.iter().chain(&self.exceptions)
    }

    /// The sets whose lack excludes attempts, with how many it excludes.
    pub fn signatures(&self, sets: &Sets) -> Signatures<'_> {
        let share = |set: SetId| self.shares[set.0 as usize];
        let mut signatures = Signatures::of(&self.shares);
        for Draft { pattern, filed, .. } in self.all() {
            for other in pattern.needed().map(|other| other.words) {
                // `@own` and `@name` are not looked up beforehand, so they cannot rule a pattern
                // out
                if other != filed.words && !sets.row(other).is_computed() {
                    let lacking = CONTENTS.saturating_sub(share(other));
                    signatures.count(other, u64::from(share(filed.words)) * u64::from(lacking));
                }
            }
        }
        signatures
    }
}
