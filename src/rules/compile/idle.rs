//! Finds rules that can never fire or never decide.

use std::collections::HashMap;
use std::hash::Hash;

use super::Compiler;
use crate::lexicon::Cue;
use crate::rules::format::{self, File};
use crate::rules::pattern::Pattern;
use crate::rules::{Rule, cost};

impl Compiler<'_, '_> {
    /// Reports a rule that can never fire because its tests contradict each other.
    pub(super) fn impossible(&mut self, rule: &format::Rule, compiled: &Rule, listed: &[&Cue]) {
        let id = Some(&*compiled.id);
        if !listed.is_empty()
            && !compiled.frames.is_empty()
            && compiled.frames.iter().all(|&frame| listed.iter().all(|cue| cue.strength(frame) == 0))
        {
            let frame = &rule.frames.as_ref().expect("the rule has frames")[0];
            let message = format!(
                "can never fire: none of its cues takes the frame `{}`; use a frame that they take",
                frame.value
            );
            self.problems.add(frame.at, id, message);
        }
        let sets = &self.parser.sets;
        let all = compiled.any.iter().chain(&compiled.all);
        let all = all.map(|pattern| pattern.steps_to_compare(sets)).sum::<u64>();
        if !self.budget.spend(all.saturating_mul(compiled.none.len() as u64)) {
            return self.problems.add(rule.id.at, id, cost::too_much());
        }
        let vetoed = |pattern: &Pattern| compiled.none.iter().any(|none| pattern.implies(none, sets));
        let dead =
            !compiled.any.is_empty() && compiled.any.iter().all(vetoed) || compiled.all.iter().any(vetoed);
        if dead {
            let message =
                "can never fire: `none` excludes everything that `any` or `all` matches; remove one of them";
            self.problems.add(rule.id.at, id, message.to_owned());
        }
    }

    /// Reports rules that never decide because another rule has the same tests.
    pub(super) fn shadowed(&mut self, file: &File, rules: &[Rule]) {
        let mut known = HashMap::new();
        for (n, rule) in rules.iter().enumerate() {
            if rule.cues.is_empty()
                && rule.groups.is_empty()
                && rule.patterns().next().is_none()
                && rule.clause.is_none()
                && rule.sources == 0
            {
                continue;
            }
            let first = *known.entry(tests(rule)).or_insert(n);
            if first != n {
                let (loser, winner) =
                    if rules[first].priority >= rule.priority { (n, first) } else { (first, n) };
                let message = format!(
                    "can never decide: `{}` has the same tests and takes precedence; remove one of them",
                    rules[winner].id
                );
                self.problems.add(file.rules[loser].id.at, Some(&rules[loser].id), message);
            }
        }
    }
}

/// All tests of a rule, for comparison.
fn tests(rule: &Rule) -> impl Eq + Hash + '_ {
    (
        (
            &rule.cues,
            &rule.groups,
            &rule.frames,
            &rule.kinds,
            &rule.types,
            &rule.forms,
            rule.negated,
            rule.sources,
            rule.clause,
        ),
        (&rule.any, &rule.all, &rule.none),
    )
}
