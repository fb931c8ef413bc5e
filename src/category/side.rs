//! Contract: the speaker's own side as a subject: "I" and "we" in their own words; in the writer's
//! words "he", "she", "they", the words of the speaker's name or description, and the institution
//! they speak for.

mod agreement;
mod institution;
mod reading;

use super::family::{Families, FamilyTable};
use crate::attribution::Attribution;
use crate::entity::Speakers;
use crate::lexicon::{Class, Classes, WordId, named, words};
use crate::rules::Source;
use crate::syntax::Syntax;
use crate::text::token::Token;
use crate::text::{Run, Text};
use reading::speaks_for;

const I: WordId = named("i");
const WE: WordId = named("we");
const HE: WordId = named("he");
const SHE: WordId = named("she");
const THEY: WordId = named("they");
const IT: WordId = named("it");

/// The nouns that may name a side.
const NOUNS: Classes = Classes::of(Class::Group).and(Class::Person);

/// What the article knows about a speaker.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Speaker {
    /// The fullest name.
    pub name: Option<Run>,
    /// What the article says this person is.
    pub role: Option<Run>,
}

impl Speaker {
    /// The entity with this index in `speakers`.
    pub fn of(speakers: &Speakers<'_>, member: Option<u32>) -> Self {
        let member = member.map(|n| &speakers.entities[n as usize]);
        Speaker { name: member.map(|member| member.name), role: member.and_then(|member| member.role) }
    }
}

/// How much the words of the source say about who speaks.
enum Identity {
    /// "some", "who".
    Indefinite,
    /// A person without a name, of whom the words say no side: "the widow".
    Stranger,
    Usual,
}

pub(super) struct Side<'r, 't> {
    text: &'r Text<'t>,
    source: Option<Run>,
    name: Option<Run>,
    role: Option<Run>,
    is_group: bool,
    /// The source opens with "its" or "their": "its governor".
    is_its: bool,
    identity: Identity,
    /// The head of the phrase that the source belongs to: "The duke will pay, his office said".
    principal: Option<usize>,
    /// The families that the speaker speaks for.
    families: Families,
    /// Bits of [`Source`].
    sources: u8,
    /// The union of the [`sign`]s of the words that name the speaker; most other words share none
    /// of them.
    signs: u64,
}

