//! What names and roles are made of, beyond the lexicon: read once from the data files of this room.

use std::sync::LazyLock;

use super::key::{Key, KeyMap};
use crate::lexicon::{Class, Classes, Lexicon, WordId};

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
    /// "Mr", "Dame": shows a person, but is no role.
    Honorific = "title.honorific",
    /// "State" in "Secretary of State Ruiz".
    Portfolio = "title.portfolio",
    Masculine = "noun.masculine",
    Feminine = "noun.feminine",
    Place = "name.place",
    /// "House": a name by itself, not short for another ("White House").
    Whole = "name.whole",
    Interjection = "interjection",
    /// "vice", "former": changes who the role is.
    Qualifier = "role.qualifier",
    /// "the native", "the billionaire": said of a person who was just named, to vary the expression.
    Epithet = "noun.epithet",
    /// "the company": said of an organisation that was just named.
    Enterprise = "noun.enterprise",
    /// "anonymity", "unnamed": the writer keeps the name back.
    Veil = "veil",
    /// Nouns and pronouns whose form does not tell how many they are about: "police", "everybody"; "someone".
    Plural = "number.plural",
    Singular = "number.singular",
    /// A pronoun that stands for a man, for a woman, for many or for a thing.
    He = "pronoun.he",
    She = "pronoun.she",
    They = "pronoun.they",
    It = "pronoun.it",
    I = "pronoun.i",
    We = "pronoun.we",
    You = "pronoun.you",
    /// Starts with a capital and may be part of a name; what the word's shape makes of it, see [`Senses::shaped`].
    Capital = "shape.capital",
    /// "J.": one letter of a name.
    Initial = "shape.initial",
    /// What several classes and senses make of a word; see [`DERIVED`].
    Function = "derived.function",
    Content = "derived.content",
    Title = "derived.title",
    GroupWord = "derived.group",
    FirstName = "derived.first-name",
    Verb = "derived.verb",
    /// "of", "for": join what an office or organisation is of to it.
    Joint = "joint",
    /// Leads to a source and is no part of it: "by", "according to".
    Leading = "leading",
    /// Stands for another word in `kin.txt`.
    RoleKin = "kin.role",
    NameKin = "kin.name",
    // nothing is asked but what is derived from them: these have no place among the 32 bits that are kept of a word
    /// A first name that women and men bear.
    Given = "name.given",
    Organization = "name.organization",
    /// Somebody who can speak, beside those of the lexicon.
    Role = "noun.role",
}

const _: () = assert!((Sense::NameKin as u32) < u32::BITS, "what is asked for has a place among the 32 bits");

/// The senses of a word as the data file lists them, a bit each.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Listed(u64);

impl Listed {
    const fn of(senses: &[Sense]) -> Self {
        let (mut set, mut i) = (0, 0);
        while i < senses.len() {
            set |= 1 << senses[i] as u64;
            i += 1;
        }
        Listed(set)
    }

    /// What these and `classes` make of a word.
    fn with(self, classes: Classes) -> Senses {
        let mut set = self.0;
        for &(sense, by_class, by_sense) in DERIVED {
            if classes.any(by_class) || self.0 & by_sense.0 != 0 {
                set |= 1 << sense as u64;
            }
        }
        let noun = Classes::of(Class::Person).and(Class::Group).and(Class::Document).and(Class::Noun);
        if classes.any(noun) {
            set &= !(1 << Sense::Verb as u64);
        }
        Senses(set as u32)
    }
}

/// The senses of a word that are asked for.
#[derive(Clone, Copy, Default)]
pub(super) struct Senses(u32);

impl Senses {
    pub const fn of(senses: &[Sense]) -> Self {
        Senses(Listed::of(senses).0 as u32)
    }

    /// The senses that are left where the word is written as it is here: a first name has a capital, a verb has none, and "IT"
    /// and "U.S." are no function words.
    pub fn shaped(self, capital: bool, letters: bool) -> Self {
        let lost = if capital { Sense::Verb } else { Sense::FirstName };
        let function = if letters { 1 << Sense::Function as u32 } else { 0 };
        Senses(self.0 & !(1 << lost as u32 | function) | u32::from(capital) << Sense::Capital as u32)
    }

