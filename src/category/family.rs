//! Contract: which nouns speak for a side and which name it, as listed in `families.txt`, which the
//! build script packs; all other words are in no family.

pub(super) use super::families::Families;
use crate::lexicon::WordId;
use crate::packed::{Reader, packed};

/// The families of all words.
pub(super) struct FamilyTable {
    /// Pairs of the families that words speak for and those that they name; the first pair is empty
    /// and shared by most words.
    pairs: &'static [(Families, Families)],
    /// For each word of the lexicon, the index of its pair.
    of_words: &'static [u8],
    /// Those who speak for their employer, whoever that is.
    pub mouthpiece: Families,
    /// Those who talk about others.
    pub outsider: Families,
    /// Those whose task is the safety of others.
    pub safety: Families,
}

/// The size of a number in the packed file, and how many numbers precede the pairs.
const NUMBER: usize = 4;
const SPECIAL: usize = 3;

const COUNT: usize = (packed!("families").len() / NUMBER - SPECIAL) / 2;

static PAIRS: [(Families, Families); COUNT] = {
    let mut pairs = [(Families::NONE, Families::NONE); COUNT];
    let mut from = Reader(packed!("families"));
    let _: [u8; SPECIAL * NUMBER] = from.take();
    let mut n = 0;
    while n < pairs.len() {
        pairs[n] = (from.families(), from.families());
        n += 1;
    }
    pairs
};

static TABLE: FamilyTable = {
    let mut from = Reader(packed!("families"));
    let (mouthpiece, outsider, safety) = (from.families(), from.families(), from.families());
    FamilyTable { pairs: &PAIRS, of_words: packed!("families_of"), mouthpiece, outsider, safety }
};

impl Reader {
    const fn families(&mut self) -> Families {
        Families(self.number() as u32)
    }
}

impl FamilyTable {
    pub fn built_in() -> &'static FamilyTable {
        &TABLE
    }

    /// The families that a word speaks for, and those that it names.
    pub fn of(&self, id: WordId) -> (Families, Families) {
        // words that the lexicon lacks have the first, empty pair
        self.pairs[usize::from(self.of_words.get(id.0 as usize).copied().unwrap_or(0))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn an_executive_speaks_for_the_company_and_an_analyst_for_none() {
        let (table, lexicon) = (FamilyTable::built_in(), Lexicon::built_in());
        let speaks = |word| table.of(lexicon.id(word)).0;
        let company = table.of(lexicon.id("company")).1;
        assert!(speaks("ceo").meets(company) && !speaks("analyst").meets(company));
        assert!(speaks("analysts").meets(table.outsider) && !speaks("ceo").meets(table.outsider));
    }
}
