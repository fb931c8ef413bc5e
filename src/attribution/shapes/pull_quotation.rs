//! "“It is rotten.”" and below it "Joss Arden, harbour master": a quotation set apart, with its
//! speaker in the line below.

use super::introduced::SHORT;
use super::signature::signature;
use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::Frame;
use crate::syntax::Syntax;

pub(super) const SHAPE: Shape = Shape {
    name: "pull quotation",
    trigger: Trigger::BelowQuotation,
    precedence: Precedence::First,
    find: pull_quotation,
};

/// The quotation that fills the block before the one opened by token `i`, if that block names a
/// person.
fn pull_quotation(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let quotation = syntax.text.quotations.ending_at(i.checked_sub(1)?)?.run;
    let above = syntax.block_index(quotation.first());
    // below a title in quotation marks is the author of the article
    let fills = above > 0 && quotation.first() == syntax.block(quotation.first()).first();
    let signature = signature(syntax, i, syntax.block(i).stop())?;
    let names = signature.name.len() > 1 && (signature.described || signature.names_person(syntax));
    if !fills || !names || quotation.len() < SHORT {
        return None;
    }
    let mut found = Attribution::of_content(quotation).with_evidence(Evidence::of(Row::Signed));
    (found.frame, found.source) = (Some(Frame::Post), Some(signature.source));
    Some(found)
}
