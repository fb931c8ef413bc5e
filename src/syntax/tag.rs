//! Contract: every token of a sentence gets exactly one tag, determined by the word, its ending,
//! the tags to its left and the words to its right.
//!
//! There is no trained tagger. Word lists, suffixes and the neighbouring words are enough to tell a
//! verb group from a noun phrase, which is all that attribution needs.

mod ambiguous;
mod base_form;
mod capital;
mod clause;
mod closed;
mod head;
mod open;
mod past;
pub(super) mod plain;
mod reduced_relative;
mod sign;
mod third_person;

use crate::arena::List;
use crate::lexicon::{Class, Classes, word, words};
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};
use closed::CLOSED;

/// The role of a token in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Tag {
    Determiner,
    /// A possessive pronoun or "'s".
    Possessive,
    /// A personal or indefinite pronoun that is a noun phrase by itself.
    Pronoun,
    /// A pronoun that is never a subject.
    Object,
    Noun,
    Proper,
    Adjective,
    Number,
    /// A finite verb.
    Finite,
    /// An infinitive, or a verb after a modal.
    Base,
    Participle,
    Ing,
    Auxiliary,
    Negation,
    Adverb,
    Preposition,
    Coordinator,
    Subordinator,
    Wh,
    That,
    /// The "to" of an infinitive.
    To,
    Comma,
    /// A colon, semicolon, dash or bracket.
    Break,
    Mark,
    /// A full stop, question mark, exclamation mark or ellipsis.
    End,
    Other,
}

use Tag::{
    Adjective, Adverb, Base, Break, Comma, Coordinator, Determiner, End, Finite, Ing, Negation, Noun, Number,
    Participle, Possessive, Pronoun, Proper, To,
};

impl Tag {
    /// The number of tags.
    pub const COUNT: usize = Tag::Other as usize + 1;

    /// Whether it may be part of a noun phrase, before its head or as its head.
    pub fn is_nominal(self) -> bool {
        matches!(self, Determiner | Possessive | Noun | Proper | Adjective | Number | Pronoun)
    }

    pub fn is_verb(self) -> bool {
        matches!(self, Finite | Base | Participle | Ing)
    }
}

const VERB_FORMS: Classes = Classes::of(Class::VerbBase)
    .and(Class::VerbS)
    .and(Class::VerbPast)
    .and(Class::VerbParticiple)
    .and(Class::VerbIng);
const NOUNS: Classes =
    Classes::of(Class::Noun).and(Class::Person).and(Class::Group).and(Class::Document).and(Class::Medium);

/// A set of tags.
#[derive(Clone, Copy)]
pub(crate) struct Tags(u32);

impl Tags {
    /// Every tag.
    pub const ALL: Tags = Tags(u32::MAX);

    pub const fn of(tags: &[Tag]) -> Self {
        let mut set = 0;
        let mut n = 0;
        while n < tags.len() {
            set |= 1 << tags[n] as u8;
            n += 1;
        }
        Tags(set)
    }

    pub const fn union(self, other: Tags) -> Self {
        Tags(self.0 | other.0)
    }

    /// Whether the tag with this number is in the set.
    pub const fn has_number(self, tag: u8) -> bool {
        self.0 >> tag & 1 != 0
    }

    pub const fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u8 & 1 != 0
    }
}

/// Tags the tokens of one sentence. `title_case` says that capitals carry no information, as in
/// headlines. Adds to `heads` the tokens that may be the head of a cue, by their word or as a mark,
/// except quotations. Returns whether one of them is a view.
pub(crate) fn tag_sentence(
    text: &Text<'_>,
    sentence: Run,
    title_case: bool,
    tags: &mut [Tag],
    heads: &mut List<'_, u32>,
) -> bool {
    let mut views = false;
    let words = plain::words();
    let tagger = &mut Tagger { text, sentence, title_case, tags };
    let mut previous = End;
    for (i, token) in sentence.indices().zip(&text.tokens[sentence.indices()]) {
        let word = &words[token.word.0 as usize];
        let tag = match token.kind {
            Kind::Word if token.is_capital() => tagger.capital(i, token),
            Kind::Word => match word.plain {
                // "to ballot its members"
                Some(Noun) if previous == To => Base,
                // "hope it will work, yet warn that"
                Some(Adverb) if previous == Comma && tagger.contrasts(i) => Coordinator,
                // "farmers near the well say", "those at the back say"
                Some(Adverb) if previous == Determiner && tagger.heads_phrase(i) => Noun,
                Some(tag) => tag,
                None => tagger.lower_case(i, token),
            },
            kind => of_kind(kind).unwrap_or_else(|| tagger.sign(i, kind)),
        };
        tagger.tags[i] = tag;
        previous = tag;
        if word.heads.attributes() || token.kind != Kind::Word && tagger.is_cue_mark(i, token.kind) {
            heads.push(i as u32);
            views |= word.heads.view();
        }
    }
    views
}

