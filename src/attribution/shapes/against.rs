//! "Moor is against the plan": a preposition that takes sides.

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::text::Run;

pub(super) const SHAPE: Shape = Shape {
    name: "against",
    trigger: Trigger::Preposition { words: words!["against"], with_view: false },
    precedence: Precedence::First,
    find: against,
};

/// "Moor is against the plan": an attitude without a verb of its own.
fn against(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let be =
        i.checked_sub(1).filter(|&b| syntax.is_one_of(i, words!["against"]) && syntax.is(b, Class::Be))?;
    let stop = syntax.sentence(i).stop();
    let group = syntax.verb_group(be);
    let source = syntax.subject(group, 0).filter(|&s| syntax.source_kind(s).may_speak())?;
    let end = syntax.before_verb(i + 1, syntax.complement_end(i + 1, stop));
    (end > i + 1).then(|| {
        Attribution::new(Run::new(i + 1, end), Run::new(group.start, i + 1), i, Evidence::of(Row::Against))
            .said_by(source)
    })
}
