//! From candidates to attributions: who gives way where they overlap, and what continues whom.

use super::reading::Reading;
use super::tag::Tag;
use super::{Attribution, Kind};
use crate::lexicon::Part;
use crate::text::Run;
use crate::text::token::Kind as Token;

/// What is left of a candidate's confidence inside a quotation: the speaker's own cues are rarely the writer's.
const QUOTED: f32 = 0.4;
/// What is left of it inside another's content.
const NESTED: f32 = 0.55;

pub(super) fn settle(reading: &Reading<'_>, candidates: Vec<Attribution>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = candidates
        .into_iter()
        .map(|mut attribution| {
            if attribution.cue.is_some_and(|cue| reading.quoted(cue.first())) {
                attribution.confidence *= QUOTED;
            }
            attribution
        })
        .filter_map(|a| tidy(reading, a))
        .collect();
    found.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then(a.first().cmp(&b.first())));
    let mut kept = Kept::new(reading.text.tokens.len());
    let mut settled: Vec<Attribution> = Vec::with_capacity(found.len());
    for mut attribution in found {
        if attribution.cue.is_some_and(|cue| kept.overlaps_cue(cue)) || kept.says(&attribution) {
            continue;
        }
        if attribution.cue.is_some_and(|cue| kept.holds(cue)) {
            attribution.confidence *= NESTED;
        }
        kept.add(&attribution, is_turn(reading, &attribution));
        settled.push(attribution);
    }
    settled.sort_by_key(|a| (a.first(), a.cue));
    continue_quotations(reading, &mut settled);
    for attribution in &mut settled {
        attribution.kind = kind(reading, &attribution.content);
    }
    settled.sort_by_key(|a| (a.first(), a.cue));
    settled
}

/// Which tokens the attributions kept so far have taken.
struct Kept {
    cue: Vec<bool>,
    content: Vec<bool>,
    /// Where a content begins.
    opens: Vec<bool>,
}

impl Kept {
    fn new(tokens: usize) -> Self {
        Kept { cue: vec![false; tokens], content: vec![false; tokens], opens: vec![false; tokens] }
    }

    fn overlaps_cue(&self, cue: Run) -> bool {
        cue.indices().any(|i| self.cue[i])
    }

    /// Whether a surer cue has the content of this noun: "said in a statement that".
    fn says(&self, attribution: &Attribution) -> bool {
        let noun = attribution.head.is_some_and(|(_, cue)| cue.is_some_and(|cue| cue.part == Part::Noun));
        noun && attribution.content.first().is_some_and(|run| self.opens[run.first()])
    }

    fn holds(&self, cue: Run) -> bool {
        cue.indices().all(|i| self.content[i])
    }

    fn add(&mut self, attribution: &Attribution, turn: bool) {
        if attribution.confidence < 0.5 {
            return;
        }
        for i in attribution.cue.into_iter().flat_map(Run::indices) {
            self.cue[i] = true;
        }
        for i in attribution.content.iter().filter(|_| !turn).flat_map(|run| run.indices()) {
            self.content[i] = true;
        }
        if let Some(run) = attribution.content.first() {
            self.opens[run.first()] = true;
        }
    }
}

/// "A: ..." in a transcript: what is said there is text like any other, and may well attribute.
fn is_turn(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    attribution.cue.is_some_and(|cue| cue.len() == 1 && reading.kind(cue.first()) == Some(Token::Colon))
}

/// Makes an attribution's pieces disjoint and drops one without content.
pub(super) fn tidy(reading: &Reading<'_>, mut attribution: Attribution) -> Option<Attribution> {
    attribution.content.retain(|run| run.indices().any(|i| reading.token(i).is_some_and(|t| t.is_word())));
    if let Some(last) = attribution.content.last_mut() {
        *last = reading.to_quotation_end(*last);
    }
    attribution.content.sort();
    let mut reach = 0;
    attribution.content.retain_mut(|run| {
        run.start = run.start.max(reach);
        reach = reach.max(run.end);
        run.start < run.end
    });
    let own: Vec<Run> = attribution.cue.into_iter().chain(attribution.source).collect();
    let clash = attribution.content.iter().any(|run| own.iter().any(|o| o.overlaps(*run)));
    (!attribution.content.is_empty() && !clash).then_some(attribution)
}

/// A quotation that fills its paragraph and that nothing attributes goes on from the statement before it.
fn continue_quotations(reading: &Reading<'_>, settled: &mut [Attribution]) {
    let mut taken = vec![false; reading.text.tokens.len()];
    // the attribution that last quoted, by the block in which its content or cue ends
    let mut ends: Vec<(u32, usize)> = Vec::new();
    for (n, attribution) in settled.iter().enumerate().filter(|(_, a)| a.confidence >= 0.5) {
        for i in attribution.content.iter().flat_map(|run| run.indices()) {
            taken[i] = true;
        }
        let last =
            attribution.content.last().map_or(0, |run| run.end).max(attribution.cue.map_or(0, |cue| cue.end));
        if attribution.content.iter().any(|run| quotes(reading, *run)) {
            ends.push((last, n));
        }
    }
    ends.sort_unstable();
    let mut next = 0;
    let mut running: Option<usize> = None;
    let mut running_block = 0;
    for quotation in reading.text.quotations.list.iter().filter(|q| !q.nested) {
        while next < ends.len() && ends[next].0 <= quotation.run.start + 1 {
            running = Some(ends[next].1);
            running_block = reading.block_index(ends[next].0 as usize - 1);
            next += 1;
        }
        let first = quotation.run.first();
        if taken[first..quotation.run.stop()].iter().any(|&t| t) || reading.is_attributed(quotation.run) {
            continue;
        }
        let block = reading.block(first);
        let at = reading.block_index(first);
        let opens_block = first == block.first();
        let fills =
            opens_block && reading.trim(block.stop()).max(quotation.run.stop()) <= quotation.run.stop() + 1;
        let opens_sentence =
            first == reading.sentence(first).first() && ends_like_sentence(reading, quotation.run);
        let near = at <= running_block + 1;
        if let Some(n) = running
            .filter(|_| near && (quotation.continues || fills || opens_sentence && at == running_block))
        {
            settled[n].content.push(quotation.run);
            settled[n].content.sort();
            for i in quotation.run.indices() {
                taken[i] = true;
            }
            running_block = at;
        }
    }
}

fn ends_like_sentence(reading: &Reading<'_>, run: Run) -> bool {
    run.stop() >= 2 && reading.tag(run.stop() - 2) == Tag::End || reading.tag(run.stop()) == Tag::End
}

fn quotes(reading: &Reading<'_>, run: Run) -> bool {
    run.indices().any(|i| reading.kind(i) == Some(Token::Mark) && reading.text.quotations.around(i).is_some())
}

/// Direct when every word lies in a quotation, mixed when some do.
fn kind(reading: &Reading<'_>, content: &[Run]) -> Kind {
    let (mut inside, mut outside) = (false, false);
    for i in content
        .iter()
        .flat_map(|run| run.indices())
        .filter(|&i| reading.token(i).is_some_and(|t| t.is_word()))
    {
        if reading.text.quotations.around(i).is_some() {
            inside = true;
        } else {
            outside = true;
        }
    }
    match (inside, outside) {
        (true, false) => Kind::Direct,
        (true, true) => Kind::Mixed,
        (false, _) => Kind::Indirect,
    }
}
