//! The text with the questions that this room asks of a token.

use super::vocabulary::{Sense, Senses, Vocabulary, fold};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};

/// Words of the closed classes: no name begins or goes on with one, however it is written.
const FUNCTION: Classes = Classes::of(Class::Determiner)
    .and(Class::SubjectPronoun)
    .and(Class::ObjectPronoun)
    .and(Class::PossessivePronoun)
    .and(Class::Relative)
    .and(Class::Wh)
    .and(Class::Modal)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do)
    .and(Class::Negation)
    .and(Class::To)
    .and(Class::That)
    .and(Class::Preposition)
    .and(Class::Coordinator)
    .and(Class::Subordinator)
    .and(Class::Time)
    .and(Class::Month);

/// Words with a meaning of their own: at a sentence's start their capital shows nothing.
const CONTENT: Classes = Classes::of(Class::Adverb)
    .and(Class::IndefinitePronoun)
    .and(Class::NumberWord)
    .and(Class::Person)
    .and(Class::Group)
    .and(Class::Document)
    .and(Class::Noun)
    .and(Class::Adjective)
    .and(Class::VerbBase)
    .and(Class::VerbS)
    .and(Class::VerbPast)
    .and(Class::VerbParticiple)
    .and(Class::VerbIng);

const VERB: Classes =
    Classes::of(Class::VerbS).and(Class::VerbPast).and(Class::Modal).and(Class::Be).and(Class::Have);
const NOUN: Classes = Classes::of(Class::Person).and(Class::Group).and(Class::Document).and(Class::Noun);

pub(super) struct Page<'a, 't> {
    pub text: &'a Text<'t>,
    pub lexicon: &'static Lexicon,
    pub vocabulary: &'static Vocabulary,
    /// Of each token.
    senses: Vec<Senses>,
}

impl<'a, 't> Page<'a, 't> {
    pub fn new(text: &'a Text<'t>) -> Self {
        let vocabulary = Vocabulary::built_in();
        let word = |(i, token): (usize, &Token)| match token.kind {
            Kind::Word => vocabulary.senses_of(token.word, text.word(i)),
            _ => Senses::default(),
        };
        let senses = text.tokens.iter().enumerate().map(word).collect();
        Page { text, lexicon: Lexicon::built_in(), vocabulary, senses }
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

    pub fn folded(&self, i: usize) -> String {
        fold(self.word(i))
    }

    pub fn senses(&self, i: usize) -> Senses {
        self.senses.get(i).copied().unwrap_or_default()
    }

    pub fn has(&self, i: usize, sense: Sense) -> bool {
        self.senses(i).has(sense)
    }

    /// Starts with a capital and may be part of a name.
    pub fn is_capital(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        token.kind == Kind::Word
            && token.is_capital()
            && !(token.has_hyphen() && self.is_compound_adjective(i))
    }

    /// "Calda-based", "Ruiz-led"
    fn is_compound_adjective(&self, i: usize) -> bool {
        let tail = self.word(i).rsplit('-').next().unwrap_or_default();
        let verbal =
            Classes::of(Class::VerbPast).and(Class::VerbParticiple).and(Class::VerbIng).and(Class::Adjective);
        tail.starts_with(char::is_lowercase) && self.lexicon.classes(self.lexicon.id(tail)).any(verbal)
    }

    /// "J." or "J" as a part of a name.
    pub fn is_initial(&self, i: usize) -> bool {
        self.is_capital(i) && self.word(i).trim_end_matches('.').chars().count() == 1
            || self.token(i).is_some_and(|t| t.is_dotted() && t.is_upper() && t.span().len() == 4)
    }

    /// A capitalised word that is some people's first name.
    pub fn is_first_name(&self, i: usize) -> bool {
        self.is_capital(i)
            && (self.classes(i).any(Classes::of(Class::Male).and(Class::Female)) || self.has(i, Sense::Given))
    }

    /// Stands before a name and says what its bearer is: "President", "Sen.", "analyst".
    pub fn is_title(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Word)
            && (self.classes(i).any(Classes::of(Class::Title).and(Class::Person))
                || self.senses(i).any(&[Sense::Honorific, Sense::Role]))
    }

    /// An unknown noun whose ending makes it somebody who does something: "roofer", "beekeeper", "violist".
    pub fn is_agent(&self, i: usize) -> bool {
        const ENDINGS: [&str; 9] = ["er", "or", "ist", "ian", "eer", "man", "woman", "wright", "smith"];
        let word = self.word(i);
        let unknown = self.classes(i).is_empty() && self.kind(i) == Some(Kind::Word) && !self.is_capital(i);
        unknown && word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
    }

    pub fn is_group_word(&self, i: usize) -> bool {
        self.classes(i).any(Classes::of(Class::Group).and(Class::Document))
            || self.has(i, Sense::Organization)
    }

    pub fn is_function(&self, i: usize) -> bool {
        let acronym = self.token(i).is_some_and(|t| t.is_upper() || t.is_dotted());
        self.classes(i).any(FUNCTION) && !acronym
    }

    pub fn is_content(&self, i: usize) -> bool {
        self.classes(i).any(CONTENT)
    }

    /// A word that can only be a finite verb here.
    pub fn is_verb(&self, i: usize) -> bool {
        self.classes(i).any(VERB) && !self.classes(i).any(NOUN) && !self.is_capital(i)
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
        for i in sentence.indices().filter(|&i| self.kind(i) == Some(Kind::Word) && !self.is_function(i)) {
            if !self.is_capital(i) {
                others += 1;
            } else if self.word(i).len() > 3 {
                capitals += 1;
            }
        }
        capitals > 2
            && others * 5 < capitals
            && sentence.indices().any(|i| self.is_capital(i) && self.is_content(i) && !self.is_title(i))
    }

    /// The index of the block that holds token `i`.
    pub fn block(&self, i: usize) -> usize {
        self.text.layout.blocks.partition_point(|b| b.run.stop() <= i)
    }

    pub fn is_quoted(&self, i: usize) -> bool {
        self.text.quotations.around(i).is_some_and(|q| q.run.len() > 4)
    }
}
