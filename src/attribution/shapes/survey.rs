//! "In a poll last week, Ruiz led by ten points": a survey is the source of its clause.

use crate::attribution::Attribution;
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// "In a poll last week, Ruiz led by ten points", "Ruiz leads in the poll": a survey says what the clause tells.
pub(in crate::attribution) fn in_poll(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    if !syntax.is_one_of(i, words!["in"]) {
        return None;
    }
    let floor = syntax.sentence_start(i);
    let stop = syntax.sentence(i).stop();
    let core = syntax.core_end(i + 1, stop)?;
    let survey = |k: usize| syntax.is(k, Class::Survey) && (k + 1 == core || syntax.is_time(k + 1));
    if !(i + 1..core).any(survey) {
        return None;
    }
    let mut end = syntax.phrase_end(i + 1, stop)?;
    let fronted = i == floor;
    let (content, confidence) = if fronted {
        // "conducted in May", "of 900 voters": what describes the survey belongs to it
        let comma = (end..stop.min(end + 20)).find(|&k| syntax.tag(k) == Tag::Comma)?;
        end = comma;
        (Run::new(comma + 1, syntax.trim(comma + 1, stop)), 0.65)
    } else {
        let ends = end >= stop || matches!(syntax.tag(end), Tag::End | Tag::Comma);
        (Run::new(floor, i), if ends && syntax.clause_follows(floor, i) { 0.45 } else { 0.3 })
    };
    (!content.is_empty())
        .then(|| Attribution::new(content, Run::new(i, i + 1), i, confidence).said_by(Run::new(i + 1, end)))
}
