//! Attributions by fixed shapes: "according to X", "X: …", "is expected to", "seems".

use super::Attribution;
use super::reading::Reading;
use super::tag::Tag;
use super::verb::Form;
use crate::lexicon::{Class, Frame, Raising, words};
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::Kind as Token;

impl Reading<'_> {
    /// "according to the ministry": before or after what is said.
    pub(super) fn according_to(&self, i: usize) -> Option<Attribution> {
        if !self.is_one_of(i, words!["according"]) || !self.is_one_of(i + 1, words!["to"]) {
            return None;
        }
        let floor = self.sentence_start(i);
        let stop = self.sentence(i).stop();
        let source = self.inverted_source(i + 2)?;
        let fronted = i == floor
            || (floor..i)
                .all(|k| matches!(self.tag(k), Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Mark));
        // "According to the office, the rise is due": the comma opens the clause, no apposition
        let source = match self.phrase_end(i + 2, stop) {
            Some(close) if self.tag(close) == Tag::Comma && self.clause_follows(close + 1, stop) => {
                Run::new(i + 2, close)
            }
            _ => source,
        };
        let end = source.stop();
        let content = if fronted {
            let from = (end..stop).find(|&k| self.tag(k) == Tag::Comma).map_or(end, |k| k + 1);
            vec![Run::new(from.min(stop), self.trim(stop).max(from.min(stop)))]
        } else {
            let before = i - usize::from(matches!(self.tag(i - 1), Tag::Comma | Tag::Break));
            let mut content = match self.quotation_ending_at(before.saturating_sub(1)) {
                Some(quotation) if quotation.first() <= self.sentence_start(quotation.first()) => {
                    vec![quotation]
                }
                _ => vec![Run::new(floor.min(before), before)],
            };
            if self.tag(i - 1) == Tag::Comma && self.tag(end) == Tag::Comma && end + 2 < stop {
                content.push(Run::new(end + 1, self.trim(stop).max(end + 1)));
            }
            content
        };
        let content: Vec<Run> = content.into_iter().filter(|r| !r.is_empty()).collect();
        (!content.is_empty()).then(|| Attribution::new(content, Run::new(i, i + 2), i, 0.95).said_by(source))
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
        let start = self.phrase_start(i, floor)?;
        let names = (start..i)
            .any(|k| self.tag(k) == Tag::Proper || self.is(k, Class::Person) || self.is(k, Class::Document));
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
            Run::new(i + 1, self.trim(stop))
        } else if start == block.first() {
            // a turn of a transcript: the paragraph is its content
            confidence = 0.55;
            Run::new(i + 1, self.trim(block.stop()))
        } else {
            return None;
        };
        (!content.is_empty()).then(|| {
            Attribution::new(vec![content], Run::new(i, i + 1), i, confidence).said_by(Run::new(start, i))
        })
    }

    /// "…,” he fumed", "…!” roared Ruiz": any verb attributes where a quotation leaves nothing else for it to do.
    pub(super) fn by_quotation(&self, i: usize) -> Option<Attribution> {
        let group = self.verb_group(i);
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
        let rest = self.attribution_end(end, false);
        let stop = self.sentence(i).stop();
        let ended = rest >= stop || matches!(self.tag(rest), Tag::End | Tag::Comma | Tag::Break);
        if !ended || self.block_index(quotation.first()) != self.block_index(i) {
            return None;
        }
        let mut content = vec![quotation];
        content.extend(self.goes_on(rest, true));
        Some(
            Attribution::new(content, Run::new(group.start, i + 1), i, 0.25 + 0.55 * self.speaks(source))
                .framed(Frame::Post)
                .said_by(source),
        )
    }

    /// Whether a quotation ends at `i` with a comma, a question or an exclamation, so that its attribution is to come.
    pub(super) fn waits(&self, i: usize) -> bool {
        self.quotation_ending_at(i).is_some_and(|q| q.len() > 3)
            && matches!(
                self.kind(i.saturating_sub(1)),
                Some(Token::Comma | Token::Question | Token::Exclamation)
            )
    }

    /// "Talks are expected to follow", "He seems to be winning", "is known as": the subject is part of what is said and
    /// nobody is named who says it.
    pub(super) fn raising(&self, i: usize) -> Option<Attribution> {
        let word = self.token(i)?.word;
        let raising =
            self.lexicon.raising(self.lexicon.lemma(word)).or_else(|| self.lexicon.raising(word))?;
        let stop = self.sentence(i).stop();
        let group = self.verb_group(i);
        let be = i > group.start && (group.start..i).any(|k| self.is(k, Class::Be));
        let next = self.tag(i + 1);
        let (fits, confidence) = match raising {
            Raising::Verb => (
                matches!(self.tag(i), Tag::Finite | Tag::Base)
                    && (next == Tag::To || next == Tag::Adjective || next == Tag::Adverb),
                0.55,
            ),
            Raising::To => (be && next == Tag::To, 0.6),
            Raising::As => (be && self.is_one_of(i + 1, words!["as"]), 0.5),
            Raising::Both => (be && (next == Tag::To || self.is_one_of(i + 1, words!["as"])), 0.55),
        };
        // "seemed to suggest that": the infinitive is the cue
        let cue_follows =
            next == Tag::To && (i + 2..i + 4).any(|k| self.tag(k) == Tag::Base && self.attributes(k));
        if !fits || raising == Raising::Verb && cue_follows {
            return None;
        }
        let subject = self.subject(group, 0)?;
        let end = self.complement_end(i + 1, stop);
        (end > i + 1).then(|| {
            Attribution::new(vec![subject, Run::new(i + 1, end)], Run::new(group.start, i + 1), i, confidence)
        })
    }
}
