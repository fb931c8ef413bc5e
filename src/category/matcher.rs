//! Contract: a rule is evaluated only if the content has the words, or the statement the cue, that
//! it requires; so the work grows with the text, not with the number of rules.

use super::content::{Content, Seen};
use super::facts::Facts;
use super::hits::{self, Hit, NO_PATTERN};
use super::{Decision, Decisions, Fired, Outcome, Speaker};
use crate::arena::List;
use crate::attribution::Attribution;
use crate::rules::matching::Words as _;
use crate::rules::{Rule, RuleSet};
use crate::span::Span;
use crate::syntax::Syntax;

/// Decides the category of each attribution of a text. Its buffers are reused between attributions.
pub(crate) struct Matcher<'r, 't> {
    rules: &'r RuleSet,
    syntax: &'r Syntax<'t>,
    buffers: Buffers<'t>,
    decisions: Decisions<'t>,
}

/// What is known about an attribution while its category is decided.
struct Buffers<'t> {
    content: Content<'t>,
    hits: List<'t, Hit>,
    /// Scratch memory for the hits of one rule's exceptions.
    exception_hits: List<'t, Hit>,
}

/// Initial capacity of the buffers, enough for most contents; longer ones make them grow.
const USUAL: usize = 64;

impl<'r, 't> Matcher<'r, 't> {
    /// Reserves memory for the decisions on `attributions` attributions.
    pub fn new(rules: &'r RuleSet, syntax: &'r Syntax<'t>, attributions: usize) -> Self {
        let arena = syntax.text.arena;
        let decisions = Decisions {
            rows: List::with_capacity_in(attributions, arena),
            fired: List::with_capacity_in(attributions * 2, arena),
            spans: List::with_capacity_in(attributions * 2, arena),
        };
        let (hits, exception_hits) =
            (List::with_capacity_in(USUAL, arena), List::with_capacity_in(USUAL, arena));
        let content = Content::new(USUAL, arena);
        Matcher { rules, syntax, buffers: Buffers { content, hits, exception_hits }, decisions }
    }

    /// All decisions.
    pub fn finish(self) -> Decisions<'t> {
        self.decisions
    }

    /// Decides one attribution. What the article knows about the `speaker` may come from elsewhere
    /// in the text.
    pub fn decide(&mut self, attribution: &Attribution, speaker: Speaker) -> &[Fired] {
        let Matcher { rules, syntax, buffers: Buffers { content, hits, exception_hits }, decisions } = self;
        let facts = Facts::of(syntax, attribution, speaker);
        let text = syntax.text;
        content.read(rules, &facts);
        let seen = Seen { content, rules, facts: &facts };
        hits::collect(&seen, hits);
        let first = decisions.fired.len() as u32;
        let spans = &mut decisions.spans;
        for hits in hits.chunk_by(|a, b| a.rule() == b.rule()) {
            let n = hits[0].rule();
            let rule = &rules.rules[n as usize];
            let start = spans.len();
            if !holds(rule, hits, &seen, spans) {
                spans.truncate(start);
                continue;
            }
            let outcome = if let Some(exception) = exception(rules, n, &seen, exception_hits) {
                spans.truncate(start);
                spans.push(exception);
                Outcome::Excepted
            } else {
                let by_cue = rule.asks_cue();
                spans.extend(attribution.cue.filter(|_| by_cue).map(|run| text.span(run)));
                join(spans, start);
                Outcome::Decided
            };
            decisions.fired.push(Fired { rule: n, outcome, spans: start as u32..spans.len() as u32 });
        }
        self.conclude(first)
    }

    /// Chooses the deciding rule among those that fired since `first`.
    fn conclude(&mut self, first: u32) -> &[Fired] {
        let rules = &self.rules.rules;
        let fired = &mut self.decisions.fired[first as usize..];
        let priority = |fired: &Fired| rules[fired.rule as usize].priority;
        let holding = fired.iter().enumerate().filter(|(_, f)| f.outcome != Outcome::Excepted);
        let best = holding.min_by_key(|(n, f)| (std::cmp::Reverse(priority(f)), *n)).map(|(n, _)| n);
        let mut category = self.rules.default;
        if let Some(best) = best {
            fired[..=best].rotate_right(1);
            let top = priority(&fired[0]);
            category = rules[fired[0].rule as usize].category;
            fired[0].outcome = Outcome::Decided;
            for loser in fired[1..].iter_mut().filter(|f| f.outcome != Outcome::Excepted) {
                loser.outcome =
                    if priority(loser) < top { Outcome::LowerPriority } else { Outcome::LaterInFile };
            }
        }
        let end = self.decisions.fired.len() as u32;
        self.decisions.rows.push(Decision { category: category as u32, fired: first..end });
        &self.decisions.fired[first as usize..]
    }
}

