//! Quotations that no words attribute: each goes on from the statement that runs where it stands.
//!
//! Writers name the speaker once. What stands in marks after that, sentence after sentence and paragraph after paragraph, is
//! the same speaker's, until somebody else is named.

use super::Attribution;
use super::orphan::orphan;
use super::score::sure;
use crate::arena::List;
use crate::lexicon::Frame;
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Form;
use crate::text::Run;
use crate::text::quotation::Quotation;
use crate::text::token::Kind;

/// The statement whose speaker is speaking, and where it was last heard.
#[derive(Clone, Copy)]
struct Running {
    statement: usize,
    block: usize,
    /// The sentence that its cue or its last words stand in.
    sentence: usize,
    /// It has been quoted: its quotation may run over paragraphs.
    quotes: bool,
}

/// Joins every quotation that nothing attributes to the statement that it continues, or makes a statement of it; whether
/// there is one.
pub(super) fn join(syntax: &Syntax<'_>, settled: &mut List<'_, Attribution>) -> bool {
    let Some(end) = syntax.text.quotations.list.iter().map(|q| q.run.stop()).max() else { return false };
    let mut owners = Owners(syntax.text.arena.alloc_slice_fill_copy(end, 0));
    for (n, attribution) in settled.iter().enumerate().filter(|(_, a)| a.confidence >= sure()) {
        for &run in &attribution.content {
            owners.give(run, n);
        }
    }
    let mut joined = false;
    let turns = turns(syntax, settled);
    let mut turns = turns.iter().peekable();
    let mut latest: Option<Running> = None;
    let mut quoted: Option<Running> = None;
    let list = &syntax.text.quotations.list;
    for (at, quotation) in list.iter().enumerate().filter(|(_, q)| !q.nested) {
        while let Some(&(_, turn)) = turns.next_if(|(end, _)| *end <= quotation.run.start + 1) {
            latest = Some(follow(syntax, settled, latest, turn));
            quoted = latest.filter(|r| r.quotes).or(quoted);
        }
        let run = quotation.run;
        if owners.own(run) || syntax.is_attributed(run) {
            continue;
        }
        let ahead = || announced(syntax, list, at, &owners);
        let before = || [latest, quoted].into_iter().flatten().find(|r| goes_on(syntax, quotation, *r));
        let Some(statement) = ahead().or_else(|| before().map(|r| r.statement)) else {
            let Some(found) = orphan(syntax, quotation) else { continue };
            let statement = settled.len();
            settled.push(found);
            owners.give(run, statement);
            joined = true;
            let (block, sentence) = (syntax.block_index(run.first()), syntax.sentence_index(run.stop() - 1));
            latest = Some(Running { statement, block, sentence, quotes: true });
            quoted = latest;
            continue;
        };
        let run = Run::new(led_from(syntax, run), run.stop());
        settled[statement].content.push(run);
        settled[statement].content.sort();
        owners.give(run, statement);
        joined = true;
        latest = Some(Running {
            statement,
            block: syntax.block_index(run.first()),
            sentence: syntax.sentence_index(run.stop() - 1),
            quotes: true,
        });
        quoted = latest;
    }
    joined
}

/// For each token up to the last quotation one more than the number of the statement whose words it is one of, 0 for none.
struct Owners<'a>(&'a mut [u32]);

impl Owners<'_> {
    fn give(&mut self, run: Run, statement: usize) {
        let end = self.0.len();
        self.0[run.first().min(end)..run.stop().min(end)].fill(statement as u32 + 1);
    }

    /// Whether one of the tokens is a statement's.
    fn own(&self, run: Run) -> bool {
        self.0[run.indices()].iter().any(|&owner| owner != 0)
    }

    fn of(&self, token: usize) -> Option<usize> {
        self.0[token].checked_sub(1).map(|statement| statement as usize)
    }
}

