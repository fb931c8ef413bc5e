//! Words that the passes ask for by name: their ids are known when the library is compiled, so asking compares two numbers.
//!
//! What a *group* of words does is data: a section of a data file, with a class. Here stand the words that a pass takes one by
//! one, the "by" of an agent or the "but" that parts two clauses.

use super::WordId;

/// The named words in the order of their ids, which begin at 1.
pub(super) const NAMED: &[&str] = &[
    "'d",
    "'ll",
    "about",
    "according",
    "after",
    "against",
    "all",
    "almost",
    "although",
    "among",
    "as",
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
    "could",
    "despite",
    "during",
    "especially",
    "for",
    "from",
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
    "just",
    "like",
    "may",
    "might",
    "must",
    "near",
    "nearly",
    "neither",
    "nor",
    "not",
    "notably",
    "of",
    "on",
    "one",
    "only",
    "over",
    "particularly",
    "roughly",
    "shall",
    "she",
    "should",
    "since",
    "such",
    "that",
    "there",
    "they",
    "this",
    "though",
    "to",
    "toward",
    "towards",
    "until",
    "via",
    "we",
    "what",
    "when",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "whose",
    "will",
    "with",
    "would",
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
