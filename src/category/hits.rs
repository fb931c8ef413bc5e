//! Contract: finds where which patterns may match in a content. Most places are refused by a few
//! bits: the sets that the words beside them are in.

use super::content::Seen;
use crate::arena::List;
use crate::rules::matching::Words as _;
use crate::rules::pattern::ADVERBS;
use crate::rules::{Back, PatternId, Posting, PostingRange, Signature};

/// A pattern that may match, and the range of words in which the match may begin. [`NO_PATTERN`]
/// marks a rule that needs no pattern.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// Rule and pattern in one number: sorting hits orders them by rule, then by pattern.
    pub test: u64,
    /// The first and the last word at which a match may begin, in one number.
    place: u64,
}

impl Hit {
    /// Where the match of a posting may begin, given that the word with `before` words of the match
    /// before it is word `i`.
    fn of(posting: &Posting, (least, most): (u8, u8), i: u32) -> Option<Hit> {
        let last = i.checked_sub(least.into())?;
        Some(Hit::new(posting.rule, posting.pattern, i.saturating_sub(most.into()), last))
    }

    fn new(rule: u32, pattern: PatternId, first: u32, last: u32) -> Self {
        let pair = |a: u32, b: u32| u64::from(a) << 32 | u64::from(b);
        Hit { test: pair(rule, pattern), place: pair(first, last) }
    }

    pub fn rule(self) -> u32 {
        (self.test >> 32) as u32
    }

    pub fn pattern(self) -> PatternId {
        self.test as u32
    }

    pub fn first(self) -> u32 {
        (self.place >> 32) as u32
    }

    pub fn last(self) -> u32 {
        self.place as u32
    }
}

/// The pattern of a rule that needs none.
pub(super) const NO_PATTERN: PatternId = u32::MAX;

/// Collects the hits of all rules, sorted by rule and pattern.
pub(super) fn collect(seen: &Seen<'_, '_, '_>, hits: &mut List<'_, Hit>) {
    let Seen { content, rules, facts } = *seen;
    hits.clear();
    let postings = &rules.index.postings;
    for (word, i) in content.words().iter().zip(0..) {
        if !word.signature.is_trigger(seen.starts_sentence(i as usize)) {
            continue;
        }
        match content.own_terms(word.list, &rules.terms) {
            None => try_at(seen, i, rules.index.listed(word.list), hits),
            Some(terms) => terms.iter().for_each(|&term| try_at(seen, i, postings.ranges(term), hits)),
        }
    }
    let wanted = |term| postings.of(term).flatten().any(|posting| posting.needs.within(content.signature));
    seen.each_computed(wanted, |i, term| try_at(seen, i, postings.ranges(term), hits));
    let by_cue = rules.by_cue.rules(facts.lemma, facts.group);
    let by_cue = by_cue.filter(|&rule| facts.fit(&rules.rules[rule as usize]));
    hits.extend(by_cue.map(|rule| Hit::new(rule, NO_PATTERN, 0, 0)));
    hits.sort_unstable();
    hits.dedup();
}

/// Appends the hits of the postings of `ranges`, which are those of word `i`. What is asked of the
/// words beside it is not inlined, since most words are refused before.
fn try_at(seen: &Seen<'_, '_, '_>, i: u32, ranges: &[PostingRange], hits: &mut List<'_, Hit>) {
    let Seen { content, rules, facts } = *seen;
    let [mut next, mut previous, mut ahead, mut behind] = [None; 4];
    let starts = seen.starts_sentence(i as usize);
    for &range in ranges {
        let postings = rules.index.postings.at(range);
        if !starts && postings[0].is_at_start() {
            continue;
        }
        for posting in postings {
            if posting.needs.within(content.signature)
                && (!posting.opens || may_open(seen, posting, i))
                && are_there(posting.next, &mut next, || seen.after(i))
                && are_there(posting.previous, &mut previous, || seen.before(i))
                && are_there(posting.ahead, &mut ahead, || content.ahead(i))
                && are_there(posting.behind, &mut behind, || content.behind(i))
                && (posting.patterns_only || facts.fit(&rules.rules[posting.rule as usize]))
            {
                add(seen, posting, i, hits);
            }
        }
    }
}

/// Whether the `sets` that a pattern needs are those of some words, which `find` finds once.
#[inline]
fn are_there(sets: Signature, words: &mut Option<Signature>, find: impl FnOnce() -> Signature) -> bool {
    sets == Signature::NONE || sets.within(*words.get_or_insert_with(find))
}

/// Whether a sentence starts where a match of the posting may begin.
fn may_open(seen: &Seen<'_, '_, '_>, posting: &Posting, i: u32) -> bool {
    let (least, most) = posting.before;
    seen.content.starts_in(i.saturating_sub(most.into()), (i + 1).saturating_sub(least.into()))
}

/// Appends the hits of a posting at word `i`. If the word before it is known, the match begins
/// where that is.
fn add(seen: &Seen<'_, '_, '_>, posting: &Posting, i: u32, hits: &mut List<'_, Hit>) {
    let Some(Back { set, over_adverbs, before }) = posting.back else {
        if let Some(hit) = Hit::of(posting, posting.before, i) {
            hits.push(hit);
        }
        return;
    };
    let most = if over_adverbs { u32::from(ADVERBS) + 1 } else { 1 };
    for back in (i.saturating_sub(most)..i).rev() {
        if seen.is(back as usize, set) {
            hits.extend(Hit::of(posting, before, back));
        }
        if !seen.is_adverb(back as usize) {
            break;
        }
    }
}

/// Collects the hits of the exceptions of rule `n`, sorted by pattern.
pub(super) fn of_exceptions(seen: &Seen<'_, '_, '_>, n: u32, hits: &mut List<'_, Hit>) {
    hits.clear();
    let exceptions = |term| seen.rules.index.exceptions.of_rule(term, n);
    let mut try_at = |i, term| {
        let postings = exceptions(term).filter(|posting| posting.needs.within(seen.content.signature));
        hits.extend(postings.filter_map(|posting| Hit::of(posting, posting.before, i)));
    };
    seen.each_term(&mut try_at);
    seen.each_computed(|term| exceptions(term).next().is_some(), try_at);
    hits.sort_unstable();
    hits.dedup();
}
