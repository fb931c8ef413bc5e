//! Phrases that hold what looks like a cue and attribute nothing.

use std::collections::BTreeMap;

use super::WordId;
use super::lines::lines;

/// What a place around the word asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Around {
    Word(WordId),
    Comma,
    Start,
    End,
}

/// A phrase around a word that would be a cue.
#[derive(Debug)]
pub(crate) struct FalseFriend {
    /// What stands before the word, nearest first.
    pub before: Box<[Around]>,
    /// What stands behind it.
    pub after: Box<[Around]>,
    /// Commas are all that stands around it.
    pub alone: bool,
}

/// All false friends, by the lemma of the word.
#[derive(Debug, Default)]
pub(crate) struct FalseFriends(pub(super) BTreeMap<WordId, Vec<FalseFriend>>);

impl FalseFriends {
    /// Reads the data file; `id` numbers its words.
    pub(super) fn read(mut id: impl FnMut(&str) -> WordId) -> Self {
        let mut friends: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in lines(include_str!("data/false_friends.txt")) {
            let (before, rest) = line.split_once('[').expect("a false friend has its word in brackets");
            let (word, after) = rest.split_once(']').expect("a false friend has its word in brackets");
            let mut places = |words: &str| -> Vec<Around> {
                let place = |word: &str| match word {
                    "^" => Around::Start,
                    "," => Around::Comma,
                    "." => Around::End,
                    word => Around::Word(id(word)),
                };
                words.split_ascii_whitespace().map(place).collect()
            };
            let (mut before, after) = (places(before), places(after));
            before.reverse();
            let alone = before.iter().chain(&after).all(|&place| place == Around::Comma);
            friends.entry(id(word)).or_default().push(FalseFriend {
                before: before.into(),
                after: after.into(),
                alone,
            });
        }
        FalseFriends(friends)
    }

    /// The phrases around a form of `lemma`.
    pub fn of(&self, lemma: WordId) -> &[FalseFriend] {
        self.0.get(&lemma).map_or(&[], Vec::as_slice)
    }
}
