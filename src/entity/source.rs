//! Resolves a source: by its name, by the entity that its description fits, or by its pronoun's
//! antecedent.

use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::phrase::{self, Phrase};
use super::resolver::Resolver;
use super::vocabulary::{Sense, Senses};
use super::{Resolution, role};
use crate::lexicon::{Class, Classes, words};
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token;

/// The maximum number of tokens of an insertion after a name.
const INSERTION: usize = 30;

impl Resolver<'_, '_> {
    pub(super) fn source(&mut self, index: usize) {
        let label = self.attributions[index].source.and_then(|run| self.interview.speaker(self.view, run));
        self.said = &self.attributions[index].content;
        let found = match self.phrases[index] {
            _ if label.is_some() => label.map(|id| (id, Resolution::Role)),
            Phrase::Pronoun(token) => self.pronoun_source(token),
            Phrase::Named(name, role) => Some(self.named(name, role)),
            Phrase::List(run) => Some((self.together(run), Resolution::Named)),
            Phrase::Description(run, head) => match self.owner_before(run) {
                Some(id) => Some((id, Resolution::Named)),
                None => Some(self.describe(run, head)),
            },
            Phrase::Nothing => None,
        };
        self.said = &[];
        if let Some((id, resolution)) = found {
            self.settle(index, id, resolution);
        }
    }

    /// "Ana Ruiz, president and editor of the Courier, said", "Ana Ruiz, of Norvik, which sells
    /// tools, said": the person whose name opens the sentence, if the phrase is part of an
    /// insertion after that name.
    fn owner_before(&self, run: Run) -> Option<Id> {
        let (view, syntax) = (self.view, self.view.syntax);
        let sentence = view.sentence(run.first());
        let after = self.names.partition_point(|name| name.run.stop() <= sentence.first());
        let name = self.names.get(after).filter(|name| name.whole().first() == sentence.first())?;
        let (comma, limit) = (name.run.stop(), run.first());
        let inserted =
            view.kind(comma) == Some(token::Kind::Comma) && comma + 1 < limit && limit - comma < INSERTION;
        if !inserted || name.run.len() < 2 {
            return None;
        }
        let before = view.kind(limit - 1) == Some(token::Kind::Comma);
        // every verb in between must have a relative pronoun as its subject
        let (mut relative, mut within) = (false, false);
        for i in comma + 1..limit {
            match syntax.tag(i) {
                Tag::Wh => relative = true,
                Tag::Finite | Tag::Auxiliary if relative => within = true,
                Tag::Finite | Tag::Auxiliary | Tag::Break | Tag::Mark => return None,
                Tag::Comma => (relative, within) = (false, false),
                _ => {}
            }
        }
        let role = view.is_title(role::head(view, run)?) && view.kind(run.stop()) == Some(token::Kind::Comma);
        let object = within && view.is_verb(limit - 1);
        let id =
            self.linked[after].filter(|&id| self.index.entities[id as usize].kind == EntityKind::Person)?;
        (object || role && !before).then_some(id)
    }

