//! Passives: the subject is what is said, whoever says it stands behind "by" or nowhere.

use crate::attribution::frame::{fill, fill_at};
use crate::attribution::score::{Evidence, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;
use crate::text::token::Kind;

/// The attribution that a passive or a bare participle makes.
pub(super) fn passive(
    syntax: &Syntax<'_>,
    cue: &'static Cue,
    group: VerbGroup,
    end: usize,
) -> Option<Attribution> {
    let made = |content: Pieces, source, evidence, frame| {
        Attribution::new(content, Run::new(group.start, end), group.head, evidence)
            .listed(cue, frame)
            .said_by(source)
    };
    let strength = cue.strength(Frame::NounPhrase).max(cue.strength(Frame::As));
    if let Some(source) = syntax.agent(end) {
        // "asked by a farmer whether he would go", "was told by officials that it was shut"
        let stop = syntax.sentence(group.head).stop();
        if cue.strength(Frame::Told) > 0
            && let Some(filled) = fill_at(syntax, cue, source.stop(), end, stop)
                .filter(|f| matches!(f.frame, Frame::Wh | Frame::That | Frame::Quote))
        {
            let evidence = Evidence::of(Row::PassiveAgent).source(syntax.source_kind(source));
            return Some(made(filled.content.into(), Some(source), evidence, filled.frame));
        }
        let subject = match group.form {
            Form::Participle => reduced_subject(syntax, group)?,
            _ => syntax.subject(group, 0)?,
        };
        return (strength >= 2).then(|| {
            made(
                subject.into(),
                Some(source),
                Evidence::of(Row::PassiveAgent).strength(strength).source(syntax.source_kind(source)),
                Frame::NounPhrase,
            )
        });
    }
    if group.form != Form::Finite {
        return None;
    }
    let stop = syntax.sentence(group.head).stop();
    let told = cue.strength(Frame::Told);
    // "was asked whether", "was told that", "was urged to": what follows is said by somebody who is not named;
    // who is told stands before the verb, so that a clause may follow at once; "was told would win" has lost its subject
    let clause = || {
        fill_at(syntax, cue, end, end, stop)
            .filter(|f| f.frame == Frame::Clause && syntax.tag(end).is_nominal())
    };
    let known =
        || fill(syntax, cue, end).filter(|f| matches!(f.frame, Frame::Wh | Frame::That | Frame::Quote));
    if told > 0
        && let Some(filled) = clause().or_else(known)
    {
        return Some(made(filled.content.into(), None, Evidence::of(Row::Passive), filled.frame));
    }
    let complement = passive_complement(syntax, cue, end, stop);
    if let Some((frame, run)) = complement
        && (told > 0 || syntax.lexicon.name_of(cue.group) == "ask")
    {
        return Some(made(run.into(), None, Evidence::of(Row::Passive), frame));
    }
    let subject = syntax.subject(group, 0)?;
    let ends = matches!(syntax.tag(end), Tag::End | Tag::Comma) || syntax.opens_setting(end);
    match complement {
        Some((frame, run)) => {
            let evidence = Evidence::of(Row::Passive).strength(cue.strength(frame));
            Some(made(Pieces::from([subject, run]), None, evidence, frame))
        }
        None if ends => {
            Some(made(subject.into(), None, Evidence::of(Row::Passive).strength(strength), Frame::NounPhrase))
        }
        None => None,
    }
}

/// What belongs to the content behind a passive: "as a sign of weakness", "to resign", "the winner".
fn passive_complement(syntax: &Syntax<'_>, cue: &Cue, end: usize, stop: usize) -> Option<(Frame, Run)> {
    let frame = match syntax.tag(end) {
        Tag::To if cue.strength(Frame::ObjectTo) > 0 => Frame::ObjectTo,
        Tag::Preposition if syntax.is_one_of(end, words!["as"]) && cue.strength(Frame::As) > 0 => Frame::As,
        tag if (tag.is_nominal() || syntax.opens_quotation(end)) && !syntax.is_time(end) => Frame::NounPhrase,
        _ => return None,
    };
    let run = Run::new(end, syntax.complement_end(end, stop));
    (cue.strength(frame) > 0 && !run.is_empty()).then_some((frame, run))
}

/// What a participle without an auxiliary belongs to: "a plan backed by", "the plan, opposed by".
fn reduced_subject(syntax: &Syntax<'_>, group: VerbGroup) -> Option<Run> {
    let floor = syntax.sentence_start(group.head);
    let before = group.start.checked_sub(1).filter(|&before| before >= floor)?;
    let end = if syntax.kind(before) == Some(Kind::Comma) { before } else { group.start };
    syntax.phrase_start(end, floor).map(|start| Run::new(start, end))
}
