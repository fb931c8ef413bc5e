//! "It is unclear whether", "It was announced that", "It emerged that": the subject is a dummy and
//! nobody speaks.

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::preceding::{is_fronted, said_before};
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, Cue, Frame, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

pub(super) const SHAPE: Shape = Shape {
    name: "impersonal clause",
    trigger: Trigger::Impersonal,
    precedence: Precedence::First,
    find: impersonal,
};

/// "It is unclear whether", "It was announced that": the subject is a dummy and nobody speaks.
fn impersonal(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let group = syntax.verb_group(i);
    let link = (group.start..i).any(|k| syntax.is(k, Class::Be))
        || i > 0 && syntax.tag(i - 1).is_verb() && syntax.lemma_is(i - 1, Class::Linking);
    let start = if link && group.start == i { syntax.verb_group(i - 1).start } else { group.start };
    let dummy = start
        .checked_sub(1)
        .filter(|&d| syntax.is_one_of(d, words!["it"]) && d >= syntax.sentence_start(i))?;
    let stop = syntax.sentence(i).stop();
    // "it was suggested on Monday by the union that"
    let agent = syntax.agent(i, i + 1);
    let after = syntax.past_settings(agent.map_or(i + 1, Run::stop), stop);
    let tag = syntax.tag(after);
    if after >= stop || tag == Tag::End {
        return after_content(syntax, dummy, i, stop).filter(|_| link);
    }
    let frame = match tag {
        Tag::That => Frame::That,
        Tag::Wh => Frame::Wh,
        _ if syntax.is_one_of(after, words!["whether", "if"]) => Frame::Wh,
        _ if syntax.clause_follows(after, stop) => Frame::Clause,
        _ => return None,
    };
    let cue = impersonal_cue(syntax, i, if link { frame } else { Frame::It })
        .filter(|cue| link || cue.part == Part::Verb)?;
    let content = Run::new(after, syntax.clause_end(after, stop));
    let row = if frame == Frame::Wh { Row::ImpersonalQuestion } else { Row::Impersonal };
    let evidence = agent.map_or(Evidence::of(row), |agent| {
        Evidence::of(Row::PassiveAgent).strength(3).source(syntax.source_kind(agent))
    });
    let end = syntax.after_adverbs(i + 1).min(after);
    Some(Attribution::new(content, Run::new(dummy, end), i, evidence).listed(cue, frame).said_by(agent))
}

/// "The pier will shut, it was announced on Friday.": a verb of saying at the end of the sentence,
/// after its content.
fn after_content(syntax: &Syntax<'_>, dummy: usize, i: usize, stop: usize) -> Option<Attribution> {
    let comma = dummy.checked_sub(1).filter(|&c| syntax.tag(c) == Tag::Comma)?;
    let cue = impersonal_cue(syntax, i, Frame::Post)?;
    let content = said_before(syntax, comma + 1, false).filter(|&run| !is_fronted(syntax, run))?;
    let end = syntax.after_adverbs(i + 1).min(stop);
    let evidence = Evidence::of(Row::Impersonal);
    Some(Attribution::new(content, Run::new(dummy, end), i, evidence).listed(cue, Frame::Post))
}

/// The entry with which the adjective or participle at `i` takes a clause, with "it" as its
/// subject.
fn impersonal_cue(syntax: &Syntax<'_>, i: usize, frame: Frame) -> Option<&'static Cue> {
    let word = syntax.token(i)?.word;
    let listed = syntax.lexicon.cues(syntax.lexicon.lemma(word)).iter().chain(syntax.lexicon.cues(word));
    listed.filter(|cue| cue.rest().is_empty()).find(|cue| match cue.part {
        // "it is feared two men died": after a dummy subject, "that" may be omitted
        Part::Verb => {
            syntax.is(i, Class::VerbParticiple)
                && (cue.strength(frame) == 3 || frame == Frame::Clause && cue.strength(Frame::That) == 3)
        }
        Part::Adjective => {
            let strength = cue.strength(Frame::It);
            strength == 3 || strength > 0 && frame == Frame::Wh
        }
        Part::Noun => false,
    })
}
