//! Who "Q" and "A" are: "Q" asks and "A" answers. Who answers where questions and answers have no
//! labels.

use super::kind::EntityKind;
use super::label::is_letter;
use super::model::{Entity, Id};
use super::name::Name;
use super::narrator::Narrator;
use super::token_view::TokenView;
use crate::text::Run;

/// The people that "Q" and "A" refer to in an interview.
#[derive(Clone, Copy, Default)]
pub(super) struct Interview {
    asks: Option<Id>,
    answers: Option<Id>,
}

impl Interview {
    /// Reads the words before the first question: the byline gives the interviewer, and the person
    /// named most often there answers.
    pub fn of(
        view: &TokenView<'_, '_>,
        names: &[Name],
        linked: &[Option<Id>],
        entities: &[Entity],
        narrator: &Narrator<'_>,
    ) -> Self {
        let turns = &view.text.turns.list;
        let letter = turns.iter().find(|turn| is_letter(view, turn.name)).map(|turn| turn.name.start);
        let answers = &view.text.answers;
        let Some(first) = letter.or((!answers.is_empty()).then_some(answers.start)) else {
            return Interview::default();
        };
        let asks = narrator.byline();
        let before = names.iter().zip(linked).take_while(|(name, _)| name.run.start < first);
        let mut best: Option<(usize, Id)> = None;
        let ids = before.filter_map(|(name, id)| Some((name, (*id)?)));
        let human = |name: &Name, id: Id| {
            let entity = &entities[id as usize];
            Some(id) != asks && entity.named && !name.kind.is_body() && name.kind != EntityKind::Place
        };
        for (_, id) in ids.clone().filter(|(name, id)| human(name, *id)) {
            let count = ids.clone().filter(|(_, other)| *other == id).count();
            if best.is_none_or(|(most, _)| count > most) {
                best = Some((count, id));
            }
        }
        Interview { asks, answers: best.map(|(_, id)| id) }
    }

    /// Who answers.
    pub fn answers(&self) -> Option<Id> {
        self.answers
    }

    /// The speaker that the label `name` refers to, if it is "Q" or "A".
    pub fn speaker(&self, view: &TokenView<'_, '_>, name: Run) -> Option<Id> {
        match view.word(name.first()) {
            "Q" | "Q." if name.len() == 1 => self.asks,
            "A" | "A." if name.len() == 1 => self.answers,
            _ => None,
        }
    }
}
