//! The entity that another form of a full name refers to: "Joe Sala" for "Joseph R. Sala Jr.",
//! "Tarn Water plc" for "Tarn Water".

use super::EntityIndex;
use crate::entity::kind::EntityKind;
use crate::entity::lookup::By;
use crate::entity::model::{Entity, Id};
use crate::entity::name::Name;
use crate::entity::name_parts::{self, Parts};
use crate::entity::token_view::TokenView;
use crate::text::Run;

impl EntityIndex<'_> {
    pub(super) fn full(&self, view: &TokenView<'_, '_>, name: &Name) -> Option<Id> {
        let parts = &name.parts;
        let fits = |p: &Entity| p.gender.fits(name.gender);
        let exact = self.pick(By::Full, parts.full, &fits);
        // "Joseph R. Sala Jr." is "Joe Sala", but "Joe Sala Jr." is not
        let plain = || {
            parts.suffix?;
            let first = view.key(name.run.first());
            self.pick(By::Full, parts.first.then(parts.last), &|p| view.key(p.name.first()) != first)
        };
        // "Moss Tamm" is "Ana Moss Tamm"
        let tail = || {
            let by = if name.kind.is_body() { By::Role } else { By::Surname };
            // "New York Daily News Ana Ruiz" is a credit and a name
            let one = |p: &Entity| p.kind.is_body() || !p.name.indices().any(|i| view.is_group_word(i));
            self.pick(by, parts.last, &|p| fits(p) && ends_with(view, p.name, name.run) && one(p))
        };
        let initial = || {
            self.pick(By::Initial, parts.initial, &|p| {
                fits(p) && (parts.short || view.is_initial(p.name.first()))
            })
        };
        // "Tarn Water plc" is "Tarn Water"
        let unformed = || {
            let plain = name_parts::without_legal_form(view, name.run)?;
            self.pick(By::Full, Parts::of(view, plain, true).full, &|p| p.kind != EntityKind::Person)
        };
        exact.or_else(plain).or_else(tail).or_else(unformed).or_else(|| {
            if self.has_initials && !name.kind.is_body() && parts.is_whole() { initial() } else { None }
        })
    }
}

/// Whether a longer name ends with the words of a shorter one.
fn ends_with(view: &TokenView<'_, '_>, long: Run, short: Run) -> bool {
    long.len() > short.len()
        && short.indices().rev().zip(long.indices().rev()).all(|(a, b)| view.key(a) == view.key(b))
}