/// The tag that follows from the kind of a token, if its letters do not matter.
const fn of_kind(kind: Kind) -> Option<Tag> {
    match kind {
        Kind::Number => Some(Number),
        Kind::Comma => Some(Comma),
        Kind::Colon | Kind::Semicolon | Kind::Dash | Kind::Open | Kind::Close | Kind::Bullet => Some(Break),
        Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis => Some(End),
        Kind::Address => Some(Proper),
        Kind::Word | Kind::Clitic | Kind::Mark | Kind::Symbol => None,
    }
}

struct Tagger<'a> {
    text: &'a Text<'a>,
    sentence: Run,
    title_case: bool,
    tags: &'a mut [Tag],
}

impl Tagger<'_> {
    fn token(&self, i: usize) -> &Token {
        &self.text.tokens[i]
    }

    fn classes(&self, i: usize) -> Classes {
        self.text.tokens[i].classes
    }

    /// Whether it is a mark that may attribute: of commas, only one before a quotation mark.
    fn is_cue_mark(&self, i: usize, kind: Kind) -> bool {
        match kind {
            Kind::Colon | Kind::Dash | Kind::Bullet => true,
            Kind::Comma => self.text.tokens.get(i + 1).is_some_and(|next| next.kind == Kind::Mark),
            _ => false,
        }
    }

    /// The index of the next word that is not an adverb.
    fn next(&self, i: usize) -> Option<usize> {
        (i + 1..self.sentence.stop().min(i + 4)).find(|&j| {
            !(self.classes(j).has(Class::Adverb)
                && self.token(j).kind == Kind::Word
                && !self.classes(j).any(VERB_FORMS))
        })
    }

    /// Whether the adverb at `i` is a noun, since "the" comes before it and a verb follows.
    #[inline(never)]
    fn heads_phrase(&self, i: usize) -> bool {
        const VERBS: Classes =
            Classes::of(Class::VerbBase).and(Class::VerbS).and(Class::Be).and(Class::Have).and(Class::Modal);
        self.text.id(i - 1) == word!("the") && i + 1 < self.sentence.stop() && {
            let next = self.classes(i + 1);
            next.any(VERBS) && !next.any(NOUNS.and(Class::Adjective))
        }
    }

    /// ", yet she stayed", but ", yet to be built", ", yet another storm": whether the adverb at
    /// `i` joins two clauses.
    #[inline(never)]
    fn contrasts(&self, i: usize) -> bool {
        self.text.id(i) == word!("yet")
            && i + 1 < self.sentence.stop()
            && !words!["to", "another", "more"].has(self.text.id(i + 1))
    }

    /// The nearest token to the left that is not an adverb or negation, with its tag.
    fn left(&self, i: usize) -> Option<(usize, Tag)> {
        (self.sentence.first()..i)
            .rev()
            .take(5)
            .map(|j| (j, self.tags[j]))
            .find(|&(_, tag)| !matches!(tag, Adverb | Negation))
    }

    /// The tag of a word in lower case that is not fixed by the word alone.
    #[inline(never)]
    fn lower_case(&self, i: usize, token: &Token) -> Tag {
        let classes = token.classes;
        let closed = classes.any(CLOSED).then(|| self.closed_class(i, classes)).flatten();
        closed.unwrap_or_else(|| self.open_class(i, token))
    }
}
