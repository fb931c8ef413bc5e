//! The head of the subject before a word, and whether it is plural.

use super::Tag::{Adjective, Adverb, Ing, Noun, Participle, Preposition, Proper};
use super::Tagger;
use super::clause::CLAUSE;
use crate::lexicon::{Class, Classes, word};
use crate::syntax::number::has_plural_form;
use crate::text::token::Kind;

impl Tagger<'_> {
    /// "polls", "Democrats", but not "news" or the name "Sanders": whether the noun at `i` takes a
    /// plural verb.
    pub(super) fn is_plural(&self, i: usize) -> bool {
        let named = self.tags[i] == Proper && !self.classes(i).has(Class::Person);
        !named && has_plural_form(self.text.word(i))
    }

    /// "some of his supporters", "a majority of voters": whether the subject that ends before `i`
    /// is plural.
    pub(super) fn plural_before(&self, i: usize) -> bool {
        let head = self.head_before(i);
        let of = || self.text.id(head + 1) == word!("of");
        // "many in the village"
        let several = || {
            self.classes(head).has(Class::Plural)
                && head + 1 < i
                && !of()
                && (head == self.sentence.first() || !self.tags[head - 1].is_nominal())
        };
        self.is_plural(head) || of() && self.is_plural(i - 1) || several()
    }

    /// "officials" in "officials in the capital": the head of the subject that ends before `i`.
    pub(super) fn head_before(&self, i: usize) -> usize {
        // "figures released by the ministry"
        let released = |j: usize| {
            self.tags[j] == Participle
                && j > self.sentence.first()
                && matches!(self.tags[j - 1], Noun | Proper)
        };
        let nominal = |&j: &usize| {
            self.tags[j].is_nominal() || matches!(self.tags[j], Preposition | Adverb | Ing) || released(j)
        };
        let phrase = || (self.sentence.first()..i).rev().take(CLAUSE).take_while(nominal);
        let mut head = i - 1;
        while head > self.sentence.first() && self.tags[head] == Adverb {
            head -= 1;
        }
        let head = phrase()
            .filter(|&j| {
                j > self.sentence.first()
                    && self.tags[j] == Preposition
                    && (self.tags[j - 1].is_nominal() || self.tags[j - 1] == Ing)
                    || released(j)
            })
            .last()
            .map_or(head, |j| j - 1);
        // "sources close to the club"
        let modified = self.tags[head] == Adjective
            && head > self.sentence.first()
            && matches!(self.tags[head - 1], Noun | Proper);
        head - usize::from(modified)
    }

    /// "15 inch screens": whether the noun at `i` is singular after a number, so that it belongs to
    /// the next noun. "Channel 4 news" and "one man" are no measures.
    pub(super) fn measures(&self, i: usize) -> bool {
        let first = self.sentence.first();
        i > first + 1
            && self.tags[i] == Noun
            && self.token(i - 1).kind == Kind::Number
            && !self.token(i - 1).has_hyphen()
            && self.text.word(i - 1) != "1"
            && !self.is_plural(i)
            && !matches!(self.tags[i - 2], Noun | Proper)
            && !self
                .classes(i)
                .any(Classes::of(Class::Person).and(Class::Group).and(Class::Time).and(Class::Month))
    }
}
