//! Passives: the subject is the content; the source comes after "by" or is absent.

use super::cued::Cued;
use super::hearer::hearer;
use crate::attribution::fill::fill;
use crate::attribution::frame::{Filled, fill_at};
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;
use crate::text::token::Kind;

/// How far before an agent the object complement may begin, in tokens.
const OBJECT: usize = 12;

/// The attribution made by a passive or a bare participle.
pub(super) fn passive(
    syntax: &Syntax<'_>,
    cue: &'static Cue,
    group: VerbGroup,
    end: usize,
) -> Option<Attribution> {
    let stop = syntax.sentence(group.head).stop();
    // "was called a danger by residents"
    let object = object_before_agent(syntax, cue, group, end, stop);
    let mut source = syntax.agent(group.head, object.map_or(end, Run::stop));
    if source.is_none() && group.form != Form::Finite {
        return None;
    }
    if let Some(found) = hearer(syntax, Cued { cue, group, end }, source) {
        return Some(found);
    }
    let after = source.map_or(end, Run::stop);
    let at = syntax.past_settings(after, stop);
    // "was quoted by the paper as saying": the content belongs to the verb of saying
    if syntax.is_one_of(at, words!["as"]) && syntax.tag(at + 1) == Tag::Ing && syntax.attributes(at + 1) {
        return None;
    }
    // "was asked whether", "was told by the mayor that": the addressee is not part of the content
    let (content, evidence, frame) = if let Some(filled) =
        told(syntax, cue, source.is_some(), after, at, stop)
    {
        let evidence = source.map_or(Evidence::of(Row::Passive), |source| {
            Evidence::of(Row::PassiveAgent).strength(filled.strength).source(syntax.source_kind(source))
        });
        (filled.content.into(), evidence, filled.frame)
    } else if let Some(source) = source {
        let complement =
            object.map(|run| (Frame::Complement, run)).or_else(|| agentive_complement(syntax, cue, at, stop));
        by_agent(syntax, cue, group, source, complement)?
    } else if let Some((agent, content, evidence, frame)) = agent_last(syntax, cue, group, end, stop) {
        source = Some(agent);
        (content, evidence, frame)
    } else {
        unnamed(syntax, cue, group, end, at)?
    };
    let cue_run = Run::new(group.start, end);
    Some(Attribution::new(content, cue_run, group.head, evidence).listed(cue, frame).said_by(source))
}

/// "was accused by the court of hiding papers": the subject, and the verb's complement after the
/// agent.
fn by_agent(
    syntax: &Syntax<'_>,
    cue: &Cue,
    group: VerbGroup,
    source: Run,
    complement: Option<(Frame, Run)>,
) -> Option<(Pieces, Evidence, Frame)> {
    let subject = match group.form {
        Form::Participle => reduced_subject(syntax, group)?,
        _ => syntax.subject(group, 0)?,
    };
    let asked = complement.filter(|&(frame, _)| frame == Frame::ObjectTo && addresses(syntax, cue));
    let mut content: Pieces = Pieces::default();
    content.extend(asked.is_none().then_some(subject));
    content.extend(complement.map(|(_, run)| run));
    let strength = cue.strength(Frame::NounPhrase).max(cue.strength(Frame::As));
    let strength = strength.max(complement.map_or(0, |(frame, _)| cue.strength(frame)));
    let evidence = Evidence::of(Row::PassiveAgent)
        .strength(strength)
        .source(syntax.source_kind(source))
        .when(complement.is_some(), Factor::ReasonGiven);
    let frame =
        complement.map(|(frame, _)| frame).filter(|frame| matches!(frame, Frame::ObjectTo | Frame::As));
    (strength >= 2).then_some((content, evidence, frame.unwrap_or(Frame::NounPhrase)))
}