/// Whether the patterns of a rule match at its `hits`; appends the deciding spans to `spans`.
fn holds(rule: &Rule, hits: &[Hit], seen: &Seen<'_, '_, '_>, spans: &mut List<'_, Span>) -> bool {
    let (any, all) = (rule.any.len() as u32, rule.all.len() as u32);
    let mut earliest: Option<(usize, usize)> = None;
    let mut matched = 0;
    for hits in hits.chunk_by(|a, b| a.test == b.test) {
        let id = hits[0].pattern();
        if id == NO_PATTERN {
            continue;
        }
        if id >= any && (id > any + matched || any > 0 && earliest.is_none()) {
            // a pattern under `all` is missing, or none under `any` matched
            return false;
        }
        let Some((start, end)) = first_match(rule, hits, seen) else { continue };
        if id >= any {
            matched += 1;
            spans.push(seen.span(start, end));
        } else if earliest.is_none_or(|(first, _)| start < first) {
            earliest = Some((start, end));
        }
    }
    spans.extend(earliest.map(|(start, end)| seen.span(start, end)));
    (any == 0 || earliest.is_some()) && matched == all
}

/// The span of the first matching exception of rule `n`; `hits` is scratch memory.
fn exception(rules: &RuleSet, n: u32, seen: &Seen<'_, '_, '_>, hits: &mut List<'_, Hit>) -> Option<Span> {
    let rule = &rules.rules[n as usize];
    if rule.none.is_empty() {
        return None;
    }
    hits::of_exceptions(seen, n, hits);
    let found = hits.chunk_by(|a, b| a.test == b.test).find_map(|hits| first_match(rule, hits, seen));
    found.map(|(start, end)| seen.span(start, end))
}

/// The first match of a pattern at its hits.
fn first_match(rule: &Rule, hits: &[Hit], seen: &Seen<'_, '_, '_>) -> Option<(usize, usize)> {
    let pattern = rule.pattern(hits[0].pattern());
    let by_cue = rule.asks_cue();
    let opens = pattern.opens_sentence();
    let mut next = 0;
    for hit in hits {
        for start in next.max(hit.first())..=hit.last() {
            if opens && !seen.starts_sentence(start as usize) || !by_cue && seen.content.is_in_passing(start)
            {
                continue;
            }
            if let Some(found) = pattern.match_at(seen, start as usize) {
                return Some(found);
            }
        }
        next = next.max(hit.last() + 1);
    }
    None
}

/// Sorts the spans from index `start` on and merges those that overlap.
fn join(spans: &mut List<'_, Span>, start: usize) {
    spans[start..].sort_unstable();
    let mut kept = start;
    for i in start..spans.len() {
        let span = spans[i];
        if kept > start && span.start() < spans[kept - 1].end() {
            let last = spans[kept - 1];
            spans[kept - 1] = Span::new(last.start(), last.end().max(span.end()));
        } else {
            spans[kept] = span;
            kept += 1;
        }
    }
    spans.truncate(kept);
}
