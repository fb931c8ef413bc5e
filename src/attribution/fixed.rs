//! Attributions by fixed shapes: "according to X", "X: …", a verb that a quotation leaves nothing else to do.

use super::reading::Reading;
use super::tag::Tag;
use super::verb::{Form, VerbGroup};
use super::{Attribution, Pieces};
use crate::lexicon::{Class, Frame, words};
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::Kind as Token;

impl Reading<'_> {
    /// "according to the ministry": before or after what is said.
    pub(super) fn according_to(&self, i: usize) -> Option<Attribution> {
        if !self.is_one_of(i, words!["according"]) || !self.is_one_of(i + 1, words!["to"]) {
            return None;
        }
        let stop = self.sentence(i).stop();
        let source = self.inverted_source(i + 2)?;
        // "According to the office, the rise is due": the comma opens the clause, no apposition
        let source = match self.phrase_end(i + 2, stop) {
            Some(close) if self.tag(close) == Tag::Comma && self.clause_follows(close + 1, stop) => {
                Run::new(i + 2, close)
            }
            _ => source,
        };
        let end = source.stop();
        let content = self.said_around(i, end);
        (!content.is_empty()).then(|| Attribution::new(content, Run::new(i, i + 2), i, 0.95).said_by(source))
    }

    /// "In a poll last week, Ruiz led by ten points", "Ruiz leads in the poll": a survey says what the clause tells.
    pub(super) fn in_poll(&self, i: usize) -> Option<Attribution> {
        if !self.is_one_of(i, words!["in"]) {
            return None;
        }
        let floor = self.sentence_start(i);
        let stop = self.sentence(i).stop();
        let core = self.core_end(i + 1, stop)?;
        let survey = |k: usize| self.is(k, Class::Survey) && (k + 1 == core || self.is_time(k + 1));
        if !(i + 1..core).any(survey) {
            return None;
        }
        let mut end = self.phrase_end(i + 1, stop)?;
        let fronted = i == floor;
        let (content, confidence) = if fronted {
            // "conducted in May", "of 900 voters": what describes the survey belongs to it
            let comma = (end..stop.min(end + 20)).find(|&k| self.tag(k) == Tag::Comma)?;
            end = comma;
            (Run::new(comma + 1, self.trim(comma + 1, stop)), 0.65)
        } else {
            let ends = end >= stop || matches!(self.tag(end), Tag::End | Tag::Comma);
            (Run::new(floor, i), if ends && self.clause_follows(floor, i) { 0.45 } else { 0.3 })
        };
        (!content.is_empty()).then(|| {
            Attribution::new(content, Run::new(i, i + 1), i, confidence).said_by(Run::new(i + 1, end))
        })
    }

    /// "RUIZ: We will go.", "Ruiz: “We will go.”", "Minister: tax cut to come": a name, a colon, what is said.
    pub(super) fn colon(&self, i: usize) -> Option<Attribution> {
        if self.kind(i) != Some(Token::Colon) {
            return None;
        }
        let floor = self.sentence_start(i);
        let block = self.block(i);
        let stop = self.sentence(i).stop();
        if let Some(found) = self.introduced(i) {
            return Some(found);
        }
        // "Q: Where were you?", "A: At sea."
        let turn = i == floor + 1 && floor == block.first() && matches!(self.text.word(floor), "Q" | "A");
        let start = if turn { floor } else { self.phrase_start(i, floor)? };
        let names = turn
            || (start..i).any(|k| {
                self.tag(k) == Tag::Proper || self.is(k, Class::Person) || self.is(k, Class::Document)
            });
        let opens = start == floor || matches!(self.tag(start - 1), Tag::Break | Tag::End | Tag::Mark);
        if !opens || !names || i - start > 8 || i + 1 >= block.stop() {
            return None;
        }
        let heading = self.kind_of_block(i) == BlockKind::Heading || self.block_index(i) == 0;
        let confidence;
        let content = if self.opens_quotation(i + 1) {
            confidence = 0.8;
            self.text.quotations.starting_at(i + 1)?.run
        } else if start != floor {
            return None;
        } else if heading {
            confidence = if (start..i).any(|k| self.tag(k) == Tag::Proper) { 0.6 } else { 0.5 };
            Run::new(i + 1, self.trim(i + 1, stop))
        } else if start == block.first() {
            // a turn of a transcript: the paragraph is its content
            confidence = 0.55;
            Run::new(i + 1, self.trim(i + 1, block.stop()))
        } else {
            return None;
        };
        (!content.is_empty())
            .then(|| Attribution::new(content, Run::new(i, i + 1), i, confidence).said_by(Run::new(start, i)))
    }

    /// "…,” he fumed", "…!” roared Ruiz": any verb attributes where a quotation leaves nothing else for it to do.
    pub(super) fn by_quotation(&self, group: VerbGroup) -> Option<Attribution> {
        let i = group.head;
        if group.form != Form::Finite || self.is(i, Class::Be) || self.quoted(i) {
            return None;
        }
        let before = group.start.checked_sub(1)?;
        let (source, end) = if self.waits(before) {
            let source = self.inverted_source(i + 1)?;
            (source, source.stop())
        } else {
            let source = self.subject(group, 0)?;
            (source, i + 1)
        };
        let start = group.start.min(source.first());
        let last = start.checked_sub(1).filter(|&last| self.waits(last))?;
        let quotation = self.quotation_ending_at(last)?;
        // in “Quiet Water,” she plays: a title inside the sentence
        let first = quotation.first();
        if first > self.sentence_start(first)
            && !matches!(self.tag(first - 1), Tag::Break | Tag::Comma | Tag::Coordinator)
        {
            return None;
        }
        let rest = self.attribution_end(end, false);
        let stop = self.sentence(i).stop();
        let ended = rest >= stop || matches!(self.tag(rest), Tag::End | Tag::Comma | Tag::Break);
        if !ended || self.block_index(quotation.first()) != self.block_index(i) {
            return None;
        }
        let mut content: Pieces = quotation.into();
        content.extend(self.goes_on(rest, true));
        Some(
            Attribution::new(content, Run::new(group.start, i + 1), i, 0.25 + 0.55 * self.speaks(source))
                .framed(Frame::Post)
                .said_by(source),
        )
    }
}
