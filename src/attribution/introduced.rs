//! Quotations that a sentence leads up to without a cue of the lexicon: "Ruiz put it this way: “…”", "he mouthed, “…”".

use super::Attribution;
use super::reading::Reading;
use super::tag::Tag;
use crate::lexicon::Frame;
use crate::text::Run;
use crate::text::token::Kind;

/// How far before the quotation its verb may stand, in tokens.
const REACH: usize = 14;

/// A quotation of fewer tokens behind a comma is a title or a nickname.
const SHORT: usize = 6;

/// How long a name with its description may be that signs a quotation, in tokens.
const SIGNATURE: usize = 16;

impl Reading<'_> {
    /// The attribution that the colon or comma at `i` makes, when a quotation opens behind it.
    pub(super) fn introduced(&self, i: usize) -> Option<Attribution> {
        if self.kind(i + 1) != Some(Kind::Mark) {
            return None;
        }
        let quotation = self.text.quotations.starting_at(i + 1)?;
        let floor = self.sentence_start(i);
        let colon = self.kind(i) == Some(Kind::Colon);
        // behind a comma only what is plainly a sentence, and nobody else's
        if !colon
            && (quotation.run.len() < SHORT
                || !self.token(i + 2).is_some_and(|t| t.is_capital())
                || self.is_attributed(quotation.run))
        {
            return None;
        }
        let verb = (floor.max(i.saturating_sub(REACH))..i)
            .rev()
            .find(|&k| self.tag(k) == Tag::Finite && !self.quoted(k))?;
        let group = self.verb_group(verb);
        let source = self.subject(group, 0)?;
        let (base, by_speaker) = if colon { (0.3, 0.45) } else { (0.2, 0.4) };
        Some(
            Attribution::new(
                quotation.run,
                Run::new(group.start, if colon { i + 1 } else { i }),
                verb,
                base + by_speaker * self.speaks(source),
            )
            .framed(Frame::Quote)
            .said_by(source),
        )
    }

    /// "“We will stay.” — Ana Ruiz, teacher": a quotation that a dash and a name sign, in its paragraph or below it.
    pub(super) fn signed(&self, dash: usize) -> Option<Attribution> {
        let before = dash.checked_sub(1).filter(|_| self.kind(dash).is_some_and(is_dash))?;
        let block = self.block(dash);
        let quotation = self.text.quotations.ending_at(before)?;
        let below = dash == block.first();
        let fills = quotation.run.first() == self.block(before).first();
        let name = Run::new(dash + 1, self.trim(dash + 1, block.stop()));
        let is_name = !name.is_empty()
            && name.len() <= SIGNATURE
            && self.tag(name.first()) == Tag::Proper
            && !name
                .indices()
                .any(|i| matches!(self.tag(i), Tag::Finite | Tag::Auxiliary | Tag::Mark | Tag::End));
        let neighbours = !below || self.block_index(before) + 1 == self.block_index(dash);
        (fills && is_name && neighbours && quotation.run.len() >= SHORT).then(|| {
            Attribution::new(quotation.run, Run::new(dash, dash + 1), dash, 0.8)
                .framed(Frame::Post)
                .said_by(name)
        })
    }
}

fn is_dash(kind: Kind) -> bool {
    matches!(kind, Kind::Dash | Kind::Bullet)
}
