//! Descriptions that the article names later or has just named: "A charity has warned … Harbour Aid
//! said", "Sala resigned. The party leader said".
//!
//! Contract: a description is linked to at most one named entity, of the same kind and of matching
//! gender; plural descriptions are never linked.

use super::compound;
use super::gender::Gender;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::resolver::Resolver;
use super::role;
use super::salience::Lead;
use super::token_view::TokenView;
use super::vocabulary::{Sense, Senses};
use super::waiting::Unnamed;
use super::wanted::Wanted;
use crate::lexicon::{Class, Classes, words};
use crate::text::{Run, token};

/// A description can be named by a following sentence only in the first blocks of the article,
/// where news introduces people.
const LEAD: usize = 4;

/// How many sentences after such a description its name may come.
const REACH: usize = 2;

/// The maximum number of words between "a" and the noun for a person who is introduced.
const ADJECTIVES: usize = 2;

impl Resolver<'_, '_> {
    /// Keeps a new description until a name comes that may belong to it.
    pub(super) fn await_name(&mut self, id: Id, run: Run, head: usize, withheld: bool) {
        let (view, entity) = (self.view, &self.index.entities[id as usize]);
        let one = !entity.plural && matches!(entity.kind, EntityKind::Person | EntityKind::Organization);
        // "one listener", "another parent": one of several, never named
        let several =
            view.is(run.first(), Class::IndefinitePronoun) || view.has(run.first(), Sense::Singular);
        let withheld = withheld || several || view.is(head, Class::Mouthpiece);
        if !one || withheld || view.is_capital(head) && !view.has(head, Sense::Epithet) {
            return;
        }
        let sentence = view.sentence_index(head);
        let role = role::key(view, head);
        self.waiting.push(Unnamed { id, role, run, head, sentence, block: view.block_of(sentence) });
    }

    /// Links a waiting description to an entity whose name occurs for the first time.
    pub(super) fn introduce(&mut self, id: Id, name: Run, acts: bool) {
        let entity = &self.index.entities[id as usize];
        if !entity.named || entity.plural {
            return;
        }
        let fits = |unnamed: &&Unnamed| self.may_be_called(unnamed, entity, name);
        // most names
        if !self.waiting.iter().any(|unnamed| fits(&unnamed)) {
            return;
        }
        let fitting = || self.waiting.iter().filter(fits);
        // the only one of the headline and the one of the lead are one person
        let headlines = fitting().filter(|unnamed| unnamed.block == 0).count();
        let person = entity.kind == EntityKind::Person;
        let in_headline = |unnamed: &Unnamed| unnamed.block == 0 && headlines == 1 && person;
        let lead = |unnamed: &&Unnamed| acts && self.is_named_next(unnamed, entity, name);
        let below = |unnamed: &&Unnamed| !in_headline(unnamed);
        let found = sole(fitting().filter(|unnamed| self.has_role_of(unnamed, entity)))
            .or_else(|| sole(fitting().filter(lead).filter(below)))
            .or_else(|| sole(fitting().filter(lead)));
        let Some(first) = found else { return };
        let gender = entity.gender;
        let same = self.waiting.take(|unnamed| {
            let described = &self.index.entities[unnamed.id as usize];
            unnamed.id == first.id
                || in_headline(unnamed) && described.kind == self.index.entities[first.id as usize].kind
                || unnamed.role == first.role && described.gender.fits(gender)
        });
        for unnamed in same.into_iter().flatten() {
            self.index.entities[unnamed.id as usize].same_as = Some(id);
        }
        let kind = self.index.entities[first.id as usize].kind;
        let entity = &mut self.index.entities[id as usize];
        if entity.kind == EntityKind::Unknown {
            entity.kind = kind;
        }
        self.index.assign(self.view, id, without_possessor(self.view, first.run, first.head));
    }

