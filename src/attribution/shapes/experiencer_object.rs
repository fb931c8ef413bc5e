//! "the plan alarmed residents", "residents were alarmed by the plan": feelings caused by
//! something. The source feels; the content is the cause of the feeling.

use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::Class;
use crate::lexicon::{Cue, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup, Voice};
use crate::text::Run;

/// The attribution made by a verb of feeling; `end` is the position after the verb.
pub(super) fn experiencer_object(
    syntax: &Syntax<'_>,
    cue: &'static Cue,
    group: VerbGroup,
    end: usize,
) -> Option<Attribution> {
    let stop = syntax.sentence(group.head).stop();
    let (source, content, end) = if group.voice == Voice::Passive {
        let of = syntax.is(end, Class::StimulusPreposition);
        if !of || group.form != Form::Finite {
            return None;
        }
        let content = Run::new(end + 1, syntax.complement_end(end + 1, stop).max(end + 1));
        (syntax.subject(group, 0)?, content, end + 1)
    } else {
        if group.form != Form::Finite {
            return None;
        }
        let object =
            if syntax.tag(end) == Tag::Object { Some(end + 1) } else { syntax.phrase_end(end, stop) };
        (Run::new(end, object?), syntax.subject(group, 0)?, end)
    };
    let feels = syntax.tag(source.first()) == Tag::Object || syntax.source_kind(source).can_feel();
    (feels && !content.is_empty()).then(|| {
        Attribution::new(
            content,
            Run::new(group.start, end),
            group.head,
            Evidence::of(Row::ExperiencerObject),
        )
        .listed(cue, Frame::Experiencer)
        .said_by(source)
    })
}
