//! Contract: the words of a content as patterns see them: what each is, where sentences begin, where no gap may cross.

use super::side::Side;
use crate::attribution::Attribution;
use crate::lexicon::{Class, Classes, WordId};
use crate::rules::pattern::{Signature, TermSet, Words};
use crate::rules::terms::{NAME, OWN, Row, TermId, Terms};
use crate::span::Span;
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};

/// The words of one content, in buffers that serve the next one too.
#[derive(Default)]
pub(super) struct Content {
    words: Vec<Word>,
    /// The words with a term where a pattern is to be tried.
    tried: Vec<u32>,
    /// The terms of words that the lexicon lacks, and the rows of these words in them; the first is the empty one.
    terms: Vec<TermId>,
    rows: Vec<Row>,
    lowered: String,
    /// The signatures of all words together.
    pub signature: Signature,
}

struct Word {
    /// That of all its terms.
    signature: Signature,
    token: u32,
    /// Its terms: a row of the rule set's, or of [`Content::rows`] where the lexicon lacks the word.
    row: u32,
    traits: u8,
}

/// Traits of a word, as bits.
const ADVERB: u8 = 1;
const STARTS: u8 = 2;
const BREAKS: u8 = 4;
/// The lexicon lacks it.
const UNKNOWN: u8 = 8;
/// It is one of the terms that no list has, [`OWN`] and [`NAME`].
const OWN_SIDE: u8 = 16;
const OF_NAME: u8 = 32;

/// The signature of the terms that the traits of a word tell.
fn told(traits: u8) -> Signature {
    const NONE: Signature = Signature::NONE;
    const TOLD: [Signature; 4] = [NONE, NONE.with(OWN), NONE.with(NAME), NONE.with(OWN).with(NAME)];
    TOLD[usize::from(traits / OWN_SIDE % 4)]
}

impl Content {
    pub fn read(&mut self, terms: &Terms, text: &Text<'_>, attribution: &Attribution, side: &Side<'_, '_>) {
        self.words.clear();
        self.tried.clear();
        self.terms.clear();
        self.rows.clear();
        self.rows.push(Row::default());
        self.signature = Signature::NONE;
        let mut starts = true;
        let mut breaks = false;
        for &run in &attribution.content {
            let mut sentence = text.sentences.at(run.first());
            let begins = |n: usize| text.sentences.runs.get(n).map_or(usize::MAX, |run| run.first());
            let mut next = begins(sentence + 1);
            for i in run.indices() {
                let token = &text.tokens[i];
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
                // most words are just those of the lexicon
                let (row, told_by_word) =
                    if token.word == WordId::NONE || token.is_capital() || token.classes.any(TELLING) {
                        let (row, traits) = self.look_closely(*token, terms, text.word(i), starts);
                        (row, traits | if side.is_own(i) { OWN_SIDE } else { 0 })
                    } else {
                        (terms.row(token.word), 0)
                    };
                let traits = told_by_word | if starts { STARTS } else { 0 } | if breaks { BREAKS } else { 0 };
                let mut word = Word { signature: Signature::NONE, token: i as u32, row, traits };
                // and most are no term
                let (other, place) = (traits & (OWN_SIDE | OF_NAME) != 0, self.words.len() as u32);
                if row != 0 || other {
                    let row = self.row(&word, terms);
                    word.signature = row.signature.union(told(traits));
                    if row.tried || other {
                        self.tried.push(place);
                    }
                    self.signature = self.signature.union(word.signature);
                }
                self.words.push(word);
                (starts, breaks) = (false, false);
            }
            starts = true;
        }
    }

    /// For how many words there is room.
    pub fn room(&self) -> usize {
        self.words.capacity()
    }

