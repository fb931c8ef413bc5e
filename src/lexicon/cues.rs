//! Cues: verbs, nouns and adjectives that attribute, with the frames they stand in.

use super::read::{Builder, lines};
use super::{Class, WordId};

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
    In = "in", At = "at", By = "by", Toward = "toward", Behind = "behind", Into = "into", How = "how", Not = "not", Light = "light",
    Complement = "oc", Experiencer = "exp", It = "it", Be = "be", Met = "met", Like = "like", Unsaid = "unsaid",
}

/// A set of frames.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Frames(u64);

impl Frames {
    pub fn has(self, frame: Frame) -> bool {
        self.0 & (1_u64 << frame as u8) != 0
    }

    fn union(self, other: Frames) -> Self {
        Frames(self.0 | other.0)
    }

    fn without(self, other: Frames) -> Self {
        Frames(self.0 & !other.0)
    }

    fn add(&mut self, frame: Frame) {
        self.0 |= 1_u64 << frame as u8;
    }
}

/// The name of a group of cues ("say", "promise", "warn"): what a speaker does with them.
pub(crate) type CueGroup = &'static str;

/// A cue has no more words.
const LONGEST: usize = 6;

/// A cue of the lexicon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    words: [WordId; LONGEST],
    length: u8,
    /// The second word, if it has one.
    pub particle: WordId,
    /// Whoever is asked or told may stand before its one particle: "asked the minister for".
    pub addressed: bool,
    pub part: Part,
    pub group: CueGroup,
    /// The frames of odd strength: strong and faint ones.
    odd: Frames,
    /// Those of strength 2 and 3.
    high: Frames,
}

impl Cue {
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

    /// Whether the cue, alone, may take a clause with "it" as its subject: "it was announced that", "it is unclear whether".
    pub fn is_impersonal(&self) -> bool {
        self.rest().is_empty()
            && match self.part {
                Part::Verb => {
                    [Frame::That, Frame::Wh, Frame::Clause].iter().any(|&frame| self.strength(frame) == 3)
                }
                Part::Adjective => self.strength(Frame::It) > 0,
                Part::Noun => false,
            }
    }
}

const VERBS: [&str; 4] = [
    include_str!("data/cue_verbs.txt"),
    include_str!("data/cue_verbs_speech.txt"),
    include_str!("data/cue_verbs_mind.txt"),
    include_str!("data/cue_verbs_stance.txt"),
];
const NOUNS: &str = include_str!("data/cue_nouns.txt");
const ADJECTIVES: &str = include_str!("data/cue_adjectives.txt");

/// An entry of a cue file.
pub(super) struct Listed {
    /// Joined by "_".
    words: &'static str,
    group: CueGroup,
    frames: Strengths,
}

impl Listed {
    /// The first word.
    pub fn lemma(&self) -> &'static str {
        self.words.split('_').next().unwrap_or(self.words)
    }
}

/// The entries of all cue verbs, in the files' order.
pub(super) fn verbs() -> Vec<Listed> {
    VERBS.into_iter().flat_map(entries).collect()
}

/// Frames by strength: strong, weaker ("?"), faint ("??").
type Strengths = [Frames; 3];

fn entries(file: &'static str) -> Vec<Listed> {
    let (mut group, mut defaults) = ("", Strengths::default());
    let mut entries = Vec::new();
    for line in lines(file) {
        if let Some((name, frames)) = line.strip_prefix('[').and_then(|l| l.split_once(']')) {
            (group, defaults) = (name, strengths(frames));
            continue;
        }
        let (words, frames) = match line.split_once(':') {
            Some((words, frames)) => (words, strengths(frames)),
            None => (line, defaults),
        };
        entries.extend(words.split_ascii_whitespace().map(|words| Listed { words, group, frames }));
    }
    entries
}

fn strengths(names: &str) -> Strengths {
    let mut strengths = Strengths::default();
    for name in names.split_ascii_whitespace() {
        let marks = name.bytes().rev().take_while(|&byte| byte == b'?').count();
        let plain = &name[..name.len() - marks];
        let frame = Frame::of_name(plain).unwrap_or_else(|| panic!("no frame is named {name:?}"));
        strengths[marks].add(frame);
    }
    strengths
}

pub(super) fn read(builder: &mut Builder, verbs: Vec<Listed>) -> Vec<Cue> {
    let mut cues = Vec::with_capacity(2048);
    let mut room = String::new();
    for (list, part) in
        [(verbs, Part::Verb), (entries(NOUNS), Part::Noun), (entries(ADJECTIVES), Part::Adjective)]
    {
        for Listed { words, group, frames } in list {
            let mut ids = [WordId::NONE; LONGEST];
            let mut length = 0;
            for word in words.split('_') {
                ids[length] = builder.intern(word);
                length += 1;
            }
            match part {
                Part::Verb => {}
                Part::Noun => {
                    builder.form(words, Class::Noun, ids[0]);
                    builder.form(super::inflect::plural(words, &mut room), Class::Noun, ids[0]);
                }
                Part::Adjective => _ = builder.form(words, Class::Adjective, ids[0]),
            }
            let [strong, weaker, faint] = frames;
            let high = strong.union(weaker);
            // the strongest counts where a line names a frame twice
            let odd = strong.union(faint.without(high));
            let addressed = length == 2 && matches!(group, "ask" | "tell");
            cues.push(Cue {
                words: ids,
                length: length as u8,
                particle: ids[1],
                addressed,
                part,
                group,
                odd,
                high,
            });
        }
    }
    cues
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
pub(crate) struct Raisings(u8);

impl Raisings {
    pub fn has(self, raising: Raising) -> bool {
        self.0 & (1 << raising as u8) != 0
    }

    pub fn union(self, other: Raisings) -> Self {
        Raisings(self.0 | other.0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

pub(super) fn read_raising(builder: &mut Builder) {
    let mut section = Raising::To;
    for line in lines(include_str!("data/raising.txt")) {
        match line {
            "[to]" => section = Raising::To,
            "[as]" => section = Raising::As,
            "[for]" => section = Raising::For,
            "[alone]" => section = Raising::Alone,
            "[verb]" => section = Raising::Verb,
            line => {
                for word in line.split_ascii_whitespace() {
                    let id = builder.intern(word);
                    builder.entry(id).raising.0 |= 1 << section as u8;
                }
            }
        }
    }
}
