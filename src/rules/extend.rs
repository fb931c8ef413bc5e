//! Contract: an extended rule set has the categories, lists and rules of its base, except those
//! that it switches off, with its changes applied and its own rules added at the end. The base is
//! not modified.

use std::collections::{HashMap, HashSet};

use super::error::Problems;
use super::format::{Category, File, List, Rule, suggestion};
use super::node::{At, Written};

/// Applies `own` to `base`. Everything from `base` gets position `at`, where `own` names the base.
pub(super) fn extend(base: File, own: File, at: usize, problems: &mut Problems<'_>) -> File {
    let mut file = base;
    move_to(&mut file, at);
    change_rules(&mut file, &own.off, own.changes, problems);
    let off: HashSet<&str> = own.off.iter().map(|id| &*id.value).collect();
    file.rules.retain(|rule| !off.contains(&*rule.id.value));
    file.categories.retain(|category| !off.contains(&*category.id.value));
    add_categories(&mut file.categories, own.categories);
    add_lists(&mut file.lists, own.lists);
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

/// Applies the changes to the rules of `file`, and checks the ids of these and of what is switched
/// off.
fn change_rules(file: &mut File, off: &[At<Written>], changes: Vec<Rule>, problems: &mut Problems<'_>) {
    let places = places(file.rules.iter().map(|rule| &rule.id.value));
    let categories = file.categories.iter().map(|category| &category.id.value);
    let ids: Vec<Written> = file.rules.iter().map(|rule| &rule.id.value).chain(categories).cloned().collect();
    let known: Vec<&str> = ids.iter().map(|id| &**id).collect();
    let is_known: HashSet<&str> = known.iter().copied().collect();
    let unknown = |id: &At<Written>, problems: &mut Problems<'_>| {
        if !problems.is_full() {
            let known = suggestion(&id.value, &known);
            problems.add(id.at, None, format!("the extended rule set has no `{}`; {known}", id.value));
        }
    };
    for id in off.iter().filter(|id| !is_known.contains(&*id.value)) {
        unknown(id, problems);
    }
    let off: HashSet<&str> = off.iter().map(|id| &*id.value).collect();
    let mut changed = HashSet::new();
    for change in changes {
        let id = &change.id;
        if !changed.insert(id.value.clone()) {
            let message = format!("the rule `{}` is changed twice; merge the changes", id.value);
            problems.add(id.at, None, message);
        } else if off.contains(&*id.value) {
            let message =
                format!("the rule `{}` is both switched off and changed; remove one of the two", id.value);
            problems.add(id.at, None, message);
        }
        match places.get(&id.value) {
            Some(&place) => apply(&mut file.rules[place], change),
            None => unknown(id, problems),
        }
    }
}

/// Adds categories. One that is there already is merged with it, except if it is given twice.
fn add_categories(categories: &mut Vec<Category>, own: Vec<Category>) {
    let known = places(categories.iter().map(|category| &category.id.value));
    let mut merged_before = HashSet::new();
    for category in own {
        match known.get(&category.id.value) {
            Some(&place) if merged_before.insert(place) => {
                categories[place] = merged(&categories[place], category);
            }
            _ => categories.push(category),
        }
    }
}

/// Adds lists of words. One that is there already is replaced.
fn add_lists(lists: &mut Vec<List>, own: Vec<List>) {
    let mut known = places(lists.iter().map(|(name, _)| &name.value));
    for (name, words) in own {
        if let Some(&place) = known.get(&name.value) {
            lists[place].1 = words;
        } else {
            known.insert(name.value.clone(), lists.len());
            lists.push((name, words));
        }
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
    let negative = change.none.is_some() || change.negated.is_some() || change.denied.is_some();
    if negative || change.positive().iter().any(|test| test.is_some()) {
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
