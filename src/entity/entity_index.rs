//! Contract: every name has one entity; names that the article uses interchangeably share it.
//!
//! Entities are looked up by hash: by full name, surname, first name, acronym and role. If several
//! share a key, only the few mentioned last are kept, so a lookup takes constant time however many
//! entities there are.

mod index_name;
mod same_name;

use std::cmp::Reverse;

use super::gender::Gender;
use super::key::Key;
use super::kind::EntityKind;
use super::lookup::{By, Lookup};
use super::model::{Entity, Id};
use super::name::Name;
use super::role;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use crate::arena::{Arena, List};
use crate::lexicon::Class;
use crate::text::Run;
use crate::text::token::Kind;

/// The first name of which a single name is a familiar form: full names have it as their key.
fn familiar(view: &TokenView<'_, '_>, name: &Name) -> Option<Key> {
    let first = name.run.first();
    let single = name.run.len() == 1 && view.has(first, Sense::NameKin) && !view.has(first, Sense::Party);
    single.then(|| Key::of_id(view.lexicon.variants().first_name(view.id(first))))
}

pub(super) struct EntityIndex<'t> {
    pub entities: List<'t, Entity>,
    lookup: Lookup<'t>,
    /// The number of mentions so far.
    clock: u32,
    /// Whether any name in the article has an initial for its first name, which is rare.
    has_initials: bool,
}

impl<'t> EntityIndex<'t> {
    pub fn new(arena: &'t Arena) -> Self {
        EntityIndex {
            entities: List::new_in(arena),
            lookup: Lookup::new(arena),
            clock: 0,
            has_initials: false,
        }
    }

