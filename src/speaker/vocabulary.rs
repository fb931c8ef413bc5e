//! What names and roles are made of, beyond the lexicon: read once from the data files of this room.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::{Lexicon, WordId};

macro_rules! senses {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// One thing that a word in a name or description can show.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(super) enum Sense { $($(#[$doc])* $name,)* }

        impl Sense {
            fn named(name: &str) -> Sense {
                match name { $($text => Sense::$name,)* _ => panic!("no sense is named [{name}]") }
            }
        }
    };
}

senses! {
    /// A first name that women and men bear.
    Given = "name.given",
    /// "Mr", "Dame": shows a person, but is no role.
    Honorific = "title.honorific",
    /// "State" in "Secretary of State Ruiz".
    Portfolio = "title.portfolio",
    Masculine = "noun.masculine",
    Feminine = "noun.feminine",
    Organization = "name.organization",
    Place = "name.place",
    /// "House": a name by itself, not short for another ("White House").
    Whole = "name.whole",
    Interjection = "interjection",
    /// Somebody who can speak, beside those of the lexicon.
    Role = "noun.role",
    /// "vice", "former": changes who the role is.
    Qualifier = "role.qualifier",
    /// "the native", "the billionaire": said of a person who was just named, to vary the expression.
    Epithet = "noun.epithet",
    /// "the company": said of an organisation that was just named.
    Enterprise = "noun.enterprise",
    /// "anonymity", "unnamed": the writer keeps the name back.
    Veil = "veil",
}

/// The senses of a word.
#[derive(Clone, Copy, Default)]
pub(super) struct Senses(u16);

impl Senses {
    pub fn has(self, sense: Sense) -> bool {
        self.0 & 1 << sense as u16 != 0
    }

    pub fn any(self, senses: &[Sense]) -> bool {
        senses.iter().any(|&sense| self.has(sense))
    }
}

pub(super) struct Vocabulary {
    /// By the number of a word in the lexicon; the words that it does not hold are in `senses`.
    by_id: Vec<Senses>,
    senses: HashMap<&'static str, Senses>,
    roles: HashMap<&'static str, &'static str>,
    names: HashMap<&'static str, &'static str>,
}

static BUILT_IN: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);

impl Vocabulary {
    pub fn built_in() -> &'static Vocabulary {
        &BUILT_IN
    }

    /// What a folded word can be.
    pub fn senses(&self, folded: &str) -> Senses {
        self.senses.get(folded).copied().unwrap_or_default()
    }

    /// What a word can be, by its number in the lexicon if it has one.
    pub fn senses_of(&self, id: WordId, word: &str) -> Senses {
        if id == WordId::NONE {
            // most words of a name are short and ASCII: no allocation for them
            let mut short = [0; 24];
            if let Some(buffer) = short.get_mut(..word.len()).filter(|_| word.is_ascii()) {
                buffer.copy_from_slice(word.as_bytes());
                buffer.make_ascii_lowercase();
                return std::str::from_utf8(buffer)
                    .map_or_else(|_| Senses::default(), |word| self.senses(word));
            }
            return self.senses(&fold(word));
        }
        self.by_id.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// The one word for a role and its short forms.
    pub fn role<'a>(&self, folded: &'a str) -> &'a str {
        self.roles.get(folded).copied().unwrap_or(folded)
    }

    /// The one first name for its familiar forms.
    pub fn first_name<'a>(&self, folded: &'a str) -> &'a str {
        self.names.get(folded).copied().unwrap_or(folded)
    }

    fn read() -> Self {
        let mut senses: HashMap<&str, Senses> = HashMap::new();
        let mut sense = None;
        for line in lines(include_str!("data/senses.txt")) {
            if let Some(name) = section(line) {
                sense = Some(Sense::named(name));
                continue;
            }
            let sense = sense.expect("the file opens with a section");
            for word in line.split_whitespace() {
                senses.entry(word).or_default().0 |= 1 << sense as u16;
            }
        }
        let (mut roles, mut names) = (HashMap::new(), HashMap::new());
        let mut in_names = false;
        for line in lines(include_str!("data/kin.txt")) {
            if let Some(name) = section(line) {
                in_names = name == "names";
                continue;
            }
            let kin = if in_names { &mut names } else { &mut roles };
            let mut words = line.split_whitespace();
            let first = words.next().unwrap_or_default();
            kin.extend(words.map(|word| (word, first)));
        }
        let lexicon = Lexicon::built_in();
        let mut by_id = Vec::new();
        for (word, &senses) in &senses {
            let id = lexicon.id(word).0 as usize;
            if by_id.len() <= id {
                by_id.resize(id + 1, Senses::default());
            }
            by_id[id] = senses;
        }
        Vocabulary { by_id, senses, roles, names }
    }
}

/// A word as the tables hold it: lower-cased, with plain apostrophes.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.replace('’', "'").to_lowercase() }
}

fn section(line: &'static str) -> Option<&'static str> {
    line.strip_prefix('[').and_then(|line| line.strip_suffix(']'))
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}
