//! A setting without a comma before the subject: "In a statement campaigners said", "Last week police said".

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

impl Syntax<'_> {
    /// `phrase`, the noun phrase before a verb, without the setting that opens its sentence.
    pub(super) fn after_fronted(&self, phrase: Run, floor: usize) -> Run {
        if phrase.first() > floor + 2 {
            return phrase;
        }
        let end = self.fronted_end(floor, phrase.stop());
        if phrase.first() < end && end < phrase.stop() { Run::new(end, phrase.stop()) } else { phrase }
    }

    /// Where the phrases of time and occasion end that a sentence opens with.
    fn fronted_end(&self, floor: usize, stop: usize) -> usize {
        let mut k = floor;
        while k < stop {
            let end = match self.tag(k) {
                Tag::Preposition if self.opens_setting(k) => self.fronted_setting_end(k, stop),
                // "last week", "this month"; a bare day may be part of a name
                _ if self.is_time(k) || self.is_one_of(k, words!["this"]) => {
                    let end = (k + 1..stop).find(|&t| !self.is_time(t)).unwrap_or(stop);
                    (end > k + 1 || self.tag(end) == Tag::Preposition).then_some(end)
                }
                _ => None,
            };
            match end {
                Some(end) => k = end,
                None => break,
            }
        }
        k
    }

    /// The end of the phrase that the preposition at `i` opens: with the noun that names the time or the occasion, and with
    /// what is joined to that.
    fn fronted_setting_end(&self, i: usize, stop: usize) -> Option<usize> {
        let names = |k: usize| self.is_time(k) || self.is(k, Class::Occasion);
        let nominal = (i + 1..stop).take_while(|&k| self.tag(k).is_nominal() || names(k));
        let first = nominal.into_iter().find(|&k| names(k))?;
        let mut end = (first..stop).find(|&k| !names(k)).unwrap_or(stop);
        // "in a letter to the council", "at a rally in the town": up to where a name or an article opens another phrase
        while self.tag(end) == Tag::Preposition && !self.is_time(end - 1) && !self.opens_setting(end) {
            let core = self.core_end(end + 1, stop)?;
            end = (end + 2..core)
                .find(|&k| self.tag(k) == Tag::Proper && self.tag(k - 1) == Tag::Noun)
                .unwrap_or(core);
        }
        Some(end)
    }
}