/// "was described as a danger by residents", "was accused of lying by his rival": the agent comes
/// after the verb's complement.
fn agent_last(
    syntax: &Syntax<'_>,
    cue: &Cue,
    group: VerbGroup,
    end: usize,
    stop: usize,
) -> Option<(Run, Pieces, Evidence, Frame)> {
    let of = || reason(syntax, end, stop).filter(|_| syntax.takes_of(group.head));
    let (frame, run) =
        passive_complement(syntax, cue, end, stop).or_else(|| of().map(|run| (Frame::Of, run)))?;
    let agent = syntax.agent_ending(group.head, run)?;
    let complement = Some((frame, Run::new(run.first(), agent.first() - 1)));
    let (content, evidence, frame) = by_agent(syntax, cue, group, agent, complement)?;
    Some((agent, content, evidence, frame))
}

/// "was announced", "was described as a danger", "was accused of lying": no source is named.
fn unnamed(
    syntax: &Syntax<'_>,
    cue: &Cue,
    group: VerbGroup,
    end: usize,
    at: usize,
) -> Option<(Pieces, Evidence, Frame)> {
    let stop = syntax.sentence(group.head).stop();
    let complement = passive_complement(syntax, cue, end, stop);
    if let Some((frame, run)) = complement
        && (frame == Frame::ObjectTo && addresses(syntax, cue)
            || cue.strength(Frame::Told) > 0
            || syntax.lexicon.name_of(cue.group) == "ask")
    {
        return Some((run.into(), Evidence::of(Row::Passive), frame));
    }
    let evidence = |strength| Evidence::of(Row::Passive).strength(strength);
    let subject = syntax.subject(group, 0)?;
    if let Some((frame, run)) = complement {
        // "was charged with theft": a court or the police say so
        let strength = if words!["with"].has(cue.particle) { 3 } else { cue.strength(frame) };
        return Some((Pieces::from([subject, run]), evidence(strength), frame));
    }
    let strength = cue.strength(Frame::NounPhrase).max(cue.strength(Frame::As));
    if matches!(syntax.tag(end), Tag::End | Tag::Comma) || syntax.opens_setting(end) {
        return Some((subject.into(), evidence(strength), Frame::NounPhrase));
    }
    // "has been criticised because it costs too much"
    let judges = cue.strength(Frame::As) > 0 || syntax.takes_of(group.head);
    let reason = (strength >= 2 && judges).then(|| reason(syntax, at, stop)).flatten()?;
    Some((Pieces::from([subject, reason]), evidence(strength), Frame::NounPhrase))
}

/// "was told to", "was urged to": whether the subject of a passive only hears what is said.
fn addresses(syntax: &Syntax<'_>, cue: &Cue) -> bool {
    let group = syntax.lexicon.name_of(cue.group);
    cue.strength(Frame::Told) > 0 || group == "ask" || group == "urge" && !cue.is_deed()
}

/// What the subject of a passive is told, asked or warned: a clause or a quotation directly after
/// the cue and its agent, or after adjuncts at `at`.
fn told(syntax: &Syntax<'_>, cue: &Cue, agent: bool, after: usize, at: usize, stop: usize) -> Option<Filled> {
    let clause = |f: &Filled| matches!(f.frame, Frame::Wh | Frame::That | Frame::Quote);
    if cue.strength(Frame::Told) == 0 {
        // "it was suggested by the union that"
        return fill_at(syntax, cue, at, after, stop).filter(|f| agent && clause(f));
    }
    // the addressee comes before the verb, so a clause may follow directly; "was told would win"
    // has lost its subject
    let number = syntax.quantifier_end(at) > at;
    let bare = |f: &Filled| {
        f.frame == Frame::Clause
            && (number || !matches!(syntax.tag(at), Tag::Finite | Tag::Auxiliary | Tag::Preposition))
    };
    // "was told in a letter last week | rents had fallen"
    let past_adjuncts = |f: &Filled| f.frame == Frame::Clause && f.content.first() > after;
    fill_at(syntax, cue, at, after, stop)
        .filter(bare)
        .or_else(|| fill(syntax, cue, after).filter(|f| clause(f) || past_adjuncts(f)))
        .or_else(|| fill_at(syntax, cue, at, after, stop).filter(clause))
}