    /// Whether a description and a name are of the same kind and of matching gender.
    fn may_be_called(&self, unnamed: &Unnamed, entity: &Entity, name: Run) -> bool {
        let described = &self.index.entities[unnamed.id as usize];
        // "Lantern Rights", after "a rights group"
        let body = described.kind == EntityKind::Organization
            && entity.kind == EntityKind::Unknown
            && entity.evidence.is_thing()
            && (name.len() > 1 || self.runs_something(name));
        (described.kind == entity.kind || body) && described.gender.fits(entity.gender)
    }

    /// "Doorways, which runs six hostels,"
    fn runs_something(&self, name: Run) -> bool {
        let view = self.view;
        view.kind(name.stop()) == Some(token::Kind::Comma) && view.is_one_of(name.stop() + 1, words!["which"])
    }

    /// "A senior minister … the minister Ana Ruiz": whether the description has the role of the
    /// named entity.
    fn has_role_of(&self, unnamed: &Unnamed, entity: &Entity) -> bool {
        let view = self.view;
        let head = entity.role.and_then(|run| role::head(view, run));
        let first = unnamed.run.first();
        let pointer = view.classes(first).any(Classes::of(Class::Determiner).and(Class::PossessivePronoun));
        let modifiers = Run::new(first + usize::from(pointer && first < unnamed.head), unnamed.head);
        // "says head", "Headteacher Ana Ruiz"
        let special = |head| role::kind_key(view, head) == Some(unnamed.role) && unnamed.run.len() == 1;
        // "Union leader accuses …", "Ana Ruiz, general secretary of the union Footplate,"
        let headline = unnamed.block == 0 && !modifiers.is_empty();
        let same = |head| role::key(view, head) == unnamed.role || special(head);
        head.is_some_and(|head| same(head) || headline && view.is_title(unnamed.head))
            && self.suits(entity, modifiers, unnamed.head)
    }

    /// "A charity has warned … Harbour Aid said": whether a description of the lead waits for a
    /// name like this, which follows soon.
    fn is_named_next(&self, unnamed: &Unnamed, entity: &Entity, name: Run) -> bool {
        let sentence = self.view.sentence_index(name.first());
        let near = sentence > unnamed.sentence && sentence <= unnamed.sentence + REACH;
        // "A senior Tory … Assembly leader Ana Ruiz": a description that any role fits
        let open = || entity.role.is_none() || self.view.has(unnamed.head, Sense::Epithet);
        if !near || unnamed.block >= LEAD || !open() {
            return false;
        }
        let described = &self.index.entities[unnamed.id as usize];
        // "The maker of roof tiles" describes, "the ministry" does not
        let plain = unnamed.run.len() <= 3;
        let definite = described.kind.is_body() && plain && self.is_definite(unnamed.run, unnamed.head);
        let other = definite || self.is_relative(unnamed.run, unnamed.head);
        !other && !self.has_rival(unnamed, entity.gender) && !self.is_kin(name)
    }

    /// "A coroner has called for changes after a grandmother died. Ana Ruiz, 78, fell …": whether
    /// the same sentence introduces somebody of this gender after a description that has none.
    fn has_rival(&self, unnamed: &Unnamed, gender: Gender) -> bool {
        let view = self.view;
        let stop = view.sentence(unnamed.head).stop();
        let introduced = |i: usize| {
            let noun = (i + 1..stop.min(i + ADJECTIVES + 2)).find(|&j| view.is(j, Class::Person));
            noun.is_some_and(|j| role::gender(view, Run::new(i, j + 1)) == gender)
        };
        gender != Gender::Unknown
            && self.index.entities[unnamed.id as usize].gender == Gender::Unknown
            && (unnamed.run.stop()..stop).any(|i| view.is_one_of(i, words!["a", "an"]) && introduced(i))
    }

