//! What surveys find about somebody: "showed Moor leading, with Vane far behind".

use crate::lexicon::{AttributionType, Cue, Form, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// "showed Moor leading, with Vane far behind": whether the object at `i` of a verb of showing has
/// a predicate of its own; then the finding is as long as a clause.
pub(super) fn finds(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> bool {
    let shows = cue.part == Part::Verb && cue.attribution_type(Form::NounPhrase) == AttributionType::Fact;
    shows
        && syntax.core_end(i, stop).is_some_and(|end| {
            syntax.tag(end) == Tag::Ing && !syntax.attributes(end)
                || syntax.is_one_of(end, words!["with"])
                || syntax.is_one_of(end, words!["at"]) && syntax.kind(end + 1) == Some(Kind::Number)
        })
}
