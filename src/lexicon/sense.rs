//! What a word shows in a name or a description of somebody: a set of senses, as the data files name them.

macro_rules! senses {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// One thing that a word in a name or description can show.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Sense { $($(#[$doc])* $name,)* }

        impl Sense {
            const COUNT: usize = [$($text),*].len();

            /// The sense that a section of a data file is headed with.
            #[allow(dead_code, reason = "the build script reads the data files")]
            pub fn named(name: &str) -> Option<Sense> {
                match name { $($text => Some(Sense::$name),)* _ => None }
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
    /// "the film", "the song": what precedes the title of a work.
    Work = "noun.work",
    /// "KC", "MBE": stands after a person's name and is no part of it.
    PostNominal = "name.post-nominal",
    /// "Port Lenner", "Wessen Hill": the first word of a place's name; the last one.
    PlaceFirst = "name.place-first",
    PlaceLast = "name.place-last",
    /// "council", "ministry", "union": no enterprise, so not meant by "the company".
    PublicBody = "noun.public-body",
    /// "Cup", "Festival": the last word of an event's name; "Hurricane": its first.
    Event = "name.event",
    /// "the judge", "a driver": often without a name in the article, so not whoever was just named.
    Incidental = "noun.incidental",
    /// "anonymity", "unnamed": the writer keeps the name back.
    Veil = "veil",
    /// Nouns and pronouns whose form does not tell how many they are about: "police", "everybody"; "someone".
    Plural = "number.plural",
    Singular = "number.singular",
    /// A pronoun that refers to a man, a woman, several or a thing.
    He = "pronoun.he",
    She = "pronoun.she",
    They = "pronoun.they",
    It = "pronoun.it",
    I = "pronoun.i",
    We = "pronoun.we",
    You = "pronoun.you",
    /// Written with a capital, so that it may be part of a name. No word is listed as one: it depends on the text.
    Capital = "shape.capital",
    /// "J.": one letter of a name. It depends on the text, too.
    Initial = "shape.initial",
    /// A word of the closed classes. This and the next ones follow from classes and other senses, by `read/senses.rs`.
    Function = "derived.function",
    Content = "derived.content",
    Title = "derived.title",
    GroupWord = "derived.group",
    FirstName = "derived.first-name",
    Verb = "derived.verb",
    /// Links an office or organisation to its domain: "head of", "minister for".
    Joint = "joint",
    /// Precedes a source and is no part of it: "by", "according to".
    Leading = "leading",
    /// A variant of another word in `kin.txt`.
    RoleKin = "kin.role",
    NameKin = "kin.name",
    /// A first name that women and men bear.
    Given = "name.given",
    Organization = "name.organization",
    /// Somebody who can speak, beside those of the lexicon.
    Role = "noun.role",
}

const _: () = assert!(Sense::COUNT <= 64, "`Senses` has 64 bits; widen it in src/lexicon/sense.rs");

/// A set of senses.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Senses(pub(super) u64);

impl Senses {
    pub const fn of(senses: &[Sense]) -> Self {
        let (mut set, mut n) = (0, 0);
        while n < senses.len() {
            set |= 1 << senses[n] as u8;
            n += 1;
        }
        Senses(set)
    }

    #[must_use]
    pub const fn with(self, sense: Sense) -> Self {
        Senses(self.0 | 1 << sense as u8)
    }

    #[must_use]
    pub const fn union(self, other: Senses) -> Self {
        Senses(self.0 | other.0)
    }

    /// The senses that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Senses) -> Self {
        Senses(self.0 & !other.0)
    }

    pub const fn has(self, sense: Sense) -> bool {
        self.0 & 1 << sense as u8 != 0
    }

    /// Whether the sets share a sense.
    pub const fn any(self, other: Senses) -> bool {
        self.0 & other.0 != 0
    }
}
