//! The subject before a word: its head, and whether it is plural: "the book and film | blame".

use super::Tag::{
    Adjective, Adverb, Comma, Ing, Mark, Noun, Number, Object, Participle, Preposition, Pronoun, Proper,
    Subordinator, That,
};
use super::clause::CLAUSE;
use super::{Tag, Tagger};
use crate::lexicon::{Class, Classes, word, words};
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
        // "six in ten voters", "one out of three voters"
        let counted = || self.tags[head] == Number && words!["in", "out"].has(self.text.id(head + 1));
        self.is_plural(head)
            || counted() && self.is_plural(i - 1)
            || of() && self.is_plural(i - 1)
            || several()
    }

    /// "officials" in "officials in the capital": the head of the subject that ends before `i`.
    pub(super) fn head_before(&self, i: usize) -> usize {
        // "figures released by the ministry", "those backing the plan"
        let released = |j: usize| {
            j > self.sentence.first()
                && match self.tags[j] {
                    Participle => matches!(self.tags[j - 1], Noun | Proper | Pronoun),
                    Ing => self.tags[j - 1] == Pronoun,
                    _ => false,
                }
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
                    && (self.tags[j - 1].is_nominal()
                        || self.tags[j - 1] == Ing
                        // "figures out on Tuesday"
                        || self.text.id(j - 1) == word!("out"))
                    || released(j)
            })
            .last()
            .map_or(head, |j| j - 1);
        let head = head - usize::from(self.text.id(head) == word!("out") && head > self.sentence.first());
        // "sources close to the club", "people living near the bridge"
        let modified = matches!(self.tags[head], Adjective | Ing)
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
            // "a 2011 email shows"
            && self.text.word(i - 1).len() != 4
            && !self.is_plural(i)
            && !matches!(self.tags[i - 2], Noun | Proper)
            && !self
                .classes(i)
                .any(Classes::of(Class::Person).and(Class::Group).and(Class::Time).and(Class::Month))
    }

    /// "the mayor herself | admits": a reflexive pronoun after a noun is a part of the subject.
    pub(super) fn without_emphasis(&self, i: usize, left: Option<Tag>) -> Option<Tag> {
        let emphatic = |(j, _): (usize, Tag)| {
            let subject = j > self.sentence.first() && matches!(self.tags[j - 1], Noun | Proper | Pronoun);
            subject && self.classes(j).has(Class::Reflexive)
        };
        if left == Some(Object) && self.left(i).is_some_and(emphatic) { Some(Pronoun) } else { left }
    }

    /// "the book and film", "Ann and Bo": whether two phrases joined by "and" are the subject
    /// before `i`, with nothing else in its clause.
    pub(super) fn joined_before(&self, i: usize) -> bool {
        let start = |from: usize| {
            (self.sentence.first()..from).rev().take(CLAUSE).take_while(|&j| self.tags[j].is_nominal()).last()
        };
        let Some(second) = start(i).filter(|&second| second > self.sentence.first()) else { return false };
        let opens = |first: usize| {
            first == self.sentence.first()
                || matches!(self.tags[first - 1], Comma | That | Subordinator | Mark)
        };
        self.text.id(second - 1) == word!("and") && start(second - 1).is_some_and(opens)
    }
}
