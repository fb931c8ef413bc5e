//! Content that continues after its attribution: the rest of a clause, or the next quotation.

use crate::attribution::naming::names_document;
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// The maximum length of an aside between an attribution and the quotation that it interrupts, in
/// tokens.
const ASIDE: usize = 30;

/// The continuation after an attribution that ends before `end`: the rest of an interrupted clause,
/// or the quotation that opens there or in the next sentence of the paragraph.
pub(super) fn goes_on(syntax: &Syntax<'_>, end: usize, quoted: bool) -> Option<Run> {
    let sentence = syntax.sentence(end.saturating_sub(1));
    let block = syntax.block(end.saturating_sub(1));
    let stop = sentence.stop();
    let mut i = end;
    if i < stop && matches!(syntax.tag(i), Tag::Comma | Tag::Break) {
        i += 1;
        if quoted && !syntax.opens_quotation(i) {
            i = aside_end(syntax, i, stop).unwrap_or(i);
        }
        if names_document(syntax, i) {
            return None;
        }
        if syntax.opens_quotation(i) {
            return syntax.text.quotations.starting_at(i).map(|q| {
                let after = q.run.stop();
                // a second attribution may interrupt the content
                let ends = syntax.waits(after - 1)
                    || matches!(syntax.tag(after), Tag::Comma | Tag::End | Tag::Break);
                Run::new(i, if after < stop && !ends { syntax.trim(after, stop) } else { after })
            });
        }
        let resumes = if quoted {
            // “…,” said Ruiz, angered that nobody came: a participle describes the speaker
            matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary | Tag::That)
                && !syntax.is(i, Class::VerbParticiple)
        } else {
            !resumes_writer(syntax, i)
        };
        let interrupted = syntax.tag(i - 1) == Tag::Comma && i + 1 < stop && resumes;
        return interrupted.then(|| Run::new(i, syntax.resumed_clause_end(i, stop))).filter(|r| r.len() > 1);
    }
    if !quoted {
        return None;
    }
    if i < stop && syntax.tag(i) == Tag::End {
        i += 1;
    } else if i < stop && syntax.opens_quotation(i) {
        // “…,” she said “We …”: the full stop is missing
        let sentence = syntax.token(i + 1).is_some_and(|t| t.is_capital());
        return syntax.text.quotations.starting_at(i).map(|q| q.run).filter(|run| sentence && run.len() > 6);
    }
    // an opening quotation at the start of the next sentence in the paragraph
    if i < stop || i >= block.stop() || !syntax.opens_quotation(i) {
        return None;
    }
    syntax.text.quotations.starting_at(i).map(|q| q.run).filter(|&run| !syntax.is_attributed(run))
}

/// “These people know,” said Ruiz, speaking of the council, “and they are silent.”: where the
/// quotation resumes.
fn aside_end(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    let aside = (i..stop.min(i + ASIDE)).take_while(|&k| !matches!(syntax.tag(k), Tag::Finite | Tag::Mark));
    let resumed = |&comma: &usize| {
        syntax.tag(comma) == Tag::Comma
            && syntax.opens_quotation(comma + 1)
            && syntax.token(comma + 2).is_some_and(|t| t.is_word() && !t.is_capital())
    };
    aside.into_iter().find(resumed).map(|comma| comma + 1)
}

/// Whether the words after a parenthetical attribution and its comma are the writer's: "adding
/// that", "who", "according to", or a conjunction with a verb of saying. Any other conjunction
/// continues the content, as does "which" after the cue: “A bridge is planned, she said, which
/// should help, and the ferry will stay.”
pub(super) fn resumes_writer(syntax: &Syntax<'_>, i: usize) -> bool {
    let stop = syntax.sentence(i).stop();
    // "unless a donor is found" goes on
    let passive = |v: usize| {
        syntax.tag(i) == Tag::Subordinator && syntax.tag(v) == Tag::Participle && syntax.is(v - 1, Class::Be)
    };
    let another = || syntax.next_verb(i + 1, stop).is_some_and(|v| syntax.attributes(v) && !passive(v));
    if syntax.is(i, Class::Resuming) {
        // "He left, she said, when the band began", but not "when asked about it"
        let tells_when = syntax.is_one_of(i, words!["when"]) && syntax.clause_follows(i + 1, stop);
        return !tells_when || another();
    }
    if syntax.is_one_of(i, words!["which"]) {
        return i < 2 || !syntax.tag(i - 2).is_verb();
    }
    match syntax.tag(i) {
        // "If it rains, she said, closing the pier would be safer": a gerund as the subject
        Tag::Ing => syntax.attributes(i) || !syntax.clause_follows(i, stop),
        Tag::Coordinator | Tag::Subordinator => another(),
        Tag::Preposition => syntax.opens_setting(i) || sums_up(syntax, i, stop),
        tag => tag.is_nominal() && dates_further(syntax, i, stop),
    }
}

/// "said on Tuesday, a day before talks resume", "said, hours after the vote": whether a distance
/// in time begins at `i`.
fn dates_further(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    syntax
        .core_end(i, stop)
        .is_some_and(|end| syntax.is_time(end - 1) && syntax.is(end, Class::ClausalPreposition))
}

/// ", with trains cancelled across the north": whether the phrase at `i` is about what has already
/// been done, and not part of a forecast ("with rain likely").
fn sums_up(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    syntax.is_one_of(i, words!["with"])
        && syntax.phrase_end(i + 1, stop).is_some_and(|end| {
            matches!(syntax.tag(end), Tag::Participle | Tag::Finite) && syntax.is(end, Class::VerbParticiple)
        })
}

/// The end of an attribution's own words: an addressee, a time or an occasion after the cue or the
/// inverted source.
pub(super) fn attribution_end(syntax: &Syntax<'_>, from: usize, told: bool) -> usize {
    let stop = syntax.sentence(from.saturating_sub(1)).stop();
    let mut i = from;
    if told && i < stop && (syntax.tag(i).is_nominal() || syntax.tag(i) == Tag::Object) {
        i = syntax.phrase_end(i, stop).map_or(i, |end| syntax.past_apposition(i, end, stop));
    }
    while i < stop {
        if let Some(end) = syntax.past_time(i, stop) {
            i = end;
            continue;
        }
        match syntax.tag(i) {
            Tag::Adverb => i += 1,
            Tag::Preposition | Tag::Subordinator | Tag::Participle | Tag::Ing => {
                i = (i + 1..stop)
                    .find(|&k| matches!(syntax.tag(k), Tag::Comma | Tag::End | Tag::Break | Tag::Mark))
                    .unwrap_or(stop);
            }
            _ if syntax.is_time(i) => i += 1,
            _ => break,
        }
    }
    i
}
