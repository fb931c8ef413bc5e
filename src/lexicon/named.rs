//! Words that the passes ask for by name: their ids are known when the library is compiled, so asking compares two numbers.
//!
//! What a *group* of words does is data: a section of a data file, with a class. Here stand the words that a pass takes one by
//! one, the "by" of an agent or the "but" that parts two clauses.

use super::WordId;

/// The named words in the order of their ids, which begin at 1.
pub(super) const NAMED: &[&str] = &[
    "'d",
    "'ll",
    "a",
    "about",
    "according",
    "across",
    "after",
    "against",
    "all",
    "almost",
    "along",
    "although",
    "among",
    "an",
    "and",
    "around",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "behind",
    "between",
    "both",
    "but",
    "by",
    "can",
    "cannot",
    "compared",
    "could",
    "despite",
    "during",
    "especially",
    "fewer",
    "for",
    "from",
    "given",
    "half",
    "he",
    "her",
    "his",
    "how",
    "i",
    "if",
    "in",
    "including",
    "into",
    "it",
    "its",
    "just",
    "least",
    "length",
    "less",
    "like",
    "may",
    "might",
    "more",
    "most",
    "must",
    "my",
    "near",
    "nearly",
    "neither",
    "no",
    "no.",
    "nor",
    "not",
    "notably",
    "of",
    "on",
    "one",
    "only",
    "or",
    "our",
    "outside",
    "over",
    "particularly",
    "roughly",
    "same",
    "shall",
    "she",
    "should",
    "since",
    "so",
    "such",
    "than",
    "that",
    "the",
    "their",
    "there",
    "they",
    "this",
    "though",
    "to",
    "too",
    "toward",
    "towards",
    "under",
    "until",
    "via",
    "we",
    "well",
    "what",
    "when",
    "whenever",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "whose",
    "will",
    "with",
    "within",
    "would",
    "yes",
    "you",
    "your",
];

/// The id of a named word; asked for by the macros below, a word that [`NAMED`] lacks does not compile.
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

/// The ids of named words: `words!["who", "which"]`.
macro_rules! words {
    ($($word:literal),+ $(,)?) => { const { &[$($crate::lexicon::named($word)),+] } };
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
    use super::super::Lexicon;
    use super::NAMED;

    #[test]
    fn named_words_have_the_ids_that_the_lexicon_gives_them() {
        for (n, word) in NAMED.iter().enumerate() {
            assert_eq!(Lexicon::built_in().id(word).0 as usize, n + 1, "{word}");
        }
    }
}
