//! "Moor is against the plan": a preposition that takes sides.

use crate::attribution::Attribution;
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::text::Run;

/// "Moor is against the plan": a side taken, without a verb.
pub(in crate::attribution) fn against(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let be =
        i.checked_sub(1).filter(|&b| syntax.is_one_of(i, words!["against"]) && syntax.is(b, Class::Be))?;
    let stop = syntax.sentence(i).stop();
    let group = syntax.verb_group(be);
    let source = syntax.subject(group, 0).filter(|&s| syntax.speaks(s) >= 0.75)?;
    let end = syntax.before_verb(i + 1, syntax.complement_end(i + 1, stop));
    (end > i + 1)
        .then(|| Attribution::new(Run::new(i + 1, end), Run::new(group.start, i + 1), i, 0.6).said_by(source))
}