    /// Adds all full names and returns the entity of each; surnames and other short forms are
    /// linked later, in reading order. Longer names come first, so that shorter ones find them.
    /// Names with "Jr." come last: they own a bare surname only if nobody else has it.
    pub fn add_full_names(&mut self, view: &TokenView<'_, 't>, names: &[Name]) -> &'t mut [Option<Id>] {
        let whole = |n: &Name| n.run.len() > 1 && (n.kind.is_body() || n.parts.is_whole()) && !n.weak;
        let arena = view.text.arena;
        let mut full: List<'_, u32> = List::with_capacity_in(names.len(), arena);
        full.extend((0..names.len() as u32).filter(|&i| whole(&names[i as usize])));
        self.entities.reserve(names.len() / 2);
        full.sort_by_key(|&i| {
            let name = &names[i as usize];
            (name.parts.suffix.is_some(), Reverse(name.run.len()))
        });
        self.lookup.reserve(full.len() * 3);
        self.has_initials = names.iter().any(|n| n.parts.short || view.is_initial(n.run.first()));
        let linked = arena.alloc_slice_fill_copy(names.len(), None);
        for at in full {
            linked[at as usize] = Some(self.enter(view, &names[at as usize]));
        }
        linked
    }

    /// The entity that `name` refers to, if it was mentioned already or its full name occurs
    /// anywhere in the article.
    pub fn link(&mut self, view: &TokenView<'_, '_>, name: &Name) -> Option<Id> {
        if name.parts.is_whole() || name.kind.is_body() {
            if let Some(id) = self.full(view, name) {
                self.learn(view, id, name);
                return Some(id);
            }
            if name.parts.is_whole() {
                return if name.weak { None } else { Some(self.enter(view, name)) };
            }
        }
        let (last, all) = (name.parts.last, name.parts.full);
        // "Ruth Amadou … Amadou": a first name used as a surname has no gender
        let surname = name.title.is_none() && name.run.len() == 1;
        let fits = |p: &Entity| p.gender.fits(name.gender);
        let person = |p: &Entity| fits(p) && !p.kind.is_body();
        let titled = name.title.is_some();
        let part = |p: &Entity| if titled { person(p) } else { fits(p) };
        let organization = |p: &Entity| fits(p) && p.kind.is_body();
        // "Norway" is not Norway Ferries
        let place = name.kind == EntityKind::Place && !view.is_first_name(name.run.first());
        let short = name.kind.is_body() && !view.has(name.run.first(), Sense::Whole);
        // "Mrs. Lund": a known woman is preferred to an entity of unknown gender
        let sure = |p: &Entity| (p.gender == name.gender, p.last_mention);
        let at = name.run.first();
        let same_block = |full: Run| full.first() < at && view.block(full.first()) == view.block(at);
        let by_surname = if titled {
            let known = |p: &Entity| person(p) && p.gender == name.gender && name.gender != Gender::Unknown;
            let relative = || self.pick(By::Relative, last, &known);
            let found = self.lookup.pick((By::Surname, last), &self.entities, &person, sure);
            let certain = found.filter(|&id| known(&self.entities[id as usize]));
            // "Rafe's mother, Ada Moor … his grandmother, Bridie. Mrs Moor": who was mentioned last
            let recent = |id: &Id| self.entities[*id as usize].last_mention;
            certain.into_iter().chain(relative()).max_by_key(recent).or(found)
        } else {
            self.foremost(last, same_block, &|p| !p.kind.is_body() && (surname || fits(p)))
        };
        let found = by_surname
            .or_else(|| self.pick(By::Full, all, &part))
            .or_else(|| self.pick(By::Acronym, last, &part))
            .or_else(|| {
                // "Norvik" is Norvik Labs rather than the Norvik One
                let body = |p: &Entity| (p.kind == EntityKind::Organization, p.last_mention);
                let by_first = |first| self.lookup.pick((By::First, first), &self.entities, &part, body);
                by_first(last).or_else(|| by_first(familiar(view, name)?)).filter(|_| !place)
            })
            .or_else(|| self.pick(By::Role, last, &organization).filter(|_| short && !titled));
        match found {
            Some(id) => {
                self.entities[id as usize].surname_uses += u32::from(by_surname.is_some() && !titled);
                self.learn(view, id, name);
                Some(id)
            }
            None if name.weak => None,
            None => Some(self.enter(view, name)),
        }
    }

    /// The entity with this name, created if there is none.
    pub fn enter(&mut self, view: &TokenView<'_, '_>, name: &Name) -> Id {
        if let Some(id) = self.full(view, name) {
            self.learn(view, id, name);
            return id;
        }
        let last = name.run.stop() - 1;
        let acronym = view.token(last).is_some_and(|t| t.is_upper());
        let entities = view.is(last, Class::Person) && role::is_plural(view, last) && !acronym;
        let plural = entities && !name.kind.is_body();
        let id = self.add(Entity { plural, ..Entity::called(name.run, name.kind, name.gender) });
        self.index_name(view, id, name);
        self.learn(view, id, name);
        id
    }

    pub fn add(&mut self, entity: Entity) -> Id {
        self.entities.push(entity);
        (self.entities.len() - 1) as Id
    }

    /// Updates the entity from one of its mentions: a longer form of the name, a title, a gender.
    fn learn(&mut self, view: &TokenView<'_, '_>, id: Id, name: &Name) {
        let entity = &mut self.entities[id as usize];
        let better = name.run.len() > entity.name.len() && !name.weak
            || name.run.len() == entity.name.len()
                && entity.kind == EntityKind::Person
                && view.token(entity.name.first()).is_some_and(|t| t.is_upper())
                && entity.name.indices().all(|i| view.is_shouted(i));
        if better && name.kind != EntityKind::Place {
            entity.name = name.run;
        }
        entity.gender = entity.gender.or(name.gender);
        // "RUIZ:" for Ana Ruiz: all capitals look like an organisation's acronym
        let shouted = view.token(name.run.first()).is_some_and(|t| t.is_upper());
        let shortened = shouted && name.run.len() < entity.name.len();
        if entity.kind == EntityKind::Unknown && !shortened {
            entity.kind = name.kind;
        }
        if let Some(title) = name.title.filter(|title| !view.is_quoted(title.first())) {
            self.assign(view, id, title);
        }
    }

    /// Adds a role to an entity. The fullest role is kept; every role is indexed, so that "the
    /// president" finds its holder.
    pub fn assign(&mut self, view: &TokenView<'_, '_>, id: Id, role: Run) {
        let mut end = role.stop();
        while end > role.first() + 1 && view.has(end - 1, Sense::Honorific) {
            end -= 1;
        }
        let role = Run::new(role.first(), end);
        let Some(head) = role::head(view, role) else { return };
        let kind = self.entities[id as usize].kind;
        if kind.is_body() || kind == EntityKind::Place {
            return;
        }
        if role.indices().all(|i| view.has(i, Sense::Honorific) || view.kind(i) != Some(Kind::Word)) {
            // "Dr Ruiz": later "the doctor"
            if view.has(head, Sense::RoleKin) {
                self.put(By::Role, role::key(view, head), id);
            }
            return;
        }
        let entity = &mut self.entities[id as usize];
        entity.gender = entity.gender.or(role::gender(view, role));
        let longer = |old: Run| role.len() > old.len() && old.len() < 3;
        if entity.role.is_none_or(longer) {
            entity.role = Some(role);
        }
        for i in role.first()..=head {
            if let Some(party) = role::party(view, i) {
                self.put(By::Role, party, id);
            }
            let own = view.is(role.first(), Class::PossessivePronoun);
            let held = view.is_title(i) || i == head && (view.is_personal(i) || own);
            if held && !(i < head && view.is_possessive(i + 1)) {
                self.put(By::Role, role::key(view, i), id);
                if let Some(kind) = role::kind_key(view, i) {
                    self.put(By::Role, kind, id);
                }
            }
        }
    }

    /// "The Tory", who is later "the Conservative candidate".
    pub fn join_party(&mut self, view: &TokenView<'_, '_>, description: Run, id: Id) {
        for i in description.indices() {
            if let Some(party) = role::party(view, i) {
                self.put(By::Role, party, id);
            }
        }
    }

    /// The entity that has this role: the last mentioned among those that `fits` accepts.
    pub fn with_role(&self, role: Key, fits: &dyn Fn(&Entity) -> bool) -> Option<Id> {
        // entities already mentioned are preferred to those that come later
        let rank = |entity: &Entity| (entity.mention_count > 0, entity.last_mention);
        self.lookup.pick((By::Role, role), &self.entities, fits, rank)
    }

    pub fn described(&self, words: Key) -> Option<Id> {
        self.pick(By::Description, words, &|_| true)
    }

    /// Indexes an entity by age, for "the 54-year-old".
    pub fn age(&mut self, age: Key, id: Id) {
        self.entities[id as usize].age = Some(age);
        self.put(By::Role, age, id);
    }

    /// The entity whose name consists of exactly these words.
    pub fn named(&self, words: Key) -> Option<Id> {
        self.pick(By::Full, words, &|p| p.named)
    }

    /// Indexes an entity by a description and by its head.
    pub fn describe(&mut self, words: Key, role: Key, id: Id) {
        self.put(By::Description, words, id);
        self.put(By::Role, role, id);
    }

    /// Indexes an organisation by a description that refers to it.
    pub fn describe_as(&mut self, id: Id, words: Key) {
        let entity = &mut self.entities[id as usize];
        if entity.kind == EntityKind::Unknown {
            entity.kind = EntityKind::Organization;
        }
        self.put(By::Description, words, id);
    }

    /// Indexes an organisation by what the article says it is.
    pub fn described_by(&mut self, id: Id, role: Key) {
        self.put(By::Role, role, id);
    }

    /// Ranks entities that share a key: the last mentioned wins.
    pub fn touch(&mut self, id: Id) {
        self.clock += 1;
        self.entities[id as usize].last_mention = self.clock;
    }

    /// Indexes a surname for the entity that was last mentioned with it.
    pub fn surname(&mut self, id: Id, name: &Name) {
        if name.parts.is_whole() && name.parts.suffix.is_none() && !name.kind.is_body() {
            self.put(By::Surname, name.parts.last, id);
        }
    }

    /// Whether somebody has this surname.
    pub fn has_surname(&self, surname: Key) -> bool {
        self.pick(By::Surname, surname, &|entity| entity.kind == EntityKind::Person).is_some()
    }

    /// Indexes a person by the surname of a relative.
    pub fn share_surname(&mut self, surname: Key, id: Id) {
        self.put(By::Relative, surname, id);
    }

    /// The last mentioned of the entities that share a key and that `fits` accepts.
    fn pick(&self, by: By, word: Key, fits: &dyn Fn(&Entity) -> bool) -> Option<Id> {
        self.lookup.pick((by, word), &self.entities, fits, |p| p.last_mention)
    }

    /// The entity that a bare surname refers to: the one usually called by it, else the one
    /// mentioned last. To be called by it once is enough, unless the last one is `introduced` just
    /// before.
    fn foremost(
        &self,
        word: Key,
        introduced: impl Fn(Run) -> bool,
        fits: &dyn Fn(&Entity) -> bool,
    ) -> Option<Id> {
        let last = self.pick(By::Surname, word, fits)?;
        let enough = 1 + u32::from(introduced(self.entities[last as usize].name));
        let rank = |p: &Entity| (p.surname_uses >= enough, p.last_mention);
        self.lookup.pick((By::Surname, word), &self.entities, fits, rank)
    }

    fn put(&mut self, by: By, word: Key, id: Id) {
        self.lookup.put(by, word, id, &self.entities);
    }
}
