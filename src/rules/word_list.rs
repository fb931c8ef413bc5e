//! Words that the lexicon lacks, or stems, with their terms: a map while rules are read, then a
//! sorted list, which the program also reads from what the build script has packed.

use std::borrow::Cow;
use std::collections::HashMap;

use super::terms::TermId;

#[derive(Default)]
pub(super) struct WordList {
    added: HashMap<Cow<'static, str>, TermId>,
    sorted: Vec<(Cow<'static, str>, TermId)>,
}

impl WordList {
    /// A list of words in alphabetical order.
    #[allow(dead_code, reason = "the build script packs lists")]
    pub fn of(sorted: Vec<(Cow<'static, str>, TermId)>) -> Self {
        WordList { added: HashMap::new(), sorted }
    }

    /// The term of a word that was added since the list was sorted.
    pub fn added(&self, word: &str) -> Option<TermId> {
        self.added.get(word).copied()
    }

    pub fn add(&mut self, word: String, term: TermId) {
        self.added.insert(Cow::Owned(word), term);
    }

    /// Sorts what was added.
    pub fn sort(&mut self) {
        self.sorted.extend(self.added.drain());
        self.sorted.sort_unstable();
    }

    /// All words, once they are sorted.
    pub fn all(&self) -> &[(Cow<'static, str>, TermId)] {
        &self.sorted
    }

    /// The term of a word, once they are sorted.
    #[allow(dead_code, reason = "the build script reads no text")]
    pub fn get(&self, word: &str) -> Option<TermId> {
        let place = self.sorted.binary_search_by(|(known, _)| (**known).cmp(word)).ok()?;
        Some(self.sorted[place].1)
    }
}
