//! From candidates to attributions: who gives way where they overlap, and what continues whom.

use std::cmp::Reverse;

use super::reading::Reading;
use super::within::holders;
use super::{Attribution, Kind, SURE, running};
use crate::lexicon::Frame;
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
            attribution.confidence *= substance(reading, &attribution);
            attribution
        })
        .filter_map(|a| tidy(reading, a))
        .collect();
    // bits of numbers from 0 to 1 are in the order of the numbers
    found.sort_by_cached_key(|a| (Reverse(a.confidence.to_bits()), a.first()));
    let mut kept = Kept::new(reading.text.tokens.len());
    let mut settled: Vec<Attribution> = Vec::with_capacity(found.len());
    for attribution in found {
        if attribution.cue.is_some_and(|cue| kept.overlaps_cue(cue)) || kept.has_given(reading, &attribution)
        {
            continue;
        }
        kept.add(&attribution);
        settled.push(attribution);
    }
    doubt_nested(&mut settled);
    settled.sort_by_cached_key(|a| (a.first(), a.cue));
    running::join(reading, &mut settled);
    for attribution in &mut settled {
        attribution.kind = kind(reading, &attribution.content);
    }
    settled.sort_by_cached_key(|a| (a.first(), a.cue));
    settled
}

/// How far the content's length leaves it something that is stated: one bare word behind its cue names a thing ("discussed
/// fraternity", "supports us") more often than it says something.
fn substance(reading: &Reading<'_>, attribution: &Attribution) -> f32 {
    let ([run], Some(cue)) = (&attribution.content[..], attribution.cue) else { return 1.0 };
    let clausal = matches!(
        attribution.frame,
        Some(Frame::That | Frame::Clause | Frame::Quote | Frame::Wh | Frame::Post)
    );
    if clausal || run.start < cue.start || run.indices().any(|i| reading.kind(i) == Some(Token::Mark)) {
        return 1.0;
    }
    match run.indices().filter(|&i| reading.token(i).is_some_and(|t| t.is_word())).count() {
        1 => 0.64,
        2 => 0.9,
        _ => 1.0,
    }
}

/// Lowers the confidence of what stands within another's content.
fn doubt_nested(settled: &mut [Attribution]) {
    let holders = holders(settled, |a| a.confidence >= SURE);
    let doubted: Vec<usize> = (0..settled.len())
        .filter(|&n| holders[n].is_some_and(|holder| !outweighs(&settled[n], &settled[holder])))
        .collect();
    for n in doubted {
        settled[n].confidence *= NESTED;
    }
}

/// Whether plain speech stands in what only looks like a content: "welcomed the plan, which Ruiz said would help".
fn outweighs(inner: &Attribution, outer: &Attribution) -> bool {
    let speech = |frame| matches!(frame, Some(Frame::That | Frame::Quote | Frame::Post));
    inner.confidence > outer.confidence
        && speech(inner.frame)
        && !(speech(outer.frame) || outer.frame == Some(Frame::Clause))
}

/// Which tokens the attributions kept so far have taken.
struct Kept {
    cue: Vec<bool>,
    /// Where a piece of content begins.
    given: Vec<bool>,
}

impl Kept {
    fn new(tokens: usize) -> Self {
        Kept { cue: vec![false; tokens], given: vec![false; tokens] }
    }

    fn overlaps_cue(&self, cue: Run) -> bool {
        cue.indices().any(|i| self.cue[i])
    }

    /// Whether the attribution's only words are a quotation that a surer one has given already.
    fn has_given(&self, reading: &Reading<'_>, attribution: &Attribution) -> bool {
        let [run] = attribution.content[..] else { return false };
        self.given[run.first()] && reading.quotation_ending_at(run.stop() - 1) == Some(run)
    }

    fn add(&mut self, attribution: &Attribution) {
        if attribution.confidence < SURE {
            return;
        }
        for i in attribution.cue.into_iter().flat_map(Run::indices) {
            self.cue[i] = true;
        }
        for run in &attribution.content {
            self.given[run.first()] = true;
        }
    }
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
    let own = [attribution.cue, attribution.source];
    let clash = attribution.content.iter().any(|run| own.into_iter().flatten().any(|o| o.overlaps(*run)));
    (!attribution.content.is_empty() && !clash).then_some(attribution)
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