    /// "Her son, Tom Ruiz, said": whether the name is that of somebody described by their relation
    /// to another person.
    fn is_kin(&self, name: Run) -> bool {
        let view = self.view;
        let Some(comma) = name.first().checked_sub(1) else { return false };
        let own = |i: usize| view.is(i, Class::PossessivePronoun) && !view.has(i, Sense::It);
        view.kind(comma) == Some(token::Kind::Comma)
            && comma > 0
            && view.is(comma - 1, Class::Person)
            && (comma.saturating_sub(ADJECTIVES + 1)..comma).any(own)
    }

    /// "his mother", "Sala's lawyer": someone other than the person just named, unlike "its chair",
    /// "Ostra's mayor".
    pub(super) fn is_relative(&self, run: Run, head: usize) -> bool {
        let view = self.view;
        let first = run.first();
        if view.is(first, Class::PossessivePronoun) {
            return !view.has(first, Sense::It);
        }
        let Some(owner) = (first..head).find(|&i| view.is_possessive(i)) else { return false };
        let after = self.names.partition_point(|name| name.run.stop() <= first);
        let name = self.names.get(after).filter(|name| name.run.stop() == owner);
        let person = |id: Id| self.index.entities[id as usize].kind == EntityKind::Person;
        name.is_none() || self.linked[after].is_some_and(person)
    }

    /// The person that a definite description refers to if no entity is known to have the role: the
    /// person just mentioned, if no role of theirs is known. "Sala resigned. The Ostra party leader
    /// said …"
    pub(super) fn newly_described(&mut self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        if !self.may_describe(run, head) {
            return None;
        }
        let gender = role::gender(view, run);
        let place = self.place_of(head);
        // "Ana Ruiz, who runs the shop": a clause already says who this is
        let told = |name: Run| {
            view.kind(name.stop()) == Some(token::Kind::Comma)
                && view.is_one_of(name.stop() + 1, words!["who"])
        };
        let free = |entity: &Entity| {
            entity.named && entity.kind == EntityKind::Person && entity.role.is_none() && !told(entity.name)
        };
        let find = |accepts: &dyn Fn(&Entity) -> bool| {
            self.salience.foremost(Wanted::Person(gender), &place, accepts, &self.index.entities)
        };
        // one person has several roles, but only if there is nobody else
        let held = |role: Run| role::head(view, role).map(|held| role::key(view, held));
        let other = |entity: &Entity| entity.role.and_then(held) != Some(role::key(view, head));
        let person = |entity: &Entity| entity.named && entity.kind == EntityKind::Person && other(entity);
        let sole = || find(&person).filter(|&(_, lead)| lead == Lead::Sole);
        // "His co-author, Ana Ruiz, went further. The Lisbon-based chemist said": who has just
        // acted
        let acted = || {
            let id = self.salience.actor(&place.before(), &self.index.entities)?;
            let entity = &self.index.entities[id as usize];
            let placed = (run.first()..head).any(|i| compound::places_person(view, i));
            let fits = (placed || run.len() == 2 && self.is_occupation(head))
                && person(entity)
                && entity.gender.fits(gender);
            fits.then_some((id, Lead::Clear))
        };
        let speaking = self.speaking(run, head).map(|id| (id, Lead::Clear));
        let found = speaking.or_else(acted).or_else(|| find(&free)).or_else(sole);
        let topic = self.salience.most_mentioned(gender, &self.index.entities);
        let near = |id: Id| {
            self.salience.is_prominent(id, place.sentence)
                || topic == Some(id) && self.salience.is_in_block(id, place.block)
        };
        let found = found.map(|(id, _)| id).filter(|&id| near(id))?;
        self.index.assign(view, found, without_possessor(view, run, head));
        Some(found)
    }

    /// "the chemist", "the cellist", but not "the mayor", "the officer": what somebody is besides
    /// the role in the story.
    fn is_occupation(&self, head: usize) -> bool {
        let view = self.view;
        let general = view.lexicon.variants().kind(view.id(head));
        let senses = view.lexicon.senses(general);
        let office = Senses::of(&[Sense::Epithet, Sense::Incidental]);
        view.has(head, Sense::KindKin) && !senses.any(office) && !view.has(head, Sense::Incidental)
    }

