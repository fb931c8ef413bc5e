//! Contract: describes a statement in the terms of rule files, and says which test of a rule fails
//! on it.

use std::fmt::Write as _;

use super::facts::Facts;
use crate::attribution::Attribution;
use crate::lexicon::{Frame, Lexicon};
use crate::rules::{ClauseTest, Rule, Source, Subject, Tense};
use crate::syntax::Syntax;
use crate::text::{Run, Text};

use super::Speaker;

/// The keys and values that a statement has for a rule: `cue "rule out" of [refuse], frame to,
/// indirect`.
pub(crate) fn asked(syntax: &Syntax<'_>, attribution: &Attribution, speaker: Speaker) -> String {
    let facts = Facts::of(syntax, attribution, speaker);
    let mut told = String::new();
    if let Some(cue) = facts.cue() {
        let _ = write!(told, "cue \"{cue}\"");
    } else {
        told += "no cue of the lexicon";
    }
    if let Some(group) = facts.group {
        let _ = write!(told, " of [{}]", Lexicon::built_in().name_of(group));
    }
    if let Some(frame) = attribution.frame {
        let _ = write!(told, ", frame {}", name(frame));
    }
    let _ = write!(told, ", {}", attribution.kind.as_str());
    if facts.negated() {
        told += ", negated";
    }
    let sources = named(&Source::NAMES, facts.side().sources());
    if !sources.is_empty() {
        let _ = write!(told, ", source {}", sources.join(" and "));
    }
    let clause = facts.clause();
    let (subject, tense) = (Subject::NAMES[clause.subject as usize], Tense::NAMES[clause.tense as usize]);
    let _ = write!(told, ", subject {subject}, tense {tense}{}", if clause.denied { ", denied" } else { "" });
    told
}

/// The test that every clause passes.
const ANY_CLAUSE: ClauseTest = ClauseTest { subjects: 0, tenses: 0, denied: None };

/// The first test of `rule` that fails, patterns aside: its key and its value.
pub(super) fn failing(rule: &Rule, facts: &Facts<'_, '_>) -> Option<&'static str> {
    let Attribution { kind, frame, act, form, .. } = facts.attribution;
    let clause =
        |part: fn(ClauseTest) -> ClauseTest| rule.clause.is_none_or(|test| part(test).holds(facts.clause()));
    let checks = [
        ("cue", !rule.asks_cue() || facts.has_cue(rule)),
        ("frames", rule.frames.is_empty() || frame.is_some_and(|frame| rule.frames.contains(&frame))),
        ("kinds", rule.kinds.is_empty() || rule.kinds.contains(kind)),
        ("type", rule.types.is_empty() || rule.types.contains(act)),
        ("form", rule.forms.is_empty() || rule.forms.contains(form)),
        ("negated", rule.negated.is_none_or(|negated| negated == facts.negated())),
        ("source", rule.sources == 0 || rule.sources & facts.side().sources() != 0),
        ("subject", clause(|test| ClauseTest { subjects: test.subjects, ..ANY_CLAUSE })),
        ("tense", clause(|test| ClauseTest { tenses: test.tenses, ..ANY_CLAUSE })),
        ("denied", clause(|test| ClauseTest { denied: test.denied, ..ANY_CLAUSE })),
    ];
    checks.into_iter().find(|(_, holds)| !holds).map(|(key, _)| key)
}

/// The words of a content, shortened.
pub(super) fn content(text: &Text<'_>, attribution: &Attribution) -> String {
    let pieces: Vec<&str> = attribution.content.iter().map(|&run: &Run| text.slice(run)).collect();
    pieces.join(" … ")
}

fn name(frame: Frame) -> &'static str {
    Frame::NAMES[frame as usize]
}

/// The names of the bits that are set.
fn named(names: &[&'static str], bits: u8) -> Vec<&'static str> {
    names.iter().enumerate().filter(|(n, _)| bits & 1 << n != 0).map(|(_, name)| *name).collect()
}
