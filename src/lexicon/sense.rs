//! What a word shows in a person's name or description: a set of senses, named in the data files.

macro_rules! senses {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// One thing that a word in a name or description can show.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Sense { $($(#[$doc])* $name,)* }

        impl Sense {
            const COUNT: usize = [$($text),*].len();

            /// The sense that a section heading of a data file names.
            #[allow(dead_code, reason = "the build script reads the data files")]
            pub fn named(name: &str) -> Option<Sense> {
                match name { $($text => Some(Sense::$name),)* _ => None }
            }
        }
    };
}

senses! {
    /// "Mr", "Dame": shows a person, but is not a role.
    Honorific = "title.honorific",
    /// "State" in "Secretary of State Ruiz".
    Portfolio = "title.portfolio",
    Masculine = "noun.masculine",
    Feminine = "noun.feminine",
    Place = "name.place",
    /// "Kremlin", "White House": a place that speaks for a government.
    Metonym = "name.metonym",
    /// The first word of a listed name of several words. The reader derives it.
    CompoundFirst = "derived.compound-first",
    /// "House": a name by itself, not short for a longer one ("White House").
    Whole = "name.whole",
    Interjection = "interjection",
    /// "Your Honor": after "your", addresses somebody without a name.
    Address = "title.address",
    /// "aka", "known" as: between two names of one person, with the words that may come along.
    Alias = "alias",
    AliasWord = "alias.word",
    /// "Asked about Ruiz, …": those named before the comma do not answer.
    Asked = "asked",
    /// "“Yes,” she replied": somebody other than who asked.
    Answered = "answered",
    /// "vice", "former": changes which role is meant.
    Qualifier = "role.qualifier",
    /// "the native", "the billionaire": varies the expression for a person just named.
    Epithet = "noun.epithet",
    /// "the company": varies the expression for an organisation just named.
    Enterprise = "noun.enterprise",
    /// "the film", "the song": precedes the title of a work.
    Work = "noun.work",
    /// "KC", "MBE": follows a person's name and is not part of it.
    PostNominal = "name.post-nominal",
    /// "Port Lenner", "Wessen Hill": the first and the last word of a place name.
    PlaceFirst = "name.place-first",
    PlaceLast = "name.place-last",
    /// "the charity Brighter Harbours", "Website QRZ": says what the organisation named after it
    /// is.
    Introducer = "noun.introducer",
    /// "Post", "BBC": an outlet, or the last word of its name.
    Press = "name.press",
    /// "a number of analysts": counts those who are named after it.
    Quantity = "noun.quantity",
    /// "shareholders", "chief executive": belong to an organisation.
    OfCompany = "noun.of-company",
    /// "Inspectorate", "Ofgem": the last word of a regulator's name; "the watchdog": refers to one.
    Regulator = "name.regulator",
    Watchdog = "noun.watchdog",
    /// "the newspaper", "the broadcaster": refers to an outlet only.
    Outlet = "noun.outlet",
    /// "council", "ministry", "union": not a business, so "the company" does not refer to it.
    PublicBody = "noun.public-body",
    /// "Cup", "Festival": the last word of an event's name; "Hurricane": the first.
    Event = "name.event",
    /// "the judge", "a driver": often unnamed in an article, so not necessarily the person just
    /// named.
    Incidental = "noun.incidental",
    /// "a son, Magnus,": a relative of the person named before.
    Relative = "noun.relative",
    /// "anonymity", "unnamed": the writer withholds the name.
    Withheld = "withheld",
    /// Nouns and pronouns whose form does not show their number: "police", "everybody"; "someone".
    Plural = "number.plural",
    Singular = "number.singular",
    /// A pronoun that refers to a man, a woman, several people or a thing.
    He = "pronoun.he",
    She = "pronoun.she",
    They = "pronoun.they",
    It = "pronoun.it",
    I = "pronoun.i",
    We = "pronoun.we",
    You = "pronoun.you",
    /// Written with a capital, so that it may be part of a name. Not listed for any word: it
    /// depends on the text.
    Capital = "shape.capital",
    /// "J.": an initial in a name. It also depends on the text.
    Initial = "shape.initial",
    /// A function word. `read/senses.rs` derives this and the next senses from classes and other
    /// senses.
    Function = "derived.function",
    Content = "derived.content",
    Title = "derived.title",
    GroupWord = "derived.group",
    FirstName = "derived.first-name",
    Verb = "derived.verb",
    /// Links an office or organisation to its domain: "head of", "minister for".
    Joint = "joint",
    /// Precedes a source and is not part of it: "by", "according to".
    Leading = "leading",
    /// A variant of another word in `kin.txt`.
    RoleKin = "kin.role",
    NameKin = "kin.name",
    /// A special role: "the officer" may be the inspector.
    KindKin = "kin.kind",
    /// "denied", "stabbed", "evidence": shows somebody's part in a court case.
    CaseKin = "kin.case",
    /// A first name given to women and men alike.
    Given = "name.given",
    Organization = "name.organization",
    /// "Tories", "Lib" and "Dem": the words of a political party's name.
    Party = "name.party",
    /// "Water", "Foods": ends the name of a business; in lower case it is a common noun.
    Company = "name.company",
    LegalForm = "name.legal-form",
    /// "Church", "Day": a surname after a first name; otherwise an organisation or a time.
    Surname = "name.surname",
    /// "Labour", "Apple": an organisation, although in lower case it is a common noun.
    CommonName = "name.common",
    /// A person who can speak, in addition to those of the lexicon's classes.
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
