//! Reads the file of cue acts: the types of groups and of single cues, and the cues that name deeds
//! or things.

use std::collections::HashMap;

use crate::lexicon::act::Acts;
use crate::lexicon::lines::{Line, Problems};
use crate::lexicon::{AttributionType, Form, Part, data};

/// What the file says about a cue.
struct Marks {
    /// The line that first names the cue.
    line: Line,
    /// The type of the cue, if it differs from its group's; infinitives keep the group's type.
    kind: Option<AttributionType>,
    /// The other sections that list it.
    sections: Vec<&'static str>,
    /// Whether a cue with this name was read.
    known: bool,
}

/// What cues do, by group and by cue.
#[derive(Default)]
pub(super) struct ActsOfCues {
    groups: HashMap<&'static str, Acts>,
    /// Verbs and adjectives by their words, joined by "_".
    cues: HashMap<&'static str, Marks>,
}

impl ActsOfCues {
    /// Reads the file, which must list each of `groups`.
    pub fn read(groups: &[&str], problems: &mut Problems) -> Self {
        let mut read = ActsOfCues::default();
        let mut section = "";
        let mut last = None;
        for line in data::CUE_ACTS.lines() {
            last = Some(line);
            if let Some(name) = line.heading() {
                section = name;
            } else if section == "types" {
                let (group, types) = line.text.split_once(':').unwrap_or((line.text, ""));
                if let Some(acts) = acts(line, types, problems) {
                    read.groups.insert(group, acts);
                }
            } else {
                read.mark(line, section, problems);
            }
        }
        for group in groups.iter().filter(|group| !read.groups.contains_key(*group)) {
            if let Some(line) = last {
                problems.add(
                    line,
                    format!("the group [{group}] has no type, expected `{group}: TYPE` in [types]"),
                );
            }
        }
        read
    }

    /// Reads a line of cues in a section other than `[types]`.
    fn mark(&mut self, line: Line, section: &'static str, problems: &mut Problems) {
        let kind = AttributionType::ALL.into_iter().find(|kind| kind.as_str() == section);
        if kind.is_none() && !matches!(section, "deed" | "thing" | "naming") {
            let types = AttributionType::NAMES.join("], [");
            problems.add(
                line,
                format!(
                    "no section is named [{section}], expected [types], [deed], [thing], [naming], [{types}]"
                ),
            );
            return;
        }
        for cue in line.text.split_ascii_whitespace() {
            let new = Marks { line, kind: None, sections: Vec::new(), known: false };
            let marks = self.cues.entry(cue).or_insert(new);
            marks.kind = kind.or(marks.kind);
            marks.sections.push(section);
        }
    }

    /// What the cue with these words does.
    pub fn of(&mut self, words: &str, group: &str, part: Part) -> Acts {
        let unknown = Acts::all(AttributionType::Communication);
        let acts = self.groups.get(group).copied().unwrap_or(unknown);
        let Some(marks) = self.cues.get_mut(words).filter(|_| part != Part::Noun) else { return acts };
        marks.known = true;
        // "demanded to see" is an intention, whatever the verb
        let acts =
            marks.kind.map_or(acts, |kind| Acts::all(kind).with(Form::Infinitive, acts.of(Form::Infinitive)));
        marks.sections.iter().fold(acts, |acts, &section| match section {
            "deed" => acts.with_deed(),
            "thing" => acts.with_thing(),
            "naming" => acts.with_naming(),
            _ => acts,
        })
    }

    /// Reports names in the file that are not cues.
    pub fn finish(self, problems: &mut Problems) {
        let mut unknown: Vec<_> = self.cues.into_iter().filter(|(_, marks)| !marks.known).collect();
        unknown.sort_by_key(|(cue, _)| *cue);
        for (cue, marks) in unknown {
            problems
                .add(marks.line, format!("`{cue}` is no cue, expected a verb or adjective of the cue files"));
        }
    }
}

/// "communication", "communication, infinitive eventuality": a type, and exceptions for single
/// forms.
fn acts(line: Line, types: &str, problems: &mut Problems) -> Option<Acts> {
    let mut parts = types.split(',').map(str::trim);
    let mut acts = Acts::all(kind(line, parts.next().unwrap_or_default(), problems)?);
    for part in parts {
        let (form, name) = part.split_once(' ').unwrap_or((part, ""));
        let Some(form) = Form::ALL.into_iter().find(|known| known.as_str() == form) else {
            problems
                .add(line, format!("no form is named `{form}`, expected one of {}", Form::NAMES.join(", ")));
            return None;
        };
        acts = acts.with(form, kind(line, name, problems)?);
    }
    Some(acts)
}

fn kind(line: Line, name: &str, problems: &mut Problems) -> Option<AttributionType> {
    let kind = AttributionType::ALL.into_iter().find(|known| known.as_str() == name);
    if kind.is_none() {
        let known = AttributionType::NAMES.join(", ");
        problems.add(line, format!("no type of attribution is named `{name}`, expected one of {known}"));
    }
    kind
}
