//! Contract: parses the patterns of a rule set, or says what is wrong with one.

use std::collections::HashMap;

use super::part::{self, Part};
use super::pattern::{Element, MOST_PARTS, Pattern, Test, WIDEST};
use super::sets::{SetId, Sets};
use super::split;
use super::terms::{TermId, Terms};

/// The maximum total size of the word sets of all patterns.
const MOST_MEMBERS: usize = 1 << 20;

/// Parses the patterns of one rule set.
#[derive(Default)]
pub(super) struct Parser {
    pub terms: Terms,
    /// What is known to be without mistakes is not searched for any.
    pub sound: bool,
    pub sets: Sets,
    lists: HashMap<String, Vec<TermId>>,
    /// The number of each set, by its source text and by its terms: sets are equal if their terms
    /// are.
    numbers: HashMap<String, SetId>,
    by_terms: HashMap<Vec<TermId>, SetId>,
    members: usize,
    /// The elements of the pattern being parsed; the memory is reused.
    elements: Vec<Element>,
    /// The terms of the set being parsed; the memory is reused.
    terms_read: Vec<TermId>,
}

impl Parser {
    /// Defines the terms of a list.
    pub fn define(&mut self, list: &str, terms: Vec<TermId>) {
        self.lists.insert(list.to_owned(), terms);
    }

    /// Parses a pattern, or returns an error message.
    pub fn parse(&mut self, source: &str) -> Result<Pattern, String> {
        self.elements.clear();
        for part in source.split_whitespace().take(MOST_PARTS + 1) {
            // "don't" is two words, one after the other
            let apart = if part::is_plain(part) { split::split(part) } else { None };
            if let Some(words) = apart.filter(|words| words.len() > 1) {
                for word in words {
                    let element = self.element(&word)?;
                    self.elements.push(element);
                }
            } else {
                let element = self.element(part)?;
                self.elements.push(element);
            }
        }
        let elements = &self.elements;
        if elements.len() > MOST_PARTS {
            return Err(format!("the pattern has more than {MOST_PARTS} parts; split it"));
        }
        let widest: usize = elements.iter().map(|e| e.width().1).sum();
        if widest > WIDEST {
            return Err(format!("the pattern can match up to {widest} words; the maximum is {WIDEST}"));
        }
        if !elements.iter().any(|e| matches!(e.test, Test::Word(_)) && !e.optional) {
            return Err(format!("the pattern `{source}` has no required word; add one"));
        }
        if !matches!(elements[0].test, Test::Word(_) | Test::OtherWord(_) | Test::Start)
            || elements[0].optional
        {
            return Err(format!("the pattern `{source}` must begin with a word, a list, `@own` or `^`"));
        }
        if matches!(elements.last(), Some(Element { test: Test::Gap(_) | Test::Adverbs | Test::Start, .. })) {
            return Err(format!("the pattern `{source}` must end with a word, a list or `@own`"));
        }
        Ok(Pattern::of(self.elements.clone()))
    }

    fn element(&mut self, part: &str) -> Result<Element, String> {
        Part::of(part)?.element(|words| self.set(words))
    }

    /// Parses the set of words between bars.
    fn set(&mut self, source: &str) -> Result<SetId, String> {
        if let Some(&number) = self.numbers.get(source) {
            return Ok(number);
        }
        let mut terms = std::mem::take(&mut self.terms_read);
        terms.clear();
        for word in part::members(source) {
            if let Some(list) = word.strip_prefix('$') {
                let known = self.lists.get(list);
                let known = known.ok_or_else(|| {
                    let names: Vec<&str> = self.lists.keys().map(String::as_str).collect();
                    let close = super::format::suggestion(list, &names);
                    let close = if close.starts_with("did") { close } else { "add it under [lists]".into() };
                    format!("unknown list `{list}`; {close}")
                })?;
                terms.extend_from_slice(known);
            } else {
                if !word.starts_with('@') && !word.starts_with('/') && !self.sound {
                    split::refuse(word).map_or(Ok(()), Err)?;
                }
                terms.push(self.terms.word_or_class(word)?);
            }
        }
        terms.sort_unstable();
        terms.dedup();
        self.members += terms.len();
        if self.members > MOST_MEMBERS {
            return Err(format!(
                "the patterns have more than {MOST_MEMBERS} words in total; use shorter lists"
            ));
        }
        let known = self.by_terms.get(&terms).copied();
        let set = known.unwrap_or_else(|| self.sets.add(&terms));
        if known.is_none() {
            self.by_terms.insert(terms.clone(), set);
        }
        self.terms_read = terms;
        self.numbers.insert(source.to_owned(), set);
        Ok(set)
    }
}