    /// "the Ostra mayor", but not "the chemist", "his mother": whether the description may be that
    /// of a person just mentioned.
    fn may_describe(&self, run: Run, head: usize) -> bool {
        let view = self.view;
        let person = (view.is_title(head) || view.is_agent(head)) && !view.is_group_word(head);
        // "Mayor", unless in capitals ("PM"), is often a title without its name
        let bare = run.len() == 1 && !view.is_shouted(head);
        // "the judge" may be somebody new, "the Supreme Court judge" rather not
        let placed = (run.first() + 1..head).any(|i| view.is_capital(i) && !view.is_shouted(i));
        let incidental = view.has(head, Sense::Incidental) && !placed;
        // "Moor said … “…,” the younger brother said"
        let modified = run.len() > 2
            && (run.first() + 1..head).all(|i| view.is(i, Class::Adjective) || compound::is_age(view, i));
        let again = || self.speaking(run, head).filter(|_| modified);
        let related = self.is_relative(run, head) || incidental && again().is_none();
        if !person || bare || related || role::is_plural(view, head) || view.is(head, Class::Mouthpiece) {
            return false;
        }
        // in a transcript, titles are forms of address
        if self.narrator.has_labels() {
            return false;
        }
        // "the Ostra mayor", "the party's former leader", but not "the chemist"
        run.len() > 2
            || (run.first()..=head).any(|i| view.is_capital(i) || view.is_possessive(i))
            || self.turn.is_some()
    }
}

impl Resolver<'_, '_> {
    /// "Moor said … “…,” said the author of the book": who has just spoken in this paragraph and is
    /// not known by another name for the same role.
    pub(super) fn speaking(&self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let turn = self.turn.filter(|turn| turn.block == view.block(head))?;
        let entity = &self.index.entities[turn.id as usize];
        let held = entity.role.and_then(|role| role::head(view, role)).map(|held| role::key(view, held));
        let other = held != Some(role::key(view, head));
        let fits =
            entity.named && entity.kind == EntityKind::Person && entity.gender.fits(role::gender(view, run));
        (fits && other).then_some(turn.id)
    }

    /// Like [`Self::speaking`], for a definite description with a phrase after its head.
    pub(super) fn speaking_at_length(&self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let epithet = view.has(head, Sense::Epithet) && !view.is_capital(head);
        let titled = view.is_title(head) && !view.is_group_word(head);
        let person = (titled || epithet) && !role::is_plural(view, head);
        let plain = !view.has(head, Sense::Incidental) && !view.is(head, Class::Mouthpiece);
        let pointed = view.is_one_of(run.first(), words!["the"]) && view.is_one_of(head + 1, words!["of"]);
        let turn = self.speaking(run, head)?;
        let known = self.index.entities[turn as usize].role.is_some() && !epithet;
        (person && plain && pointed && !known && !self.narrator.has_labels()).then_some(turn)
    }
}

/// The first of these descriptions, if all have its role: "Senior Tory …", "A senior Tory …" are
/// one person.
fn sole<'u>(mut found: impl Iterator<Item = &'u Unnamed>) -> Option<Unnamed> {
    let first = found.next()?;
    found.all(|other| other.role == first.role).then_some(*first)
}

/// "finance minister" in "its finance minister", "justice minister" in "Ostra's justice minister".
fn without_possessor(view: &TokenView<'_, '_>, run: Run, head: usize) -> Run {
    let possessor = (run.first()..head).rev().find(|&i| {
        view.is_possessive(i)
            || view.classes(i).any(Classes::of(Class::Determiner).and(Class::PossessivePronoun))
    });
    Run::new(possessor.map_or(run.first(), |i| i + 1), run.stop())
}
