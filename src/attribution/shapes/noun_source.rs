//! The source of a noun cue: its possessor, its agent, or the subject of the verb that governs it.

use crate::attribution::fill::fill;
use crate::attribution::frame::Filled;
use crate::lexicon::{Class, Cue, Frame, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Voice;
use crate::text::Run;

/// "a call by residents for", "criticism from Ruiz of", "the belief among members of the party
/// that": the source between the noun and its complement.
pub(super) fn agent_between(syntax: &Syntax<'_>, cue: &Cue, at: usize) -> Option<(Run, Filled)> {
    let of = syntax.is_one_of(at, words!["of"]);
    if !of && !syntax.is(at, Class::AgentPreposition) {
        return None;
    }
    let stop = syntax.sentence(at).stop();
    let mut end = syntax.core_end(at + 1, stop)?;
    for _ in 0..3 {
        let filled = fill_nominal(syntax, cue, end);
        // "the belief of many that": "of" governs the source only if the content is more than a
        // phrase
        let said = !of
            || matches!(syntax.tag(end), Tag::That | Tag::To)
                && syntax.source_kind(Run::new(at + 1, end)).likely_speaks();
        if let Some(filled) = filled.filter(|_| said) {
            return Some((Run::new(at + 1, end), filled));
        }
        if syntax.tag(end) != Tag::Preposition {
            return None;
        }
        end = syntax.core_end(end + 1, stop)?;
    }
    None
}

/// "support for the bill among farmers", "criticism of the plan by Ruiz": the source after the
/// complement; clips the complement there.
pub(super) fn agent_after(syntax: &Syntax<'_>, filled: &mut Filled) -> Option<Run> {
    if matches!(filled.frame, Frame::That | Frame::Wh | Frame::Quote) {
        return None;
    }
    let last = filled.content;
    let at = (last.first() + 1..last.stop())
        .find(|&k| syntax.tag(k) == Tag::Preposition && syntax.is(k, Class::AgentPreposition))?;
    let end = syntax.phrase_end(at + 1, last.stop())?;
    let source = Run::new(at + 1, end);
    let bound = syntax.tag(at - 1).is_nominal() || syntax.quotation_ending_at(at - 1).is_some();
    (bound && syntax.source_kind(source).likely_speaks()).then(|| {
        filled.content = Run::new(last.first(), at);
        source
    })
}

/// "made an impassioned plea", "has no doubts", "opened with a call": the verb that governs the
/// noun phrase with head `i`; its subject is the source.
pub(super) fn governor(syntax: &Syntax<'_>, i: usize, floor: usize) -> Option<usize> {
    let mut before = syntax.object_start(i, floor).checked_sub(1).filter(|&b| b >= floor)?;
    // "continued his attacks": the pronoun refers to the subject
    if syntax.is(before, Class::PossessivePronoun) && before > floor {
        let verb = syntax.object_start(before, floor).checked_sub(1).filter(|&b| b >= floor)?;
        before = Some(verb).filter(|&verb| syntax.lemma_is(verb, Class::Light))?;
    }
    if syntax.tag(before) == Tag::Preposition && before > floor && !syntax.is_one_of(before, words!["of"]) {
        before -= 1;
    }
    let light = is_light(syntax, before);
    let main = syntax.tag(before).is_verb() && (light || syntax.tag(before) != Tag::Ing)
        || syntax.tag(before) == Tag::Auxiliary && syntax.is(before, Class::Have);
    if !main {
        return None;
    }
    // another cue has the noun as its content; "was asked a question", "fanned fears", "there are
    // fears": nobody speaks
    let group = syntax.verb_group(before);
    let taken = !light
        && (syntax.lemma_is(before, Class::Receiving) && !syntax.is(before, Class::Have)
            || is_cue_verb(syntax, before));
    let silent = group.voice == Voice::Passive || syntax.is_one_of(group.start, words!["there"]);
    (!taken && !silent).then_some(before)
}

/// "Moor left in the hope that", "voted in support of": the subject of the clause that contains a
/// prepositional phrase of attitude.
pub(super) fn bearer(syntax: &Syntax<'_>, i: usize, floor: usize) -> Option<(Run, usize)> {
    let start = syntax.object_start(i, floor);
    let bare = start == syntax.modifiers_start(i, floor) || syntax.is_one_of(start, words!["the"]);
    let before = start.checked_sub(1).filter(|&b| b > floor && bare)?;
    let phrase = syntax.tag(before) == Tag::Preposition && syntax.is_one_of(before, words!["in", "with"]);
    let subject = phrase.then(|| syntax.shared_subject(before, floor, 0)).flatten()?;
    // "stood in opposition to": the verb directly before belongs to the cue
    let verb = before - 1;
    let bound =
        syntax.tag(verb).is_verb() || syntax.tag(verb) == Tag::Auxiliary && syntax.is(verb, Class::Be);
    let cue = if bound { syntax.verb_group(verb).start } else { before };
    syntax.source_kind(subject).likely_speaks().then_some((subject, cue))
}

/// "Republican criticism": a capitalised adjective that names the source.
pub(super) fn is_people(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.tag(i) == Tag::Proper
        && syntax.is(i, Class::Adjective)
        && !syntax.tag(i.saturating_sub(1)).eq(&Tag::Proper)
}

pub(super) fn is_light(syntax: &Syntax<'_>, verb: usize) -> bool {
    syntax.lemma_is(verb, Class::Light) || syntax.is(verb, Class::Have)
}

fn is_cue_verb(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.cues(i).iter().any(|cue| cue.part == Part::Verb)
}

pub(super) fn fill_nominal(syntax: &Syntax<'_>, cue: &Cue, end: usize) -> Option<Filled> {
    let stop = syntax.sentence(end - 1).stop();
    if end >= stop {
        return None;
    }
    // "a proposal that would change": a relative clause, not a proposed content
    let relative = syntax.tag(end) == Tag::That && syntax.verb_at(end + 1);
    if relative { None } else { fill(syntax, cue, end) }
}
