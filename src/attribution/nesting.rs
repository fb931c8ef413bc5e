//! Nesting: "Ruiz said that the ministry had promised to pay" holds two statements, one inside the
//! other.

use super::Attribution;
use crate::arena::{Arena, List};
use crate::text::Run;

/// A piece of a content, with its statement.
struct Piece {
    run: Run,
    owner: u32,
    /// The total number of tokens in the statement's pieces.
    size: u32,
}

/// For each attribution, the innermost other attribution whose content holds its cue; only those
/// accepted by `holds` can hold others.
///
/// A holder has more words than what it holds, so no attribution can contain itself indirectly.
pub(crate) fn holders<'a>(
    attributions: &[Attribution],
    arena: &'a Arena,
    holds: impl Fn(&Attribution) -> bool,
) -> &'a [Option<usize>] {
    let mut pieces: List<'_, Piece> = List::with_capacity_in(attributions.len() * 2, arena);
    let mut cues: List<'_, (u32, u32)> = List::with_capacity_in(attributions.len(), arena);
    for (n, attribution) in attributions.iter().enumerate() {
        let owner = n as u32;
        cues.extend(attribution.cue.map(|cue| (cue.start, owner)));
        if holds(attribution) {
            let size = size(attribution);
            pieces.extend(attribution.content.iter().map(|&run| Piece { run, owner, size }));
        }
    }
    pieces.sort_by_key(|piece| piece.run.start);
    cues.sort_unstable();
    let found = arena.alloc_slice_fill_copy(attributions.len(), None);
    let mut next = 0;
    let mut open: List<'_, &Piece> = List::new_in(arena);
    for (start, n) in cues {
        while let Some(piece) = pieces.get(next).filter(|piece| piece.run.start <= start) {
            open.push(piece);
            next += 1;
        }
        open.retain(|piece| piece.run.end > start);
        // usually only the content of the preceding cue
        if open.is_empty() {
            continue;
        }
        let attribution = &attributions[n as usize];
        let (own, end) = (size(attribution), attribution.cue.map_or(start, |cue| cue.end));
        found[n as usize] = open
            .iter()
            .filter(|piece| piece.owner != n && piece.run.end >= end && piece.size > own)
            .min_by_key(|piece| piece.size)
            .map(|piece| piece.owner as usize);
    }
    found
}

fn size(attribution: &Attribution) -> u32 {
    attribution.content.iter().map(|run| run.end - run.start).sum()
}
