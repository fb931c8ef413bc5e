//! Contract: a rule is looked at only where the words or the cue stand that it needs, so that the work grows with the text
//! and not with the number of rules.

use std::cell::Cell;

use super::clause;
use super::content::{Content, Seen};
use super::side::Side;
use super::{Decision, Decisions, Fired, Outcome};
use crate::attribution::{Attribution, Kind};
use crate::lexicon::{Class, CueGroup, Frame, Lexicon, Part, WordId};
use crate::rules::{Clause, PatternId, Rule, RuleSet};
use crate::span::Span;
use crate::text::{Run, Text};

/// Sorts the attributions of one text. What it needs for one it uses again for the next.
pub(crate) struct Matcher<'r, 't> {
    rules: &'r RuleSet,
    text: &'r Text<'t>,
    room: Room,
    decisions: Decisions,
}

/// What is known of one attribution while it is sorted.
#[derive(Default)]
struct Room {
    content: Content,
    hits: Vec<Hit>,
}

/// A thread keeps room for no longer contents than this, in words.
const MOST_KEPT: usize = 1 << 16;

thread_local! {
    /// Room for the attributions of the next text.
    static SPARE: Cell<Room> = Cell::default();
}

/// A place where a pattern may match: somewhere from its first word to its last. The pattern of a rule that needs none is
/// [`NO_PATTERN`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    /// The rule and its pattern, so that hits are sorted by both.
    test: u64,
    /// The first word and the last.
    place: u64,
}

impl Hit {
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

const NO_PATTERN: PatternId = u32::MAX;

impl<'r, 't> Matcher<'r, 't> {
    pub fn new(rules: &'r RuleSet, text: &'r Text<'t>) -> Self {
        Matcher { rules, text, room: SPARE.take(), decisions: Decisions::default() }
    }

    /// Everything that was decided.
    pub fn finish(self) -> Decisions {
        if self.room.content.room() <= MOST_KEPT {
            SPARE.set(self.room);
        }
        self.decisions
    }

    /// Sorts one attribution. `speaker` is the resolved name, which may stand elsewhere in the text.
    pub fn decide(&mut self, attribution: &Attribution, speaker: Option<Run>) -> &[Fired] {
        let (rules, text) = (self.rules, self.text);
        let side = Side::of(text, attribution, speaker);
        self.room.content.read(&rules.terms, text, attribution, &side);
        let clause = rules.index.reads_clause.then(|| clause::read(text, attribution, &side));
        let cue = CueFacts::of(text, attribution, side.sources());
        self.collect(&cue, clause);
        let first = self.decisions.fired.len() as u32;
        let content = Seen { content: &self.room.content, terms: &rules.terms };
        let mut rest = &self.room.hits[..];
        while let Some(n) = rest.first().map(|hit| hit.rule()) {
            let hits;
            (hits, rest) = rest.split_at(rest.iter().take_while(|hit| hit.rule() == n).count());
            let rule = &rules.rules[n as usize];
            let start = self.decisions.spans.len();
            if let Some(outcome) = fires(rule, hits, &content, text, &mut self.decisions.spans) {
                let by_cue = !rule.cues.is_empty() || !rule.groups.is_empty();
                if by_cue && outcome != Outcome::Excepted {
                    self.decisions.spans.extend(attribution.cue.map(|run| text.span(run)));
                }
                join(&mut self.decisions.spans, start);
                let spans = start as u32..self.decisions.spans.len() as u32;
                self.decisions.fired.push(Fired { rule: n, outcome, spans });
            } else {
                self.decisions.spans.truncate(start);
            }
        }
        self.conclude(first)
    }

    /// Gathers the places where rules may match, by rule and pattern.
    fn collect(&mut self, cue: &CueFacts, clause: Option<Clause>) {
        let RuleSet { index, rules, terms, .. } = self.rules;
        let Room { content, hits } = &mut self.room;
        let fits = |rule: u32| {
            let rule = &rules[rule as usize];
            cue.fits(rule) && clause.is_none_or(|clause| holds(rule, clause))
        };
        hits.clear();
        content.each_tried(terms, |i, term| {
            for trial in index.trials(term) {
                if !trial.also.meets(content.signature) || !trial.free && !fits(trial.rule) {
                    continue;
                }
                let (least, most) = (u32::from(trial.before.0), u32::from(trial.before.1));
                let Some(last) = i.checked_sub(least) else { continue };
                let first = i.saturating_sub(most);
                hits.push(Hit::new(trial.rule, trial.pattern, first, last));
            }
        });
        let by_cue = index.by_cue(cue.lemma, cue.group).filter(|&rule| fits(rule));
        hits.extend(by_cue.map(|rule| Hit::new(rule, NO_PATTERN, 0, 0)));
        hits.sort_unstable();
        hits.dedup();
    }

