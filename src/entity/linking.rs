//! Links each name to its entity, along with what its neighbours say of it: a title, an apposition,
//! an acronym in brackets, an age.

use super::kind::EntityKind;
use super::kind_evidence;
use super::model::{Entity, Id};
use super::name::Name;
use super::resolver::Resolver;
use super::role;
use super::vocabulary::Sense;
use crate::lexicon::{Class, Classes, WordId, words};
use crate::text::token;

impl Resolver<'_, '_> {
    /// Links a name to its entity, along with its context: a title, an apposition, an acronym.
    pub(super) fn link(&mut self, index: usize) {
        let (view, name) = (self.view, &self.names[index]);
        let linked = self.linked[index].or_else(|| self.index.link(view, name));
        let Some(id) = linked else { return };
        self.linked[index] = linked;
        let entity = &mut self.index.entities[id as usize];
        if entity.awaits_evidence() {
            entity.evidence.add(kind_evidence::of(view, name));
        }
        self.index.touch(id);
        self.index.surname(id, name);
        self.learn_around(index, id);
    }

    /// Takes in what the words around a name say of its entity, which is only known now that it
    /// speaks: "Doorways, which runs six hostels, said".
    pub(super) fn learn_weak(&mut self, index: usize, id: Id) {
        let entity = &mut self.index.entities[id as usize];
        if entity.kind == EntityKind::Unknown {
            entity.evidence.add(kind_evidence::of(self.view, &self.names[index]));
            entity.kind = entity.evidence.kind();
        }
        self.learn_around(index, id);
    }

    /// Takes in what the words around a name say of its entity.
    pub(super) fn learn_around(&mut self, index: usize, id: Id) {
        let (view, name) = (self.view, &self.names[index]);
        self.alias(index, id);
        self.relate(index, id);
        self.marry(index, id);
        self.employ(index, id);
        // "the charity Brighter Harbours": later "the charity"
        let introducer = name.run.first().wrapping_sub(1);
        if name.kind.is_body() && name.title.is_none() && view.has(introducer, Sense::Introducer) {
            self.index.described_by(id, role::key(view, introducer));
        }
        let end = name.run.stop();
        if let Some(noun) = self.introduced_by(name) {
            self.index.described_by(id, role::key(view, noun));
            self.index.entities[id as usize].kind = EntityKind::Organization;
        }
        if name.title.is_none()
            && name.run.len() > 1
            && !name.kind.is_body()
            && self.index.entities[id as usize].role.is_none()
            && let Some(role) = role::apposed(view, name.run)
        {
            let entity = &mut self.index.entities[id as usize];
            let head = role::head(view, role).unwrap_or(role.first());
            if entity.kind == EntityKind::Unknown {
                // "the owner, Blue Lanes,", but "the owner, Frank Dacre,"
                let unlisted = view.id(name.run.stop() - 1) == WordId::NONE;
                if view.has(head, Sense::Introducer) && !(unlisted && view.is(head, Class::Person)) {
                    entity.evidence.group += 1;
                } else {
                    entity.kind = EntityKind::Person;
                }
            }
            self.index.assign(view, id, role);
        }
        match view.kind(end) {
            Some(token::Kind::Comma) if !name.possessive && !view.is_quoted(end) => {
                if view.kind(end + 1) == Some(token::Kind::Number) {
                    self.index.age(view.key(end + 1), id);
                }
                self.describe_after(id, end, name.run.len() > 1);
            }
            Some(token::Kind::Open)
                if view.token(end + 1).is_some_and(|t| t.is_upper())
                    && view.kind(end + 2) == Some(token::Kind::Close) =>
            {
                self.index.abbreviate(view, id, name.run, end + 1);
            }
            // "Ms VANE (Ashenby—Treasurer)"
            Some(token::Kind::Open) if !name.kind.is_body() => {
                if let Some(role) = role::bracketed(view, end) {
                    self.index.assign(view, id, role);
                }
            }
            _ => {}
        }
    }

    /// "Ana Ruiz of Norvik Bank", "Ana Ruiz, at the Harbour Trust,", "the Guild's Ana Ruiz": she
    /// belongs to the organisation whose name follows or precedes hers.
    fn employ(&mut self, index: usize, id: Id) {
        let (view, name) = (self.view, &self.names[index]);
        let Some(before) = index.checked_sub(1) else { return };
        // "the Guild's Ana Ruiz"
        if self.names[before].possessive && self.names[before].run.stop() + 1 == name.whole().first() {
            let entity = &mut self.index.entities[id as usize];
            entity.works_for = entity.works_for.or(self.linked[before]).filter(|&body| body != id);
            return;
        }
        if name.title.is_some() || self.names[before].possessive {
            return;
        }
        let person = self.names[before].run;
        let pointed = usize::from(view.is_one_of(name.run.first().wrapping_sub(1), words!["the"]));
        let Some(joint) = name.run.first().checked_sub(1 + pointed) else { return };
        let comma = usize::from(view.kind(person.stop()) == Some(token::Kind::Comma));
        if person.stop() + comma != joint || !view.is_one_of(joint, words!["of", "at", "from", "for", "with"])
        {
            return;
        }
        if let Some(holder) = self.linked[before].filter(|&holder| holder != id)
            && person.len() > 1
        {
            self.index.entities[holder as usize].works_for.get_or_insert(id);
        }
    }

