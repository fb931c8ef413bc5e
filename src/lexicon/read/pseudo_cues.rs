//! Reads the file of pseudo-cues.

use super::Builder;
use crate::lexicon::lines::{File, Line};
use crate::lexicon::pseudo_cues::{Around, PseudoCue};

/// The pseudo-cues, sorted by the lemma of the word.
pub(super) fn read(builder: &mut Builder, file: File) -> Vec<PseudoCue> {
    let mut pseudo_cues = Vec::new();
    for line in file.lines() {
        let Some((before, word, after)) = parts(line.text) else {
            builder
                .problems
                .add(line, "no phrase around one word, expected `words before [word] words after`");
            continue;
        };
        if !line.is_word(word, &mut builder.problems) {
            continue;
        }
        let (mut before, after) = (places(builder, line, before), places(builder, line, after));
        before.reverse();
        let alone = before.iter().chain(&after).all(|&place| place == Around::Comma);
        let lemma = builder.intern(word);
        pseudo_cues.push(PseudoCue { lemma, before: before.leak(), after: after.leak(), alone });
    }
    pseudo_cues.sort_by_key(|pseudo_cue| pseudo_cue.lemma);
    pseudo_cues
}

/// The part before the word in brackets, the word, and the part after it.
fn parts(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (before, rest) = line.split_once('[')?;
    let (word, after) = rest.split_once(']')?;
    Some((before, word, after)).filter(|_| !before.trim().is_empty() || !after.trim().is_empty())
}

fn places(builder: &mut Builder, line: Line, words: &'static str) -> Vec<Around> {
    let place = |word| match word {
        "^" => Around::Start,
        "," => Around::Comma,
        "." => Around::End,
        word => {
            line.is_word(word, &mut builder.problems);
            Around::Word(builder.intern(word))
        }
    };
    words.split_ascii_whitespace().map(place).collect()
}