    fn pronoun_source(&mut self, token: usize) -> Option<(Id, Resolution)> {
        if let Some(at) = self.view.pronoun_at(token)
            && let Some(id) = self.antecedents[at]
        {
            return Some((id, if self.tied[at] { Resolution::Ambiguous } else { Resolution::Pronoun }));
        }
        if !self.view.is(token, Class::Relative) {
            return None;
        }
        // "who": its antecedent precedes it, with a comma or an apposition in between
        let parted = token > 0
            && matches!(
                self.view.kind(token - 1),
                Some(token::Kind::Comma | token::Kind::Dash | token::Kind::Open)
            );
        let before = token - usize::from(parted);
        // "Emma - the daughter of Ana Ruiz - who"
        let before = self.before_dashes(token).unwrap_or(before);
        let after = self.names.partition_point(|n| n.run.stop() <= before);
        let near =
            || (after.saturating_sub(3)..after).filter_map(|i| Some((self.names[i].run, self.linked[i]?)));
        // "Ana Ruiz, a deputy", "Ana Ruiz of Calda, a deputy"
        let apposed = |run: Run| {
            let belonging = || near().find(|(place, _)| place.first() == run.stop() + 1);
            let joined = self.view.is(run.stop(), Class::Preposition);
            let end = joined.then(belonging).flatten().map_or(run, |(place, _)| place).stop();
            role::after(self.view, end, before).is_some_and(|role| role.stop() == before)
        };
        // "Ana Ruiz of Norvik Bank, who"
        let last = near().find(|(run, _)| run.stop() == before);
        let belongs = |run: Run| {
            let joined = self.view.is(run.stop(), Class::Preposition);
            joined && last.is_some_and(|(last, _)| run.stop() + 1 == last.first())
        };
        let owner = near().find(|&(run, _)| apposed(run) || belongs(run)).or(last);
        // "A doctor at the Central Hospital, who": the doctor
        let place = |id: Id| {
            let kind = self.index.entities[id as usize].kind;
            self.view.is_one_of(token, words!["who"]) && (kind.is_body() || kind == EntityKind::Place)
        };
        let person = || {
            let run = self.noun_phrase_before(before, self.view.sentence(token).first())?;
            role::head(self.view, run).filter(|&head| self.view.is_title(head) && !self.view.is_capital(head))
        };
        if let Some((_, id)) = owner.filter(|&(_, id)| !place(id) || person().is_none()) {
            return Some((id, Resolution::Pronoun));
        }
        let floor = self.view.sentence(token).first();
        let run = self.noun_phrase_before(before, floor).filter(|&run| !phrase::is_idle(self.view, run))?;
        let head = role::head(self.view, run)?;
        let identified = self.identified(token, run, head);
        if let Some(id) = identified.filter(|&id| self.index.entities[id as usize].kind.may_be_person()) {
            return Some((id, Resolution::Pronoun));
        }
        Some((self.describe(run, head).0, Resolution::Pronoun))
    }

    /// "She is the only member who has promised …": the subject of a form of "be" before `run`.
    fn identified(&self, who: usize, run: Run, head: usize) -> Option<Id> {
        let (view, syntax) = (self.view, self.view.syntax);
        let be = run.first().checked_sub(1).filter(|&be| view.is(be, Class::Be))?;
        let personal = view.is_one_of(who, words!["who"]);
        if !personal || !view.is(run.first(), Class::Determiner) || role::is_plural(view, head) {
            return None;
        }
        let subject = syntax.subject(syntax.verb_group(be), 0)?;
        if let Some(at) = view.pronoun_at(subject.first()) {
            return self.antecedents[at];
        }
        let after = self.names.partition_point(|name| name.run.stop() < subject.stop());
        self.names
            .get(after)
            .filter(|name| name.run.stop() == subject.stop())
            .and_then(|_| self.linked[after])
    }

    /// The opening dash that pairs with the dash before `end`.
    fn before_dashes(&self, end: usize) -> Option<usize> {
        let dash = |i: usize| self.view.kind(i) == Some(token::Kind::Dash);
        let close = end.checked_sub(1).filter(|&i| dash(i))?;
        let floor = self.view.sentence(close).first().max(close.saturating_sub(INSERTION));
        (floor..close).rev().find(|&i| dash(i))
    }

    /// The words from a determiner to `end`, with the prepositional phrases that join them.
    fn noun_phrase_before(&self, end: usize, floor: usize) -> Option<Run> {
        let view = self.view;
        let mut start = end;
        let nominal = |i: usize| {
            view.kind(i)
                .is_some_and(|k| matches!(k, token::Kind::Word | token::Kind::Number | token::Kind::Clitic))
                && (!view.is_function(i) || self.joins(i, floor, end))
                && (!view.is_verb(i) || view.is(i, Class::VerbParticiple) && self.joins(i + 1, floor, end))
        };
        while start > floor && end - start < 12 {
            if view.is(start - 1, Class::Determiner) {
                start -= 1;
                if start == floor || !self.joins(start - 1, floor, end) {
                    break;
                }
            } else if nominal(start - 1) {
                start -= 1;
            } else {
                break;
            }
        }
        start += usize::from(start < end && view.is_clitic(start));
        // "that of the captain, who said"
        if view.is(start, Class::Determiner) && view.has(start + 1, Sense::Joint) && start + 2 < end {
            start += 2;
        }
        (start < end).then(|| Run::new(start, end))
    }

