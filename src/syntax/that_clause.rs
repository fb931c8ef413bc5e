//! Which "that" opens what was said, after an addressee or an adjunct: "told a meeting in Tarn |
//! that", but "told a meeting that was held in Tarn".

use crate::lexicon::{Class, Classes, Frame, Part};
use crate::syntax::Syntax;
use crate::syntax::contact_clause::REACH;
use crate::syntax::tag::Tag;

impl Syntax<'_> {
    /// "told reporters in Tarn on Friday | that": the "that" that opens a clause after the phrases
    /// from `i` on.
    pub(crate) fn that_past_adjuncts(&self, i: usize, stop: usize) -> Option<usize> {
        let limit = stop.min(i + REACH);
        let inside = |k: &usize| {
            self.tag(*k).is_nominal()
                || matches!(
                    self.tag(*k),
                    Tag::Preposition | Tag::Adverb | Tag::Object | Tag::Coordinator | Tag::Participle
                )
                || self.tag(*k) == Tag::Comma
                    && (self.apposition_around(i, *k, limit)
                        || self.within_place(*k)
                        // "told staff, parents and pupils that"
                        || self.lists(*k, limit)
                        // "told the paper, that"
                        || self.tag(*k + 1) == Tag::That)
                || self.describes_text(*k)
        };
        let that = (i + 1..limit).find(|k| !inside(k)).filter(|&that| self.tag(that) == Tag::That)?;
        if !self.is_relative_that(that, stop) {
            return Some(that);
        }
        let over = |k: &usize| matches!(self.tag(*k), Tag::That | Tag::Comma | Tag::Break | Tag::Mark);
        let next = (that + 1..limit).find(over)?;
        (self.tag(next) == Tag::That && !self.is_relative_that(next, stop)).then_some(next)
    }

    /// "told a meeting that was held in Tarn", "joked in a video that she posted on Sunday":
    /// whether "that" at `i`, after an addressee or an adjunct, opens a relative clause.
    pub(crate) fn is_relative_that(&self, i: usize, stop: usize) -> bool {
        const TEXTS: Classes = Classes::of(Class::Occasion).and(Class::Medium).and(Class::Document);
        if self.tag(i) != Tag::That {
            return false;
        }
        let text = i > 0 && self.classes(i - 1).any(TEXTS);
        let verb =
            || self.phrase_end(i + 1, stop).map(|end| self.after_adverbs(end)).filter(|&v| self.verb_at(v));
        self.verb_at(i + 1) || text && verb().is_some_and(|v| self.puts_out(v) && self.lacks_object(v, stop))
    }

    /// "in a statement issued on Friday": a past form without an object, after a noun for a text.
    pub(super) fn describes_text(&self, k: usize) -> bool {
        const TEXTS: Classes = Classes::of(Class::Occasion).and(Class::Document);
        let past = self.tag(k) == Tag::Finite && self.is(k, Class::VerbParticiple);
        past && k > 0 && self.classes(k - 1).any(TEXTS) && self.lacks_object(k, self.sentence(k).stop())
    }

    /// "posted", "had published": whether the verb at `v`, or after the auxiliary there, means to
    /// make a text public or to pass it on.
    fn puts_out(&self, v: usize) -> bool {
        let v = if self.tag(v) == Tag::Auxiliary { v + 1 } else { v };
        self.cues(v).iter().any(|cue| {
            cue.part == Part::Verb
                && self.lexicon.name_of(cue.group) == "write"
                && cue.strength(Frame::NounPhrase) > 0
        })
    }

    fn lacks_object(&self, v: usize, stop: usize) -> bool {
        let next = v + 1 + usize::from(self.tag(v) == Tag::Auxiliary);
        next >= stop
            || matches!(self.tag(next), Tag::Preposition | Tag::End | Tag::Comma | Tag::Adverb)
            || self.is_time(next)
    }
}
