//! A view of the text that answers this pass's questions about tokens.

use super::key::Key;
use super::vocabulary::{Sense, Senses};
use super::wanted::Wanted;
use crate::arena::{ArenaString, List};
use crate::lexicon::{Class, Classes, Lexicon, WordId, Words};
use crate::syntax::Syntax;
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};

/// The most words of a listed name.
const COMPOUND: usize = 4;

/// The union of the senses and of the classes of some tokens, and whether one of them is a symbol.
pub(super) type All = (Senses, Classes, bool);

const PRONOUNS: Senses = Senses::of(&[Sense::He, Sense::She, Sense::They, Sense::It]);

pub(super) struct TokenView<'a, 't> {
    pub text: &'t Text<'t>,
    /// The tokens of `text`, which are asked about most.
    tokens: &'t [Token],
    pub syntax: &'a Syntax<'t>,
    pub lexicon: &'static Lexicon,
    /// The third-person pronouns, in order.
    pub pronouns: List<'t, (u32, Wanted)>,
    /// The words with a capital or a full stop, and those like "al-Saleh", in order.
    pub shaped: List<'t, u32>,
    /// For each token: its senses, given its spelling.
    senses: &'t [Senses],
    /// For each token: the index of its sentence.
    sentences: List<'t, u32>,
    /// For each sentence: the index of its block.
    blocks: List<'t, u32>,
}

impl<'a, 't> TokenView<'a, 't> {
    pub fn new(syntax: &'a Syntax<'t>) -> Self {
        let text = syntax.text;
        let lexicon = Lexicon::built_in();
        let (count, arena) = (text.tokens.len(), text.arena);
        let mut shaped = List::with_capacity_in(count / 4, arena);
        let mut pronouns = List::with_capacity_in(count / 16, arena);
        let senses =
            arena.alloc_slice_fill_iter(text.tokens.iter().zip(0..count as u32).map(|(token, i)| {
                if token.kind != Kind::Word {
                    return Senses::default();
                }
                let senses = if token.is_simple() {
                    lexicon.senses(token.word).shaped(false, false)
                } else if token.is_plain() {
                    if has_particle(text, *token) {
                        shaped.push(i);
                    }
                    lexicon.senses(token.word).shaped(false, false)
                } else {
                    shaped.push(i);
                    of_shape(lexicon, *token, text)
                };
                // "IT" and "U.S." are not pronouns
                if senses.any(PRONOUNS) && !(token.is_upper() || token.is_dotted()) {
                    pronouns.push((i, Wanted::by(senses)));
                }
                senses
            }));
        let (sentences, blocks) = places(text);
        TokenView { text, tokens: &text.tokens, syntax, lexicon, pronouns, shaped, senses, sentences, blocks }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    pub fn kind(&self, i: usize) -> Option<Kind> {
        self.token(i).map(|t| t.kind)
    }

    pub fn classes(&self, i: usize) -> Classes {
        self.token(i).map_or(Classes::NONE, |t| t.classes)
    }

    /// The classes of a first name; of a double one ("Maria-Luisa"), those of its parts.
    #[inline]
    pub fn first_name_classes(&self, i: usize) -> Classes {
        let Some(token) = self.token(i).filter(|t| t.has_hyphen() && t.word == WordId::NONE) else {
            return self.classes(i);
        };
        let parts = token.span().of(self.text.source).split('-');
        parts.map(|part| self.lexicon.classes(self.lexicon.id(part))).fold(Classes::NONE, Classes::union)
    }

    pub fn is(&self, i: usize, class: Class) -> bool {
        self.classes(i).has(class)
    }

    /// Whether token `i` is one of `words`, ignoring case.
    pub fn is_one_of(&self, i: usize, words: Words) -> bool {
        self.token(i).is_some_and(|t| words.has(t.word))
    }

    pub fn word(&self, i: usize) -> &'t str {
        if i < self.len() { self.text.word(i) } else { "" }
    }

