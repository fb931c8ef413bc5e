//! "The plan drew criticism from residents": the content is the subject.

use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// "The plan drew criticism from residents", "came under attack by Moor".
pub(super) fn received(syntax: &Syntax<'_>, cue: &'static Cue, i: usize) -> Option<Attribution> {
    let strength = cue.strength(Frame::Met);
    let floor = syntax.sentence_start(i);
    let mut before = syntax.object_start(i, floor).checked_sub(1).filter(|&b| b >= floor)?;
    if syntax.is_one_of(before, words!["with", "under"]) {
        before = before.checked_sub(1).filter(|&b| b >= floor)?;
    }
    if strength == 0
        || syntax.tag(i + 1) == Tag::That
        || !syntax.tag(before).is_verb() && !syntax.is(before, Class::Have)
    {
        return None;
    }
    if !syntax.lemma_is(before, Class::Receiving) && !syntax.is(before, Class::Have) {
        return None;
    }
    let stop = syntax.sentence(i).stop();
    let agent = syntax.is_one_of(i + 1, words!["from", "by", "among", "of"]);
    let source = agent.then(|| syntax.phrase_end(i + 2, stop).map(|end| Run::new(i + 2, end))).flatten();
    let subject = syntax.subject(syntax.verb_group(before), 0)?;
    let mut content: Pieces = subject.into();
    let end = source.map_or(i + 1, Run::stop);
    let reason = end < stop && syntax.is_one_of(end, words!["for", "over"]);
    if reason {
        content.push(Run::new(end, syntax.complement_end(end, stop)));
    }
    // without a source or a topic, this only describes a reception; "has support" needs its source
    if source.is_none() && (strength < 3 || !reason || syntax.is(before, Class::Have)) {
        return None;
    }
    let evidence = Evidence::of(Row::Received)
        .strength(strength)
        .source(syntax.kind_of(source))
        .when(source.is_none(), Factor::ReasonGiven);
    let group = syntax.verb_group(before);
    Some(
        Attribution::new(content, Run::new(group.start, i + 1), i, evidence)
            .listed(cue, Frame::Met)
            .said_by(source),
    )
}
