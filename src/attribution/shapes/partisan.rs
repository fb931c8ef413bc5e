//! "Moor is a vocal critic of the plan".

use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::text::Run;

/// "Moor is a vocal critic of the plan".
pub(super) fn partisan(syntax: &Syntax<'_>, cue: &'static Cue, i: usize) -> Option<Attribution> {
    let strength = cue.strength(Frame::Like);
    if strength == 0 || !syntax.is_one_of(i + 1, words!["of", "for"]) {
        return None;
    }
    let floor = syntax.sentence_start(i);
    let stop = syntax.sentence(i).stop();
    let start = syntax.object_start(i, floor);
    let before = start.checked_sub(1).filter(|&b| b >= floor)?;
    let links = syntax.is(before, Class::Be)
        || syntax.tag(before).is_verb() && syntax.lemma_is(before, Class::Linking);
    if !links {
        return None;
    }
    let group = syntax.verb_group(before);
    let (source, cue_start) = (syntax.subject(group, 0)?, group.start);
    let end = syntax.before_verb(i + 2, syntax.complement_end(i + 2, stop));
    (end > i + 2).then(|| {
        Attribution::new(
            Run::new(i + 2, end),
            Run::new(cue_start, i + 2),
            i,
            Evidence::of(Row::Partisan).strength(strength).source(syntax.source_kind(source)),
        )
        .listed(cue, Frame::Like)
        .said_by(source)
    })
}
