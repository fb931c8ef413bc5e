//! Contract: every settled attribution gets its form from its frame and the first words of its
//! content, and its type from its cue and its form.

use super::{Attribution, Kind};
use crate::lexicon::{AttributionType, Form, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

/// Sets the type and form of each attribution.
pub(super) fn classify(syntax: &Syntax<'_>, attributions: &mut [Attribution]) {
    for attribution in attributions {
        attribution.form = form(syntax, attribution);
        attribution.act = act(attribution);
    }
}

/// The type of its cue; `Communication` without a cue ("according to", a colon, a quotation).
fn act(attribution: &Attribution) -> AttributionType {
    match attribution.head {
        Some((_, Some(cue))) => cue.attribution_type(attribution.form),
        _ => AttributionType::Communication,
    }
}

fn form(syntax: &Syntax<'_>, attribution: &Attribution) -> Form {
    match attribution.frame {
        Some(Frame::Post) | None if attribution.kind == Kind::Direct => Form::Quotation,
        Some(frame) if !frame.is_open() => frame.form(),
        Some(_) => form_by_words(syntax, attribution).unwrap_or(Form::NounPhrase),
        // "Talks are expected to follow": the infinitive is the only piece after the cue
        None => form_by_words(syntax, attribution)
            .filter(|&form| form == Form::Infinitive)
            .unwrap_or(Form::Clause),
    }
}

/// "her plan is to go", "accused him of lying", "described how it fell": the form indicated by the
/// first words after the cue.
fn form_by_words(syntax: &Syntax<'_>, attribution: &Attribution) -> Option<Form> {
    let after = attribution.cue.map_or(0, |cue| cue.end);
    let run = *attribution.content.iter().find(|run| run.start >= after)?;
    let first = run.first();
    let first = if syntax.tag(first) == Tag::Preposition { first + 1 } else { first };
    match syntax.tag(first) {
        Tag::To => Some(Form::Infinitive),
        Tag::Ing => Some(Form::Gerund),
        // "upheld that verdict": a determiner
        Tag::That if !run.indices().any(|i| syntax.verb_at(i)) => None,
        Tag::That | Tag::Wh => Some(Form::Clause),
        Tag::Mark if syntax.quotation_ending_at(run.stop() - 1) == Some(run) => Some(Form::Quotation),
        _ if syntax.is_one_of(first, words!["whether", "if"]) => Some(Form::Clause),
        _ => None,
    }
}
