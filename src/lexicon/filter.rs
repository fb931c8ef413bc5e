//! Contract: says of most words that they decide nothing about blocks and sentences, without a
//! look-up in the table, which is larger than the caches.
//!
//! Such a word is a key of page furniture, has a full stop ("Gov.") or a class of [`DECISIVE`].
//! With this filter, `extract --sentences` is 1.13 times as fast.

use super::table;
use super::{Class, Classes};

/// The size of the filter in bytes: one bit for each value of a hash. One word in sixteen that
/// decides nothing shares the bit of one that does.
pub(super) const FILTER: usize = 1 << 10;

/// What layout and sentences ask about any word.
#[allow(dead_code, reason = "the build script packs the filter")]
pub(super) const DECISIVE: Classes = Classes::of(Class::Unfinished).and(Class::Exclaiming);

/// The byte of the filter and the bit in it that belong to the word with this key.
#[inline]
pub(super) fn place(key: u128) -> (usize, u8) {
    let place = table::hash(key) as usize % (8 * FILTER);
    (place / 8, 1 << (place % 8))
}

#[cfg(test)]
mod tests {
    use crate::lexicon::table::key_of;
    use crate::lexicon::{Class, Lexicon, WordId};

    #[test]
    fn every_word_that_decides_passes() {
        let lexicon = Lexicon::built_in();
        let mut passed = 0;
        for id in (1..lexicon.len()).map(|n| WordId(n as u16)) {
            let word = lexicon.word(id);
            if word.len() > 16 {
                continue;
            }
            let found = lexicon.find_decisive(key_of(word.as_bytes()));
            let classes = lexicon.classes(id);
            let decides = lexicon.furniture().has(id)
                || word.ends_with('.')
                || classes.has(Class::Unfinished)
                || classes.has(Class::Exclaiming);
            assert!(found == id || !decides && found == WordId::NONE, "{word}");
            passed += usize::from(found == id);
        }
        assert!(passed * 5 < lexicon.len(), "the filter is full");
    }
}
