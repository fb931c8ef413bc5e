//! What the words of a source say about the speaker: "a spokesman for the harbour trust" is a
//! spokesperson and a group, of the family of harbours.

use super::{IT, Side, THEY, sign};
use crate::attribution::Attribution;
use crate::category::family::{Families, FamilyTable};
use crate::lexicon::{Class, Classes, Frame, Lexicon, Sense, words};
use crate::rules::Source;
use crate::syntax::Syntax;

impl Side<'_, '_> {
    /// "The duke will pay, his office said", "the mill would close, its owner said": the head of
    /// the phrase that opens the content, if the source belongs to it and speaks for it.
    pub(super) fn read_principal(&self, syntax: &Syntax<'_>, attribution: &Attribution) -> Option<usize> {
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
    pub(super) fn read_words(&mut self) -> (Classes, Classes, bool) {
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

    /// Whether one of the words that name the speaker is a person or a firm: "the brewer".
    pub(super) fn is_enterprise(&self) -> bool {
        let is = |i: usize| Lexicon::built_in().senses(self.text.id(i)).has(Sense::Enterprise);
        self.words().any(|i| self.classes(i).has(Class::Person) && is(i))
    }

    /// The kinds of source that the speaker is, as bits; `all` are the classes of its words,
    /// `known` their families.
    pub(super) fn read_sources(&self, all: Classes, known: Families) -> u8 {
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

    /// The families of all words that name the speaker or describe the role.
    pub(super) fn known_families(&self) -> Families {
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
}

/// The families that a speaker with these families speaks for; for a spokesman, the employer's
/// family, if it is known.
pub(super) fn speaks_for(known: Families) -> Families {
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
