//! Contract: which nouns speak for a side and which name it, as listed in `families.txt`; all other
//! words are in no family.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::{Lexicon, WordId};

/// A set of families.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Families(u32);

impl Families {
    pub const NONE: Families = Families(0);

    pub fn union(self, other: Families) -> Self {
        Families(self.0 | other.0)
    }

    pub fn without(self, other: Families) -> Self {
        Families(self.0 & !other.0)
    }

    /// Whether the sets share a family.
    pub fn meets(self, other: Families) -> bool {
        self.0 & other.0 != 0
    }
}

/// The families of all words.
pub(super) struct FamilyTable {
    /// Pairs of the families that words speak for and those that they name; the first pair is empty
    /// and shared by most words.
    families: Vec<(Families, Families)>,
    /// For each word of the lexicon, the index of its pair.
    entries: Vec<u8>,
    /// Those who speak for their employer, whoever that is.
    pub mouthpiece: Families,
    /// Those who talk about others.
    pub outsider: Families,
    /// Those whose task is the safety of others.
    pub safety: Families,
}

const TABLE: &str = include_str!("families.txt");

static KIN: LazyLock<FamilyTable> = LazyLock::new(|| FamilyTable::read(TABLE, Lexicon::built_in()));

impl FamilyTable {
    pub fn built_in() -> &'static FamilyTable {
        &KIN
    }

    fn read(table: &str, lexicon: &Lexicon) -> FamilyTable {
        // of the few words that have any
        let mut words: BTreeMap<u16, (Families, Families)> = BTreeMap::new();
        let (mut mouthpiece, mut outsider, mut safety) = (Families::NONE, Families::NONE, Families::NONE);
        for (n, (name, speakers, named)) in table.lines().filter_map(row).enumerate() {
            let family = Families(1 << n);
            match name {
                "spoken-for" => mouthpiece = family,
                "outsider" => outsider = family,
                "safety" => safety = family,
                _ => {}
            }
            for id in speakers.split_ascii_whitespace().flat_map(|word| forms(word, lexicon)) {
                let (speaks, _) = words.entry(id.0).or_default();
                *speaks = speaks.union(family);
            }
            for id in named.split_ascii_whitespace().flat_map(|word| forms(word, lexicon)) {
                let (_, names) = words.entry(id.0).or_default();
                *names = names.union(family);
            }
        }
        let mut families = vec![(Families::NONE, Families::NONE)];
        let mut entries = vec![0; lexicon.len()];
        for (id, pair) in words {
            let known = families.iter().position(|known| *known == pair);
            let at = known.unwrap_or_else(|| {
                families.push(pair);
                families.len() - 1
            });
            entries[usize::from(id)] = u8::try_from(at).expect("there are fewer combinations of families");
        }
        FamilyTable { families, entries, mouthpiece, outsider, safety }
    }

    /// The families that a word speaks for, and those that it names.
    pub fn of(&self, id: WordId) -> (Families, Families) {
        // words that the lexicon lacks have the first, empty pair
        self.families[usize::from(self.entries.get(id.0 as usize).copied().unwrap_or(0))]
    }
}

/// The family's name, its speakers and its names, from a line that is not a comment.
fn row(line: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = line.split_once(": ").filter(|_| !line.starts_with('#'))?;
    let (speakers, named) = rest.split_once('|')?;
    Some((name, speakers, named))
}

/// A noun and its plural, if the lexicon has them.
fn forms<'w>(word: &'w str, lexicon: &'w Lexicon) -> impl Iterator<Item = WordId> + 'w {
    let plural = match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{word}s"),
    };
    [lexicon.id(word), lexicon.id(&plural)].into_iter().filter(|&id| id != WordId::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_is_a_word_of_the_lexicon() {
        let lexicon = Lexicon::built_in();
        for (name, speakers, named) in TABLE.lines().filter_map(row) {
            for word in speakers.split_whitespace().chain(named.split_whitespace()) {
                assert_ne!(lexicon.id(word), WordId::NONE, "{name}: {word}");
            }
        }
    }

    #[test]
    fn an_executive_speaks_for_the_company_and_an_analyst_for_none() {
        let (table, lexicon) = (FamilyTable::built_in(), Lexicon::built_in());
        let speaks = |word| table.of(lexicon.id(word)).0;
        let company = table.of(lexicon.id("company")).1;
        assert!(speaks("ceo").meets(company) && !speaks("analyst").meets(company));
        assert!(speaks("analysts").meets(table.outsider) && !speaks("ceo").meets(table.outsider));
    }
}
