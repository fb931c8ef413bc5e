//! "In a poll last week, Ruiz led by ten points": a survey is the source of its clause.

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

pub(super) const SHAPE: Shape = Shape {
    name: "survey",
    trigger: Trigger::Preposition { words: words!["in"], with_view: true },
    precedence: Precedence::First,
    find: in_poll,
};

/// "In a poll last week, Ruiz led by ten points", "Ruiz leads in the poll": the clause is the
/// finding of a survey.
fn in_poll(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let stop = syntax.sentence(i).stop();
    let core = syntax.core_end(i + 1, stop)?;
    let survey = |k: usize| syntax.is(k, Class::Survey) && (k + 1 == core || syntax.is_time(k + 1));
    if !(i + 1..core).any(survey) {
        return None;
    }
    let mut end = syntax.phrase_end(i + 1, stop)?;
    let fronted = i == floor;
    let (content, strength) = if fronted {
        // "conducted in May", "of 900 voters": a description of the survey belongs to it
        let comma = (end..stop.min(end + 20)).find(|&k| syntax.tag(k) == Tag::Comma)?;
        end = comma;
        (Run::new(comma + 1, syntax.trim(comma + 1, stop)), 3)
    } else {
        let ends = end >= stop || matches!(syntax.tag(end), Tag::End | Tag::Comma);
        (Run::new(floor, i), if ends && syntax.clause_follows(floor, i) { 2 } else { 1 })
    };
    (!content.is_empty()).then(|| {
        Attribution::new(content, Run::new(i, i + 1), i, Evidence::of(Row::Survey).strength(strength))
            .said_by(Run::new(i + 1, end))
    })
}
