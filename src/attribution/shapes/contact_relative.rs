//! "The man police say killed two women was arrested", "the mill Moor said was unsafe": a relative
//! clause without a pronoun, whose subject the cue's content lacks.

use crate::attribution::frame::Filled;
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

/// Whether the content is a clause that begins with its verb, directly after a cue that ends at
/// `end`.
pub(super) fn lacks_subject(syntax: &Syntax<'_>, filled: &Filled, end: usize) -> bool {
    let first = filled.content.first();
    filled.frame == Frame::Clause && first == end && matches!(syntax.tag(first), Tag::Finite | Tag::Auxiliary)
}

/// "What he said was that the door was open": where the content begins, after the verb that equates
/// it with what was said.
pub(super) fn equated(syntax: &Syntax<'_>, filled: &Filled, end: usize) -> Option<usize> {
    let first = filled.content.first();
    (lacks_subject(syntax, filled, end) && syntax.is(first, Class::Be) && syntax.tag(first + 1) == Tag::That)
        .then_some(first + 1)
}

/// "a move Moor described | as a mistake", "a remark Moor called | “mad”": whether a cue of judging
/// that ends at `end` lacks the noun phrase that it judges.
pub(super) fn lacks_object(syntax: &Syntax<'_>, cue: &Cue, end: usize) -> bool {
    cue.strength(Frame::As) > 0 && syntax.is_one_of(end, words!["as"])
        || cue.strength(Frame::Complement) > 0
            && (quotes_phrase(syntax, end) || syntax.is_one_of(end, words!["a", "an"]))
}

/// Whether a quotation without a verb begins at `i`.
fn quotes_phrase(syntax: &Syntax<'_>, i: usize) -> bool {
    let verb = |k: usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary);
    let quotation = syntax.text.quotations.starting_at(i).filter(|_| syntax.opens_quotation(i));
    quotation.is_some_and(|q| !q.run.indices().any(verb))
}
