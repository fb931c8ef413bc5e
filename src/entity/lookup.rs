//! Looks up entities by names, parts of names, roles and descriptions.

use std::hash::BuildHasherDefault;
use std::num::NonZero;

use super::key::{Key, TextMap};
use super::model::{Entity, Id};
use crate::arena::{Arena, List};

/// How many entities are kept per key.
const SHARED: usize = 8;

/// The entity that has a key; where several share it, also the place of their list in
/// [`Lookup::shared`], counted from 1. Nearly all keys have one entity.
#[derive(Clone, Copy)]
struct Owner {
    first: Id,
    shared: Option<NonZero<u32>>,
}

/// The entities that share a key.
#[derive(Clone, Copy, Default)]
struct Shared {
    ids: [Id; SHARED],
    count: u8,
}

impl Shared {
    fn ids(&self) -> &[Id] {
        &self.ids[..self.count as usize]
    }

    /// Adds an entity; if the list is full, the one mentioned longest ago is replaced.
    fn add(&mut self, id: Id, entities: &[Entity]) {
        if self.ids().contains(&id) {
            return;
        }
        if (self.count as usize) < SHARED {
            self.ids[self.count as usize] = id;
            self.count += 1;
        } else if let Some(oldest) = self.ids.iter_mut().min_by_key(|id| entities[**id as usize].last_mention)
        {
            *oldest = id;
        }
    }
}

/// What kind of key an entity is looked up by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// First and last name, or all words of an organisation's name.
    Full,
    Surname,
    /// The surname of a relative: "Mrs Moor" for Moor's wife Ada.
    Relative,
    /// Initial and surname.
    Initial,
    /// The first word of a name.
    First,
    Acronym,
    Role,
    /// All words of a description.
    Description,
}

impl By {
    /// The key of `word` in this namespace.
    fn at(self, word: Key) -> Key {
        word.marked(self as u64)
    }
}

/// Looks up entities by key, in constant time.
pub(super) struct Lookup<'t> {
    owners: TextMap<'t, Owner>,
    shared: List<'t, Shared>,
}

impl<'t> Lookup<'t> {
    pub fn new(arena: &'t Arena) -> Self {
        Lookup {
            owners: TextMap::with_hasher_in(BuildHasherDefault::default(), arena),
            shared: List::new_in(arena),
        }
    }

    /// Reserves room for `keys` more keys.
    pub fn reserve(&mut self, keys: usize) {
        self.owners.reserve(keys);
    }

    /// Whether any entity has this key.
    pub fn holds(&self, by: By, word: Key) -> bool {
        self.owners.contains_key(&by.at(word))
    }

    /// Indexes an entity by a key.
    pub fn put(&mut self, by: By, word: Key, id: Id, entities: &[Entity]) {
        let owner = self.owners.entry(by.at(word)).or_insert(Owner { first: id, shared: None });
        if let Some(place) = owner.shared {
            self.shared[place.get() as usize - 1].add(id, entities);
        } else if owner.first != id {
            let mut shared = Shared::default();
            shared.add(owner.first, entities);
            shared.add(id, entities);
            self.shared.push(shared);
            owner.shared = NonZero::new(self.shared.len() as u32);
        }
    }

    /// The first entity with the highest rank, among those that have this key and that `fits`
    /// accepts.
    pub fn pick<R: PartialOrd>(
        &self,
        (by, word): (By, Key),
        entities: &[Entity],
        fits: &dyn Fn(&Entity) -> bool,
        rank: impl Fn(&Entity) -> R,
    ) -> Option<Id> {
        let owner = self.owners.get(&by.at(word))?;
        let ids = match owner.shared {
            Some(place) => self.shared[place.get() as usize - 1].ids(),
            None => std::slice::from_ref(&owner.first),
        };
        let mut best: Option<(R, Id)> = None;
        for &id in ids {
            let entity = &entities[id as usize];
            let rank = rank(entity);
            if best.as_ref().is_none_or(|(top, _)| rank > *top) && fits(entity) {
                best = Some((rank, id));
            }
        }
        best.map(|(_, id)| id)
    }
}
