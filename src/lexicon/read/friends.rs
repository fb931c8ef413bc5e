//! The file of false friends.

use super::Builder;
use crate::lexicon::friends::{Around, FalseFriend};
use crate::lexicon::lines::lines;

/// The false friends, sorted by the lemma of the word.
pub(super) fn read(builder: &mut Builder) -> Vec<FalseFriend> {
    let mut friends = Vec::new();
    for line in lines(include_str!("../data/false_friends.txt")) {
        let (before, rest) = line.split_once('[').expect("a false friend has its word in brackets");
        let (word, after) = rest.split_once(']').expect("a false friend has its word in brackets");
        let mut places = |words: &str| -> Vec<Around> {
            let place = |word: &str| match word {
                "^" => Around::Start,
                "," => Around::Comma,
                "." => Around::End,
                word => Around::Word(builder.intern(word)),
            };
            words.split_ascii_whitespace().map(place).collect()
        };
        let (mut before, after) = (places(before), places(after));
        before.reverse();
        let alone = before.iter().chain(&after).all(|&place| place == Around::Comma);
        let lemma = builder.intern(word);
        friends.push(FalseFriend { lemma, before: before.leak(), after: after.leak(), alone });
    }
    friends.sort_by_key(|friend| friend.lemma);
    friends
}
