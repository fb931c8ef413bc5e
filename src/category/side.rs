//! Contract: the speaker's own side as a subject: "I" and "we" in their own words; in the writer's
//! words "he", "she", "they", the words of the speaker's name or description, and the institution
//! they speak for.

mod agreement;

use super::family::{Families, FamilyTable};
use crate::attribution::Attribution;
use crate::entity::Speakers;
use crate::lexicon::{Class, Classes, Frame, WordId, named, words};
use crate::rules::Source;
use crate::syntax::Syntax;
use crate::text::token::Token;
use crate::text::{Run, Text};

const I: WordId = named("i");
const WE: WordId = named("we");
const HE: WordId = named("he");
const SHE: WordId = named("she");
const THEY: WordId = named("they");
const IT: WordId = named("it");

/// The nouns that may name a side.
const NOUNS: Classes = Classes::of(Class::Group).and(Class::Person);

/// The classes of first names; other words of names are mostly not in the lexicon.
const FIRST_NAMES: Classes = Classes::of(Class::Male).and(Class::Female);

/// A verb before a bare plural: "said officials would inspect the wreck".
const SPEECH: Classes = Classes::of(Class::VerbPast).and(Class::VerbS);

/// How many words may be between "the" and the noun: "the former port governor".
const PHRASE: usize = 4;

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