    /// "They formed a group, Clean Harbours.": the noun that says which sort of organisation this
    /// is.
    fn introduced_by(&self, name: &Name) -> Option<usize> {
        let view = self.view;
        if name.kind != EntityKind::Unknown || name.title.is_some() || name.possessive {
            return None;
        }
        let comma = name.run.first().checked_sub(1).filter(|&i| view.kind(i) == Some(token::Kind::Comma))?;
        let noun = comma.checked_sub(1)?;
        let organization = view.has(noun, Sense::Introducer)
            && (view.has(noun, Sense::Enterprise) || view.is(noun, Class::Group))
            && !(view.is(noun, Class::Person)
                && (name.run.len() > 1 || view.is_first_name(name.run.first())));
        let closes = matches!(view.kind(name.run.stop()), Some(token::Kind::Comma | token::Kind::Stop));
        (organization && closes && role::is_indefinite(view, noun)).then_some(noun)
    }

    /// Sets the kind of entities whose names do not show one, from the evidence of all their
    /// mentions.
    pub(super) fn decide_kinds(&mut self) {
        let view = self.view;
        for id in 0..self.index.entities.len() {
            let family = self.is_family(&self.index.entities[id]);
            let entity = &mut self.index.entities[id];
            if family {
                (entity.kind, entity.plural) = (EntityKind::Group, true);
            }
            let evidence = &mut entity.evidence;
            // "Frezi Melas … Melas": only people are called by the last word of their name alone
            // (but "Velmark AirVenda … AirVenda")
            let branch =
                view.has(entity.name.first(), Sense::Place) && !view.is_first_name(entity.name.first());
            if entity.surname_uses > 0 && entity.name.len() > 1 && !branch {
                evidence.person += 2;
            }
            // "the Ana Ruiz campaign", later "Ruiz": who has a surname is a person
            let whole = entity.name.len() > 1 && entity.surname_uses > 0;
            let (kind, misled) = (evidence.kind(), evidence.is_thing() && !whole);
            if entity.awaits_evidence() && (entity.kind == EntityKind::Unknown || misled) {
                entity.kind = kind;
            }
        }
    }

    /// "Cross-examined by Ana Ruiz, the farmer said": whether what follows the comma at `comma` and
    /// ends before a verb at `verb` is the subject of the main clause, after a phrase that opens
    /// the sentence.
    fn opens_clause(&self, comma: usize, verb: usize) -> bool {
        let (view, sentence) = (self.view, self.view.sentence(comma));
        let opens = Classes::of(Class::VerbIng).and(Class::VerbParticiple).and(Class::Preposition);
        view.syntax.verb_at(verb) && view.classes(sentence.first()).any(opens)
    }

    /// "the Brunts", who have the surname of Ashley Brunt.
    fn is_family(&self, entity: &Entity) -> bool {
        let word = self.view.word(entity.name.first());
        let one = entity.name.len() == 1 && entity.kind == EntityKind::Organization;
        let surname = || word.strip_suffix('s').map(|surname| self.view.key_of(surname));
        one && surname().is_some_and(|surname| self.index.has_surname(surname))
    }

    /// "Ana Ruiz, head of the port": the apposition to a name that ends before the comma at `end`.
    fn describe_after(&mut self, id: Id, end: usize, full: bool) {
        let view = self.view;
        let limit = view.sentence(end - 1).stop();
        let kind = self.index.entities[id as usize].kind;
        let described = (kind == EntityKind::Unknown || kind.is_body())
            .then(|| role::of_enterprise(view, end, limit))
            .flatten();
        if let Some(head) = described {
            // "Graspworks, the maker of robots": later "the maker"
            self.index.described_by(id, role::key(view, head));
            if kind == EntityKind::Unknown {
                self.index.entities[id as usize].kind = EntityKind::Organization;
            }
        } else if !kind.is_body()
            && let Some(role) = role::after(view, end, limit)
            && !self.opens_clause(end, role.stop())
        {
            self.index.assign(view, id, role);
            let entity = &mut self.index.entities[id as usize];
            if entity.kind == EntityKind::Unknown && full {
                entity.kind = EntityKind::Person;
            }
        }
    }
}
