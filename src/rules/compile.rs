//! Compiles a parsed rule file and reports the errors in it.

mod idle;

use std::collections::{HashMap, HashSet};

use super::clause::{ClauseTest, Source, Subject, Tense};
use super::cost::{self, Budget};
use super::error::Problems;
use super::format::{self, File, suggestion};
use super::grammar::KINDS;
use super::node::{At, Written};
use super::parser::Parser;
use super::pattern::Pattern;
use super::split;
use super::unpack_index::{Packed, Patterns, Unpacked};
use super::{
    ByCue, Category, CueBits, Drafts, Estimate, Example, Index, Origin, Rule, RuleCue, RuleSet, Tests, common,
};
use crate::attribution::Kind;
use crate::lexicon::{AttributionType, Cue, CueGroup, Form, Frame, Lexicon, WordId};
use crate::visible;

/// The maximum number of rules.
const MOST_RULES: usize = 20_000;
const MOST_CATEGORIES: usize = 1_000;

/// Compiles `file` and adds errors to `problems`; if there are any, the result must not be used. If
/// `sound` is true, the checks for rules that can never fire or never decide are skipped. `packed`
/// has the patterns of a built-in rule set, whose `file` then has none.
pub(super) fn compile(
    file: &File,
    sound: bool,
    packed: Option<Packed>,
    problems: &mut Problems<'_>,
) -> RuleSet {
    let mut parser = Parser::default();
    (parser.sound, parser.terms.sound) = (sound, sound);
    let (patterns, index) = match packed.map(Unpacked::of) {
        Some(Unpacked { terms, sets, patterns, index }) => {
            (parser.terms, parser.sets) = (terms, sets);
            (Some(patterns), Some(index))
        }
        None => (None, None),
    };
    let budget = Budget::default();
    let lexicon = Lexicon::built_in();
    Compiler { problems, lexicon, parser, patterns, index, sound, budget }.file(file)
}

/// The cues that a rule tests.
struct Cues {
    forms: Vec<RuleCue>,
    groups: Vec<CueGroup>,
    /// The matching entries of the lexicon; those of groups only if needed to check whether the
    /// rule can fire.
    listed: Vec<&'static Cue>,
}

struct Compiler<'p, 's> {
    problems: &'p mut Problems<'s>,
    lexicon: &'static Lexicon,
    parser: Parser,
    /// The patterns and the index of a built-in rule set.
    patterns: Option<Patterns>,
    index: Option<Index>,
    sound: bool,
    budget: Budget,
}

impl Compiler<'_, '_> {
    fn file(&mut self, file: &File) -> RuleSet {
        for (what, count, most) in
            [("rules", file.rules.len(), MOST_RULES), ("categories", file.categories.len(), MOST_CATEGORIES)]
        {
            if count > most {
                self.problems.add(0, None, format!("the rule set has {count} {what}; the maximum is {most}"));
            }
        }
        let categories = self.categories(&file.categories);
        let ids: HashMap<&str, usize> =
            categories.iter().enumerate().rev().map(|(n, c)| (&*c.id, n)).collect();
        let default = file.default.as_ref().map_or(0, |name| self.category(name, &ids, &categories, None));
        self.lists(file);
        let (rules, examples) = self.rules(file, &ids, &categories);
        if !self.sound {
            self.shadowed(file, &rules);
        }
        let (by_cue, cue_bits) = (ByCue::of(&rules), CueBits::of(&rules));
        let (index, estimate) = self.index(&rules, &by_cue).unwrap_or_else(|message| {
            self.problems.add(0, None, message);
            Default::default()
        });
        let text = |text: &Option<At<Written>>| text.as_ref().map(|t| t.value.clone()).unwrap_or_default();
        RuleSet {
            name: text(&file.name),
            version: text(&file.version),
            description: text(&file.description),
            categories,
            default,
            rules,
            examples,
            terms: std::mem::take(&mut self.parser.terms),
            sets: std::mem::take(&mut self.parser.sets),
            index,
            by_cue,
            cue_bits,
            estimate,
            budget: std::mem::take(&mut self.budget),
            origin: Origin::File(Box::default()),
        }
    }

    /// Indexes the patterns of `rules`, and says what deciding by them may cost.
    fn index(&mut self, rules: &[Rule], by_cue: &ByCue) -> Result<(Index, Estimate), String> {
        let link = |index: &mut Index| {
            index.link(|rule| rules[rule].asks_patterns_only(), |rule| rules[rule].asks_cue());
        };
        if let Some(mut index) = self.index.take() {
            link(&mut index);
            return Ok((index, Estimate::default()));
        }
        let Parser { terms, sets, .. } = &mut self.parser;
        terms.compile(self.lexicon);
        let shares = common::shares(terms, self.lexicon);
        let tests: Vec<Tests<'_>> = rules.iter().map(Rule::tests).collect();
        let drafts = Drafts::of(&tests, &shares, sets)?;
        let mut index = Index::of(&drafts, terms, sets);
        link(&mut index);
        let estimate = Estimate::of(&drafts, sets, terms.len(), by_cue);
        let slow = cost::too_slow(estimate.news_steps(&shares, terms));
        let slow = slow.or_else(|| cost::too_slow_at_a_word(estimate.most_at_a_word(terms)));
        slow.map_or(Ok((index, estimate)), Err)
    }

