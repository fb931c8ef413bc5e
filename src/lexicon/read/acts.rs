//! The file of what cues do: the types of groups and of single cues, the cues whose verbs name
//! deeds, things or topics.

use std::collections::HashMap;

use crate::lexicon::act::Acts;
use crate::lexicon::lines::lines;
use crate::lexicon::{AttributionType, Form, Part};

/// What the file says of a cue.
#[derive(Default)]
struct Marks {
    /// The type of the cue, where it is another than its group's; infinitives keep that.
    kind: Option<AttributionType>,
    deed: bool,
    thing: bool,
    /// A cue of this name has been read.
    known: bool,
}

/// What cues do, by group and by cue.
pub(super) struct ActsOfCues {
    groups: HashMap<&'static str, Acts>,
    /// Verbs and adjectives by their words, joined by "_".
    cues: HashMap<&'static str, Marks>,
}

impl ActsOfCues {
    /// Reads the file, which names each of `groups`.
    pub fn read(groups: &[&str]) -> Self {
        let mut read = ActsOfCues { groups: HashMap::new(), cues: HashMap::new() };
        let mut section = "";
        for line in lines(include_str!("../data/cue_acts.txt")) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = name;
            } else if section == "types" {
                let (group, types) = line.split_once(':').unwrap_or_else(|| panic!("no type in {line:?}"));
                read.groups.insert(group, acts(types));
            } else {
                for cue in line.split_ascii_whitespace() {
                    let marks = read.cues.entry(cue).or_default();
                    match section {
                        "deed" => marks.deed = true,
                        "thing" => marks.thing = true,
                        name => marks.kind = Some(kind(name)),
                    }
                }
            }
        }
        for group in groups {
            assert!(read.groups.contains_key(group), "the group [{group}] has no type in cue_acts.txt");
        }
        read
    }

    /// What the cue of these words does.
    pub fn of(&mut self, words: &str, group: &str, part: Part) -> Acts {
        let acts = self.groups[group];
        let Some(marks) = self.cues.get_mut(words).filter(|_| part != Part::Noun) else { return acts };
        marks.known = true;
        // "demanded to see" is meant to happen, whatever the verb
        let acts =
            marks.kind.map_or(acts, |kind| Acts::all(kind).with(Form::Infinitive, acts.of(Form::Infinitive)));
        let acts = if marks.deed { acts.with_deed() } else { acts };
        if marks.thing { acts.with_thing() } else { acts }
    }

    /// Checks that every cue that the file names is one.
    pub fn finish(self) {
        let unknown: Vec<_> =
            self.cues.iter().filter(|(_, marks)| !marks.known).map(|(cue, _)| cue).collect();
        assert!(unknown.is_empty(), "cue_acts.txt names what is no cue: {unknown:?}");
    }
}

/// "communication", "communication, infinitive eventuality": a type, and others for single forms.
fn acts(types: &str) -> Acts {
    let mut parts = types.split(',').map(str::trim);
    let all = Acts::all(kind(parts.next().unwrap_or_default()));
    parts.fold(all, |acts, part| {
        let (form, name) = part.split_once(' ').unwrap_or_else(|| panic!("no type in {part:?}"));
        let form = Form::NAMES.iter().position(|known| *known == form);
        let form = form.unwrap_or_else(|| panic!("no form is named in {part:?}"));
        acts.with(Form::ALL[form], kind(name))
    })
}

fn kind(name: &str) -> AttributionType {
    let kind = AttributionType::NAMES.iter().position(|known| *known == name);
    AttributionType::ALL
        [kind.unwrap_or_else(|| panic!("no type of attribution and no section is named {name:?}"))]
}
