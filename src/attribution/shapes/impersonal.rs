//! "It is unclear whether", "It was announced that": a dummy subject, nobody speaks.

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
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

/// "It is unclear whether", "It was announced that": a dummy subject, nobody speaks.
fn impersonal(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let group = syntax.verb_group(i);
    let link = (group.start..i).any(|k| syntax.is(k, Class::Be))
        || i > 0 && syntax.tag(i - 1).is_verb() && syntax.lemma_is(i - 1, Class::Linking);
    let start = if link && group.start == i { syntax.verb_group(i - 1).start } else { group.start };
    let dummy = start
        .checked_sub(1)
        .filter(|&d| syntax.is_one_of(d, words!["it"]) && d >= syntax.sentence_start(i))?;
    let after = syntax.after_adverbs(i + 1);
    if after >= syntax.sentence(i).stop() {
        return None;
    }
    let tag = syntax.tag(after);
    let frame = match tag {
        Tag::That => Frame::That,
        Tag::Wh => Frame::Wh,
        _ if syntax.is_one_of(after, words!["whether", "if"]) => Frame::Wh,
        _ if syntax.clause_follows(after, syntax.sentence(i).stop()) => Frame::Clause,
        _ => return None,
    };
    let cue = impersonal_cue(syntax, i, frame).filter(|_| link)?;
    let stop = syntax.sentence(i).stop();
    let content = Run::new(after, syntax.clause_end(after, stop));
    let row = if frame == Frame::Wh { Row::ImpersonalQuestion } else { Row::Impersonal };
    Some(Attribution::new(content, Run::new(dummy, after), i, Evidence::of(row)).listed(cue, frame))
}

/// The entry by which the adjective or participle at `i` takes a clause with "it" as its subject.
fn impersonal_cue(syntax: &Syntax<'_>, i: usize, frame: Frame) -> Option<&'static Cue> {
    let word = syntax.token(i)?.word;
    let listed = syntax.lexicon.cues(syntax.lexicon.lemma(word)).iter().chain(syntax.lexicon.cues(word));
    listed.filter(|cue| cue.rest().is_empty()).find(|cue| match cue.part {
        // "it is feared two men died": with a dummy subject "that" may be left out
        Part::Verb => {
            syntax.is(i, Class::VerbParticiple)
                && (cue.strength(frame) == 3 || frame == Frame::Clause && cue.strength(Frame::That) == 3)
        }
        Part::Adjective => cue.strength(Frame::It) > 0,
        Part::Noun => false,
    })
}
