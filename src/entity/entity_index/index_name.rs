//! The keys by which a name is found later: "World Harbour Organization" by all its words, by its
//! first and last word, and as "WHO".

use super::EntityIndex;
use crate::entity::key::Key;
use crate::entity::kind::EntityKind;
use crate::entity::lookup::By;
use crate::entity::model::Id;
use crate::entity::name::Name;
use crate::entity::name_parts::{self, Parts};
use crate::entity::role;
use crate::entity::token_view::TokenView;
use crate::entity::vocabulary::Sense;
use crate::text::Run;
use crate::text::token::Kind;

impl EntityIndex<'_> {
    pub(super) fn index_name(&mut self, view: &TokenView<'_, '_>, id: Id, name: &Name) {
        let parts = &name.parts;
        self.put(By::Full, parts.full, id);
        // "Graspworks-Holm", later "Graspworks"
        let first = name.run.first();
        if view.token(first).is_some_and(|t| t.has_hyphen())
            && let Some((part, _)) = view.word(first).split_once('-')
        {
            self.put(By::First, view.key_of(part), id);
        }
        if name.kind.is_body() {
            self.index_body(view, id, name);
            return;
        }
        if parts.suffix.is_none() || !self.lookup.holds(By::Surname, parts.last) {
            self.put(By::Surname, parts.last, id);
        }
        let labels = !view.text.turns.list.is_empty();
        if name.kind == EntityKind::Unknown && name.run.len() > 2 || labels && parts.is_whole() {
            // "International Harbour Relief", or "AR:" for Ana Ruiz in an interview
            if let Some(acronym) = acronym(view, name.run) {
                self.put(By::Acronym, acronym, id);
            }
        }
        // "Ana “Pip” Ruiz", later "Pip"
        let marks = name.run.indices().filter(|&i| view.kind(i) == Some(Kind::Mark));
        for mark in marks.take(1) {
            self.put(By::First, view.key(mark + 1), id);
        }
        if parts.is_whole() {
            self.put(By::First, parts.first, id);
            if self.has_initials {
                self.put(By::Initial, parts.initial, id);
            }
        }
    }

    /// "Department for Roads", later "the department": the keys of an organisation and the like.
    fn index_body(&mut self, view: &TokenView<'_, '_>, id: Id, name: &Name) {
        let parts = &name.parts;
        if name_parts::is_party(view, name.run) {
            self.put(By::Description, name_parts::words(view, name.run), id);
        }
        // "Calder Police", "Labour": later "the force", "the party"
        let last = name.run.stop() - 1;
        if view.has(last, Sense::RoleKin) {
            self.put(By::Role, role::key(view, last), id);
        }
        if name.run.len() > 1 {
            if let Some(acronym) = acronym(view, name.run) {
                self.put(By::Acronym, acronym, id);
            }
            self.put(By::Role, parts.last, id);
            self.put(By::First, parts.first, id);
            // "Tarn Water plc", later "Tarn Water"
            if let Some(plain) = name_parts::without_legal_form(view, name.run) {
                for kind in [true, false] {
                    self.put(By::Full, Parts::of(view, plain, kind).full, id);
                }
            }
            // "Department for Roads": later "the department"
            let of = (name.run.first() + 1..name.run.stop()).find(|&i| view.has(i, Sense::Joint));
            if let Some(head) = of.map(|of| of - 1).filter(|&head| view.is_group_word(head)) {
                self.put(By::Role, view.key(head), id);
            }
        }
    }

    /// Indexes the acronym in brackets after a name. Its letters must occur in the name, in order:
    /// otherwise it is another name ("Calda (AFP)").
    pub fn abbreviate(&mut self, view: &TokenView<'_, '_>, id: Id, name: Run, acronym: usize) {
        let full = || view.text.slice(name).chars().flat_map(char::to_lowercase);
        let mut short = view.word(acronym).chars().flat_map(char::to_lowercase);
        let (starts, mut letters) = (full().next() == short.clone().next(), full());
        if name.len() > 1 && starts && short.all(|c| letters.any(|letter| letter == c)) {
            self.put(By::Acronym, view.key(acronym), id);
            self.touch(id);
        }
    }
}

/// The initials of a name as one word: "who" for "World Health Organization".
fn acronym(view: &TokenView<'_, '_>, run: Run) -> Option<Key> {
    let mut letters = [0; 16];
    let mut count = 0;
    for i in run.indices().filter(|&i| view.is_capital(i)) {
        *letters.get_mut(count)? = *view.word(i).as_bytes().first().filter(|b| b.is_ascii())?;
        count += 1;
    }
    std::str::from_utf8(&letters[..count]).ok().map(|word| view.key_of(word))
}
