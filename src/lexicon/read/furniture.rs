//! The file of page furniture.

use super::Builder;
use crate::lexicon::furniture::{Phrase, Place};
use crate::lexicon::lines::lines;

/// The phrases, sorted by their keys.
pub(super) fn read(builder: &mut Builder) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut place = Place::Whole;
    for line in lines(include_str!("../data/furniture.txt")) {
        match line {
            "[tail]" => place = Place::Tail,
            "[links]" => place = Place::Links,
            "[whole]" => place = Place::Whole,
            "[opening]" => place = Place::Opening,
            "[label]" => place = Place::Label,
            "[closing]" => place = Place::Closing,
            "[no-speaker]" => place = Place::NoSpeaker,
            "[direction]" => place = Place::Direction,
            phrase => {
                let words: Vec<_> =
                    phrase.split_ascii_whitespace().map(|word| builder.intern(word)).collect();
                phrases.push(Phrase { words: words.leak(), place });
            }
        }
    }
    phrases.sort_by_key(Phrase::key);
    phrases
}
