//! From candidates to attributions: who gives way where they overlap, and what continues whom.

use super::reading::Reading;
use super::within::holders;
use super::{Attribution, Kind, SURE, running};
use crate::arena::List;
use crate::lexicon::{Frame, Part};
use crate::text::token::Kind as Token;
use crate::text::{Run, Text};

/// What is left of a candidate's confidence inside a quotation: the speaker's own cues are rarely the writer's.
const QUOTED: f32 = 0.4;
/// What is left of it inside another's content, where plain speech is reported: "said that Moor had claimed that".
const NESTED_SPEECH: f32 = 0.55;
/// What is left of it where what somebody says is that a word was given: "said that the ministry had promised to pay".
const NESTED_PROMISE: f32 = 0.75;
/// What is left of any other frame there: an attitude in what somebody says is part of it.
const NESTED: f32 = 0.45;
/// What is left of the other one where that gives way instead.
const HOLDS_SPEECH: f32 = 0.8;

/// What a candidate gains by words of the speaker's own in what it says.
const OWN_WORDS: f32 = 1.2;
/// What it gains by a single word in marks among the writer's.
const OWN_WORD: f32 = 1.2;
/// How sure they make it at most.
const OWN_WORDS_MOST: f32 = 0.9;
/// How many tokens a quotation has that is no scare quote or title, marks included.
const OWN_WORDS_LEAST: usize = 5;

/// Whether a candidate can still become as sure as is asked for: only words of the speaker's own make it surer.
pub(super) fn may_stay(confidence: f32, least: f32) -> bool {
    confidence * OWN_WORDS.max(OWN_WORD) >= least.min(SURE)
}

/// Those of the candidates that are at least so sure and give way to none.
pub(super) fn settle<'t>(
    reading: &Reading<'_>,
    mut attributions: List<'t, Attribution>,
    least: f32,
) -> List<'t, Attribution> {
    // no doubt is lifted from there on, and who is not sure takes nothing from others
    let needed = least.min(SURE);
    attributions.retain_mut(|candidate| {
        weigh(reading, candidate, least);
        candidate.confidence >= needed && tidy(reading, candidate)
    });
    // the surest first; bits of numbers from 0 to 1 are in the order of the numbers
    sort(&mut attributions, |a| (!a.confidence.to_bits(), a.first()));
    let mut kept = Kept::new(reading.text);
    attributions.retain(|attribution| {
        let taken = attribution.cue.is_some_and(|cue| kept.overlaps_cue(cue));
        let stays = !taken && !kept.has_given(reading, attribution);
        if stays {
            kept.add(attribution);
        }
        stays
    });
    doubt_nested(reading, &mut attributions);
    let place = |a: &Attribution| (a.first(), a.cue.map_or((0, 0), |cue| (cue.start + 1, cue.end)));
    sort(&mut attributions, place);
    if running::join(reading, &mut attributions) && !attributions.is_sorted_by_key(place) {
        sort(&mut attributions, place);
    }
    for attribution in &mut attributions {
        attribution.kind = kind(reading, &attribution.content);
    }
    attributions
}

/// Sorts by `key`; those of one key stay in their order. Beside the attributions, which are large, it takes little room.
fn sort<K: Copy + Ord>(attributions: &mut List<'_, Attribution>, key: impl Fn(&Attribution) -> K) {
    let arena = attributions.bump();
    let order = arena.alloc_slice_fill_iter(attributions.iter().enumerate().map(|(n, a)| (key(a), n as u32)));
    order.sort_unstable();
    let places = arena.alloc_slice_fill_copy(order.len(), 0);
    for (place, &mut (_, n)) in (0_u32..).zip(order) {
        places[n as usize] = place;
    }
    // each swap brings one to its place
    for n in 0..places.len() {
        while places[n] as usize != n {
            let place = places[n] as usize;
            attributions.swap(n, place);
            places.swap(n, place);
        }
    }
}

/// Sets how sure a candidate is where it stands, by what it says.
fn weigh(reading: &Reading<'_>, candidate: &mut Attribution, least: f32) {
    let quoted = candidate.cue.is_some_and(|cue| reading.quoted(cue.first()));
    if quoted {
        candidate.confidence *= QUOTED;
    }
    candidate.confidence *= substance(reading, candidate);
    // surer than this they make nothing
    if !quoted
        && candidate.confidence < OWN_WORDS_MOST
        && may_stay(candidate.confidence, least)
        && let Some(gain) = own_words(reading, candidate)
    {
        let surer = (candidate.confidence * gain).min(OWN_WORDS_MOST);
        candidate.confidence = candidate.confidence.max(surer);
    }
}

/// How far the content's length leaves it something that is stated: one bare word behind its cue names a thing ("discussed
/// fraternity", "supports us") more often than it says something.
fn substance(reading: &Reading<'_>, attribution: &Attribution) -> f32 {
    let ([run], Some(cue)) = (&attribution.content[..], attribution.cue) else { return 1.0 };
    let clausal = attribution.frame.is_some_and(Frame::is_clausal);
    if clausal || run.start < cue.start {
        return 1.0;
    }
    let tokens = &reading.text.tokens[run.indices()];
    let factor = match tokens.iter().filter(|token| token.is_word()).take(3).count() {
        1 => 0.64,
        2 => 0.9,
        _ => return 1.0,
    };
    if tokens.iter().any(|token| token.kind == Token::Mark) { 1.0 } else { factor }
}

