//! "“We will stay.” — Ana Ruiz, teacher": a quotation with a dash and a name after it; "I will
//! stay. — Ana Ruiz (@anaruiz) June 3": a message with its sender.

use super::introduced::SHORT;
use super::signature::{Signature, signature};
use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape =
    Shape { name: "signed quotation", trigger: Trigger::Dash, precedence: Precedence::First, find: signed };

/// The content signed by a dash and a name, in their paragraph or in the one before.
fn signed(syntax: &Syntax<'_>, dash: usize) -> Option<Attribution> {
    let before = dash.checked_sub(1).filter(|_| syntax.kind(dash).is_some_and(is_dash))?;
    let block = syntax.block(dash);
    let signature = signature(syntax, dash + 1, block.stop())?;
    let below = dash == block.first();
    let content = quotation(syntax, dash).or_else(|| {
        let message = Run::new(block.first(), before + 1);
        (!below && is_message(syntax, message, signature)).then_some(message)
    })?;
    let name = &signature.name;
    if syntax.tag(name.first()) == Tag::Coordinator {
        return None;
    }
    (syntax.tag(name.first()) == Tag::Proper || signature.handle || name.len() > 1).then(|| {
        Attribution::new(content, Run::new(dash, dash + 1), dash, Evidence::of(Row::Signed))
            .framed(Frame::Post)
            .said_by(signature.source)
    })
}

/// The quotation before the dash, if it fills its paragraph up to the dash.
fn quotation(syntax: &Syntax<'_>, dash: usize) -> Option<Run> {
    let before = dash - 1;
    let quotation = syntax.text.quotations.ending_at(before)?.run;
    let fills = quotation.first() == syntax.block(before).first();
    let near = syntax.block_index(before) + 1 >= syntax.block_index(dash);
    (fills && near && quotation.len() >= SHORT).then_some(quotation)
}

/// Whether the words before a dash are a message: either a handle follows, or they are sentences
/// that use "I" or "we" and a name of two words follows.
fn is_message(syntax: &Syntax<'_>, words: Run, signature: Signature) -> bool {
    let ended = syntax.tag(words.stop() - 1) == Tag::End;
    let personal = || words.indices().any(|i| syntax.is_one_of(i, words!["i", "we", "my", "our"]));
    let quotes = || words.indices().any(|i| syntax.kind(i) == Some(Kind::Mark));
    signature.handle || ended && signature.name.len() > 1 && personal() && !quotes()
}

fn is_dash(kind: Kind) -> bool {
    matches!(kind, Kind::Dash | Kind::Bullet)
}
