//! Unattributed quotations: each continues the statement that is current at that point.
//!
//! Writers name the speaker once. Quotations after that, sentence after sentence and paragraph
//! after paragraph, belong to the same speaker until somebody else is named.

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

/// The current statement and where its last words are.
#[derive(Clone, Copy)]
struct Running {
    statement: usize,
    block: usize,
    /// The sentence that holds its cue or its last words.
    sentence: usize,
    /// Whether it has been quoted; its quotation may run over several paragraphs.
    quotes: bool,
}

/// Joins every unattributed quotation to the statement that it continues, or makes a statement of
/// it. Returns whether there was one.
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
        settled[statement].add_piece(run);
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

/// For each token up to the last quotation: the number of the statement that contains it, plus one;
/// 0 for none.
struct Owners<'a>(&'a mut [u32]);

impl Owners<'_> {
    fn give(&mut self, run: Run, statement: usize) {
        let end = self.0.len();
        self.0[run.first().min(end)..run.stop().min(end)].fill(statement as u32 + 1);
    }

    /// Whether any of the tokens belongs to a statement.
    fn own(&self, run: Run) -> bool {
        self.0[run.indices()].iter().any(|&owner| owner != 0)
    }

    fn of(&self, token: usize) -> Option<usize> {
        self.0[token].checked_sub(1).map(|statement| statement as usize)
    }
}

/// Where the words of each statement end, sorted by end.
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

/// Who keeps speaking after another statement: the last speaker quoted, unless a sentence without a
/// quotation intervenes.
fn follow(syntax: &Syntax<'_>, settled: &[Attribution], before: Option<Running>, next: Running) -> Running {
    match before {
        // “…,” she said, referring to the plan: her statement continues; “…,” she said, adding that
        // …: the new statement continues
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

/// "adding that …": a participle that continues the report.
fn adds(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    matches!(attribution.frame, Some(Frame::That | Frame::Quote))
        && attribution.head.is_some_and(|(head, _)| syntax.verb_group(head).form == Form::Ing)
}

/// Whether an unattributed quotation continues `running`.
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
        // first the writer's paraphrase, then the speaker's own words
        (same_block || fills || next_block) && sentence <= running.sentence + 1
    }
}

/// "Now, “…”", "But “…”": the start of the quotation's sentence if at most an opening word comes
/// before the quotation.
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

/// The statement attributed in the next paragraph, if an unclosed quotation runs on into it.
fn announced(syntax: &Syntax<'_>, list: &[Quotation], at: usize, owners: &Owners<'_>) -> Option<usize> {
    let quotation = list[at];
    let opens = quotation.run.first() == syntax.block(quotation.run.first()).first();
    let next = list[at + 1..].iter().find(|q| !q.nested).filter(|q| q.continues)?;
    (opens && !quotation.closed && !quotation.continues).then(|| owners.of(next.run.first())).flatten()
}

fn ends_like_sentence(syntax: &Syntax<'_>, run: Run) -> bool {
    // an unclosed quotation ends with its last sentence: pages that lose their line breaks merge
    // paragraphs
    let closed = syntax.kind(run.stop() - 1) == Some(Kind::Mark);
    let last = run.stop() - 1 - usize::from(closed);
    syntax.tag(last) == Tag::End || syntax.tag(run.stop()) == Tag::End
}

fn quotes(syntax: &Syntax<'_>, run: Run) -> bool {
    let quotations = &syntax.text.quotations;
    quotations.touch(run)
        && run.indices().any(|i| syntax.kind(i) == Some(Kind::Mark) && quotations.around(i).is_some())
}
