//! Content that stands before its attribution ("…,” she said"), and content that goes on after it.

use super::reading::Reading;
use super::tag::Tag;
use crate::lexicon::words;
use crate::lexicon::{Class, Frame};
use crate::text::Run;
use crate::text::token::Kind;

/// How long an aside between an attribution and the quotation that it interrupts may be.
const ASIDE: usize = 12;

impl Reading<'_> {
    /// What is said before the attribution that starts at `start`: a quotation that ends there, or the clause up to the
    /// comma; any words do where the attribution interrupts a clause ("The plan, she said, is dead").
    pub(super) fn said_before(&self, start: usize, interrupted: bool) -> Option<Run> {
        let floor = self.sentence_start(start);
        let mut last = start.checked_sub(1)?;
        if last < floor {
            // "… is missing.” Ruiz said.": the quotation closed with a full stop
            let quotation = self.quotation_ending_at(last)?;
            let whole = quotation.first() <= self.sentence_start(quotation.first());
            let here = self.block_index(last) == self.block_index(start);
            return (here && whole).then_some(quotation);
        }
        // British order: the comma behind the mark
        let comma = matches!(self.tag(last), Tag::Comma) || self.kind(last) == Some(Kind::Dash);
        if comma {
            last = last.checked_sub(1).filter(|&l| l >= floor)?;
        }
        if let Some(quotation) = self.quotation_ending_at(last) {
            let opening_sentence = self.sentence_start(quotation.first());
            if self.block_index(quotation.first()) != self.block_index(start) {
                return None;
            }
            // a whole quotation, or one that closes a sentence of the writer's words
            let direct = quotation.first() <= opening_sentence
                || matches!(self.tag(quotation.first() - 1), Tag::Break | Tag::End | Tag::Mark)
                || self.is_introduction(opening_sentence, quotation.first());
            let ended =
                comma || matches!(self.tag(last.saturating_sub(1)), Tag::Comma | Tag::End | Tag::Break);
            if direct {
                return Some(quotation);
            }
            // "Asked if it was “safe,” Arden said yes": a question that the source answers
            let asked = self.reports_passively(opening_sentence);
            return (ended && !asked).then(|| Run::new(opening_sentence, last + 1));
        }
        if !comma || !interrupted && !self.clause_before(floor, last + 1) {
            return None;
        }
        (floor <= last).then(|| Run::new(floor, last + 1))
    }

    /// Whether a participle that reports opens the sentence: "Asked", "Told".
    fn reports_passively(&self, i: usize) -> bool {
        self.is(i, Class::VerbParticiple)
            && matches!(self.tag(i), Tag::Finite | Tag::Participle)
            && self.token(i).is_some_and(|t| {
                let cues = self.lexicon.cues(self.lexicon.lemma(t.word));
                cues.iter().any(|cue| cue.strength(Frame::Told) > 0)
            })
    }

    /// "But “no,” he said": a lone conjunction or adverb before a quotation is the writer's.
    fn is_introduction(&self, from: usize, to: usize) -> bool {
        to - from <= 2
            && (from..to).all(|i| {
                matches!(self.tag(i), Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Subordinator)
            })
    }

    /// "Despite the delay, she said, ...": what stands before the attribution opens the sentence and has no verb yet.
    pub(super) fn only_begins(&self, run: Run) -> bool {
        run.first() == self.sentence_start(run.first())
            && self.kind(run.first()) != Some(Kind::Mark)
            && !run.indices().any(|k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary))
    }

    /// Whether the run is a subject with an insertion rather than a clause: "Ruiz, who left in May".
    pub(super) fn is_bare_subject(&self, run: Run) -> bool {
        let open = run.indices().find(|&k| self.tag(k) == Tag::Comma);
        open.is_some_and(|open| {
            !(run.first()..open).any(|k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary))
                && !(open + 1..run.stop()).any(|k| self.tag(k) == Tag::Comma)
                && (matches!(self.tag(open + 1), Tag::Wh | Tag::Participle | Tag::Ing)
                    || self.tag(open + 1) == Tag::Preposition && self.tag(open + 2) == Tag::Wh)
        })
    }

    /// Whether the run is a fronted clause that waits for its main clause: "While Ruiz denied “everything,”".
    pub(super) fn is_fronted(&self, run: Run) -> bool {
        let Some(open) = run.indices().find(|&k| !matches!(self.tag(k), Tag::Coordinator | Tag::Adverb))
        else {
            return false;
        };
        let subordinate = self.tag(open) == Tag::Subordinator
            || self.tag(open) == Tag::Wh && self.is_one_of(open, words!["when", "where"])
            || self.is_one_of(
                open,
                words!["asked", "as", "after", "before", "since", "until", "despite", "given"],
            );
        subordinate
            && !(open + 1..run.stop().saturating_sub(1))
                .any(|k| self.tag(k) == Tag::Comma && self.clause_follows(k + 1, run.stop()))
    }

    /// Whether the tokens hold a clause: a finite verb, or enough words to be one.
    fn clause_before(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| matches!(self.tag(i), Tag::Finite | Tag::Auxiliary)) && to - from >= 3
    }

    /// What goes on after an attribution that ends before `end`: the rest of an interrupted clause, or the quotation that
    /// opens there or in the next sentence of the paragraph.
    pub(super) fn goes_on(&self, end: usize, quoted: bool) -> Option<Run> {
        let sentence = self.sentence(end.saturating_sub(1));
        let block = self.block(end.saturating_sub(1));
        let stop = sentence.stop();
        let mut i = end;
        if i < stop && matches!(self.tag(i), Tag::Comma | Tag::Break) {
            i += 1;
            if quoted && !self.opens_quotation(i) {
                i = self.aside_end(i, stop).unwrap_or(i);
            }
            if self.opens_quotation(i) {
                return self.text.quotations.starting_at(i).map(|q| {
                    let behind = q.run.stop();
                    let tail =
                        if behind < stop && !matches!(self.tag(behind), Tag::Comma | Tag::End | Tag::Break) {
                            self.trim(behind, stop)
                        } else {
                            behind
                        };
                    Run::new(i, tail)
                });
            }
            let resumes = if quoted {
                // “…,” said Ruiz, angered that nobody came: a participle is about the speaker
                matches!(self.tag(i), Tag::Finite | Tag::Auxiliary | Tag::That)
                    && !self.is(i, Class::VerbParticiple)
            } else {
                !self.resumes_writer(i)
            };
            let interrupted = self.tag(i - 1) == Tag::Comma && i + 1 < stop && resumes;
            return interrupted.then(|| Run::new(i, self.clause_end(i, stop))).filter(|r| r.len() > 1);
        }
        if !quoted {
            return None;
        }
        if i < stop && self.tag(i) == Tag::End {
            i += 1;
        } else if i < stop && self.opens_quotation(i) {
            // “…,” she said “We …”: the stop was left out
            let sentence = self.token(i + 1).is_some_and(|t| t.is_capital());
            return self
                .text
                .quotations
                .starting_at(i)
                .map(|q| q.run)
                .filter(|run| sentence && run.len() > 6);
        }
        // an opening quotation at the head of the paragraph's next sentence
        if i < stop || i >= block.stop() || !self.opens_quotation(i) {
            return None;
        }
        self.text.quotations.starting_at(i).map(|q| q.run).filter(|&run| !self.is_attributed(run))
    }

    /// “These people know,” said Ruiz, speaking of the council, “and they are silent.”: where the quotation is resumed.
    fn aside_end(&self, i: usize, stop: usize) -> Option<usize> {
        let comma = (i..stop.min(i + ASIDE))
            .find(|&k| matches!(self.tag(k), Tag::Comma | Tag::Finite | Tag::Mark))?;
        let resumed = self.tag(comma) == Tag::Comma
            && self.opens_quotation(comma + 1)
            && self.token(comma + 2).is_some_and(|t| t.is_word() && !t.is_capital());
        resumed.then_some(comma + 1)
    }

    /// Whether a quotation has an attribution of its own behind it: it closes with a comma, or a verb of saying follows.
    pub(super) fn is_attributed(&self, quotation: Run) -> bool {
        let (last, end) = (quotation.stop().saturating_sub(2), quotation.stop());
        if self.tag(last) == Tag::Comma || self.tag(end) == Tag::Comma {
            return !self.is_one_of(end, words!["which", "who"]);
        }
        let stop = self.block(quotation.first()).stop();
        let verb = (end..stop.min(end + 6))
            .take_while(|&k| self.token(k).is_some_and(|t| t.is_word()))
            .find(|&k| self.tag(k) == Tag::Finite);
        // behind a full stop a new sentence begins, unless it holds the attribution alone: “… is missing.” Ruiz said.
        let stopped = self.kind(last) == Some(Kind::Stop);
        verb.is_some_and(|v| {
            self.attributes(v)
                && (self.tag(v + 1) == Tag::End
                    || !stopped && matches!(self.tag(v + 1), Tag::Comma | Tag::Pronoun | Tag::Proper))
        })
    }

    /// Whether what follows a parenthetical attribution is the writer's: "adding that", "who", "according to".
    pub(super) fn resumes_writer(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Ing | Tag::Coordinator | Tag::Subordinator)
            || self.is_one_of(i, words!["who", "which", "whose", "according", "when", "while", "as"])
            || self.tag(i) == Tag::Preposition && self.opens_setting(i)
    }

    /// The end of an attribution's own words: an addressee, a time, an occasion after the cue or the inverted source.
    pub(super) fn attribution_end(&self, from: usize, told: bool) -> usize {
        let stop = self.sentence(from.saturating_sub(1)).stop();
        let mut i = from;
        if told && i < stop && (self.tag(i).is_nominal() || self.tag(i) == Tag::Object) {
            i = self.phrase_end(i, stop).unwrap_or(i);
        }
        while i < stop {
            match self.tag(i) {
                Tag::Adverb => i += 1,
                Tag::Preposition | Tag::Subordinator | Tag::Participle | Tag::Ing => {
                    i = (i + 1..stop)
                        .find(|&k| matches!(self.tag(k), Tag::Comma | Tag::End | Tag::Break | Tag::Mark))
                        .unwrap_or(stop);
                }
                _ if self.is_time(i) => i += 1,
                _ => break,
            }
        }
        i
    }
}
