//! Contract: patterns are parsed once; the number of steps to match one at a word is bounded.
//!
//! The parts of a pattern: `will` a word · `danger~` words with a stem · `/re.*/` words that a
//! regular expression matches completely · `will|shall` either word · `$list` a word of a list ·
//! `!will|shall` any other word · `not?` an optional word · `@own` the speaker's own side · `@name`
//! a word of a name · `@number`, `@date`, `@not` words of these classes · `@adverbs` any number of
//! adverbs · `...` up to five words, `...12` up to twelve, within a sentence · `^` the start and
//! `.` the end of the content or of a sentence in it.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::part::{self, Asked, Part};
use super::split;
use super::terms::{CLASSES, NAME, OWN, TermId, Terms};

/// The maximum number of words for `@adverbs`.
const ADVERBS: u8 = 5;

/// The maximum number of parts, and of words that a pattern can match: they bound the work per
/// word.
const MOST_PARTS: usize = 24;
const WIDEST: usize = 60;

/// The maximum total size of the word sets of all patterns.
const MOST_MEMBERS: usize = 1 << 20;

/// A set of no more terms is searched one by one.
const FEW: usize = 3;

/// A sorted set of terms.
#[derive(Clone, Debug)]
pub(crate) struct TermSet {
    /// The index of the set in the rule set.
    pub number: usize,
    pub terms: Arc<[TermId]>,
    /// A hash of the terms, since patterns with long lists are compared.
    hash: u64,
    /// A bit per term from the first to the last, if they are many and close together, as in lists.
    bits: Option<Arc<[u64]>>,
    /// Whether the set contains [`OWN`] and [`NAME`].
    pub own: bool,
    pub name: bool,
}

// sets are equal if their terms are, whatever their numbers
impl PartialEq for TermSet {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && (Arc::ptr_eq(&self.terms, &other.terms) || self.terms == other.terms)
    }
}

impl Eq for TermSet {}

impl Hash for TermSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl TermSet {
    pub(super) fn of(number: usize, terms: &mut Vec<TermId>) -> Self {
        let (first, last) = terms.iter().fold((TermId::MAX, 0), |(a, b), &term| (a.min(term), b.max(term)));
        let place = |term: TermId| usize::from(term - first);
        let words = if terms.is_empty() { 0 } else { place(last) / 64 + 1 };
        let mut bits = Vec::new();
        if words <= terms.len() && terms.len() > FEW {
            bits.resize(words, 0_u64);
            for &term in &*terms {
                bits[place(term) / 64] |= 1 << (place(term) % 64);
            }
            // the bits have them sorted, and each once
            terms.clear();
            for (start, &word) in (usize::from(first)..).step_by(64).zip(&bits) {
                let mut rest = word;
                while rest != 0 {
                    terms.push((start + rest.trailing_zeros() as usize) as TermId);
                    rest &= rest - 1;
                }
            }
        } else {
            terms.sort_unstable();
            terms.dedup();
        }
        let (own, name) = (terms.contains(&OWN), terms.contains(&NAME));
        let bits = (!bits.is_empty()).then(|| bits.into());
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(&*terms);
        TermSet { number, terms: terms[..].into(), hash, bits, own, name }
    }

    pub fn has(&self, term: TermId) -> bool {
        let Some(bits) = &self.bits else {
            let few = self.terms.len() <= FEW;
            return if few { self.terms.contains(&term) } else { self.terms.binary_search(&term).is_ok() };
        };
        // a term before the first wraps around to an index past the end
        let place = usize::from(term.wrapping_sub(self.terms[0]));
        bits.get(place / 64).is_some_and(|bits| bits & 1 << (place % 64) != 0)
    }

