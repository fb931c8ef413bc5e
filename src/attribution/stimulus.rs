//! Feelings that something gives somebody: "the plan alarmed residents", "residents were alarmed by the plan". The source
//! feels, the content is what the feeling is about.

use super::Attribution;
use super::reading::Reading;
use super::tag::Tag;
use super::verb::{Form, VerbGroup, Voice};
use crate::lexicon::{Cue, Frame, words};
use crate::text::Run;

/// How sure such a verb is when its object is one who can speak.
const SURE: f32 = 0.55;
/// The least that the source must look like one who can feel.
const FEELS: f32 = 0.9;

impl Reading<'_> {
    /// The attribution that a verb of feeling makes, from `end` behind it on.
    pub(super) fn stimulus(&self, cue: &'static Cue, group: VerbGroup, end: usize) -> Option<Attribution> {
        let stop = self.sentence(group.head).stop();
        let (source, content, end) = if group.voice == Voice::Passive {
            let of = self.is_one_of(end, words!["by", "at", "about", "with", "over"]);
            if !of || group.form != Form::Finite {
                return None;
            }
            let content = Run::new(end + 1, self.complement_end(end + 1, stop).max(end + 1));
            (self.subject(group, 0)?, content, end + 1)
        } else {
            if group.form != Form::Finite {
                return None;
            }
            let object =
                if self.tag(end) == Tag::Object { Some(end + 1) } else { self.phrase_end(end, stop) };
            (Run::new(end, object?), self.subject(group, 0)?, end)
        };
        let feels = self.tag(source.first()) == Tag::Object || self.speaks(source) >= FEELS;
        (feels && !content.is_empty()).then(|| {
            Attribution::new(content, Run::new(group.start, end), group.head, SURE)
                .listed(cue, Frame::Experiencer)
                .said_by(source)
        })
    }
}