    pub fn word_is(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    /// The key of token `i`, ignoring case.
    pub fn key(&self, i: usize) -> Key {
        match self.token(i).map(|t| t.word) {
            Some(WordId::NONE) => {
                let span = self.text.tokens[i].span();
                Key::at(self.text.source, span.start(), span.end())
            }
            Some(id) => Key::of_id(id),
            None => Key::default(),
        }
    }

    /// The lexicon word of token `i`.
    pub fn id(&self, i: usize) -> WordId {
        self.token(i).map_or(WordId::NONE, |t| t.word)
    }

    /// The key of a word that does not come from the text.
    pub fn key_of(&self, word: &str) -> Key {
        match self.lexicon.id(word) {
            WordId::NONE => Key::of_word(word),
            id => Key::of_id(id),
        }
    }

    /// Whether it has no lower-case letter: "RUIZ".
    pub fn is_shouted(&self, i: usize) -> bool {
        !self.word(i).contains(char::is_lowercase)
    }

    pub fn senses(&self, i: usize) -> Senses {
        self.senses.get(i).copied().unwrap_or_default()
    }

    pub fn has(&self, i: usize, sense: Sense) -> bool {
        self.senses(i).has(sense)
    }

    /// Whether it starts with a capital and may be part of a name.
    pub fn is_capital(&self, i: usize) -> bool {
        self.has(i, Sense::Capital)
    }

    /// What the tokens in `run` are together.
    pub fn all(&self, run: Run) -> All {
        let (mut senses, mut classes, mut symbols) = (Senses::default(), Classes::NONE, false);
        for (token, &own) in self.text.tokens[run.indices()].iter().zip(&self.senses[run.indices()]) {
            senses = senses.union(own);
            classes = classes.union(token.classes);
            symbols |= token.kind == Kind::Symbol;
        }
        (senses, classes, symbols)
    }

    /// The senses of the words of `run` as one name that the lexicon lists: "South Korea".
    #[inline]
    pub fn compound(&self, run: Run) -> Senses {
        let may_be = (2..=COMPOUND).contains(&run.len()) && self.has(run.first(), Sense::CompoundFirst);
        if may_be { self.listed_compound(run) } else { Senses::default() }
    }

    fn listed_compound(&self, run: Run) -> Senses {
        let mut name = ArenaString::new_in(self.text.arena);
        for i in run.indices() {
            if i > run.first() {
                name.push('-');
            }
            name.push_str(self.word(i));
        }
        self.lexicon.senses(self.lexicon.id(&name))
    }

    pub fn is_ampersand(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.span().len() == 1) && self.word(i) == "&"
    }

    /// "al-Saleh": continues a name, although it starts in lower case.
    pub fn is_particled(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.has_hyphen() && !t.is_capital() && has_particle(self.text, *t))
    }

    /// "J." or "J" as part of a name.
    pub fn is_initial(&self, i: usize) -> bool {
        self.has(i, Sense::Initial)
    }

    /// Whether it is a capitalised word used as a first name.
    pub fn is_first_name(&self, i: usize) -> bool {
        self.has(i, Sense::FirstName)
    }

    /// Whether it is a title or an occupation that may precede a name: "President", "Sen.",
    /// "analyst".
    pub fn is_title(&self, i: usize) -> bool {
        self.has(i, Sense::Title)
    }

    /// Whether it is an unknown noun with an agent suffix: "roofer", "beekeeper", "violist".
    pub fn is_agent(&self, i: usize) -> bool {
        self.is_personal(i)
            || self.ends_as_noun(i)
                && ["er", "or"].iter().any(|ending| self.word(i).ends_with(ending))
                && !self.word(i).ends_with("ever")
    }

    /// Like [`Self::is_agent`], but only with suffixes that things do not have: "violist", not
    /// "server".
    pub fn is_personal(&self, i: usize) -> bool {
        const ENDINGS: [&str; 7] = ["ist", "ian", "eer", "man", "woman", "wright", "smith"];
        self.classes(i).is_empty()
            && self.ends_as_noun(i)
            && ENDINGS.iter().any(|ending| self.word(i).ends_with(ending))
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

    /// Whether it can only be a finite verb here.
    pub fn is_verb(&self, i: usize) -> bool {
        self.has(i, Sense::Verb)
    }

    pub fn is_clitic(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Clitic)
    }

    /// Whether it is "'s", or a bare apostrophe after a name in s.
    #[inline]
    pub fn is_possessive(&self, i: usize) -> bool {
        matches!(self.kind(i), Some(Kind::Clitic | Kind::Mark)) && self.ends_as_possessive(i)
    }

    /// Whether the clitic or mark at `i` makes a possessive of the word before it.
    #[inline(never)]
    fn ends_as_possessive(&self, i: usize) -> bool {
        if self.is_clitic(i) {
            return self.word(i).ends_with(['s', 'S']);
        }
        matches!(self.word(i), "'" | "’")
            && i > 0
            && self.word(i - 1).ends_with('s')
            && self.text.quotations.ending_at(i).is_none()
    }

    /// Whether token `i` opens a sentence or a quotation, so that its capital proves nothing.
    pub fn opens(&self, i: usize, sentence: Run) -> bool {
        i == sentence.first()
            || matches!(
                self.kind(i - 1),
                Some(Kind::Mark | Kind::Colon | Kind::Bullet | Kind::Open | Kind::Dash)
            )
    }

    /// Whether all words of `sentence` are capitalised, as in headlines. `shaped` are its words
    /// with a capital or a full stop.
    pub fn is_title_case(&self, sentence: Run, shaped: &[u32]) -> bool {
        let tokens = &self.text.tokens;
        // branch-free: whether a word is capitalised is unpredictable
        let counts = |&i: &u32| {
            let token = tokens[i as usize];
            token.is_capital() & (token.span().len() > 3) & !self.senses[i as usize].has(Sense::Function)
        };
        if shaped.len() < 3 {
            return false;
        }
        let capitals: usize = shaped.iter().map(|i| usize::from(counts(i))).sum();
        if capitals < 3 {
            return false;
        }
        // stops at the first lower-case word too many; one is enough before a full stop, since
        // "The New York Times praised Lena Moor and Tom Hale." is no headline
        let stop = tokens[sentence.stop() - 1].kind == Kind::Stop;
        let mut left = if stop { 1 } else { capitals.min(sentence.len()).div_ceil(5) };
        for (token, senses) in tokens[sentence.indices()].iter().zip(&self.senses[sentence.indices()]) {
            let small = (token.kind == Kind::Word) & !token.is_capital() & !senses.has(Sense::Function);
            left -= usize::from(small);
            if left == 0 {
                return false;
            }
        }
        sentence.indices().any(|i| self.is_capital(i) && self.is_content(i) && !self.is_title(i))
    }

    /// The index of the pronoun at `token` among the view's pronouns.
    pub fn pronoun_at(&self, token: usize) -> Option<usize> {
        self.pronouns.binary_search_by_key(&token, |&(at, _)| at as usize).ok()
    }

    /// The index of the sentence that contains token `i`.
    pub fn sentence_index(&self, i: usize) -> usize {
        self.sentences.get(i).map_or(self.text.sentences.runs.len(), |&at| at as usize)
    }

    /// The sentence that contains token `i`.
    pub fn sentence(&self, i: usize) -> Run {
        self.text.sentences.runs.get(self.sentence_index(i)).copied().unwrap_or_default()
    }

    /// The index of the block that contains token `i`.
    pub fn block(&self, i: usize) -> usize {
        self.block_of(self.sentence_index(i))
    }

    /// The index of the block that contains a sentence.
    pub fn block_of(&self, sentence: usize) -> usize {
        self.blocks.get(sentence).map_or(self.text.layout.blocks.len(), |&at| at as usize)
    }

    /// Whether token `i` is in a quotation of more than a few words.
    pub fn is_quoted(&self, i: usize) -> bool {
        self.text.quotations.around(i).is_some_and(|quotation| quotation.run.len() > 4)
    }
}

