//! Relatives: "Jack Moor … His wife, Ada": later "Mrs Moor" is Ada, and "her husband" is Jack.

use super::gender::Gender;
use super::kind::EntityKind;
use super::model::Id;
use super::resolver::Resolver;
use super::role;
use super::vocabulary::Sense;
use crate::lexicon::{Class, words};
use crate::text::Run;
use crate::text::token::Kind;

/// How many names back the relative is looked for.
const BACK: usize = 8;

impl Resolver<'_, '_> {
    /// Gives a person who is introduced by a first name alone the surname of the relative.
    pub(super) fn relate(&mut self, index: usize, id: Id) {
        let name = self.names[index];
        let possessor = || index.checked_sub(1).map(|i| self.names[i]).filter(|n| n.possessive);
        let of_first_name = || possessor().is_some_and(|n| n.run.len() == 1);
        if name.kind.is_body() || name.run.len() > 1 && !name.parts.is_whole() {
            return;
        }
        let Some(noun) = self.kin_before(name.whole()) else { return };
        let Some(owner) = self.owner_of(noun, index).filter(|&owner| owner != id) else { return };
        if self.view.has(noun, Sense::Relative) {
            self.index.described_by(id, role::key(self.view, noun));
        }
        if self.view.is_one_of(noun, words!["husband", "wife"]) {
            self.index.entities[id as usize].spouse = Some(owner);
            self.index.entities[owner as usize].spouse = Some(id);
        }
        // "Rafe's mother, Ada Moor": Rafe and his other relatives may be called Moor
        if name.run.len() > 1 {
            let single = self.index.entities[owner as usize].name.len() == 1;
            if single && of_first_name() && self.index.entities[owner as usize].family.is_none() {
                self.index.entities[owner as usize].family = Some(name.parts.last);
            }
            return;
        }
        let last = self.index.entities[owner as usize].name.stop() - 1;
        let family = self.index.entities[owner as usize].family.unwrap_or(self.view.key(last));
        let gender = self.kin_gender(noun);
        let entity = &mut self.index.entities[id as usize];
        if entity.kind == EntityKind::Unknown {
            entity.kind = EntityKind::Person;
        }
        entity.gender = entity.gender.or(gender);
        self.index.share_surname(family, id);
        self.index.entities[id as usize].family.get_or_insert(family);
    }

    /// "Len and Barbara Moor": he is Mr Moor, and she is his wife.
    pub(super) fn marry(&mut self, index: usize, id: Id) {
        let (Some(first), name) = (index.checked_sub(1), self.names[index]) else { return };
        let before = self.names[first];
        let joined = self.view.is_one_of(before.run.stop(), words!["and"])
            && name.whole().first() == before.run.stop() + 1
            && before.run.len() == 1
            && self.view.is_first_name(before.run.first())
            && name.run.len() == 2
            && self.view.is_first_name(name.run.first());
        let Some(other) = self.linked[first].filter(|&other| joined && other != id) else { return };
        self.index.share_surname(name.parts.last, other);
        let genders = [before.gender, name.gender];
        // read only for "her husband", "his wife"
        if genders[0] != genders[1] || genders[0] == Gender::Unknown {
            self.index.entities[id as usize].spouse.get_or_insert(other);
            self.index.entities[other as usize].spouse.get_or_insert(id);
        }
        let other = &mut self.index.entities[other as usize];
        if other.kind == EntityKind::Unknown {
            other.kind = EntityKind::Person;
        }
    }

    /// The husband or wife that a description like "her husband" refers to.
    pub(super) fn spouse(&self, run: Run, head: usize) -> Option<Id> {
        let married = self.view.is_one_of(head, words!["husband", "wife"]);
        let at = self.view.pronoun_at(run.first()).filter(|_| married && head == run.first() + 1)?;
        self.index.entities[self.antecedents[at]? as usize].spouse
    }

    /// The noun in "his wife Ada", "Moor's wife, Ada", "his wife, the cellist Ada", "a son, Ada".
    fn kin_before(&self, name: Run) -> Option<usize> {
        let view = self.view;
        let titled = view.has(name.first(), Sense::Incidental).then_some(name.first());
        let before = || {
            let pointed = name.first() > 0 && view.is_one_of(name.first() - 1, words!["the"]);
            let end = name.first().checked_sub(1 + usize::from(pointed))?;
            let comma = usize::from(view.kind(end) == Some(Kind::Comma));
            end.checked_sub(comma)
        };
        let noun = titled.or_else(before)?;
        let kin = view.has(noun, Sense::Incidental) || self.kin_gender(noun) != Gender::Unknown;
        let introduced = || view.has(noun, Sense::Relative) && view.is_one_of(noun - 1, words!["a", "an"]);
        let owned = noun > 0
            && (view.is(noun - 1, Class::PossessivePronoun) || view.is_possessive(noun - 1) || introduced());
        (kin && owned).then_some(noun)
    }

    fn kin_gender(&self, noun: usize) -> Gender {
        match (self.view.has(noun, Sense::Feminine), self.view.has(noun, Sense::Masculine)) {
            (true, false) => Gender::Female,
            (false, true) => Gender::Male,
            _ => Gender::Unknown,
        }
    }

    /// Whose relative: the person of full name that comes before and that the pronoun fits.
    fn owner_of(&self, noun: usize, index: usize) -> Option<Id> {
        let senses = self.view.senses(noun - 1);
        let wanted = match (senses.has(Sense::He), senses.has(Sense::She)) {
            (true, _) => Gender::Male,
            (_, true) => Gender::Female,
            _ => Gender::Unknown,
        };
        // "Rafe's mother"
        let possessor = index
            .checked_sub(1)
            .filter(|&i| self.names[i].possessive && self.names[i].run.stop() + 1 == noun);
        if let Some(owner) = possessor.and_then(|i| self.linked[i]) {
            return Some(owner).filter(|&id| self.index.entities[id as usize].kind.may_be_person());
        }
        let before = index.saturating_sub(BACK)..index;
        before.rev().filter_map(|i| self.linked[i]).find(|&id| {
            let entity = &self.index.entities[id as usize];
            entity.kind.may_be_person()
                && (entity.name.len() > 1 || entity.family.is_some())
                && entity.gender.fits(wanted)
        })
    }
}
