//! "Moor is of the view that the pier is safe", "was under the impression it was open": a noun of
//! thinking in the predicate.

use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;

/// "is of the view that", "was under the impression", "is in no doubt that".
pub(super) fn predicative(syntax: &Syntax<'_>, cue: &'static Cue, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let phrase = syntax.object_start(i, floor).checked_sub(1).filter(|&p| p > floor)?;
    if !syntax.is_one_of(phrase, words!["of", "under", "in"]) {
        return None;
    }
    let link = (floor..phrase).rev().find(|&k| syntax.tag(k) != Tag::Adverb)?;
    let start = if syntax.is(link, Class::Be) {
        syntax.verb_group(phrase).start.min(link)
    } else if syntax.tag(link).is_verb() && syntax.lemma_is(link, Class::Linking) {
        syntax.verb_group(link).start
    } else {
        return None;
    };
    let stop = syntax.sentence(i).stop();
    let frame = match syntax.tag(i + 1) {
        Tag::That => Frame::That,
        _ if syntax.clause_follows(i + 1, stop) => Frame::Clause,
        _ => return None,
    };
    let strength = cue.strength(Frame::That);
    let source = syntax.subject(VerbGroup { start, ..syntax.verb_group(i) }, 0)?;
    let evidence = Evidence::of(Row::Adjective).strength(strength).source(syntax.source_kind(source));
    let content = Run::new(i + 1, syntax.clause_end(i + 1, stop));
    (strength > 0).then(|| {
        Attribution::new(content, Run::new(start, i + 1), i, evidence).listed(cue, frame).said_by(source)
    })
}
