//! "“Gutted,” was how Moor summed it up", "“No,” was all she would say", "“A joke,” was the verdict
//! of the coach": a quotation as the subject of "be", and who said it after it.

use super::cued::Cued;
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;
use crate::text::token::Kind;

/// The maximum length of a source between "how" and its verb, in tokens, with "how".
const SOURCE: usize = 12;

/// "was how he put it", "is what she said", "was all they would say".
fn asks_for_words(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_one_of(i, words!["how", "what", "all"])
}

/// The quotation that opens its sentence and ends before the form of "be" at `be`.
fn subject_quotation(syntax: &Syntax<'_>, be: usize) -> Option<Run> {
    let last = be.checked_sub(1).filter(|_| syntax.is(be, Class::Be))?;
    let last = last - usize::from(syntax.tag(last) == Tag::Comma);
    let quotation = syntax.quotation_ending_at(last)?;
    (quotation.first() <= syntax.sentence_start(be)).then_some(quotation)
}

/// "“Gutted,” was how Moor summed it up": the quotation before the question word of a verb whose
/// subject is `source`, and the source without that word ("all Moor" would say).
pub(super) fn answered(syntax: &Syntax<'_>, source: Run) -> Option<(Run, Run)> {
    let first = source.first();
    let within = source.len() > 1 && syntax.is_one_of(first, words!["all"]);
    let how = if within { first } else { first.checked_sub(1)? };
    let quotation = asks_for_words(syntax, how).then(|| subject_quotation(syntax, how.checked_sub(1)?))??;
    Some((quotation, Run::new(how + 1, source.stop())))
}

/// Whether the sentence opens with a quotation and "how" comes shortly before the verb: worth
/// asking [`answers_how`].
pub(super) fn follows_how(syntax: &Syntax<'_>, group: VerbGroup) -> bool {
    let floor = syntax.sentence_start(group.head);
    let mut before = floor.max(group.start.saturating_sub(SOURCE))..group.start;
    syntax.kind(floor) == Some(Kind::Mark) && before.any(|k| asks_for_words(syntax, k))
}

/// "“A disaster” was how Moor described it".
pub(super) fn answers_how(syntax: &Syntax<'_>, cued: Cued, source: Option<Run>) -> Option<Attribution> {
    let Cued { cue, group, end } = cued;
    let source = source.filter(|_| group.form == Form::Finite)?;
    let (quotation, source) = answered(syntax, source)?;
    let evidence = Evidence::of(Row::AfterContent)
        .strength(3)
        .source(syntax.source_kind(source))
        .with(Factor::Quotation);
    Some(
        Attribution::new(quotation, Run::new(group.start, end), group.head, evidence)
            .listed(cue, Frame::Quote)
            .said_by(source),
    )
}

/// "“A joke,” was the verdict of the coach", "“A joke” was her verdict": the noun cue at `i`.
pub(super) fn verdict(syntax: &Syntax<'_>, cue: &'static Cue, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let strength = cue.strength(Frame::Be).max(cue.strength(Frame::Quote));
    // “We lost. We go on,” was her verdict: the sentence may begin inside the quotation
    let opens =
        syntax.opens_quotation(floor) || syntax.quotation_ending_at(floor).is_some() || syntax.quoted(floor);
    if strength == 0 || !opens {
        return None;
    }
    let source = syntax.possessor(i, floor).or_else(|| {
        let from = syntax.is_one_of(i + 1, words!["of", "from", "by"]);
        let end = from.then(|| syntax.inverted_source(i + 2)).flatten()?.stop();
        Some(Run::new(i + 2, end)).filter(|&run| syntax.source_kind(run).likely_speaks())
    })?;
    let start = syntax.core_start(i + 1, floor)?.min(source.first());
    let quotation = subject_quotation(syntax, start.checked_sub(1)?)?;
    let cue_start = if source.first() < i { source.stop() } else { start };
    let evidence =
        Evidence::of(Row::CopularNoun).strength(3).source(syntax.source_kind(source)).with(Factor::Quotation);
    Some(
        Attribution::new(quotation, Run::new(cue_start, i + 1), i, evidence)
            .listed(cue, Frame::Quote)
            .said_by(source),
    )
}
