//! "as Ruiz put it", "as officials point out": a clause that comments on its sentence. The content
//! is the sentence around it.

use super::cued::Cued;
use crate::attribution::following::attribution_end;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;

/// The attribution of a cue in a clause with "as" that has no other complement.
pub(super) fn parenthetical_as(
    syntax: &Syntax<'_>,
    cue: &'static Cue,
    group: VerbGroup,
    source: Option<Run>,
    end: usize,
) -> Option<Attribution> {
    let source = source.filter(|_| group.form == Form::Finite)?;
    let before = source.first().checked_sub(1)?;
    let opening = if syntax.tag(before).is_verb() { heard_from(syntax, before)? } else { before };
    comment(syntax, Cued { cue, group, end }, opening, source)
}

/// "As first reported by the Herald, the pier is shut": the same with a participle and its agent.
pub(super) fn parenthetical_as_by(syntax: &Syntax<'_>, cued: Cued) -> Option<Attribution> {
    let Cued { cue, group, end } = cued;
    let opening = group.start.checked_sub(1)?;
    let speaks = cue.strength(Frame::Post) > 0 && syntax.is(group.head, Class::VerbParticiple);
    if !speaks || !syntax.is_one_of(end, words!["by"]) {
        return None;
    }
    comment(syntax, cued, opening, syntax.agent(group.head, end)?)
}

/// The attribution of the sentence around a clause that the "as" at `opening` introduces.
fn comment(syntax: &Syntax<'_>, cued: Cued, opening: usize, source: Run) -> Option<Attribution> {
    let Cued { cue, group, end } = cued;
    let strength = cue.strength(Frame::Post).max(cue.strength(Frame::That));
    if strength < 2 || !syntax.is_one_of(opening, words!["as"]) {
        return None;
    }
    let (floor, stop) = (syntax.sentence_start(group.head), syntax.sentence(group.head).stop());
    let close = attribution_end(syntax, end.max(source.stop()), false);
    let closed = close >= stop || matches!(syntax.tag(close), Tag::Comma | Tag::End | Tag::Break);
    if opening < floor || !closed {
        return None;
    }
    let from = floor + usize::from(syntax.tag(floor) == Tag::Coordinator);
    let content = if opening <= from {
        // "As Ruiz noted, the plan failed": the clause after the comma
        // "As Ruiz noted, that's a ban"
        let pointed = || syntax.tag(close + 1) == Tag::That && syntax.verb_at(close + 2);
        let clause = || {
            syntax.clause_follows(close + 1, stop) || syntax.opens_with_fronted(close + 1, stop) || pointed()
        };
        (syntax.tag(close) == Tag::Comma && clause())
            .then(|| Run::new(close + 1, syntax.clause_end(close + 1, stop)).into())?
    } else {
        let before = opening - 1;
        // “They are dancing,” as one put it
        let opens = |q: Run| q.first() <= from;
        let quoted = syntax.waits(before) && syntax.quotation_ending_at(before).is_some_and(opens);
        if !(quoted || matches!(syntax.tag(before), Tag::Comma | Tag::Break)) || before <= from {
            return None;
        }
        let mut pieces: Pieces = Run::new(from, before + usize::from(quoted)).into();
        if syntax.tag(close) == Tag::Comma && close + 1 < syntax.trim(close + 1, stop) {
            pieces.push(Run::new(close + 1, syntax.trim(close + 1, stop)));
        }
        pieces
    };
    Some(
        Attribution::new(
            content,
            Run::new(group.start, end),
            group.head,
            Evidence::of(Row::ParentheticalAs)
                .source(syntax.source_kind(source))
                .when(syntax.waits(opening.saturating_sub(1)), Factor::Quotation),
        )
        .listed(cue, Frame::Post)
        .said_by(source),
    )
}

/// "as you heard Ruiz say": the word before the listener, whose verb of perception is at `verb`.
fn heard_from(syntax: &Syntax<'_>, verb: usize) -> Option<usize> {
    let perceives = syntax.lemma_is_one_of(verb, words!["hear", "see"]);
    let listener = syntax.verb_group(verb).start.checked_sub(1).filter(|_| perceives)?;
    syntax.is(listener, Class::SubjectPronoun).then(|| listener.checked_sub(1)).flatten()
}
