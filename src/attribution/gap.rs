//! Objects that stand before their verb: "whom senators hate", "what they described as a mistake", "the wall he promised".

use super::reading::Reading;
use super::tag::Tag;
use super::verb::{Form, VerbGroup};
use super::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::text::Run;

/// How sure a gap is, by the strength of the frame that it leaves open.
const BY_STRENGTH: [f32; 4] = [0.0, 0.3, 0.5, 0.62];

impl Reading<'_> {
    /// The attribution of a cue whose object is a relative pronoun before its subject, or the noun phrase that a relative
    /// clause without a pronoun belongs to.
    pub(super) fn gap(
        &self,
        cue: &'static Cue,
        group: VerbGroup,
        source: Option<Run>,
        end: usize,
    ) -> Option<Attribution> {
        let source = source.filter(|_| group.form == Form::Finite)?;
        let strength = cue.strength(Frame::NounPhrase).max(cue.strength(Frame::As)) as usize;
        if strength == 0 || !self.leaves_gap(end) {
            return None;
        }
        let floor = self.sentence_start(group.head);
        let before = source.first().checked_sub(1).filter(|&before| before >= floor)?;
        let (object, sure) = if let Some(pronoun) = self.object_before(source) {
            (pronoun, 1.0)
        } else if self.tag(source.first()) == Tag::Pronoun && self.tag(before).is_nominal() {
            (Run::new(self.phrase_start(before + 1, floor)?, before + 1), 0.9)
        } else {
            return None;
        };
        let mut content: Pieces = object.into();
        if self.is_one_of(end, words!["as"]) && cue.strength(Frame::As) > 0 {
            content.push(Run::new(end, self.complement_end(end, self.sentence(end).stop())));
        }
        Some(
            Attribution::new(
                content,
                Run::new(group.start, end),
                group.head,
                BY_STRENGTH[strength] * sure * self.speaks(source),
            )
            .listed(cue, Frame::NounPhrase)
            .said_by(source),
        )
    }

    /// The pronoun before a subject that is its verb's object: "which Ruiz", "what officials".
    pub(super) fn object_before(&self, subject: Run) -> Option<Run> {
        let before = subject.first().checked_sub(1)?;
        let floor = self.sentence_start(subject.first());
        let relative = before > floor
            && self.is(before, Class::Relative)
            && (self.tag(before - 1).is_nominal()
                || matches!(self.tag(before - 1), Tag::Comma | Tag::Preposition));
        (before >= floor && self.is_one_of(before, words!["what"]) || relative)
            .then(|| Run::new(before, before + 1))
    }

    /// Whether nothing stands at `i` that could be a verb's object.
    pub(super) fn leaves_gap(&self, i: usize) -> bool {
        matches!(
            self.tag(i),
            Tag::End
                | Tag::Comma
                | Tag::Break
                | Tag::Preposition
                | Tag::Subordinator
                | Tag::Coordinator
                | Tag::Adverb
                | Tag::Finite
                | Tag::Auxiliary
                | Tag::To
        )
    }
}