/// Where each statement's words end, in the order of their ends.
fn turns<'a>(syntax: &Syntax<'a>, settled: &[Attribution]) -> List<'a, (u32, Running)> {
    let mut turns: List<'_, (u32, Running)> = List::with_capacity_in(settled.len(), syntax.text.arena);
    for (statement, attribution) in settled.iter().enumerate().filter(|(_, a)| a.confidence >= sure()) {
        let content = attribution.content.last().map_or(0, |run| run.end);
        let end = content.max(attribution.cue.map_or(0, |cue| cue.end)).max(1);
        let last = end as usize - 1;
        let quotes = attribution.content.iter().any(|run| quotes(syntax, *run));
        let own = attribution.cue.is_none_or(|cue| !syntax.quoted(cue.first()));
        if quotes || own {
            let (block, sentence) = (syntax.block_index(last), syntax.sentence_index(last));
            turns.push((end, Running { statement, block, sentence, quotes }));
        }
    }
    turns.sort_unstable_by_key(|&(end, turn)| (end, turn.statement));
    turns
}

/// Who speaks on after another statement: the last quoted, unless a sentence without quotation has come between.
fn follow(syntax: &Syntax<'_>, settled: &[Attribution], before: Option<Running>, next: Running) -> Running {
    match before {
        // “…,” she said, referring to the plan: she goes on; “…,” she said, adding that …: this goes on
        Some(b)
            if b.quotes
                && !next.quotes
                && b.sentence == next.sentence
                && !adds(syntax, &settled[next.statement]) =>
        {
            b
        }
        _ => next,
    }
}

/// "adding that …": a participle that goes on reporting.
fn adds(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    matches!(attribution.frame, Some(Frame::That | Frame::Quote))
        && attribution.head.is_some_and(|(head, _)| syntax.verb_group(head).form == Form::Ing)
}

/// Whether a quotation that nothing attributes goes on from `running`.
fn goes_on(syntax: &Syntax<'_>, quotation: &Quotation, running: Running) -> bool {
    let run = quotation.run;
    let block = syntax.block(run.first());
    let at = syntax.block_index(run.first());
    let sentence = syntax.sentence_index(run.first());
    let opens_sentence =
        led_from(syntax, run) == syntax.sentence(run.first()).first() && ends_like_sentence(syntax, run);
    let fills = run.first() == block.first() && syntax.trim(run.stop(), block.stop()) <= run.stop() + 1;
    let same_block = at == running.block && opens_sentence;
    // “…,” she said. ⏎ “…” The mill closed in 1903.
    let next_block = at == running.block + 1
        && sentence == running.sentence + 1
        && run.first() == block.first()
        && opens_sentence;
    if running.quotes {
        at <= running.block + 1 && (quotation.continues || fills) || same_block || next_block
    } else {
        // the writer's words for what was said, then the speaker's own
        (same_block || fills || next_block) && sentence <= running.sentence + 1
    }
}

/// Where the sentence of the quotation begins when no more than an opening word leads to it: "Now, “…”", "But “…”".
fn led_from(syntax: &Syntax<'_>, run: Run) -> usize {
    let start = syntax.sentence(run.first()).first();
    let opening = |i: usize| {
        matches!(syntax.tag(i), Tag::Coordinator | Tag::Adverb | Tag::Subordinator) || syntax.is_time(i)
    };
    let leads = match run.first() - start {
        1 => opening(start),
        2 => opening(start) && (syntax.tag(start + 1) == Tag::Comma || opening(start + 1)),
        _ => false,
    };
    if leads { start } else { run.first() }
}

/// The statement that the next paragraph attributes, where an unclosed quotation runs on into it.
fn announced(syntax: &Syntax<'_>, list: &[Quotation], at: usize, owners: &Owners<'_>) -> Option<usize> {
    let quotation = list[at];
    let opens = quotation.run.first() == syntax.block(quotation.run.first()).first();
    let next = list[at + 1..].iter().find(|q| !q.nested).filter(|q| q.continues)?;
    (opens && !quotation.closed && !quotation.continues).then(|| owners.of(next.run.first())).flatten()
}

fn ends_like_sentence(syntax: &Syntax<'_>, run: Run) -> bool {
    // one that is never closed ends with its last sentence: pages that lose their line breaks run paragraphs together
    let closed = syntax.kind(run.stop() - 1) == Some(Kind::Mark);
    let last = run.stop() - 1 - usize::from(closed);
    syntax.tag(last) == Tag::End || syntax.tag(run.stop()) == Tag::End
}

fn quotes(syntax: &Syntax<'_>, run: Run) -> bool {
    let quotations = &syntax.text.quotations;
    quotations.touch(run)
        && run.indices().any(|i| syntax.kind(i) == Some(Kind::Mark) && quotations.around(i).is_some())
}
