//! Cues: attributing verbs, nouns and adjectives, with the frames they take.

use super::act::Acts;
use super::frame::{Frame, Frames};
use super::{AttributionType, Form, WordId};

/// The part of speech of a cue's head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Part {
    Verb,
    Noun,
    Adjective,
}

/// The index of a group of cues ("say", "promise", "warn"): what a speaker does with them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct CueGroup(pub(super) u8);

/// The maximum number of words of a cue.
pub(super) const LONGEST: usize = 6;

/// The packed size of a cue: its words, four one-byte numbers, its acts, two sets of frames.
pub(super) const ROW: usize = 2 * LONGEST + 4 + 2 + 2 * 8;

/// A cue of the lexicon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(super) words: [WordId; LONGEST],
    pub(super) length: u8,
    /// The second word, if it has one.
    pub particle: WordId,
    /// The addressee may precede its only particle: "asked the minister for".
    pub addressed: bool,
    pub part: Part,
    pub group: CueGroup,
    /// The type of its attributions, by form.
    pub(super) acts: Acts,
    /// The frames of strength 1 and 3.
    pub(super) odd: Frames,
    /// The frames of strength 2 and 3.
    pub(super) high: Frames,
}

impl Cue {
    /// A placeholder in the list of cues until they are read.
    pub(super) const NONE: Cue = Cue {
        words: [WordId::NONE; LONGEST],
        length: 0,
        particle: WordId::NONE,
        addressed: false,
        part: Part::Verb,
        group: CueGroup(0),
        acts: Acts::all(AttributionType::Communication),
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

    /// The type of an attribution by this cue whose content has this form.
    pub fn attribution_type(&self, form: Form) -> AttributionType {
        self.acts.of(form)
    }

    /// Whether the verb mostly names a deed: "attacked", "backed", "showed". Its content is
    /// something said only if it is a clause or a quotation.
    pub fn is_deed(&self) -> bool {
        self.acts.is_deed()
    }

    /// Whether a noun phrase after the verb is a thing or a topic rather than something said:
    /// "offered a seat", "discussed the plan".
    pub fn is_of_thing(&self) -> bool {
        self.acts.is_of_thing()
    }

    /// Whether the verb names things: "a book titled “Quiet Water”".
    pub fn is_naming(&self) -> bool {
        self.acts.is_naming()
    }

    /// How strongly the cue takes `frame`: 3 strong, 2 weaker, 1 faint, 0 not at all.
    pub fn strength(&self, frame: Frame) -> u8 {
        u8::from(self.high.has(frame)) << 1 | u8::from(self.odd.has(frame))
    }
}

/// How a word raises the subject of its content ("is expected to", "is known as", "seems").
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Raising {
    /// "is expected to"
    To,
    /// "is known as"
    As,
    /// "is known for"
    For,
    /// "is expected", with nothing after it
    Alone,
    /// "seems"
    Verb,
}

const _: () =
    assert!((Raising::Verb as u32) < u8::BITS, "`Raisings` has 8 bits; widen it in src/lexicon/cues.rs");

/// The ways in which one word raises its subject.
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
