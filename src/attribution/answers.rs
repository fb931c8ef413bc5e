//! "How did you come to the mill?", in a paragraph of its own, then "My aunt left it to me.": the
//! answers of an interview without labels.

use super::score::{Evidence, Row};
use super::{Attribution, Pieces};
use crate::syntax::Syntax;

/// The answers of the text, without cues and sources.
pub(super) fn answers<'a>(syntax: &'a Syntax<'_>) -> impl Iterator<Item = Attribution> + 'a {
    let answers = syntax.text.answers.iter();
    answers.map(|words| {
        Attribution::of_content(Pieces::from_slice(words)).with_evidence(Evidence::of(Row::Turn))
    })
}
