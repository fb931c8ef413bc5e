//! Contract: finds the patterns that may match, given the terms in a content. A term that does not
//! occur costs nothing, however many patterns name it.

use super::drafts::{Draft, Drafts};
use super::pattern::Needed;
use super::postings::{Back, Grouped, NEAR, Posting, PostingRange, Postings};
use super::sets::Sets;
use super::signature::Signature;
use super::terms::{TermId, Terms};

#[derive(Debug, Default)]
pub(crate) struct Index {
    /// The postings of the patterns under `any` and `all`.
    pub postings: Postings,
    /// The postings of the patterns under `none`, which are tried once the rest of the rule has
    /// matched.
    pub exceptions: Postings,
    /// The signature of each term, and of each of [`Terms::lists`].
    pub(super) by_term: Vec<Signature>,
    pub(super) by_list: Vec<Signature>,
    /// Where in `postings` those of the terms of each of [`Terms::lists`] are, so that they are
    /// found in one step for a word of the lexicon.
    pub(super) listed: Grouped<PostingRange>,
}

impl Index {
    /// Indexes the patterns and gives each set its signature.
    pub(super) fn of(drafts: &Drafts<'_>, terms: &Terms, sets: &mut Sets) -> Index {
        let (by_set, by_term) = drafts.signatures(sets).assign(sets, terms.len());
        sets.sign(&by_set);
        let file = |drafts: &[Draft<'_>]| {
            let postings = drafts.iter().map(|draft| (draft.filed.words, posting(draft, sets)));
            Postings::file(&postings.collect::<Vec<_>>(), sets, terms.len())
        };
        let (postings, exceptions) = (file(&drafts.positive), file(&drafts.exceptions));
        let listed = postings.by_list(terms.lists());
        let mut index = Index { postings, exceptions, by_term, by_list: Vec::new(), listed };
        index.by_list = terms.lists().iter().map(|terms| index.signature_of(terms)).collect();
        index
    }

    /// Notes which rules, by their number, test only patterns, and which test the cue.
    pub(super) fn link(&mut self, patterns_only: impl Fn(usize) -> bool, cue: impl Fn(usize) -> bool) {
        for posting in &mut self.postings.all {
            posting.patterns_only = patterns_only(posting.rule as usize);
            if cue(posting.rule as usize) {
                posting.needs = posting.needs.union(Signature::of_cue(posting.rule));
            }
        }
    }

    /// The signature of a word of the lexicon, by the number of its list in [`Terms::lists`].
    pub fn signature(&self, list: u32) -> Signature {
        self.by_list[list as usize]
    }

    /// The postings of a word of the lexicon, by the number of its list in [`Terms::lists`].
    pub fn listed(&self, list: u32) -> &[PostingRange] {
        self.listed.get(list as usize)
    }

    /// The signature of a word with these terms.
    pub fn signature_of(&self, terms: &[TermId]) -> Signature {
        terms.iter().fold(Signature::NONE, |all, &term| {
            all.union(self.by_term[usize::from(term)]).union(self.postings.marks(term))
        })
    }
}

/// The posting of a pattern; `sets` have their signatures.
fn posting(&Draft { pattern, filed, rule, id }: &Draft<'_>, sets: &Sets) -> Posting {
    let mut posting = Posting::new(rule, id, filed.before, pattern.opens_sentence());
    for needed @ Needed { words: set, before, .. } in pattern.needed() {
        let bit = sets.row(set).signature;
        posting.needs = posting.needs.union(bit);
        let is_near = |reach: Option<usize>| reach.is_some_and(|reach| reach <= NEAR);
        if pattern.follows(filed, needed).is_some() {
            posting.next = bit;
        } else if let Some(over_adverbs) = pattern.follows(needed, filed) {
            posting.previous = bit;
            posting.back = Some(Back { set, over_adverbs, before });
        } else if is_near(pattern.reach(filed, needed)) {
            posting.ahead = posting.ahead.union(bit);
        } else if is_near(pattern.reach(needed, filed)) {
            posting.behind = posting.behind.union(bit);
        }
    }
    posting
}
