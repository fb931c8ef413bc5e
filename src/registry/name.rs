//! A name as it is compared with the names of other articles.

use super::form::Form;
use super::lists::LISTS;
use super::person::PersonName;
use super::roles::Roles;
use super::words;
use crate::entity::EntityKind;
use crate::lexicon::{Class, Classes, Lexicon};

/// What identifies a speaker beyond one article.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Name {
    Person(PersonName),
    /// The name of anything else, or of a speaker of unknown kind.
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
        // "Moor said": a single name may be a surname, but not "ABC said"
        let word = !form.name.contains(' ') && form.name.contains(char::is_lowercase);
        if form.kind == EntityKind::Person || form.kind == EntityKind::Unknown && word {
            let office = roles.heads.iter().find(|head| LISTS.is_one_name_office(head));
            return Name::Person(PersonName::of(&form.name, office.map(String::as_str)));
        }
        Name::Whole(WholeName::of(&form.name))
    }

    /// Whether a role may tell bearers of the name apart, because it is no full name.
    pub fn is_short(&self) -> bool {
        matches!(self, Name::Person(name) if name.is_short())
    }

    /// How much the name says.
    pub fn weight(&self) -> usize {
        match self {
            Name::Person(name) => name.weight(),
            Name::Whole(name) => name.words.split(' ').count(),
            Name::Description(_) => 0,
        }
    }

    /// The keys of the blocks in which names that may fit this one are found.
    pub fn blocks(&self) -> Vec<String> {
        match self {
            Name::Person(name) => vec![name.block().to_owned()],
            Name::Whole(name) => {
                let last = name.words.rsplit(' ').next().unwrap_or_default().to_owned();
                vec![name.short.clone(), last]
            }
            Name::Description(heading) => vec![heading.clone()],
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

/// The heading under which a description is counted: "Two senior officials" as "senior officials".
fn heading(description: &str) -> String {
    let lexicon = Lexicon::built_in();
    let opening = Classes::of(Class::Determiner)
        .and(Class::PossessivePronoun)
        .and(Class::IndefinitePronoun)
        .and(Class::NumberWord);
    let lowered = description.to_lowercase();
    let words: Vec<&str> = lowered.split_whitespace().collect();
    let opens = |word: &&&str| lexicon.classes(lexicon.id(word)).any(opening);
    let skipped = words.iter().take_while(opens).count().min(words.len().saturating_sub(1));
    words[skipped..].join(" ")
}
