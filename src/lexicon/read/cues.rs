//! The files of cues, and of words that raise.

use super::acts::ActsOfCues;
use super::{Builder, inflect};
use crate::lexicon::cues::LONGEST;
use crate::lexicon::frame::Frames;
use crate::lexicon::lines::lines;
use crate::lexicon::{Class, Cue, CueGroup, Frame, Part, Raising, WordId};

const VERBS: [&str; 4] = [
    include_str!("../data/cue_verbs.txt"),
    include_str!("../data/cue_verbs_speech.txt"),
    include_str!("../data/cue_verbs_mind.txt"),
    include_str!("../data/cue_verbs_stance.txt"),
];
const NOUNS: &str = include_str!("../data/cue_nouns.txt");
const ADJECTIVES: &str = include_str!("../data/cue_adjectives.txt");

/// An entry of a cue file.
pub(super) struct Listed {
    /// Joined by "_".
    words: &'static str,
    group: &'static str,
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

/// Sets of frames by strength, as bits: strong, weaker ("?"), faint ("??").
type Strengths = [u64; 3];

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
        strengths[marks] |= 1 << frame as u8;
    }
    strengths
}

/// All cues, and the names of their groups, sorted.
pub(super) fn read(builder: &mut Builder, verbs: Vec<Listed>) -> (Vec<Cue>, Vec<&'static str>) {
    let lists = [(verbs, Part::Verb), (entries(NOUNS), Part::Noun), (entries(ADJECTIVES), Part::Adjective)];
    let mut groups: Vec<_> = lists.iter().flat_map(|(list, _)| list).map(|listed| listed.group).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut acts = ActsOfCues::read(&groups);
    let mut cues = Vec::new();
    for (list, part) in lists {
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
                    builder.form(&inflect::plural(words), Class::Noun, ids[0]);
                }
                Part::Adjective => builder.form(words, Class::Adjective, ids[0]),
            }
            let [strong, weaker, faint] = frames;
            let high = strong | weaker;
            // the strongest counts where a line names a frame twice
            let odd = strong | faint & !high;
            let number = groups.binary_search(&group).expect("the group is listed");
            let addressed = length == 2 && matches!(group, "ask" | "tell");
            cues.push(Cue {
                words: ids,
                length: length as u8,
                particle: ids[1],
                addressed,
                part,
                acts: acts.of(words, group, part),
                group: CueGroup(u8::try_from(number).expect("there are fewer than 256 groups")),
                odd: Frames(odd),
                high: Frames(high),
            });
        }
    }
    acts.finish();
    (cues, groups)
}

/// Whether a cue, alone, may take a clause with "it" as its subject: "it was announced that", "it is unclear whether".
pub(super) fn is_impersonal(cue: &Cue) -> bool {
    let strength = |frame| cue.strength(frame);
    cue.rest().is_empty()
        && match cue.part {
            Part::Verb => {
                [Frame::That, Frame::Wh, Frame::Clause].into_iter().any(|frame| strength(frame) == 3)
            }
            Part::Adjective => strength(Frame::It) > 0,
            Part::Noun => false,
        }
}

pub(super) fn read_raising(builder: &mut Builder) {
    let mut section = Raising::To;
    for line in lines(include_str!("../data/raising.txt")) {
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