/// Whether the word with a hyphen begins with a name's particle: "al-Saleh".
fn has_particle(text: &Text<'_>, token: Token) -> bool {
    let parts = token.span().of(text.source).split_once('-');
    let lexicon = Lexicon::built_in();
    let joins = |particle: &str| lexicon.classes(lexicon.id(particle)).has(Class::NameParticle);
    token.kind == Kind::Word
        && parts.is_some_and(|(particle, name)| name.starts_with(char::is_uppercase) && joins(particle))
}

/// The senses of a word that has a capital or a full stop.
#[inline(never)]
fn of_shape(lexicon: &Lexicon, token: Token, text: &Text<'_>) -> Senses {
    let span = token.span();
    let word = || span.of(text.source);
    let capital = token.is_capital() && !(token.has_hyphen() && is_compound_adjective(word()));
    let senses = lexicon.senses(token.word).shaped(capital, token.is_upper() || token.is_dotted());
    // "Maria-Luisa"
    if capital && token.has_hyphen() && token.word == WordId::NONE {
        let first = word().split('-').next().unwrap_or_default();
        let own = lexicon.senses(lexicon.id(first));
        return if own.has(Sense::FirstName) { senses.with(Sense::FirstName) } else { senses };
    }
    // most words continue with a letter
    let letters = &text.source.as_bytes()[span.range()];
    if letters.len() > 4 || letters.get(1).is_some_and(u8::is_ascii_lowercase) {
        return senses;
    }
    let letter = || word().trim_end_matches('.').chars().nth(1).is_none();
    let dotted = token.is_dotted() && token.is_upper() && letters.len() == 4;
    if dotted || capital && letter() { senses.with(Sense::Initial) } else { senses }
}

/// "Calda-based", "Ruiz-led"
fn is_compound_adjective(word: &str) -> bool {
    let lexicon = Lexicon::built_in();
    let nations = |part: &str| lexicon.classes(lexicon.id(part)).has(Class::Adjective);
    if word.split('-').all(nations) {
        // "British-Iranian"
        return true;
    }
    let tail = word.rsplit('-').next().unwrap_or_default();
    let verbal =
        Classes::of(Class::VerbPast).and(Class::VerbParticiple).and(Class::VerbIng).and(Class::Adjective);
    tail.starts_with(char::is_lowercase) && lexicon.classes(lexicon.id(tail)).any(verbal)
}

/// The sentence of each token and the block of each sentence.
fn places<'t>(text: &Text<'t>) -> (List<'t, u32>, List<'t, u32>) {
    let mut sentences = List::with_capacity_in(text.tokens.len(), text.arena);
    let mut blocks = List::with_capacity_in(text.sentences.runs.len(), text.arena);
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