/// How a noun phrase begins.
enum Opening {
    /// "the company".
    Definite,
    /// "its company".
    Possessed,
    /// "officials".
    Bare,
    /// "a company", "some officials".
    Other,
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
        side.is_group = !human || head.any(group) || all.any(group) && speaks_for;
        side.sources = side.read_sources(all, known);
        side.principal = side.read_principal(syntax, attribution);
        side
    }

    /// "The duke will pay, his office said", "the mill would close, its owner said": the head of
    /// the phrase that opens the content, if the source belongs to it and speaks for it.
    fn read_principal(&self, syntax: &Syntax<'_>, attribution: &Attribution) -> Option<usize> {
        let opens = self.text.id(self.source?.first());
        let speaks = self.sources & Source::Authority.bit() != 0;
        let belongs = words!["his", "her", "its", "their"].has(opens);
        if !speaks || !belongs || attribution.frame != Some(Frame::Post) {
            return None;
        }
        let content = attribution.content.first()?;
        syntax.core_end(content.first(), content.stop()).map(|end| end - 1)
    }

    /// Notes the signs of the speaker's words. Returns the union of their classes, that of the
    /// words before the first preposition, and whether one of them refers to a person.
    fn read_words(&mut self) -> (Classes, Classes, bool) {
        let person = Classes::of(Class::Person)
            .and(Class::Title)
            .and(Class::Male)
            .and(Class::Female)
            .and(Class::IndefinitePronoun)
            .and(Class::SubjectPronoun);
        let (mut all, mut head, mut human) = (Classes::NONE, Classes::NONE, false);
        for run in self.source.into_iter().chain(self.name) {
            let mut within = false;
            for token in &self.text.tokens[run.indices()] {
                self.signs |= sign(*token);
                all = all.union(token.classes);
                within |= token.classes.has(Class::Preposition);
                head = if within { head } else { head.union(token.classes) };
                human |= token.classes.any(person) && ![IT, THEY].contains(&token.word);
            }
        }
        if let Some(run) = self.role {
            for token in &self.text.tokens[run.indices()] {
                self.signs |= sign(*token);
                // "the company" after "Ruiz, its spokesman,"
                all = all.union(if token.classes.has(Class::Mouthpiece) {
                    Classes::of(Class::Mouthpiece)
                } else {
                    Classes::NONE
                });
            }
        }
        (all, head, human)
    }

    /// The kinds of source that the speaker is, as bits; `all` are the classes of its words,
    /// `known` their families.
    fn read_sources(&self, all: Classes, known: Families) -> u8 {
        let kinds = [
            (Class::Mouthpiece, Source::Spokesperson),
            (Class::Person, Source::Person),
            (Class::Group, Source::Group),
            (Class::Document, Source::Document),
        ];
        let kinds = kinds.into_iter().filter(|(class, _)| all.has(*class));
        let safety = if known.meets(FamilyTable::built_in().safety) { Source::Safety.bit() } else { 0 };
        let sources = kinds.fold(safety, |sources, (_, source)| sources | source.bit());
        if self.words().next().is_none() {
            Source::None.bit()
        } else if self.families == FamilyTable::built_in().outsider {
            sources | Source::Outsider.bit()
        } else if self.families != Families::NONE || self.is_group && !self.is_document() {
            sources | Source::Authority.bit()
        } else {
            sources
        }
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

    /// The families of all words that name the speaker or describe the role.
    fn known_families(&self) -> Families {
        let table = FamilyTable::built_in();
        let of = |i: usize| {
            let families = table.of(self.text.id(i)).0;
            if self.is_modifier(i) { families.without(table.outsider) } else { families }
        };
        self.all_words().map(of).fold(Families::NONE, Families::union)
    }

    /// Whether the person `i` only says what the next noun is: "the customer chief".
    fn is_modifier(&self, i: usize) -> bool {
        let noun = Classes::of(Class::Noun).and(Class::Person).and(Class::Group);
        let next = self.text.tokens.get(i + 1);
        self.classes(i).has(Class::Person)
            && !self.classes(i).has(Class::Adjective)
            && next.is_some_and(|next| next.classes.any(noun) && !next.is_capital())
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

    /// Whether the noun `i` names the side that the speaker speaks for: "our party", "the company"
    /// said by its chief executive, "officials" said by one of them.
    fn is_own_institution(&self, i: usize, token: Token) -> bool {
        let classes = token.classes;
        let (table, named) = (FamilyTable::built_in(), FamilyTable::built_in().of(token.word).1);
        if !classes.any(NOUNS) && named == Families::NONE {
            return false;
        }
        let group = classes.has(Class::Group);
        let before = i.checked_sub(1).map_or(WordId::NONE, |b| self.text.id(b));
        // "our festival" is an institution, since it has a family
        if (group || !classes.any(NOUNS)) && words!["our", "my"].has(before) {
            return true;
        }
        let quoted = self.text.quotations.around(i).is_some();
        let known = self.families.meets(named);
        let open = || {
            let unknown = match self.identity {
                Identity::Indefinite => return false,
                Identity::Stranger => named == Families::NONE,
                Identity::Usual => self.families == Families::NONE || named == Families::NONE,
            };
            !quoted && (unknown || self.is_its)
        };
        let own = match self.opening(i, group) {
            Opening::Possessed => !quoted && (known || group && (open() || !self.speaks_for_another())),
            Opening::Definite => known || group && open(),
            Opening::Bare => known && !quoted && self.text.word(i).ends_with('s'),
            Opening::Other => false,
        };
        own && self.families != table.outsider
            || group && self.names(i, |w| self.classes(w).any(Classes::of(Class::Group).and(Class::Document)))
            || group && i > 0 && self.text.tokens[i - 1].is_capital() && self.is_named(i - 1)
    }

    /// How the noun phrase that ends with noun `i` begins.
    fn opening(&self, i: usize, group: bool) -> Opening {
        let inner = Classes::of(Class::Adjective).and(Class::Group).and(Class::Noun).and(Class::Person);
        let first = i.saturating_sub(PHRASE);
        for before in (first..i).rev() {
            let token = self.text.tokens[before];
            // "the next president" is not the present one
            if token.classes.has(Class::Time) {
                return Opening::Other;
            }
            if words!["the", "this"].has(token.word) {
                return Opening::Definite;
            }
            if words!["its", "his", "her", "their"].has(token.word) {
                return if self.may_possess(token.word) { Opening::Possessed } else { Opening::Other };
            }
            if before + 1 == i && !token.is_word() || token.classes.any(Classes::of(Class::That)) {
                return Opening::Bare;
            }
            // "the Moor campaign" is someone else's
            let unknown = token.classes.is_empty() || token.classes.any(FIRST_NAMES);
            let foreign = group && token.is_capital() && unknown && !self.is_named(before);
            if foreign
                || !token.is_word()
                || !(token.classes.any(inner) || token.is_capital() && token.classes.is_empty())
            {
                break;
            }
        }
        if self.starts(i) || self.text.tokens[i - 1].classes.any(SPEECH) {
            Opening::Bare
        } else {
            Opening::Other
        }
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

/// The families that a speaker with these families speaks for; for a spokesman, the employer's
/// family, if it is known.
fn speaks_for(known: Families) -> Families {
    let table = FamilyTable::built_in();
    let known = known.without(table.safety);
    let employers = known.without(table.mouthpiece);
    if known.meets(table.outsider) {
        table.outsider
    } else if known.meets(table.mouthpiece) && employers == Families::NONE {
        table.mouthpiece
    } else {
        employers
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
