//! Several people as one entity: "Ana Ruiz and Tom Keane", later "the couple" and "they".

use super::gender::Gender;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::name_parts;
use super::resolver::Resolver;
use crate::lexicon::words;
use crate::text::Run;

impl Resolver<'_, '_> {
    /// Two names joined by "and": "the couple" and "they" refer to both.
    pub(super) fn pair(&mut self, index: usize) {
        let view = self.view;
        let Some(first) = index.checked_sub(1).map(|before| &self.names[before]) else { return };
        let (second, and) = (&self.names[index], first.run.stop());
        if !view.is_one_of(and, words!["and"]) || second.whole().first() != and + 1 || second.possessive {
            return;
        }
        let human = |id: Option<Id>| {
            id.is_some_and(|id| {
                matches!(self.index.entities[id as usize].kind, EntityKind::Person | EntityKind::Unknown)
                    && !self.index.entities[id as usize].is_impersonal()
            })
        };
        if !human(self.linked[index - 1]) || !human(self.linked[index]) {
            return;
        }
        let run = Run { start: first.whole().start, end: second.run.end };
        // "A couple won. Ana and Tom Keane said": who had no name before
        let couple = |entity: &Entity| !entity.named && entity.plural && entity.name.len() == 2;
        let unnamed = self.index.with_role(view.key_of("couple"), &couple);
        let both = self.together(run);
        if let Some(unnamed) = unnamed {
            self.index.entities[unnamed as usize].same_as.get_or_insert(both);
        }
    }

    /// The group of those who are named in `run`.
    pub(super) fn together(&mut self, run: Run) -> Id {
        let view = self.view;
        let words = name_parts::words(view, run);
        let id = self.index.described(words).unwrap_or_else(|| {
            let both = Entity { plural: true, ..Entity::called(run, EntityKind::Group, Gender::Unknown) };
            let id = self.index.add(both);
            self.index.describe(words, view.key_of("couple"), id);
            id
        });
        self.see(id, run, false);
        id
    }
}
