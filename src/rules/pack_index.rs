//! Packs what is compiled from the patterns of a rule set: terms, word sets, patterns and index;
//! `unpack_index.rs` reads it.

use super::index::Index;
use super::pattern::{Pattern, Test};
use super::postings::{Back, Grouped, PostingRange, Postings};
use super::prefix_filter::PrefixFilter;
use super::sets::Sets;
use super::signature::Signature;
use super::terms::Terms;
use crate::packed::Writer;

pub(super) fn terms(terms: &Terms, to: &mut Writer) {
    to.short(terms.len());
    to.array(terms.by_word.iter().map(|list| list.to_le_bytes()));
    to.array(terms.lists.terms.iter().map(|term| term.to_le_bytes()));
    to.array(terms.lists.offsets.iter().map(|offset| offset.to_le_bytes()));
    for (words, filter) in [(&terms.exact, &terms.exact_filter), (&terms.stems, &terms.stem_filter)] {
        to.list(words.all(), |(word, term), to| {
            to.text(word);
            to.short((*term).into());
        });
        filtered(filter, to);
    }
}

fn filtered(filter: &PrefixFilter, to: &mut Writer) {
    for bits in [&filter.prefixes, &filter.heads] {
        to.array(bits.iter().map(|bits| bits.to_le_bytes()));
    }
}

pub(super) fn sets(sets: &Sets, to: &mut Writer) {
    to.number(sets.rows.len());
    for row in &sets.rows {
        to.bytes(bytes(row.signature));
        for number in [row.first, row.count, row.bits] {
            to.bytes(number.to_le_bytes());
        }
        to.bytes([row.own.into(), row.name.into()]);
    }
    to.array(sets.members.iter().map(|term| term.to_le_bytes()));
    to.array(sets.bits.iter().map(|bits| bits.to_le_bytes()));
}

/// The number of patterns of one key of a rule, and the number of elements of each.
pub(super) fn counts(patterns: &[Pattern], to: &mut Writer) {
    to.list(patterns, |pattern, to| to.short(pattern.elements.len()));
}

/// The elements of a pattern, [`ELEMENT`](super::pattern::ELEMENT) bytes each.
pub(super) fn elements(pattern: &Pattern, to: &mut Writer) {
    for element in &*pattern.elements {
        let (what, number) = match element.test {
            Test::Word(set) => (0, set.0 as usize),
            Test::OtherWord(set) => (1, set.0 as usize),
            Test::Adverbs => (2, 0),
            Test::Gap(most) => (3, most.into()),
            Test::Start => (4, 0),
            Test::End => (5, 0),
        };
        to.bytes([what, element.optional.into()]);
        to.short(number);
    }
}

pub(super) fn index(index: &Index, to: &mut Writer) {
    postings(&index.postings, to);
    postings(&index.exceptions, to);
    for signatures in [&index.by_term, &index.by_list] {
        to.array(signatures.iter().copied().map(bytes));
    }
    ranges(&index.listed, to);
}

fn bytes(Signature(halves): Signature) -> [u8; Signature::SIZE] {
    std::array::from_fn(|n| halves[n / 16].to_le_bytes()[n % 16])
}

fn postings(Postings { all, by_term }: &Postings, to: &mut Writer) {
    to.number(all.len());
    for posting in all {
        let signatures = [posting.needs, posting.next, posting.previous, posting.ahead, posting.behind];
        to.bytes(signatures.into_iter().flat_map(bytes));
        to.bytes(posting.rule.to_le_bytes().into_iter().chain(posting.pattern.to_le_bytes()));
        to.bytes([posting.before.0, posting.before.1, posting.opens.into(), posting.back.is_some().into()]);
        if let Some(Back { set, over_adverbs, before }) = posting.back {
            to.number(set.0 as usize);
            to.bytes([over_adverbs.into(), before.0, before.1]);
        }
    }
    ranges(by_term, to);
}

fn ranges(Grouped { all, ends }: &Grouped<PostingRange>, to: &mut Writer) {
    to.array(all.iter().map(|&(first, end)| (u64::from(end) << 32 | u64::from(first)).to_le_bytes()));
    to.array(ends.iter().map(|end| end.to_le_bytes()));
}
