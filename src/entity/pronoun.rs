//! Third-person pronouns in reading order: "Ana Ruiz won when she beat Sala", "Ana Ruiz said she
//! would go".

use super::gender::Gender;
use super::kind::EntityKind;
use super::model::Id;
use super::resolver::Resolver;
use super::salience::{Lead, Place};
use super::wanted::Wanted;
use crate::lexicon::{Class, words};
use crate::syntax::tag::Tag;
use crate::text::Run;

impl Resolver<'_, '_> {
    /// Resolves a third-person pronoun.
    pub(super) fn pronoun(&mut self, index: usize) {
        let (at, wanted) = (self.view.pronouns[index].0 as usize, self.view.pronouns[index].1);
        let attributions = self.attributions;
        let said = self.source_of[index].map(|i| &attributions[i as usize]);
        let mut place = self.place(at, said.map_or(&[][..], |said| &said.content));
        let mut other = if place.quoted { None } else { self.narrator.at(at) };
        if let Some(asker) = said.and_then(|said| self.asker_before(said, wanted, place.sentence as usize)) {
            (place.turn, other) = (None, Some(asker));
        }
        let other = other.or_else(|| self.subject_of_object(at));
        let found = self
            .speaker_of_clause(at, wanted)
            .map(|id| (id, Lead::Sole))
            .or_else(|| self.salience.antecedent(wanted, &place, other, &self.index.entities));
        let found = self.neutral_turn(wanted, &place, found).or(found);
        let sure = self.named_after(at, wanted, found).or_else(|| said.and_then(|_| self.issuer(at)));
        let Some((id, lead)) = sure.map(|id| (id, Lead::Sole)).or(found) else { return };
        let entity = &mut self.index.entities[id as usize];
        // "they" is one person only where somebody speaks: "Alex Ruiz lost. They said"
        let one = entity.named
            && entity.kind == EntityKind::Person
            && entity.gender == Gender::Unknown
            && !entity.plural;
        if matches!(wanted, Wanted::Many) && one && (said.is_none() || lead == Lead::Tie) {
            return;
        }
        // "Ana Ruiz won when she beat Sala": the subject, with nobody else in between
        let subject = lead == Lead::Clear
            && self.mentions.last().is_some_and(|&(last, _)| last == id)
            && self.salience.actor(&(place.sentence..place.sentence + 1), &self.index.entities) == Some(id);
        let entity = &mut self.index.entities[id as usize];
        if let Wanted::Person(gender) = wanted
            && (lead == Lead::Sole || subject)
            && !place.quoted
        {
            entity.gender = entity.gender.or(gender);
            if entity.kind == EntityKind::Unknown {
                entity.kind = EntityKind::Person;
            }
        }
        self.antecedents[index] = Some(id);
        self.tied[index] = lead == Lead::Tie;
        let possessive = self.view.is(at, Class::PossessivePronoun) && !self.view.is(at + 1, Class::VerbPast);
        self.see(id, Run::new(at, at + 1), possessive);
    }

    /// "Ana Ruiz said she would go": the speaker of the clause that the pronoun at `at` opens, if
    /// nobody else was mentioned since ("told Sala she could go").
    fn speaker_of_clause(&self, at: usize, wanted: Wanted) -> Option<Id> {
        let (start, id) = self.told?;
        let opens = at == start || at == start + 1 && self.view.is_one_of(start, words!["that"]);
        let Wanted::Person(gender) = wanted else { return None };
        let (entity, &(last, _)) = (&self.index.entities[id as usize], self.mentions.last()?);
        let named = entity.named && entity.kind == EntityKind::Unknown && !entity.is_impersonal();
        let person = (entity.kind == EntityKind::Person || named) && !entity.plural;
        let fits = person && entity.gender.fits(gender);
        (opens && last == id && fits && !self.view.is_quoted(at)).then_some(id)
    }

    /// "Wren Moor is confident. “The mood is good,” they say": whoever has just spoken and whose
    /// gender does not show, rather than several people of another paragraph.
    fn neutral_turn(
        &self,
        wanted: Wanted,
        place: &Place<'_>,
        found: Option<(Id, Lead)>,
    ) -> Option<(Id, Lead)> {
        let turn = place.turn.filter(|_| matches!(wanted, Wanted::Many))?;
        let entity = &self.index.entities[turn as usize];
        let one = entity.named && entity.kind == EntityKind::Person && entity.gender == Gender::Unknown;
        let near = |id: Id| self.salience.is_in_block(id, place.block);
        let others = found.is_some_and(|(id, _)| near(id));
        (one && !entity.plural && near(turn) && !others).then_some((turn, Lead::Clear))
    }

    /// "A friend introduced her": the subject of the verb directly before the object pronoun at
    /// `at`, which would be "herself".
    fn subject_of_object(&self, at: usize) -> Option<Id> {
        let (view, verb) = (self.view, at.checked_sub(1)?);
        if view.syntax.tag(at) != Tag::Object || view.syntax.tag(verb) != Tag::Finite {
            return None;
        }
        let &(id, run) = self.mentions.last()?;
        let group = view.syntax.verb_group(verb);
        (run.stop() == group.start).then_some(id)
    }
}
