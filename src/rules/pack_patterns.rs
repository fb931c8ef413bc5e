//! Compiles and packs the patterns of a rule file for `unpack_index.rs`, so that the program
//! neither parses nor indexes a pattern when it starts. What the built-in rule sets do not use is
//! refused: words that texts split ("don't"), regular expressions.

use std::collections::HashMap;

use super::drafts::{Drafts, Tests};
use super::format::File;
use super::index::Index;
use super::node::{At, Written};
use super::part::{self, Part};
use super::pattern::{Element, Pattern};
use super::sets::{SetId, Sets};
use super::terms::{TermId, Terms};
use super::{common, pack_index};
use crate::lexicon::Lexicon;
use crate::packed::Writer;

/// The patterns of a file, packed: their elements, and what else is compiled from them.
pub(super) fn pack(file: &File) -> Result<[Vec<u8>; 2], String> {
    let mut compiler = Compiler { terms: Terms::sound(), ..Compiler::default() };
    for (name, words) in &file.lists {
        let terms: Result<_, _> = words.iter().map(|word| compiler.terms.add(&word.value)).collect();
        compiler.lists.insert(&name.value, terms?);
    }
    let mut rules = Vec::new();
    for rule in &file.rules {
        let mut patterns = |key: &'_ Option<Vec<At<Written>>>| -> Result<Vec<Pattern>, String> {
            key.iter().flatten().map(|pattern| compiler.pattern(&pattern.value)).collect()
        };
        rules.push([patterns(&rule.any)?, patterns(&rule.all)?, patterns(&rule.none)?]);
    }
    let Compiler { mut terms, mut sets, .. } = compiler;
    let lexicon = Lexicon::built_in();
    terms.compile(lexicon);
    let shares = common::shares(&terms, lexicon);
    let tests = rules.iter().map(|[any, all, none]| Tests { positive: [any, all], exceptions: none });
    let drafts = Drafts::of(&tests.collect::<Vec<_>>(), &shares, &sets)?;
    let index = Index::of(&drafts, &terms, &mut sets);
    let mut packed = Writer::default();
    pack_index::terms(&terms, &mut packed);
    pack_index::sets(&sets, &mut packed);
    pack_index::index(&index, &mut packed);
    rules.iter().flatten().for_each(|patterns| pack_index::counts(patterns, &mut packed));
    let mut elements = Writer::default();
    rules.iter().flatten().flatten().for_each(|pattern| pack_index::elements(pattern, &mut elements));
    Ok([elements.finish(), packed.finish()])
}

#[derive(Default)]
struct Compiler<'f> {
    terms: Terms,
    sets: Sets,
    /// The terms of each list.
    lists: HashMap<&'f str, Vec<TermId>>,
    /// The number of each set, by its terms.
    numbers: HashMap<Vec<TermId>, SetId>,
}

impl Compiler<'_> {
    fn pattern(&mut self, pattern: &str) -> Result<Pattern, String> {
        let elements: Result<Vec<Element>, String> =
            pattern.split_whitespace().map(|part| self.element(part)).collect();
        elements.map(Pattern::of)
    }

    fn element(&mut self, written: &str) -> Result<Element, String> {
        let second = written.chars().skip(1).any(|c| matches!(c, '\'' | '’' | '.'));
        if part::is_plain(written) && second && !written.starts_with(['\'', '’', '.']) && written != "n't" {
            return Err(format!("`{written}` may be two words of a text; write them apart"));
        }
        Part::of(written)?.element(|words| self.set(words))
    }

    fn set(&mut self, set: &str) -> Result<SetId, String> {
        let mut terms = Vec::new();
        for member in part::members(set) {
            match member.strip_prefix('$') {
                Some(list) => {
                    let known = self.lists.get(list).ok_or_else(|| format!("no list is called `{list}`"))?;
                    terms.extend_from_slice(known);
                }
                None => terms.push(self.terms.word_or_class(member)?),
            }
        }
        terms.sort_unstable();
        terms.dedup();
        let sets = &mut self.sets;
        Ok(*self.numbers.entry(terms).or_insert_with_key(|terms| sets.add(terms)))
    }
}
