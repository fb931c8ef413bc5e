//! Contract: the words of a content as patterns see them: their terms, the starts of sentences, and
//! the positions that a gap must not cross.

use std::cell::Cell;
use std::ops::Range;

use super::facts::Facts;
use crate::arena::{Arena, ArenaString, List};
use crate::lexicon::{Class, Classes, Lexicon, WordId};
use crate::rules::matching::Words;
use crate::rules::pattern::ADVERBS;
use crate::rules::sets::{Row, SetId};
use crate::rules::terms::{NAME, OWN, TermId, Terms};
use crate::rules::{NEAR, RuleSet, Signature};
use crate::span::Span;
use crate::text::token::Kind;
use crate::text::{Run, Text};

/// A content of at least this number of sentences has its main point in the first or the last one.
const MANY: usize = 4;

/// What ends a sentence or a clause.
const CLOSING: [Kind; 5] = [Kind::Stop, Kind::Question, Kind::Exclamation, Kind::Semicolon, Kind::Colon];

/// The words of one content, in buffers that are reused for the next.
pub(super) struct Content<'t> {
    words: List<'t, Word>,
    /// The words that have terms but are not in the lexicon: the range of their terms in `terms`.
    /// The indices of their lists follow those of [`Terms::lists`].
    unknown: List<'t, Range<u32>>,
    terms: List<'t, TermId>,
    lowered: ArenaString<'t>,
    /// In a content of many sentences, the words of all but the first and the last one.
    passing: Range<u32>,
    /// The union of the signatures of all words and of the cue.
    pub signature: Signature,
}

#[derive(Clone)]
pub(super) struct Word {
    pub signature: Signature,
    token: u32,
    /// The index of its term list.
    pub list: u32,
    /// The word with which its sentence, or its piece of the content, begins.
    start: u32,
    /// A gap (`...`) must not cross the position before it.
    breaks: bool,
    /// Whether it refers to the speaker's own side ([`OWN`]); cached, because many patterns test
    /// it.
    own: Cell<Option<bool>>,
}

impl<'t> Content<'t> {
    /// Reserves memory for `words` words.
    pub fn new(words: usize, arena: &'t Arena) -> Self {
        Content {
            words: List::with_capacity_in(words, arena),
            unknown: List::new_in(arena),
            terms: List::new_in(arena),
            lowered: ArenaString::new_in(arena),
            passing: 0..0,
            signature: Signature::NONE,
        }
    }

    /// Finds the words of a content, their terms, and where sentences begin.
    pub fn read(&mut self, rules: &RuleSet, facts: &Facts<'_, '_>) {
        let Facts { text, attribution, .. } = *facts;
        self.words.clear();
        self.unknown.clear();
        self.terms.clear();
        let (mut all, mut breaks, mut ends, mut start) = (Signature::NONE, false, 0, 0);
        for &run in &attribution.content {
            let (mut starts, mut inserted) = (true, false);
            let mut sentence = text.sentences.at(run.first());
            let begins = |n: usize| text.sentences.runs.get(n).map_or(usize::MAX, |run| run.first());
            let mut next = begins(sentence + 1);
            for (token, i) in text.tokens[run.indices()].iter().zip(run.first()..) {
                if inserted || token.kind == Kind::Open {
                    inserted = is_inserted(text, i, inserted);
                }
                if inserted {
                    continue;
                }
                if !token.is_word() {
                    let closes = CLOSING.contains(&token.kind);
                    starts |= closes;
                    breaks |= closes;
                    ends += usize::from(closes);
                    continue;
                }
                while next <= i {
                    sentence += 1;
                    next = begins(sentence + 1);
                    (starts, breaks) = (true, !self.words.is_empty());
                    ends += 1;
                }
                let (list, signature) = if token.word == WordId::NONE {
                    self.look_up(rules, text.word(i))
                } else {
                    let list = rules.terms.list(token.word);
                    (list, rules.index.signature(list))
                };
                all = all.union(signature);
                let own = Cell::new(None);
                if starts {
                    start = self.words.len() as u32;
                }
                self.words.push(Word { signature, token: i as u32, list, start, breaks, own });
                (starts, breaks) = (false, false);
            }
        }
        self.signature = all.union(rules.cue_bits.get(facts.lemma, facts.group));
        self.passing = if ends + 1 < MANY { 0..0 } else { self.passing() };
    }