    fn lists(&mut self, file: &File) {
        for (name, words) in &file.lists {
            if self.problems.is_full() {
                break;
            }
            let odd = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
            if name.value.is_empty() || name.value.contains(odd) {
                let message =
                    format!("`{}` is not a valid list name; use letters, digits, `-` and `_`", name.value);
                self.problems.add(name.at, None, message);
            }
            if words.is_empty() {
                let message = format!("the list `{}` is empty; add words or remove it", name.value);
                self.problems.add(name.at, None, message);
            }
            let mut terms = Vec::new();
            for word in words {
                let searched = !self.sound && !word.value.starts_with('/');
                if let Some(message) = searched.then(|| split::refuse(&word.value)).flatten() {
                    self.problems.add(word.at, None, message);
                    continue;
                }
                match self.parser.terms.add(&word.value) {
                    Ok(term) => terms.push(term),
                    Err(message) => self.problems.add(word.at, None, message),
                }
            }
            self.parser.define(&name.value, terms);
        }
    }

    fn categories(&mut self, listed: &[format::Category]) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        let mut seen = HashSet::new();
        for category in listed.iter().take(MOST_CATEGORIES) {
            let id = &category.id.value;
            self.check_id(&category.id, "category", seen.insert(id));
            categories.push(Category {
                id: id.clone(),
                description: category.description.as_ref().map(|d| d.value.clone()).unwrap_or_default(),
                priority: category.priority.unwrap_or(0),
                broader: category.broader.as_ref().map(|b| b.value.clone()),
            });
        }
        categories
    }

    /// Reports the id of a rule or category if it is empty, has a character that cannot be seen, or
    /// is not the first one.
    fn check_id(&mut self, id: &At<Written>, of: &str, first: bool) {
        let name = &id.value;
        let message = if !first {
            format!("duplicate {of} id `{name}`; give each {of} an id of its own")
        } else if name.is_empty() {
            format!("the {of} id is empty; give the {of} an id")
        } else if name.contains(visible::is_hidden) {
            format!("the {of} id `{}` has a character that cannot be seen; remove it", visible::name(name))
        } else {
            return;
        };
        self.problems.add(id.at, None, message);
    }

    fn category(
        &mut self,
        name: &At<Written>,
        ids: &HashMap<&str, usize>,
        categories: &[Category],
        rule: Option<&str>,
    ) -> usize {
        if let Some(&n) = ids.get(&*name.value) {
            return n;
        }
        let known: Vec<&str> = categories.iter().map(|c| &*c.id).collect();
        let suggestion = if known.is_empty() {
            format!("add [[category]] id = \"{}\"", name.value)
        } else {
            suggestion(&name.value, &known)
        };
        self.problems.add(name.at, rule, format!("unknown category `{}`; {suggestion}", name.value));
        0
    }

    fn rules(
        &mut self,
        file: &File,
        ids: &HashMap<&str, usize>,
        categories: &[Category],
    ) -> (Vec<Rule>, Vec<Example>) {
        let mut rules = Vec::with_capacity(file.rules.len().min(MOST_RULES));
        let mut examples = Vec::new();
        let mut seen = HashSet::new();
        for rule in file.rules.iter().take(MOST_RULES) {
            if self.problems.is_full() {
                break;
            }
            self.check_id(&rule.id, "rule", seen.insert(&*rule.id.value));
            for (texts, matches) in [(&rule.matches, true), (&rule.misses, false)] {
                examples.extend(texts.iter().flatten().map(|text| Example {
                    rule: rules.len(),
                    at: text.at,
                    text: text.value.clone(),
                    matches,
                }));
            }
            let compiled = self.rule(rule, ids, categories);
            rules.push(compiled);
        }
        (rules, examples)
    }

    fn rule(&mut self, rule: &format::Rule, ids: &HashMap<&str, usize>, categories: &[Category]) -> Rule {
        let id = rule.id.value.clone();
        let category =
            rule.category.as_ref().map_or(0, |name| self.category(name, ids, categories, Some(&id)));
        let Cues { forms: cues, groups, listed } = self.cues(rule, &id);
        let some = |texts: &Option<Vec<At<Written>>>, find: &dyn Fn(&str) -> Option<usize>| -> Vec<usize> {
            texts.iter().flatten().filter_map(|text| find(&text.value)).collect()
        };
        let place = |names: &'static [&str]| move |name: &str| names.iter().position(|known| *known == name);
        let bits = |places: Vec<usize>| places.into_iter().fold(0_u8, |bits, n| bits | 1 << n);
        let clause = ClauseTest {
            subjects: bits(some(&rule.subject, &place(&Subject::NAMES))),
            tenses: bits(some(&rule.tense, &place(&Tense::NAMES))),
            denied: rule.denied,
        };
        let asks = clause != ClauseTest { subjects: 0, tenses: 0, denied: None };
        let frames: Vec<Frame> =
            rule.frames.iter().flatten().filter_map(|name| Frame::of_name(&name.value)).collect();
        let kinds = some(&rule.kinds, &place(&KINDS));
        let types = some(&rule.attribution_type, &place(&AttributionType::NAMES));
        let forms = some(&rule.form, &place(&Form::NAMES));
        let compiled = Rule {
            priority: rule.priority.unwrap_or(categories.get(category).map_or(0, |c| c.priority)),
            category,
            kinds: kinds.iter().map(|&n| [Kind::Direct, Kind::Indirect, Kind::Mixed][n]).collect(),
            types: types.iter().map(|&n| AttributionType::ALL[n]).collect(),
            forms: forms.iter().map(|&n| Form::ALL[n]).collect(),
            negated: rule.negated,
            sources: bits(some(&rule.source, &place(&Source::NAMES))),
            clause: asks.then_some(clause),
            any: self.patterns(rule.any.as_ref(), &id),
            all: self.patterns(rule.all.as_ref(), &id),
            none: self.patterns(rule.none.as_ref(), &id),
            cues,
            groups,
            frames,
            id,
        };
        if self.sound {
            return compiled;
        }
        if rule.positive().iter().all(|test| test.is_none()) {
            let message = "no positive test; add `cue`, `any` or `all`".to_owned();
            self.problems.add(rule.id.at, Some(&compiled.id), message);
        } else {
            self.impossible(rule, &compiled, &listed);
        }
        compiled
    }

    /// Collects the cues that a rule tests: dictionary forms, groups, and the matching entries of
    /// the lexicon.
    fn cues(&mut self, rule: &format::Rule, id: &str) -> Cues {
        let (mut cues, mut groups, mut listed) = (Vec::new(), Vec::new(), Vec::new());
        for cue in rule.cue.iter().flatten() {
            let group = cue.value.strip_prefix('[').and_then(|c| c.strip_suffix(']'));
            if let Some(name) = group {
                if let Some(group) = self.lexicon.group(name) {
                    groups.push(group);
                    if !self.sound {
                        listed.extend(self.lexicon.all_cues().iter().filter(|cue| cue.group == group));
                    }
                } else {
                    let suggestion = suggestion(name, self.lexicon.groups());
                    let message = format!("unknown cue group `{name}`; {suggestion}");
                    self.problems.add(cue.at, Some(id), message);
                }
                continue;
            }
            let named = cue.value.strip_prefix("only ");
            let only = named.is_some();
            let named = named.unwrap_or(&cue.value);
            let words: Box<[WordId]> = named.split(' ').map(|word| self.lexicon.id(word)).collect();
            let entries = self.lexicon.cues(words[0]);
            let before = listed.len();
            let cue_of = RuleCue { words, only };
            let words = &cue_of.words;
            listed.extend(entries.iter().filter(|cue| cue_of.names(cue.lemma(), cue.rest())));
            if listed.len() == before || words[0] == WordId::NONE {
                let lemma = self.lexicon.lemma_of(words[0]);
                let suggestion = if words.len() == 1
                    && !lemma.is_empty()
                    && lemma != named
                    && self.lexicon.is_cue(lemma)
                {
                    format!("did you mean `{lemma}`?")
                } else {
                    "use the dictionary form of a cue, or a group such as `[promise]`".to_owned()
                };
                let message = format!("`{}` is not a cue in the lexicon; {suggestion}", cue.value);
                self.problems.add(cue.at, Some(id), message);
            }
            cues.push(cue_of);
        }
        Cues { forms: cues, groups, listed }
    }

    fn patterns(&mut self, sources: Option<&Vec<At<Written>>>, rule: &str) -> Vec<Pattern> {
        if let Some(packed) = &mut self.patterns {
            return packed.next();
        }
        let mut patterns = Vec::new();
        for source in sources.into_iter().flatten() {
            if self.problems.is_full() {
                break;
            }
            match self.parser.parse(&source.value) {
                Ok(pattern) => patterns.push(pattern),
                Err(message) => self.problems.add(source.at, Some(rule), message),
            }
        }
        patterns
    }
}
