//! The sentence around an adjunct that attributes: "In her view, …", "…, according to Moor".

use crate::attribution::Pieces;
use crate::attribution::following::resumes_writer;
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// The content around an adjunct from `start` to `end`. If the adjunct opens the sentence, this is
/// the clause after it; otherwise the words before it, and also those after it if commas set the
/// adjunct off.
pub(super) fn said_around(syntax: &Syntax<'_>, start: usize, end: usize) -> Pieces {
    let floor = syntax.sentence_start(start);
    let stop = syntax.sentence(start).stop();
    let mut content = Pieces::new();
    if opens_clause(syntax, start) {
        // "According to Ana Ruiz the pier is rotten": no comma
        let straight = syntax.tag(end).is_nominal() && syntax.clause_follows(end, stop);
        let comma = (end..stop).find(|&k| !straight && syntax.tag(k) == Tag::Comma);
        let from = comma.map_or(end, |k| k + 1).min(stop);
        content.push(Run::new(from, syntax.trim(from, stop)));
    } else {
        let before = start - usize::from(matches!(syntax.tag(start - 1), Tag::Comma | Tag::Break));
        content.push(match syntax.quotation_ending_at(before.saturating_sub(1)) {
            Some(quotation) if quotation.first() <= syntax.sentence_start(quotation.first()) => quotation,
            _ => Run::new(floor.min(before), before),
        });
        let interrupts =
            syntax.tag(start - 1) == Tag::Comma && syntax.tag(end) == Tag::Comma && end + 2 < stop;
        if interrupts && !resumes_writer(syntax, end + 1) {
            content.push(Run::new(end + 1, syntax.trim(end + 1, stop)));
        }
    }
    content.retain(|run| !run.is_empty());
    content
}

/// "He was born in 2001 and, according to Ruiz, he left.": whether an adjunct opens its sentence or
/// a clause after a conjunction.
pub(super) fn opens_clause(syntax: &Syntax<'_>, start: usize) -> bool {
    let joined = start.checked_sub(1).is_some_and(|before| {
        let comma = syntax.tag(before) == Tag::Comma;
        before > 0 && syntax.tag(before - usize::from(comma)) == Tag::Coordinator
    });
    // "The figures are clear: According to Ruiz, the pier is rotten."
    let colon = start.checked_sub(1).is_some_and(|before| syntax.kind(before) == Some(Kind::Colon));
    comes_first(syntax, start) || joined || colon
}

pub(super) fn comes_first(syntax: &Syntax<'_>, start: usize) -> bool {
    (syntax.sentence_start(start)..start)
        .all(|k| matches!(syntax.tag(k), Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Mark))
}
