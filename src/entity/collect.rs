//! The result of the pass: the speaking entities, each with its role, organisation and mentions.

use std::ops::Range;

use super::Speakers;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::resolver::Resolver;
use super::vocabulary::Sense;
use super::{kind_evidence, role};
use crate::arena::List;
use crate::lexicon::{Class, words};
use crate::text::Run;
use crate::text::token::Kind;

impl<'t> Resolver<'_, 't> {
    /// Keeps the entities that speak, ordered by first mention.
    pub(super) fn collect(mut self) -> Speakers<'t> {
        let (arena, entities) = (self.view.text.arena, self.index.entities.len());
        self.merge_descriptions();
        let (resolved, ends) = self.mentions_by_entity();
        let mut mentions = List::with_capacity_in(resolved.len(), arena);
        let mut speakers: List<'_, (Run, Id, Range<usize>)> = List::new_in(arena);
        let mut first = 0;
        for (id, &end) in (0..).zip(&*ends) {
            let runs = &mut resolved[std::mem::replace(&mut first, end)..end];
            if runs.is_empty() {
                continue;
            }
            // almost always sorted already
            runs.sort_by_key(|run| (run.start, std::cmp::Reverse(run.end)));
            let start = mentions.len();
            let mut reach = 0;
            for &run in runs.iter().filter(|run| !run.is_empty()) {
                if run.start >= reach {
                    mentions.push(run);
                    reach = run.end;
                }
            }
            let first = mentions.get(start).copied().unwrap_or_default();
            speakers.push((first, id, start..mentions.len()));
        }
        speakers.sort_unstable_by_key(|(first, id, _)| (*first, *id));
        let place = arena.alloc_slice_fill_copy(entities, None);
        for ((_, id, _), at) in speakers.iter().zip(0_u32..) {
            place[*id as usize] = Some(at);
        }
        let finished = speakers.into_iter().map(|(_, id, mentions)| self.finished(id, mentions));
        let finished = List::from_iter_in(finished, arena);
        for speaker in self.of.iter_mut() {
            *speaker = speaker.and_then(|id| place[id as usize]);
        }
        Speakers { entities: finished, mentions, of: self.of, resolutions: self.resolutions }
    }

    /// Replaces descriptions that were linked to a named entity by that entity.
    fn merge_descriptions(&mut self) {
        for id in 0..self.index.entities.len() {
            let Some(owner) = self.index.entities[id].same_as else { continue };
            let (kind, gender) = (self.index.entities[id].kind, self.index.entities[id].gender);
            let owner = &mut self.index.entities[owner as usize];
            owner.gender = owner.gender.or(gender);
            if owner.kind == EntityKind::Unknown {
                owner.kind = kind;
            }
        }
        let owner = |id: Id| self.index.entities[id as usize].same_as.unwrap_or(id);
        for id in self.of.iter_mut().flatten() {
            *id = owner(*id);
        }
        for (id, _) in &mut self.mentions {
            *id = owner(*id);
        }
    }

    /// The mentions of the entities that speak, grouped by entity in the order in which they were
    /// resolved, and for each entity the end of its group.
    fn mentions_by_entity(&self) -> (&'t mut [Run], List<'t, usize>) {
        let (arena, entities) = (self.view.text.arena, self.index.entities.len());
        let speaks = arena.alloc_slice_fill_copy(entities, false);
        for id in self.of.iter().flatten() {
            speaks[*id as usize] = true;
        }
        let counts = arena.alloc_slice_fill_copy(entities, 0_u32);
        for &(id, _) in self.mentions.iter().filter(|(id, _)| speaks[*id as usize]) {
            counts[id as usize] += 1;
        }
        let mut ends = List::with_capacity_in(entities, arena);
        let mut total = 0;
        for &count in &*counts {
            ends.push(total);
            total += count as usize;
        }
        let resolved = arena.alloc_slice_fill_copy(total, Run::default());
        for &(id, run) in self.mentions.iter().filter(|(id, _)| speaks[*id as usize]) {
            resolved[ends[id as usize]] = run;
            ends[id as usize] += 1;
        }
        (resolved, ends)
    }

    fn finished(&self, id: Id, mentions: Range<usize>) -> Entity {
        let entity = &self.index.entities[id as usize];
        let place = entity.role.or((!entity.named).then_some(entity.name));
        Entity {
            role: entity.role.map(|role| self.without_article(role)),
            organization: place
                .and_then(|run| self.body(self.body_in(run)?))
                .or_else(|| self.side(entity.side?))
                .or_else(|| self.body(entity.works_for?)),
            mentions,
            kind: self.kind(entity),
            ..entity.clone()
        }
    }

    /// The kind of a speaking entity: a place becomes its government, several people become a
    /// group.
    fn kind(&self, entity: &Entity) -> EntityKind {
        let government = || {
            let words = || entity.name.indices();
            let place = |i: usize| self.view.has(i, Sense::Place);
            self.view.compound(entity.name).has(Sense::Place)
                || words().any(place) && words().all(|i| place(i) || self.view.is(i, Class::Adjective))
        };
        match entity.kind {
            EntityKind::Place if government() => EntityKind::Government,
            // "the stadium erupted": the people or the organisation there, not the place
            EntityKind::Place => EntityKind::Organization,
            EntityKind::Person | EntityKind::Unknown if entity.plural => EntityKind::Group,
            // "Aneurek Tolva": two words that are nothing else
            EntityKind::Unknown if self.is_like_person(entity) => EntityKind::Person,
            // "Northern Grid": a common word and nothing of a place or a work
            EntityKind::Unknown if self.is_like_body(entity) => EntityKind::Organization,
            kind => kind,
        }
    }

    /// Whether a speaker of whose kind nothing is known has a name like a person's.
    pub(super) fn is_like_person(&self, entity: &Entity) -> bool {
        let plain = |i: usize| {
            let dotted = self.view.is_initial(i);
            let letters = self.view.is_shouted(i);
            dotted || self.view.is_capital(i) && !letters && !kind_evidence::is_common(self.view, i)
        };
        let last = entity.name.stop() - 1;
        entity.named
            && !entity.evidence.is_thing()
            && (2..=3).contains(&entity.name.len())
            && entity.name.indices().all(plain)
            && !self.view.is_group_word(last)
            && !role::is_plural(self.view, last)
    }

    /// Whether a speaker of whose kind nothing is known has a name like an organisation's.
    fn is_like_body(&self, entity: &Entity) -> bool {
        let word = |i: usize| self.view.kind(i) == Some(Kind::Word) && self.view.is_capital(i);
        entity.named
            && (2..=4).contains(&entity.name.len())
            && entity.evidence.person + entity.evidence.place + entity.evidence.work == 0
            && entity.name.indices().all(word)
            && !entity.name.indices().all(|i| self.view.is_shouted(i))
            && (self.view.is_content(entity.name.stop() - 1)
                || self.view.is(entity.name.first(), Class::Adjective))
            && !self.view.is_title(entity.name.stop() - 1)
    }

    fn without_article(&self, role: Run) -> Run {
        let article = self.view.is_one_of(role.first(), words!["the", "a", "an"])
            || self.view.is(role.first(), Class::PossessivePronoun);
        Run::new(role.first() + usize::from(article && role.len() > 1), role.stop())
    }

    /// The name of the organisation or country that somebody speaks for: "its foreign minister".
    fn side(&self, id: Id) -> Option<Run> {
        let entity = &self.index.entities[id as usize];
        let speaks = entity.kind.is_organization() || entity.kind == EntityKind::Place;
        (entity.named && speaks).then_some(entity.name)
    }

    /// The name of this entity, if it is an organisation.
    fn body(&self, id: Id) -> Option<Run> {
        let entity = &self.index.entities[id as usize];
        (entity.named && entity.kind.is_organization()).then_some(entity.name)
    }

    /// The first organisation within a role: the Harbour Trust in "head of the Harbour Trust".
    pub(super) fn body_in(&self, run: Run) -> Option<Id> {
        let first = self.names.partition_point(|n| n.run.stop() <= run.first());
        let inside = self.names[first..]
            .iter()
            .zip(&self.linked[first..])
            .take_while(|(n, _)| n.run.first() < run.stop());
        let whole = inside.filter(|(name, _)| name.run.stop() <= run.stop());
        whole.filter_map(|(_, id)| *id).find(|&id| self.body(id).is_some())
    }
}
