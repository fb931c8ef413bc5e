//! Contract: the words of a content as patterns see them: what each is, where sentences begin, where no gap may cross.

use super::side::Side;
use crate::attribution::Attribution;
use crate::lexicon::{Class, Classes, WordId};
use crate::rules::pattern::{TermSet, Words, signature};
use crate::rules::terms::{NAME, OWN, TermId, Terms};
use crate::span::Span;
use crate::text::token::Kind;
use crate::text::{Run, Text};

/// The words of one content, in buffers that serve the next one too.
#[derive(Default)]
pub(super) struct Content {
    pub words: Vec<Word>,
    terms: Vec<TermId>,
    lowered: String,
    /// The signatures of all words together.
    pub signature: u64,
}

pub(super) struct Word {
    token: u32,
    /// Where its terms stand in [`Content::terms`].
    terms: (u32, u32),
    signature: u64,
    traits: u8,
}

/// Traits of a word, as bits.
const ADVERB: u8 = 1;
const STARTS: u8 = 2;
const BREAKS: u8 = 4;

impl Content {
    pub fn read(&mut self, terms: &Terms, text: &Text<'_>, attribution: &Attribution, side: &Side<'_, '_>) {
        self.words.clear();
        self.terms.clear();
        self.signature = 0;
        let mut starts = true;
        let mut breaks = false;
        for &run in &attribution.content {
            let mut sentence = text.sentences.at(run.first());
            let begins = |n: usize| text.sentences.runs.get(n).map_or(usize::MAX, |run| run.first());
            let mut next = begins(sentence + 1);
            for i in run.indices() {
                let token = text.tokens[i];
                if !token.is_word() {
                    let closes = matches!(
                        token.kind,
                        Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Semicolon | Kind::Colon
                    );
                    starts |= closes;
                    breaks |= closes;
                    continue;
                }
                while next <= i {
                    sentence += 1;
                    next = begins(sentence + 1);
                    (starts, breaks) = (true, !self.words.is_empty());
                }
                let first = self.terms.len();
                if token.word == WordId::NONE {
                    terms.of_unknown(text.word(i), &mut self.lowered, &mut self.terms);
                } else {
                    self.terms.extend_from_slice(terms.of(token.word));
                }
                if side.is_own(i) {
                    self.terms.push(OWN);
                }
                let classes = token.classes;
                if token.is_capital() && is_name(classes, text.word(i), starts) {
                    self.terms.push(NAME);
                }
                let adverb = classes.has(Class::Adverb) && !classes.has(Class::Negation)
                    || token.word == WordId::NONE && !token.is_capital() && text.word(i).ends_with("ly");
                let bit = |holds, bit| if holds { bit } else { 0 };
                let signature = signature(&self.terms[first..]);
                self.signature |= signature;
                self.words.push(Word {
                    token: i as u32,
                    terms: (first as u32, self.terms.len() as u32),
                    signature,
                    traits: bit(adverb, ADVERB) | bit(starts, STARTS) | bit(breaks, BREAKS),
                });
                (starts, breaks) = (false, false);
            }
            starts = true;
        }
    }

    pub fn terms_of(&self, i: usize) -> &[TermId] {
        let (start, end) = self.words[i].terms;
        &self.terms[start as usize..end as usize]
    }

    /// The bytes from word `start` to the word before `end`.
    pub fn span(&self, text: &Text<'_>, start: usize, end: usize) -> Span {
        let token = |word: usize| self.words[word].token as usize;
        text.span(Run::new(token(start), token(end.max(start + 1) - 1) + 1))
    }

    fn has(&self, i: usize, bit: u8) -> bool {
        self.words.get(i).is_some_and(|word| word.traits & bit != 0)
    }
}

/// Whether a capitalised word is one of a name; at the start of a sentence every word has a capital, and a plural is likelier.
fn is_name(classes: Classes, word: &str, starts: bool) -> bool {
    classes.any(Classes::of(Class::Male).and(Class::Female).and(Class::Suffix))
        || classes.is_empty()
            && !(starts && ["s", "ed", "ing", "ly"].iter().any(|ending| word.ends_with(ending)))
}

impl Words for Content {
    fn len(&self) -> usize {
        self.words.len()
    }

    fn is(&self, i: usize, set: &TermSet) -> bool {
        set.has(self.terms_of(i), self.words[i].signature)
    }

    fn is_adverb(&self, i: usize) -> bool {
        self.has(i, ADVERB)
    }

    fn starts_sentence(&self, i: usize) -> bool {
        self.has(i, STARTS)
    }

    fn breaks(&self, i: usize) -> bool {
        self.has(i, BREAKS)
    }
}
