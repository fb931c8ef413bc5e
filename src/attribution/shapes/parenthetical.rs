//! A cue after its content: "…, she said", "…,” said Ruiz, head of the ministry".

use super::cued::hears;
use crate::attribution::following::{attribution_end, goes_on};
use crate::attribution::preceding::only_begins;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Cue, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;
use crate::text::token::Kind;

/// "The plan, she said, is dead": a comma follows the cue and the clause continues.
pub(super) fn interrupts(syntax: &Syntax<'_>, end: usize) -> bool {
    // "If it rains, she said, closing the pier would be safer": a gerund as the subject
    let gerund = || !syntax.attributes(end + 1) && syntax.clause_follows(end + 1, syntax.sentence(end).stop());
    syntax.tag(end) == Tag::Comma
        && end + 2 < syntax.sentence(end).stop()
        && syntax.tag(end + 1) != Tag::Mark
        && (syntax.tag(end + 1) != Tag::Ing || gerund())
}

/// "The plan, she told reporters on Friday, was dead", "Instead, she told reporters, the plan would
/// wait": whether the cue is followed by an addressee and adjuncts, and then by the rest of the clause
/// that it interrupts: the verb, or all but what comes before `source`.
pub(super) fn interrupts_past_adjuncts(
    syntax: &Syntax<'_>,
    cue: &Cue,
    source: Option<Run>,
    end: usize,
) -> bool {
    let rest = attribution_end(syntax, end, cue.strength(Frame::Told) > 0);
    let opened = |source: Run| {
        let floor = syntax.sentence_start(source.first());
        floor + 1 < source.first()
            && syntax.tag(source.first() - 1) == Tag::Comma
            && only_begins(syntax, Run::new(floor, source.first()))
    };
    let whole = || source.is_some_and(opened) && syntax.opens_main_clause(rest + 1, syntax.sentence(rest).stop());
    rest > end && interrupts(syntax, rest) && (syntax.verb_at(rest + 1) || whole())
}

/// Whether nothing after the cue could be its complement: the sentence ends, or a comma, a setting
/// or an addressee follows.
pub(super) fn ends_parenthetical(syntax: &Syntax<'_>, cue: &Cue, end: usize) -> bool {
    let told = cue.strength(Frame::Told) > 0;
    let i = attribution_end(syntax, end, told);
    let stop = syntax.sentence(end - 1).stop();
    i >= stop
        || matches!(syntax.tag(i), Tag::End | Tag::Comma | Tag::Break | Tag::Coordinator)
        || syntax.opens_quotation(i)
        || i > end
}

/// "…, she said", "…,” said Ruiz, head of the ministry": a cue after its content.
pub(super) fn parenthetical(
    syntax: &Syntax<'_>,
    cue: &'static Cue,
    group: VerbGroup,
    end: usize,
    source: Option<Run>,
    content: Run,
    after: usize,
) -> Attribution {
    let quoted = syntax.kind(content.stop() - 1) == Some(Kind::Mark)
        || syntax.kind(content.first()) == Some(Kind::Mark);
    let rest = attribution_end(syntax, after, cue.strength(Frame::Told) > 0);
    let more = if only_begins(syntax, content) && interrupts(syntax, rest) {
        Some(Run::new(rest + 1, syntax.resumed_clause_end(rest + 1, syntax.sentence(rest).stop())))
    } else {
        goes_on(syntax, rest, quoted)
    };
    let mut content: Pieces = content.into();
    content.extend(more);
    let strength = cue.strength(Frame::Post).max(if quoted { cue.strength(Frame::Quote) } else { 0 });
    let form = if quoted { Factor::Quotation } else { Factor::BareClauseBefore };
    let evidence =
        Evidence::of(Row::AfterContent).strength(strength).source(syntax.kind_of(source)).with(form);
    let evidence = evidence.when(hears(syntax, group, source), Factor::HearingBody);
    Attribution::new(content, Run::new(group.start, end), group.head, evidence)
        .listed(cue, Frame::Post)
        .said_by(source)
}
