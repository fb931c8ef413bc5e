//! Counts how often each rule decided and how often it was right. A rule that is often wrong needs
//! narrower tests.

use std::collections::BTreeMap;
use std::fmt;

use super::words::share;

/// The decisions of the rules on statements that are paired with gold statements.
#[derive(Default)]
pub struct ByRule {
    rules: BTreeMap<String, Tally>,
}

#[derive(Default)]
struct Tally {
    /// How often the rule matched, whether or not it decided.
    held: usize,
    decided: usize,
    right: usize,
    /// The gold categories of its wrong decisions.
    wrong: BTreeMap<String, usize>,
}

impl ByRule {
    /// Counts a match of a rule.
    pub fn held(&mut self, rule: &str) {
        self.rules.entry(rule.to_owned()).or_default().held += 1;
    }

    /// Counts a decision by `rule`, or by none; `gold` is the correct category.
    pub fn decided(&mut self, rule: Option<&str>, category: &str, gold: &str) {
        let tally = self.rules.entry(rule.unwrap_or("(no rule)").to_owned()).or_default();
        tally.decided += 1;
        if category == gold {
            tally.right += 1;
        } else {
            *tally.wrong.entry(gold.to_owned()).or_default() += 1;
        }
    }
}

impl fmt::Display for ByRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rules.keys().map(String::len).max().unwrap_or(0).max(4);
        writeln!(f, "{:width$}     held  decided   right  precision  wrong", "rule")?;
        for (rule, tally) in &self.rules {
            let Tally { held, decided, right, wrong } = tally;
            write!(f, "{rule:width$}  {held:7}  {decided:7} {right:7}")?;
            if *decided > 0 {
                write!(f, "  {:9.1}", 100.0 * share(*right, *decided))?;
            }
            let wrong: Vec<String> = wrong.iter().map(|(gold, count)| format!("{count} {gold}")).collect();
            if !wrong.is_empty() {
                write!(f, "  {}", wrong.join(", "))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
