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
    /// Of each token.
    senses: Vec<Senses>,
    /// Of each token: the index of its sentence.
    sentences: Vec<u32>,
    /// Of each sentence: the index of its block.
    blocks: Vec<u32>,
    /// Of each token: whether it stands in a quotation of some length.
    quoted: Vec<bool>,
}

impl<'a, 't> Page<'a, 't> {
    pub fn new(text: &'a Text<'t>) -> Self {
        let vocabulary = Vocabulary::built_in();
        let mut pronouns = Vec::new();
        let of = |(i, token): (usize, &Token)| {
            let found = match token.kind {
                Kind::Word if token.word == WordId::NONE => vocabulary.senses(token.word, text.word(i)),
                Kind::Word => vocabulary.senses(token.word, ""),
                _ => Senses::default(),
            };
            // "IT" and "U.S." are none
            if found.any(PRONOUNS) && !token.is_upper() && !token.is_dotted() {
                pronouns.push((i as u32, Wanted::by(found)));
            }
            found
        };
        let senses: Vec<Senses> = text.tokens.iter().enumerate().map(of).collect();
        let (sentences, blocks) = places(text);
        let mut quoted = vec![false; text.tokens.len()];
        for quotation in text.quotations.list.iter().filter(|q| q.run.len() > 4) {
            quoted[quotation.run.indices()].fill(true);
        }
        Page { text, lexicon: Lexicon::built_in(), vocabulary, pronouns, senses, sentences, blocks, quoted }
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
        self.token(i).map_or(Classes::NONE, |t| self.lexicon.classes(t.word))
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
    #[inline]
    pub fn is_capital(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        token.kind == Kind::Word
            && token.is_capital()
            && !(token.has_hyphen() && self.is_compound_adjective(i))
    }

    /// "al-Saleh": a name goes on with it, though it begins small.
    pub fn is_particled(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| t.has_hyphen() && !t.is_capital()) else { return false };
        let parts = token.span().of(self.text.source).split_once('-');
        token.kind == Kind::Word
            && parts
                .is_some_and(|(particle, name)| particle.len() < 4 && name.starts_with(char::is_uppercase))
    }

    /// "Calda-based", "Ruiz-led"
    fn is_compound_adjective(&self, i: usize) -> bool {
        let tail = self.word(i).rsplit('-').next().unwrap_or_default();
        let verbal =
            Classes::of(Class::VerbPast).and(Class::VerbParticiple).and(Class::VerbIng).and(Class::Adjective);
        tail.starts_with(char::is_lowercase) && self.lexicon.classes(self.lexicon.id(tail)).any(verbal)
    }

    /// "J." or "J" as a part of a name.
    #[inline]
    pub fn is_initial(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        let letter = || self.word(i).trim_end_matches('.').chars().nth(1).is_none();
        token.span().len() <= 4
            && (token.is_dotted() && token.is_upper() && token.span().len() == 4
                || self.is_capital(i) && letter())
    }

    /// A capitalised word that is some people's first name.
    pub fn is_first_name(&self, i: usize) -> bool {
        self.has(i, Sense::FirstName) && self.is_capital(i)
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
        token.kind == Kind::Word
            && !token.is_capital()
            && token.span().len() > 5
            && self.lexicon.classes(token.word).is_empty()
    }

    pub fn is_group_word(&self, i: usize) -> bool {
        self.has(i, Sense::GroupWord)
    }

    #[inline]
    pub fn is_function(&self, i: usize) -> bool {
        self.has(i, Sense::Function) && !self.text.tokens[i].is_upper() && !self.text.tokens[i].is_dotted()
    }

    pub fn is_content(&self, i: usize) -> bool {
        self.has(i, Sense::Content)
    }

    /// A word that can only be a finite verb here.
    pub fn is_verb(&self, i: usize) -> bool {
        self.has(i, Sense::Verb) && !self.is_capital(i)
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
            let function = senses.has(Sense::Function) && !token.is_upper() && !token.is_dotted();
            if token.kind != Kind::Word || function {
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
        self.blocks.get(self.sentence_index(i)).map_or(self.text.layout.blocks.len(), |&at| at as usize)
    }

    pub fn is_quoted(&self, i: usize) -> bool {
        self.quoted.get(i).copied().unwrap_or(false)
    }
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
