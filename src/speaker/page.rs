//! The text with the questions that this room asks of a token.

use super::key::Key;
use super::recall::Wanted;
use super::vocabulary::{Sense, Senses, Vocabulary};
use crate::lexicon::{Class, Classes, Lexicon, WordId};
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};

const PRONOUNS: Senses = Senses::of(&[Sense::He, Sense::She, Sense::They, Sense::It]);

pub(super) struct Page<'a, 't> {
    pub text: &'a Text<'t>,
    pub lexicon: &'static Lexicon,
    pub vocabulary: &'static Vocabulary,
    /// The pronouns of the third person, in order.
    pub pronouns: Vec<(u32, Wanted)>,
    /// Of each token, as it is written.
    senses: Vec<Senses>,
    /// Of each token: the index of its sentence.
    sentences: Vec<u32>,
    /// Of each sentence: the index of its block.
    blocks: Vec<u32>,
}

impl<'a, 't> Page<'a, 't> {
    pub fn new(text: &'a Text<'t>) -> Self {
        let vocabulary = Vocabulary::built_in();
        let of = |(i, token): (usize, &Token)| match token.kind {
            Kind::Word if token.is_plain() && token.word != WordId::NONE => vocabulary.plain(token.word),
            Kind::Word => shaped(vocabulary, *token, text.word(i)),
            _ => Senses::default(),
        };
        let senses: Vec<Senses> = text.tokens.iter().enumerate().map(of).collect();
        // "IT" and "U.S." are none
        let small = |i: usize| !text.tokens[i].is_upper() && !text.tokens[i].is_dotted();
        let third = senses.iter().enumerate().filter(|(_, senses)| senses.any(PRONOUNS));
        let pronouns =
            third.filter(|&(i, _)| small(i)).map(|(i, &senses)| (i as u32, Wanted::by(senses))).collect();
        let (sentences, blocks) = places(text);
        Page { text, lexicon: Lexicon::built_in(), vocabulary, pronouns, senses, sentences, blocks }
    }

    pub fn len(&self) -> usize {
        self.text.tokens.len()
    }

    pub fn token(&self, i: usize) -> Option<&Token> {
        self.text.tokens.get(i)
    }

    pub fn kind(&self, i: usize) -> Option<Kind> {
        self.token(i).map(|t| t.kind)
    }

    pub fn classes(&self, i: usize) -> Classes {
        self.token(i).map_or(Classes::NONE, |t| t.classes)
    }

    pub fn is(&self, i: usize, class: Class) -> bool {
        self.classes(i).has(class)
    }

