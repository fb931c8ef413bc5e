//! What a word can be: a set of classes, as the data files name them.

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// One thing that a word can be. A word may be several.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Class { $($(#[$doc])* $name,)* }

        impl Class {
            /// The class that a section of a data file is headed with.
            #[allow(dead_code, reason = "the build script reads the data files")]
            pub fn named(name: &str) -> Option<Class> {
                match name { $($text => Some(Class::$name),)* _ => None }
            }
        }
    };
}

classes! {
    Determiner = "determiner",
    /// "this", "neither": takes no plural noun.
    Singular = "determiner.singular",
    /// I, he, she, they: only ever a subject.
    SubjectPronoun = "pronoun.subject",
    ObjectPronoun = "pronoun.object",
    PossessivePronoun = "pronoun.possessive",
    /// "many", "others", "nobody": a noun phrase by itself.
    IndefinitePronoun = "pronoun.indefinite",
    /// "many", "both": an indefinite that takes a plural verb.
    Plural = "pronoun.plural",
    Reflexive = "pronoun.reflexive",
    Relative = "pronoun.relative",
    /// Opens a question or a wh-clause.
    Wh = "wh",
    Modal = "auxiliary.modal",
    Be = "auxiliary.be",
    Have = "auxiliary.have",
    Do = "auxiliary.do",
    Negation = "negation",
    To = "to",
    That = "that",
    Preposition = "preposition",
    Coordinator = "coordinator",
    Subordinator = "subordinator",
    Adverb = "adverb",
    Particle = "particle",
    /// "today", "last", "Monday": what a time phrase after a cue is made of.
    Time = "time",
    Month = "month",
    NumberWord = "number",
    /// "Mr", "Sen.", "President": stands before a name.
    Title = "title",
    /// Somebody who can speak: "officials", "mayor", "resident".
    Person = "noun.person",
    /// A group or institution that can speak: "ministry", "company", "police".
    Group = "noun.group",
    /// One who speaks for somebody else: "spokesman".
    Mouthpiece = "noun.mouthpiece",
    /// A text or survey that can say something: "report", "poll", "filing".
    Document = "noun.document",
    Noun = "noun",
    Adjective = "adjective",
    /// Lends its subject to the infinitive or gerund behind it: "went on to say".
    Chaining = "verb.chaining",
    /// Says little by itself; with a noun it makes one cue: "made a promise".
    Light = "verb.light",
    /// Has what is said for its subject: "drew criticism", "met resistance".
    Receiving = "verb.receiving",
    /// With "would" a wish rather than something unreal: "would like to go".
    Wishing = "verb.wishing",
    /// Links a subject to an adjective: "felt confident".
    Linking = "verb.linking",
    /// "In her view, ...": whose it is speaks.
    Viewpoint = "noun.viewpoint",
    /// "In a poll, ...": what it finds is told as a fact.
    Survey = "noun.survey",
    /// Lays what is said to hearsay: "reportedly", "allegedly".
    Hearsay = "adverb.hearsay",
    /// Where something is said: "in an interview", "at a rally".
    Occasion = "noun.occasion",
    VerbBase = "verb.base",
    VerbS = "verb.s",
    VerbPast = "verb.past",
    VerbParticiple = "verb.participle",
    VerbIng = "verb.ing",
    /// Keeps its stop; see `abbreviations.txt` for what this and the kinds below mean for sentences.
    Abbreviation = "abbreviation",
    /// The last part of a host name.
    Domain = "domain",
    Male = "name.male",
    Female = "name.female",
    AbbreviationBeforeName = "abbreviation.before-name",
    AbbreviationBeforeNumber = "abbreviation.before-number",
    AbbreviationInside = "abbreviation.inside",
    AbbreviationFinal = "abbreviation.final",
    Suffix = "name.suffix",
    NameParticle = "name.particle",
    /// An abbreviation only with a capital: "Sat.", "Mass."
    AbbreviationCapitalised = "abbreviation.capitalised",
    /// A name with a mark of its own: "Yahoo!"
    Exclaiming = "name.exclaiming",
    /// "Mr.", "Mrs.": a title that no name or place runs into, as "U.S. Sen." does.
    Courtesy = "title.courtesy",
    /// Opens a sentence, though no function word: "yes", "last".
    Opener = "opener",
    /// Ends no sentence: "the", "my".
    Unfinished = "unfinished",
    /// A news agency.
    Agency = "agency",
    /// What carries words: "phone", "Twitter", "newspaper", the "Gazette" of a name.
    Medium = "noun.medium",
}

/// A set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Classes(pub(super) u64);

impl Classes {
    pub const NONE: Classes = Classes(0);

    /// Every kind of word that keeps its stop in either case.
    pub const ABBREVIATION: Classes = Classes::of(Class::Abbreviation)
        .and(Class::AbbreviationBeforeName)
        .and(Class::AbbreviationBeforeNumber)
        .and(Class::AbbreviationInside)
        .and(Class::AbbreviationFinal);

    pub const fn of(class: Class) -> Self {
        Classes(1 << class as u8)
    }

    pub const fn and(self, class: Class) -> Self {
        Classes(self.0 | 1 << class as u8)
    }

    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether the sets share a class.
    pub const fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn union(self, other: Classes) -> Self {
        Classes(self.0 | other.0)
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
