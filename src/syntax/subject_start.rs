//! How far the noun phrase of a subject extends to the left: across a relative clause or a
//! participle inside it, a list, a limiting word.

use crate::lexicon::{Class, Classes, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;

/// Maximum length of a relative clause inside a subject, in tokens.
const RELATIVE: usize = 14;
/// Maximum length of one that holds another clause.
const NESTED: usize = 2 * RELATIVE;

impl Syntax<'_> {
    /// "the committee that is looking into the spill decided", "voters polled by the paper say": if
    /// `start` is inside a relative clause or a participle phrase, the start of the noun phrase
    /// that it modifies.
    pub(super) fn modified_head(&self, start: usize, floor: usize) -> Option<usize> {
        let governed =
            |i: usize| matches!(self.tag(i), Tag::Preposition | Tag::Auxiliary) || self.tag(i).is_verb();
        if start < floor + 2 || !governed(start - 1) {
            return None;
        }
        // "a man who lives nearby left because they | said": a subject of its own
        if self.is(start, Class::SubjectPronoun) || self.is_one_of(start - 1, words!["because"]) {
            return None;
        }
        let opener = (floor + 1..start).rev().take(RELATIVE).find(|&i| {
            matches!(
                self.tag(i),
                Tag::Wh | Tag::That | Tag::Comma | Tag::Finite | Tag::Auxiliary | Tag::Break | Tag::Mark
            ) || self.is_participle_after_noun(i)
                || self.tag(i) == Tag::To && self.tag(i - 1).is_nominal()
        })?;
        // "a report to be published on Friday"
        let infinitive = self.tag(opener) == Tag::Auxiliary
            && opener > floor + 1
            && self.tag(opener - 1) == Tag::To
            && self.tag(opener - 2).is_nominal();
        let opener = opener - usize::from(infinitive);
        // "opponents of a plan to close the pier"
        if self.tag(opener) == Tag::To {
            let opens = |&start: &usize| start == floor || self.tag(start - 1) == Tag::Comma;
            return self.phrase_start(opener, floor).filter(opens);
        }
        if self.is_participle_after_noun(opener) {
            // "experts not involved in the study", "a book just published"
            let modified = matches!(self.tag(opener - 1), Tag::Negation | Tag::Adverb);
            return self.phrase_start(opener - usize::from(modified), floor);
        }
        // the only verb of the relative clause
        let relative = match self.tag(opener) {
            Tag::Finite | Tag::Auxiliary => (floor + 1..opener)
                .rev()
                .take(RELATIVE)
                .find(|&i| !matches!(self.tag(i), Tag::Adverb | Tag::Negation | Tag::Auxiliary))?,
            _ => opener,
        };
        let opens = matches!(self.tag(relative), Tag::Wh | Tag::That)
            && self.verb_at(relative + 1)
            && self.tag(relative - 1).is_nominal();
        opens.then(|| self.phrase_start(relative, floor)).flatten()
    }

    /// "a woman who lives nearby said": the start of the noun phrase whose relative clause ends
    /// with the verb at `last`.
    pub(super) fn head_of_relative(&self, last: usize, floor: usize) -> Option<usize> {
        let verb = (floor + 1..=last).rev().take(RELATIVE).find(|&i| {
            !matches!(
                self.tag(i),
                Tag::Adverb | Tag::Negation | Tag::Auxiliary | Tag::Participle | Tag::Finite
            )
        })?;
        if self.is_relative_after_noun(verb) {
            return self.phrase_start(verb, floor);
        }
        // "a woman who took pills bought online has said": a participle ends the relative clause
        if self.tag(last) != Tag::Participle && !self.is(last, Class::VerbParticiple) {
            return None;
        }
        let closed = |i: &usize| !matches!(self.tag(*i), Tag::Comma | Tag::Break | Tag::Mark);
        let pronoun = (floor + 1..verb)
            .rev()
            .take(RELATIVE)
            .take_while(closed)
            .find(|&i| self.opens_subject_relative(i))?;
        self.phrase_start(pronoun, floor)
    }

    /// Whether the word at `i`, before a verb, may end a clause rather than the verb's own subject,
    /// which mostly ends in a name, a pronoun or a word for people.
    pub(super) fn may_end_clause(&self, i: usize) -> bool {
        const SPEAKERS: Classes = Classes::of(Class::Person).and(Class::Group);
        match self.tag(i) {
            Tag::Noun => !self.classes(i).any(SPEAKERS),
            Tag::Adjective | Tag::Base | Tag::Finite | Tag::Participle | Tag::Adverb => true,
            _ => false,
        }
    }

    /// "The parents of a boy who died after he fell into the sea | have said": the noun phrase that
    /// opens the sentence, if a relative clause goes on from there to the verb.
    pub(super) fn subject_with_relative(&self, group: VerbGroup, floor: usize) -> Option<Run> {
        let phrase = |i: &usize| self.tag(*i).is_nominal() || self.tag(*i) == Tag::Preposition;
        let pronoun = (floor..group.start).find(|i| !phrase(i))?;
        let opens = pronoun > floor
            && self.opens_subject_relative(pronoun)
            && self.tag(floor) != Tag::Preposition
            && self.tag(group.start - 1) != Tag::Pronoun;
        let closed = |i: usize| {
            matches!(
                self.tag(i),
                Tag::Comma | Tag::Break | Tag::Mark | Tag::End | Tag::That | Tag::Wh | Tag::Coordinator
            ) && !self.is_one_of(i, words!["when", "where"])
        };
        let near = group.start - pronoun < NESTED;
        (opens && near && !(pronoun + 1..group.start).any(closed)).then(|| Run::new(floor, group.start))
    }

    /// "several people I have spoken to in the village | said", "the man she married | said", "a
    /// woman whose son died | said": the noun phrase for people that opens the sentence, if a
    /// relative clause without a pronoun or with "whose" goes on from there to `end`.
    pub(super) fn subject_with_contact_relative(&self, end: usize, floor: usize) -> Option<Run> {
        const PEOPLE: Classes = Classes::of(Class::Person).and(Class::Group).and(Class::IndefinitePronoun);
        let phrase = |i: usize| self.tag(i).is_nominal() || self.tag(i) == Tag::Preposition;
        let subject = |&i: &usize| self.tag(i) == Tag::Pronoun && self.is(i, Class::SubjectPronoun);
        let whose = |i: usize| self.is_one_of(i, words!["whose"]);
        let found = |i: &usize| subject(i) || whose(*i);
        let pronoun = (floor + 1..end).take_while(|&i| phrase(i) || whose(i)).find(found)?;
        let closed = |i: usize| {
            matches!(
                self.tag(i),
                Tag::Comma
                    | Tag::Break
                    | Tag::Mark
                    | Tag::That
                    | Tag::Wh
                    | Tag::Coordinator
                    | Tag::Subordinator
            )
        };
        let opens = self.classes(pronoun - 1).any(PEOPLE)
            && !self.is(pronoun - 1, Class::SubjectPronoun)
            && self.tag(floor) != Tag::Preposition
            && (whose(pronoun) || self.verb_at(pronoun + 1));
        let verb =
            (pronoun + 1..end).any(|i| matches!(self.tag(i), Tag::Finite | Tag::Base | Tag::Participle));
        let near = end - pronoun < NESTED;
        (opens && verb && near && !(pronoun + 1..end).any(closed)).then(|| Run::new(floor, end))
    }

    /// "an official who spoke anonymously because she was not allowed to comment | said": the start
    /// of the noun phrase before a relative clause that ends with `last` and holds another clause.
    /// Each of the two has its verb, so the next one is the outer clause's.
    pub(super) fn relative_with_clause(&self, last: usize, floor: usize) -> Option<usize> {
        let bound = |i: &usize| matches!(self.tag(*i), Tag::Comma | Tag::Break | Tag::Mark);
        let inside = || (floor + 1..=last).rev().take(NESTED).take_while(|i| !bound(i));
        let joins = |i: usize| {
            self.is_one_of(i, words!["because"]) && !self.is_one_of(i + 1, words!["of"])
                || self.tag(i) == Tag::Subordinator
                || self.tag(i) == Tag::Wh && self.is(i, Class::AdverbialWh)
        };
        let join = inside().find(|&i| joins(i)).filter(|&join| join < last)?;
        let pronoun = inside().find(|&i| i < join && self.opens_subject_relative(i))?;
        let finite = |i: usize| matches!(self.tag(i), Tag::Finite | Tag::Auxiliary);
        let verbs = |from: usize| (from..=last).filter(|&i| finite(i) && self.begins_group(i)).count();
        (verbs(join) == 1 && verbs(pronoun) == 2).then(|| self.phrase_start(pronoun, floor)).flatten()
    }

    /// "a woman who": whether a relative pronoun after a noun is at `i`.
    fn is_relative_after_noun(&self, i: usize) -> bool {
        self.is(i, Class::Relative)
            && matches!(self.tag(i), Tag::Wh | Tag::That)
            && self.tag(i - 1).is_nominal()
    }

    /// "a woman who lives": whether the relative pronoun at `i` is the subject of its clause.
    fn opens_subject_relative(&self, i: usize) -> bool {
        self.is_relative_after_noun(i) && self.verb_at(i + 1)
    }

    fn is_participle_after_noun(&self, i: usize) -> bool {
        let noun = |k: usize| {
            matches!(self.tag(k), Tag::Noun | Tag::Proper)
                || self.is(k, Class::IndefinitePronoun)
                // "a man in his 40s standing outside"
                || self.tag(k) == Tag::Number && k > 0 && self.tag(k - 1) == Tag::Possessive
        };
        matches!(self.tag(i), Tag::Participle | Tag::Ing)
            && (noun(i - 1) || i > 1 && matches!(self.tag(i - 1), Tag::Negation | Tag::Adverb) && noun(i - 2))
    }

    /// "Moor, Arden and Keane", "teachers, parents, and pupils": the start of a list of names or of
    /// people that ends with the phrase from `start` to `end`.
    pub(super) fn list_start(&self, start: usize, end: usize, floor: usize) -> usize {
        let joined = |i: usize| self.tag(i) == Tag::Coordinator && self.is_one_of(i, words!["and", "or"]);
        let mut first = if start > floor + 2 && joined(start - 1) && self.tag(start - 2) == Tag::Comma {
            start - 1
        } else if (start..end).any(joined) {
            start
        } else {
            return start;
        };
        if !self.is_list_member(start, end) {
            return start;
        }
        let mut members = 0;
        while first > floor + 1 && self.tag(first - 1) == Tag::Comma {
            let member = self.core_start(first - 1, floor);
            let Some(member) = member.filter(|&member| self.is_list_member(member, first - 1)) else {
                break;
            };
            first = member;
            members += 1;
        }
        // "the plan has failed, doctors, nurses and patients said"
        let after_clause = || {
            self.tag(first - 1) == Tag::Comma
                && (floor..first).any(|i| matches!(self.tag(i), Tag::Finite | Tag::Auxiliary))
        };
        let bounded = first == floor
            || matches!(self.tag(first - 1), Tag::Mark | Tag::End | Tag::Break)
            || after_clause();
        if members > 0 && bounded { first } else { start }
    }

    /// Whether the phrase may be in a list of speakers: a name or people. "The two men, friends and
    /// neighbours said, had left" has an attribution between commas.
    fn is_list_member(&self, start: usize, end: usize) -> bool {
        const SPEAKERS: Classes = Classes::of(Class::Person).and(Class::Group);
        let last = end - 1;
        let people = self.tag(last) == Tag::Noun
            && (self.classes(last).any(SPEAKERS) || self.looks_plural(last))
            && self.tag(end + 1) != Tag::Comma;
        (self.tag(start) == Tag::Proper || people) && !self.is_time(last)
    }

    /// "Only 24 percent", "not everyone", "neither Ruiz nor Kim": a limiting word belongs to its
    /// phrase.
    pub(super) fn with_limit(&self, start: usize, floor: usize) -> usize {
        if start <= floor {
            return start;
        }
        let start = self.quantifier_start(start, floor);
        if start <= floor {
            return start;
        }
        let limits = self.is_one_of(start - 1, words!["neither"])
            || self.is_one_of(start - 1, words!["not"]) && self.tag(start - 1) == Tag::Negation
            || self.is_one_of(start - 1, words!["at"]) && self.is_one_of(start, words!["least"])
            || self.is_one_of(start - 1, words!["whose"]);
        if limits { start - 1 } else { start }
    }
}
