//! Reads what `pack_index.rs` has packed in the build script.

use std::borrow::Cow;

use super::index::Index;
use super::pattern::{ELEMENT, Element, Pattern, Test};
use super::postings::{Back, Grouped, Posting, PostingRange, Postings};
use super::prefix_filter::PrefixFilter;
use super::sets::{Row, SetId, Sets};
use super::signature::Signature;
use super::term_lists::TermLists;
use super::terms::{TermId, Terms};
use super::word_list::WordList;
use crate::packed::{Reader, WHOLE};

/// What the build script has compiled from the patterns of a rule set.
#[derive(Clone, Copy)]
pub(super) struct Packed {
    /// The elements of all patterns.
    pub elements: &'static [Element],
    pub index: Reader,
}

/// The elements of the patterns of the built-in rule set with the given name.
macro_rules! elements {
    ($name:literal) => {{
        const ROWS: &[[u8; $crate::rules::pattern::ELEMENT]] = packed!($name, ".elements").as_chunks().0;
        static ELEMENTS: [$crate::rules::pattern::Element; ROWS.len()] = {
            let mut elements = [$crate::rules::unpack_index::element([2, 0, 0, 0]); ROWS.len()];
            let mut n = 0;
            while n < elements.len() {
                elements[n] = $crate::rules::unpack_index::element(ROWS[n]);
                n += 1;
            }
            elements
        };
        &ELEMENTS
    }};
}

pub(super) use elements;

/// Unpacks an element.
pub(super) const fn element([what, optional, low, high]: [u8; ELEMENT]) -> Element {
    let number = u16::from_le_bytes([low, high]);
    let test = match what {
        0 => Test::Word(SetId(number as u32)),
        1 => Test::OtherWord(SetId(number as u32)),
        2 => Test::Adverbs,
        3 => Test::Gap(low),
        4 => Test::Start,
        _ => Test::End,
    };
    Element { test, optional: optional != 0 }
}

/// What is unpacked.
pub(super) struct Unpacked {
    pub terms: Terms,
    pub sets: Sets,
    pub patterns: Patterns,
    pub index: Index,
}

impl Unpacked {
    pub fn of(Packed { elements, index: mut packed }: Packed) -> Self {
        let from = &mut packed;
        let (terms, sets, index) = (terms(from), sets(from), index(from));
        Unpacked { terms, sets, index, patterns: Patterns { elements, counts: packed } }
    }
}

/// The patterns that are not yet read.
pub(super) struct Patterns {
    elements: &'static [Element],
    counts: Reader,
}

impl Patterns {
    /// The patterns under the next key, `any`, `all` or `none`, of the next rule.
    pub fn next(&mut self) -> Vec<Pattern> {
        let count = self.counts.short();
        let mut pattern = || {
            let (elements, rest) = self.elements.split_at_checked(self.counts.short()).expect(WHOLE);
            self.elements = rest;
            Pattern { elements: Cow::Borrowed(elements) }
        };
        (0..count).map(|_| pattern()).collect()
    }
}

fn terms(from: &mut Reader) -> Terms {
    let count = from.short() as TermId;
    let by_word = shorts(from);
    let lists = TermLists { terms: shorts(from), offsets: numbers(from) };
    let (exact, exact_filter) = (words(from), filter(from));
    let (stems, stem_filter) = (words(from), filter(from));
    Terms { exact, stems, exact_filter, stem_filter, count, by_word, lists, ..Terms::sound() }
}

fn words(from: &mut Reader) -> WordList {
    WordList::of((0..from.short()).map(|_| (Cow::Borrowed(from.text()), from.short() as TermId)).collect())
}

fn filter(from: &mut Reader) -> PrefixFilter {
    let mut filter = PrefixFilter::default();
    for bits in [&mut filter.prefixes, &mut filter.heads] {
        for (bits, packed) in bits.iter_mut().zip(from.array()) {
            *bits = u64::from_le_bytes(*packed);
        }
    }
    filter
}

fn sets(from: &mut Reader) -> Sets {
    let row = |from: &mut Reader| {
        let signature = Signature::of_bytes(from.take());
        let [first, count, bits] = [(); 3].map(|()| u32::from_le_bytes(from.take()));
        let [own, name] = from.take().map(|is: u8| is != 0);
        Row { signature, first, count, bits, own, name }
    };
    let rows = (0..from.number()).map(|_| row(from)).collect();
    let members = shorts(from);
    let bits = from.array().iter().map(|bits| u64::from_le_bytes(*bits)).collect();
    Sets { rows, members, bits }
}

fn index(from: &mut Reader) -> Index {
    let (postings, exceptions) = (postings(from), postings(from));
    let [by_term, by_list] = [(); 2].map(|()| {
        let signatures = from.array().iter();
        signatures.map(|signature| Signature::of_bytes(*signature)).collect()
    });
    Index { postings, exceptions, by_term, by_list, listed: ranges(from) }
}

fn postings(from: &mut Reader) -> Postings {
    let posting = |from: &mut Reader| {
        let signatures = [(); 5].map(|()| Signature::of_bytes(from.take()));
        let [needs, next, previous, ahead, behind] = signatures;
        let [rule, pattern] = [(); 2].map(|()| u32::from_le_bytes(from.take()));
        let [least, most, opens, has_back] = from.take();
        let back = (has_back != 0).then(|| back(from));
        let posting = Posting::new(rule, pattern, (least, most), opens != 0);
        Posting { needs, next, previous, ahead, behind, back, ..posting }
    };
    let all = (0..from.number()).map(|_| posting(from)).collect();
    Postings { all, by_term: ranges(from) }
}

fn ranges(from: &mut Reader) -> Grouped<PostingRange> {
    let ranges = from.array().iter().map(|range| u64::from_le_bytes(*range));
    let all = ranges.map(|range| (range as u32, (range >> 32) as u32)).collect();
    Grouped { all, ends: numbers(from) }
}

fn back(from: &mut Reader) -> Back {
    let set = SetId(from.number() as u32);
    let [over_adverbs, least, most] = from.take();
    Back { set, over_adverbs: over_adverbs != 0, before: (least, most) }
}

fn shorts(from: &mut Reader) -> Vec<u16> {
    from.array().iter().map(|number| u16::from_le_bytes(*number)).collect()
}

fn numbers(from: &mut Reader) -> Vec<u32> {
    from.array().iter().map(|number| u32::from_le_bytes(*number)).collect()
}
