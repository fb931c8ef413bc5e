//! Phrases of page furniture, and what one in a block says about the page.

use super::WordId;

/// Where in its block a phrase must be, and how far its effect reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
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
    /// A label before a colon that names no speaker. It makes no furniture.
    NoSpeaker,
    /// A short block that closes with the phrase is a stage direction of a transcript. It makes no furniture.
    Direction,
}

impl Place {
    /// All places, in their order.
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
    /// The word that the phrase is found by: its last where it closes a block, its first elsewhere.
    pub(super) const fn key(&self) -> WordId {
        let at =
            if matches!(self.place, Place::Closing | Place::Direction) { self.words.len() - 1 } else { 0 };
        self.words[at]
    }
}

/// All phrases, by their key.
#[derive(Debug)]
pub(crate) struct Phrases {
    pub(super) sorted: &'static [Phrase],
    /// For each word whether it is a key: most words are none.
    pub(super) keys: &'static [bool],
}

impl Phrases {
    /// The phrases that are found by `word`.
    pub fn of(&self, word: WordId) -> &[Phrase] {
        if !self.has(word) {
            return &[];
        }
        let start = self.sorted.partition_point(|phrase| phrase.key() < word);
        let count = self.sorted[start..].iter().take_while(|phrase| phrase.key() == word).count();
        &self.sorted[start..start + count]
    }

    /// Whether a label of these words names no speaker: "Related:", "Editor's note:".
    pub fn is_no_speaker(&self, mut words: impl Iterator<Item = WordId> + Clone) -> bool {
        let all = words.clone();
        let Some(first) = words.next() else { return false };
        let mut listed = self.of(first).iter().filter(|phrase| phrase.place == Place::NoSpeaker);
        listed.any(|phrase| all.clone().eq(phrase.words.iter().copied()))
    }

    /// Whether phrases are found by `word`.
    pub fn has(&self, word: WordId) -> bool {
        self.keys.get(word.0 as usize).is_some_and(|&key| key)
    }
}