    /// The words of all sentences but the first and the last one, if there are many.
    fn passing(&self) -> Range<u32> {
        let breaks = || self.words.iter().zip(0..).filter(|(word, _)| word.breaks).map(|(_, place)| place);
        match (breaks().next(), breaks().last()) {
            (Some(second), Some(last)) if breaks().count() + 1 >= MANY => second..last,
            _ => 0..0,
        }
    }

    /// The term list of a word that is not in the lexicon, and its signature.
    fn look_up(&mut self, RuleSet { terms, index, .. }: &RuleSet, word: &str) -> (u32, Signature) {
        let start = self.terms.len();
        terms.of_unknown(word, &mut self.lowered, &mut self.terms);
        if self.terms.len() == start {
            return (0, Signature::NONE);
        }
        let list = terms.lists().len() + self.unknown.len() as u32;
        self.unknown.push(start as u32..self.terms.len() as u32);
        (list, index.signature_of(&self.terms[start..]))
    }

    /// Whether a sentence or a piece of the content starts at one of the words from `first` to
    /// before `end`.
    pub fn starts_in(&self, first: u32, end: u32) -> bool {
        let last = end.checked_sub(1).and_then(|last| self.words.get(last as usize));
        last.is_some_and(|last| last.start >= first)
    }

    /// The words in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The union of the signatures of the words up to [`NEAR`] words after word `i`.
    #[inline(never)]
    pub fn ahead(&self, i: u32) -> Signature {
        union(&self.words[i as usize..], 1)
    }

    /// The union of the signatures of the words up to [`NEAR`] words before word `i`.
    #[inline(never)]
    pub fn behind(&self, i: u32) -> Signature {
        let i = i as usize;
        union(&self.words[i.saturating_sub(NEAR)..i], 0)
    }

    /// Whether a word is in the middle of many sentences, where remarks are rarely the main point.
    pub fn is_in_passing(&self, word: u32) -> bool {
        self.passing.contains(&word)
    }

    /// The terms of a list.
    pub fn listed<'a>(&'a self, list: u32, terms: &'a Terms) -> &'a [TermId] {
        self.own_terms(list, terms).unwrap_or_else(|| terms.of(list))
    }

    /// The terms of a list of a word that is not in the lexicon.
    pub fn own_terms(&self, list: u32, terms: &Terms) -> Option<&[TermId]> {
        let own = list.checked_sub(terms.lists().len())?;
        let listed = &self.unknown[own as usize];
        Some(&self.terms[listed.start as usize..listed.end as usize])
    }
}

/// The union of the signatures of up to [`NEAR`] words from the `first` one on.
fn union(words: &[Word], first: usize) -> Signature {
    let words = words.iter().skip(first).take(NEAR);
    words.fold(Signature::NONE, |all, word| all.union(word.signature))
}

/// Whether token `i` is part of an editor's note on the pronoun before it: "we [the council] will".
/// `inside` tells whether the token before was.
fn is_inserted(text: &Text<'_>, i: usize, inside: bool) -> bool {
    const PRONOUN: Classes = Classes::of(Class::SubjectPronoun).and(Class::ObjectPronoun);
    if inside {
        return text.tokens[i - 1].kind != Kind::Close || text.word(i - 1) != "]";
    }
    let explains = || i.checked_sub(1).is_some_and(|before| text.tokens[before].classes.any(PRONOUN));
    text.tokens[i].kind == Kind::Open && text.word(i) == "[" && explains()
}

/// A content as patterns see it.
pub(super) struct Seen<'c, 'a, 't> {
    pub content: &'c Content<'t>,
    pub rules: &'c RuleSet,
    pub facts: &'c Facts<'a, 't>,
}

impl Words for Seen<'_, '_, '_> {
    fn len(&self) -> usize {
        self.content.words.len()
    }

    #[inline]
    fn is(&self, i: usize, set: SetId) -> bool {
        let (word, row) = (&self.content.words[i], self.rules.sets.row(set));
        // few words are in most sets, and the signature shows it
        let listed = row.signature.within(word.signature);
        (listed || row.is_computed()) && self.is_in(i, row, listed)
    }

    fn is_adverb(&self, i: usize) -> bool {
        let at = self.content.words[i].token as usize;
        let token = self.facts.text.tokens[at];
        if Lexicon::built_in().is_common(token.word) {
            token.classes.has(Class::Adverb) && !token.classes.has(Class::Negation)
        } else {
            !token.is_capital() && self.facts.text.word(at).ends_with("ly")
        }
    }

    fn starts_sentence(&self, i: usize) -> bool {
        self.content.words.get(i).is_some_and(|word| word.start as usize == i)
    }

    fn breaks(&self, i: usize) -> bool {
        self.content.words.get(i).is_some_and(|word| word.breaks)
    }
}

