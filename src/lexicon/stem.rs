//! The stems of the lexicon's words, computed at build time: words with the same stem are inflected
//! or derived forms of one word, as rule sets refer to them ("danger~").

use super::WordId;

/// The index of a stem; [`StemId::NONE`] if no word of the lexicon has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct StemId(pub(crate) u16);

impl StemId {
    pub const NONE: StemId = StemId(0);
}

pub(crate) struct Stems {
    /// The stem of each word.
    pub(super) of_word: &'static [[u8; 2]],
    /// The letters of all stems, sorted alphabetically, which is the order of their ids; the first
    /// is empty.
    pub(super) letters: &'static str,
    /// Where the letters of each stem end.
    pub(super) ends: &'static [[u8; 4]],
}

impl Stems {
    /// The number of stems; ids count from 0.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The stem of a word.
    pub fn of(&self, word: WordId) -> StemId {
        StemId(u16::from_le_bytes(self.of_word[word.0 as usize]))
    }

    /// The letters of a stem; empty for [`StemId::NONE`].
    pub fn letters(&self, stem: StemId) -> &'static str {
        let stem = stem.0 as usize;
        let end = |stem: usize| u32::from_le_bytes(self.ends[stem]) as usize;
        &self.letters[stem.checked_sub(1).map_or(0, end)..end(stem)]
    }

    /// The stem with these letters.
    pub fn find(&self, letters: &str) -> StemId {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.letters(StemId(middle as u16)).cmp(letters) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return StemId(middle as u16),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        StemId::NONE
    }
}

#[cfg(test)]
mod tests {
    use super::StemId;
    use crate::lexicon::Lexicon;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let lexicon = Lexicon::built_in();
        let stem = |word| lexicon.stems().of(lexicon.id(word));
        assert_eq!(stem("promised"), stem("promises"));
        assert_ne!(stem("promised"), stem("denied"));
        assert_eq!(lexicon.stems().letters(stem("promised")), "promis");
        assert_eq!(lexicon.stems().find("promis"), stem("promised"));
        assert_eq!(lexicon.stems().find("no-such-stem"), StemId::NONE);
        assert_eq!(stem("'em"), StemId::NONE);
    }
}
