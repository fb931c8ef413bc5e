//! Labels of turns in a transcript: "BEST" is a name there even if it is a common word elsewhere;
//! "Q" asks and "A" answers.

use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::name::{Gender, Name};
use super::name_parts::Parts;
use super::narrator::Narrator;
use super::token_view::TokenView;
use crate::lexicon::Class;
use crate::text::Run;

/// The name in the label of the turn that begins in `sentence`, without a leading article.
pub(super) fn name_in(view: &TokenView<'_, '_>, sentence: Run) -> Option<Run> {
    let turns = &view.text.turns.list;
    let turn = turns.get(turns.partition_point(|turn| turn.name.start < sentence.start))?;
    let name = turn.name;
    let article = usize::from(view.is(name.first(), Class::Determiner));
    let last = name.stop() - 1;
    let names = view.is_capital(last) && !is_letter(view, name) && !view.is_title(last);
    (name.end <= sentence.end && names).then(|| Run::new(name.first() + article, name.stop()))
}

/// The name in a label. `name` is what the words would make elsewhere in the text, if anything.
pub(super) fn shown(view: &TokenView<'_, '_>, run: Run, name: Option<Name>) -> Name {
    let parts = |run| Parts::of(view, run, false);
    let (title, gender, possessive) = (None, Gender::Unknown, false);
    let other =
        || Name { run, title, kind: EntityKind::Unknown, gender, possessive, weak: false, parts: parts(run) };
    let name = name.unwrap_or_else(other);
    let group = view.is_group_word(name.run.stop() - 1) && name.run.len() > 1;
    let kind = if group || name.kind == EntityKind::Person { name.kind } else { EntityKind::Unknown };
    Name { kind, weak: false, ..name }
}

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
        let Some(first) = turns.iter().find(|turn| is_letter(view, turn.name)) else {
            return Interview::default();
        };
        let asks = narrator.byline();
        let before = names.iter().zip(linked).take_while(|(name, _)| name.run.start < first.name.start);
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

    /// The speaker that the label `name` refers to, if it is "Q" or "A".
    pub fn speaker(&self, view: &TokenView<'_, '_>, name: Run) -> Option<Id> {
        match view.word(name.first()) {
            "Q" | "Q." if name.len() == 1 => self.asks,
            "A" | "A." if name.len() == 1 => self.answers,
            _ => None,
        }
    }
}

fn is_letter(view: &TokenView<'_, '_>, name: Run) -> bool {
    name.len() == 1 && matches!(view.word(name.first()), "Q" | "A" | "Q." | "A.")
}
