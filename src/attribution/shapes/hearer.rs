//! "The pier was rotten, the court was told": a passive whose subject hears the words before it.
//! Who says them is left open.

use super::cued::Cued;
use super::parenthetical::{ends_parenthetical, interrupts, parenthetical};
use crate::attribution::Attribution;
use crate::attribution::preceding::{is_fronted, said_before};
use crate::lexicon::{Class, Frame};
use crate::syntax::Syntax;
use crate::syntax::verb_group::Form;
use crate::text::Run;

/// The attribution of the words before the subject of a passive, which may name an `agent`.
pub(super) fn hearer(syntax: &Syntax<'_>, cued: Cued, agent: Option<Run>) -> Option<Attribution> {
    let Cued { cue, group, end } = cued;
    let after = agent.map_or(end, Run::stop);
    if cue.strength(Frame::Told) == 0 || cue.strength(Frame::Post) == 0 || group.form != Form::Finite {
        return None;
    }
    let after_told = syntax.past_settings(after, syntax.sentence(group.head).stop());
    if !ends_parenthetical(syntax, cue, after_told) || syntax.tag(after_told).is_nominal() {
        return None;
    }
    let hears =
        |s: &Run| syntax.source_kind(*s).may_speak() || s.indices().any(|k| syntax.is(k, Class::Hearing));
    let listener = syntax.subject(group, 0).filter(hears)?;
    let content = said_before(syntax, listener.first(), interrupts(syntax, after_told))?;
    if is_fronted(syntax, content) {
        return None;
    }
    Some(parenthetical(syntax, cue, group, end, agent, content, after_told))
}
