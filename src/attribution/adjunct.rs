//! Attributions that stand beside the clause that is said: "In Moor's view, ...", "..., in the words of Moor, ...".

use super::reading::Reading;
use super::tag::Tag;
use super::{Attribution, Pieces};
use crate::lexicon::{Class, words};
use crate::text::Run;

impl Reading<'_> {
    /// What is said around an adjunct from `start` to `end`: the clause behind it where it opens the sentence, else the words
    /// before it, and behind it too where commas set it off.
    pub(super) fn said_around(&self, start: usize, end: usize) -> Pieces {
        let floor = self.sentence_start(start);
        let stop = self.sentence(start).stop();
        let mut content = Pieces::new();
        if self.comes_first(start) {
            let from = (end..stop).find(|&k| self.tag(k) == Tag::Comma).map_or(end, |k| k + 1).min(stop);
            content.push(Run::new(from, self.trim(from, stop)));
        } else {
            let before = start - usize::from(matches!(self.tag(start - 1), Tag::Comma | Tag::Break));
            content.push(match self.quotation_ending_at(before.saturating_sub(1)) {
                Some(quotation) if quotation.first() <= self.sentence_start(quotation.first()) => quotation,
                _ => Run::new(floor.min(before), before),
            });
            let interrupts =
                self.tag(start - 1) == Tag::Comma && self.tag(end) == Tag::Comma && end + 2 < stop;
            if interrupts && !self.resumes_writer(end + 1) {
                content.push(Run::new(end + 1, self.trim(end + 1, stop)));
            }
        }
        content.retain(|run| !run.is_empty());
        content
    }

    fn comes_first(&self, start: usize) -> bool {
        (self.sentence_start(start)..start)
            .all(|k| matches!(self.tag(k), Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Mark))
    }

    /// "in Moor's view", "in the words of Moor", "from his perspective": whose view it is.
    pub(super) fn viewpoint(&self, i: usize) -> Option<Attribution> {
        if !self.is_one_of(i, words!["in", "from", "by", "to"]) {
            return None;
        }
        let floor = self.sentence_start(i);
        let stop = self.sentence(i).stop();
        let core = self.core_end(i + 1, stop)?;
        let noun = core - 1;
        if !self.is(noun, Class::Viewpoint) {
            return None;
        }
        let (source, end) = match self.possessor(core - 1, i + 1) {
            Some(source) => (source, core),
            None if self.is_one_of(core, words!["of"]) => {
                let end = self.phrase_end(core + 1, stop)?;
                (Run::new(core + 1, end), end)
            }
            None => return None,
        };
        let set_off = if self.comes_first(i) {
            self.tag(end) == Tag::Comma
        } else {
            i > floor
                && self.tag(i - 1) == Tag::Comma
                && (end >= stop || matches!(self.tag(end), Tag::Comma | Tag::End))
        };
        if !set_off || self.speaks(source) < 0.6 {
            return None;
        }
        let content = self.said_around(i, end);
        let cue = if source.stop() <= noun { Run::new(noun, core) } else { Run::new(i, core + 1) };
        (!content.is_empty()).then(|| Attribution::new(content, cue, noun, 0.7).said_by(source))
    }

    /// "Moor is against the plan": a side taken, without a verb.
    pub(super) fn against(&self, i: usize) -> Option<Attribution> {
        let be =
            i.checked_sub(1).filter(|&b| self.is_one_of(i, words!["against"]) && self.is(b, Class::Be))?;
        let stop = self.sentence(i).stop();
        let group = self.verb_group(be);
        let source = self.subject(group, 0).filter(|&s| self.speaks(s) >= 0.75)?;
        let end = self.before_verb(i + 1, self.complement_end(i + 1, stop));
        (end > i + 1).then(|| {
            Attribution::new(Run::new(i + 1, end), Run::new(group.start, i + 1), i, 0.6).said_by(source)
        })
    }
}
