//! What a word can be: a set of classes, named in the data files.

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// One thing that a word can be. A word may have several classes.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Class { $($(#[$doc])* $name,)* }

        impl Class {
            const ALL: &[Class] = &[$(Class::$name),*];
            const COUNT: usize = Class::ALL.len();

            /// The class that a section heading of a data file names.
            #[allow(dead_code, reason = "the build script reads the data files")]
            pub fn named(name: &str) -> Option<Class> {
                match name { $($text => Some(Class::$name),)* _ => None }
            }
        }
    };
}

classes! {
    Determiner = "determiner",
    /// "this", "neither": never before a plural noun.
    Singular = "determiner.singular",
    /// I, he, she, they: only used as subjects.
    SubjectPronoun = "pronoun.subject",
    ObjectPronoun = "pronoun.object",
    PossessivePronoun = "pronoun.possessive",
    /// "many", "others", "nobody": a noun phrase by itself.
    IndefinitePronoun = "pronoun.indefinite",
    /// "nobody": what it is the subject of did not happen.
    Nobody = "pronoun.negative",
    /// "many", "both": an indefinite that takes a plural verb.
    Plural = "pronoun.plural",
    /// "did not want to be named": how a source is not to be referred to.
    Anonymous = "anonymous",
    /// "asked to be known as Leo": participles that say how a source is referred to.
    Referred = "referred",
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
    /// "nationwide": belongs to the noun before it, not to the verb after it.
    AfterNoun = "adverb.after_noun",
    Particle = "particle",
    /// "today", "last", "Monday": part of a time phrase after a cue.
    Time = "time",
    Month = "month",
    NumberWord = "number",
    /// "Mr", "Sen.", "President": precedes a name.
    Title = "title",
    /// A person who can speak: "officials", "mayor", "resident".
    Person = "noun.person",
    /// A group or institution that can speak: "ministry", "company", "police".
    Group = "noun.group",
    /// A person who speaks for another: "spokesman".
    Mouthpiece = "noun.mouthpiece",
    /// What is said of something in the form of a noun: "the importance of", "the need for".
    Point = "noun.point",
    /// "threatened legal action": an act that may be threatened.
    Threat = "noun.threat",
    /// "admitted two counts of fraud", "admitted responsibility": what people admit, unlike
    /// "admitted 40 patients".
    Offence = "noun.offence",
    /// "slammed a double", "slammed the door": struck or shut, not criticised.
    Struck = "noun.struck",
    /// A judgement without an article: "called it nonsense".
    Verdict = "noun.verdict",
    /// A text or survey that can say something: "report", "poll", "filing".
    Document = "noun.document",
    /// A body before which people speak: "court", "inquest".
    Hearing = "noun.hearing",
    /// Before a colon it labels what follows, and nobody speaks: "Photo: ...", "Related: ...".
    Label = "noun.label",
    Noun = "noun",
    Adjective = "adjective",
    /// "the accused", "the elderly": stands for people after an article.
    NominalAdjective = "adjective.people",
    /// Shares its subject with the infinitive or gerund after it: "went on to say".
    Chaining = "verb.chaining",
    /// A light verb; with a noun it forms one cue: "made a promise".
    Light = "verb.light",
    /// Its subject is the topic: "drew criticism", "met resistance".
    Receiving = "verb.receiving",
    /// "receive", "find", "include": the object is a text of somebody else than the subject.
    Reading = "verb.reading",
    /// With "would" a wish rather than a hypothetical: "would like to go".
    Wishing = "verb.wishing",
    /// Links a subject to an adjective: "felt confident".
    Linking = "verb.linking",
    /// "In her view, ...": the possessor speaks.
    Viewpoint = "noun.viewpoint",
    /// "In a poll, ...": the writer reports the finding as a fact.
    Survey = "noun.survey",
    /// Marks the content as hearsay: "reportedly", "allegedly".
    Hearsay = "adverb.hearsay",
    /// Where something was said: "in an interview", "at a rally".
    Occasion = "noun.occasion",
    VerbBase = "verb.base",
    VerbS = "verb.s",
    VerbPast = "verb.past",
    VerbParticiple = "verb.participle",
    VerbIng = "verb.ing",
    /// Keeps its full stop; `abbreviations.txt` says what this and the classes below mean for
    /// sentences.
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
    /// "Mc": begins a surname with a capital inside.
    NamePrefix = "name.prefix",
    /// An abbreviation only with a capital: "Sat.", "Mass."
    AbbreviationCapitalised = "abbreviation.capitalised",
    /// A name that ends with a mark: "Yahoo!"
    Exclaiming = "name.exclaiming",
    /// "Mr.", "Mrs.": a title that no other name or place is attached to, unlike "U.S. Sen.".
    Courtesy = "title.courtesy",
    /// Opens a sentence, though it is not a function word: "yes", "last".
    Opener = "opener",
    /// Never ends a sentence: "the", "my".
    Unfinished = "unfinished",
    /// A news agency.
    Agency = "agency",
    /// A medium: "phone", "Twitter", "newspaper", the "Gazette" of a name.
    Medium = "noun.medium",
    // the closed sets of `syntax.txt`
    /// "before", "during": opens a clause or a phrase, and ends a complement.
    ClausalPreposition = "preposition.clausal",
    /// "as", "until": opens a subordinate clause even if it is tagged as a preposition.
    SubordinatingPreposition = "preposition.subordinating",
    /// "of", "between": attaches a noun phrase to the previous one.
    JoiningPreposition = "preposition.joining",
    /// "across", and every [`Class::JoiningPreposition`]: attaches a noun phrase to a subject
    /// before its verb.
    SubjectJoiningPreposition = "preposition.joining-in-subject",
    /// "at a rally", "on Tuesday": opens a phrase of time, place or occasion.
    SettingPreposition = "preposition.setting",
    /// "criticism from Ruiz": introduces who speaks, after a noun.
    AgentPreposition = "preposition.agent",
    /// "alarmed by the plan": introduces what a feeling is about.
    StimulusPreposition = "preposition.stimulus",
    /// "said to reporters that": opens a phrase between a cue and its content.
    InterveningPreposition = "preposition.before-content",
    /// "email", "phone": its subject says what a following infinitive of speech reports.
    Contacting = "contacting",
    /// "the school board": a noun that says more about a body.
    BodyModifier = "body-modifier",
    /// "comment": after "declined to", nothing is said.
    Withheld = "withheld",
    /// "talk", "interview": above the first question they announce an interview.
    Interviewing = "interviewing",
    /// “It is cold.” Moor disagreed.: a verb that answers a quotation and is no part of it.
    Answering = "answering",
    /// "jail", "fine": what a judge or a referee does with somebody.
    Sentencing = "sentencing",
    /// "afterwards", "later": after a cue, when something was said.
    SayingTime = "saying-time",
    /// "appoint", "resign": only people and bodies do it.
    Acting = "acting",
    /// "cut", "raise": what a firm does with its forecast.
    Revising = "revising",
    /// "forecast", "guidance", "target".
    Forecast = "forecast",
    /// "asked about ...", "given ...": opens what precedes the main clause.
    Fronted = "fronted",
    /// ", although", ", because": after a comma, its clause belongs to the writer's main clause.
    SetOffSubordinator = "subordinator.set-off",
    /// "while", "whereas": contrasts a clause with the one before it.
    ContrastiveSubordinator = "subordinator.contrastive",
    /// "when", "where": opens an adverbial clause rather than a question.
    AdverbialWh = "wh.adverbial",
    /// "who", "according": opens the writer's continuation after an attribution in the middle of a
    /// sentence.
    Resuming = "resuming",
    /// "could", "must": the verb after it has not happened.
    IrrealisModal = "modal.irrealis",
    /// "will", "would": the verb after it is in the future or conditional.
    ProspectiveModal = "modal.prospective",
    /// ", including", ", notably": adds to a noun phrase.
    Adding = "adding",
    /// ", if needed,": opens an insertion.
    Inserting = "inserting",
    /// "all the", "such a": precedes a determiner.
    Predeterminer = "predeterminer",
    /// "all", "both", "half": a predeterminer of a quantity.
    QuantityPredeterminer = "predeterminer.quantity",
    /// "most worried": modifies an adjective, though it is not tagged as an adverb.
    Degree = "degree",
    /// "at least a dozen", "virtually no one": may follow words that limit an amount.
    Quantity = "quantity",
    /// "only 24 percent": limits a number.
    Approximating = "approximating",
    /// "well over half": precedes words that limit a number.
    LimitingDegree = "limiting.degree",
    /// "over ten villages": limits a number at the start of a phrase.
    Limiting = "limiting",
    /// "more than half": with "than" it belongs to the next phrase.
    Comparative = "comparative",
    /// "it", "there": a subject without a referent.
    ImpersonalSubject = "subject.impersonal",
    /// "said so", "thinks not": a whole content by itself.
    ProClause = "pro-clause",
    /// "the same as": followed by a comparison with "as".
    Comparison = "comparison",
}

