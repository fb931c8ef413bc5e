//! Contract: where the first main clause of a content begins, and its first verb; a subordinate
//! clause that ends with a comma is skipped.

use super::Syntax;
use super::tag::Tag;
use crate::lexicon::{Class, words};
use crate::text::Run;
use crate::text::token::Kind;

/// How many words after its verb can negate a clause or make it future ("is not going to").
const REACH: usize = 4;

/// The first main clause of a content: "the ferry **will** not sail", "**Stay** away".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MainClause {
    /// Its first token, not counting "that".
    pub start: usize,
    /// Its first verb or auxiliary, or the "to" of an infinitive without a subject.
    pub verb: Option<usize>,
    /// The verb is negated.
    pub denied: bool,
    /// "is going to"
    pub going: bool,
}

impl Syntax<'_> {
    /// The first main clause of a content of these pieces.
    pub(crate) fn main_clause(&self, content: &[Run]) -> MainClause {
        let is_word = |&i: &usize| self.text.tokens[i].is_word();
        let mut tokens = content.iter().flat_map(|run| run.indices()).peekable();
        while tokens.next_if(|&i| !is_word(&i) || self.is(i, Class::That)).is_some() {}
        let opens = |i: usize| self.is(i, Class::Subordinator) || self.is(i, Class::Wh);
        if tokens.peek().is_some_and(|&i| opens(i)) {
            let mut main = tokens.clone();
            if main.any(|i| self.kind(i) == Some(Kind::Comma)) {
                while main.next_if(|i| !is_word(i)).is_some() {}
                if main.peek().is_some() {
                    tokens = main;
                }
            }
        }
        let start = tokens.peek().copied().unwrap_or(0);
        let mut first = true;
        while let Some(i) = tokens.next() {
            if !is_word(&i) {
                continue;
            }
            if self.opens_predicate(i, first) {
                let mut clause = MainClause { start, verb: Some(i), denied: false, going: false };
                for next in tokens.take(REACH).filter(is_word) {
                    clause.denied |= self.is(next, Class::Negation);
                    clause.going |= self.is_one_of(next, words!["going"]);
                }
                return clause;
            }
            first &= matches!(self.tag(i), Tag::Adverb | Tag::Negation);
        }
        MainClause { start, verb: None, denied: false, going: false }
    }

    /// Whether token `i` is the first verb of its clause; `first` if nothing but adverbs precedes
    /// it.
    fn opens_predicate(&self, i: usize, first: bool) -> bool {
        match self.tag(i) {
            Tag::Auxiliary | Tag::Finite => true,
            Tag::Base | Tag::To => first,
            // "Break that rule", "Stay away"
            Tag::Noun | Tag::Proper | Tag::Adjective => {
                first && self.is(i, Class::VerbBase) && self.is_ordered(i + 1)
            }
            _ => false,
        }
    }

    /// "Keep receipts", "call it off": whether an imperative is at `i`, where a clause may begin.
    pub(crate) fn orders_at(&self, i: usize) -> bool {
        let object = matches!(self.tag(i + 1), Tag::Determiner | Tag::Possessive | Tag::Object)
            || self.is(i + 1, Class::ObjectPronoun);
        self.tag(i) == Tag::Base || self.tag(i) == Tag::Noun && self.is(i, Class::VerbBase) && object
    }

    /// Whether an object or a particle at `i` shows that the word before it is an imperative.
    fn is_ordered(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Object)
            || self.is(i, Class::Particle) && !self.is(i, Class::Preposition)
    }
}
