//! The agent of a passive, and where the verb's complement continues after it: "was accused on
//! Friday by the court of hiding papers".

use crate::lexicon::{Class, Cue, Part, Words, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// Prepositions that join a noun phrase to an agent. "For", "over" and "about" are missing because
/// they give the reason for what the agent does.
const JOINING: Words = words!["of", "in", "at", "from", "with", "on", "near", "to"];
/// Prepositions that join a noun phrase to an occasion: "in an interview with the paper", "at a
/// rally in the town".
const JOINING_OCCASION: Words = words!["with", "in", "at", "on", "of", "from", "to"];
/// Maximum length of an apposition to an agent, in tokens.
const APPOSITION: usize = 16;

impl Syntax<'_> {
    /// "was criticised on Friday by residents of the town": the agent of the passive whose verb
    /// `verb` ends before `i`.
    pub(crate) fn agent(&self, verb: usize, i: usize) -> Option<Run> {
        let stop = self.sentence(verb).stop();
        let by = self.past_settings(i, stop);
        if !self.is_one_of(by, words!["by"]) || self.is_time(by + 1) {
            return None;
        }
        let end = self.agent_end(verb, by + 1, stop)?;
        Some(Run::new(by + 1, end))
    }

    /// "as a danger | by residents", "of lying | by his rival": the agent at the end of the
    /// complement `run` of the passive `verb`.
    pub(crate) fn agent_ending(&self, verb: usize, run: Run) -> Option<Run> {
        // "accused of being paid by the firm": the firm pays
        let by = (run.first() + 1..run.stop()).rev().find(|&k| {
            self.is_one_of(k, words!["by"])
                && !self.quoted(k)
                && !matches!(self.tag(k - 1), Tag::Participle | Tag::Finite)
        })?;
        self.agent(verb, by)
            .filter(|&agent| agent.stop() >= run.stop() && self.source_kind(agent).likely_speaks())
    }

    /// Skips adverbs and phrases of time and occasion from `i` on.
    pub(crate) fn past_settings(&self, i: usize, stop: usize) -> usize {
        let mut k = i;
        while k < stop {
            let end = match self.tag(k) {
                Tag::Adverb if !self.is_one_of(k, words!["there"]) && self.quantifier_end(k) == k => {
                    Some(k + 1)
                }
                // "by Ana Ruiz on Monday" has an agent, "by Monday" has none
                Tag::Preposition if self.is_one_of(k, words!["by"]) && !self.is_adjunct(k, stop) => {
                    self.time_end(k + 1, stop)
                }
                Tag::Preposition if self.opens_setting(k) || self.is_adjunct(k, stop) => {
                    self.setting_end(k, stop)
                }
                tag if tag.is_nominal() => self.time_end(k, stop),
                _ => None,
            };
            match end {
                Some(end) if end > k => k = end,
                _ => break,
            }
        }
        k
    }

    /// "in an interview with the paper": the end of the phrase that the preposition at `i` opens.
    fn setting_end(&self, i: usize, stop: usize) -> Option<usize> {
        let mut end = self.time_end(i + 1, stop).or_else(|| self.core_end(i + 1, stop))?;
        // "in a court filing"
        end += usize::from(self.tag(end) == Tag::Ing && self.is(end, Class::Occasion));
        while self.tag(end) == Tag::Preposition
            && !self.is_time(end - 1)
            && self.is_one_of(end, JOINING_OCCASION)
            && let Some(next) = self.core_end(end + 1, stop)
        {
            end = next;
        }
        Some(end)
    }

    /// "Friday", "late Monday", "last week", "4 May", "May 4": the end of a time phrase.
    fn time_end(&self, i: usize, stop: usize) -> Option<usize> {
        let modifies = |k: &usize| {
            matches!(self.tag(*k), Tag::Determiner | Tag::Adjective | Tag::Number) && !self.is_time(*k)
        };
        let first = i + (i..stop.min(i + 3)).take_while(modifies).count();
        let day = |k: usize| k > first && self.kind(k) == Some(Kind::Number) && self.is_time(k - 1);
        let end = (first..stop).find(|&k| !self.is_time(k) && !day(k)).unwrap_or(stop);
        (end > first).then_some(end)
    }

    /// The end of the agent that starts at `i`, including the phrases joined to it and its
    /// apposition, but no time.
    pub(super) fn agent_end(&self, verb: usize, i: usize, stop: usize) -> Option<usize> {
        let mut end = self.untimed_end(i, stop)?;
        loop {
            let joins = match self.tag(end) {
                Tag::Preposition if self.opens_setting(end) || self.is_adjunct(end, stop) => false,
                Tag::Preposition if self.is_one_of(end, words!["of"]) => self.joins_by_of(verb, end, stop),
                // "by a spokeswoman for the airline that", "for the union to": the complement is
                // yet to come
                Tag::Preposition if self.is_one_of(end, words!["for"]) => {
                    self.core_end(end + 1, stop).is_some_and(|next| self.complement_follows(verb, next, stop))
                }
                Tag::Preposition => self.is_one_of(end, JOINING),
                Tag::Coordinator => !self.is_one_of(end, words!["but"]),
                _ => false,
            };
            match self.untimed_end(end + 1, stop).filter(|&next| joins && !self.verb_at(next)) {
                Some(next) => end = next,
                None => break,
            }
        }
        // "by a woman who lives nearby that"
        if self.is_one_of(end, words!["who"]) {
            let that = (end..stop).find(|&k| matches!(self.tag(k), Tag::That | Tag::Comma));
            return Some(that.filter(|&that| self.tag(that) == Tag::That).unwrap_or(end));
        }
        Some(self.apposition_end(end, stop).unwrap_or(end))
    }

    /// "Ana Ruiz | late Monday": the end of the noun phrase at `i`, without a time that follows.
    fn untimed_end(&self, i: usize, stop: usize) -> Option<usize> {
        let end = self.core_end(i, stop)?;
        let times = (i..end).rev().take_while(|&k| self.is_time(k)).count();
        let untimed = end - times;
        if times == 0 || untimed <= i {
            return Some(end);
        }
        Some(untimed - usize::from(untimed > i + 1 && self.tag(untimed - 1) == Tag::Adjective))
    }

    /// Whether a clause or phrase that a verb can take as its complement follows at `i`, after any
    /// adjuncts.
    fn complement_follows(&self, verb: usize, i: usize, stop: usize) -> bool {
        let at = self.past_settings(i, stop);
        matches!(self.tag(at), Tag::That | Tag::Wh | Tag::To)
            || self.is_one_of(at, words!["for", "as", "whether", "because"])
            || self.is_one_of(at, words!["of"]) && self.takes_of(verb)
    }

    /// Whether the "of" at `k` belongs to the noun before it and not to the verb. If the verb
    /// itself takes "of", a second one or another complement must follow: "accused by the head of
    /// the club of lying".
    fn joins_by_of(&self, verb: usize, k: usize, stop: usize) -> bool {
        let of = |k: usize| self.is_one_of(k, words!["of"]);
        if self.tag(k + 1) == Tag::Ing {
            return false;
        }
        // "told by the head of the club that": the complement is yet to come
        let again = |end| of(end) || self.complement_follows(verb, end, stop);
        !self.takes_of(verb) || self.core_end(k + 1, stop).is_some_and(again)
    }

    /// "accused of lying": whether the verb at `verb` is a cue with "of".
    pub(crate) fn takes_of(&self, verb: usize) -> bool {
        let with_of = |cue: &Cue| cue.part == Part::Verb && words!["of"].has(cue.particle);
        self.cues(verb).iter().any(with_of)
    }

    /// "charged two men with theft": whether the verb at `verb` is a cue with "with".
    pub(crate) fn takes_with(&self, verb: usize) -> bool {
        let with = |cue: &Cue| cue.part == Part::Verb && words!["with"].has(cue.particle);
        self.cues(verb).iter().any(with)
    }

    /// "by Ana Ruiz, the mayor, of lying": the position after the comma that closes an apposition,
    /// if the verb's complement continues there.
    fn apposition_end(&self, end: usize, stop: usize) -> Option<usize> {
        if self.tag(end) != Tag::Comma || !self.tag(end + 1).is_nominal() {
            return None;
        }
        let close = (end + 2..stop.min(end + APPOSITION)).find(|&k| self.tag(k) == Tag::Comma)?;
        let verb = (end + 1..close).any(|k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary));
        let goes_on = self.is_one_of(close + 1, words!["of", "for", "as", "over", "about", "because"])
            || matches!(self.tag(close + 1), Tag::To | Tag::That);
        (!verb && goes_on).then_some(close + 1)
    }
}