    fn within(&self, other: &TermSet) -> bool {
        self.terms.len() <= other.terms.len()
            && self.terms.iter().all(|term| other.terms.binary_search(term).is_ok())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Test {
    /// One of these words.
    Word(TermSet),
    /// Any other word.
    OtherWord(TermSet),
    /// Any number of adverbs, up to one that the next element names.
    Adverbs,
    /// Up to this number of words.
    Gap(u8),
    /// The start of the content or of a sentence.
    Start,
    /// The end of either.
    End,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Element {
    pub test: Test,
    pub optional: bool,
}

impl Element {
    /// The minimum and the maximum number of words that it matches.
    fn width(&self) -> (usize, usize) {
        match self.test {
            Test::Word(_) | Test::OtherWord(_) => (usize::from(!self.optional), 1),
            Test::Adverbs => (0, ADVERBS.into()),
            Test::Gap(most) => (0, most.into()),
            Test::Start | Test::End => (0, 0),
        }
    }
}

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Pattern {
    elements: Box<[Element]>,
}

/// A set of words of which the pattern needs one to match.
#[derive(Clone, Copy)]
pub(crate) struct Needed<'p> {
    pub words: &'p TermSet,
    /// The minimum and the maximum number of words before it in a match.
    pub before: (u8, u8),
    /// The index of its element.
    element: usize,
}

/// The words against which a pattern is matched.
pub(crate) trait Words {
    fn len(&self) -> usize;
    /// Whether word `i` is in `set`.
    fn is(&self, i: usize, set: &TermSet) -> bool;
    fn is_adverb(&self, i: usize) -> bool;
    fn starts_sentence(&self, i: usize) -> bool;
    /// Whether there is a break before word `i` that gaps must not cross.
    fn breaks(&self, i: usize) -> bool;
}

/// Parses the patterns of one rule set.
#[derive(Default)]
pub(super) struct Parser {
    pub terms: Terms,
    /// What is known to be without mistakes is not searched for any.
    pub sound: bool,
    lists: HashMap<String, Vec<TermId>>,
    pub(super) sets: Vec<TermSet>,
    /// The number of each set, by its source text.
    numbers: HashMap<String, usize>,
    members: usize,
    /// The elements of the pattern being parsed; the memory is reused.
    elements: Vec<Element>,
    /// The terms of the set being parsed; the memory is reused.
    terms_read: Vec<TermId>,
}

impl Parser {
    /// The number of word sets in the patterns.
    pub fn sets(&self) -> usize {
        self.sets.len()
    }

    /// Defines the terms of a list.
    pub fn define(&mut self, list: &str, terms: Vec<TermId>) {
        self.lists.insert(list.to_owned(), terms);
    }

    /// Parses a pattern, or returns an error message.
    pub fn parse(&mut self, source: &str) -> Result<Pattern, String> {
        self.elements.clear();
        for part in source.split_whitespace().take(MOST_PARTS + 1) {
            // "don't" is two words, one after the other
            let apart = if part::is_plain(part) { split::split(part) } else { None };
            if let Some(words) = apart.filter(|words| words.len() > 1) {
                for word in words {
                    let element = self.element(&word)?;
                    self.elements.push(element);
                }
            } else {
                let element = self.element(part)?;
                self.elements.push(element);
            }
        }
        let elements = &self.elements;
        if elements.len() > MOST_PARTS {
            return Err(format!("the pattern has more than {MOST_PARTS} parts; split it"));
        }
        let widest: usize = elements.iter().map(|e| e.width().1).sum();
        if widest > WIDEST {
            return Err(format!("the pattern can match up to {widest} words; the maximum is {WIDEST}"));
        }
        if !elements.iter().any(|e| matches!(e.test, Test::Word(_)) && !e.optional) {
            return Err(format!("the pattern `{source}` has no required word; add one"));
        }
        if !matches!(elements[0].test, Test::Word(_) | Test::OtherWord(_) | Test::Start)
            || elements[0].optional
        {
            return Err(format!("the pattern `{source}` must begin with a word, a list, `@own` or `^`"));
        }
        if matches!(elements.last(), Some(Element { test: Test::Gap(_) | Test::Adverbs | Test::Start, .. })) {
            return Err(format!("the pattern `{source}` must end with a word, a list or `@own`"));
        }
        Ok(Pattern::of(self.elements.drain(..)))
    }

    fn element(&mut self, part: &str) -> Result<Element, String> {
        let Part { asked, optional } = Part::of(part)?;
        let test = match asked {
            Asked::Word(set) => Test::Word(self.set(set)?),
            Asked::OtherWord(set) => Test::OtherWord(self.set(set)?),
            Asked::Adverbs => Test::Adverbs,
            Asked::Gap(most) => Test::Gap(most),
            Asked::Start => Test::Start,
            Asked::End => Test::End,
        };
        Ok(Element { test, optional })
    }

    /// Parses the set of words between bars.
    fn set(&mut self, source: &str) -> Result<TermSet, String> {
        if let Some(&number) = self.numbers.get(source) {
            return Ok(self.sets[number].clone());
        }
        let mut terms = std::mem::take(&mut self.terms_read);
        terms.clear();
        for word in part::members(source) {
            if let Some(list) = word.strip_prefix('$') {
                let known = self.lists.get(list);
                let known = known.ok_or_else(|| {
                    let names: Vec<&str> = self.lists.keys().map(String::as_str).collect();
                    let close = super::format::suggestion(list, &names);
                    let close = if close.starts_with("did") { close } else { "add it under [lists]".into() };
                    format!("unknown list `{list}`; {close}")
                })?;
                terms.extend_from_slice(known);
            } else {
                if !word.starts_with('@') && !word.starts_with('/') && !self.sound {
                    split::refuse(word).map_or(Ok(()), Err)?;
                }
                terms.push(self.term(word)?);
            }
        }
        let set = TermSet::of(self.sets.len(), &mut terms);
        self.terms_read = terms;
        self.members += set.terms.len();
        if self.members > MOST_MEMBERS {
            return Err(format!(
                "the patterns have more than {MOST_MEMBERS} words in total; use shorter lists"
            ));
        }
        self.numbers.insert(source.to_owned(), set.number);
        self.sets.push(set.clone());
        Ok(set)
    }

    /// The term of a word or of a word class.
    pub(super) fn term(&mut self, word: &str) -> Result<TermId, String> {
        if !word.starts_with('@') {
            return self.terms.add(word);
        }
        let class = CLASSES.iter().find(|(name, _)| *name == word);
        let class = class.ok_or_else(|| {
            format!(
                "unknown word class `{word}`; available: `@own`, `@name`, `@number`, `@date`, `@not`, and `@adverbs` on its own"
            )
        });
        Ok(class?.1)
    }
}

impl Pattern {
    /// Makes a pattern of elements that are known to be valid.
    pub(super) fn of(elements: impl IntoIterator<Item = Element>) -> Self {
        Pattern { elements: elements.into_iter().collect() }
    }

    /// The maximum number of steps to match it from one word on.
    pub fn steps(&self) -> u64 {
        let (mut places, mut steps) = (1, 0);
        for element in &self.elements {
            let (least, most) = element.width();
            let choices = if matches!(element.test, Test::Adverbs) { 0 } else { most - least };
            steps += places * (1 + most as u64);
            places += choices as u64;
        }
        steps
    }

    /// Every word set of which a match needs a word.
    pub fn needed(&self) -> impl Iterator<Item = Needed<'_>> {
        let mut before = (0, 0);
        self.elements.iter().enumerate().filter_map(move |(n, element)| {
            let here = before;
            let (least, most) = element.width();
            before = (before.0 + least, before.1 + most);
            match &element.test {
                Test::Word(words) if !element.optional => {
                    Some(Needed { words, before: (here.0 as u8, here.1 as u8), element: n })
                }
                _ => None,
            }
        })
    }

    /// The steps that [`implies`](Pattern::implies) may take.
    pub fn steps_to_compare(&self) -> u64 {
        1 + self.needed().map(|needed| needed.words.terms.len() as u64).sum::<u64>()
    }

    /// The maximum number of words from `one` to `other`, which comes later; `None` if it does not.
    pub fn reach(&self, one: Needed<'_>, other: Needed<'_>) -> Option<usize> {
        let between = self.elements.get(one.element..other.element).filter(|between| !between.is_empty())?;
        Some(between.iter().map(|element| element.width().1).sum())
    }

    /// Whether `other`, a single word, matches wherever this pattern does.
    pub fn implies(&self, other: &Pattern) -> bool {
        self == other
            || match &*other.elements {
                [Element { test: Test::Word(set), optional: false }] => {
                    self.needed().any(|needed| needed.words.within(set))
                }
                _ => false,
            }
    }

    /// Whether it only matches at the start of a sentence.
    pub fn opens_sentence(&self) -> bool {
        self.elements[0].test == Test::Start
    }

    /// The range of words that the pattern matches if it begins at `start`, end exclusive.
    pub fn match_at(&self, words: &impl Words, start: usize) -> Option<(usize, usize)> {
        // most attempts fail at the first word
        if let Test::Word(set) = &self.elements[0].test
            && (start >= words.len() || !words.is(start, set))
        {
            return None;
        }
        // most of the others fail before the first element with a choice
        let straight = Straight { elements: &self.elements, words };
        let (e, i) = straight.follow(0, start)?;
        if e == self.elements.len() {
            return Some((start, i));
        }
        let mut walk = Walk { straight, start, tried: [0; MOST_PARTS] };
        walk.choose(e, i).map(|end| (start, end))
    }
}

/// Matches elements without choices.
struct Straight<'p, W> {
    elements: &'p [Element],
    words: &'p W,
}

