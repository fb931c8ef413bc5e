//! Where quotations begin and end, relative to sentences.

use super::tag::Tag;
use super::waits;
use crate::lexicon::words;
use crate::syntax::Syntax;
use crate::text::Run;
use crate::text::token::Kind;

/// The title of a work has fewer tokens than this, with its marks.
pub(super) const TITLE: usize = 12;

impl Syntax<'_> {
    /// Whether a quotation that still needs its attribution ends before the verb at `i`, in its
    /// sentence or directly before it. If not, [`Self::by_quotation`] finds nothing.
    pub(crate) fn may_wait(&self, i: usize) -> bool {
        (self.sentences[self.sentence_index(i)].waits as usize) < i
    }

    /// Whether a quotation ends at `i` with a comma, a question mark or an exclamation mark, so
    /// that its attribution is yet to come.
    pub(crate) fn waits(&self, i: usize) -> bool {
        self.quotation_ending_at(i).is_some_and(|run| waits(self.text, run))
    }

    /// Whether a quotation that is not a scare quote opens at token `i`.
    pub(crate) fn opens_quotation(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Mark) && self.text.quotations.starting_at(i).is_some()
    }

    /// The quotation that ends with token `i`.
    pub(crate) fn quotation_ending_at(&self, i: usize) -> Option<Run> {
        if self.kind(i) != Some(Kind::Mark) {
            return None;
        }
        self.text.quotations.around(i).map(|q| q.run).filter(|run| run.stop() == i + 1)
    }

    /// `run`, extended to the end of a quotation that opens inside it and continues after it. A
    /// clause that switches to the speaker's own words ends with them.
    pub(crate) fn to_quotation_end(&self, run: Run) -> Run {
        match run.stop().checked_sub(1).and_then(|last| self.text.quotations.around(last)) {
            Some(q) if q.run.first() > run.first() && q.run.stop() > run.stop() => {
                Run::new(run.first(), q.run.stop())
            }
            _ => run,
        }
    }

    /// Whether token `i` is inside a quotation, not counting the marks.
    pub(crate) fn quoted(&self, i: usize) -> bool {
        self.text
            .quotations
            .around(i)
            .is_some_and(|q| q.run.first() < i && i + 1 < q.run.stop() + usize::from(!q.closed))
    }

    /// The token after the quotation that begins at `k`, if it ends before `stop`.
    pub(super) fn past_quotation(&self, k: usize, stop: usize) -> Option<usize> {
        let quotation = self.text.quotations.starting_at(k).filter(|_| self.kind(k) == Some(Kind::Mark))?;
        Some(quotation.run.stop()).filter(|&past| past <= stop)
    }

    /// Whether a quotation is followed by an attribution of its own: it closes with a comma, or a
    /// verb of saying follows.
    pub(crate) fn is_attributed(&self, quotation: Run) -> bool {
        let (last, end) = (quotation.stop().saturating_sub(2), quotation.stop());
        if self.tag(last) == Tag::Comma || self.tag(end) == Tag::Comma {
            return !self.is_one_of(end, words!["which", "who"]);
        }
        let stop = self.block(quotation.first()).stop();
        let verb = (end..stop.min(end + 6))
            .take_while(|&k| self.token(k).is_some_and(|t| t.is_word()))
            .find(|&k| self.tag(k) == Tag::Finite);
        // a new sentence begins after a full stop, unless it is only the attribution: “… is
        // missing.” Ruiz said.
        let stopped = self.kind(last) == Some(Kind::Stop);
        // “… is missing.” The case continues.
        let speaks = |v: usize| !stopped || v == end || self.source_kind(Run::new(end, v)).likely_speaks();
        verb.is_some_and(|v| {
            self.attributes(v)
                && speaks(v)
                && (self.tag(v + 1) == Tag::End
                    || !stopped && matches!(self.tag(v + 1), Tag::Comma | Tag::Pronoun | Tag::Proper))
        })
    }
}
