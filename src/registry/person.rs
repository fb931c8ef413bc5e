//! The name of a person in parts, and whether two such names may be one person's.

use super::lists::LISTS;
use super::words::{self, fold};
use crate::lexicon::{Class, Lexicon, Sense};

/// The length of a written syllable: "Jong", "Sheng".
const SYLLABLE: usize = 5;

/// A given name: in full, or an initial.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Given {
    /// The name, and its main form: "bill", "william".
    Full(String, String),
    Initial(char),
}

/// A person's name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct PersonName {
    given: Vec<Given>,
    /// The last word, without an Arabic article: "assad" of "al-Assad".
    surname: String,
    /// "jr", "iii".
    generation: Option<String>,
    /// One word, which many people have as their first name.
    first_name_only: bool,
}

/// How a name fits another one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    /// The same words.
    Same,
    /// Initials, familiar forms, middle names: "Bill J. Oakes", "William Oakes".
    Variant,
    /// The surname without a first name.
    Surname,
}

impl PersonName {
    /// The parts of a name; `office` is that of a person who may be known by one name: "pope".
    pub fn of(name: &str, office: Option<&str>) -> Self {
        // "Dwayne “Rock” Ostrander": what is quoted is not part of the name
        let plain = name.split_whitespace().filter(|word| !word.starts_with(['“', '"', '‘', '(']));
        let shouted = !name.chars().any(char::is_lowercase);
        let mut parts: Vec<String> = plain.flat_map(|word| split_initials(word, shouted)).collect();
        let mut generation = None;
        while parts.len() > 1 && follows_name(&parts[parts.len() - 1]) {
            generation = parts.pop().filter(|last| LISTS.is_generation(last)).or(generation);
        }
        while parts.len() > 1 && senses(&parts[0]).has(Sense::Honorific) {
            parts.remove(0);
        }
        if is_reversed(&parts) {
            let given = parts[1..].concat().replace('-', "");
            let given = vec![Given::Full(given.clone(), given)];
            return PersonName { given, surname: parts.swap_remove(0), generation, first_name_only: false };
        }
        let last = parts.pop().unwrap_or_default();
        while parts.last().is_some_and(|part| is_particle(part)) {
            parts.pop();
        }
        let single = parts.is_empty() && is_first_name(&last) && !LISTS.is_family_first(&last);
        let mut given: Vec<Given> = parts.into_iter().map(Given::of).collect();
        if let Some(office) = office.filter(|_| given.is_empty()) {
            given.push(Given::of(office.to_owned()));
        }
        let first_name_only = single && given.is_empty();
        PersonName {
            given,
            surname: without_article(&last).unwrap_or(&last).to_owned(),
            generation,
            first_name_only,
        }
    }

    /// The last word, without an Arabic article.
    pub fn surname(&self) -> &str {
        &self.surname
    }

    /// The key under which everybody with this first name is filed.
    pub fn first_name_key(&self) -> Option<String> {
        self.given().next().map(first_name_key)
    }

    /// The surname with each initial of a first name: of two full names that fit each other, one
    /// of these is the same.
    pub fn keys(&self) -> Vec<String> {
        let initials = self.given.iter().flat_map(|given| match given {
            Given::Full(word, main) => [word.chars().next(), main.chars().next()],
            Given::Initial(letter) => [Some(*letter), None],
        });
        initials.flatten().map(|initial| format!("{} {initial}", self.surname)).collect()
    }

    /// Whether the name is a first name alone, as many people have.
    pub fn is_first_name_only(&self) -> bool {
        self.first_name_only
    }

    /// The first names, without initials.
    pub fn given(&self) -> impl Iterator<Item = &str> {
        self.given.iter().filter_map(|given| match given {
            Given::Full(word, _) => Some(word.as_str()),
            Given::Initial(_) => None,
        })
    }

    /// Whether both or neither are "Jr.", "III".
    pub fn same_generation(&self, other: &PersonName) -> bool {
        self.generation == other.generation
    }

    /// Whether there is no first name.
    pub fn is_short(&self) -> bool {
        self.given.is_empty()
    }

    /// How much the name says: of two names of one person, the longer one says more.
    pub fn weight(&self) -> usize {
        let weight = |given: &Given| if matches!(given, Given::Full(..)) { 2 } else { 1 };
        1 + self.given.iter().map(weight).sum::<usize>() + usize::from(self.generation.is_some())
    }

    /// How the two may be one person's names, if they may.
    pub fn fit(&self, other: &PersonName) -> Option<Fit> {
        let generations = (&self.generation, &other.generation);
        if self.surname != other.surname || matches!(generations, (Some(one), Some(two)) if one != two) {
            return None;
        }
        if self.given == other.given {
            return Some(if self.generation == other.generation { Fit::Same } else { Fit::Variant });
        }
        if self.given.is_empty() || other.given.is_empty() || self.ends(other) || other.ends(self) {
            return Some(Fit::Surname);
        }
        same_given(&self.given, &other.given).then_some(Fit::Variant)
    }

    /// Whether this is the end of `other`: "Wasserman Schultz" of "Debbie Wasserman Schultz".
    fn ends(&self, other: &PersonName) -> bool {
        let surname = matches!(&self.given[..], [Given::Full(word, _), ..] if !is_first_name(word));
        surname && other.given.len() > self.given.len() && other.given.ends_with(&self.given)
    }
}

