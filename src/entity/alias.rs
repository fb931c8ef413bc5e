//! Two names of one person: "C. K. Vesper, aka Marla", "Ana Ruiz, better known as Nightstrider".

use super::model::Id;
use super::resolver::Resolver;
use super::vocabulary::Sense;
use crate::text::token::Kind;

/// The most words between the two names, and the most marks before and after them.
const WORDS: usize = 5;
const MARKS: usize = 2;

impl Resolver<'_, '_> {
    /// If the name with this index follows another name and words that equate the two, both are one
    /// entity, and the first name is kept.
    pub(super) fn alias(&mut self, index: usize, id: Id) {
        let Some(first) = index.checked_sub(1) else { return };
        if self.names[index].possessive {
            return;
        }
        let (end, start) = (self.names[first].run.stop(), self.names[index].whole().first());
        let Some(other) = self.linked[first].filter(|&other| other != id && self.equates(end, start)) else {
            return;
        };
        if self.index.entities[other as usize].same_as.is_none() {
            self.index.entities[id as usize].same_as = Some(other);
        }
    }

    /// Whether the words between two names say that both are names of one person.
    fn equates(&self, end: usize, start: usize) -> bool {
        let view = self.view;
        if start <= end || start - end > WORDS + 2 * MARKS {
            return false;
        }
        let mark =
            |i: usize| matches!(view.kind(i), Some(Kind::Comma | Kind::Mark | Kind::Open | Kind::Dash));
        let words = || (end..start).filter(|&i| !mark(i));
        words().any(|i| view.has(i, Sense::Alias))
            && words().all(|i| view.has(i, Sense::Alias) || view.has(i, Sense::AliasWord))
    }
}
