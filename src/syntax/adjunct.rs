//! Adjuncts: phrases of time, place and occasion ("on Friday", "last week", "in an interview").

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

impl Syntax<'_> {
    /// "in an interview", "on Tuesday", "at a rally": whether the preposition at `i` opens a phrase
    /// of time, place or occasion. Such a phrase says where something was said, not who said it or
    /// what.
    pub(crate) fn opens_setting(&self, i: usize) -> bool {
        self.tag(i) == Tag::Preposition && self.is(i, Class::SettingPreposition) && self.governs_setting(i)
    }

    /// Whether a time, an occasion or a number follows the preposition at `i`.
    #[inline(never)]
    fn governs_setting(&self, i: usize) -> bool {
        let stop = self.sentence(i).stop();
        let end = self.core_end(i + 1, stop).unwrap_or(i + 1);
        // "an attack on free speech": a topic
        let subject =
            self.is_one_of(i, words!["on"]) && self.tag(i + 1) == Tag::Adjective && !self.is_time(i + 1);
        (i + 1..end).any(|j| {
            self.classes(j).any(Classes::of(Class::Time).and(Class::Month))
                || self.is(j, Class::Occasion) && !subject
        }) || self.is_one_of(i, words!["during", "since"])
            || self.kind(i + 1) == Some(Kind::Number) && end == i + 2
    }

    /// "in an interview", "at a rally": the occasion of a statement is not part of what is said,
    /// and neither is a day at the end ("on Friday"). Other times may be.
    pub(super) fn opens_occasion(&self, i: usize) -> bool {
        self.opens_setting(i) && {
            let end = self.core_end(i + 1, self.sentence(i).stop()).unwrap_or(i + 1);
            (i + 1..end).any(|j| self.is(j, Class::Occasion))
                || self.is_one_of(i, words!["on"]) && matches!(self.tag(end), Tag::Comma | Tag::End)
        }
    }

    /// Whether an adjunct of saying starts at `i`, after a cue: when ("Friday", "late on Monday"),
    /// where and on what occasion ("in an interview", "outside the court"), by what means ("by
    /// phone", "through a lawyer"), to whom ("to reporters").
    pub(crate) fn opens_adjunct(&self, i: usize, stop: usize) -> bool {
        // "showed up at": the particle belongs to the verb
        let at = if self.is(i, Class::Particle) { i } else { self.after_adverbs(i) };
        self.tag(at) == Tag::Preposition && self.is_adjunct(at, stop) || self.past_time(i, stop).is_some()
    }

    /// Whether the preposition at `i` opens an adjunct of saying.
    pub(crate) fn is_adjunct(&self, i: usize, stop: usize) -> bool {
        const TO_WHOM: Classes = Classes::of(Class::Person).and(Class::Group).and(Class::Medium);
        const MEANS: Classes = Classes::of(Class::Occasion).and(Class::Medium);
        let when = || self.past_time(i + 1, stop).is_some();
        let end = self.core_end(i + 1, stop).unwrap_or(i + 1);
        let of = |classes: Classes| {
            let noun = |&j: &usize| matches!(self.tag(j), Tag::Noun | Tag::Proper);
            (i + 1..end).filter(noun).any(|j| self.classes(j).any(classes))
        };
        if self.is_one_of(i, words!["during", "after", "outside", "inside", "following"]) {
            return end > i + 1;
        }
        if self.is_one_of(i, words!["in", "on", "at", "before"]) {
            // "in its report", "in court"
            let written = self.is_one_of(i, words!["in"])
                && (of(Classes::of(Class::Document)) || self.names_institution(i + 1));
            return of(MEANS)
                || written
                || when()
                || self.is_one_of(i, words!["in"]) && self.is_year(i + 1)
                || self.is_one_of(i, words!["at"]) && self.is_one_of(i + 2, words!["time", "moment"]);
        }
        if self.is_one_of(i, words!["by", "via", "over"]) {
            // "by phone", but "reported by the Herald"
            let named = matches!(self.tag(i + 1), Tag::Determiner | Tag::Proper);
            return of(Classes::of(Class::Medium)) && !(named && self.is_one_of(i, words!["by"]));
        }
        if self.is_one_of(i, words!["through"]) {
            return of(MEANS.and(Class::Mouthpiece));
        }
        // "for the first time"
        if self.is_one_of(i, words!["for"]) {
            return end > i + 2 && self.is_one_of(end - 1, words!["time"]);
        }
        self.is_one_of(i, words!["to"]) && of(TO_WHOM)
    }

    /// "in court", "in parliament": a group noun without an article, but not "in cities".
    fn names_institution(&self, i: usize) -> bool {
        self.is(i, Class::Group) && self.tag(i) == Tag::Noun && !self.looks_plural(i)
    }

    /// "Friday", "late Monday", "last week", "earlier this month": the end of a time phrase at `i`
    /// that may say when something was said. "Next week" is not one, and neither is a subject or a
    /// possessor: "Friday was", "Friday's", "years of".
    pub(crate) fn past_time(&self, i: usize, stop: usize) -> Option<usize> {
        if self.is_time(i) || self.precedes_time(i) { self.time_phrase(i, stop) } else { None }
    }

    /// "4 May", "this week": whether a number or determiner before a time is at `i`.
    fn precedes_time(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Number | Tag::Determiner) && self.is_time(i + 1)
    }

    /// As [`Self::past_time`], for a word that may open a time phrase; most words may not.
    #[inline(never)]
    fn time_phrase(&self, i: usize, stop: usize) -> Option<usize> {
        let governed = i.checked_sub(1).is_some_and(|p| self.tag(p) == Tag::Preposition);
        let article = self.is_one_of(i, words!["the", "a", "an"]) && !governed;
        if self.is_one_of(i, words!["next", "now", "tomorrow"]) || article {
            return None;
        }
        // "May 4"
        let number = |j: usize| {
            self.precedes_time(j) || self.kind(j) == Some(Kind::Number) && j > i && self.is_time(j - 1)
        };
        let end = (i..stop).find(|&j| !self.is_time(j) && !number(j)).unwrap_or(stop);
        // "said June sales had fallen", "said June Moor had left": not when it was said
        if end == i + 1 && self.is(i, Class::Month) && !governed {
            return None;
        }
        let times = (i..end).any(|j| self.is_time(j) && self.tag(j) != Tag::Adverb || self.is_day(j));
        let subject = self.verb_at(end)
            || matches!(self.tag(end), Tag::Possessive | Tag::Coordinator)
                && !self.is(end, Class::PossessivePronoun);
        (times && !subject && !self.is_one_of(end, words!["of"])).then_some(end)
    }

    /// "yesterday", "today": adverbs that name a day.
    fn is_day(&self, i: usize) -> bool {
        self.is_one_of(i, words!["yesterday", "today", "tonight"])
    }

    pub(super) fn is_year(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Number) && self.text.word(i).len() == 4
    }

    pub(crate) fn is_time(&self, i: usize) -> bool {
        self.classes(i).any(Classes::of(Class::Time).and(Class::Month))
    }

    /// "two weeks ago |", "some days earlier |": whether a distance in time ends before `end`.
    pub(super) fn ends_distance(&self, end: usize) -> bool {
        end > 1
            && self.is_one_of(end - 1, words!["ago", "earlier", "later"])
            && self.is_time(end - 2)
            && self.tag(end - 2) == Tag::Noun
    }

    /// "Friday", "this week", but not "this practice": whether a time is at `i` or opens there.
    pub(crate) fn opens_time(&self, i: usize) -> bool {
        self.is_time(i) && (self.tag(i) != Tag::Determiner || self.is_time(i + 1))
    }

    /// "Ruiz on Tuesday said", "Ruiz last week said": `end` moved to before a time phrase.
    pub(super) fn without_time(&self, end: usize, floor: usize) -> usize {
        let mut k = end;
        let number = |k: usize| {
            k < end
                && (self.kind(k - 1) == Some(Kind::Number)
                    // "for six years"
                    || self.tag(k - 1) == Tag::Number && self.looks_plural(k))
        };
        // "USA Today"
        let named = |k: usize| self.tag(k) == Tag::Proper && self.is(k, Class::Adverb);
        while k > floor && (self.is_time(k - 1) && !named(k - 1) || number(k)) {
            k -= 1;
        }
        // "some weeks ago", "a few days earlier", "only hours ago"
        if k < end && self.ends_distance(end) {
            let counts = |k: usize| {
                self.tag(k) == Tag::Determiner
                    || self.is(k, Class::Degree)
                    || self.is_one_of(k, words!["few", "several", "some", "only", "just"])
            };
            while k > floor && counts(k - 1) {
                k -= 1;
            }
        }
        if k < end && k > floor && self.tag(k - 1) == Tag::Preposition {
            k -= 1;
            // "early on Sunday", "late last night"
            if k > floor && self.is_one_of(k - 1, words!["early", "late"]) {
                k -= 1;
            }
        }
        // "the letters released on Friday said": the time belongs to the participle
        if k > floor && !self.tag(k - 1).is_verb() { k } else { end }
    }

    /// "who in the past said": the phrase before the verb says when or where; the relative pronoun
    /// before that phrase is the subject.
    pub(super) fn over_setting(&self, phrase: Run, floor: usize) -> Run {
        let start = phrase.first();
        let pronoun = start > floor + 1
            && self.tag(start - 1) == Tag::Preposition
            && self.tag(start - 2) == Tag::Wh
            && self.is(start - 2, Class::Relative);
        if pronoun { Run::new(start - 2, start - 1) } else { phrase }
    }
}
