//! Phrases of page furniture, and what each implies for its block and for the page.

use super::WordId;

/// Where in its block a phrase must be, and what it marks as furniture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Place {
    /// The phrase is the whole block: after prose, this block and everything after it is furniture.
    Tail,
    /// The phrase is the whole block, a heading: it and the short blocks after it are furniture.
    Links,
    /// The phrase is the whole block.
    Whole,
    /// A short block opens with the phrase.
    Opening,
    /// A short block without a final stop opens with the phrase.
    Label,
    /// A short block without a final stop closes with the phrase.
    Closing,
    /// A label before a colon that does not name a speaker. It is not furniture.
    NoSpeaker,
    /// A short block that closes with the phrase is a stage direction of a transcript. It is not
    /// furniture.
    Direction,
}

impl Place {
    /// All places, in order.
    pub(super) const ALL: [Place; 8] = [
        Place::Tail,
        Place::Links,
        Place::Whole,
        Place::Opening,
        Place::Label,
        Place::Closing,
        Place::NoSpeaker,
        Place::Direction,
    ];
}

/// A phrase of page furniture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub words: &'static [WordId],
    pub place: Place,
}

impl Phrase {
    /// The word that indexes the phrase: its last word if it closes a block, else its first.
    pub(super) const fn key(&self) -> WordId {
        let at =
            if matches!(self.place, Place::Closing | Place::Direction) { self.words.len() - 1 } else { 0 };
        self.words[at]
    }
}

/// All phrases, sorted by key.
#[derive(Debug)]
pub(crate) struct Phrases {
    pub(super) sorted: &'static [Phrase],
    /// For each word, whether it is a key; most words are not.
    pub(super) keys: &'static [bool],
}

impl Phrases {
    /// The phrases indexed by `word`.
    pub fn of(&self, word: WordId) -> &[Phrase] {
        if !self.has(word) {
            return &[];
        }
        let start = self.sorted.partition_point(|phrase| phrase.key() < word);
        let count = self.sorted[start..].iter().take_while(|phrase| phrase.key() == word).count();
        &self.sorted[start..start + count]
    }

    /// Whether a label of these words does not name a speaker: "Related:", "Editor's note:".
    pub fn is_no_speaker(&self, mut words: impl Iterator<Item = WordId> + Clone) -> bool {
        let all = words.clone();
        let Some(first) = words.next() else { return false };
        let mut listed = self.of(first).iter().filter(|phrase| phrase.place == Place::NoSpeaker);
        listed.any(|phrase| all.clone().eq(phrase.words.iter().copied()))
    }

    /// Whether any phrase is indexed by `word`.
    pub fn has(&self, word: WordId) -> bool {
        self.keys.get(word.0 as usize).is_some_and(|&key| key)
    }
}
