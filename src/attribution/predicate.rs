//! Attributions by a noun that is part of a predicate: what is said stands behind "is" ("Her point is that ..."), is the
//! subject ("The plan drew criticism from residents"), or belongs to a partisan ("Moor is a critic of the plan").

use super::reading::Reading;
use super::tag::Tag;
use super::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::text::Run;

impl Reading<'_> {
    /// "Her point is that the pier is old", "The question is whether it holds".
    pub(super) fn copular(&self, cue: &'static Cue, i: usize) -> Option<Attribution> {
        let strength = cue.strength(Frame::Be);
        if strength == 0 {
            return None;
        }
        let floor = self.sentence_start(i);
        let stop = self.sentence(i).stop();
        // "her view on the matter is": a phrase may stand between
        let be = match self.tag(i + 1) {
            Tag::Preposition => self.phrase_end(i + 2, stop)?,
            _ => i + 1,
        };
        if !self.is(be, Class::Be) {
            return None;
        }
        let at = self.after_adverbs(be + 1);
        if at >= stop {
            return None;
        }
        let source = self.possessor(i, floor);
        let frame = match self.tag(at) {
            Tag::That => Frame::That,
            Tag::Wh => Frame::Wh,
            Tag::To if source.is_some() => Frame::To,
            _ if self.is_one_of(at, words!["whether", "if"]) => Frame::Wh,
            _ if self.opens_quotation(at) => Frame::Quote,
            _ => return None,
        };
        let content = match frame {
            Frame::Quote => self.text.quotations.starting_at(at)?.run,
            Frame::To => Run::new(at, self.complement_end(at, stop)),
            _ => Run::new(at, self.clause_end(at, stop)),
        };
        let start = source.map_or_else(|| self.core_start(i + 1, floor), |s| Some(s.stop()))?;
        let sure = source.map_or(0.8, |s| 0.6 + 0.4 * self.speaks(s));
        Some(
            Attribution::new(content, Run::new(start, at), i, [0.0, 0.3, 0.5, 0.7][strength as usize] * sure)
                .listed(cue, frame)
                .said_by(source),
        )
    }

    /// "The plan drew criticism from residents", "came under attack by Moor".
    pub(super) fn received(&self, cue: &'static Cue, i: usize) -> Option<Attribution> {
        let strength = cue.strength(Frame::Met);
        let floor = self.sentence_start(i);
        let mut before = self.object_start(i, floor).checked_sub(1).filter(|&b| b >= floor)?;
        if self.is_one_of(before, words!["with", "under"]) {
            before = before.checked_sub(1).filter(|&b| b >= floor)?;
        }
        if strength == 0
            || self.tag(i + 1) == Tag::That
            || !self.tag(before).is_verb() && !self.is(before, Class::Have)
        {
            return None;
        }
        if !self.lemma_is(before, Class::Receiving) && !self.is(before, Class::Have) {
            return None;
        }
        let stop = self.sentence(i).stop();
        let agent = self.is_one_of(i + 1, words!["from", "by", "among", "of"]);
        let source = agent.then(|| self.phrase_end(i + 2, stop).map(|end| Run::new(i + 2, end))).flatten();
        let subject = self.subject(self.verb_group(before), 0)?;
        let mut content: Pieces = subject.into();
        let end = source.map_or(i + 1, Run::stop);
        let reason = end < stop && self.is_one_of(end, words!["for", "over"]);
        if reason {
            content.push(Run::new(end, self.complement_end(end, stop)));
        }
        // nobody speaks and nothing tells what about: mere talk of a reception; "has support" needs its source
        if source.is_none() && (strength < 3 || !reason || self.is(before, Class::Have)) {
            return None;
        }
        let sure = source.map_or(0.8, |s| 0.4 + 0.6 * self.speaks(s));
        let group = self.verb_group(before);
        Some(
            Attribution::new(
                content,
                Run::new(group.start, i + 1),
                i,
                [0.0, 0.4, 0.55, 0.7][strength as usize] * sure,
            )
            .listed(cue, Frame::Met)
            .said_by(source),
        )
    }

    /// "Moor is a vocal critic of the plan".
    pub(super) fn partisan(&self, cue: &'static Cue, i: usize) -> Option<Attribution> {
        let strength = cue.strength(Frame::Like);
        if strength == 0 || !self.is_one_of(i + 1, words!["of", "for"]) {
            return None;
        }
        let floor = self.sentence_start(i);
        let stop = self.sentence(i).stop();
        let start = self.object_start(i, floor);
        let before = start.checked_sub(1).filter(|&b| b >= floor)?;
        let links =
            self.is(before, Class::Be) || self.tag(before).is_verb() && self.lemma_is(before, Class::Linking);
        if !links {
            return None;
        }
        let group = self.verb_group(before);
        let (source, cue_start) = (self.subject(group, 0)?, group.start);
        let end = self.before_verb(i + 2, self.complement_end(i + 2, stop));
        (end > i + 2).then(|| {
            Attribution::new(
                Run::new(i + 2, end),
                Run::new(cue_start, i + 2),
                i,
                [0.0, 0.3, 0.5, 0.7][strength as usize] * (0.4 + 0.6 * self.speaks(source)),
            )
            .listed(cue, Frame::Like)
            .said_by(source)
        })
    }
}
