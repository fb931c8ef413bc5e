//! Contract: what a rule set may cost, in steps of some nanoseconds, before any text is read: so
//! that one from a stranger is checked within a second and makes news at most some times slower to
//! read.
//!
//! The estimate takes no credit for what usually rules patterns out, such as signatures, because a
//! set can be made so that it does not.

use super::pattern::Pattern;

/// The most steps per word of news, on average; the built-in set has 800 by this estimate, and
/// reading a word without any rules takes about as many.
const MOST_A_WORD: u64 = 4_000;

/// The most steps to try patterns at one word, however rare it is in news, since a text may repeat
/// it; the built-in sets have 13,000. Where it is every 25th word, it costs as much as the above.
const MOST_AT_A_WORD: u64 = 100_000;

/// The most steps for checking a rule set: its tests, and its examples.
const MOST_TO_CHECK: u64 = 60_000_000;

/// The longest example, and what reading an example costs: a text of its own, and each byte.
const LONGEST_EXAMPLE: usize = 10_000;
const AN_EXAMPLE: u64 = 2_000;
const A_BYTE: u64 = 20;

/// What is left of the steps for checking a rule set.
#[derive(Debug)]
pub(crate) struct Budget(u64);

impl Default for Budget {
    fn default() -> Self {
        Budget(MOST_TO_CHECK)
    }
}

impl Budget {
    /// Whether there are that many steps left; takes them.
    pub fn spend(&mut self, steps: u64) -> bool {
        let left = self.0.checked_sub(steps);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }

    /// Whether the example can be read; its length counts.
    pub fn spend_on_example(&mut self, text: &str) -> Result<(), String> {
        if text.len() > LONGEST_EXAMPLE {
            return Err(format!(
                "the example has {} bytes; the maximum is {LONGEST_EXAMPLE}, so shorten it",
                text.len()
            ));
        }
        if self.spend(AN_EXAMPLE + A_BYTE * text.len() as u64) { Ok(()) } else { Err(too_much()) }
    }
}

/// The message if a budget is spent.
pub(crate) fn too_much() -> String {
    "the rule set takes too long to check; use fewer or shorter lists, patterns and examples".to_owned()
}

/// The message if reading news would take too long; `steps` are those per 100,000 words.
pub(super) fn too_slow(steps: u64) -> Option<String> {
    let a_word = steps / u64::from(super::common::WHOLE);
    (a_word > MOST_A_WORD).then(|| {
        format!(
            "the rules would make reading slow: about {a_word} steps for each word of news, where {MOST_A_WORD} \
             are allowed; let patterns need rarer words, or use fewer rules"
        )
    })
}

/// The message if a text that repeats one word would take too long; `steps` are those at the word.
pub(super) fn too_slow_at_a_word(steps: u64) -> Option<String> {
    (steps > MOST_AT_A_WORD).then(|| {
        format!(
            "too many patterns begin at the same word: they may take {steps} steps there, where {MOST_AT_A_WORD} are \
             allowed; let them need different words, or join them to one with `|`"
        )
    })
}

/// The steps to try a pattern at a word that begins `starts` possible matches.
pub(super) fn trial(pattern: &Pattern, starts: u32) -> u64 {
    1 + u64::from(starts) * pattern.steps()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_ends() {
        let mut budget = Budget::default();
        assert!(budget.spend(MOST_TO_CHECK - 1) && budget.spend(1) && !budget.spend(1));
        assert!(Budget::default().spend_on_example(&"a".repeat(LONGEST_EXAMPLE + 1)).is_err());
        let mut budget = Budget::default();
        let read = (0..1_000_000).take_while(|_| budget.spend_on_example("a").is_ok()).count();
        assert!((10_000..100_000).contains(&read), "{read}");
    }
}
