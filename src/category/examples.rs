//! Contract: every example of a rule set is run, and each wrong result is reported as one problem.

use super::asked::{asked, content, failing};
use super::facts::Facts;
use super::{Matcher, Outcome, Speaker};
use crate::arena::{Arena, ArenaString};
use crate::attribution::{self, Attribution, Kind, Scope};
use crate::entity::Speakers;
use crate::lexicon::{Lexicon, WordId};
use crate::rules::cost::{self, Budget};
use crate::rules::terms::{NAME, OWN, TermId};
use crate::rules::{Problems, Rule, RuleSet};
use crate::syntax::Syntax;
use crate::text::{Run, Text};

/// The minimum confidence of an example's statement, lower than an extractor's default: examples
/// test their rule only.
const MIN_CONFIDENCE: f32 = 0.2;

/// Runs the examples of `rules`.
pub(super) fn check(rules: &RuleSet, budget: &mut Budget, problems: &mut Problems<'_>) {
    let mut arena = Arena::new();
    for example in &rules.examples {
        let rule = &rules.rules[example.rule];
        if problems.is_full() {
            return;
        }
        arena.reset();
        if let Err(message) = budget.spend_on_example(&example.text) {
            return problems.add(example.at, Some(&rule.id), message);
        }
        let text = Text::read(&example.text, Lexicon::built_in(), &arena);
        let syntax = Syntax::read(&text, Lexicon::built_in());
        let found = statements(&syntax);
        let (contents, mut known) = (found.len() as u64 + 1, Vec::new());
        (0..text.tokens.len())
            .filter(|&i| text.tokens[i].is_word())
            .for_each(|i| terms(rules, &text, i, &mut known));
        if !budget.spend(contents.saturating_mul(rules.estimate.steps(known.into_iter()))) {
            return problems.add(example.at, Some(&rule.id), cost::too_much());
        }
        let mut matcher = Matcher::new(rules, &syntax, found.len() + 1);
        let alone = rule.asks_content_only().then(|| alone(&text));
        let (mut holds, mut excepted) = (false, false);
        for (attribution, speaker) in
            found.iter().map(|(a, s)| (a, *s)).chain(alone.as_ref().map(|a| (a, Speaker::default())))
        {
            let fired = matcher.decide(attribution, speaker);
            for fired in fired.iter().filter(|fired| fired.rule as usize == example.rule) {
                holds |= fired.outcome != Outcome::Excepted;
                excepted |= fired.outcome == Outcome::Excepted;
            }
        }
        if holds == example.matches {
            continue;
        }
        let message = if found.is_empty() && alone.is_none() {
            format!(
                "the example `{}` contains no statement; write it as in an article, with a speaker and a cue",
                example.text
            )
        } else if example.matches {
            let why = why_not(rule, excepted, &syntax, found.first(), alone.as_ref());
            format!(
                "the example `{}` should match but does not{why}; change the tests or remove the example",
                example.text
            )
        } else {
            format!(
                "the example `{}` should not match but does; change the tests or remove the example",
                example.text
            )
        };
        problems.add(example.at, Some(&rule.id), message);
    }
}

/// Appends the terms that a word may have.
fn terms(rules: &RuleSet, text: &Text<'_>, i: usize, found: &mut Vec<TermId>) {
    // what is one's own side or a name is not asked here
    found.extend([OWN, NAME]);
    match text.id(i) {
        WordId::NONE => rules.terms.of_unknown(text.word(i), &mut ArenaString::new_in(text.arena), found),
        id => found.extend_from_slice(rules.terms.of(rules.terms.list(id))),
    }
}

/// What was read from an example that must match, and which test of `rule` fails on it; `excepted`
/// if only an exception prevents the match.
fn why_not(
    rule: &Rule,
    excepted: bool,
    syntax: &Syntax<'_>,
    found: Option<&(Attribution, Speaker)>,
    alone: Option<&Attribution>,
) -> String {
    let one = found.map(|(attribution, speaker)| (attribution, *speaker));
    let Some((attribution, speaker)) = one.or_else(|| alone.map(|one| (one, Speaker::default()))) else {
        return String::new();
    };
    let facts = Facts::of(syntax, attribution, speaker);
    let failed = match failing(rule, &facts) {
        _ if excepted => "a pattern under `none` matches".to_owned(),
        Some(test) => format!("`{test}` fails"),
        None if rule.all.is_empty() => "no pattern under `any` matches".to_owned(),
        None if rule.any.is_empty() => "a pattern under `all` does not match".to_owned(),
        None => "no pattern under `any` matches, or one under `all` does not".to_owned(),
    };
    format!(": in `{}` ({}) {failed}", content(syntax.text, attribution), asked(syntax, attribution, speaker))
}

/// The statements of an example, with what it shows about their speakers.
fn statements(syntax: &Syntax<'_>) -> Vec<(Attribution, Speaker)> {
    let mut found = attribution::find(syntax, Scope::Attributions, MIN_CONFIDENCE);
    found.retain(|attribution| attribution.confidence >= MIN_CONFIDENCE);
    let cast = Speakers::of(syntax, &found);
    let speakers: Vec<_> = cast.of.iter().map(|speaker| Speaker::of(&cast, *speaker)).collect();
    found.into_iter().zip(speakers).collect()
}

/// An example that is only a content: its speaker is "we" or "he".
fn alone(text: &Text<'_>) -> Attribution {
    let mut attribution = Attribution::of_content(Run::new(0, text.tokens.len()));
    if text.quotations.list.first().is_some_and(|q| q.run.first() == 0) {
        attribution.kind = Kind::Direct;
    }
    attribution
}
