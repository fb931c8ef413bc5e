//! Members by what they are found by: names, parts of names, roles, descriptions.

use std::hash::BuildHasherDefault;

use super::key::{Key, TextMap};
use super::person::{Id, Person};
use crate::arena::Arena;

/// How many members that share a key are remembered.
const SHARED: usize = 8;

/// The members that share a key.
#[derive(Clone, Copy, Default)]
struct Shared {
    ids: [Id; SHARED],
    count: u8,
}

impl Shared {
    fn ids(&self) -> &[Id] {
        &self.ids[..self.count as usize]
    }

    /// Adds a member; of too many the one goes that was not spoken of for longest.
    fn add(&mut self, id: Id, people: &[Person]) {
        if self.ids().contains(&id) {
            return;
        }
        if (self.count as usize) < SHARED {
            self.ids[self.count as usize] = id;
            self.count += 1;
        } else if let Some(oldest) = self.ids.iter_mut().min_by_key(|id| people[**id as usize].spoken) {
            *oldest = id;
        }
    }
}

/// What a member is found by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// First and last name, or all words of an organisation.
    Full,
    Surname,
    /// Initial and surname.
    Initial,
    /// The first word alone.
    First,
    Acronym,
    Role,
    /// All words of a description.
    Description,
}

impl By {
    /// The place of `word` in the index: every way has places of its own.
    fn at(self, word: Key) -> Key {
        word.marked(self as u64)
    }
}

/// Finds members in constant time a key, whatever the size of the cast.
pub(super) struct Index<'t>(TextMap<'t, Shared>);

impl<'t> Index<'t> {
    pub fn new(arena: &'t Arena) -> Self {
        Index(TextMap::with_hasher_in(BuildHasherDefault::default(), arena))
    }

    /// Makes room for so many keys more.
    pub fn reserve(&mut self, keys: usize) {
        self.0.reserve(keys);
    }

    /// Whether somebody is found so.
    pub fn holds(&self, by: By, word: Key) -> bool {
        self.0.contains_key(&by.at(word))
    }

    /// Adds one of `people`.
    pub fn put(&mut self, by: By, word: Key, id: Id, people: &[Person]) {
        self.0.entry(by.at(word)).or_default().add(id, people);
    }

    /// Of those of `people` that are found so and that `fits` lets through, the first with the highest rank.
    pub fn pick<R: PartialOrd>(
        &self,
        (by, word): (By, Key),
        people: &[Person],
        fits: &dyn Fn(&Person) -> bool,
        rank: impl Fn(&Person) -> R,
    ) -> Option<Id> {
        let shared = self.0.get(&by.at(word))?;
        let mut best: Option<(R, Id)> = None;
        for &id in shared.ids() {
            let person = &people[id as usize];
            let rank = rank(person);
            if best.as_ref().is_none_or(|(top, _)| rank > *top) && fits(person) {
                best = Some((rank, id));
            }
        }
        best.map(|(_, id)| id)
    }
}
