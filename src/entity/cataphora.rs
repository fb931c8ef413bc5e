//! Pronouns that come before their name: "After she warned that rents would rise, Ana Ruiz added".
//!
//! Contract: only a person's pronoun in a clause that opens its sentence refers forwards, and only
//! to the name that opens the main clause and fits in gender.

use super::gender::Gender;
use super::model::Id;
use super::resolver::Resolver;
use super::salience::Lead;
use super::wanted::Wanted;
use crate::lexicon::{Class, Classes};
use crate::text::token::Kind;

/// How far into its sentence such a pronoun may come, and how long its clause may be, in tokens.
const OPENING: usize = 6;
const CLAUSE: usize = 40;

impl Resolver<'_, '_> {
    /// The person named after the clause of the pronoun at `at`, unless `found` is the surer one.
    pub(super) fn named_after(&self, at: usize, wanted: Wanted, found: Option<(Id, Lead)>) -> Option<Id> {
        let (Wanted::Person(gender), view) = (wanted, self.view) else { return None };
        let sentence = view.sentence(at);
        let opens = Classes::of(Class::Fronted).and(Class::Subordinator).and(Class::AdverbialWh);
        let start = sentence.first();
        if at - start > OPENING || !view.classes(start).any(opens) || view.is_quoted(at) {
            return None;
        }
        let comma = |i: &usize| view.kind(*i) == Some(Kind::Comma);
        if (start..at).any(|i| comma(&i)) {
            return None;
        }
        let after = self.names.partition_point(|name| name.run.first() <= at);
        let near = self.names[after..].iter().zip(&self.linked[after..]).take(4);
        let mut opening = near.filter(|(name, _)| {
            let first = name.whole().first();
            let clause = first < sentence.stop() && first - at < CLAUSE && comma(&(first - 1));
            clause && !name.possessive && view.syntax.verb_at(name.run.stop())
        });
        let id = (*opening.next()?.1)?;
        let entity = &self.index.entities[id as usize];
        let fits = entity.kind.may_be_person()
            && !entity.plural
            && !entity.is_impersonal()
            && entity.gender.fits(gender);
        // of unknown gender, only if nobody else is known
        let sure = entity.gender == gender && gender != Gender::Unknown;
        let other = found
            .is_some_and(|(other, _)| other != id && self.index.entities[other as usize].gender == gender);
        (fits && (sure || !other)).then_some(id)
    }
}