    /// Picks the rule that decides from those that fired since `first`.
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

fn holds(rule: &Rule, clause: Clause) -> bool {
    rule.clause.is_none_or(|test| test.holds(clause))
}

/// Whether the patterns of a rule hold where `hits` say that they may; the words that decide are added to `spans`.
fn fires(
    rule: &Rule,
    hits: &[Hit],
    seen: &Seen<'_>,
    text: &Text<'_>,
    spans: &mut Vec<Span>,
) -> Option<Outcome> {
    let (any, all) = (rule.any.len() as u32, rule.all.len() as u32);
    let mut earliest: Option<(usize, usize)> = None;
    let mut matched = 0;
    let before = spans.len();
    for hits in hits.chunk_by(|a, b| a.test == b.test) {
        let id = hits[0].pattern();
        if id == NO_PATTERN {
            continue;
        }
        if id >= any && matched < all && id > any + matched || id >= any && any > 0 && earliest.is_none() {
            // a pattern under `all` is missing, or none under `any` has matched
            return None;
        }
        let Some((start, end)) = first_match(rule, hits, seen) else { continue };
        if id < any {
            if earliest.is_none_or(|(first, _)| start < first) {
                earliest = Some((start, end));
            }
        } else if id < any + all {
            matched += 1;
            spans.push(seen.content.span(text, start, end));
        } else if matched == all {
            spans.truncate(before);
            spans.push(seen.content.span(text, start, end));
            return Some(Outcome::Excepted);
        }
    }
    if any > 0 && earliest.is_none() || matched < all {
        return None;
    }
    spans.extend(earliest.map(|(start, end)| seen.content.span(text, start, end)));
    Some(Outcome::Decided)
}

/// The first match of one pattern at its hits.
fn first_match(rule: &Rule, hits: &[Hit], seen: &Seen<'_>) -> Option<(usize, usize)> {
    let pattern = rule.pattern(hits[0].pattern());
    let mut next = 0;
    for hit in hits {
        for start in next.max(hit.first())..=hit.last() {
            if let Some(found) = pattern.match_at(seen, start as usize) {
                return Some(found);
            }
        }
        next = next.max(hit.last() + 1);
    }
    None
}

/// Sorts the spans from `start` on and joins those that overlap.
fn join(spans: &mut Vec<Span>, start: usize) {
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

/// What a rule may ask of the cue.
struct CueFacts {
    lemma: WordId,
    rest: &'static [WordId],
    group: Option<CueGroup>,
    frame: Option<Frame>,
    kind: Kind,
    negated: bool,
    /// What the speaker is, as bits of [`Source`](crate::rules::Source).
    sources: u8,
}

impl CueFacts {
    fn of(text: &Text<'_>, attribution: &Attribution, sources: u8) -> Self {
        let lexicon = Lexicon::built_in();
        let (lemma, rest): (_, &[_]) = match attribution.head {
            Some((_, Some(cue))) => (cue.lemma(), cue.rest()),
            Some((head, None)) => (lexicon.lemma(text.id(head)), &[]),
            None => (WordId::NONE, &[]),
        };
        // in "expressed concern" the noun says what the speaker does
        let noun = attribution.cue.filter(|_| attribution.frame == Some(Frame::Light)).and_then(|cue| {
            let listed = cue.indices().rev().flat_map(|i| lexicon.cues(lexicon.lemma(text.id(i))));
            listed.into_iter().find(|cue| cue.part == Part::Noun && cue.rest().is_empty())
        });
        let (lemma, rest, group) = match noun {
            Some(noun) => (noun.lemma(), noun.rest(), Some(noun.group)),
            None => (lemma, rest, attribution.group()),
        };
        let negated = |i: usize| text.tokens[i].classes.has(Class::Negation);
        CueFacts {
            lemma,
            rest,
            group,
            frame: attribution.frame,
            kind: attribution.kind,
            sources,
            negated: attribution.cue.is_some_and(|cue| cue.indices().any(negated)),
        }
    }

    fn fits(&self, rule: &Rule) -> bool {
        let any_cue = rule.cues.is_empty() && rule.groups.is_empty();
        let named = |cue: &[WordId]| cue[0] == self.lemma && &cue[1..] == self.rest;
        (rule.sources == 0 || rule.sources & self.sources != 0)
            && rule.negated.is_none_or(|negated| negated == self.negated)
            && (rule.kinds.is_empty() || rule.kinds.contains(&self.kind))
            && (rule.frames.is_empty() || self.frame.is_some_and(|frame| rule.frames.contains(&frame)))
            && (any_cue
                || rule.cues.iter().any(|cue| named(cue))
                || self.group.is_some_and(|group| rule.groups.contains(&group)))
    }
}
