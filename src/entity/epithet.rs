//! Generic descriptions of somebody who was just mentioned: "the man", "the 54-year-old", "the
//! former governor", "the Japanese".

use super::compound;
use super::gender::Gender;
use super::key::Key;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::resolver::{Resolver, Turn};
use super::role;
use super::vocabulary::{Sense, Senses};
use super::wanted::Wanted;
use crate::lexicon::{Class, words};
use crate::text::Run;

impl Resolver<'_, '_> {
    /// The age in "the 58-year-old", "the 58-year-old driver".
    pub(super) fn age(&self, run: Run, head: usize) -> Option<Key> {
        let view = self.view;
        let mut years = (run.first()..=head).filter_map(|i| compound::age(view, i));
        years.next().map(|age| view.key_of(age))
    }

    /// "40-year-old Dunster man": a description that begins with an age.
    pub(super) fn opens_with_age(&self, run: Run) -> bool {
        compound::is_age(self.view, run.first())
    }

    /// "the mother of four"
    pub(super) fn is_parent(&self, run: Run, head: usize) -> bool {
        let view = self.view;
        let gendered = view.has(head, Sense::Feminine) || view.has(head, Sense::Masculine);
        gendered
            && view.has(head + 1, Sense::Joint)
            && view.is(head + 2, Class::NumberWord)
            && run.stop() == head + 3
    }

    /// "the Hungarian qualifier Ana Ruiz" is not "the Japanese".
    fn is_of_other_nation(&self, entity: &Entity, head: usize) -> bool {
        let view = self.view;
        let nation =
            |i: usize| view.is_capital(i) && view.is(i, Class::Adjective) && view.has(i, Sense::Epithet);
        let role = entity.role.filter(|_| nation(head));
        role.is_some_and(|role| role.indices().any(|i| nation(i) && view.key(i) != view.key(head)))
    }

    /// "the man", "the 54-year-old", "the former governor": the person mentioned last whom such a
    /// generic description fits.
    pub(super) fn any_person(&self, run: Run, head: usize) -> Option<Id> {
        let told = self.tells_apart(run, head);
        let epithet = told || self.view.has(head, Sense::Epithet);
        let turn = self.turn.filter(|_| !told);
        let unnamed = |turn: &Turn| self.is_unnamed_speaker(turn, head);
        if let Some(turn) = turn.filter(unnamed) {
            return Some(turn.id);
        }
        if !epithet || !told && self.is_one_of_pair(run) {
            return None;
        }
        let gender = role::gender(self.view, Run::new(head, head + 1));
        let place = self.place_of(head);
        let age = self.age(run, head);
        let of_age = |entity: &Entity| age.is_none() || entity.age.is_none_or(|known| Some(known) == age);
        let fits = |entity: &Entity| of_age(entity) && !self.is_of_other_nation(entity, head);
        let find = |accepts: &dyn Fn(&Entity) -> bool| {
            self.salience.foremost(Wanted::Person(gender), &place, accepts, &self.index.entities)
        };
        let just = |&(id, _): &(Id, _)| self.salience.is_fresh(id, place.sentence + 1);
        // "A driver stopped. The 58-year-old …": the one without a name
        let unnamed = |entity: &Entity| fits(entity) && !entity.named && age.is_some();
        // "under the new landlady, Ada Moor. The 29-year-old …": who has just been introduced
        let new = |entity: &Entity| fits(entity) && entity.named && entity.mention_count == 1;
        let introduced = || find(&new).filter(|_| age.is_some()).filter(just);
        let found = find(&unnamed).filter(just).or_else(introduced).or_else(|| find(&fits));
        let recent =
            |id: Id| self.salience.is_fresh(id, place.sentence) || self.salience.is_near(id, place.block);
        let in_block = |id: Id| self.salience.is_in_block(id, place.block);
        // "They had expected Tom Keane to win. The novelist said": who is new in this paragraph
        let start = self.view.text.layout.blocks[self.view.block(head)].run.first();
        let person = |entity: &Entity| {
            fits(entity) && entity.named && entity.kind == EntityKind::Person && entity.name.first() >= start
        };
        let here = || find(&person).map(|(id, _)| id).filter(|&id| !self.salience.is_faint(id));
        let found = found.map(|(id, _)| id).map(|id| if in_block(id) { id } else { here().unwrap_or(id) });
        // "Her friend Ana Ruiz had other ideas. The grandmother said": who acted in the sentence
        // before
        let acts = |id: &Id| {
            let entity = &self.index.entities[*id as usize];
            !told && run.len() == 2 && fits(entity) && entity.gender.fits(gender) && in_block(*id)
        };
        let found = self.salience.actor(&place.before(), &self.index.entities).filter(acts).or(found);
        let found = found.filter(|&id| recent(id))?;
        // "the star": whom the article is about, rather than somebody mentioned in passing
        let count = |id: Id| self.index.entities[id as usize].mention_count;
        let parent = self.is_parent(run, head);
        let passing = (!told && run.len() == 2 || parent) && !self.salience.is_in_block(found, place.block);
        let topic = self.salience.most_mentioned(gender, &self.index.entities).filter(|&topic| {
            let entity = &self.index.entities[topic as usize];
            passing && entity.kind == EntityKind::Person && fits(entity) && count(topic) > 2 * count(found)
        });
        Some(topic.filter(|&topic| recent(topic)).unwrap_or(found))
    }

    /// "A couple were playing cards. “He cheats,” the woman said": one of two people without names
    /// in this paragraph.
    fn is_one_of_pair(&self, run: Run) -> bool {
        let (view, block) = (self.view, self.view.text.layout.blocks[self.view.block(run.first())].run);
        let pair = |i: usize| view.is_one_of(i, words!["couple", "pair"]) && role::is_indefinite(view, i);
        view.senses(run.stop() - 1).any(Senses::of(&[Sense::Masculine, Sense::Feminine]))
            && (block.first()..run.first()).any(pair)
    }

    /// Whether the description says something of its own: "the former Ostra midfielder", "the
    /// mother of four", an age.
    fn tells_apart(&self, run: Run, head: usize) -> bool {
        let view = self.view;
        let former = view.is_title(head) && (run.first()..head).any(|i| view.is_one_of(i, words!["former"]));
        let aged = self.age(run, head).is_some();
        former || aged || self.is_parent(run, head)
    }

    /// "One of the volunteers said … “…,” the man said", "the source said": whether the noun at
    /// `head` can mean an unnamed speaker of this paragraph.
    fn is_unnamed_speaker(&self, turn: &Turn, head: usize) -> bool {
        let entity = &self.index.entities[turn.id as usize];
        if entity.named || entity.kind != EntityKind::Person || turn.block != self.view.block(head) {
            return false;
        }
        let gender = role::gender(self.view, Run::new(head, head + 1));
        let vague = gender != Gender::Unknown || self.view.has(head, Sense::Withheld);
        vague && entity.gender.fits(gender)
    }
}
