//! Contract: a rule is evaluated only if the content has the words, or the statement the cue, that
//! it requires; so the work grows with the text, not with the number of rules.

use super::content::{Content, Seen};
use super::facts::Facts;
use super::{Decision, Decisions, Fired, Outcome, Speaker};
use crate::arena::List;
use crate::attribution::Attribution;
use crate::rules::pattern::Words as _;
use crate::rules::terms::{NAME, OWN};
use crate::rules::{PatternId, Posting, Rule, RuleSet};
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

/// A pattern that may match, and the range of words in which the match may begin. [`NO_PATTERN`]
/// marks a rule that needs no pattern.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    /// Rule and pattern in one number: sorting hits orders them by rule, then by pattern.
    test: u64,
    /// The first and the last word at which a match may begin, in one number.
    place: u64,
}

impl Hit {
    /// Where the match of a posting may begin, given that word `i` has its term.
    fn of(posting: &Posting, i: u32) -> Option<Hit> {
        let (least, most) = posting.before;
        let last = i.checked_sub(least.into())?;
        Some(Hit::new(posting.rule, posting.pattern, i.saturating_sub(most.into()), last))
    }

    fn new(rule: u32, pattern: PatternId, first: u32, last: u32) -> Self {
        let pair = |a: u32, b: u32| u64::from(a) << 32 | u64::from(b);
        Hit { test: pair(rule, pattern), place: pair(first, last) }
    }

    fn rule(self) -> u32 {
        (self.test >> 32) as u32
    }

    fn pattern(self) -> PatternId {
        self.test as u32
    }

    fn first(self) -> u32 {
        (self.place >> 32) as u32
    }

    fn last(self) -> u32 {
        self.place as u32
    }
}

/// Initial capacity of the buffers, enough for most contents; longer ones make them grow.
const USUAL: usize = 64;

const NO_PATTERN: PatternId = u32::MAX;

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
        content.read(rules, text, attribution);
        collect(rules, &facts, content, hits);
        let first = decisions.fired.len() as u32;
        let seen = Seen { content, rules, facts: &facts };
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
                let by_cue = !rule.cues.is_empty() || !rule.groups.is_empty();
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

/// Collects the hits of all rules, sorted by rule and pattern.
fn collect<'t>(rules: &RuleSet, facts: &Facts<'_, 't>, content: &mut Content<'t>, hits: &mut List<'_, Hit>) {
    let RuleSet { index, terms, .. } = rules;
    let signature = content.signature;
    let fits = |rule: u32| facts.fit(&rules.rules[rule as usize]);
    hits.clear();
    let try_at = |content: &Content<'_>, i: u32, term, hits: &mut List<'_, Hit>| {
        let mut around = None;
        let postings = index.postings.of(term).filter(|posting| posting.needs.within(signature));
        let postings = postings.filter(|posting| {
            let (ahead, behind) = around.get_or_insert_with(|| content.around(i));
            posting.ahead.within(*ahead) && posting.behind.within(*behind)
        });
        let postings = postings.filter(|posting| posting.patterns_only || fits(posting.rule));
        hits.extend(postings.filter_map(|posting| Hit::of(posting, i)));
    };
    content.each_trigger(terms, |i, term| try_at(content, i, term, hits));
    let wanted = |term| index.postings.of(term).any(|posting| posting.needs.within(signature));
    if wanted(OWN) || wanted(NAME) {
        content.look_closely(facts);
        let seen = Seen { content, rules, facts };
        seen.each_computed(wanted, |i, term| try_at(content, i, term, hits));
    }
    let by_cue = index.by_cue(facts.lemma, facts.group).filter(|&rule| fits(rule));
    hits.extend(by_cue.map(|rule| Hit::new(rule, NO_PATTERN, 0, 0)));
    if !hits.is_empty() {
        content.look_closely(facts);
    }
    hits.sort_unstable();
    hits.dedup();
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
    hits.clear();
    let exceptions = |term| rules.index.exceptions.of_rule(term, n);
    let mut try_at = |i, term| {
        let postings = exceptions(term).filter(|posting| posting.needs.within(seen.content.signature));
        hits.extend(postings.filter_map(|posting| Hit::of(posting, i)));
    };
    seen.each_term(&mut try_at);
    seen.each_computed(|term| exceptions(term).next().is_some(), try_at);
    hits.sort_unstable();
    hits.dedup();
    let found = hits.chunk_by(|a, b| a.test == b.test).find_map(|hits| first_match(rule, hits, seen));
    found.map(|(start, end)| seen.span(start, end))
}

/// The first match of a pattern at its hits.
fn first_match(rule: &Rule, hits: &[Hit], seen: &Seen<'_, '_, '_>) -> Option<(usize, usize)> {
    let pattern = rule.pattern(hits[0].pattern());
    let by_cue = !rule.cues.is_empty() || !rule.groups.is_empty();
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
