//! Contract: every name is one member's; names that the article uses for one another are the same member's.
//!
//! Members are found by hash: by full name, surname, first name, acronym and role. Where several share a key, the few
//! that were spoken of last are remembered, so a cast of any size is searched in constant time a name.

use std::cmp::Reverse;

use super::index::{By, Index};
use super::key::Key;
use super::name::{Name, Sort};
use super::page::Page;
use super::person::{Id, Person};
use super::role;
use super::vocabulary::Sense;
use crate::arena::{Arena, List};
use crate::lexicon::Class;
use crate::text::Run;
use crate::text::token::Kind;

pub(super) struct Roster<'t> {
    pub people: List<'t, Person>,
    index: Index<'t>,
    /// Counts what is spoken of.
    clock: u32,
    /// Whether the article gives any first name as a letter: mostly not.
    has_initials: bool,
}

impl<'t> Roster<'t> {
    pub fn new(arena: &'t Arena) -> Self {
        Roster { people: List::new_in(arena), index: Index::new(arena), clock: 0, has_initials: false }
    }

    /// Takes in every name that is full in itself and says whose each is; surnames and other short forms are linked later,
    /// where they stand. Longer names come first, so that shorter ones find them. Juniors come last: a surname alone
    /// is theirs only if nobody else bears it.
    pub fn enroll(&mut self, page: &Page<'_, 't>, names: &[Name]) -> &'t mut [Option<Id>] {
        let whole =
            |n: &Name| n.run.len() > 1 && (n.sort == Sort::Organization || n.parts.is_whole()) && !n.weak;
        let arena = page.text.arena;
        let mut full: List<'_, u32> = List::with_capacity_in(names.len(), arena);
        full.extend((0..names.len() as u32).filter(|&i| whole(&names[i as usize])));
        self.people.reserve(names.len() / 2);
        full.sort_by_key(|&i| {
            let name = &names[i as usize];
            (name.parts.suffix.is_some(), Reverse(name.run.len()))
        });
        self.index.reserve(full.len() * 3);
        self.has_initials = names.iter().any(|n| n.parts.short || page.is_initial(n.run.first()));
        let linked = arena.alloc_slice_fill_copy(names.len(), None);
        for at in full {
            linked[at as usize] = Some(self.enter(page, &names[at as usize]));
        }
        linked
    }

    /// The member that `name` stands for, if the article has it so far or gives it anywhere in full.
    pub fn link(&mut self, page: &Page<'_, '_>, name: &Name) -> Option<Id> {
        if name.parts.is_whole() || name.sort == Sort::Organization {
            if let Some(id) = self.full(page, name) {
                self.learn(page, id, name);
                return Some(id);
            }
            if name.parts.is_whole() {
                return if name.weak { None } else { Some(self.enter(page, name)) };
            }
        }
        let (last, all) = (name.parts.last, name.parts.full);
        let fits = |p: &Person| p.gender.fits(name.gender);
        let person = |p: &Person| fits(p) && p.sort != Sort::Organization;
        let titled = name.title.is_some();
        let part = |p: &Person| if titled { person(p) } else { fits(p) };
        let organization = |p: &Person| fits(p) && p.sort == Sort::Organization;
        let short = name.sort == Sort::Organization && !page.has(name.run.first(), Sense::Whole);
        // "Mrs. Lund" is the one known for a woman before one of whom nothing is known
        let sure = |p: &Person| (p.gender == name.gender, p.spoken);
        let found = if titled {
            self.index.pick((By::Surname, last), &self.people, &person, sure)
        } else {
            self.foremost(last, &person)
        }
        .or_else(|| self.pick(By::Full, all, &part))
        .or_else(|| self.pick(By::Acronym, last, &part))
        .or_else(|| self.pick(By::First, last, &part))
        .or_else(|| self.pick(By::Role, last, &organization).filter(|_| short && !titled));
        match found {
            Some(id) => {
                self.people[id as usize].bare += u32::from(name.title.is_none());
                self.learn(page, id, name);
                Some(id)
            }
            None if name.weak => None,
            None => Some(self.enter(page, name)),
        }
    }

    /// The member of this name, made if there is none.
    pub fn enter(&mut self, page: &Page<'_, '_>, name: &Name) -> Id {
        if let Some(id) = self.full(page, name) {
            self.learn(page, id, name);
            return id;
        }
        let last = name.run.stop() - 1;
        let people = page.is(last, Class::Person) && role::is_plural(page, last);
        let plural = people && name.sort != Sort::Organization;
        let id = self.add(Person { plural, ..Person::called(name.run, name.sort, name.gender) });
        self.index_name(page, id, name);
        self.learn(page, id, name);
        id
    }

    pub fn add(&mut self, person: Person) -> Id {
        self.people.push(person);
        (self.people.len() - 1) as Id
    }

    fn index_name(&mut self, page: &Page<'_, '_>, id: Id, name: &Name) {
        let parts = &name.parts;
        self.put(By::Full, parts.full, id);
        if name.sort == Sort::Organization {
            if name.run.len() > 1 {
                if let Some(acronym) = acronym(page, name.run) {
                    self.put(By::Acronym, acronym, id);
                }
                self.put(By::Role, parts.last, id);
                self.put(By::First, parts.first, id);
            }
            return;
        }
        if parts.suffix.is_none() || !self.index.holds(By::Surname, parts.last) {
            self.put(By::Surname, parts.last, id);
        }
        if name.sort == Sort::Open && name.run.len() > 2 {
            // "International Harbour Relief"
            if let Some(acronym) = acronym(page, name.run) {
                self.put(By::Acronym, acronym, id);
            }
        }
        if parts.is_whole() {
            self.put(By::First, parts.first, id);
            if self.has_initials {
                self.put(By::Initial, parts.initial, id);
            }
        }
    }

    /// Takes a longer form of the name, a title and a gender from one of the member's mentions.
    fn learn(&mut self, page: &Page<'_, '_>, id: Id, name: &Name) {
        let person = &mut self.people[id as usize];
        let better = name.run.len() > person.name.len() && !name.weak
            || name.run.len() == person.name.len()
                && person.sort == Sort::Person
                && page.token(person.name.first()).is_some_and(|t| t.is_upper())
                && person.name.indices().all(|i| page.is_shouted(i));
        if better && name.sort != Sort::Place {
            person.name = name.run;
        }
        person.gender = person.gender.or(name.gender);
        // "RUIZ:" for Ana Ruiz: capitals alone look like an organisation's
        let shouted = page.token(name.run.first()).is_some_and(|t| t.is_upper());
        let shortened = shouted && name.run.len() < person.name.len();
        if person.sort == Sort::Open && !shortened {
            person.sort = name.sort;
        }
        if let Some(title) = name.title.filter(|title| !page.is_quoted(title.first())) {
            self.assign(page, id, title);
        }
    }

    /// Notes a role of a member. The fullest one is kept; each is remembered for "the president".
    pub fn assign(&mut self, page: &Page<'_, '_>, id: Id, role: Run) {
        let mut end = role.stop();
        while end > role.first() + 1 && page.has(end - 1, Sense::Honorific) {
            end -= 1;
        }
        let role = Run::new(role.first(), end);
        let Some(head) = role::head(page, role) else { return };
        if matches!(self.people[id as usize].sort, Sort::Organization | Sort::Place) {
            return;
        }
        if role.indices().all(|i| page.has(i, Sense::Honorific) || page.kind(i) != Some(Kind::Word)) {
            return;
        }
        let person = &mut self.people[id as usize];
        person.gender = person.gender.or(role::gender(page, role));
        let longer = |old: Run| role.len() > old.len() && old.len() < 3;
        if person.role.is_none_or(longer) {
            person.role = Some(role);
        }
        for i in role.first()..=head {
            if page.is_title(i) && !(i < head && page.is_possessive(i + 1)) {
                self.put(By::Role, role::key(page, i), id);
            }
        }
    }

    /// Notes the acronym that follows a name in brackets: its letters come in the name, in their order. Anything else
    /// there is another name ("Calda (AFP)").
    pub fn abbreviate(&mut self, page: &Page<'_, '_>, id: Id, name: Run, acronym: usize) {
        let full = || page.text.slice(name).chars().flat_map(char::to_lowercase);
        let mut short = page.word(acronym).chars().flat_map(char::to_lowercase);
        let (starts, mut letters) = (full().next() == short.clone().next(), full());
        if name.len() > 1 && starts && short.all(|c| letters.any(|letter| letter == c)) {
            self.put(By::Acronym, page.key(acronym), id);
            self.speak_of(id);
        }
    }

    /// The member whom a role word fits: the one spoken of last among those that `fits` lets through.
    pub fn with_role(&self, role: Key, fits: &dyn Fn(&Person) -> bool) -> Option<Id> {
        self.pick(By::Role, role, fits)
    }

    pub fn described(&self, words: Key) -> Option<Id> {
        self.pick(By::Description, words, &|_| true)
    }

    /// Remembers how old a member is, for "the 54-year-old".
    pub fn age(&mut self, age: Key, id: Id) {
        self.put(By::Role, age, id);
    }

    /// The member whose name consists of these words.
    pub fn named(&self, words: Key) -> Option<Id> {
        self.pick(By::Full, words, &|p| p.named)
    }

    /// Notes how a member is described, and as what.
    pub fn describe(&mut self, words: Key, role: Key, id: Id) {
        self.put(By::Description, words, id);
        self.put(By::Role, role, id);
    }

    /// Of those that share a key, a member spoken of later goes before one spoken of earlier.
    pub fn speak_of(&mut self, id: Id) {
        self.clock += 1;
        self.people[id as usize].spoken = self.clock;
    }

    /// Remembers a surname as that of the member who was given with it last.
    pub fn surname(&mut self, id: Id, name: &Name) {
        if name.parts.is_whole() && name.parts.suffix.is_none() && name.sort != Sort::Organization {
            self.put(By::Surname, name.parts.last, id);
        }
    }

    fn full(&self, page: &Page<'_, '_>, name: &Name) -> Option<Id> {
        let parts = &name.parts;
        let fits = |p: &Person| p.gender.fits(name.gender);
        let exact = self.pick(By::Full, parts.full, &fits);
        // "Joseph R. Sala Jr." is "Joe Sala", but "Joe Sala Jr." is not
        let plain = || {
            parts.suffix?;
            let first = page.key(name.run.first());
            self.pick(By::Full, parts.first.then(parts.last), &|p| page.key(p.name.first()) != first)
        };
        // "Moss Tamm" is "Ana Moss Tamm"
        let tail = || {
            let by = if name.sort == Sort::Organization { By::Role } else { By::Surname };
            self.pick(by, parts.last, &|p| fits(p) && ends_with(page, p.name, name.run))
        };
        let initial = || {
            self.pick(By::Initial, parts.initial, &|p| {
                fits(p) && (parts.short || page.is_initial(p.name.first()))
            })
        };
        exact.or_else(plain).or_else(tail).or_else(|| {
            if self.has_initials && name.sort != Sort::Organization && parts.is_whole() {
                initial()
            } else {
                None
            }
        })
    }

    /// The member spoken of last among those that share a key and that `fits` lets through.
    fn pick(&self, by: By, word: Key, fits: &dyn Fn(&Person) -> bool) -> Option<Id> {
        self.index.pick((by, word), &self.people, fits, |p| p.spoken)
    }

    /// The bearer of a bare surname: one whom the article keeps calling by it, else the one spoken of last.
    fn foremost(&self, word: Key, fits: &dyn Fn(&Person) -> bool) -> Option<Id> {
        self.index.pick((By::Surname, word), &self.people, fits, |p| (p.bare > 1, p.spoken))
    }

    fn put(&mut self, by: By, word: Key, id: Id) {
        self.index.put(by, word, id, &self.people);
    }
}

/// Whether a longer name ends with the words of a shorter one.
fn ends_with(page: &Page<'_, '_>, long: Run, short: Run) -> bool {
    long.len() > short.len()
        && short.indices().rev().zip(long.indices().rev()).all(|(a, b)| page.key(a) == page.key(b))
}

/// The capital letters of a name as one word: "who" for "World Health Organization".
fn acronym(page: &Page<'_, '_>, run: Run) -> Option<Key> {
    let mut letters = [0; 16];
    let mut count = 0;
    for i in run.indices().filter(|&i| page.is_capital(i)) {
        *letters.get_mut(count)? = *page.word(i).as_bytes().first().filter(|b| b.is_ascii())?;
        count += 1;
    }
    std::str::from_utf8(&letters[..count]).ok().map(|word| page.key_of(word))
}
