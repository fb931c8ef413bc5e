//! Reads the files of cues and of raising words.

use super::acts::ActsOfCues;
use super::{Builder, inflect};
use crate::lexicon::cues::LONGEST;
use crate::lexicon::frame::Frames;
use crate::lexicon::lines::{File, Line, Problems, sections};
use crate::lexicon::{Class, Cue, CueGroup, Frame, Part, Raising, WordId, data};

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
pub(super) fn verbs(problems: &mut Problems) -> Vec<Listed> {
    data::CUE_VERBS.into_iter().flat_map(|file| entries(file, problems)).collect()
}

/// Sets of frames by strength, as bits: strong, weaker ("?"), faint ("??").
type Strengths = [u64; 3];

/// The entries of a cue file; reports invalid ones.
pub(super) fn entries(file: File, problems: &mut Problems) -> Vec<Listed> {
    let mut section = None;
    let mut entries = Vec::new();
    for line in file.lines() {
        if let Some(rest) = line.text.strip_prefix('[') {
            let Some((name, frames)) = rest.split_once(']') else {
                problems.add(line, "the bracket is not closed, expected `[group] frame frame`");
                continue;
            };
            section = Some((name, strengths(line, frames, problems)));
            continue;
        }
        let Some((group, defaults)) = section else {
            problems.add(line, "a cue before the first group, expected `[group] frame frame`");
            continue;
        };
        let (words, frames) = match line.text.split_once(':') {
            Some((words, frames)) => (words, strengths(line, frames, problems)),
            None => (line.text, defaults),
        };
        let cues = words.split_ascii_whitespace().filter(|words| is_cue(line, words, problems));
        entries.extend(cues.map(|words| Listed { words, group, frames }));
    }
    entries
}

/// Whether `words`, joined by "_", can be a cue; reports them if not.
fn is_cue(line: Line, words: &str, problems: &mut Problems) -> bool {
    let count = words.split('_').count();
    if count > LONGEST {
        problems.add(line, format!("the cue `{words}` has {count} words, expected at most {LONGEST}"));
        return false;
    }
    words.split('_').all(|word| line.is_word(word, problems))
}

fn strengths(line: Line, names: &str, problems: &mut Problems) -> Strengths {
    let mut strengths = Strengths::default();
    for name in names.split_ascii_whitespace() {
        let plain = name.trim_end_matches('?');
        match (Frame::of_name(plain), strengths.get_mut(name.len() - plain.len())) {
            (Some(frame), Some(set)) => *set |= 1 << frame as u8,
            (None, _) => {
                let known = Frame::NAMES.join(", ");
                problems.add(line, format!("no frame is named `{plain}`, expected one of {known}"));
            }
            (_, None) => problems.add(line, format!("`{name}` is too faint, expected `{plain}??` at most")),
        }
    }
    strengths
}

/// All cues, and the names of their groups, sorted.
pub(super) fn read(builder: &mut Builder, verbs: Vec<Listed>) -> (Vec<Cue>, Vec<&'static str>) {
    let nouns = entries(data::CUE_NOUNS, &mut builder.problems);
    let adjectives = entries(data::CUE_ADJECTIVES, &mut builder.problems);
    let lists = [(verbs, Part::Verb), (nouns, Part::Noun), (adjectives, Part::Adjective)];
    let mut groups: Vec<_> = lists.iter().flat_map(|(list, _)| list).map(|listed| listed.group).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut acts = ActsOfCues::read(&groups, &mut builder.problems);
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
            // if a line repeats a frame, the strongest mark counts
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
                group: CueGroup(
                    u8::try_from(number)
                        .expect("there is room for 256 groups; widen `CueGroup` in src/lexicon/cues.rs"),
                ),
                odd: Frames(odd),
                high: Frames(high),
            });
        }
    }
    acts.finish(&mut builder.problems);
    (cues, groups)
}

/// Whether a cue without further words may take a clause with "it" as its subject: "it was
/// announced that", "it emerged that", "it is unclear whether".
pub(super) fn is_impersonal(cue: &Cue) -> bool {
    let strength = |frame| cue.strength(frame);
    cue.rest().is_empty()
        && match cue.part {
            Part::Verb => [Frame::That, Frame::Wh, Frame::Clause, Frame::It]
                .into_iter()
                .any(|frame| strength(frame) == 3),
            Part::Adjective => strength(Frame::It) > 0,
            Part::Noun => false,
        }
}

const RAISING: &str = "[to], [as], [for], [alone] or [verb]";

fn raising(heading: &str) -> Option<Raising> {
    Some(match heading {
        "to" => Raising::To,
        "as" => Raising::As,
        "for" => Raising::For,
        "alone" => Raising::Alone,
        "verb" => Raising::Verb,
        _ => return None,
    })
}

pub(super) fn read_raising(builder: &mut Builder, file: File) {
    for (raising, line) in sections(file, RAISING, &mut builder.problems, raising) {
        for word in line.words(&mut builder.problems) {
            let id = builder.intern(word);
            builder.entry(id).raising.0 |= 1 << raising as u8;
        }
    }
}