impl<W: Words> Straight<'_, W> {
    /// Matches from element `e` and word `i` up to the first element with a choice, or to the end;
    /// returns the next element and word.
    fn follow(&self, mut e: usize, mut i: usize) -> Option<(usize, usize)> {
        let words = self.words;
        while let Some(element) = self.elements.get(e) {
            match &element.test {
                Test::Gap(_) => break,
                Test::Word(_) | Test::OtherWord(_) if element.optional => break,
                Test::Word(set) if i < words.len() && words.is(i, set) => i += 1,
                Test::OtherWord(set) if i < words.len() && !words.is(i, set) => i += 1,
                Test::Word(_) | Test::OtherWord(_) => return None,
                Test::Start if words.starts_sentence(i) => {}
                Test::End if i >= words.len() || words.starts_sentence(i) => {}
                Test::Start | Test::End => return None,
                Test::Adverbs => {
                    // "away" in `@adverbs away` is not one of the adverbs before it
                    let named = |j: usize| match self.elements.get(e + 1).map(|next| &next.test) {
                        Some(Test::Word(set)) => words.is(j, set),
                        _ => false,
                    };
                    let adverbs = (i..words.len()).take_while(|&j| words.is_adverb(j) && !named(j));
                    i += adverbs.take(ADVERBS.into()).count();
                }
            }
            e += 1;
        }
        Some((e, i))
    }
}