impl<'r, 't> Side<'r, 't> {
    pub fn of(syntax: &Syntax<'t>, text: &'r Text<'t>, attribution: &Attribution, speaker: Speaker) -> Self {
        let source = attribution.source;
        let other = |run: &Run| Some(*run) != source;
        let (name, role) = (speaker.name.filter(other), speaker.role.filter(other));
        let families = Families::NONE;
        let mut side = Side {
            text,
            source,
            name,
            role,
            is_group: false,
            is_its: false,
            identity: Identity::Usual,
            principal: None,
            families,
            sources: 0,
            signs: 0,
        };
        let (all, head, human) = side.read_words();
        let opens = side.source.and_then(|run| run.indices().next()).map(|i| text.id(i));
        side.is_its = opens.is_some_and(|id| words!["its", "their"].has(id));
        let first = side.words().any(|i| [I, WE].contains(&text.id(i)));
        let indefinite = first || all.any(Classes::of(Class::IndefinitePronoun).and(Class::Relative));
        let known = side.known_families();
        side.families = speaks_for(known);
        let unknown = side.families == Families::NONE && !all.has(Class::Group);
        side.identity = if indefinite {
            Identity::Indefinite
        } else if unknown && head.has(Class::Person) && !side.has_name() {
            Identity::Stranger
        } else {
            Identity::Usual
        };
        let group = Classes::of(Class::Group).and(Class::Document);
        // "it" is the firm of "the head of the firm", but not the bill of "supporters of the bill"
        let institution =
            side.families != Families::NONE && side.families != FamilyTable::built_in().outsider;
        let speaks_for = institution || all.has(Class::Mouthpiece);
        side.is_group =
            !human || head.any(group) || all.any(group) && speaks_for || institution && side.is_enterprise();
        side.sources = side.read_sources(all, known);
        side.principal = side.read_principal(syntax, attribution);
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

    /// The tokens that name the speaker or describe the role.
    fn all_words(&self) -> impl Iterator<Item = usize> {
        self.words().chain(self.role.into_iter().flat_map(Run::indices))
    }

    /// Whether one of the words that name the speaker is part of a name.
    fn has_name(&self) -> bool {
        self.name.is_some() || self.words().any(|i| self.text.tokens[i].is_capital() && !self.starts(i))
    }

    fn classes(&self, i: usize) -> Classes {
        self.text.tokens[i].classes
    }

    fn speaks_for_another(&self) -> bool {
        self.sources & Source::Spokesperson.bit() != 0
    }

    /// A report or poll makes no commitments, whatever it says.
    fn is_document(&self) -> bool {
        let publisher = self.families != Families::NONE && self.families != FamilyTable::built_in().outsider;
        self.sources & Source::Document.bit() != 0 && self.sources & Source::Person.bit() == 0 && !publisher
    }

    /// Whether token `i` refers to the speaker's own side.
    #[inline]
    pub fn is_own(&self, i: usize) -> bool {
        // only a pronoun, a group or a name can
        let token = self.text.tokens[i];
        self.principal == Some(i)
            || (token.is_capital()
                || token.classes.any(NOUNS.and(Class::Noun).and(Class::Title).and(Class::SubjectPronoun)))
                && self.stands_for(i, token)
    }

    fn stands_for(&self, i: usize, token: Token) -> bool {
        let classes = token.classes;
        let quoted = || self.text.quotations.around(i).is_some();
        if classes.has(Class::SubjectPronoun) {
            return match token.word {
                I | WE => true,
                // "he", said by his spokeswoman
                HE => (self.may_be(Class::Male, HE) || self.speaks_for_another()) && !quoted(),
                SHE => (self.may_be(Class::Female, SHE) || self.speaks_for_another()) && !quoted(),
                THEY => self.is_plural() && !quoted(),
                IT => self.is_group && !self.is_document() && !quoted(),
                _ => false,
            };
        }
        if self.is_own_institution(i, token) {
            return true;
        }
        let reported = || self.speaks_for_another() || !quoted();
        let group = classes.has(Class::Group);
        !group && token.is_capital() && i + 1 < self.text.tokens.len() && reported() && self.is_named(i)
    }

    /// Whether the capitalised token `i` is one of the words of the speaker's name: "Moor", and
    /// "Labour" of a Labour spokesman, whose capital shows that it is a name.
    fn is_named(&self, i: usize) -> bool {
        self.names(i, |w| is_name(self.classes(w)) || self.text.tokens[w].is_capital() && !self.starts(w))
    }

    /// Whether a sentence starts with token `i`.
    fn starts(&self, i: usize) -> bool {
        i == 0 || self.text.sentences.runs[self.text.sentences.at(i)].first() == i
    }

    /// Whether token `i` is one of the words that name the speaker, in which one satisfies `fit`.
    fn names(&self, i: usize, fit: impl Fn(usize) -> bool) -> bool {
        let token = self.text.tokens[i];
        if self.signs & sign(token) == 0 {
            return false;
        }
        let (id, word) = (token.word, self.text.word(i));
        self.all_words().any(|w| {
            self.text.id(w) == id
                && (id != WordId::NONE || self.text.word(w).eq_ignore_ascii_case(word))
                && self.text.tokens[w].is_word()
                && fit(w)
        })
    }
}

/// A bit that depends only on the token's word, ignoring case.
fn sign(token: Token) -> u64 {
    let number = if token.word == WordId::NONE { token.span().len() } else { token.word.0.into() };
    1 << (number % 64)
}

/// Classes of words that form names.
fn is_name(classes: Classes) -> bool {
    classes.is_empty()
        || classes.any(Classes::of(Class::Adjective).and(Class::Male).and(Class::Female).and(Class::Group))
}
