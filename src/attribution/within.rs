//! Nesting: "Ruiz said that the ministry had promised to pay" holds two statements, one within the other.

use super::Attribution;
use crate::text::Run;

/// A piece of what is said, with the statement that it belongs to.
struct Piece {
    run: Run,
    owner: usize,
    /// How many tokens all of the statement's pieces have.
    size: usize,
}

/// For each attribution the innermost other one whose content holds its cue; only those that `holds` accepts hold others.
///
/// What holds has more words than what it holds, so no attribution is within itself by a detour.
pub(crate) fn holders(
    attributions: &[Attribution],
    holds: impl Fn(&Attribution) -> bool,
) -> Vec<Option<usize>> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(attributions.len() * 5 / 4);
    for (owner, attribution) in attributions.iter().enumerate().filter(|(_, a)| holds(a)) {
        let size = size(attribution);
        pieces.extend(attribution.content.iter().map(|&run| Piece { run, owner, size }));
    }
    pieces.sort_by_key(|piece| piece.run.start);
    let mut cues: Vec<(Run, usize)> =
        attributions.iter().enumerate().filter_map(|(n, a)| Some((a.cue?, n))).collect();
    cues.sort_unstable_by_key(|&(cue, _)| cue.start);
    let mut found = vec![None; attributions.len()];
    let mut pieces = pieces.into_iter().peekable();
    let mut open: Vec<Piece> = Vec::new();
    for (cue, n) in cues {
        while let Some(piece) = pieces.next_if(|piece| piece.run.start <= cue.start) {
            open.push(piece);
        }
        open.retain(|piece| piece.run.end > cue.start);
        let own = size(&attributions[n]);
        found[n] = open
            .iter()
            .filter(|piece| piece.owner != n && piece.run.end >= cue.end && piece.size > own)
            .min_by_key(|piece| piece.size)
            .map(|piece| piece.owner);
    }
    found
}

fn size(attribution: &Attribution) -> usize {
    attribution.content.iter().map(|run| run.len()).sum()
}