    /// "of" and "for", the preposition of "briefed on" or "familiar with", and any that follows a
    /// person ("a man in a red hat") if no other person is between it and `end`: they continue the
    /// noun phrase before them.
    fn joins(&self, i: usize, floor: usize, end: usize) -> bool {
        const GOVERNS: Classes = Classes::of(Class::VerbParticiple).and(Class::Adjective);
        const PEOPLE: Classes = Classes::of(Class::Person).and(Class::Title);
        let view = self.view;
        let body = |i: usize| {
            let after = self.names.partition_point(|name| name.run.stop() <= i);
            self.names.get(after).is_some_and(|name| name.run.has(i) && name.kind.is_body())
        };
        let person = |i: usize| (view.classes(i).any(PEOPLE) || view.is_capital(i)) && !body(i);
        view.has(i, Sense::Joint)
            || i > floor + 1
                && view.is(i, Class::Preposition)
                && (view.classes(i - 1).any(GOVERNS)
                    && !view.classes(i - 2).any(Classes::of(Class::Be).and(Class::Have))
                    || view.classes(i - 1).any(PEOPLE) && !(i + 1..end).any(person))
    }

    /// "its chair", "its chair, Ana Ruiz": she speaks for what "its" refers to. "The trust's
    /// director" speaks for the trust just mentioned.
    pub(super) fn take_side(&mut self, id: Id, role: Run) {
        if let Some(owner) = self.owner_by_description(role).filter(|&owner| owner != id) {
            self.index.entities[id as usize].side = Some(owner);
        }
        let its = role.first();
        if self.view.has(its, Sense::It)
            && let Some(owner) = self.view.pronoun_at(its).and_then(|at| self.antecedents[at])
            && owner != id
        {
            self.index.entities[id as usize].side = Some(owner);
        }
    }

    /// The organisation that "the trust's" or "for the trust" in a role refers to.
    fn owner_by_description(&self, role: Run) -> Option<Id> {
        let view = self.view;
        let pointed = |&noun: &usize| {
            noun > 0
                && view.is_one_of(noun - 1, words!["the"])
                && (view.is_possessive(noun + 1)
                    || noun > role.first() + 1 && view.has(noun - 2, Sense::Joint) && noun + 1 == role.stop())
        };
        let noun = role.indices().skip(1).find(pointed)?;
        if !view.is_group_word(noun) && !view.has(noun, Sense::Enterprise) && !view.has(noun, Sense::Outlet) {
            return None;
        }
        let body = |entity: &Entity| entity.named && entity.mention_count > 0 && entity.kind.is_body();
        let known = self.index.with_role(role::key(view, noun), &body);
        known.or_else(|| self.any_group(Run::new(noun - 1, noun + 1), noun))
    }

    fn named(&mut self, name: usize, role: Option<Run>) -> (Id, Resolution) {
        let short = self.names[name].run;
        let id = self.linked[name].unwrap_or_else(|| {
            let id = self.index.enter(self.view, &self.names[name]);
            self.linked[name] = Some(id);
            self.learn_weak(name, id);
            id
        });
        // a weak name is only linked if it speaks
        if self.index.entities[id as usize].mention_count == 0 {
            self.introduce(id, self.names[name].run, true);
            self.see(id, self.names[name].whole(), self.names[name].possessive);
        }
        // "the firm at the centre of the row, Halden Prior,"
        let firm = role.and_then(|role| role::head(self.view, role));
        let firm = firm.filter(|&head| {
            (self.view.has(head, Sense::Enterprise) || self.view.is_group_word(head))
                && !self.view.is(head, Class::Person)
        });
        if let Some(head) = firm
            && self.index.entities[id as usize].kind == EntityKind::Unknown
        {
            self.index.entities[id as usize].kind = EntityKind::Organization;
            self.index.described_by(id, role::key(self.view, head));
        } else if let Some(role) = role {
            // "the other, Ana Ruiz"
            let other = |head: usize| {
                self.view.classes(head).any(Classes::of(Class::IndefinitePronoun).and(Class::NumberWord))
                    || self.view.senses(head).any(Senses::of(&[Sense::Singular, Sense::Quantity]))
                    || self.view.is_one_of(head, words!["other"])
            };
            if !role::head(self.view, role).is_some_and(other) {
                self.index.assign(self.view, id, role);
                self.take_side(id, role);
            }
        }
        let full = self.index.entities[id as usize].name.len();
        let resolution = if short.len() < full { Resolution::Surname } else { Resolution::Named };
        (id, resolution)
    }
}
