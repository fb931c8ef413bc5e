//! A name as it is compared with the names of other articles.

use super::form::Form;
use super::lists::LISTS;
use super::person::PersonName;
use super::roles::Roles;
use super::words;
use crate::entity::EntityKind;
use crate::lexicon::{Class, Classes, Lexicon, Sense, Senses};

/// What identifies a speaker beyond one article.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Name {
    /// The name of a person, in parts and as a whole; also one of unknown kind that may be a
    /// person's.
    Person(PersonName, WholeName),
    /// The name of anything else.
    Whole(WholeName),
    /// A description, which identifies nobody beyond its article: "spokesman".
    Description(String),
}

/// A name that is compared as a whole.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct WholeName {
    /// Its words without article and legal form.
    pub words: String,
    /// The well-known abbreviation of these words, or the words.
    pub short: String,
}

impl Name {
    pub fn of(form: &Form, roles: &Roles) -> Self {
        if !form.named {
            return Name::Description(heading(&form.name));
        }
        let whole = WholeName::of(&form.name);
        // "Moor said", not "ABC said"
        let may_be_person = || form.name.contains(char::is_lowercase);
        if form.kind == EntityKind::Person || form.kind == EntityKind::Unknown && may_be_person() {
            let office = roles.heads.iter().find(|head| LISTS.is_one_name_office(head));
            return Name::Person(PersonName::of(&form.name, office.map(String::as_str)), whole);
        }
        Name::Whole(whole)
    }

    /// Whether a role may tell bearers of the name apart, because it is no full name.
    pub fn is_short(&self) -> bool {
        matches!(self, Name::Person(name, _) if name.is_short())
    }

    /// Whether the first names are no common words, and no word names a place or an organisation:
    /// "Watch" is no surname in "Human Rights Watch".
    pub fn is_like_a_person(&self) -> bool {
        let Name::Person(person, whole) = self else { return false };
        let lexicon = Lexicon::built_in();
        let thing = Senses::of(&[Sense::Organization, Sense::Place, Sense::GroupWord, Sense::Event]);
        let is_thing = |word: &str| lexicon.senses(lexicon.id(word)).any(thing);
        !whole.words.split(' ').any(is_thing)
            && !person.given().any(|word| lexicon.is_common(lexicon.id(word)))
    }

    /// How much the name says.
    pub fn weight(&self) -> usize {
        match self {
            Name::Person(name, _) => name.weight(),
            Name::Whole(name) => name.words.split(' ').count(),
            Name::Description(_) => 0,
        }
    }

    /// The keys under which the name is filed.
    pub fn keys(&self) -> Vec<String> {
        match self {
            Name::Person(person, whole) => {
                let mut keys = person.keys();
                keys.push(person.surname().to_owned());
                keys.push(whole.short.clone());
                keys.extend(person.first_name_key());
                keys
            }
            Name::Whole(whole) => vec![whole.short.clone()],
            Name::Description(heading) => vec![heading.clone()],
        }
    }

    /// The keys under which names are filed that say as much as this one and may fit it: all
    /// bearers of a surname for a surname alone, and otherwise only those with the same initial.
    pub fn lookups(&self) -> Vec<String> {
        match self {
            Name::Person(person, whole) if !person.is_short() => {
                let mut keys = person.keys();
                keys.push(whole.short.clone());
                keys
            }
            _ => self.keys(),
        }
    }
}

impl WholeName {
    pub fn of(name: &str) -> Self {
        let mut all = words::of(name);
        let lexicon = Lexicon::built_in();
        if all.len() > 1 && lexicon.classes(lexicon.id(&all[0])).has(Class::Determiner) {
            all.remove(0);
        }
        while all.len() > 1 && LISTS.is_legal_form(&all[all.len() - 1]) {
            all.pop();
        }
        let words = all.join(" ");
        let short = LISTS.abbreviation(&words).map_or_else(|| words.clone(), str::to_owned);
        WholeName { words, short }
    }
}

impl WholeName {
    /// Whether `text` may be short for this name: its initials, or its first words without what
    /// names something else too: "Ohio" is not short for "Ohio Port Authority".
    pub fn has_short_form(&self, text: &str) -> bool {
        let other = WholeName::of(text);
        let initials = |skip: bool| {
            let counts = |word: &&str| !skip || !matches!(*word, "of" | "the" | "for" | "and" | "on" | "in");
            self.words.split(' ').filter(counts).filter_map(|word| word.chars().next()).collect::<String>()
        };
        let capitals = text.chars().filter(|letter| letter.is_uppercase()).count();
        let lexicon = Lexicon::built_in();
        let own = |word: &str| {
            let id = lexicon.id(word);
            !lexicon.is_common(id)
                && !lexicon.senses(id).has(Sense::Place)
                && !lexicon.senses(id).has(Sense::FirstName)
        };
        let prefix = || {
            let rest = self.words.strip_prefix(&other.words);
            rest.is_some_and(|rest| rest.starts_with(' ')) && other.words.split(' ').any(own)
        };
        capitals > 1 && (initials(true) == other.words || initials(false) == other.words) || prefix()
    }
}

/// The heading under which a description is counted: "Two senior officials" as "senior officials".
fn heading(description: &str) -> String {
    let lexicon = Lexicon::built_in();
    let opening = Classes::of(Class::Determiner)
        .and(Class::PossessivePronoun)
        .and(Class::IndefinitePronoun)
        .and(Class::NumberWord);
    let words = words::of(description);
    let opens = |word: &&String| lexicon.classes(lexicon.id(word)).any(opening);
    let skipped = words.iter().take_while(opens).count().min(words.len().saturating_sub(1));
    words[skipped..].join(" ")
}
