//! "apologised in court for lying", "warned drivers on Monday against using the bridge", "asked the
//! staff through a lawyer whether it was safe": a complement smaller than a that-clause, after
//! adjuncts and optionally an addressee.

use crate::attribution::frame::{Filled, fill_at};
use crate::lexicon::{Cue, Frame, Part};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

/// The verb frame filled by the words after the adjuncts, if there are adjuncts or an addressee.
pub(super) fn fill_phrase_past_adjuncts(
    syntax: &Syntax<'_>,
    cue: &Cue,
    i: usize,
    stop: usize,
) -> Option<Filled> {
    if cue.part != Part::Verb {
        return None;
    }
    let addressed =
        cue.strength(Frame::Told) > 0 && (syntax.tag(i).is_nominal() || syntax.tag(i) == Tag::Object);
    let from = match syntax.past_time(i, stop) {
        None if addressed => syntax.object_end(i, stop)?,
        _ => i,
    };
    let start = syntax.complement_past_adjuncts(from, stop).or_else(|| {
        let against = from > i && cue.strength(Frame::Against) > 0 && syntax.tag(from) == Tag::Preposition;
        against.then_some(from)
    })?;
    let found = fill_at(syntax, cue, start, i, stop)?;
    let fits = match found.frame {
        Frame::To => from == i,
        Frame::Wh | Frame::Against | Frame::For => true,
        _ => false,
    };
    fits.then_some(found)
}
