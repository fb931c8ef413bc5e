//! A cue after its content: "…, she said", "…,” said Ruiz, head of the ministry".

use super::cued::hears;
use crate::attribution::following::{attribution_end, goes_on};
use crate::attribution::preceding::{is_fronted, only_begins};
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;
use crate::text::token::Kind;

/// "The plan, she said, is dead": a comma follows the cue and the clause continues.
pub(super) fn interrupts(syntax: &Syntax<'_>, end: usize) -> bool {
    let (next, stop) = (end + 1, syntax.sentence(end).stop());
    // "she said, adding that …", but "she said, closing the school would save money"
    let gerund = || !syntax.attributes(next) && plain_clause_follows(syntax, next);
    syntax.tag(end) == Tag::Comma
        && next + 1 < stop
        && syntax.tag(next) != Tag::Mark
        && (syntax.tag(next) != Tag::Ing || gerund())
        // "said Ruiz, head of a firm in Tarn, that was sold": a relative clause
        && !(syntax.tag(next) == Tag::That && syntax.verb_at(next + 1))
}

/// Whether a clause begins at `i`, before any colon or quotation mark.
fn plain_clause_follows(syntax: &Syntax<'_>, i: usize) -> bool {
    let stop = syntax.sentence(i).stop();
    let bound = |&k: &usize| matches!(syntax.tag(k), Tag::Break | Tag::Mark);
    syntax.clause_follows(i, (i..stop).find(bound).unwrap_or(stop))
}

/// What is between a cue and the rest of its sentence. It is found once for each cue.
#[derive(Clone, Copy)]
pub(super) struct Aside {
    /// The end of an addressee and adjuncts after the cue, or of the cue.
    end: usize,
    /// "In return, she told police on Friday, he …": whether there are any, and a comma after which
    /// the sentence goes on.
    pub late: bool,
    /// "The plan, she told reporters on Friday, was dead": whether it goes on with the verb of the
    /// clause that the attribution interrupts.
    pub parted: bool,
}

impl Aside {
    /// What comes after a cue that ends before `end`.
    pub fn of(syntax: &Syntax<'_>, cue: &Cue, end: usize) -> Self {
        let rest = attribution_end(syntax, end, cue.strength(Frame::Told) > 0);
        let late = rest > end && interrupts(syntax, rest);
        Aside { end: rest, late, parted: late && syntax.verb_at(rest + 1) }
    }

    /// "In return, she told police on Friday, he asked for money": whether a clause follows the
    /// comma.
    pub fn precedes_clause(self, syntax: &Syntax<'_>) -> bool {
        plain_clause_follows(syntax, self.end + 1)
    }
}

/// "It was, she said": whether the run ends with a verb that lacks its complement.
pub(super) fn is_unfinished(syntax: &Syntax<'_>, run: Run) -> bool {
    let last = run.stop() - 1;
    syntax.tag(last) == Tag::Auxiliary || syntax.is(last, Class::Be)
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
    let opens = only_begins(syntax, content)
        || !quoted && (is_fronted(syntax, content) || is_unfinished(syntax, content));
    let more = if opens && interrupts(syntax, rest) {
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
