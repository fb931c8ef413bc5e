//! Attributions by a noun: "his promise to pay", "expressed concern that", "the belief among voters
//! that".

use super::copular_noun::copular;
use super::noun_source::{agent_after, agent_between, bearer, fill_nominal, governor, is_light, is_people};
use super::partisan::partisan;
use super::predicative_noun::predicative;
use super::received::received;
use super::verdict::verdict;
use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::lexicon::{Cue, Frame, Part};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Form;
use crate::text::Run;

pub(super) const SHAPE: Shape =
    Shape { name: "noun", trigger: Trigger::Cue(Part::Noun), precedence: Precedence::First, find: nominal };

/// The attribution made by the noun at `i`.
fn nominal(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let cue = cue_of(syntax, i, Part::Noun)?;
    predicative(syntax, cue, i)
        .or_else(|| partisan(syntax, cue, i))
        .or_else(|| received(syntax, cue, i))
        .or_else(|| copular(syntax, cue, i))
        .or_else(|| verdict(syntax, cue, i))
        .or_else(|| complemented(syntax, cue, i))
}

pub(super) fn cue_of(syntax: &Syntax<'_>, i: usize, part: Part) -> Option<&'static Cue> {
    let word = syntax.token(i).map(|t| t.word).filter(|&word| syntax.lexicon.heads(word).part(part))?;
    let lemma = syntax.lexicon.lemma(word);
    // "was crossing the road" is no form of the adjective "cross"
    let lemma = if part == Part::Adjective && syntax.tag(i) == Tag::Ing { word } else { lemma };
    // "promises" is also a form of the verb: the noun's entry has the same lemma
    syntax.lexicon.cues(lemma).iter().chain(syntax.lexicon.cues(word)).find(|cue| cue.part == part)
}

/// "his promise to pay", "a call by residents for help": a noun with its complement.
fn complemented(syntax: &Syntax<'_>, cue: &'static Cue, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let (mut source, mut filled) = match agent_between(syntax, cue, i + 1) {
        Some((source, filled)) => (Some(source), filled),
        None => (None, fill_nominal(syntax, cue, i + 1)?),
    };
    // "jibes that were made in May": a relative clause
    if filled.frame == Frame::That && syntax.verb_at(filled.content.first() + 1) {
        return None;
    }
    let cue_end = if source.is_some() { i + 1 } else { filled.cue_end };
    let governor = source.is_none().then(|| governor(syntax, i, floor)).flatten();
    let light = governor.is_some_and(|verb| is_light(syntax, verb));
    let mut start = syntax.modifiers_start(i, floor);
    if source.is_none() {
        source = syntax.possessor(i, floor).filter(|s| !light || s.len() > 1);
    }
    if source.is_none() {
        source = agent_after(syntax, &mut filled);
    }
    if let Some(verb) = governor.filter(|_| source.is_none()) {
        let group = syntax.verb_group(verb);
        let subject = match group.form {
            Form::Ing => syntax.subject_of_participle(group),
            Form::Finite => syntax.subject(group, 0),
            _ => None,
        };
        source = subject.filter(|&s| light || syntax.source_kind(s).may_speak());
        if light || source.is_some() {
            start = group.start;
        }
    }
    if source.is_none()
        && governor.is_none()
        && let Some((bearer, phrase)) = bearer(syntax, i, floor)
    {
        source = Some(bearer);
        start = phrase;
    }
    if source.is_none() {
        source =
            start.checked_sub(1).filter(|&k| k >= floor && is_people(syntax, k)).map(|k| Run::new(k, k + 1));
    }
    if governor.is_none() && matches!(filled.frame, Frame::That | Frame::Wh) {
        let Run { start, end } = filled.content;
        let end = syntax.before_second_verb(start as usize, end as usize);
        filled.content = Run::new(start as usize, end);
    }
    let mut evidence = Evidence::of(Row::Noun)
        .strength(filled.strength)
        .source(syntax.kind_of(source))
        .when(light, Factor::LightVerb);
    if source.is_none() {
        let at_large = cue.strength(Frame::Unsaid) > 0;
        evidence = evidence.with(if at_large { Factor::SaidAtLarge } else { Factor::NobodyNamed });
    }
    Some(
        Attribution::new(filled.content, Run::new(start, cue_end), i, evidence)
            .listed(cue, filled.frame)
            .said_by(source),
    )
}
