//! Reads the file of page furniture.

use super::Builder;
use crate::lexicon::furniture::{Phrase, Place};
use crate::lexicon::lines::{File, sections};

const EXPECTED: &str = "[tail], [links], [whole], [opening], [label], [closing], [no-speaker] or [direction]";

fn place(heading: &str) -> Option<Place> {
    Some(match heading {
        "tail" => Place::Tail,
        "links" => Place::Links,
        "whole" => Place::Whole,
        "opening" => Place::Opening,
        "label" => Place::Label,
        "closing" => Place::Closing,
        "no-speaker" => Place::NoSpeaker,
        "direction" => Place::Direction,
        _ => return None,
    })
}

/// The phrases, sorted by key.
pub(super) fn read(builder: &mut Builder, file: File) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for (place, line) in sections(file, EXPECTED, &mut builder.problems, place) {
        let words: Vec<_> =
            line.words(&mut builder.problems).into_iter().map(|word| builder.intern(word)).collect();
        if !words.is_empty() {
            phrases.push(Phrase { words: words.leak(), place });
        }
    }
    phrases.sort_by_key(Phrase::key);
    phrases
}
