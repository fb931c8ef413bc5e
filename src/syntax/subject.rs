//! The noun phrase that speaks: before the cue, after it, or as the agent of a passive.

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::source_kind::SourceKind;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;
use crate::text::token::Kind;

impl Syntax<'_> {
    /// The subject of a finite verb group.
    pub(crate) fn subject(&self, group: VerbGroup, depth: u8) -> Option<Run> {
        let source = self.subject_before(group, depth)?;
        // "officials here say"
        let placed = source.stop() + 1 == group.start && self.is(source.stop(), Class::AfterNoun);
        Some(self.without_medium(Run::new(source.first(), source.stop() + usize::from(placed))))
    }

    fn subject_before(&self, group: VerbGroup, depth: u8) -> Option<Run> {
        let floor = self.sentence_start(group.head);
        let j = self.without_adverbs_and_time(group.start, floor);
        let j = self.without_publication(j, floor);
        // a verb may be in the dateline, before its floor
        if j <= floor {
            return None;
        }
        let before = j - 1;
        if self.may_end_clause(before)
            && let Some(start) = self.relative_with_clause(before, floor)
        {
            return Some(Run::new(start, group.start));
        }
        match self.tag(before) {
            Tag::Wh if self.is(before, Class::Relative) || self.is_one_of(before, words!["what"]) => {
                Some(Run::new(before, j))
            }
            Tag::That if before > floor && self.tag(before - 1).is_nominal() => Some(Run::new(before, j)),
            // "the man who works there says"
            Tag::Finite | Tag::Noun
                if j < group.start
                    && before > floor + 1
                    && self.tag(before - 1) == Tag::Wh
                    && self.is(before - 1, Class::Relative) =>
            {
                self.phrase_start(before - 1, floor).map(|start| Run::new(start, group.start))
            }
            Tag::Object if self.is(before, Class::Reflexive) => self.phrase_before(before, floor),
            // "the groups that have endorsed him say"
            Tag::Object if before > floor && self.tag(before - 1).is_verb() => {
                let start = self.modified_head(before, floor).map(|start| Run::new(start, j));
                start.or_else(|| self.subject_with_relative(group, floor))
            }
            // "a woman who lives nearby said"
            Tag::Finite | Tag::Auxiliary | Tag::Adverb | Tag::Participle
                if !self.is(group.head, Class::VerbBase)
                    || self.tag(group.head) != Tag::Finite
                    // "records released this week suggest"
                    || self.tag(before) == Tag::Participle
                        && before > floor
                        && self.looks_plural(before - 1) =>
            {
                // "the firms involved said"
                let participle = || {
                    let modifies = self.tag(before) == Tag::Participle && before > floor;
                    modifies.then(|| self.phrase_start(before, floor)).flatten()
                };
                let start = self.head_of_relative(before, floor).or_else(participle);
                start
                    .map(|start| Run::new(self.with_limit(start, floor), group.start))
                    .or_else(|| self.subject_with_contact_relative(group.start, floor))
            }
            Tag::Coordinator => self.shared_subject(before, floor, depth),
            Tag::Comma => self
                .relative_across_insertion(before, floor)
                .or_else(|| self.contact_relative_across_insertion(before, floor))
                .or_else(|| self.subject_across_insertion(before, floor))
                .or_else(|| self.shared_subject(before, floor, depth))
                .or_else(|| self.phrase_start(before, floor).map(|start| Run::new(start, before))),
            Tag::Break if matches!(self.kind(before), Some(Kind::Close | Kind::Dash)) => {
                self.subject_across_break(before, floor)
            }
            Tag::Mark if before > floor && self.tag(before - 1) == Tag::Comma => {
                self.subject_across_quotation(before, floor, depth)
            }
            _ => self.subject_phrase(group, j, floor, depth),
        }
    }

    /// "Ruiz, the minister, on Tuesday said", "who last year said", "left but on Friday said",
    /// "files released last week show": the end of the subject, before adverbs and a time.
    fn without_adverbs_and_time(&self, end: usize, floor: usize) -> usize {
        let mut j = end;
        while j > floor && self.tag(j - 1) == Tag::Adverb && !self.ends_distance(j) {
            j -= 1;
        }
        let timed = self.without_time(j, floor);
        let participle =
            |k: usize| self.tag(k) == Tag::Participle && k > floor && self.tag(k - 1) == Tag::Noun;
        let opens =
            |k: usize| matches!(self.tag(k), Tag::Comma | Tag::Wh | Tag::Coordinator) || participle(k);
        let left = timed > floor && timed < j && (opens(timed - 1) || self.ends_distance(j));
        if left { timed } else { j }
    }

    /// "a report out this week | said", "figures due on Monday | will show": the end of the subject
    /// before the time at which it is published, which ends before `end`.
    fn without_publication(&self, end: usize, floor: usize) -> usize {
        let timed = |&k: &usize| {
            self.is_time(k)
                || matches!(self.tag(k), Tag::Determiner | Tag::Number)
                || self.is_one_of(k, words!["on", "in"])
        };
        let start = (floor + 1..end).rev().find(|k| !timed(k));
        let out = start.filter(|&k| k + 1 < end && self.is_one_of(k, words!["out", "due"]));
        let Some(out) = out else { return end };
        let due = out - usize::from(self.is_one_of(out - 1, words!["due"]));
        if self.tag(due - 1) == Tag::Noun { due } else { end }
    }

    /// The subject whose last phrase ends before `j`.
    fn subject_phrase(&self, group: VerbGroup, j: usize, floor: usize, depth: u8) -> Option<Run> {
        let phrase = self.phrase_before(j, floor);
        if phrase.is_none_or(|phrase| self.is_governed(phrase, floor))
            && let Some(subject) = self.subject_with_relative(group, floor)
        {
            return Some(subject);
        }
        // "people I met in Tarn | said"
        let governed = |phrase: Run| {
            let first = phrase.first();
            let before = || matches!(self.tag(first - 1), Tag::Preposition | Tag::Finite);
            first > floor && (before() || self.is_one_of(first, words!["whose"]))
        };
        if phrase.is_none_or(governed)
            && let Some(subject) = self.subject_with_contact_relative(group.start, floor)
        {
            return Some(subject);
        }
        let phrase = phrase?;
        match self.joins_after_setting(phrase, floor) {
            Some(conjunction) => self.shared_subject(conjunction, floor, depth).or(Some(phrase)),
            None => Some(self.over_setting(phrase, floor)),
        }
    }

    /// "fell into the sea | have said", "left the M91 | said": whether a preposition or a verb
    /// before the phrase shows that it is not the subject.
    fn is_governed(&self, phrase: Run, floor: usize) -> bool {
        let start = phrase.first();
        let kind = self.source_kind(phrase);
        start > floor
            && self.tag(start) != Tag::Pronoun
            && match self.tag(start - 1) {
                Tag::Preposition => !kind.is_person() && !self.is(start - 1, Class::Subordinator),
                Tag::Finite => kind == SourceKind::Thing,
                _ => false,
            }
    }

    /// "left and in a statement said": the conjunction before the phrase of occasion that ends with
    /// `phrase`, directly before the verb.
    fn joins_after_setting(&self, phrase: Run, floor: usize) -> Option<usize> {
        let preposition = phrase.first().checked_sub(1).filter(|&p| p > floor)?;
        let joined =
            self.tag(preposition) == Tag::Preposition && self.tag(preposition - 1) == Tag::Coordinator;
        let stop = phrase.stop();
        (joined && self.is_adjunct(preposition, stop) && self.core_end(phrase.first(), stop) == Some(stop))
            .then_some(preposition - 1)
    }

    /// The noun phrase that ends before `end`, with the phrase that it is an apposition to.
    pub(super) fn phrase_before(&self, end: usize, floor: usize) -> Option<Run> {
        let end = self.without_time(end, floor);
        let start = self.phrase_start(end, floor)?;
        // "Ana Ruiz, the head of the ministry said": the comma after the apposition is missing
        // "At firms like Norvik, Meta and Snap, workers said": the commas belong to the fronted
        // phrase
        let named = start > floor + 1
            && self.tag(start - 2) == Tag::Proper
            && !self.is_time(start - 2)
            && !matches!(self.tag(floor), Tag::Preposition | Tag::Ing | Tag::Participle);
        if named && self.tag(start - 1) == Tag::Comma {
            let outer = self.phrase_start(start - 1, floor)?;
            let bounded = outer == floor
                || matches!(self.tag(outer - 1), Tag::Mark | Tag::End | Tag::Break | Tag::Comma)
                    && !self.names_other(outer, floor);
            let apposition = matches!(self.tag(start), Tag::Determiner | Tag::Noun | Tag::Adjective)
                && (start..end).any(|i| self.classes(i).any(Classes::of(Class::Person).and(Class::Title)));
            if bounded && apposition {
                return Some(Run::new(outer, end));
            }
        }
        let start = self.past_apposed_noun(start, end, floor);
        let start = self.modified_head(start, floor).unwrap_or(start);
        let start = self.list_start(start, end, floor);
        Some(self.past_fronted_adjunct(Run::new(self.with_limit(start, floor), end), floor))
    }

    /// ", a decision | manager Eddie Marsh later called": the start of the role and name after a
    /// noun with an indefinite article, which no name takes.
    fn past_apposed_noun(&self, start: usize, end: usize, floor: usize) -> usize {
        let opens = start > floor
            && self.tag(start - 1) == Tag::Comma
            && self.is_one_of(start, words!["a", "an"])
            && self.tag(end - 1) == Tag::Proper;
        let role = |&p: &usize| {
            self.tag(p) == Tag::Noun && self.is(p, Class::Person) && self.tag(p + 1) == Tag::Proper
        };
        let role = opens.then(|| (start + 2..end).find(role)).flatten();
        role.filter(|&p| self.tag(p - 1) == Tag::Noun && !self.is(p - 1, Class::Person)).unwrap_or(start)
    }

    /// "In a statement by her aide, Ana Ruiz, the mayor said": whether the name at `start` belongs
    /// to the person before the comma, in a phrase that opens the sentence.
    pub(super) fn names_other(&self, start: usize, floor: usize) -> bool {
        start > floor + 2
            && self.tag(start) == Tag::Proper
            && self.tag(start - 1) == Tag::Comma
            && self.is(start - 2, Class::Person)
            && matches!(self.tag(floor), Tag::Preposition | Tag::Ing)
    }

    /// "the mayor in a statement by her aide": the source without the medium.
    pub(super) fn without_medium(&self, source: Run) -> Run {
        const TEXTS: Classes = Classes::of(Class::Medium).and(Class::Occasion).and(Class::Document);
        let medium = |&k: &usize| {
            self.is_one_of(k, words!["in"])
                && matches!(self.tag(k - 1), Tag::Noun | Tag::Proper | Tag::Comma)
                && (self.is_one_of(k + 1, words!["a", "an"]) || self.tag(k + 1) == Tag::Possessive)
                && self.core_end(k + 1, source.stop()).is_some_and(|end| self.classes(end - 1).any(TEXTS))
        };
        let end = source.indices().skip(1).find(medium).unwrap_or(source.stop());
        // "Ruiz, in a statement"
        let comma = end < source.stop() && self.tag(end - 1) == Tag::Comma;
        Run::new(source.first(), end - usize::from(comma))
    }

    /// "She went on stage to say that", "urged the minister to say why": the subject of an
    /// infinitive. It is the object before the infinitive if that is a person, or else the subject
    /// of the verb before.
    pub(crate) fn subject_of_infinitive(&self, group: VerbGroup) -> Option<Run> {
        let floor = self.sentence_start(group.head);
        let before = group.start.checked_sub(1).filter(|&b| b >= floor)?;
        if self.tag(before) == Tag::Object {
            let object = Run::new(before, before + 1);
            return if self.only_receives(object, floor) {
                self.shared_subject(group.start, floor, 0)
            } else {
                Some(object)
            };
        }
        if self.tag(before).is_nominal()
            && let Some(object) = self.phrase_before(group.start, floor)
            && self.source_kind(object).is_person()
            && !self.is_headed_by_thing(object)
            && !self.only_receives(object, floor)
        {
            return Some(object);
        }
        self.shared_subject(group.start, floor, 0)
    }

    /// "the Senate floor", "a speech in Tarn": a noun phrase with a name in it, about no person.
    fn is_headed_by_thing(&self, phrase: Run) -> bool {
        const SPEAKERS: Classes = Classes::of(Class::Person).and(Class::Group).and(Class::Title);
        let head = self.core_end(phrase.first(), phrase.stop()).unwrap_or(phrase.stop()) - 1;
        self.tag(head) == Tag::Noun && !self.classes(head).any(SPEAKERS)
    }
}