/// What it tells of a statement with a cue of the writer's that some of its words are quoted: "took credit for “being
/// right all along”", "saw the “rotten” pier as a danger".
fn own_words(reading: &Reading<'_>, attribution: &Attribution) -> Option<f32> {
    let title = |q: Run| {
        let words = || q.indices().filter_map(|i| reading.token(i)).filter(|t| t.is_word());
        2 * words().filter(|t| t.is_capital()).count() > words().count()
    };
    let gain = |run: &Run, q: Run| {
        if q.stop() > run.stop() || title(q) {
            return None;
        }
        let some = q.len() < run.len();
        if q.len() >= OWN_WORDS_LEAST { Some(OWN_WORDS) } else { some.then_some(OWN_WORD) }
    };
    let quotations = &reading.text.quotations;
    let gains = |run: &Run| quotations.starting_in(*run).filter_map(|q| gain(run, q.run)).reduce(f32::max);
    attribution.content.iter().filter(|run| quotations.touch(**run)).filter_map(gains).reduce(f32::max)
}

/// Of two statements one within the other, lowers the confidence of one.
fn doubt_nested(reading: &Reading<'_>, settled: &mut [Attribution]) {
    let holders = holders(settled, reading.text.arena, |a| a.confidence >= SURE && !is_turn(reading, a));
    for (n, &holder) in holders.iter().enumerate() {
        let Some(holder) = holder else { continue };
        if outweighs(&settled[n], &settled[holder]) {
            settled[holder].confidence *= HOLDS_SPEECH;
        } else {
            settled[n].confidence *= match settled[n].group().map(|group| reading.lexicon.name_of(group)) {
                Some("promise") => NESTED_PROMISE,
                _ if is_speech(settled[n].frame) => NESTED_SPEECH,
                _ => NESTED,
            };
        }
    }
}

/// Whether plain speech stands in what only looks like a content: "welcomed the plan, which Ruiz said would help".
fn outweighs(inner: &Attribution, outer: &Attribution) -> bool {
    inner.confidence > outer.confidence
        && is_speech(inner.frame)
        && !(is_speech(outer.frame) || outer.frame == Some(Frame::Clause))
}

fn is_speech(frame: Option<Frame>) -> bool {
    frame.is_some_and(Frame::is_speech)
}

/// Which tokens the attributions kept so far have taken.
struct Kept<'a> {
    /// For each token what has been taken there.
    taken: &'a mut [u8],
}

/// The token is one of a cue.
const CUE: u8 = 1;
/// A piece of content begins with it.
const GIVEN: u8 = 2;

impl<'a> Kept<'a> {
    fn new(text: &Text<'a>) -> Self {
        Kept { taken: text.arena.alloc_slice_fill_copy(text.tokens.len(), 0) }
    }

    fn overlaps_cue(&self, cue: Run) -> bool {
        self.taken[cue.indices()].iter().any(|taken| taken & CUE != 0)
    }

    fn is_given(&self, run: Run) -> bool {
        self.taken[run.first()] & GIVEN != 0
    }

    /// Whether a surer one has given all that the attribution has: a quotation, or what a noun says ("said in a statement
    /// that").
    fn has_given(&self, reading: &Reading<'_>, attribution: &Attribution) -> bool {
        let noun = attribution.head.is_some_and(|(_, cue)| cue.is_some_and(|cue| cue.part == Part::Noun));
        if noun && attribution.content.first().is_some_and(|&run| self.is_given(run)) {
            return true;
        }
        let [run] = attribution.content[..] else { return false };
        self.is_given(run) && reading.quotation_ending_at(run.stop() - 1) == Some(run)
    }

    fn add(&mut self, attribution: &Attribution) {
        if attribution.confidence < SURE {
            return;
        }
        for i in attribution.cue.into_iter().flat_map(Run::indices) {
            self.taken[i] |= CUE;
        }
        for run in &attribution.content {
            self.taken[run.first()] |= GIVEN;
        }
    }
}

/// "A: ..." in a transcript: what is said there is text like any other, and may well attribute.
fn is_turn(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    attribution.cue.is_some_and(|cue| cue.len() == 1 && reading.kind(cue.first()) == Some(Token::Colon))
}

/// Makes an attribution's pieces disjoint; whether it has any, apart from its cue and its source.
pub(super) fn tidy(reading: &Reading<'_>, attribution: &mut Attribution) -> bool {
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
    !attribution.content.is_empty() && !clash
}

/// Direct when every word lies in a quotation, mixed when some do.
fn kind(reading: &Reading<'_>, content: &[Run]) -> Kind {
    let quotations = &reading.text.quotations;
    let (mut inside, mut outside) = (false, false);
    for &run in content {
        let whole = quotations.around(run.first()).is_some_and(|q| q.run.stop() >= run.stop());
        let mixed = !whole && quotations.touch(run);
        for i in run.indices().filter(|&i| reading.text.tokens[i].is_word()) {
            let quoted = whole || mixed && quotations.around(i).is_some();
            inside |= quoted;
            outside |= !quoted;
            if !mixed || inside && outside {
                break;
            }
        }
    }
    match (inside, outside) {
        (true, false) => Kind::Direct,
        (true, true) => Kind::Mixed,
        (false, _) => Kind::Indirect,
    }
}
