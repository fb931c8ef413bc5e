//! "said the pier was lost, which opened in May": what a writer adds at the end of a reported
//! clause is no part of it.

use super::{Attribution, Kind, settle};
use crate::lexicon::Frame;
use crate::syntax::Syntax;
use crate::text::Run;

/// Ends the clause after a cue before the writer's remark.
pub(super) fn leave(syntax: &Syntax<'_>, attribution: &mut Attribution) {
    let clause = matches!(attribution.frame, Some(Frame::That | Frame::Clause | Frame::Wh));
    let cue = attribution.cue.map_or(u32::MAX, |cue| cue.end);
    let last = attribution.content.last_mut().filter(|run| clause && run.start >= cue);
    let Some(last) = last else { return };
    if let Some(end) = syntax.closing_remark(*last)
        && settle::kind(syntax, &[*last]) != Kind::Direct
    {
        *last = Run::new(last.first(), end);
    }
}
