//! The noun phrase that speaks: before the cue, after it, or as the agent of a passive.

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::source_kind::SourceKind;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;
use crate::text::token::Kind;

/// How far to look, in tokens, for what a comma-bounded insertion belongs to.
pub(super) const INSERTION: usize = 60;

/// The title of a work has fewer tokens than this, with its marks.
const TITLE: usize = 12;

impl Syntax<'_> {
    /// The subject of a finite verb group.
    pub(crate) fn subject(&self, group: VerbGroup, depth: u8) -> Option<Run> {
        self.subject_before(group, depth).map(|source| self.without_medium(source))
    }

    fn subject_before(&self, group: VerbGroup, depth: u8) -> Option<Run> {
        let floor = self.sentence_start(group.head);
        let mut j = group.start;
        while j > floor && self.tag(j - 1) == Tag::Adverb && !self.ends_distance(j) {
            j -= 1;
        }
        // "Ruiz, the minister, on Tuesday said", "who last year said", "left but on Friday said"
        let timed = self.without_time(j, floor);
        if timed > floor
            && timed < j
            && (matches!(self.tag(timed - 1), Tag::Comma | Tag::Wh | Tag::Coordinator)
                || self.ends_distance(j))
        {
            j = timed;
        }
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
                if !self.is(group.head, Class::VerbBase) || self.tag(group.head) != Tag::Finite =>
            {
                // "the firms involved said"
                let participle = || {
                    let modifies = self.tag(before) == Tag::Participle && before > floor;
                    modifies.then(|| self.phrase_start(before, floor)).flatten()
                };
                let start = self.head_of_relative(before, floor).or_else(participle);
                start.map(|start| Run::new(start, group.start))
            }
            Tag::Coordinator => self.shared_subject(before, floor, depth),
            Tag::Comma => self
                .relative_across_insertion(before, floor)
                .or_else(|| self.subject_across_insertion(before, floor))
                .or_else(|| self.shared_subject(before, floor, depth))
                .or_else(|| self.phrase_start(before, floor).map(|start| Run::new(start, before))),
            Tag::Break if matches!(self.kind(before), Some(Kind::Close | Kind::Dash)) => {
                self.subject_across_break(before, floor)
            }
            // "Ruiz opposes “waste,” favors “thrift”"
            Tag::Mark if before > floor && self.tag(before - 1) == Tag::Comma => {
                // "Ruiz, author of “The Last Kiln,” said", "Ruiz, citing the “cost,” said"
                let close = if self.ends_title(before - 1, floor) {
                    Some(before)
                } else {
                    self.ends_insertion(before, floor).then_some(before - 1)
                };
                close
                    .and_then(|close| self.subject_across_insertion(close, floor))
                    .or_else(|| self.phrase_before(j, floor))
                    .or_else(|| {
                        let quotation = self.quotation_ending_at(before).filter(|q| q.first() > floor)?;
                        self.shared_subject(quotation.first(), floor, depth)
                    })
            }
            _ => {
                let phrase = self.phrase_before(j, floor);
                let governed = |phrase: Run| {
                    let start = phrase.first();
                    let kind = self.source_kind(phrase);
                    start > floor
                        && self.tag(start) != Tag::Pronoun
                        && match self.tag(start - 1) {
                            Tag::Preposition => !kind.is_person() && !self.is(start - 1, Class::Subordinator),
                            // "died when his car left the M91"
                            Tag::Finite => kind == SourceKind::Thing,
                            _ => false,
                        }
                };
                if phrase.is_none_or(governed)
                    && let Some(subject) = self.subject_with_relative(group, floor)
                {
                    return Some(subject);
                }
                let phrase = phrase?;
                match self.joins_after_setting(phrase, floor) {
                    Some(conjunction) => self.shared_subject(conjunction, floor, depth).or(Some(phrase)),
                    None => Some(self.over_setting(phrase, floor)),
                }
            }
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
        // "At firms like Norvik, Meta and Snap, workers said": the commas belong to the fronted phrase
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

    /// ", a decision | manager Eddie Marsh later called": the start of the role and name after a noun
    /// with an indefinite article, which no name takes.
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
    fn names_other(&self, start: usize, floor: usize) -> bool {
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

    /// "Ruiz, the minister, said", "Ruiz, who left in May, said": the phrase before the insertion
    /// that `comma` closes. An apposition belongs to the source.
    fn subject_across_insertion(&self, comma: usize, floor: usize) -> Option<Run> {
        let mut found: Option<Run> = None;
        // "Ruiz, in a speech in Port Azul, Calda, said": a phrase governed by a preposition is only
        // taken if there is no other
        let mut governed: Option<Run> = None;
        for open in (floor + 1..comma).rev().take(INSERTION).filter(|&i| self.tag(i) == Tag::Comma) {
            // "author of “The Last Kiln,” a book on potters": this comma belongs to the title
            if !self.ends_phrase(open - 1) || self.ends_title(open, floor) {
                continue;
            }
            let Some(start) = self.phrase_start(open, floor) else { continue };
            let bounded = start == floor
                || matches!(
                    self.tag(start - 1),
                    Tag::Comma
                        | Tag::Mark
                        | Tag::End
                        | Tag::Break
                        | Tag::Coordinator
                        | Tag::That
                        | Tag::Subordinator
                )
                || self.is_one_of(start - 1, words!["like", "including"]);
            if found.is_some() && (!bounded || self.is_time(start)) {
                break;
            }
            if found.is_some() && self.names_other(start, floor) {
                break;
            }
            if governed.is_some() && found.is_none() && !(bounded && self.is_insertion(open + 1, comma)) {
                break;
            }
            // both commas around an apposition belong to it
            let end = if self.is_apposition(open + 1, comma) { comma + 1 } else { open };
            if found.is_none()
                && !bounded
                && matches!(self.tag(start - 1), Tag::Preposition | Tag::Ing | Tag::Participle)
            {
                // "In this case, the caller phoned, told": a clause is not an insertion
                let finite = |i: usize| {
                    self.tag(i) == Tag::Finite
                        && !(open + 1..i).any(|k| matches!(self.tag(k), Tag::Wh | Tag::That))
                };
                if !(open + 1..comma).any(finite) {
                    governed = governed.or(Some(Run::new(start, end)));
                }
                continue;
            }
            found = Some(Run::new(start, end));
            // "Speaking through his aide, Tom Keane, the governor, Ana Ruiz, said"
            if matches!(self.tag(floor), Tag::Ing | Tag::Participle)
                && self.tag(start) == Tag::Determiner
                && self.tag(open + 1) == Tag::Proper
            {
                break;
            }
            // "Ruiz, 63, a teacher from Port Azul, said": an earlier comma is a boundary of the
            // phrase too
            if start == floor
                || self.tag(start - 1) != Tag::Comma
                    && !(start > floor + 1
                        && self.is_one_of(start - 1, words!["like", "including"])
                        && self.tag(start - 2) == Tag::Comma)
            {
                break;
            }
        }
        found.map(|found| self.with_joined_before(found, floor)).or(governed)
    }

    /// "Ana Ruiz, 29, and Tom Keane, 33, said", "Ana Ruiz, the mayor, and Tom Keane, the clerk, said": the
    /// subject with the name that is joined to its first one, over what is inserted after that name.
    fn with_joined_before(&self, found: Run, floor: usize) -> Run {
        let start = found.first();
        let joined = start > floor + 3
            && self.tag(start) == Tag::Proper
            && self.is_one_of(start - 1, words!["and"])
            && self.tag(start - 2) == Tag::Comma;
        let open = || (floor + 1..start - 2).rev().take(TITLE).find(|&i| self.tag(i) == Tag::Comma);
        let Some(open) = joined.then(open).flatten() else { return found };
        let first = self.phrase_start(open, floor);
        let bounded = |first: &usize| {
            *first == floor || matches!(self.tag(first - 1), Tag::Mark | Tag::End | Tag::Break | Tag::That)
        };
        first
            .filter(|_| self.tag(open - 1) == Tag::Proper && self.is_apposition(open + 1, start - 2))
            .filter(bounded)
            .map_or(found, |first| Run::new(first, found.stop()))
    }

    /// "Ruiz, who called it “mad,” said": whether the quotation that ends at `mark` ends an insertion
    /// that a comma and a relative pronoun or a participle open.
    fn ends_insertion(&self, mark: usize, floor: usize) -> bool {
        let Some(quotation) = self.quotation_ending_at(mark).filter(|q| q.first() > floor + 2) else {
            return false;
        };
        let bounds =
            |&k: &usize| matches!(self.tag(k), Tag::Comma | Tag::Mark | Tag::Break | Tag::Coordinator);
        let open = (floor + 1..quotation.first()).rev().take(INSERTION).find(bounds);
        open.is_some_and(|k| {
            self.tag(k) == Tag::Comma
                && matches!(self.tag(k + 1), Tag::Wh | Tag::Ing)
                && self.ends_phrase(k - 1)
        })
    }

    /// Whether the comma at `i` ends a title that continues a phrase: "of “The Last Kiln,”", "who
    /// wrote “The Last Kiln,”".
    fn ends_title(&self, i: usize, floor: usize) -> bool {
        self.quotation_ending_at(i + 1).filter(|q| q.first() > floor && q.len() < TITLE).is_some_and(|q| {
            let before = q.first() - 1;
            self.tag(before) == Tag::Preposition
                || self.tag(before).is_verb() && before > floor && self.tag(before - 1) == Tag::Wh
        })
    }

    /// "who, on a call on Friday, said": the relative pronoun before the insertion that `comma`
    /// closes.
    pub(crate) fn relative_across_insertion(&self, comma: usize, floor: usize) -> Option<Run> {
        let bound =
            |&i: &usize| matches!(self.tag(i), Tag::Comma | Tag::Finite | Tag::Auxiliary | Tag::Break);
        let open = (floor + 1..comma).rev().take(INSERTION).find(bound)?;
        let pronoun = open - 1;
        let relative =
            self.tag(open) == Tag::Comma && self.tag(pronoun) == Tag::Wh && self.is(pronoun, Class::Relative);
        relative.then(|| Run::new(pronoun, open))
    }

    /// Whether the words between two commas are a relative clause, or a phrase without a verb of
    /// its own.
    fn is_insertion(&self, start: usize, end: usize) -> bool {
        match self.tag(start) {
            Tag::Wh => true,
            Tag::Preposition | Tag::Ing | Tag::Participle | Tag::Adjective => !(start..end).any(|i| {
                self.tag(i) == Tag::Finite && !(start..i).any(|k| matches!(self.tag(k), Tag::Wh | Tag::That))
            }),
            _ => false,
        }
    }

    fn ends_phrase(&self, i: usize) -> bool {
        self.tag(i).is_nominal()
            || self.kind(i) == Some(Kind::Close)
            || self.quotation_ending_at(i).is_some_and(|q| q.len() < 8)
    }

    /// Whether the words between two commas describe the phrase before them.
    fn is_apposition(&self, start: usize, end: usize) -> bool {
        let start = if self.tag(start) == Tag::Adverb { start + 1 } else { start };
        let described = matches!(
            self.tag(start),
            Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number | Tag::Possessive
        ) || self.is_one_of(start, words!["including"]);
        described
            && !(start..end).any(|i| {
                self.tag(i) == Tag::Finite && !(start..i).any(|k| matches!(self.tag(k), Tag::Wh | Tag::That))
            })
            && !self.is_time(start)
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
