//! Quotations interrupted by two attributions: "“Nobody,” he warned, “should do this. It,” he
//! added, “is wrong.”" is one statement, with the first cue.

use super::Attribution;
use crate::arena::List;
use crate::text::Run;

/// Joins each attribution that continues the last piece of another to that attribution.
pub(super) fn join(attributions: &mut List<'_, Attribution>) {
    let arena = attributions.bump();
    let pieces = |a: &Attribution| a.content.len() > 1 && a.cue.is_some();
    let mut ends: List<'_, (Run, u32)> = List::new_in(arena);
    ends.extend(
        (0_u32..)
            .zip(&**attributions)
            .filter(|(_, a)| pieces(a))
            .filter_map(|(n, a)| Some((*a.content.last()?, n))),
    );
    if ends.len() < 2 {
        return;
    }
    ends.sort_unstable();
    // which attribution each one continues
    let from = |a: &Attribution| {
        let (first, cue) = (*a.content.first().filter(|_| pieces(a))?, a.cue?);
        let at = ends.binary_search_by_key(&first, |&(run, _)| run).ok()?;
        (cue.start >= first.end).then_some(ends[at].1)
    };
    let owners = arena.alloc_slice_fill_iter(attributions.iter().map(from));
    // last first, so that an attribution that is continued twice is complete before it is moved
    let mut order: List<'_, u32> = List::new_in(arena);
    order.extend((0..owners.len() as u32).filter(|&n| owners[n as usize].is_some()));
    order.sort_unstable_by_key(|&n| std::cmp::Reverse(attributions[n as usize].content[0].start));
    for n in order {
        let Some(owner) = owners[n as usize].filter(|&owner| owner != n) else { continue };
        let given = std::mem::take(&mut attributions[n as usize].content);
        attributions[owner as usize].content.extend(given.into_iter().skip(1));
    }
    attributions.retain(|a| !a.content.is_empty());
}
