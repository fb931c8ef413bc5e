//! Sentences drawn from the product of a grid's tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::markup::{self, Expected, Piece};
use crate::table::{Filler, Grid, Labels};

/// A short text with its answer.
pub struct Example {
    pub text: String,
    pub expected: Vec<Expected>,
    /// Whether statements other than the expected ones are allowed.
    pub lenient: bool,
    /// The filler of each slot.
    pub choices: BTreeMap<String, usize>,
}

impl Example {
    /// The answers, one per line: `source | cue | content`, with optional words in brackets and "-"
    /// for none.
    pub fn answers(&self) -> String {
        let shown = |pieces: &[Piece]| match pieces {
            [] => "-".to_owned(),
            _ => pieces.iter().map(Piece::to_string).collect::<Vec<_>>().join(" … "),
        };
        let mut answers = String::new();
        for Expected { source, cue, content } in &self.expected {
            answers += &format!("        {} | {cue} | {}\n", shown(source), shown(content));
        }
        answers
    }
}

/// The template of every text: the sentence in a paragraph.
const ROOT: &str = "{before} ^{frame} {after}";

/// Draws the grid's sentences, without duplicates: as many as it sets, or as many as the draws
/// give.
pub fn draw(grid: &Grid) -> Vec<Example> {
    let mut random = Random::seeded(&grid.name);
    let (mut examples, mut seen) = (Vec::new(), BTreeSet::new());
    for _ in 0..grid.sentences * 40 {
        if examples.len() == grid.sentences {
            break;
        }
        let mut draw = Draw::default();
        if !draw.choose(grid, ROOT, &mut random) || !draw.is_complete() {
            continue;
        }
        let (text, expected) = markup::read(&draw.fill(grid, ROOT));
        if seen.insert(text.clone()) {
            let lenient = draw.labels & grid.label("lenient") != 0;
            examples.push(Example { text, expected, lenient, choices: draw.choices });
        }
    }
    examples
}

/// A sentence being drawn.
#[derive(Default)]
struct Draw {
    /// The filler of each slot.
    choices: BTreeMap<String, usize>,
    /// The labels that the fillers have, need and exclude.
    labels: Labels,
    needs: Vec<Labels>,
    barred: Labels,
}

impl Draw {
    /// Chooses a filler for each slot of the template, and for the slots of the fillers. Returns
    /// false if none fits.
    fn choose(&mut self, grid: &Grid, template: &str, random: &mut Random) -> bool {
        parts(template).filter_map(Part::slot).all(|slot| {
            if self.choices.contains_key(slot) {
                return true;
            }
            let fillers = &grid.slot(slot).fillers;
            let open = grid.slots().filter(|(slot, _)| !self.choices.contains_key(*slot));
            let possible = open.fold(self.labels, |labels, (_, slot)| labels | slot.brings);
            let Some(index) = random.pick(fillers, |filler| self.admits(filler, possible)) else {
                return false;
            };
            let filler = &fillers[index];
            self.choices.insert(slot.to_owned(), index);
            self.labels |= filler.is;
            self.needs.extend(&filler.needs);
            self.barred |= filler.bars;
            self.choose(grid, &filler.template, random)
        })
    }

    /// Whether the filler is compatible with those chosen, and what it needs is still possible.
    fn admits(&self, filler: &Filler, possible: Labels) -> bool {
        filler.is & self.barred == 0
            && filler.bars & self.labels == 0
            && filler.needs.iter().all(|any| any & possible != 0)
    }

    /// Whether everything that the fillers need is present.
    fn is_complete(&self) -> bool {
        self.needs.iter().all(|any| any & self.labels != 0)
    }

    /// Fills the slots of the template.
    fn fill(&self, grid: &Grid, template: &str) -> String {
        let filled = parts(template).map(|part| match part {
            Part::Words(words) => words.to_owned(),
            Part::Slot(slot) => self.fill(grid, &grid.slot(slot).fillers[self.choices[slot]].template),
            Part::Either(label, _, that) if self.labels & grid.label(label) == 0 => that.to_owned(),
            Part::Either(_, this, _) => this.to_owned(),
        });
        filled.collect()
    }
}

/// A part of a template.
#[derive(Clone, Copy)]
enum Part<'t> {
    Words(&'t str),
    /// `{slot}`
    Slot(&'t str),
    /// `{label?this:that}`
    Either(&'t str, &'t str, &'t str),
}

impl<'t> Part<'t> {
    fn slot(self) -> Option<&'t str> {
        match self {
            Part::Slot(slot) => Some(slot),
            _ => None,
        }
    }
}

fn parts(template: &str) -> impl Iterator<Item = Part<'_>> {
    template.split_inclusive('}').flat_map(|piece| {
        let (words, brace) = piece.split_once('{').unwrap_or((piece, ""));
        let inside = brace.strip_suffix('}').filter(|inside| !inside.is_empty());
        let part = inside.map(|inside| match inside.split_once('?') {
            Some((label, forms)) => {
                let (this, that) = forms.split_once(':').expect("a colon between two forms");
                Part::Either(label, this, that)
            }
            None => Part::Slot(inside),
        });
        [Some(Part::Words(words)), part].into_iter().flatten()
    })
}

/// A random number generator with a fixed seed (`SplitMix64`).
struct Random(u64);

impl Random {
    fn seeded(name: &str) -> Self {
        Random(name.bytes().fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into())))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Picks one of the admitted fillers at random, by weight.
    fn pick(&mut self, fillers: &[Filler], admitted: impl Fn(&Filler) -> bool) -> Option<usize> {
        let often = |filler: &Filler| if admitted(filler) { filler.often } else { 0 };
        let weights: Vec<usize> = fillers.iter().map(often).collect();
        let total: usize = weights.iter().sum();
        let mut left = usize::try_from(self.next().checked_rem(total as u64)?).ok()?;
        weights.iter().position(|&weight| {
            let here = left < weight;
            left = left.saturating_sub(weight);
            here
        })
    }
}