    #[must_use]
    pub fn with(self, sense: Sense) -> Self {
        Senses(self.0 | 1 << sense as u32)
    }

    /// Those of either.
    #[must_use]
    pub fn union(self, other: Senses) -> Self {
        Senses(self.0 | other.0)
    }

    pub fn has(self, sense: Sense) -> bool {
        self.0 & 1 << sense as u32 != 0
    }

    pub fn any(self, senses: Senses) -> bool {
        self.0 & senses.0 != 0
    }
}

/// Each derived sense, with the classes and the senses of which any makes it.
const DERIVED: &[(Sense, Classes, Listed)] = &[
    (Sense::Function, FUNCTION, Listed(0)),
    (Sense::Content, CONTENT, Listed(0)),
    (
        Sense::Title,
        Classes::of(Class::Title).and(Class::Person),
        Listed::of(&[Sense::Honorific, Sense::Role]),
    ),
    (Sense::GroupWord, Classes::of(Class::Group).and(Class::Document), Listed::of(&[Sense::Organization])),
    (Sense::FirstName, Classes::of(Class::Male).and(Class::Female), Listed::of(&[Sense::Given])),
    (Sense::Verb, VERB, Listed(0)),
];

/// Words of the closed classes: no name begins or goes on with one, however it is written.
const FUNCTION: Classes = Classes::of(Class::Determiner)
    .and(Class::SubjectPronoun)
    .and(Class::ObjectPronoun)
    .and(Class::PossessivePronoun)
    .and(Class::Relative)
    .and(Class::Wh)
    .and(Class::Modal)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do)
    .and(Class::Negation)
    .and(Class::To)
    .and(Class::That)
    .and(Class::Preposition)
    .and(Class::Coordinator)
    .and(Class::Subordinator)
    .and(Class::Time)
    .and(Class::Month);

/// Words with a meaning of their own: at a sentence's start their capital shows nothing.
const CONTENT: Classes = Classes::of(Class::Adverb)
    .and(Class::IndefinitePronoun)
    .and(Class::NumberWord)
    .and(Class::Person)
    .and(Class::Group)
    .and(Class::Document)
    .and(Class::Noun)
    .and(Class::Adjective)
    .and(Class::VerbBase)
    .and(Class::VerbS)
    .and(Class::VerbPast)
    .and(Class::VerbParticiple)
    .and(Class::VerbIng);

/// Words that, unless they are nouns too, can only be finite verbs.
const VERB: Classes =
    Classes::of(Class::VerbS).and(Class::VerbPast).and(Class::Modal).and(Class::Be).and(Class::Have);

/// Tells by length, first letters and last of a word that it is none of those kept; most words need no look into the map.
struct Sieve(Box<[u64; 1 << (SIEVE - 6)]>);

/// As many bits, as a power of two: most stay empty.
const SIEVE: u32 = 15;

impl Default for Sieve {
    fn default() -> Self {
        Sieve(Box::new([0; 1 << (SIEVE - 6)]))
    }
}

impl Sieve {
    fn place(word: &str) -> (usize, u64) {
        let bytes = word.as_bytes();
        // the bit that parts small letters from capitals is set in all
        let letter = |byte: Option<&u8>| u32::from(byte.map_or(0, |byte| byte | 0x20));
        let letters = letter(bytes.first()) | letter(bytes.get(1)) << 8 | letter(bytes.last()) << 16;
        // not ASCII: one place for all, since a letter's case may change its bytes
        let place = if letters & 0x80_8080 != 0 {
            0
        } else {
            (letters ^ (bytes.len() as u32) << 24).wrapping_mul(0x9E37_79B1) >> (32 - SIEVE)
        };
        (place as usize / 64, 1 << (place % 64))
    }

    fn keep(&mut self, word: &str) {
        let (slot, bit) = Sieve::place(word);
        self.0[slot] |= bit;
    }

    fn lets_through(&self, word: &str) -> bool {
        let (slot, bit) = Sieve::place(word);
        self.0[slot] & bit != 0
    }
}

