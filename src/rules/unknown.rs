//! Contract: the terms of a word that the lexicon lacks.

use super::terms::{DATE, LONGEST_WORD, NUMBER, PARTICIPLE, TermId, Terms};
use crate::arena::ArenaString;

impl Terms {
    /// Appends the terms of a word that is not in the lexicon to `found`; `lowered` is scratch
    /// memory.
    pub fn of_unknown(&self, word: &str, lowered: &mut ArenaString<'_>, found: &mut impl Extend<TermId>) {
        if word.as_bytes()[0].is_ascii_digit() {
            found.extend([NUMBER]);
            if word.len() == 4
                && word.bytes().all(|b| b.is_ascii_digit())
                && (word.starts_with("19") || word.starts_with("20"))
            {
                found.extend([DATE]);
            }
        }
        if word.len() > 4 && word.ends_with("ed") {
            found.extend([PARTICIPLE]);
        }
        let plain = word.is_ascii();
        let may_be_term = !plain || self.exact_filter.has(word) || self.stem_filter.has(word);
        if word.len() > LONGEST_WORD || !may_be_term && self.expressions.len() == 0 {
            return;
        }
        lowered.clear();
        if plain {
            lowered.push_str(word);
            lowered.make_ascii_lowercase();
        } else {
            lowered
                .extend(word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase));
        }
        if self.exact_filter.has(&*lowered) {
            found.extend(self.exact.get(lowered));
        }
        if self.stem_filter.has(&*lowered) {
            self.find_stem(lowered, found);
        }
        self.expressions.matching(lowered, found);
    }

    /// Adds the stem of a lower-case word, if it is a term.
    fn find_stem(&self, word: &str, found: &mut impl Extend<TermId>) {
        found.extend(self.stems.get(&self.stemmer.stem(word)));
    }
}