/// Matches with backtracking.
struct Walk<'p, W> {
    straight: Straight<'p, W>,
    start: usize,
    /// For each element, a bit set of the distances from the start at which it failed, so that
    /// nothing is tried twice.
    tried: [u64; MOST_PARTS],
}

impl<W: Words> Walk<'_, W> {
    /// Matches the rest of the pattern from element `e`, one with choices, at word `i`; returns the
    /// end of the match.
    fn choose(&mut self, e: usize, i: usize) -> Option<usize> {
        let bit = 1 << (i - self.start);
        if self.tried[e] & bit != 0 {
            return None;
        }
        self.tried[e] |= bit;
        let words = self.straight.words;
        let element = &self.straight.elements[e];
        match &element.test {
            Test::Gap(most) => (0..=usize::from(*most))
                .take_while(|&n| n == 0 || i + n - 1 < words.len() && !words.breaks(i + n - 1))
                .find_map(|n| self.step(e + 1, i + n)),
            Test::Word(set) | Test::OtherWord(set) => {
                let wanted = matches!(element.test, Test::Word(_));
                let fits = i < words.len() && words.is(i, set) == wanted;
                let taken = if fits { self.step(e + 1, i + 1) } else { None };
                taken.or_else(|| self.step(e + 1, i))
            }
            Test::Adverbs | Test::Start | Test::End => None,
        }
    }

    /// Matches the rest of the pattern from element `e` at word `i`; returns the end of the match.
    fn step(&mut self, e: usize, i: usize) -> Option<usize> {
        let (e, i) = self.straight.follow(e, i)?;
        if e == self.straight.elements.len() { Some(i) } else { self.choose(e, i) }
    }
}
