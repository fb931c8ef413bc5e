//! From candidates to attributions: which candidate gives way if they overlap, and which statement
//! a quotation continues.

use super::in_context::in_context;
use super::nesting::holders;
use super::scope::may_be_statement;
use super::score::{Factor, Row, probability, product, sure};
use super::{Attribution, Kind, Scope, closing_remark, continuation, interrupted};
use crate::arena::List;
use crate::lexicon::{Frame, Part};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind as Token;
use crate::text::{Run, Text};

/// The confidence that a candidate needs in its context: none rises after that, and a candidate
/// that is not sure takes nothing from others.
pub(super) fn needed(least: f32) -> f32 {
    product(least).min(sure())
}

/// The candidates that have at least this confidence and give way to no other.
pub(super) fn settle<'t>(
    syntax: &Syntax<'_>,
    mut attributions: List<'t, Attribution>,
    scope: Scope,
    least: f32,
) -> List<'t, Attribution> {
    let needed = needed(least);
    attributions.retain_mut(|candidate| {
        in_context(syntax, candidate);
        candidate.confidence >= needed && tidy(syntax, candidate)
    });
    // highest confidence first; the bits of floats from 0 to 1 sort in the same order as the floats
    sort(&mut attributions, |a| [!a.confidence.to_bits(), a.first(), 0]);
    let mut kept = Kept::new(syntax.text);
    attributions.retain(|attribution| {
        // items of one list share a cue
        let shares = attribution.evidence.is_of(Row::UnderCue);
        let taken = !shares && attribution.cue.is_some_and(|cue| kept.overlaps_cue(cue));
        let stays = !taken && !kept.has_given(syntax, attribution);
        if stays {
            kept.add(attribution);
        }
        stays
    });
    interrupted::join(&mut attributions);
    if scope == Scope::Attributions {
        attributions.iter_mut().for_each(|attribution| closing_remark::leave(syntax, attribution));
    }
    doubt_nested(syntax, &mut attributions);
    let place = |a: &Attribution| {
        let (start, end) = a.cue.map_or((0, 0), |cue| (cue.start + 1, cue.end));
        [a.first(), start, end]
    };
    sort(&mut attributions, place);
    if continuation::join(syntax, &mut attributions) && !attributions.is_sorted_by_key(place) {
        sort(&mut attributions, place);
    }
    for attribution in &mut attributions {
        attribution.kind = kind(syntax, &attribution.content);
        attribution.confidence = probability(attribution.confidence);
    }
    attributions
}

/// Sorts by `key`, keeping the order of equal keys. The attributions are large, so only keys and
/// places are sorted, as one number each.
fn sort(attributions: &mut List<'_, Attribution>, key: impl Fn(&Attribution) -> [u32; 3]) {
    let arena = attributions.bump();
    let number = |(a, n)| key(a).into_iter().chain([n]).fold(0, |all, part| all << 32 | u128::from(part));
    let order =
        arena.alloc_slice_fill_iter(attributions.iter().zip(0..attributions.len() as u32).map(number));
    order.sort_unstable();
    let places = arena.alloc_slice_fill_copy(order.len(), 0);
    for (place, number) in (0_u32..).zip(order) {
        places[*number as u32 as usize] = place;
    }
    // each swap moves one attribution to its place
    for n in 0..places.len() {
        while places[n] as usize != n {
            let place = places[n] as usize;
            attributions.swap(n, place);
            places.swap(n, place);
        }
    }
}

/// If one statement is nested inside another, lowers the confidence of one of them.
fn doubt_nested(syntax: &Syntax<'_>, settled: &mut [Attribution]) {
    let sure = sure();
    let counts = |a: &Attribution| a.confidence >= sure && !is_turn(syntax, a) && may_be_statement(syntax, a);
    let holders = holders(settled, syntax.text.arena, counts);
    for (n, &holder) in holders.iter().enumerate() {
        let Some(holder) = holder else { continue };
        if outweighs(&settled[n], &settled[holder]) {
            settled[holder].doubt(Factor::HoldsSpeech);
        } else {
            let factor = match settled[n].group().map(|group| syntax.lexicon.name_of(group)) {
                Some("promise") => Factor::NestedPromise,
                _ if is_speech(settled[n].frame) => Factor::NestedSpeech,
                _ => Factor::Nested,
            };
            settled[n].doubt(factor);
        }
    }
}

/// "welcomed the plan, which Ruiz said would help": whether plain speech is inside what only looks
/// like a content.
fn outweighs(inner: &Attribution, outer: &Attribution) -> bool {
    inner.confidence > outer.confidence
        && is_speech(inner.frame)
        && !(is_speech(outer.frame) || outer.frame == Some(Frame::Clause))
}

fn is_speech(frame: Option<Frame>) -> bool {
    frame.is_some_and(Frame::is_speech)
}

/// The tokens taken by the attributions kept so far.
struct Kept<'a> {
    /// For each token, how it has been taken.
    taken: &'a mut [u8],
}

/// The token is part of a cue.
const CUE: u8 = 1;
/// A piece of content begins at the token.
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

    /// Whether an attribution with higher confidence has already taken everything in this one: a
    /// quotation, or the content of a noun ("said in a statement that").
    fn has_given(&self, syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
        let noun = attribution.head.is_some_and(|(_, cue)| cue.is_some_and(|cue| cue.part == Part::Noun));
        if noun && attribution.content.first().is_some_and(|&run| self.is_given(run)) {
            return true;
        }
        let [run] = attribution.content[..] else { return false };
        self.is_given(run) && syntax.quotation_ending_at(run.stop() - 1) == Some(run)
    }

    fn add(&mut self, attribution: &Attribution) {
        if attribution.confidence < sure() {
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

/// "A: ..." in a transcript: its content is text like any other, and may itself attribute.
fn is_turn(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let colon = |cue: Run| cue.len() == 1 && syntax.kind(cue.first()) == Some(Token::Colon);
    attribution.evidence.is_of(Row::Turn) || attribution.cue.is_some_and(colon)
}

/// Makes the pieces of an attribution disjoint. Returns whether any remain, apart from its cue and
/// its source.
pub(super) fn tidy(syntax: &Syntax<'_>, attribution: &mut Attribution) -> bool {
    attribution.content.retain(|run| run.indices().any(|i| syntax.token(i).is_some_and(|t| t.is_word())));
    if let Some(last) = attribution.content.last_mut() {
        *last = syntax.to_quotation_end(*last);
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
    // "the help they had hoped for": the preposition of the verb
    let preposition = matches!(&attribution.content[..], [run] if run.len() == 1 && syntax.tag(run.first()) == Tag::Preposition);
    !attribution.content.is_empty() && !clash && !preposition
}

/// Direct when every word lies in a quotation, mixed when some do.
pub(super) fn kind(syntax: &Syntax<'_>, content: &[Run]) -> Kind {
    let quotations = &syntax.text.quotations;
    let (mut inside, mut outside) = (false, false);
    for &run in content {
        let whole = quotations.around(run.first()).is_some_and(|q| q.run.stop() >= run.stop());
        let mixed = !whole && quotations.touch(run);
        for i in run.indices().filter(|&i| syntax.text.tokens[i].is_word()) {
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
