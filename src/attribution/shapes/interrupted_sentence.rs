//! "If prices rise, Moor wrote, “the pier will close”": a sentence that the attribution interrupts
//! and of which only the second part is quoted.

use crate::attribution::frame::Filled;
use crate::lexicon::{Class, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// The part before the attribution by `source`, if the quotation that fills the frame continues it:
/// a clause with a condition or a contrast, or the subject of the quoted verb.
pub(super) fn unquoted_part(syntax: &Syntax<'_>, source: Run, filled: &Filled) -> Option<Run> {
    let open = filled.content.first();
    let comma = source.first().checked_sub(1).filter(|&comma| syntax.tag(comma) == Tag::Comma)?;
    let part = Run::new(syntax.sentence_start(comma).min(comma), comma);
    let continues = filled.frame == Frame::Quote
        && syntax.opens_quotation(open)
        && syntax.token(open + 1).is_some_and(|t| t.is_word() && !t.is_capital());
    if !continues || part.is_empty() || source.first() > open {
        return None;
    }
    let first = part.first() + usize::from(syntax.tag(part.first()) == Tag::Coordinator);
    let clause = syntax.tag(open - 1) == Tag::Comma
        && (syntax.is(first, Class::ContrastiveSubordinator)
            || syntax.is_one_of(first, words!["if", "unless", "because", "whether"]))
        && part.indices().any(|k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary));
    // "That, Moor wrote, “would be a waste”"
    let subject = syntax.verb_at(open + 1)
        && !syntax.is_time(first)
        && (syntax.tag(first) == Tag::That && first + 1 == comma
            || syntax.tag(first).is_nominal() && syntax.core_end(first, comma) == Some(comma));
    (clause || subject).then_some(part)
}
