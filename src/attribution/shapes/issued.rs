//! "Moor put out a statement saying that": texts that somebody issues. The source is Moor, and the
//! whole of "put out a statement saying" is the cue.

use crate::lexicon::Class;
use crate::syntax::Syntax;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;

/// For a participle after a text that is the object of a verb: the verb's subject, and the start of
/// the verb group.
pub(super) fn issued(syntax: &Syntax<'_>, group: VerbGroup) -> Option<(Run, usize)> {
    let floor = syntax.sentence_start(group.head);
    if group.form != Form::Ing || group.start <= floor || !syntax.tag(group.start - 1).is_nominal() {
        return None;
    }
    let start = syntax.phrase_start(group.start, floor)?;
    let text = (start..group.start).any(|k| syntax.is(k, Class::Document) || syntax.is(k, Class::Occasion));
    // "put out a statement", "fired back a reply"
    let mut verb = start.checked_sub(1)?;
    while verb > floor && syntax.is(verb, Class::Particle) {
        verb -= 1;
    }
    // "received a letter saying": another's text
    if !text || verb <= floor || !syntax.tag(verb).is_verb() || syntax.lemma_is(verb, Class::Reading) {
        return None;
    }
    let issuing = syntax.verb_group(verb);
    let source = match issuing.form {
        Form::Finite => syntax.subject(issuing, 0),
        Form::Ing => syntax.subject_of_participle(issuing),
        Form::Infinitive | Form::Participle => None,
    }?;
    syntax.source_kind(source).may_speak().then_some((source, issuing.start))
}