    /// The row and the traits of a word that is more than one of the lexicon in small letters.
    fn look_closely(&mut self, token: Token, terms: &Terms, letters: &str, starts: bool) -> (u32, u8) {
        let (classes, capital) = (token.classes, token.is_capital());
        let (row, unknown, adverb) = if token.word == WordId::NONE {
            (self.look_up(terms, letters), UNKNOWN, !capital && letters.ends_with("ly"))
        } else {
            let adverb = classes.has(Class::Adverb) && !classes.has(Class::Negation);
            (terms.row(token.word), 0, adverb)
        };
        let of_name = capital && is_name(classes, letters, starts);
        (row, unknown | if adverb { ADVERB } else { 0 } | if of_name { OF_NAME } else { 0 })
    }

    /// The row of a word that the lexicon lacks.
    fn look_up(&mut self, terms: &Terms, word: &str) -> u32 {
        let first = self.terms.len();
        terms.of_unknown(word, &mut self.lowered, &mut self.terms);
        if self.terms.len() == first {
            return 0;
        }
        self.rows.push(Row::at_end(&self.terms, first));
        (self.rows.len() - 1) as u32
    }

    /// The bytes from word `start` to the word before `end`.
    pub fn span(&self, text: &Text<'_>, start: usize, end: usize) -> Span {
        let token = |word: usize| self.words[word].token as usize;
        text.span(Run::new(token(start), token(end.max(start + 1) - 1) + 1))
    }

    fn has(&self, i: usize, bit: u8) -> bool {
        self.words.get(i).is_some_and(|word| word.traits & bit != 0)
    }

    /// Where the terms of a word stand, but for those that its traits tell.
    fn row<'t>(&'t self, word: &Word, terms: &'t Terms) -> &'t Row {
        if word.traits & UNKNOWN == 0 { terms.at(word.row) } else { &self.rows[word.row as usize] }
    }

    /// The terms of a word but for those that its traits tell.
    fn listed<'t>(&'t self, word: &Word, terms: &'t Terms) -> &'t [TermId] {
        let row = self.row(word, terms);
        if word.traits & UNKNOWN == 0 { terms.of(row) } else { row.of(&self.terms) }
    }

    /// Calls `see` for every term of every word where a pattern is to be tried, with the place of the word.
    pub fn each_tried(&self, terms: &Terms, mut see: impl FnMut(u32, TermId)) {
        for &i in &self.tried {
            let word = &self.words[i as usize];
            for &term in self.listed(word, terms) {
                see(i, term);
            }
            if word.traits & OWN_SIDE != 0 {
                see(i, OWN);
            }
            if word.traits & OF_NAME != 0 {
                see(i, NAME);
            }
        }
    }
}

/// A word of none of these classes is no adverb and nobody's side.
const TELLING: Classes = Classes::of(Class::Adverb).and(Class::SubjectPronoun).and(Class::Group);

/// Whether a capitalised word is one of a name; at the start of a sentence every word has a capital, and a plural is likelier.
fn is_name(classes: Classes, word: &str, starts: bool) -> bool {
    classes.any(Classes::of(Class::Male).and(Class::Female).and(Class::Suffix))
        || classes.is_empty()
            && !(starts && ["s", "ed", "ing", "ly"].iter().any(|ending| word.ends_with(ending)))
}

/// A content as patterns see it.
pub(super) struct Seen<'c> {
    pub content: &'c Content,
    pub terms: &'c Terms,
}

impl Words for Seen<'_> {
    fn len(&self) -> usize {
        self.content.words.len()
    }

    #[inline]
    fn is(&self, i: usize, set: &TermSet) -> bool {
        // mostly none
        let word = &self.content.words[i];
        word.signature.meets(set.signature()) && self.is_in(word, set)
    }

    fn is_adverb(&self, i: usize) -> bool {
        self.content.has(i, ADVERB)
    }

    fn starts_sentence(&self, i: usize) -> bool {
        self.content.has(i, STARTS)
    }

    fn breaks(&self, i: usize) -> bool {
        self.content.has(i, BREAKS)
    }
}

impl Seen<'_> {
    fn is_in(&self, word: &Word, set: &TermSet) -> bool {
        self.content.listed(word, self.terms).iter().any(|&term| set.has(term))
            || word.traits & OWN_SIDE != 0 && set.has(OWN)
            || word.traits & OF_NAME != 0 && set.has(NAME)
    }
}
