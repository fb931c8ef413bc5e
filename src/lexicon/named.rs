//! Words that code refers to by name: their ids are known at compile time, so a test compares two
//! numbers.
//!
//! A *set* of words with a common function is data: a section of a data file, with a class. These
//! are words that a pass looks for individually, such as the "by" of an agent or the "but" between
//! two clauses.

use super::WordId;

/// The named words in the order of their ids, which start at 1.
pub(super) const NAMED: &[&str] = &[
    "'d",
    "'ll",
    "'m",
    "'re",
    "'s",
    "'ve",
    "a",
    "about",
    "above",
    "according",
    "across",
    "admit",
    "after",
    "against",
    "aged",
    "ago",
    "all",
    "almost",
    "along",
    "although",
    "among",
    "an",
    "and",
    "another",
    "apart",
    "are",
    "around",
    "as",
    "aside",
    "asked",
    "at",
    "barrister",
    "because",
    "before",
    "behalf",
    "behind",
    "below",
    "between",
    "both",
    "but",
    "by",
    "called",
    "can",
    "cannot",
    "cent",
    "chief",
    "compared",
    "contrary",
    "could",
    "couple",
    "das",
    "data",
    "der",
    "despite",
    "die",
    "does",
    "dozen",
    "due",
    "during",
    "each",
    "earlier",
    "early",
    "either",
    "el",
    "especially",
    "even",
    "faithfully",
    "far",
    "few",
    "fewer",
    "find",
    "first",
    "following",
    "for",
    "former",
    "friends",
    "from",
    "gave",
    "given",
    "giving",
    "going",
    "half",
    "has",
    "have",
    "he",
    "hear",
    "her",
    "here",
    "his",
    "how",
    "husband",
    "i",
    "if",
    "il",
    "in",
    "including",
    "inside",
    "instead",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "just",
    "keep",
    "la",
    "late",
    "later",
    "lawyer",
    "le",
    "least",
    "leave",
    "length",
    "les",
    "less",
    "like",
    "los",
    "many",
    "may",
    "might",
    "moment",
    "more",
    "most",
    "much",
    "must",
    "mx",
    "my",
    "named",
    "near",
    "nearby",
    "nearly",
    "neither",
    "next",
    "no",
    "no.",
    "nor",
    "not",
    "notably",
    "now",
    "number",
    "of",
    "on",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "out",
    "outside",
    "over",
    "owing",
    "pair",
    "particularly",
    "party",
    "per",
    "percent",
    "plaintiff",
    "quote",
    "radio",
    "rather",
    "read",
    "regardless",
    "regards",
    "rival",
    "roughly",
    "said",
    "same",
    "see",
    "several",
    "shall",
    "she",
    "short",
    "should",
    "since",
    "sincerely",
    "so",
    "some",
    "st",
    "state",
    "statement",
    "states",
    "still",
    "such",
    "tell",
    "than",
    "thanks",
    "that",
    "the",
    "their",
    "them",
    "themselves",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "time",
    "times",
    "to",
    "today",
    "told",
    "tomorrow",
    "tonight",
    "too",
    "toward",
    "towards",
    "under",
    "unless",
    "until",
    "up",
    "via",
    "was",
    "we",
    "well",
    "were",
    "what",
    "when",
    "whenever",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "wife",
    "will",
    "wishes",
    "with",
    "within",
    "without",
    "witness",
    "would",
    "write",
    "yes",
    "yesterday",
    "yet",
    "you",
    "your",
    "yours",
];

/// The id of a named word; used by the macros below. A word that [`NAMED`] lacks does not compile.
pub(crate) const fn named(word: &str) -> WordId {
    let mut n = 0;
    while n < NAMED.len() {
        if same(NAMED[n].as_bytes(), word.as_bytes()) {
            return WordId(n as u16 + 1);
        }
        n += 1;
    }
    panic!("the word is to be added to NAMED in src/lexicon/named.rs")
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut n = 0;
    while n < a.len() && n < b.len() && a[n] == b[n] {
        n += 1;
    }
    n == a.len() && n == b.len()
}

/// A set of named words. Sets are constants, so testing for one of many words costs hardly more
/// than testing for one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// The words themselves, if there are few enough to compare one by one.
    few: Option<[WordId; FEW]>,
    /// One bit per word.
    bits: [u64; Words::ROOM / 64],
}

const FEW: usize = 3;

const _: () = assert!(
    NAMED.len() < Words::ROOM,
    "the named words fill their sets; raise `Words::ROOM` in src/lexicon/named.rs"
);

impl Words {
    /// The upper bound of the ids of named words.
    pub const ROOM: usize = 256;

    pub const fn of(words: &[WordId]) -> Self {
        let mut few = [words[0]; FEW];
        let mut bits = [0; Words::ROOM / 64];
        let mut n = 0;
        while n < words.len() {
            few[n % FEW] = words[n];
            bits[words[n].0 as usize / 64] |= 1 << (words[n].0 % 64);
            n += 1;
        }
        Words { few: if words.len() <= FEW { Some(few) } else { None }, bits }
    }

    /// Whether the set has the named word with this number, which is below [`Words::ROOM`].
    pub const fn has_number(self, word: usize) -> bool {
        self.bits[word / 64] >> (word % 64) & 1 != 0
    }

    pub fn has(self, word: WordId) -> bool {
        match self.few {
            Some([a, b, c]) => word == a || word == b || word == c,
            None => self.bits.get(word.0 as usize / 64).is_some_and(|bits| bits >> (word.0 % 64) & 1 != 0),
        }
    }
}

/// The set of named words: `words!["who", "which"]`.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        const { $crate::lexicon::Words::of(&[$($crate::lexicon::named($word)),+]) }
    };
}

/// The id of one named word: `word!("of")`.
macro_rules! word {
    ($word:literal) => {
        const { $crate::lexicon::named($word) }
    };
}

pub(crate) use {word, words};

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, WordId};
    use super::NAMED;

    #[test]
    fn named_words_have_the_ids_that_the_lexicon_gives_them() {
        for (n, word) in NAMED.iter().enumerate() {
            assert_eq!(Lexicon::built_in().id(word).0 as usize, n + 1, "{word}");
        }
    }

    #[test]
    fn a_set_has_its_words_and_no_other() {
        let few = crate::lexicon::words!["who", "a"];
        let many = crate::lexicon::words!["'d", "in", "of", "on", "your"];
        for (set, words) in [(few, &["who", "a"][..]), (many, &["'d", "in", "of", "on", "your"])] {
            for (n, word) in NAMED.iter().enumerate() {
                assert_eq!(set.has(WordId(n as u16 + 1)), words.contains(word), "{word}");
            }
            for other in [0, NAMED.len() as u16 + 1, 255, 256, 257, u16::MAX] {
                assert!(!set.has(WordId(other)), "{other}");
            }
        }
    }
}