impl Given {
    fn of(word: String) -> Self {
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Given::Initial(letter);
        }
        let lexicon = Lexicon::built_in();
        let id = lexicon.id(&word);
        let main = if senses(&word).has(Sense::NameKin) {
            lexicon.word(lexicon.variants().first_name(id)).to_owned()
        } else {
            word.clone()
        };
        Given::Full(word, main)
    }

    fn fits(&self, other: &Given) -> bool {
        match (self, other) {
            (Given::Full(_, one), Given::Full(_, two)) => one == two,
            (Given::Initial(one), Given::Initial(two)) => one == two,
            (Given::Initial(letter), Given::Full(word, main))
            | (Given::Full(word, main), Given::Initial(letter)) => {
                word.starts_with(*letter) || main.starts_with(*letter)
            }
        }
    }

    fn word(&self) -> String {
        match self {
            Given::Full(word, _) => word.replace('-', ""),
            Given::Initial(letter) => letter.to_string(),
        }
    }
}

/// The key under which everybody with a first name is filed.
pub(super) fn first_name_key(word: &str) -> String {
    format!("{word} *")
}

/// Whether given names may be one person's: the first ones fit, and the middle ones of one are
/// among those of the other; or one leaves out the initial before ("J. Edgar", "Edgar"); or they
/// differ by a hyphen.
fn same_given(one: &[Given], two: &[Given]) -> bool {
    let aligned = |one: &[Given], two: &[Given]| match (one, two) {
        ([first, middle @ ..], [other, others @ ..]) => {
            // "J.J." is a name by itself, and short for "Jan" only where the second letter fits too
            let spelt = is_spelt(one) && others.len() < middle.len() && !is_spelt(two)
                || is_spelt(two) && middle.len() < others.len() && !is_spelt(one);
            !spelt && first.fits(other) && (among(middle, others) || among(others, middle))
        }
        _ => false,
    };
    let skips = |one: &[Given], two: &[Given]| matches!(one, [Given::Initial(_), rest @ ..] if matches!(rest, [Given::Full(..), ..]) && aligned(rest, two));
    let joined = |given: &[Given]| given.iter().map(Given::word).collect::<String>();
    aligned(one, two) || skips(one, two) || skips(two, one) || joined(one) == joined(two)
}

/// "J.J.": two initials or more, and nothing else.
fn is_spelt(given: &[Given]) -> bool {
    given.len() > 1 && given.iter().all(|name| matches!(name, Given::Initial(_)))
}

/// Whether every name of `few` fits one of `many`, in order. An initial is that of the next name:
/// "W." is not short for "H. W.".
fn among(few: &[Given], many: &[Given]) -> bool {
    let mut many = many.iter();
    few.iter().all(|name| match name {
        Given::Initial(_) => many.next().is_some_and(|other| name.fits(other)),
        Given::Full(..) => many.any(|other| name.fits(other)),
    })
}

/// "J.K." and "JD" are two initials.
fn split_initials(word: &str, shouted: bool) -> Vec<String> {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let dotted = word.ends_with('.') && word.matches('.').count() == letters.len() && letters.len() > 1;
    let capitals = letters.len() == 2 && !shouted && letters.iter().all(|letter| letter.is_uppercase());
    if (dotted || capitals && !is_generation_or_post_nominal(word)) && letters.len() < 4 {
        return letters.iter().map(|letter| fold(&letter.to_string())).collect();
    }
    words::of(word)
}

fn is_generation_or_post_nominal(word: &str) -> bool {
    follows_name(&fold(word))
}

/// "Jr", "III", "MP": after a name, and not its last word.
fn follows_name(word: &str) -> bool {
    let lexicon = Lexicon::built_in();
    LISTS.is_generation(word)
        || lexicon.classes(lexicon.id(word)).has(Class::Suffix)
        || senses(word).has(Sense::PostNominal)
}

/// Whether the family name comes first: "Xi Jinping", "Kim Jong-un", "Moon Jae In"; not "Kim
/// Novak".
fn is_reversed(parts: &[String]) -> bool {
    let [family, given @ ..] = parts else { return false };
    if !LISTS.is_family_first(family) || given.iter().any(|part| is_first_name(part)) {
        return false;
    }
    match given {
        [one] => one.contains('-') || LISTS.is_only_family(family) && !LISTS.is_family_first(one),
        [one, two] => one.len().max(two.len()) <= SYLLABLE,
        _ => false,
    }
}

/// "van", "de": before a surname.
fn is_particle(word: &str) -> bool {
    let lexicon = Lexicon::built_in();
    lexicon.classes(lexicon.id(word)).has(Class::NameParticle) && !is_first_name(word)
}

/// The rest of a surname with an Arabic article: "al-Assad" and "Assad" are one surname.
pub(super) fn without_article(surname: &str) -> Option<&str> {
    ["al-", "el-", "ul-"].iter().find_map(|article| surname.strip_prefix(article))
}

pub(super) fn is_first_name(word: &str) -> bool {
    senses(word).has(Sense::FirstName)
}

fn senses(word: &str) -> crate::lexicon::Senses {
    let lexicon = Lexicon::built_in();
    lexicon.senses(lexicon.id(word))
}
