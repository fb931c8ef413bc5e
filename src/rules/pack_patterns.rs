//! Packs the patterns of a rule file for `unpack_patterns.rs`: each word, set of words and part once,
//! then each pattern as the numbers of its parts. So the program parses no pattern when it starts.

use std::collections::HashMap;

use super::format::File;
use super::part::{self, Asked, Part};
use crate::packed::Writer;

/// The patterns of a file, packed.
pub(super) fn pack(file: &File) -> Result<Vec<u8>, String> {
    let mut tables = Tables::default();
    for word in file.lists.iter().flat_map(|(_, words)| words) {
        tables.word(&word.value);
    }
    for (name, words) in &file.lists {
        let words = words.iter().map(|word| tables.word(&word.value)).collect();
        tables.lists.insert(&name.value, words);
    }
    let mut patterns = Writer::default();
    for rule in &file.rules {
        for test in [&rule.any, &rule.all, &rule.none] {
            patterns.short(test.iter().flatten().count());
            for pattern in test.iter().flatten() {
                let parts: Result<Vec<usize>, String> =
                    pattern.value.split_whitespace().map(|part| tables.part(part)).collect();
                patterns.list(&parts?, |&part, to| to.short(part));
            }
        }
    }
    let mut packed = Writer::default();
    packed.list(&tables.words, |word, to| to.text(word));
    packed.list(&tables.sets, |set, to| to.list(set, |&word, to| to.short(word)));
    packed.list(&tables.parts, |&(what, optional, number), to| {
        to.bytes([what, optional.into()]);
        to.short(number);
    });
    packed.bytes(patterns.finish());
    Ok(packed.finish())
}

/// Words, sets and parts in the order in which they first occur.
#[derive(Default)]
struct Tables<'f> {
    words: Vec<&'f str>,
    sets: Vec<Vec<usize>>,
    /// The kind of test, whether it is optional, and the number of the set or the width of the gap.
    parts: Vec<(u8, bool, usize)>,
    /// The words of each list.
    lists: HashMap<&'f str, Vec<usize>>,
    /// The numbers of words, sets and parts, by their source text.
    numbers: [HashMap<&'f str, usize>; 3],
}

impl<'f> Tables<'f> {
    fn word(&mut self, word: &'f str) -> usize {
        *self.numbers[0].entry(word).or_insert_with(|| {
            self.words.push(word);
            self.words.len() - 1
        })
    }

    fn set(&mut self, set: &'f str) -> Result<usize, String> {
        if let Some(&known) = self.numbers[1].get(set) {
            return Ok(known);
        }
        let mut words = Vec::new();
        for member in part::members(set) {
            match member.strip_prefix('$') {
                Some(list) => {
                    let known = self.lists.get(list).ok_or_else(|| format!("no list is called `{list}`"))?;
                    words.extend_from_slice(known);
                }
                None => words.push(self.word(member)),
            }
        }
        self.sets.push(words);
        self.numbers[1].insert(set, self.sets.len() - 1);
        Ok(self.sets.len() - 1)
    }

    fn part(&mut self, written: &'f str) -> Result<usize, String> {
        if let Some(&known) = self.numbers[2].get(written) {
            return Ok(known);
        }
        let second = written.chars().skip(1).any(|c| matches!(c, '\'' | '’' | '.'));
        if part::is_plain(written) && second && !written.starts_with(['\'', '’', '.']) && written != "n't" {
            return Err(format!("`{written}` may be two words of a text; write them apart"));
        }
        let Part { asked, optional } = Part::of(written)?;
        let (what, number) = match asked {
            Asked::Word(set) => (0, self.set(set)?),
            Asked::OtherWord(set) => (1, self.set(set)?),
            Asked::Adverbs => (2, 0),
            Asked::Gap(most) => (3, most.into()),
            Asked::Start => (4, 0),
            Asked::End => (5, 0),
        };
        self.parts.push((what, optional, number));
        self.numbers[2].insert(written, self.parts.len() - 1);
        Ok(self.parts.len() - 1)
    }
}
