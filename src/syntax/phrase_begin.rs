//! Where a new noun phrase begins directly after another: "told parents | the school", "said on
//! Friday | prices".

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::contact_clause::{CARRIERS, HEARERS};
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

impl Syntax<'_> {
    /// Whether a new noun phrase certainly begins at `s`: with a determiner, a pronoun, a
    /// possessive, a number, "there" or a gerund, or after a pronoun or a time.
    pub(super) fn begins_phrase(&self, s: usize) -> bool {
        // "told MPs | $40m"
        let symbol = s > 1 && self.tag(s) == Tag::Number && self.kind(s - 1) == Some(Kind::Symbol);
        let before = s - 1 - usize::from(symbol);
        if self.tag(before) == Tag::Comma {
            return true;
        }
        let ended =
            matches!(self.tag(before), Tag::Noun | Tag::Proper | Tag::Object | Tag::Pronoun | Tag::Number)
                || self.is_time(before);
        if !ended {
            return false;
        }
        // "told staff | “dark forces” were at work", but "said this “dark age” was over"
        if self.tag(s) == Tag::Mark {
            return self.opens_quotation(s)
                && matches!(self.tag(before), Tag::Noun | Tag::Proper | Tag::Object);
        }
        if matches!(self.tag(before), Tag::Object | Tag::Pronoun) {
            return true;
        }
        let year = before > 0 && self.is_one_of(before - 1, words!["in"]) && self.is_year(before);
        if year && !self.is_time(s) {
            return self.tag(s) != Tag::Possessive || self.is(s, Class::PossessivePronoun);
        }
        // "on Friday prices rose"; but "last Friday", "Friday night"
        let counts = self.tag(s + 1) == Tag::Noun && !self.is_time(s + 1) && !self.is(before, Class::Month);
        let number = self.kind(s) == Some(Kind::Number) && !counts;
        if self.ends_time(before) && !self.is_time(s) && !number {
            return self.tag(s) != Tag::Possessive || self.is(s, Class::PossessivePronoun);
        }
        match self.tag(s) {
            Tag::Determiner | Tag::Pronoun => true,
            Tag::Possessive => self.is(s, Class::PossessivePronoun),
            // "Channel 9 News", "4 May"
            Tag::Number => {
                let named = self.tag(before) == Tag::Proper
                    && (self.tag(s + 1) == Tag::Proper || !self.classes(before).any(HEARERS));
                // "in March | 40 people", but "on Feb. 23"
                let day = self.classes(before).has(Class::Month) && !self.tag(s + 1).is_nominal();
                !named && !day && !self.is_time(s + 1)
            }
            // "the man who drove the van" goes on
            Tag::Wh => !self.is_one_of(s, words!["who", "which", "whose"]),
            Tag::Adjective | Tag::Adverb | Tag::Preposition => self.quantifier_end(s) > s || self.is_there(s),
            _ => self.is_there(s),
        }
    }

    /// "Friday", "in March", "last night", but "a night flight": whether the time at `i` is the
    /// last word of a time phrase.
    fn ends_time(&self, i: usize) -> bool {
        let dated = |j: usize| self.is_time(j) || matches!(self.tag(j), Tag::Determiner | Tag::Number);
        self.is_time(i)
            && (self.tag(i) == Tag::Proper || self.tag(i) == Tag::Adverb || i > 0 && dated(i - 1))
            && !i.checked_sub(1).is_some_and(|p| self.is_one_of(p, words!["a", "the"]))
    }

    /// Whether a new noun phrase may begin at `s`, judging by what the words mean: after people in
    /// the plural, after a group, a medium or an occasion ("told parents | hospitals would", "told
    /// the committee | water bills may", "said on Facebook | Tarn Library is"), or before a title
    /// or first name.
    pub(super) fn may_begin_phrase(&self, s: usize, i: usize) -> bool {
        const HEARER: Classes = CARRIERS.and(Class::Person).and(Class::Occasion).and(Class::Mouthpiece);
        const TITLE: Classes = Classes::of(Class::Title).and(Class::Courtesy);
        const NAME: Classes = TITLE.and(Class::Male).and(Class::Female);
        let before = s - 1;
        if !matches!(self.tag(before), Tag::Noun | Tag::Proper) {
            return false;
        }
        let plural = self.tag(before) == Tag::Noun && self.looks_plural(before);
        let hearer = self.classes(before).any(HEARER);
        match self.tag(s) {
            Tag::Adjective => true,
            Tag::Noun => plural || hearer || self.tag(before) == Tag::Proper,
            Tag::Proper => {
                self.tag(before) == Tag::Noun
                    && (plural || !self.classes(before).has(Class::Person) || self.determined(i))
                    || hearer
                    || self.classes(s).any(NAME) && !self.classes(before).any(NAME)
            }
            _ => false,
        }
    }

    /// "after the vote | ticket prices": a noun after a noun that a preposition governs.
    pub(super) fn follows_governed(&self, s: usize, i: usize) -> bool {
        let open = (i.saturating_sub(1)..s - 1).rev().find(|&k| !self.tag(k).is_nominal());
        let governed = open.is_some_and(|open| self.tag(open) == Tag::Preposition);
        governed && self.tag(s - 1) == Tag::Noun && self.tag(s) == Tag::Noun
    }

    /// "the school board", "a news conference", but "the jury | school meals": whether the noun at
    /// `s` is a body that the word before it says more about.
    pub(super) fn names_one_body(&self, s: usize) -> bool {
        const BODIES: Classes = Classes::of(Class::Group).and(Class::Occasion);
        self.is(s - 1, Class::BodyModifier) && self.classes(s).any(BODIES) && !self.looks_plural(s)
    }

    pub(super) fn determined(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Determiner | Tag::Possessive)
    }

    pub(super) fn is_there(&self, s: usize) -> bool {
        self.is_one_of(s, words!["there"]) && self.verb_at(s + 1)
    }
}
