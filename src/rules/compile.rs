//! From a rule file to its compiled form, with everything that is wrong in it.

use std::collections::HashSet;

use toml::Spanned;

use super::error::Problems;
use super::format::{self, File};
use super::pattern::Pattern;
use super::terms::Terms;
use super::{Category, Index, Rule, RuleSet, RuleSetError};
use crate::attribution::Kind;
use crate::category;
use crate::lexicon::{Frame, Lexicon};

/// A longer file is refused before it is read.
const LONGEST: usize = 4 << 20;

/// Compiles `source`; runs the rules' own examples when `checked`.
pub(super) fn compile(source: &str, checked: bool) -> Result<RuleSet, RuleSetError> {
    let mut problems = Problems::of(source);
    if source.len() > LONGEST {
        problems.add(0, None, format!("the file has {} bytes; {LONGEST} are the most", source.len()));
        return Err(RuleSetError::new(problems.list));
    }
    let file: File = match toml::from_str(source) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            problems.add(at, None, error.message().trim().replace('\n', "; "));
            return Err(RuleSetError::new(problems.list));
        }
    };
    let (rules, examples) = Compiler { problems: &mut problems, lexicon: Lexicon::built_in() }.file(file);
    if problems.list.is_empty() && checked {
        for example in examples {
            check(&rules, &example, &mut problems);
        }
    }
    if problems.list.is_empty() { Ok(rules) } else { Err(RuleSetError::new(problems.list)) }
}

/// A content that a rule must match, or must not.
struct Example {
    rule: usize,
    content: Spanned<String>,
    matches: bool,
}

fn check(rules: &RuleSet, example: &Example, problems: &mut Problems<'_>) {
    let content = example.content.get_ref();
    let rule = &rules.rules[example.rule];
    if category::tests_hold(rules, rule, content) != example.matches {
        let verdict = if example.matches { "does not match" } else { "matches" };
        let message =
            format!("its patterns must not treat the example `{content}` so: the rule {verdict} it");
        problems.add(example.content.span().start, Some(&rule.id), message);
    }
}

struct Compiler<'p, 's> {
    problems: &'p mut Problems<'s>,
    lexicon: &'static Lexicon,
}

impl Compiler<'_, '_> {
    fn file(&mut self, file: File) -> (RuleSet, Vec<Example>) {
        if file.language.get_ref() != "en" {
            let message = format!("the language `{}` is unknown; there is `en`", file.language.get_ref());
            self.problems.add(file.language.span().start, None, message);
        }
        let categories = self.categories(file.category);
        let default = self.category(&file.default, &categories, None);
        let mut terms = Terms::default();
        for (name, words) in file.lists {
            let ids: Vec<_> = words
                .iter()
                .filter_map(|word| {
                    terms.add(word.get_ref()).map_err(|e| self.problems.add(word.span().start, None, e)).ok()
                })
                .collect();
            if words.is_empty() {
                let message = format!("the list `{}` is empty; give it words or take it out", name.get_ref());
                self.problems.add(name.span().start, None, message);
            }
            terms.define(name.get_ref(), ids);
        }
        let mut rules = Vec::new();
        let mut examples = Vec::new();
        let mut seen = HashSet::new();
        for rule in file.rule {
            if !seen.insert(rule.id.get_ref().clone()) {
                let message = format!("the id `{}` is given twice; ids tell rules apart", rule.id.get_ref());
                self.problems.add(rule.id.span().start, None, message);
            }
            let own = rule.matches.iter().map(|c| (c, true)).chain(rule.misses.iter().map(|c| (c, false)));
            examples.extend(own.map(|(content, matches)| Example {
                rule: rules.len(),
                content: content.clone(),
                matches,
            }));
            rules.push(self.rule(&rule, &categories, &mut terms));
        }
        terms.compile(self.lexicon);
        let index = Index::of(&mut rules, terms.len());
        let rules = RuleSet {
            name: file.name,
            version: file.version,
            description: file.description,
            categories,
            default,
            rules,
            terms,
            index,
        };
        (rules, examples)
    }

