//! "According to the ministry, …", "…, according to Ana Ruiz".

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::around::said_around;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::words;
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

pub(super) const SHAPE: Shape = Shape {
    name: "according to",
    trigger: Trigger::Preposition { words: words!["according"], with_view: false },
    precedence: Precedence::First,
    find: according_to,
};

/// "according to the ministry": before or after what is said.
fn according_to(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    if !syntax.is_one_of(i + 1, words!["to"]) {
        return None;
    }
    let stop = syntax.sentence(i).stop();
    let source = syntax.inverted_source(i + 2)?;
    // "According to the office, the rise is due": the comma opens the clause, no apposition
    let source = match syntax.phrase_end(i + 2, stop) {
        Some(close) if syntax.tag(close) == Tag::Comma && syntax.clause_follows(close + 1, stop) => {
            Run::new(i + 2, close)
        }
        _ => source,
    };
    let end = source.stop();
    let content = said_around(syntax, i, end);
    (!content.is_empty()).then(|| {
        Attribution::new(content, Run::new(i, i + 2), i, Evidence::of(Row::AccordingTo)).said_by(source)
    })
}
