//! Contract: an estimate of how common each term is in text: how many of 100,000 words are this
//! term.

use super::sets::Sets;
use super::terms::{CLASSES, Terms};
use crate::lexicon::Lexicon;

/// Shares are per this number of words.
pub(super) const WHOLE: u32 = 100_000;

/// The shares in [`COMMON`] are per this number of words.
const LISTED: u32 = 10_000;

/// The share of a word that is not in [`COMMON`].
const RARE: u32 = 2;

const COMMON: &str = include_str!("common.txt");

/// The share of each term, by its number.
pub(super) fn shares(terms: &Terms, lexicon: &Lexicon) -> Vec<u32> {
    let mut shares = vec![0; terms.len()];
    for &term in terms.lists().iter().flatten() {
        shares[usize::from(term)] += RARE;
    }
    for (share, words) in COMMON.lines().filter_map(listed) {
        for word in words.split(' ') {
            if let Some(&(_, term)) = CLASSES.iter().find(|(name, _)| *name == word) {
                shares[usize::from(term)] = share;
                continue;
            }
            for &term in terms.of(terms.list(lexicon.id(word))) {
                shares[usize::from(term)] += share - RARE;
            }
        }
    }
    shares
}

/// The share of each set: that of its terms.
pub(super) fn of_sets(shares: &[u32], sets: &Sets) -> Vec<u32> {
    let share = |set| sets.terms(set).iter().map(|&term| shares[usize::from(term)]).sum();
    sets.ids().map(share).collect()
}

/// Parses a line of [`COMMON`] into the share and the words; `None` for a comment.
fn listed(line: &str) -> Option<(u32, &str)> {
    let (share, words) = line.split_once(": ").filter(|_| !line.starts_with('#'))?;
    let share: u32 = share.parse().expect("the file is checked by a test");
    Some((share * (WHOLE / LISTED), words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::WordId;
    use crate::rules::RuleSet;
    use crate::rules::terms::{NAME, OWN};

    #[test]
    fn every_common_word_is_one_of_the_lexicon() {
        let lexicon = Lexicon::built_in();
        for (_, words) in COMMON.lines().filter_map(listed) {
            for word in words.split(' ') {
                let class = CLASSES.iter().any(|(name, _)| *name == word);
                assert!(class || lexicon.id(word) != WordId::NONE, "{word}");
            }
        }
    }

    #[test]
    fn words_not_listed_are_rare() {
        let rules = RuleSet::built_in();
        let lexicon = Lexicon::built_in();
        let shares = shares(&rules.terms, lexicon);
        let share = |word| {
            let terms = rules.terms.of(rules.terms.list(lexicon.id(word)));
            shares[usize::from(terms[0])]
        };
        assert!(share("the") > share("will") && share("will") > share("refuse"));
        assert!(shares[usize::from(OWN)] > share("will") && shares[usize::from(NAME)] > share("will"));
    }
}