    fn categories(&mut self, listed: Vec<format::Category>) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for category in listed {
            let id = category.id.get_ref();
            if categories.iter().any(|c| c.id == *id) {
                self.problems.add(
                    category.id.span().start,
                    None,
                    format!("the category `{id}` is given twice"),
                );
            }
            categories.push(Category {
                id: id.clone(),
                description: category.description,
                priority: category.priority,
            });
        }
        categories
    }

    fn category(&mut self, name: &Spanned<String>, categories: &[Category], rule: Option<&str>) -> usize {
        let found = categories.iter().position(|c| c.id == *name.get_ref());
        if found.is_none() {
            let known: Vec<&str> = categories.iter().map(|c| c.id.as_str()).collect();
            let mend = if known.is_empty() {
                format!("add [[category]] id = \"{}\"", name.get_ref())
            } else {
                format!("there are {}", list(&known))
            };
            self.problems.add(
                name.span().start,
                rule,
                format!("no category is called `{}`; {mend}", name.get_ref()),
            );
        }
        found.unwrap_or(0)
    }

    fn rule(&mut self, rule: &format::Rule, categories: &[Category], terms: &mut Terms) -> Rule {
        let id = rule.id.get_ref().clone();
        let category = self.category(&rule.category, categories, Some(&id));
        if rule.cue.is_empty() && rule.any.is_empty() {
            let message = "it tests nothing that must be there; give it `cue` or `any`".to_owned();
            self.problems.add(rule.id.span().start, Some(&id), message);
        }
        let (mut cues, mut groups) = (Vec::new(), Vec::new());
        for cue in &rule.cue {
            match cue.get_ref().strip_prefix('[').and_then(|c| c.strip_suffix(']')) {
                Some(group) if self.lexicon.groups().any(|g| g == group) => groups.push(group.to_owned()),
                Some(group) => {
                    let known: Vec<&str> = self.lexicon.groups().collect();
                    let message = format!("no group of cues is called `{group}`; there are {}", list(&known));
                    self.problems.add(cue.span().start, Some(&id), message);
                }
                None => {
                    if !self.lexicon.is_cue(cue.get_ref()) {
                        let message = format!(
                            "`{}` is no cue of the lexicon; write its dictionary form",
                            cue.get_ref()
                        );
                        self.problems.add(cue.span().start, Some(&id), message);
                    }
                    cues.push(cue.get_ref().clone());
                }
            }
        }
        let frames = self.named(&rule.frames, &id, "frame", &Frame::NAMES, Frame::of_name);
        let kinds = self.named(&rule.kinds, &id, "kind", &["direct", "indirect", "mixed"], |name| {
            [Kind::Direct, Kind::Indirect, Kind::Mixed].into_iter().find(|k| k.as_str() == name)
        });
        Rule {
            priority: rule.priority.unwrap_or(categories.get(category).map_or(0, |c| c.priority)),
            category,
            cues,
            groups,
            frames,
            kinds,
            negated: rule.negated,
            any: self.patterns(&rule.any, &id, terms),
            none: self.patterns(&rule.none, &id, terms),
            id,
        }
    }

    fn named<T>(
        &mut self,
        names: &[Spanned<String>],
        rule: &str,
        what: &str,
        known: &[&str],
        find: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        names
            .iter()
            .filter_map(|name| {
                let found = find(name.get_ref());
                if found.is_none() {
                    let message =
                        format!("no {what} is called `{}`; there are {}", name.get_ref(), list(known));
                    self.problems.add(name.span().start, Some(rule), message);
                }
                found
            })
            .collect()
    }

    fn patterns(&mut self, sources: &[Spanned<String>], rule: &str, terms: &mut Terms) -> Vec<Pattern> {
        sources
            .iter()
            .filter_map(|source| {
                Pattern::parse(source.get_ref(), terms)
                    .map_err(|message| self.problems.add(source.span().start, Some(rule), message))
                    .ok()
            })
            .collect()
    }
}

/// "a, b, c", the names in marks.
fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
