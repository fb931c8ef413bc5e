//! "“We will stay.” — Ana Ruiz, teacher": a quotation with a dash and a name after it.

use super::introduced::SHORT;
use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::Frame;
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape =
    Shape { name: "signed quotation", trigger: Trigger::Dash, precedence: Precedence::First, find: signed };

/// How long a name with its description may be that signs a quotation, in tokens.
const SIGNATURE: usize = 16;

/// "“We will stay.” — Ana Ruiz, teacher": a quotation that a dash and a name sign, in its paragraph or below it.
fn signed(syntax: &Syntax<'_>, dash: usize) -> Option<Attribution> {
    let before = dash.checked_sub(1).filter(|_| syntax.kind(dash).is_some_and(is_dash))?;
    let block = syntax.block(dash);
    let quotation = syntax.text.quotations.ending_at(before)?;
    let below = dash == block.first();
    let fills = quotation.run.first() == syntax.block(before).first();
    let name = Run::new(dash + 1, syntax.trim(dash + 1, block.stop()));
    let is_name = !name.is_empty()
        && name.len() <= SIGNATURE
        && syntax.tag(name.first()) == Tag::Proper
        && !name
            .indices()
            .any(|i| matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary | Tag::Mark | Tag::End));
    let neighbours = !below || syntax.block_index(before) + 1 == syntax.block_index(dash);
    (fills && is_name && neighbours && quotation.run.len() >= SHORT).then(|| {
        Attribution::new(quotation.run, Run::new(dash, dash + 1), dash, Evidence::of(Row::Signed))
            .framed(Frame::Post)
            .said_by(name)
    })
}

fn is_dash(kind: Kind) -> bool {
    matches!(kind, Kind::Dash | Kind::Bullet)
}