    pub fn word(&self, i: usize) -> &'t str {
        if i < self.len() { self.text.word(i) } else { "" }
    }

    pub fn word_is(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    /// The word as a number, whatever its case.
    pub fn key(&self, i: usize) -> Key {
        match self.token(i).map(|t| t.word) {
            Some(WordId::NONE) => Key::of_word(self.word(i)),
            Some(id) => Key::of_id(id),
            None => Key::default(),
        }
    }

    /// A word that stands nowhere in the text, as a number.
    pub fn key_of(&self, word: &str) -> Key {
        match self.lexicon.id(word) {
            WordId::NONE => Key::of_word(word),
            id => Key::of_id(id),
        }
    }

    /// No letter is a small one: "RUIZ".
    pub fn is_shouted(&self, i: usize) -> bool {
        !self.word(i).contains(char::is_lowercase)
    }

    pub fn senses(&self, i: usize) -> Senses {
        self.senses.get(i).copied().unwrap_or_default()
    }

    pub fn has(&self, i: usize, sense: Sense) -> bool {
        self.senses(i).has(sense)
    }

    /// Starts with a capital and may be part of a name.
    pub fn is_capital(&self, i: usize) -> bool {
        self.has(i, Sense::Capital)
    }

    /// The first token from `start` on, but before `stop`, that starts with a capital and may be part of a name.
    pub fn next_capital(&self, start: usize, stop: usize) -> Option<usize> {
        self.senses[start..stop].iter().position(|senses| senses.has(Sense::Capital)).map(|more| start + more)
    }

    /// Everything that any token of `run` can be.
    pub fn all_senses(&self, run: Run) -> Senses {
        self.senses[run.indices()].iter().fold(Senses::default(), |all, &senses| all.union(senses))
    }

    pub fn is_ampersand(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.span().len() == 1) && self.word(i) == "&"
    }

    /// "al-Saleh": a name goes on with it, though it begins small.
    pub fn is_particled(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| t.has_hyphen() && !t.is_capital()) else { return false };
        let parts = token.span().of(self.text.source).split_once('-');
        token.kind == Kind::Word
            && parts
                .is_some_and(|(particle, name)| particle.len() < 4 && name.starts_with(char::is_uppercase))
    }

    /// "J." or "J" as a part of a name.
    pub fn is_initial(&self, i: usize) -> bool {
        self.has(i, Sense::Initial)
    }

    /// A capitalised word that is some people's first name.
    pub fn is_first_name(&self, i: usize) -> bool {
        self.has(i, Sense::FirstName)
    }

    /// Stands before a name and says what its bearer is: "President", "Sen.", "analyst".
    pub fn is_title(&self, i: usize) -> bool {
        self.has(i, Sense::Title)
    }

    /// An unknown noun whose ending makes it somebody who does something: "roofer", "beekeeper", "violist".
    pub fn is_agent(&self, i: usize) -> bool {
        self.is_personal(i)
            || self.ends_as_noun(i)
                && ["er", "or"].iter().any(|ending| self.word(i).ends_with(ending))
                && !self.word(i).ends_with("ever")
    }

    /// As [`Self::is_agent`], with an ending that things do not have: "violist", but not "server".
    pub fn is_personal(&self, i: usize) -> bool {
        const ENDINGS: [&str; 7] = ["ist", "ian", "eer", "man", "woman", "wright", "smith"];
        self.ends_as_noun(i) && ENDINGS.iter().any(|ending| self.word(i).ends_with(ending))
    }

    fn ends_as_noun(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        token.kind == Kind::Word && !token.is_capital() && token.span().len() > 5 && token.classes.is_empty()
    }

    pub fn is_group_word(&self, i: usize) -> bool {
        self.has(i, Sense::GroupWord)
    }

    pub fn is_function(&self, i: usize) -> bool {
        self.has(i, Sense::Function)
    }

    pub fn is_content(&self, i: usize) -> bool {
        self.has(i, Sense::Content)
    }

    /// A word that can only be a finite verb here.
    pub fn is_verb(&self, i: usize) -> bool {
        self.has(i, Sense::Verb)
    }

    pub fn is_clitic(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Clitic)
    }

    /// "'s", or the bare apostrophe after a name in s.
    pub fn is_possessive(&self, i: usize) -> bool {
        self.is_clitic(i) && self.word(i).ends_with(['s', 'S'])
            || self.kind(i) == Some(Kind::Mark)
                && matches!(self.word(i), "'" | "’")
                && i > 0
                && self.word(i - 1).ends_with('s')
                && self.text.quotations.ending_at(i).is_none()
    }

    /// Whether token `i` opens a sentence or a quotation, so that its capital shows nothing.
    pub fn opens(&self, i: usize, sentence: Run) -> bool {
        i == sentence.first()
            || matches!(
                self.kind(i - 1),
                Some(Kind::Mark | Kind::Colon | Kind::Bullet | Kind::Open | Kind::Dash)
            )
    }

    /// Whether the words of `sentence` are capitalised whatever they are, as in headlines.
    pub fn is_title_case(&self, sentence: Run) -> bool {
        let (mut capitals, mut others) = (0, 0);
        let tokens = self.text.tokens[sentence.indices()].iter().zip(&self.senses[sentence.indices()]);
        for (token, senses) in tokens {
            if token.kind != Kind::Word || senses.has(Sense::Function) {
                continue;
            }
            if !token.is_capital() {
                others += 1;
                // however the rest is written
                if others * 5 >= sentence.len() {
                    return false;
                }
            } else if token.span().len() > 3 {
                capitals += 1;
            }
        }
        capitals > 2
            && others * 5 < capitals
            && sentence.indices().any(|i| self.is_capital(i) && self.is_content(i) && !self.is_title(i))
    }

    /// The index of the sentence that holds token `i`.
    pub fn sentence_index(&self, i: usize) -> usize {
        self.sentences.get(i).map_or(self.text.sentences.runs.len(), |&at| at as usize)
    }

    /// The sentence that holds token `i`.
    pub fn sentence(&self, i: usize) -> Run {
        self.text.sentences.runs.get(self.sentence_index(i)).copied().unwrap_or_default()
    }

    /// The index of the block that holds token `i`.
    pub fn block(&self, i: usize) -> usize {
        self.block_of(self.sentence_index(i))
    }

    /// The index of the block that holds a sentence.
    pub fn block_of(&self, sentence: usize) -> usize {
        self.blocks.get(sentence).map_or(self.text.layout.blocks.len(), |&at| at as usize)
    }

    /// Whether token `i` stands in a quotation of some length.
    pub fn is_quoted(&self, i: usize) -> bool {
        self.text.quotations.around(i).is_some_and(|quotation| quotation.run.len() > 4)
    }
}

/// What a word can be that has a capital or a stop, or that the lexicon does not hold.
fn shaped(vocabulary: &Vocabulary, token: Token, word: &str) -> Senses {
    let senses =
        if token.word == WordId::NONE { vocabulary.unknown(word) } else { vocabulary.known(token.word) };
    let capital = token.is_capital() && !(token.has_hyphen() && is_compound_adjective(word));
    let senses = senses.shaped(capital, token.is_upper() || token.is_dotted());
    let letter = || word.trim_end_matches('.').chars().nth(1).is_none();
    let dotted = token.is_dotted() && token.is_upper() && word.len() == 4;
    let initial = word.len() <= 4 && (dotted || capital && letter());
    if initial { senses.with(Sense::Initial) } else { senses }
}

/// "Calda-based", "Ruiz-led"
fn is_compound_adjective(word: &str) -> bool {
    let tail = word.rsplit('-').next().unwrap_or_default();
    let verbal =
        Classes::of(Class::VerbPast).and(Class::VerbParticiple).and(Class::VerbIng).and(Class::Adjective);
    let lexicon = Lexicon::built_in();
    tail.starts_with(char::is_lowercase) && lexicon.classes(lexicon.id(tail)).any(verbal)
}

/// The sentence of each token and the block of each sentence.
fn places(text: &Text<'_>) -> (Vec<u32>, Vec<u32>) {
    let mut sentences = Vec::with_capacity(text.tokens.len());
    let mut blocks = Vec::with_capacity(text.sentences.runs.len());
    let mut block = 0;
    for (run, at) in text.sentences.runs.iter().zip(0_u32..) {
        sentences.resize(run.stop().max(sentences.len()), at);
        while text.layout.blocks.get(block).is_some_and(|b| b.run.stop() <= run.first()) {
            block += 1;
        }
        blocks.push(block as u32);
    }
    (sentences, blocks)
}
