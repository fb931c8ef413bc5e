//! Labels of turns in a transcript: "BEST" is a name there even if it is a common word elsewhere.

use super::gender::Gender;
use super::kind::EntityKind;
use super::name::Name;
use super::name_parts::Parts;
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

/// Whether the label is "Q" or "A".
pub(super) fn is_letter(view: &TokenView<'_, '_>, name: Run) -> bool {
    name.len() == 1 && matches!(view.word(name.first()), "Q" | "A" | "Q." | "A.")
}