/// "was called a danger by residents": the object complement before the agent.
fn object_before_agent(
    syntax: &Syntax<'_>,
    cue: &Cue,
    group: VerbGroup,
    end: usize,
    stop: usize,
) -> Option<Run> {
    let opens = syntax.tag(end).is_nominal() || syntax.opens_quotation(end);
    if cue.strength(Frame::Complement) == 0 || !opens || syntax.is_time(end) {
        return None;
    }
    let by = (end + 1..stop.min(end + OBJECT))
        .take_while(|&k| !matches!(syntax.tag(k), Tag::Comma | Tag::Finite | Tag::Auxiliary | Tag::Break))
        .find(|&k| syntax.is_one_of(k, words!["by"]) && !syntax.quoted(k))?;
    syntax.agent(group.head, by).map(|_| Run::new(end, by))
}

/// "of hiding papers", "as a disgrace", "to resign", "because it costs too much": the verb's
/// complement after its agent.
fn agentive_complement(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, Run)> {
    let frame = match syntax.tag(i) {
        Tag::To if cue.strength(Frame::ObjectTo) > 0 => Frame::ObjectTo,
        Tag::Negation if syntax.tag(i + 1) == Tag::To && cue.strength(Frame::ObjectTo) > 0 => Frame::ObjectTo,
        Tag::Preposition if syntax.is_one_of(i, words!["as"]) && cue.strength(Frame::As) > 0 => Frame::As,
        _ => return reason(syntax, i, stop).map(|run| (Frame::NounPhrase, run)),
    };
    let run = Run::new(i, syntax.complement_end(i, stop));
    (!run.is_empty()).then_some((frame, run))
}

/// What somebody is accused of, praised for or criticised for: a phrase with "of" or "for", or a
/// clause with "because".
fn reason(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<Run> {
    let end = if syntax.is_one_of(i, words!["because"]) {
        syntax.clause_end(i, stop)
    } else if syntax.is_one_of(i, words!["of", "for", "over"]) {
        syntax.complement_end(i, stop)
    } else {
        return None;
    };
    (end > i + 1).then(|| Run::new(i, end))
}

/// "as a sign of weakness", "to resign", "the winner": the part of the content after a passive.
fn passive_complement(syntax: &Syntax<'_>, cue: &Cue, end: usize, stop: usize) -> Option<(Frame, Run)> {
    let frame = match syntax.tag(end) {
        Tag::To if cue.strength(Frame::ObjectTo) > 0 => Frame::ObjectTo,
        Tag::Negation if syntax.tag(end + 1) == Tag::To && cue.strength(Frame::ObjectTo) > 0 => {
            Frame::ObjectTo
        }
        Tag::Preposition if syntax.is_one_of(end, words!["as"]) && cue.strength(Frame::As) > 0 => Frame::As,
        tag if (tag.is_nominal() || syntax.opens_quotation(end)) && !syntax.is_time(end) => Frame::NounPhrase,
        _ => return None,
    };
    let run = Run::new(end, syntax.complement_end(end, stop));
    (cue.strength(frame) > 0 && !run.is_empty()).then_some((frame, run))
}

/// "a plan backed by", "the plan, opposed by": the noun phrase modified by a participle without an
/// auxiliary.
fn reduced_subject(syntax: &Syntax<'_>, group: VerbGroup) -> Option<Run> {
    let floor = syntax.sentence_start(group.head);
    let before = group.start.checked_sub(1).filter(|&before| before >= floor)?;
    let end = if syntax.kind(before) == Some(Kind::Comma) { before } else { group.start };
    syntax.phrase_start(end, floor).map(|start| Run::new(start, end))
}
