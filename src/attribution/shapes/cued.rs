//! A verb that is a cue, as the verb shapes share it.

use crate::lexicon::{Class, Cue, word};
use crate::syntax::Syntax;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;

/// A verb that is a cue: its entry, its group, and the end of the cue's words.
#[derive(Clone, Copy)]
pub(super) struct Cued {
    pub cue: &'static Cue,
    pub group: VerbGroup,
    pub end: usize,
}

/// "the court heard that", "jurors heard": the subject is the body that listens.
pub(super) fn hears(syntax: &Syntax<'_>, group: VerbGroup, source: Option<Run>) -> bool {
    let lemma = syntax.token(group.head).map(|t| syntax.lexicon.lemma(t.word));
    lemma == Some(word!("hear"))
        && source.is_some_and(|source| source.indices().any(|i| syntax.is(i, Class::Hearing)))
}
