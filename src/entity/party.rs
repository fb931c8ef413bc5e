//! "The party": the political party whose name occurs nearest before it, also as part of a title
//! ("Labour leader Ana Ruiz").

use super::gender::Gender;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::name_parts;
use super::resolver::Resolver;
use super::role;
use super::vocabulary::Sense;
use crate::lexicon::words;
use crate::text::Run;

/// How many tokens and sentences back the name may be.
const BACK: usize = 150;
const SENTENCES: usize = 3;

impl Resolver<'_, '_> {
    /// The party that "the party" refers to.
    pub(super) fn party(&mut self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let plain = run.len() == 2
            && view.is_one_of(head, words!["party"])
            && view.is_one_of(run.first(), words!["the"]);
        if !plain {
            return None;
        }
        let name = self.party_before(run.first())?;
        let after = self.names.partition_point(|n| n.run.stop() <= name.first());
        let around = self.names.get(after).filter(|n| n.run.first() <= name.first());
        let linked = around.and_then(|_| self.linked[after]);
        let words = name_parts::words(view, name);
        Some(linked.or_else(|| self.index.described(words)).unwrap_or_else(|| {
            let id = self.index.add(Entity::called(name, EntityKind::Organization, Gender::Unknown));
            self.index.describe_as(id, words);
            id
        }))
    }

    /// "The Labour candidate", "the Tory": the only person whom the article calls a member of that
    /// party, unless somebody has just acted or spoken in this paragraph.
    pub(super) fn member_of_party(&self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let party = (run.first()..=head).find_map(|i| role::party(view, i))?;
        let gender = role::gender(view, run);
        let person = |p: &Entity| p.kind == EntityKind::Person && !p.plural && p.gender.fits(gender);
        // not "the Wisconsin Republican"
        let plain = (run.first() + 1..head).all(|i| role::party(view, i).is_some());
        let candidate = plain && (view.has(head, Sense::Epithet) || view.has(head, Sense::Party));
        let found = self.index.with_role(party, &person).filter(|_| candidate)?;
        let own = self.index.entities[found as usize].name;
        let sole = self.index.with_role(party, &|p| person(p) && p.name != own).is_none();
        let acts = || self.salience.actor(&self.place_of(head).before(), &self.index.entities);
        let near = |id: Id| self.salience.is_in_block(id, view.block(head) as u32);
        let member = |role: Run| role.indices().find_map(|i| role::party(view, i));
        let other = |id: Id| {
            let shown = self.index.entities[id as usize].role.and_then(member);
            shown.is_some_and(|shown| shown != party)
        };
        let busy = acts().is_some_and(|actor| actor != found && near(actor) && !other(actor));
        (sole && !busy && !role::is_plural(view, head)).then_some(found)
    }

    /// The name of a party nearest before the token `end`: the first one of its sentence, which is
    /// closest to the subject.
    fn party_before(&self, end: usize) -> Option<Run> {
        let view = self.view;
        let named = |i: usize| view.has(i, Sense::Party) && view.is_capital(i);
        let floor = end.saturating_sub(BACK);
        let last = (floor..end).rev().find(|&i| named(i))?;
        let sentence = view.sentence(last);
        let near = view.sentence_index(last) + SENTENCES >= view.sentence_index(end);
        let first = sentence.indices().take_while(|&i| i <= last).find(|&i| named(i)).filter(|_| near)?;
        let stop = (first..=last).take_while(|&i| named(i)).last()? + 1;
        Some(Run::new(first, stop))
    }
}