impl Seen<'_, '_, '_> {
    /// Whether word `i` is in the set of `row`; `listed` tells whether it may be one of its terms.
    fn is_in(&self, i: usize, row: &Row, listed: bool) -> bool {
        let terms = || self.content.listed(self.content.words[i].list, &self.rules.terms);
        listed && self.rules.sets.have(row, terms())
            || row.own && self.is_own(i)
            || row.name && self.is_of_name(i)
    }

    /// The signature of the words from `place` on that are adverbs, and of the first that is not:
    /// of the words that may come next in a pattern, by `step` forwards or backwards.
    fn beyond(&self, place: Option<usize>, step: fn(usize) -> Option<usize>) -> Signature {
        let (mut all, mut place) = (Signature::NONE, place);
        for _ in 0..=ADVERBS {
            let Some((i, word)) = place.and_then(|i| Some((i, self.content.words.get(i)?))) else { break };
            all = all.union(word.signature);
            if !self.is_adverb(i) {
                break;
            }
            place = step(i);
        }
        all
    }

    /// The signature of the word just after word `i`, or after adverbs there.
    #[inline(never)]
    pub fn after(&self, i: u32) -> Signature {
        self.beyond((i as usize).checked_add(1), |i| i.checked_add(1))
    }

    /// The signature of the word just before word `i`, or before adverbs there.
    #[inline(never)]
    pub fn before(&self, i: u32) -> Signature {
        self.beyond((i as usize).checked_sub(1), |i| i.checked_sub(1))
    }

    /// The bytes from word `start` to just before word `end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let token = |word: usize| self.content.words[word].token as usize;
        self.facts.text.span(Run::new(token(start), token(end.max(start + 1) - 1) + 1))
    }

    /// Whether a word refers to the speaker's own side ([`OWN`]).
    fn is_own(&self, i: usize) -> bool {
        let word = &self.content.words[i];
        word.own.get().unwrap_or_else(|| {
            let own = self.facts.side().is_own(word.token as usize);
            word.own.set(Some(own));
            own
        })
    }

    /// Whether a word is part of a name ([`NAME`]).
    fn is_of_name(&self, i: usize) -> bool {
        let word = &self.content.words[i];
        is_of_name(self.facts.text, word.token as usize, word.start as usize == i)
    }

    /// Calls `see` with the index and each term of every word, except [`OWN`] and [`NAME`].
    pub fn each_term(&self, mut see: impl FnMut(u32, TermId)) {
        for (word, i) in self.content.words.iter().zip(0..) {
            self.content.listed(word.list, &self.rules.terms).iter().for_each(|&term| see(i, term));
        }
    }

    /// Calls `see` for the words that are [`OWN`] or [`NAME`], which are in no term list, if these
    /// are `wanted`.
    pub fn each_computed(&self, wanted: impl Fn(TermId) -> bool, mut see: impl FnMut(u32, TermId)) {
        let words = || 0..self.content.words.len();
        if wanted(OWN) {
            words().filter(|&i| self.is_own(i)).for_each(|i| see(i as u32, OWN));
        }
        if wanted(NAME) {
            words().filter(|&i| self.is_of_name(i)).for_each(|i| see(i as u32, NAME));
        }
    }
}

/// Whether token `i` is part of a name. At the start of a sentence every word has a capital, and a
/// plural is more likely.
fn is_of_name(text: &Text<'_>, i: usize, starts: bool) -> bool {
    let token = text.tokens[i];
    let of_person = Classes::of(Class::Male).and(Class::Female).and(Class::Suffix);
    let plural = || ["s", "ed", "ing", "ly"].iter().any(|ending| text.word(i).ends_with(ending));
    token.is_capital() && (token.classes.any(of_person) || token.classes.is_empty() && !(starts && plural()))
}
