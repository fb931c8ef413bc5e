//! Contract: every name is one member's; names that the article uses for one another are the same member's.
//!
//! Members are found by hash: by full name, surname, first name, acronym and role. Where several share a key, the few
//! that were spoken of last are remembered, so a cast of any size is searched in constant time a name.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::name::{Gender, Name, Sort};
use super::page::Page;
use super::role;
use super::vocabulary::{Sense, fold};
use crate::lexicon::Class;
use crate::text::Run;

/// How many members that share a key are remembered.
const SHARED: usize = 8;

pub(super) type Id = u32;

/// What is known of a member while the article is read.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub name: Run,
    pub role: Option<Run>,
    pub sort: Sort,
    pub gender: Gender,
    pub plural: bool,
    /// Known by a proper name, not by a description alone.
    pub named: bool,
    pub anonymous: bool,
    /// How often the surname alone was used so far.
    pub bare: u32,
    pub mentions: Vec<Run>,
}

/// The members that share a key, the one spoken of last first.
#[derive(Default)]
struct Shared(Vec<Id>);

impl Shared {
    fn add(&mut self, id: Id) {
        if self.0.len() < SHARED && !self.0.contains(&id) {
            self.0.push(id);
        }
    }

    fn touch(&mut self, id: Id) {
        self.0.retain(|&other| other != id);
        self.0.truncate(SHARED - 1);
        self.0.insert(0, id);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
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

const KEYS: usize = 7;

#[derive(Default)]
pub(super) struct Roster {
    pub people: Vec<Person>,
    /// By kind of key, then by word.
    index: [HashMap<String, Shared>; KEYS],
}

/// The words of a name that identify it.
struct Parts {
    first: String,
    last: String,
    count: usize,
    suffix: Option<String>,
}

impl Roster {
    /// Takes in every name that is full in itself; surnames and other short forms are linked later, where they stand.
    /// Longer names come first, so that shorter ones find them. Juniors come last: a surname alone is theirs only if
    /// nobody else bears it.
    pub fn enroll(&mut self, page: &Page<'_, '_>, names: &[Name]) {
        let whole = |n: &&Name| n.run.len() > 1 && (n.sort == Sort::Organization || parts(page, n).count > 1);
        let mut full: Vec<&Name> = names.iter().filter(|n| !n.weak).filter(whole).collect();
        full.sort_by_cached_key(|n| (parts(page, n).suffix.is_some(), Reverse(n.run.len())));
        for name in full {
            self.enter(page, name);
        }
    }

    /// The member that `name` stands for, if the article has it so far or gives it anywhere in full.
    pub fn link(&mut self, page: &Page<'_, '_>, name: &Name) -> Option<Id> {
        let parts = parts(page, name);
        if parts.count > 1 || name.sort == Sort::Organization {
            if let Some(id) = self.full(page, name, &parts) {
                self.learn(page, id, name);
                return Some(id);
            }
            if parts.count > 1 {
                return if name.weak { None } else { Some(self.enter(page, name)) };
            }
        }
        let found =
            [Key::Surname, Key::Full, Key::Acronym, Key::First, Key::Role].into_iter().find_map(|key| {
                let person = matches!(key, Key::Surname) || name.title.is_some();
                let pick =
                    if key == Key::Surname && name.title.is_none() { Self::foremost } else { Self::pick };
                pick(self, key, &parts.last, &|p: &Person| {
                    p.gender.fits(name.gender)
                        && (!person || p.sort != Sort::Organization)
                        && (key != Key::Role
                            || !page.has(name.run.first(), Sense::Whole)
                                && p.sort == Sort::Organization
                                && name.sort == Sort::Organization)
                })
            });
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
        let parts = parts(page, name);
        if let Some(id) = self.full(page, name, &parts) {
            self.learn(page, id, name);
            return id;
        }
        let id = self.add(Person {
            name: name.run,
            role: None,
            sort: name.sort,
            gender: name.gender,
            plural: page.is(name.run.stop() - 1, Class::Person) && role::is_plural(page, name.run.stop() - 1),
            named: true,
            anonymous: false,
            bare: 0,
            mentions: Vec::new(),
        });
        self.index_name(page, id, name, &parts);
        self.learn(page, id, name);
        id
    }

    pub fn add(&mut self, person: Person) -> Id {
        self.people.push(person);
        (self.people.len() - 1) as Id
    }

    fn index_name(&mut self, page: &Page<'_, '_>, id: Id, name: &Name, parts: &Parts) {
        self.put(Key::Full, full_key(page, name, parts), id);
        if name.sort == Sort::Organization {
            if name.run.len() > 1 {
                self.put(Key::Acronym, acronym(page, name.run), id);
                self.put(Key::Role, parts.last.clone(), id);
                self.put(Key::First, parts.first.clone(), id);
            }
            return;
        }
        if parts.suffix.is_none() || !self.index[Key::Surname as usize].contains_key(&parts.last) {
            self.put(Key::Surname, parts.last.clone(), id);
        }
        if parts.count > 1 {
            self.put(Key::First, parts.first.clone(), id);
            self.put(Key::Initial, initial_key(parts), id);
        }
    }

    /// Takes a longer form of the name, a title and a gender from one of the member's mentions.
    fn learn(&mut self, page: &Page<'_, '_>, id: Id, name: &Name) {
        let person = &mut self.people[id as usize];
        let better = name.run.len() > person.name.len() && !name.weak
            || page.text.slice(person.name).chars().all(|c| !c.is_lowercase())
                && name.run.len() == person.name.len()
                && person.sort == Sort::Person;
        if better && name.sort != Sort::Place {
            person.name = name.run;
        }
        person.gender = person.gender.or(name.gender);
        if person.sort == Sort::Open {
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
        if role
            .indices()
            .all(|i| page.has(i, Sense::Honorific) || page.kind(i) != Some(crate::text::token::Kind::Word))
        {
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
                self.put(Key::Role, role::key(page, i), id);
            }
        }
    }

    /// Notes the acronym that follows a name in brackets: its letters come in the name, in their order. Anything else
    /// there is another name ("Calda (AFP)").
    pub fn abbreviate(&mut self, page: &Page<'_, '_>, id: Id, name: Run, acronym: usize) {
        let (full, short) = (fold(page.text.slice(name)), page.folded(acronym));
        let mut letters = full.chars();
        let starts = full.chars().next() == short.chars().next();
        if name.len() > 1 && starts && short.chars().all(|c| letters.any(|letter| letter == c)) {
            self.touch(Key::Acronym, &short, id);
        }
    }

    /// The member whom a role word fits: the one spoken of last among those that `fits` lets through.
    pub fn with_role(&self, key: &str, fits: &dyn Fn(&Person) -> bool) -> Option<Id> {
        self.pick(Key::Role, key, fits)
    }

    pub fn described(&self, words: &str) -> Option<Id> {
        self.pick(Key::Description, words, &|_| true)
    }

    pub fn describe(&mut self, words: String, id: Id) {
        self.put(Key::Description, words, id);
    }

    pub fn put_role(&mut self, key: &str, id: Id) {
        self.touch(Key::Role, key, id);
    }

    /// Moves a member to the front of those that share its surname or its role.
    pub fn speak_of(&mut self, page: &Page<'_, '_>, id: Id, name: &Name) {
        let Parts { last, count, suffix, .. } = parts(page, name);
        if count > 1 && suffix.is_none() && name.sort != Sort::Organization {
            self.touch(Key::Surname, &last, id);
        }
        let role = self.people[id as usize].role.and_then(|role| role::head(page, role));
        let mut touch = |key: Key, word: &str| {
            if let Some(shared) =
                self.index[key as usize].get_mut(word).filter(|shared| shared.0.contains(&id))
            {
                shared.touch(id);
            }
        };
        for key in [Key::Surname, Key::First, Key::Role] {
            touch(key, &last);
        }
        if let Some(head) = role {
            touch(Key::Role, &role::key(page, head));
        }
    }

    fn full(&self, page: &Page<'_, '_>, name: &Name, parts: &Parts) -> Option<Id> {
        let fits = |p: &Person| p.gender.fits(name.gender);
        let exact = self.pick(Key::Full, &full_key(page, name, parts), &fits);
        // "Joseph R. Sala Jr." is "Joe Sala", but "Joe Sala Jr." is not
        let plain = || {
            let key = format!("{} {}", parts.first, parts.last);
            let first = page.folded(name.run.first());
            self.pick(Key::Full, &key, &|p| page.folded(p.name.first()) != first)
                .filter(|_| parts.suffix.is_some())
        };
        // "Moss Tamm" is "Ana Moss Tamm"
        let tail = || {
            let words = format!(" {}", fold(page.text.slice(name.run)));
            let key = if name.sort == Sort::Organization { Key::Role } else { Key::Surname };
            self.pick(key, &parts.last, &|p| fits(p) && fold(page.text.slice(p.name)).ends_with(&words))
        };
        exact.or_else(plain).or_else(tail).or_else(|| {
            let initial = name.sort != Sort::Organization && parts.count > 1;
            let short = parts.first.trim_end_matches('.').chars().count() == 1;
            self.pick(Key::Initial, &initial_key(parts), &|p| {
                fits(p) && (short || page.is_initial(p.name.first()))
            })
            .filter(|_| initial)
        })
    }

    /// The member spoken of last among those that share a key and that `fits` lets through.
    fn pick(&self, key: Key, word: &str, fits: &dyn Fn(&Person) -> bool) -> Option<Id> {
        let shared = self.index[key as usize].get(word)?;
        shared.0.iter().copied().find(|&id| fits(&self.people[id as usize]))
    }

    /// As [`Self::pick`], but one whom the article keeps calling by the bare surname has it.
    fn foremost(&self, key: Key, word: &str, fits: &dyn Fn(&Person) -> bool) -> Option<Id> {
        self.pick(key, word, &|p| p.bare > 1 && fits(p)).or_else(|| self.pick(key, word, fits))
    }

    fn put(&mut self, key: Key, word: String, id: Id) {
        if !word.is_empty() {
            self.index[key as usize].entry(word).or_default().add(id);
        }
    }

    fn touch(&mut self, key: Key, word: &str, id: Id) {
        self.index[key as usize].entry(word.to_owned()).or_default().touch(id);
    }
}

fn parts(page: &Page<'_, '_>, name: &Name) -> Parts {
    let run = name.run;
    let mut end = run.stop();
    let mut suffix = None;
    while end > run.first() + 1
        && (page.is(end - 1, Class::Suffix) || page.word(end - 1) == ",")
        && name.sort != Sort::Organization
    {
        suffix = Some(page.folded(end - 1).trim_end_matches('.').to_owned())
            .filter(|s| !s.starts_with(','))
            .or(suffix);
        end -= 1;
    }
    // "van der Velde" is a surname alone
    let mut start = run.first();
    while start + 1 < end && page.is(start, Class::NameParticle) && !page.is_first_name(start) {
        start += 1;
    }
    let first = page.folded(start);
    let first = page.vocabulary.first_name(&first).to_owned();
    Parts { first, last: page.folded(end - 1), count: end - start, suffix }
}

fn full_key(page: &Page<'_, '_>, name: &Name, parts: &Parts) -> String {
    if name.sort == Sort::Organization || parts.count < 2 {
        return fold(page.text.slice(name.run)).replace('.', "");
    }
    match &parts.suffix {
        Some(suffix) => format!("{} {} {suffix}", page.folded(name.run.first()), parts.last),
        None => format!("{} {}", parts.first, parts.last),
    }
}

fn initial_key(parts: &Parts) -> String {
    format!("{} {}", parts.first.chars().next().unwrap_or_default(), parts.last)
}

/// The capital letters of a name: "who" for "World Health Organization".
fn acronym(page: &Page<'_, '_>, run: Run) -> String {
    let capitals = run.indices().filter(|&i| page.is_capital(i)).filter_map(|i| page.word(i).chars().next());
    capitals.collect::<String>().to_lowercase()
}
