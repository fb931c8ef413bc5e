//! Subjects after their verbs: "said Ana Ruiz, head of the ministry".

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// How far from a comma the quotation may be that its attribution follows, in tokens.
const ATTRIBUTION: usize = 30;

impl Syntax<'_> {
    /// "said Ana Ruiz, head of the ministry": the source after an inverted cue, from `i` on.
    pub(crate) fn inverted_source(&self, i: usize) -> Option<Run> {
        let stop = self.sentence(i).stop();
        if i >= stop {
            return None;
        }
        let mut end = self.without_topic(i, self.phrase_end(i, stop)?);
        end = self.without_own_work(i, end);
        end = self.without_manner(i, end);
        end = self.without_medium(Run::new(i, end)).stop();
        if self.kind(end) == Some(Kind::Open) {
            end =
                (end..stop.min(end + 12)).find(|&k| self.kind(k) == Some(Kind::Close)).map_or(end, |k| k + 1);
        }
        // "said officials here"
        end += usize::from(self.tag(end - 1) == Tag::Noun && self.is(end, Class::AfterNoun));
        end = self.with_modifier(end, stop);
        // appositions and relative clauses
        while self.tag(end) == Tag::Comma && end + 1 < stop {
            let next = end + 1;
            // "said Ruiz, who …" identifies Ruiz; after a description, or with a statement of its
            // own, the clause only adds information
            let relative = self.is_one_of(next, words!["who"])
                && (i..end).any(|k| self.tag(k) == Tag::Proper)
                && !self.next_verb(next + 1, stop).is_some_and(|v| self.attributes(v));
            let next =
                next + usize::from(self.tag(next) == Tag::Adverb && self.tag(next + 1) == Tag::Determiner);
            let from = self.is_one_of(next, words!["of", "from"]) && self.tag(next + 1) == Tag::Proper;
            let apposed = if relative {
                Some(self.clause_stop(next, stop))
            } else if from {
                self.core_end(next + 1, stop)
            } else if matches!(
                self.tag(next),
                Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number | Tag::Possessive
            ) && !self.is_time(next)
            {
                self.phrase_end(next, stop)
                    .map(|e| self.with_modifier(e, stop))
                    // "according to Ruiz, the debt “is falling”": the subject of what was said
                    .filter(|&e| !(self.verb_at(e) || self.opens_quotation(e) && self.verb_at(e + 1)))
            } else {
                None
            };
            match apposed {
                Some(e) if e > next => end = e,
                _ => break,
            }
        }
        Some(Run::new(i, end))
    }

    /// "said a man | involved in the talks", "said a woman | who lives nearby": where a participle
    /// or a relative clause after the description that ends at `end` ends.
    fn with_modifier(&self, end: usize, stop: usize) -> usize {
        let verb = if self.tag(end) == Tag::Adverb { end + 1 } else { end };
        let participle = match self.tag(verb) {
            // "said opponents of a plan to close the pier"
            Tag::To => self.tag(verb - 1) == Tag::Noun,
            Tag::Ing | Tag::Participle => self.tag(end - 1) == Tag::Noun,
            // a past form with a phrase of its own
            Tag::Finite => {
                self.is(verb, Class::VerbParticiple)
                    && !self.token(verb).is_some_and(|t| self.lexicon.speaks(t.word))
                    && matches!(self.tag(end - 1), Tag::Noun | Tag::Proper)
                    && matches!(self.tag(verb + 1), Tag::Preposition | Tag::Adverb)
            }
            _ => false,
        };
        if participle || self.is_one_of(end, words!["who"]) {
            self.before_adverbial(end, self.clause_stop(end, stop))
        } else {
            end
        }
    }

    /// "said a man who lives nearby | after the vote ended": where the relative clause or
    /// participle from `start` to `end` is followed by a clause that says when something was said.
    fn before_adverbial(&self, start: usize, end: usize) -> usize {
        let opens = |&k: &usize| {
            let word = self.tag(k) == Tag::Subordinator
                || self.tag(k) == Tag::Preposition && self.is(k, Class::ClausalPreposition)
                || self.is(k, Class::AdverbialWh);
            word && self.clause_follows(k + 1, end)
        };
        (start + 2..end).find(opens).unwrap_or(end)
    }

    /// "wrote the magazine in its review": where the speaker said it is no part of the source.
    fn without_own_work(&self, i: usize, end: usize) -> usize {
        let own = |&k: &usize| {
            self.is_one_of(k, words!["in", "on", "at"]) && self.is(k + 1, Class::PossessivePronoun)
        };
        (i + 1..end).find(own).unwrap_or(end)
    }

    /// "said Ruiz with a shrug", "said Ruiz with tears in his eyes": after a name, "with" and a new
    /// or a plural noun say how something was said.
    fn without_manner(&self, i: usize, end: usize) -> usize {
        let manner = |&k: &usize| {
            let thing = self.is_one_of(k + 1, words!["a", "an"]) || self.is(k + 1, Class::PossessivePronoun);
            self.is_one_of(k, words!["with"])
                && self.tag(k - 1) == Tag::Proper
                && (thing || self.tag(k + 1) == Tag::Noun && self.looks_plural(k + 1))
        };
        (i + 1..end).find(manner).unwrap_or(end)
    }

    /// "wrote Ruiz of her teacher": after a name, "of" introduces the topic, unless a group or a
    /// place follows.
    fn without_topic(&self, i: usize, end: usize) -> usize {
        let topic = |&k: &usize| {
            let named = |j: usize| self.tag(j) == Tag::Proper || self.is(j, Class::Group);
            self.is_one_of(k, words!["of"])
                && self.tag(k - 1) == Tag::Proper
                && !(k + 1..end).any(named)
                && !matches!(self.tag(k + 1), Tag::Number | Tag::Other)
        };
        (i + 1..end).find(topic).unwrap_or(end)
    }

    /// Where a relative clause ends: at the next comma or break.
    fn clause_stop(&self, i: usize, stop: usize) -> usize {
        (i..stop)
            .find(|&k| matches!(self.tag(k), Tag::Comma | Tag::Break | Tag::End | Tag::Mark))
            .unwrap_or(stop)
    }

    /// "…,” said Ruiz, the mayor, during a debate, adding": the source of the verb of saying after
    /// the quotation that ends last before the comma.
    fn inverted_source_after_mark(&self, comma: usize, floor: usize) -> Option<Run> {
        let mark = (floor..comma).rev().take(ATTRIBUTION).find(|&k| self.kind(k) == Some(Kind::Mark))?;
        let verb = mark + 1;
        let speaks = self.tag(verb) == Tag::Finite
            && self.token(verb).is_some_and(|t| self.lexicon.speaks(t.word))
            && self.quotation_ending_at(mark).is_some();
        let source = speaks.then(|| self.inverted_source(verb + 1)).flatten()?;
        (source.stop() <= comma && !(source.stop()..comma).any(|k| self.verb_at(k))).then_some(source)
    }

    /// "…,” said Ruiz, adding": the source between an inverted cue and the comma.
    pub(super) fn inverted_source_ending(&self, comma: usize, floor: usize) -> Option<Run> {
        if let Some(source) = self.inverted_source_after_mark(comma, floor) {
            return Some(source);
        }
        let start = self.phrase_start(comma, floor)?;
        let inverted = start > floor + 1
            && self.is(start - 1, Class::VerbPast)
            && (self.tag(start - 2) == Tag::Mark
                // not "who left, announced the show on TV, telling"
                || self.tag(start - 2) == Tag::Comma
                    && self.core_end(start, comma).is_some_and(|end| {
                        self.source_kind(Run::new(start, end)).likely_speaks()
                    })
                    && self.token(start - 1).is_some_and(|t| self.lexicon.speaks(t.word)));
        inverted.then(|| Run::new(start, comma))
    }
}
