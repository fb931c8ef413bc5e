//! Which kind of speaker a description shows by its words: a person, people, an organisation, a
//! document.

use super::gender::Gender;
use super::kind::EntityKind;
use super::resolver::Resolver;
use super::role;
use super::vocabulary::Sense;
use crate::lexicon::{Class, Classes, words};
use crate::text::{Run, token};

/// What the words of a description show.
pub(super) struct Described {
    pub kind: EntityKind,
    pub gender: Gender,
    pub plural: bool,
    /// Whether the noun is one for people.
    pub person: bool,
}

impl Resolver<'_, '_> {
    /// What the description `run` with its noun at `head` shows.
    pub(super) fn described_as(&self, run: Run, head: usize) -> Described {
        let view = self.view;
        let several = self.joins_others(run) && !view.is(head, Class::Document);
        let group = view.is_group_word(head) && !self.is_member(run, head) && !several;
        let person = (view.is_title(head) || view.is_agent(head) || view.has(head, Sense::Epithet)) && !group
            || self.is_someone(run, head);
        // "the Man Utd club"
        let gender = if person || !group { role::gender(view, run) } else { Gender::Unknown };
        let plural = role::is_plural(view, head) || several;
        let kind = if several {
            EntityKind::Group
        } else if person || gender != Gender::Unknown {
            if plural { EntityKind::Group } else { EntityKind::Person }
        } else if view.is(head, Class::Document) && !view.is(head, Class::Group) {
            EntityKind::Document
        } else if group && plural || self.are_counted(run, head) {
            // "authorities", "22 percent"
            EntityKind::Group
        } else if group
            || !plural && view.has(head, Sense::Enterprise)
            || run.len() == 1 && view.has(head, Sense::CommonName) && view.is_capital(head)
        {
            EntityKind::Organization
        } else if view.has(head, Sense::Quantity)
            && view.has(head + 1, Sense::Joint)
            && (head + 2..run.stop()).any(|i| role::is_plural(view, i))
        {
            // "a number of analysts"
            EntityKind::Group
        } else {
            EntityKind::Unknown
        };
        Described { kind, gender, plural, person }
    }

    /// "one former executive", "a Supreme Court justice": a person, unlike "the executive",
    /// "Justice".
    fn is_member(&self, run: Run, head: usize) -> bool {
        let view = self.view;
        let former = || (run.first()..head).any(|i| view.has(i, Sense::Qualifier));
        let one = !self.is_definite(run, head) || former();
        // "a guard said", but "the guard"
        let role = view.has(head, Sense::Role) && view.is(head, Class::Group) && !self.is_definite(run, head);
        role || view.is(head, Class::Person)
            && !view.is_capital(head)
            && (view.is(head, Class::Group) && view.has(head, Sense::OfCompany) && one
                || !view.is(head, Class::Group))
    }

    /// "someone", "anyone who knows", "one of her advisers", but not "one of the reports".
    pub(super) fn is_someone(&self, run: Run, head: usize) -> bool {
        let view = self.view;
        let number = Classes::of(Class::IndefinitePronoun).and(Class::NumberWord);
        let of = view.has(head + 1, Sense::Joint) && head + 2 < run.stop();
        let members = || {
            let rest = Run::new(head + 2, run.stop());
            role::head(view, rest)
                .is_some_and(|member| view.is_title(member) && role::is_plural(view, member))
        };
        let one = view.is(head, Class::NumberWord) || view.is_one_of(head, words!["another"]);
        view.has(head, Sense::Singular)
            && view.classes(head).any(number)
            && (run.stop() == head + 1 || of && members() || !of && !one)
    }

    /// "Ruiz and other leaders", "she and her aides": people together.
    fn joins_others(&self, run: Run) -> bool {
        let view = self.view;
        let others =
            |i: usize| view.is(i, Class::PossessivePronoun) || view.is_one_of(i, words!["other", "others"]);
        let pair = |i: usize| view.is_one_of(i, words!["and"]) && others(i + 1);
        (run.first() + 1..run.stop().saturating_sub(1)).any(pair) && role::is_plural(view, run.stop() - 1)
    }

    /// "those surveyed", "22 percent", "sixty percent of voters": people who are counted.
    fn are_counted(&self, run: Run, head: usize) -> bool {
        let view = self.view;
        let number = |i: usize| {
            view.kind(i) == Some(token::Kind::Number)
                || view.is(i, Class::NumberWord)
                || view.token(i).is_some_and(|t| t.has_hyphen())
        };
        // "68% of voters", "about four in ten"
        let of_hundred = || number(head) && (view.word(head).ends_with('%') || view.word_is(head + 1, "%"));
        // "46 of its own members"
        let people = |rest: Run| {
            role::head(view, rest).is_some_and(|head| view.is_title(head) && role::is_plural(view, head))
        };
        let of_people = || {
            number(head)
                && view.has(head + 1, Sense::Joint)
                && head + 2 < run.stop()
                && people(Run::new(head + 2, run.stop()))
        };
        let in_ten = || number(head) && view.is_one_of(head + 1, words!["in"]) && number(head + 2);
        let share = head > run.first() && view.has(head, Sense::Quantity) && number(head - 1)
            || of_hundred()
            || of_people()
            || in_ten();
        let those =
            view.is_one_of(run.first(), words!["those"]) && view.is(run.first() + 1, Class::VerbParticiple);
        share || those
    }
}
