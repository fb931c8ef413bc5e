//! Phrases of page furniture, and what a block that holds one tells about the page.

use super::WordId;
use super::lines::lines;

/// Where a phrase stands in its block, and how far it reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// The block is the phrase: after prose, it and all after it is furniture.
    Tail,
    /// The block is the phrase, a heading: it is furniture with the short blocks after it.
    Links,
    /// The block is the phrase.
    Whole,
    /// A short block opens with the phrase.
    Opening,
    /// A short block without a final stop opens with the phrase.
    Label,
    /// A short block without a final stop closes with the phrase.
    Closing,
}

/// A phrase of page furniture.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub words: Box<[WordId]>,
    pub place: Place,
}

impl Phrase {
    /// The word that the phrase is found by: its last where it closes a block, its first elsewhere.
    fn key(&self) -> WordId {
        let at = if self.place == Place::Closing { self.words.len() - 1 } else { 0 };
        self.words[at]
    }
}

/// All phrases, by their key.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    sorted: Vec<Phrase>,
    /// For each word up to the last key whether it is one: most words are none.
    keys: Vec<bool>,
}

impl Phrases {
    /// Reads the data file; `id` numbers its words.
    pub(super) fn read(mut id: impl FnMut(&str) -> WordId) -> Self {
        let mut phrases = Vec::new();
        let mut place = Place::Whole;
        for line in lines(include_str!("data/furniture.txt")) {
            match line {
                "[tail]" => place = Place::Tail,
                "[links]" => place = Place::Links,
                "[whole]" => place = Place::Whole,
                "[opening]" => place = Place::Opening,
                "[label]" => place = Place::Label,
                "[closing]" => place = Place::Closing,
                phrase => phrases
                    .push(Phrase { words: phrase.split_ascii_whitespace().map(&mut id).collect(), place }),
            }
        }
        phrases.sort_by_key(Phrase::key);
        let mut keys = vec![false; phrases.last().map_or(0, |last| last.key().0 as usize + 1)];
        for phrase in &phrases {
            keys[phrase.key().0 as usize] = true;
        }
        Phrases { sorted: phrases, keys }
    }

    /// The phrases that are found by `word`.
    pub fn of(&self, word: WordId) -> &[Phrase] {
        if !self.has(word) {
            return &[];
        }
        let start = self.sorted.partition_point(|phrase| phrase.key() < word);
        let count = self.sorted[start..].iter().take_while(|phrase| phrase.key() == word).count();
        &self.sorted[start..start + count]
    }

    /// Whether phrases are found by `word`.
    pub fn has(&self, word: WordId) -> bool {
        self.keys.get(word.0 as usize).is_some_and(|&key| key)
    }
}
