//! Quotations as contents, and their continuations.

use crate::attribution::following::goes_on;
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// Whether a quotation is content rather than a scare quote inside a phrase: it follows a comma or
/// colon, is long, or is a sentence of its own.
pub(super) fn is_full_quotation(syntax: &Syntax<'_>, i: usize, after_stop: bool) -> bool {
    let Some(quotation) = syntax.text.quotations.starting_at(i) else { return false };
    after_stop
        || quotation.run.len() > 5
        || syntax.tag(quotation.run.stop()) == Tag::End
        || in_place(syntax, quotation.run)
        // “Save our school” and “Shame on you”
        || coordinated_quotations_end(syntax, quotation.run.stop()) > quotation.run.stop()
        // “Look out!”
        || matches!(syntax.kind(quotation.run.stop().saturating_sub(2)), Some(Kind::Exclamation | Kind::Question))
        || !quotation.closed
}

/// “fair pay now” outside the depot, “shame on you” when the vote was read: whether the words after
/// a quotation say where or when it was said. A single word may be part of a phrase.
fn in_place(syntax: &Syntax<'_>, quotation: Run) -> bool {
    let i = quotation.stop();
    let clause = || {
        let opens = syntax.is(i, Class::AdverbialWh) || syntax.is(i, Class::ClausalPreposition);
        opens && quotation.len() > 3 && syntax.clause_follows(i + 1, syntax.sentence(i).stop())
    };
    syntax.tag(i) == Tag::Preposition && syntax.is_one_of(i, words!["outside", "inside", "during"])
        || clause()
}

/// A quotation from its opening mark on, and its continuation to the end of the sentence.
pub(super) fn quotation_from(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<Run> {
    let quotation = syntax.text.quotations.starting_at(i)?;
    let end = coordinated_quotations_end(syntax, quotation.run.stop());
    let last = end - 1;
    let sentence = syntax.sentence(last.max(i));
    let closed_by_stop = matches!(syntax.tag(last.saturating_sub(1)), Tag::End | Tag::Comma | Tag::Break);
    // “Look out!” right before he fell
    let opens = |at: usize| {
        matches!(syntax.tag(at), Tag::Subordinator | Tag::Preposition | Tag::Wh)
            && syntax.clause_follows(at + 1, sentence.stop())
    };
    if in_place(syntax, Run::new(i, end)) {
        return Some(Run::new(i, end));
    }
    let adverbial = opens(end) || opens(end + 1);
    let called = matches!(syntax.kind(last.saturating_sub(1)), Some(Kind::Exclamation | Kind::Question));
    let ended = closed_by_stop || called && adverbial;
    if !ended && end < sentence.stop() && !matches!(syntax.tag(end), Tag::End | Tag::Comma | Tag::Break) {
        let goes_on = syntax.complement_end(end, sentence.stop().max(stop.min(sentence.stop())));
        return Some(Run::new(i, goes_on.max(end)));
    }
    Some(Run::new(i, end))
}

/// “We are one,” and “We will stay”: the end of the last of several coordinated quotations.
fn coordinated_quotations_end(syntax: &Syntax<'_>, end: usize) -> usize {
    let mut end = end;
    while syntax.tag(end) == Tag::Coordinator {
        let next = end + 1 + usize::from(syntax.tag(end + 1) == Tag::Comma);
        match syntax.text.quotations.starting_at(next).filter(|_| syntax.opens_quotation(next)) {
            Some(quotation) => end = quotation.run.stop(),
            None => break,
        }
    }
    end
}

/// The continuation of a quotation after a cue: the next sentence of the paragraph, if it opens
/// with a mark.
pub(super) fn more_quoted(syntax: &Syntax<'_>, content: Run) -> Option<Run> {
    let quoted = syntax.kind(content.stop() - 1) == Some(Kind::Mark);
    let more = if quoted { goes_on(syntax, content.stop(), true) } else { None };
    more.filter(|more| more.start >= content.end)
}
