//! Contract: an extended rule set has the categories, lists and rules of its base, except those
//! that it switches off, with its changes applied and its own rules added at the end. The base is
//! not modified.

use std::collections::{HashMap, HashSet};

use super::error::Problems;
use super::format::{Category, File, Rule, suggestion};
use super::node::{At, Written};

/// Applies `own` to `base`. Everything from `base` gets position `at`, where `own` names the base.
pub(super) fn extend(base: File, own: File, at: usize, problems: &mut Problems<'_>) -> File {
    let rules = base.rules.iter().map(|rule| &rule.id.value);
    let all: Vec<Written> =
        rules.chain(base.categories.iter().map(|category| &category.id.value)).cloned().collect();
    let mut file = base;
    move_to(&mut file, at);
    let known: Vec<&str> = all.iter().map(|id| &**id).collect();
    let ids: HashSet<&str> = known.iter().copied().collect();
    let unknown = |id: &At<Written>, problems: &mut Problems<'_>| {
        if problems.is_full() {
            return;
        }
        let message =
            format!("the extended rule set has no `{}`; {}", id.value, suggestion(&id.value, &known));
        problems.add(id.at, None, message);
    };
    let off: HashSet<&str> = own.off.iter().map(|id| &id.value[..]).collect();
    own.off.iter().filter(|id| !ids.contains(&id.value[..])).for_each(|id| unknown(id, problems));
    let places = places(file.rules.iter().map(|rule| &rule.id.value));
    let mut changed = HashSet::new();
    for change in own.changes {
        if !changed.insert(change.id.value.clone()) {
            let message = format!("the rule `{}` is changed twice; merge the changes", change.id.value);
            problems.add(change.id.at, None, message);
        } else if off.contains(&change.id.value[..]) {
            let message = format!(
                "the rule `{}` is both switched off and changed; remove one of the two",
                change.id.value
            );
            problems.add(change.id.at, None, message);
        }
        match places.get(&change.id.value) {
            Some(&place) => apply(&mut file.rules[place], change),
            None => unknown(&change.id, problems),
        }
    }
    file.rules.retain(|rule| !off.contains(&rule.id.value[..]));
    file.categories.retain(|category| !off.contains(&category.id.value[..]));
    let known = self::places(file.categories.iter().map(|category| &category.id.value));
    let mut merged_before = HashSet::new();
    for category in own.categories {
        match known.get(&category.id.value) {
            Some(&place) if merged_before.insert(place) => {
                file.categories[place] = merged(&file.categories[place], category);
            }
            _ => file.categories.push(category),
        }
    }
    let mut known = self::places(file.lists.iter().map(|(name, _)| &name.value));
    for (name, words) in own.lists {
        if let Some(&place) = known.get(&name.value) {
            file.lists[place].1 = words;
        } else {
            known.insert(name.value.clone(), file.lists.len());
            file.lists.push((name, words));
        }
    }
    file.rules.extend(own.rules);
    File {
        name: own.name,
        version: own.version,
        description: own.description,
        extends: own.extends,
        default: own.default.or(file.default),
        ..file
    }
}

/// The index of each name, of the first if there are several.
fn places<'n>(
    names: impl DoubleEndedIterator<Item = &'n Written> + ExactSizeIterator,
) -> HashMap<Written, usize> {
    names.enumerate().rev().map(|(place, name)| (name.clone(), place)).collect()
}

fn merged(known: &Category, own: Category) -> Category {
    Category {
        id: own.id,
        description: own.description.or_else(|| known.description.clone()),
        priority: own.priority.or(known.priority),
        broader: own.broader.or_else(|| known.broader.clone()),
    }
}

macro_rules! replace {
    ($rule:ident, $change:ident, $($key:ident)*) => { $(if $change.$key.is_some() { $rule.$key = $change.$key; })* };
}

/// Replaces the keys of the rule that the change gives. If the tests change, the base's examples
/// are dropped.
fn apply(rule: &mut Rule, change: Rule) {
    let tests = [
        &change.cue,
        &change.frames,
        &change.kinds,
        &change.attribution_type,
        &change.form,
        &change.source,
        &change.subject,
        &change.tense,
        &change.any,
        &change.all,
        &change.none,
    ];
    if tests.iter().any(|test| test.is_some()) || change.negated.is_some() || change.denied.is_some() {
        (rule.matches, rule.misses) = (None, None);
    }
    rule.id = change.id;
    replace!(rule, change, category priority negated denied cue frames kinds attribution_type form source subject tense any all none matches misses note);
}

/// Sets the position of everything in `file`.
fn move_to(file: &mut File, at: usize) {
    let texts = |texts: &mut Option<Vec<At<Written>>>| {
        for text in texts.iter_mut().flatten() {
            text.at = at;
        }
    };
    file.default.iter_mut().for_each(|text| text.at = at);
    for category in &mut file.categories {
        category.id.at = at;
        category.broader.iter_mut().for_each(|text| text.at = at);
    }
    for (name, words) in &mut file.lists {
        name.at = at;
        for word in words {
            word.at = at;
        }
    }
    for rule in &mut file.rules {
        rule.id.at = at;
        rule.category.iter_mut().for_each(|text| text.at = at);
        let Rule {
            cue,
            frames,
            kinds,
            attribution_type,
            form,
            source,
            subject,
            tense,
            any,
            all,
            none,
            matches,
            misses,
            ..
        } = rule;
        [cue, frames, kinds, attribution_type, form, source, subject, tense, any, all, none, matches, misses]
            .into_iter()
            .for_each(texts);
    }
}
