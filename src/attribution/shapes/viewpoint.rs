//! "In Moor's view, …", "…, in the words of Moor": a noun that names a point of view.

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::around::{comes_first, said_around};
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, words};
use crate::syntax::tag::Tag;
use crate::syntax::{SourceKind, Syntax};
use crate::text::Run;

pub(super) const SHAPE: Shape = Shape {
    name: "point of view",
    trigger: Trigger::Preposition { words: words!["in", "from", "by", "to"], with_view: true },
    precedence: Precedence::First,
    find: viewpoint,
};

/// "in Moor's view", "in the words of Moor", "from his perspective": the source is the person whose
/// view it is.
fn viewpoint(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let stop = syntax.sentence(i).stop();
    let core = syntax.core_end(i + 1, stop)?;
    let noun = core - 1;
    if !syntax.is(noun, Class::Viewpoint) {
        return None;
    }
    let (source, end) = match syntax.possessor(core - 1, i + 1) {
        Some(source) => (source, core),
        None if syntax.is_one_of(core, words!["of"]) => {
            let end = syntax.phrase_end(core + 1, stop)?;
            (Run::new(core + 1, end), end)
        }
        None => return None,
    };
    let set_off = if comes_first(syntax, i) {
        syntax.tag(end) == Tag::Comma
    } else {
        i > floor
            && syntax.tag(i - 1) == Tag::Comma
            && (end >= stop || matches!(syntax.tag(end), Tag::Comma | Tag::End))
    };
    if !set_off || syntax.source_kind(source) < SourceKind::Thing {
        return None;
    }
    let content = said_around(syntax, i, end);
    let cue = if source.stop() <= noun { Run::new(noun, core) } else { Run::new(i, core + 1) };
    (!content.is_empty())
        .then(|| Attribution::new(content, cue, noun, Evidence::of(Row::Viewpoint)).said_by(source))
}
