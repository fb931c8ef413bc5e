//! Cues: verbs, nouns and adjectives that attribute, with the frames they stand in.

use super::WordId;

/// The part of speech of a cue's head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Part {
    Verb,
    Noun,
    Adjective,
}

macro_rules! frames {
    ($($name:ident = $text:literal,)*) => {
        /// What the content of a cue looks like, as the data files name it.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub(crate) enum Frame { $($name,)* }

        impl Frame {
            /// The names of all frames, as data files and rule sets write them.
            pub const NAMES: [&str; [$($text),*].len()] = [$($text),*];

            /// The frame of a name.
            pub fn of_name(name: &str) -> Option<Frame> {
                match name {
                    $($text => Some(Frame::$name),)*
                    _ => None,
                }
            }
        }
    };
}

frames! {
    That = "that", Clause = "clause", Wh = "wh", To = "to", ObjectTo = "objto", Gerund = "ing", NounPhrase = "np", As = "as",
    Quote = "quote", Post = "post", Told = "told",
    Of = "of", For = "for", On = "on", About = "about", Against = "against", With = "with", From = "from", Over = "over",
    In = "in", At = "at", By = "by", Toward = "toward", Behind = "behind", Into = "into", How = "how", Light = "light",
    Complement = "oc", Experiencer = "exp", It = "it", Be = "be", Met = "met", Like = "like", Unsaid = "unsaid",
}

/// A set of frames.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Frames(pub(super) u64);

impl Frames {
    pub fn has(self, frame: Frame) -> bool {
        self.0 & (1_u64 << frame as u8) != 0
    }
}

/// The number of a group of cues ("say", "promise", "warn"): what a speaker does with them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct CueGroup(pub(super) u8);

/// A cue has no more words.
pub(super) const LONGEST: usize = 6;

/// So many bytes are packed of a cue: its words, four of a byte and two sets of frames.
pub(super) const ROW: usize = 2 * LONGEST + 4 + 2 * 8;

/// A cue of the lexicon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(super) words: [WordId; LONGEST],
    pub(super) length: u8,
    /// The second word, if it has one.
    pub particle: WordId,
    /// Whoever is asked or told may stand before its one particle: "asked the minister for".
    pub addressed: bool,
    pub part: Part,
    pub group: CueGroup,
    /// The frames of odd strength: strong and faint ones.
    pub(super) odd: Frames,
    /// Those of strength 2 and 3.
    pub(super) high: Frames,
}

impl Cue {
    /// Stands for one that is yet to be read.
    pub(super) const NONE: Cue = Cue {
        words: [WordId::NONE; LONGEST],
        length: 0,
        particle: WordId::NONE,
        addressed: false,
        part: Part::Verb,
        group: CueGroup(0),
        odd: Frames(0),
        high: Frames(0),
    };

    /// The lemma of the first word.
    pub fn lemma(&self) -> WordId {
        self.words[0]
    }

    /// The particles, prepositions and other words that follow the first: "out" in "point out".
    pub fn rest(&self) -> &[WordId] {
        &self.words[1..self.length.into()]
    }

    /// How strongly the cue takes `frame`: 3 strong, 2 weaker, 1 faint, 0 not at all.
    pub fn strength(&self, frame: Frame) -> u8 {
        u8::from(self.high.has(frame)) << 1 | u8::from(self.odd.has(frame))
    }
}

/// How a word raises the subject of what is said ("is expected to", "is known as", "seems").
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Raising {
    /// "is expected to"
    To,
    /// "is known as"
    As,
    /// "is known for"
    For,
    /// "is expected", nothing behind it
    Alone,
    /// "seems"
    Verb,
}

/// The ways in which one word raises.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Raisings(pub(super) u8);

impl Raisings {
    pub fn has(self, raising: Raising) -> bool {
        self.0 & (1 << raising as u8) != 0
    }

    pub fn union(self, other: Raisings) -> Self {
        Raisings(self.0 | other.0)
    }
}
