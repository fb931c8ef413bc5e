//! "MIRA BEST, HOST: Good evening.", "Q: Were you there?": a turn of a transcript, up to the next
//! label.

use super::{Precedence, Shape, Trigger};
use crate::attribution::score::{Evidence, Row};
use crate::attribution::{Attribution, Pieces};
use crate::syntax::Syntax;
use crate::text::Run;

pub(super) const SHAPE: Shape =
    Shape { name: "turn", trigger: Trigger::Turn, precedence: Precedence::First, find: turn };

/// The turn whose label ends at token `i`.
fn turn(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let turns = &syntax.text.turns;
    let turn = turns.labelled_at(i)?;
    let source = Run { start: turn.name.start, end: turn.role.map_or(turn.name.end, |role| role.end) };
    let content = Pieces::from_slice(turns.words(turn));
    let mut found = Attribution::new(content, Run::new(i, i + 1), i, Evidence::of(Row::Turn)).said_by(source);
    // a label without a mark consists of the speaker alone
    if turn.mark.is_none() {
        (found.cue, found.head) = (None, None);
    }
    Some(found)
}