pub(super) struct Vocabulary {
    /// By the number of a word in the lexicon.
    by_id: Vec<Senses>,
    /// The words that the lexicon does not hold, and which words are none of them for certain.
    others: KeyMap<Senses>,
    sieve: Sieve,
    roles: KeyMap<Key>,
    names: KeyMap<Key>,
}

static BUILT_IN: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);

impl Vocabulary {
    pub fn built_in() -> &'static Vocabulary {
        &BUILT_IN
    }

    /// What a word of the lexicon can be.
    pub fn known(&self, id: WordId) -> Senses {
        self.by_id[id.0 as usize]
    }

    /// What a word of the lexicon can be in small letters.
    pub fn plain(&self, id: WordId) -> Senses {
        self.known(id).shaped(false, false)
    }

    /// What a word can be that the lexicon does not hold.
    pub fn unknown(&self, word: &str) -> Senses {
        if !self.sieve.lets_through(word) {
            return Senses::default();
        }
        self.others.get(&Key::of_word(word)).copied().unwrap_or_default()
    }

    /// The one key for a role and its short forms.
    pub fn role(&self, word: Key) -> Key {
        self.roles.get(&word).copied().unwrap_or(word)
    }

    /// The one key for a first name and its familiar forms.
    pub fn first_name(&self, word: Key) -> Key {
        self.names.get(&word).copied().unwrap_or(word)
    }

    fn read() -> Self {
        let lexicon = Lexicon::built_in();
        let mut draft = Draft { by_id: vec![Listed::default(); lexicon.len()], ..Draft::default() };
        let (mut roles, mut names) = (KeyMap::default(), KeyMap::default());
        let mut sense = None;
        for line in lines(include_str!("data/senses.txt")) {
            if let Some(name) = section(line) {
                sense = Some(Sense::named(name));
                continue;
            }
            let sense = sense.expect("the file opens with a section");
            for word in line.split_whitespace() {
                draft.add(word, sense);
            }
        }
        let mut in_names = false;
        for line in lines(include_str!("data/kin.txt")) {
            if let Some(name) = section(line) {
                in_names = name == "names";
                continue;
            }
            let mut words = line.split_whitespace();
            let first = key(lexicon, words.next().unwrap_or_default());
            let (sense, kin) =
                if in_names { (Sense::NameKin, &mut names) } else { (Sense::RoleKin, &mut roles) };
            for word in words {
                draft.add(word, sense);
                kin.insert(key(lexicon, word), first);
            }
        }
        // words of the same classes stand together
        let none = Listed::default();
        let mut last = (Classes::NONE, none.with(Classes::NONE));
        let senses = |(listed, id): (&Listed, u16)| {
            let classes = lexicon.classes(WordId(id));
            if *listed != none {
                return listed.with(classes);
            }
            if classes != last.0 {
                last = (classes, none.with(classes));
            }
            last.1
        };
        Vocabulary {
            by_id: draft.by_id.iter().zip(0..).map(senses).collect(),
            others: draft.others.iter().map(|(&word, listed)| (word, listed.with(Classes::NONE))).collect(),
            sieve: draft.sieve,
            roles,
            names,
        }
    }
}

/// What the data files list, as far as they are read.
#[derive(Default)]
struct Draft {
    by_id: Vec<Listed>,
    others: KeyMap<Listed>,
    sieve: Sieve,
}

impl Draft {
    fn add(&mut self, word: &str, sense: Sense) {
        let listed = match Lexicon::built_in().id(word) {
            WordId::NONE => {
                self.sieve.keep(word);
                self.others.entry(Key::of_word(word)).or_default()
            }
            id => &mut self.by_id[id.0 as usize],
        };
        listed.0 |= 1 << sense as u64;
    }
}

/// The key of a word: its number in the lexicon where it has one, else its letters.
fn key(lexicon: &Lexicon, word: &str) -> Key {
    match lexicon.id(word) {
        WordId::NONE => Key::of_word(word),
        id => Key::of_id(id),
    }
}

fn section(line: &'static str) -> Option<&'static str> {
    line.strip_prefix('[').and_then(|line| line.strip_suffix(']'))
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}
