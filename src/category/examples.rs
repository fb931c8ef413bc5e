//! Contract: every example of a rule set is run, and each that comes out wrong is one problem.

use super::{Matcher, Outcome};
use crate::arena::Arena;
use crate::attribution::{self, Attribution, Kind, Scope};
use crate::lexicon::Lexicon;
use crate::rules::{Problems, RuleSet};
use crate::speaker::Cast;
use crate::text::{Run, Text};

/// An example is about its rule: its statement may be less sure than an extractor asks for by default.
const MIN_CONFIDENCE: f32 = 0.3;

/// Runs the examples of `rules`.
pub(super) fn check(rules: &RuleSet, problems: &mut Problems<'_>) {
    for example in &rules.examples {
        let rule = &rules.rules[example.rule];
        let arena = Arena::new();
        let text = Text::read(&example.text, Lexicon::built_in(), &arena);
        let found = statements(&text);
        let mut matcher = Matcher::new(rules, &text, found.len() + 1);
        let alone = rule.asks_content_only().then(|| alone(&text));
        let mut holds = false;
        for (attribution, speaker) in
            found.iter().map(|(a, s)| (a, *s)).chain(alone.as_ref().map(|a| (a, None)))
        {
            let mut fired =
                matcher.decide(attribution, speaker).iter().filter(|f| f.outcome != Outcome::Excepted);
            holds |= fired.any(|fired| fired.rule as usize == example.rule);
        }
        if holds == example.matches {
            continue;
        }
        let message = if found.is_empty() && alone.is_none() {
            format!(
                "the example `{}` holds no statement; write one as in an article, with speaker and cue",
                example.text
            )
        } else if example.matches {
            format!("the example `{}` must match, and does not; mend the tests or take it out", example.text)
        } else {
            format!("the example `{}` must not match, and does; mend the tests or take it out", example.text)
        };
        problems.add(example.at, Some(&rule.id), message);
    }
}

/// The statements of an example, with their speakers' names.
fn statements(text: &Text<'_>) -> Vec<(Attribution, Option<Run>)> {
    let mut found = attribution::find(text, Scope::Attributions, MIN_CONFIDENCE);
    found.retain(|attribution| attribution.confidence >= MIN_CONFIDENCE);
    let cast = Cast::of(text, &found);
    let names: Vec<_> =
        cast.of.iter().map(|speaker| speaker.map(|n| cast.members[n as usize].name)).collect();
    found.into_iter().zip(names).collect()
}

/// An example that is a content and nothing else: its speaker is "we" or "he".
fn alone(text: &Text<'_>) -> Attribution {
    let mut attribution = Attribution::of_content(Run::new(0, text.tokens.len()));
    if text.quotations.list.first().is_some_and(|q| q.run.first() == 0) {
        attribution.kind = Kind::Direct;
    }
    attribution
}
