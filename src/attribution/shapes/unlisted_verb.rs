//! "…,” he fumed", "…!” roared Ruiz": any verb next to a quotation attributes if it has no other
//! role.

use super::verdict::answered;
use super::{Precedence, Shape, Trigger};
use crate::attribution::following::{attribution_end, goes_on};
use crate::attribution::score::{Evidence, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Form;
use crate::text::Run;

pub(super) const SHAPE: Shape = Shape {
    name: "unlisted verb",
    trigger: Trigger::AfterQuotation,
    precedence: Precedence::LastResort,
    find: by_quotation,
};

/// "…,” he fumed", "…!” roared Ruiz": any verb next to a quotation attributes if it has no other
/// role.
fn by_quotation(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let group = syntax.verb_group(i);
    if group.form != Form::Finite || syntax.is(i, Class::Be) || syntax.quoted(i) {
        return None;
    }
    let before = group.start.checked_sub(1)?;
    let (source, end) = if syntax.waits(before) {
        let source = syntax.inverted_source(i + 1)?;
        (source, source.stop())
    } else {
        let source = syntax.subject(group, 0)?;
        (source, i + 1)
    };
    // "“Gutted,” was how Ruiz summed it up"
    if let Some((quotation, source)) = answered(syntax, source) {
        let evidence = Evidence::of(Row::UnlistedVerb).source(syntax.source_kind(source));
        let found = Attribution::new(quotation, Run::new(group.start, i + 1), i, evidence);
        return Some(found.framed(Frame::Quote).said_by(source));
    }
    let start = group.start.min(source.first());
    let last = start.checked_sub(1).filter(|&last| syntax.waits(last))?;
    let quotation = syntax.quotation_ending_at(last)?;
    // in “Quiet Water,” she plays: a title inside the sentence
    let first = quotation.first();
    if first > syntax.sentence_start(first)
        && !matches!(syntax.tag(first - 1), Tag::Break | Tag::Comma | Tag::Coordinator)
    {
        return None;
    }
    let rest = attribution_end(syntax, end, false);
    let stop = syntax.sentence(i).stop();
    let ended = rest >= stop || matches!(syntax.tag(rest), Tag::End | Tag::Comma | Tag::Break);
    // “Run!” Ruiz grew up in Tarn.: a sentence of its own does more than name the speaker
    let apart = last < syntax.sentence_start(i) && rest > end;
    let ended = ended && !apart;
    if !ended || syntax.block_index(quotation.first()) != syntax.block_index(i) {
        return None;
    }
    let mut content: Pieces = quotation.into();
    content.extend(goes_on(syntax, rest, true));
    Some(
        Attribution::new(
            content,
            Run::new(group.start, i + 1),
            i,
            Evidence::of(Row::UnlistedVerb).source(syntax.source_kind(source)),
        )
        .framed(Frame::Post)
        .said_by(source),
    )
}
