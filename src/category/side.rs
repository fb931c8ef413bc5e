//! Contract: the speaker's own side as a subject: "I" and "we" in their own words; in the writer's words "he", "she", "they", the
//! words of the speaker's name or description, and the institution they speak for.

use crate::attribution::Attribution;
use crate::lexicon::{Class, Classes, WordId, named, words};
use crate::rules::Source;
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};

const I: WordId = named("i");
const WE: WordId = named("we");
const HE: WordId = named("he");
const SHE: WordId = named("she");
const THEY: WordId = named("they");
const IT: WordId = named("it");

pub(super) struct Side<'r, 't> {
    text: &'r Text<'t>,
    source: Option<Run>,
    name: Option<Run>,
    is_group: bool,
    /// Bits of [`Source`].
    sources: u8,
    /// The [`sign`]s of the words that name the speaker: most words have none of them.
    signs: u64,
}

impl<'r, 't> Side<'r, 't> {
    pub fn of(text: &'r Text<'t>, attribution: &Attribution, name: Option<Run>) -> Self {
        let name = name.filter(|name| Some(*name) != attribution.source);
        let mut side = Side { text, source: attribution.source, name, is_group: false, sources: 0, signs: 0 };
        let person = Classes::of(Class::Person)
            .and(Class::Title)
            .and(Class::Male)
            .and(Class::Female)
            .and(Class::IndefinitePronoun)
            .and(Class::SubjectPronoun);
        // what all words together are
        let (mut all, mut human) = (Classes::NONE, false);
        for run in side.source.into_iter().chain(name) {
            for token in &text.tokens[run.indices()] {
                side.signs |= sign(*token);
                all = all.union(token.classes);
                human |= token.classes.any(person) && ![IT, THEY].contains(&token.word);
            }
        }
        side.is_group = !human || all.any(Classes::of(Class::Group).and(Class::Document));
        let kinds = [
            (Class::Mouthpiece, Source::Spokesperson),
            (Class::Person, Source::Person),
            (Class::Group, Source::Group),
            (Class::Document, Source::Document),
        ];
        let kinds = kinds.into_iter().filter(|(class, _)| all.has(*class));
        side.sources = kinds.fold(0, |sources, (_, source)| sources | source.bit());
        if side.words().next().is_none() {
            side.sources = Source::None.bit();
        }
        side
    }

    /// What the speaker is, as bits of [`Source`].
    pub fn sources(&self) -> u8 {
        self.sources
    }

    /// The tokens that name the speaker.
    fn words(&self) -> impl Iterator<Item = usize> {
        self.source.into_iter().chain(self.name).flat_map(Run::indices)
    }

    fn classes(&self, i: usize) -> Classes {
        self.text.tokens[i].classes
    }

    /// A report or poll binds nobody, whatever it says of others.
    fn is_document(&self) -> bool {
        self.sources & Source::Document.bit() != 0 && self.sources & Source::Person.bit() == 0
    }

    /// Whether `pronoun` may be the speaker, by the names and pronouns that stand for it.
    fn may_be(&self, gender: Class, pronoun: WordId) -> bool {
        let sexes = Classes::of(Class::Male).and(Class::Female);
        let named = |i: usize| {
            let word = self.text.id(i);
            let fits = self.classes(i).has(gender) || word == pronoun;
            let other = [HE, SHE, I, WE, THEY].contains(&word);
            (fits, !fits && (self.classes(i).any(sexes) || other))
        };
        let (fits, differs) = self.words().map(named).fold((false, false), |a, b| (a.0 || b.0, a.1 || b.1));
        !self.is_document() && (fits || !differs)
    }

    /// Whether "they" may be the speaker: more than one, or nobody named.
    fn is_plural(&self) -> bool {
        let several = Classes::of(Class::Coordinator)
            .and(Class::IndefinitePronoun)
            .and(Class::Relative)
            .and(Class::NumberWord);
        !self.is_document()
            && self.source.is_none_or(|source| {
                source.indices().any(|i| {
                    let classes = self.classes(i);
                    classes.any(several)
                        || self.text.tokens[i].kind == Kind::Number
                        || self.text.id(i) == THEY
                        || classes.any(Classes::of(Class::Person).and(Class::Group).and(Class::Noun))
                            && self.text.word(i).ends_with(['s', 'e'])
                        || classes.is_empty() && self.text.word(i).ends_with('s')
                })
            })
    }

    /// Whether token `i` stands for the speaker's own side.
    #[inline]
    pub fn is_own(&self, i: usize) -> bool {
        // few words can: a pronoun, a group, a name
        let token = self.text.tokens[i];
        (token.is_capital() || token.classes.any(Classes::of(Class::SubjectPronoun).and(Class::Group)))
            && self.stands_for(i, token)
    }

    fn stands_for(&self, i: usize, token: Token) -> bool {
        let classes = token.classes;
        let quoted = || self.text.quotations.around(i).is_some();
        if classes.has(Class::SubjectPronoun) {
            return match token.word {
                I | WE => true,
                HE => self.may_be(Class::Male, HE) && !quoted(),
                SHE => self.may_be(Class::Female, SHE) && !quoted(),
                THEY => self.is_plural() && !quoted(),
                IT => self.is_group && !self.is_document() && !quoted(),
                _ => false,
            };
        }
        if classes.has(Class::Group) {
            // "the company", "our party", "its ministry"
            let before = i.checked_sub(1).map_or(WordId::NONE, |b| self.text.id(b));
            return words!["our", "my"].contains(&before)
                || words!["the", "its", "his", "their"].contains(&before) && !quoted()
                || self.names(i, |classes| classes.any(Classes::of(Class::Group).and(Class::Document)))
                || i > 0 && self.text.tokens[i - 1].is_capital() && self.names(i - 1, is_name);
        }
        let reported = || self.sources & Source::Spokesperson.bit() != 0 || !quoted();
        token.is_capital() && i + 1 < self.text.tokens.len() && reported() && self.names(i, is_name)
    }

    /// Whether token `i` is one of the words that name the speaker and that `fit`.
    fn names(&self, i: usize, fit: impl Fn(Classes) -> bool) -> bool {
        let token = self.text.tokens[i];
        if self.signs & sign(token) == 0 {
            return false;
        }
        let (id, word) = (token.word, self.text.word(i));
        self.words().any(|w| {
            self.text.id(w) == id
                && (id != WordId::NONE || self.text.word(w).eq_ignore_ascii_case(word))
                && self.text.tokens[w].is_word()
                && fit(self.classes(w))
        })
    }
}

/// A bit that tokens of the same word share, in whatever case.
fn sign(token: Token) -> u64 {
    let number = if token.word == WordId::NONE { token.span().len() } else { token.word.0.into() };
    1 << (number % 64)
}

/// Words that names are made of.
fn is_name(classes: Classes) -> bool {
    classes.is_empty()
        || classes.any(Classes::of(Class::Adjective).and(Class::Male).and(Class::Female).and(Class::Group))
}
