//! Texts that somebody issues: "Moor put out a statement saying that" has Moor for its source, and the whole of it for its cue.

use super::reading::Reading;
use super::verb::{Form, VerbGroup};
use crate::lexicon::Class;
use crate::text::Run;

impl Reading<'_> {
    /// Of a participle behind a text that a verb has for its object: the verb's subject, and where the verb's group begins.
    pub(super) fn issued(&self, group: VerbGroup) -> Option<(Run, usize)> {
        let floor = self.sentence_start(group.head);
        if group.form != Form::Ing || group.start <= floor || !self.tag(group.start - 1).is_nominal() {
            return None;
        }
        let start = self.phrase_start(group.start, floor)?;
        let text = (start..group.start).any(|k| self.is(k, Class::Document) || self.is(k, Class::Occasion));
        // "put out a statement", "fired back a reply"
        let mut verb = start.checked_sub(1)?;
        while verb > floor && self.is(verb, Class::Particle) {
            verb -= 1;
        }
        if !text || verb <= floor || !self.tag(verb).is_verb() {
            return None;
        }
        let issuing = self.verb_group(verb);
        let source = match issuing.form {
            Form::Finite => self.subject(issuing, 0),
            Form::Ing => self.subject_of_participle(issuing),
            Form::Infinitive | Form::Participle => None,
        }?;
        (self.speaks(source) >= 0.75).then_some((source, issuing.start))
    }
}
