//! Contract: the pieces of a content are in order, disjoint and not empty, and neither the cue nor
//! the source overlaps them. This is the one place that checks it.

use super::{Attribution, Pieces};
use crate::arena::List;
use crate::text::Run;

impl Attribution {
    /// Whether the contract holds for this attribution.
    fn is_whole(&self) -> bool {
        let apart = |run: &Run| !self.own_words().any(|own| own.overlaps(*run));
        !self.content.is_empty()
            && self.content.iter().all(|run| !run.is_empty() && apart(run))
            && self.content.windows(2).all(|pair| pair[0].end <= pair[1].start)
    }

    /// Adds a piece, or what the other pieces, the cue and the source leave of it.
    pub(super) fn add_piece(&mut self, run: Run) {
        self.content.push(run);
        if !self.is_whole() {
            self.repair();
        }
    }

    /// Cuts out of the pieces what the contract forbids; nothing may remain.
    fn repair(&mut self) {
        let mut cuts: Pieces = self.own_words().collect();
        cuts.sort();
        self.content.sort();
        let mut pieces = Pieces::new();
        let mut reach = 0;
        for run in &self.content {
            let mut start = run.start.max(reach);
            for cut in cuts.iter().filter(|cut| cut.overlaps(*run)) {
                pieces.extend((start < cut.start).then_some(Run { start, end: cut.start }));
                start = start.max(cut.end);
            }
            pieces.extend((start < run.end).then_some(Run { start, end: run.end }));
            reach = reach.max(run.end);
        }
        self.content = pieces;
    }

    fn own_words(&self) -> impl Iterator<Item = Run> {
        [self.cue, self.source].into_iter().flatten()
    }
}

/// Repairs attributions that break the contract, and drops those without any content left. No shape
/// should need it: a debug build, as the fuzz targets are, stops here.
pub(super) fn check(attributions: &mut List<'_, Attribution>) {
    attributions.retain_mut(|attribution| {
        let whole = attribution.is_whole();
        debug_assert!(whole, "pieces out of order, or not apart from cue and source: {attribution:?}");
        if !whole {
            attribution.repair();
        }
        !attribution.content.is_empty()
    });
}

#[cfg(test)]
mod tests {
    use super::super::Evidence;
    use super::*;

    fn runs(pieces: &[(usize, usize)]) -> Pieces {
        pieces.iter().map(|&(start, end)| Run::new(start, end)).collect()
    }

    fn repaired(pieces: &[(usize, usize)], source: (usize, usize)) -> Pieces {
        let made = Attribution::new(runs(pieces), Run::new(10, 12), 10, Evidence::none());
        let mut made = made.said_by(Run::new(source.0, source.1));
        made.repair();
        assert!(made.content.is_empty() || made.is_whole());
        made.content
    }

    #[test]
    fn a_repair_cuts_what_overlaps() {
        assert_eq!(repaired(&[(3, 7), (5, 9)], (0, 2)), runs(&[(3, 7), (7, 9)]));
        assert_eq!(repaired(&[(14, 20), (3, 9)], (0, 2)), runs(&[(3, 9), (14, 20)]));
        assert_eq!(repaired(&[(0, 20)], (4, 6)), runs(&[(0, 4), (6, 10), (12, 20)]));
        assert_eq!(repaired(&[(0, 5), (1, 3)], (8, 9)), runs(&[(0, 5)]));
        assert_eq!(repaired(&[(4, 6)], (4, 6)), runs(&[]));
    }

    #[test]
    fn an_added_piece_keeps_to_what_is_free() {
        let mut made = Attribution::new(Run::new(2, 6), Run::new(10, 12), 10, Evidence::none());
        made.add_piece(Run::new(5, 8));
        made.add_piece(Run::new(10, 12));
        assert_eq!(made.content, runs(&[(2, 6), (6, 8)]));
    }
}
