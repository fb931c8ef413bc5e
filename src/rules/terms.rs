//! The words and stems that rules ask for, numbered; which of them a word of the text is takes one look-up.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::{Lexicon, WordId};

/// The number of a word or stem.
pub(crate) type TermId = u16;

/// All terms of a rule set.
#[derive(Default)]
pub(crate) struct Terms {
    exact: HashMap<String, TermId>,
    stems: HashMap<String, TermId>,
    lists: HashMap<String, Vec<TermId>>,
    count: TermId,
    /// For each word of the lexicon the terms that it is, sorted.
    by_word: Vec<Box<[TermId]>>,
}

impl Terms {
    /// The term of `word`, or of its stem when it ends with "~".
    pub fn add(&mut self, word: &str) -> Result<TermId, String> {
        let (map, key) = match word.strip_suffix('~') {
            Some(word) => (&mut self.stems, stem(&word.to_lowercase())),
            None => (&mut self.exact, word.to_lowercase()),
        };
        let odd = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '.' | '%' | '&'));
        if key.is_empty() || key.contains(odd) {
            return Err(format!(
                "`{word}` is no word; a word is made of letters, digits, hyphens and apostrophes"
            ));
        }
        if let Some(&id) = map.get(&key) {
            return Ok(id);
        }
        let id = self.count;
        self.count = id.checked_add(1).ok_or("the rule set names more than 65,535 words")?;
        map.insert(key, id);
        Ok(id)
    }

    /// How many terms there are; they count from 0.
    pub fn len(&self) -> usize {
        usize::from(self.count)
    }

    /// Names the terms of a list.
    pub fn define(&mut self, list: &str, terms: Vec<TermId>) {
        self.lists.insert(list.to_owned(), terms);
    }

    pub fn list(&self, name: &str) -> Option<Vec<TermId>> {
        self.lists.get(name).cloned()
    }

    /// Looks the lexicon's words up once and for all.
    pub fn compile(&mut self, lexicon: &Lexicon) {
        self.by_word =
            (0..lexicon.len()).map(|id| self.find(lexicon.word(WordId(id as u16))).into()).collect();
    }

    /// The terms that a word of the text is, sorted; `id` is its word in the lexicon.
    pub fn of(&self, id: WordId, word: &str, found: &mut Vec<TermId>) {
        found.clear();
        if id == WordId::NONE {
            if word.len() < 40 {
                found.extend(self.find(&word.replace('’', "'").to_lowercase()));
            }
        } else {
            found.extend_from_slice(&self.by_word[id.0 as usize]);
        }
    }

    fn find(&self, word: &str) -> Vec<TermId> {
        if word.is_empty() {
            return Vec::new();
        }
        let stemmed = if self.may_stem(word) { self.stems.get(&stem(word)) } else { None };
        let mut found: Vec<TermId> = self.exact.get(word).into_iter().chain(stemmed).copied().collect();
        found.sort_unstable();
        found
    }

    /// A stem keeps its first two letters: most words need no stemming.
    fn may_stem(&self, word: &str) -> bool {
        let start = word.get(..2).unwrap_or(word);
        self.stems.keys().any(|s| s.starts_with(start))
    }
}

fn stem(word: &str) -> String {
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}

impl std::fmt::Debug for Terms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Terms({})", self.count)
    }
}