const _: () = assert!(Class::COUNT <= 64 * WORDS, "`Classes` is full; raise `WORDS` in src/lexicon/class.rs");

/// How many 64-bit words a set needs.
const WORDS: usize = 2;

/// A set of classes. It has two words, so that a test for one class known at compile time reads
/// only one of them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Classes(pub(super) [u64; WORDS]);

impl Classes {
    pub const NONE: Classes = Classes([0; WORDS]);

    /// The classes of words that keep their full stop, capitalised or not.
    pub const ABBREVIATION: Classes = Classes::of(Class::Abbreviation)
        .and(Class::AbbreviationBeforeName)
        .and(Class::AbbreviationBeforeNumber)
        .and(Class::AbbreviationInside)
        .and(Class::AbbreviationFinal);

    /// The packed size of a set in bytes.
    pub(super) const BYTES: usize = 8 * WORDS;

    pub const fn of(class: Class) -> Self {
        Classes::NONE.and(class)
    }

    #[inline]
    pub const fn and(mut self, class: Class) -> Self {
        self.0[class as usize / 64] |= 1 << (class as usize % 64);
        self
    }

    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0[class as usize / 64] & 1 << (class as usize % 64) != 0
    }

    /// Whether the sets share a class.
    #[inline]
    pub const fn any(self, other: Classes) -> bool {
        (self.0[0] & other.0[0]) | (self.0[1] & other.0[1]) != 0
    }

    #[inline]
    pub const fn union(self, other: Classes) -> Self {
        Classes([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0[0] | self.0[1] == 0
    }

    /// A number that other sets rarely have.
    #[allow(dead_code, reason = "the build script does not tag")]
    pub const fn mixed(self) -> usize {
        ((self.0[0] ^ self.0[1].rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
    }

    #[allow(dead_code, reason = "the build script packs sets")]
    pub(super) fn to_bytes(self) -> impl Iterator<Item = u8> {
        self.0.into_iter().flat_map(u64::to_le_bytes)
    }

    #[inline]
    pub(super) const fn from_bytes(bytes: &[u8; Classes::BYTES]) -> Self {
        let [low, high] = bytes.as_chunks().0 else { panic!("a set is packed whole") };
        Classes([u64::from_le_bytes(*low), u64::from_le_bytes(*high)])
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Classes};

    #[test]
    fn a_set_has_its_classes_and_no_other_in_either_half() {
        let [first, .., last] = *Class::ALL else { panic!("there are classes") };
        assert!((last as usize) >= 64);
        for class in [first, last] {
            let set = Classes::of(class);
            assert_eq!((set.has(first), set.has(last)), (class == first, class == last));
            assert!(set.any(Classes::of(first).and(last)) && !set.any(Classes::NONE) && !set.is_empty());
            let bytes: Vec<u8> = set.to_bytes().collect();
            assert_eq!(Classes::from_bytes(bytes.as_slice().try_into().unwrap()), set);
        }
        assert_eq!(Classes::of(first).union(Classes::of(last)), Classes::of(last).and(first));
    }
}
