//! The report on a grid: the share of right sentences, the fillers with the most wrong ones, and
//! the first wrong sentences.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::judge::{Judged, Verdict};
use crate::sample::Example;
use crate::table::Grid;

/// The number of fillers listed.
const FILLERS: usize = 30;
/// Fillers with fewer sentences than this are not listed.
const FEW: usize = 8;

/// The numbers of right sentences and of all sentences.
#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    total: usize,
}

impl Tally {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.total += 1;
    }

    #[allow(clippy::cast_precision_loss)]
    fn share(self) -> f64 {
        self.right as f64 / self.total.max(1) as f64
    }
}

/// The counts of a grid.
pub struct Report<'g> {
    grid: &'g Grid,
    all: Tally,
    faults: BTreeMap<Verdict, usize>,
    /// By slot and filler.
    fillers: BTreeMap<(String, usize), Tally>,
    wrong: Vec<String>,
}

impl<'g> Report<'g> {
    pub fn new(grid: &'g Grid) -> Self {
        let (faults, fillers) = (BTreeMap::new(), BTreeMap::new());
        Report { grid, all: Tally::default(), faults, fillers, wrong: Vec::new() }
    }

    pub fn count(&mut self, example: &Example, judged: &Judged) {
        let right = judged.verdict == Verdict::Right;
        self.all.add(right);
        for (slot, &index) in &example.choices {
            self.fillers.entry((slot.clone(), index)).or_default().add(right);
        }
        if !right {
            *self.faults.entry(judged.verdict).or_default() += 1;
            let Judged { verdict, found } = judged;
            let (text, answers, found) = (&example.text, example.answers(), found.join("\n        "));
            self.wrong
                .push(format!("{verdict:?}: {text}\n    expected\n{answers}    found\n        {found}\n"));
        }
    }

    /// The share of right sentences.
    pub fn share(&self) -> f64 {
        self.all.share()
    }

    /// The report, with up to `show` wrong sentences.
    pub fn to_string(&self, show: usize) -> String {
        let Tally { right, total } = self.all;
        let mut out =
            format!("\n{}: {right} of {total} right, {:.2} %", self.grid.name, 100.0 * self.share());
        for (verdict, count) in &self.faults {
            let _ = write!(out, ", {verdict:?} {count}");
        }
        out.push('\n');
        for ((slot, index), tally) in self.worst() {
            let filler = match self.grid.slot(slot).fillers[*index].template.as_str() {
                "" => "(nothing)",
                template => template,
            };
            let _ = writeln!(out, "  {slot}={filler}: {} of {} right", tally.right, tally.total);
        }
        for wrong in self.wrong.iter().take(show) {
            let _ = write!(out, "\n{wrong}");
        }
        out
    }

    /// The fillers whose share of right sentences is below the average, lowest first.
    fn worst(&self) -> Vec<(&(String, usize), Tally)> {
        let mut worst: Vec<_> = self.fillers.iter().map(|(filler, &tally)| (filler, tally)).collect();
        worst.retain(|(_, tally)| tally.total >= FEW && tally.share() < self.share());
        worst.sort_by(|(_, a), (_, b)| a.share().total_cmp(&b.share()));
        worst.truncate(FILLERS);
        worst
    }
}
