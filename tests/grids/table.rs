//! The format of grids, and the grids themselves.
//!
//! ```toml
//! sentences = 300                 # so many are drawn
//! floor = 0.8                     # the share of them that must come out right
//!
//! [[frame]]                       # where every sentence begins; all other slots have names of your own
//! of = ["^[who {subject}] {plural?have:has} [cue said] {adjunct} [what {clause}]."]
//!
//! [[subject]]
//! of = ["Lena Moor", "the mayor"]
//! is = "person"                   # labels that a sentence with one of these fillers has
//!
//! [[subject]]
//! of = ["the unions"]
//! is = "plural"
//!
//! [[adjunct]]
//! of = ["in an interview"]
//! needs = "person|plural"         # only in sentences with one of these labels; a blank is "and"
//! bars = "written"                # and in none with this label
//! often = 2                       # drawn twice as often as others
//! ```
//!
//! `{slot}` is replaced by one of the slot's fillers, by the same one everywhere in a sentence;
//! fillers may contain slots. `{label?this:that}` is "this" in a sentence with the label. Brackets
//! and "^" are explained in [`crate::markup`]. A slot that the grid does not define is looked up in
//! `shared.toml`. The label "lenient" allows statements that the frame does not mark.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::sample::Example;

/// A grid: sentences of one kind.
#[derive(Deserialize)]
pub struct Grid {
    #[serde(skip)]
    pub name: String,
    pub sentences: usize,
    pub floor: f64,
    #[serde(flatten)]
    groups: BTreeMap<String, Vec<Group>>,
    #[serde(skip)]
    slots: BTreeMap<String, Slot>,
    #[serde(skip)]
    labels: LabelNames,
}

/// Fillers of a slot with the same labels.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Group {
    of: Vec<String>,
    #[serde(default)]
    is: String,
    #[serde(default)]
    needs: String,
    #[serde(default)]
    bars: String,
    #[serde(default = "once")]
    often: usize,
}

fn once() -> usize {
    1
}

/// A slot and its fillers.
pub struct Slot {
    pub fillers: Vec<Filler>,
    /// The labels of its fillers.
    pub brings: Labels,
}

/// A filler of a slot.
pub struct Filler {
    pub template: String,
    pub is: Labels,
    /// One label of each set must be present.
    pub needs: Vec<Labels>,
    pub bars: Labels,
    pub often: usize,
    /// Whether it is from the grid itself and not from the shared tables.
    own: bool,
}

/// A set of labels, one bit each.
pub type Labels = u128;

/// The labels of a grid, in the order of their bits.
#[derive(Default)]
struct LabelNames(Vec<String>);

impl LabelNames {
    /// The set with one label, which is added if it is new.
    fn bit(&mut self, name: &str) -> Labels {
        let index = self.0.iter().position(|known| known == name).unwrap_or_else(|| {
            self.0.push(name.to_owned());
            self.0.len() - 1
        });
        assert!(index < Labels::BITS as usize, "too many labels");
        1 << index
    }

    /// The set of the labels in a list with this separator.
    fn set(&mut self, names: &str, separator: char) -> Labels {
        names.split(separator).filter(|name| !name.is_empty()).fold(0, |set, name| set | self.bit(name))
    }
}

impl Grid {
    pub fn slot(&self, name: &str) -> &Slot {
        let slot = self.slots.get(name);
        slot.unwrap_or_else(|| panic!("{}.toml has no fillers for {{{name}}}", self.name))
    }

    pub fn slots(&self) -> impl Iterator<Item = (&str, &Slot)> {
        self.slots.iter().map(|(name, slot)| (name.as_str(), slot))
    }

    /// The set with one label; empty if no filler has it.
    pub fn label(&self, name: &str) -> Labels {
        self.labels.0.iter().position(|known| known == name).map_or(0, |index| 1 << index)
    }

    /// The fillers that do not occur in the examples.
    pub fn unused(&self, examples: &[Example]) -> Vec<&str> {
        let used: BTreeSet<(&str, usize)> = examples
            .iter()
            .flat_map(|example| &example.choices)
            .map(|(slot, &index)| (slot.as_str(), index))
            .collect();
        let fillers = self.slots().flat_map(|(name, slot)| {
            slot.fillers.iter().enumerate().map(move |(index, filler)| ((name, index), filler))
        });
        let unused = fillers.filter(|(key, filler)| filler.own && !used.contains(key));
        unused.map(|(_, filler)| filler.template.as_str()).collect()
    }

    /// Labels that the grid's own fillers need or exclude but no filler has.
    pub fn unknown_labels(&self) -> Vec<&str> {
        let brought = self.slots.values().fold(0, |set, slot| set | slot.brings);
        let own = self.slots.values().flat_map(|slot| &slot.fillers).filter(|filler| filler.own);
        let asked =
            own.fold(0, |set, filler| filler.needs.iter().fold(set | filler.bars, |set, any| set | any));
        let names = self.labels.0.iter().enumerate();
        names.filter(|(bit, _)| (asked & !brought) >> bit & 1 == 1).map(|(_, name)| name.as_str()).collect()
    }

    /// Expands the groups into fillers, and adds shared ones for slots that the grid does not
    /// define.
    fn fill(&mut self, shared: &BTreeMap<String, Vec<Group>>) {
        for (own, groups) in [(true, &self.groups), (false, shared)] {
            for (slot, groups) in groups {
                if own || !self.groups.contains_key(slot) {
                    let fillers = groups.iter().flat_map(|group| group.fillers(own, &mut self.labels));
                    let fillers: Vec<Filler> = fillers.collect();
                    let brings = fillers.iter().fold(0, |set, filler| set | filler.is);
                    self.slots.insert(slot.clone(), Slot { fillers, brings });
                }
            }
        }
    }
}

impl Group {
    fn fillers(&self, own: bool, labels: &mut LabelNames) -> Vec<Filler> {
        let needs: Vec<Labels> = self.needs.split_whitespace().map(|any| labels.set(any, '|')).collect();
        let (is, bars) = (labels.set(&self.is, ' '), labels.set(&self.bars, ' '));
        let filler = |template: &String| Filler {
            template: template.clone(),
            is,
            needs: needs.clone(),
            bars,
            often: self.often,
            own,
        };
        self.of.iter().map(filler).collect()
    }
}

/// All grids, sorted by name.
pub fn read_all() -> Vec<Grid> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/grids");
    let shared: BTreeMap<String, Vec<Group>> = read(&folder.join("shared.toml"));
    let files = fs::read_dir(&folder).expect("the folder of the grids exists");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("the folder can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "toml") && !path.ends_with("shared.toml"));
    paths.sort();
    let grids = paths.iter().map(|path| {
        let mut grid: Grid = read(path);
        grid.name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        grid.fill(&shared);
        grid
    });
    grids.collect()
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).expect("the grid can be read");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
