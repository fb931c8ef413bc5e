//! What is said: which frame the words after a cue fill, and where they stop.

use super::reading::Reading;
use super::tag::Tag;
use crate::lexicon::{Cue, Frame, Part, WordId, word, words};
use crate::text::Run;
use crate::text::token::Kind;

/// A frame that the words after a cue fill.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filled {
    pub frame: Frame,
    /// How strongly the cue takes it, 1 to 3.
    pub strength: u8,
    pub content: Run,
    /// Where what belongs to the cue alone ends: a colon before a quotation belongs to it.
    pub cue_end: usize,
}

impl Reading<'_> {
    /// The strongest frame that the words from `i`, just after the cue, fill.
    pub(super) fn fill(&self, cue: &Cue, i: usize) -> Option<Filled> {
        if self.is_barren(cue, i) {
            return None;
        }
        let stop = self.sentence(i.checked_sub(1)?).stop();
        if let Some(found) = self.fill_past_addressee(cue, i, stop) {
            return Some(found);
        }
        let near = self.fill_at(cue, i, i, stop).or_else(|| {
            // an addressee, a time or an occasion between cue and content
            let after = self.pass_over(cue, i, stop)?;
            self.fill_at(cue, after, i, stop)
        });
        near.or_else(|| {
            let that = self.distant_that(i, stop).filter(|_| cue.strength(Frame::That) == 3)?;
            self.fill_at(cue, that, i, stop)
        })
    }

    /// "said after lunch in the harbour office that": a that-clause behind phrases of time, place and company.
    fn distant_that(&self, i: usize, stop: usize) -> Option<usize> {
        if self.tag(i) != Tag::Preposition {
            return None;
        }
        let that = (i + 1..stop.min(i + 16)).take_while(|&k| {
            !matches!(
                self.tag(k),
                Tag::Finite | Tag::Auxiliary | Tag::Comma | Tag::Break | Tag::Mark | Tag::Wh | Tag::Pronoun
            )
        });
        let that = that.into_iter().find(|&k| self.tag(k) == Tag::That)?;
        self.clause_follows(that + 1, stop).then_some(that)
    }

    /// "told the paper that ...": the content behind the addressee, where there is one.
    fn fill_past_addressee(&self, cue: &Cue, i: usize, stop: usize) -> Option<Filled> {
        if cue.strength(Frame::Told) == 0 || !(self.tag(i).is_nominal() || self.tag(i) == Tag::Object) {
            return None;
        }
        let after = self.pass_over(cue, i, stop)?;
        let found = self.fill_at(cue, after, i, stop)?;
        matches!(found.frame, Frame::That | Frame::Wh | Frame::Quote | Frame::Clause).then_some(found)
    }

    /// The frame that the words from `i` fill, where the cue and what belongs to it end at `cue_end`.
    pub(super) fn fill_at(&self, cue: &Cue, i: usize, cue_end: usize, stop: usize) -> Option<Filled> {
        if let Some(found) = self.fill_quotation(cue, i, cue_end, stop) {
            return Some(found);
        }
        if i >= stop || self.tag(i) == Tag::Comma {
            return None;
        }
        let (frame, start, end) =
            self.fill_clause(cue, i, stop).or_else(|| self.fill_phrase(cue, i, stop))?;
        let strength = cue.strength(frame);
        // the preposition of a noun or adjective belongs to the cue: "opposition to", "critical of"
        let cue_end = if start > i && i == cue_end { start } else { cue_end };
        (strength > 0 && start < end).then(|| Filled {
            frame,
            strength,
            content: Run::new(start, end),
            cue_end,
        })
    }

    /// A quotation, perhaps behind a comma or a colon, at the head of the next paragraph too.
    fn fill_quotation(&self, cue: &Cue, i: usize, cue_end: usize, stop: usize) -> Option<Filled> {
        let strength = cue.strength(Frame::Quote);
        if strength == 0 {
            return None;
        }
        let colon = self.kind(i) == Some(Kind::Colon);
        let j = if matches!(self.kind(i), Some(Kind::Comma | Kind::Colon | Kind::Dash)) { i + 1 } else { i };
        if !colon && self.kind(j) != Some(Kind::Mark) {
            return None;
        }
        let cue_end = if colon && i == cue_end { i + 1 } else { cue_end };
        let filled = |content| Some(Filled { frame: Frame::Quote, strength, content, cue_end });
        let introduced = i < j
            || i == cue_end
            || !matches!(self.tag(i - 1), Tag::Possessive | Tag::Preposition | Tag::Determiner);
        if self.opens_quotation(j) && introduced && self.is_full_quotation(j, i < j) {
            return filled(self.quotation_from(j, stop)?);
        }
        (colon && strength == 3 && i + 1 < self.trim(i + 1, stop))
            .then(|| filled(Run::new(i + 1, self.trim(i + 1, stop))))?
    }

    /// A clause: with "that", with a question word, or bare.
    fn fill_clause(&self, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
        let tag = self.tag(i);
        if (tag == Tag::That || tag == Tag::Adverb && self.tag(i + 1) == Tag::That)
            && cue.strength(Frame::That) > 0
        {
            return Some((Frame::That, i, self.clause_end(i, stop)));
        }
        if tag == Tag::Wh || self.is_one_of(i, words!["whether", "if"]) {
            let frame = if cue.strength(Frame::Wh) > 0 { Frame::Wh } else { Frame::NounPhrase };
            let end = if cue.strength(frame) > 0 { self.clause_end(i, stop) } else { i };
            return Some((frame, i, end));
        }
        let bare = cue.strength(Frame::Clause);
        let gapped = matches!(tag, Tag::Finite | Tag::Auxiliary);
        let opens = tag.is_nominal()
            || gapped
            || tag == Tag::Subordinator
            || matches!(
                tag,
                Tag::Object | Tag::Mark | Tag::Adverb | Tag::Ing | Tag::Preposition | Tag::Other
            );
        if bare == 0 || !opens {
            return None;
        }
        // "reported in May that": the setting comes first
        if tag == Tag::Preposition
            && self.phrase_end(i + 1, stop).is_some_and(|end| self.tag(end) == Tag::That)
        {
            return None;
        }
        let after_time =
            (i..stop).find(|&k| !self.is_time(k) && self.kind(k) != Some(Kind::Number)).unwrap_or(stop);
        let timed = after_time > i && !self.clause_follows(after_time, stop) && !self.verb_at(after_time)
            || after_time > i && matches!(self.tag(after_time), Tag::That | Tag::Wh | Tag::To);
        if timed {
            return None;
        }
        // verbs of saying hardly take a noun phrase: what follows them is a clause, however it is built
        let always = bare == 3
            && cue.strength(Frame::NounPhrase) < 2
            && (tag.is_nominal()
                || matches!(tag, Tag::Adverb | Tag::Subordinator)
                || tag == Tag::Preposition && !self.opens_setting(i))
            && cue.strength(Frame::Told) == 0;
        let gap = gapped && bare == 3;
        (gap || self.clause_follows(i, stop) || always && self.holds_verb(i, stop))
            .then(|| (Frame::Clause, i, self.clause_end(i, stop)))
    }

    fn holds_verb(&self, i: usize, stop: usize) -> bool {
        (i..stop).any(|k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary))
    }

    /// A complement smaller than a clause: an infinitive, a gerund, a noun phrase, what a preposition governs.
    fn fill_phrase(&self, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
        let tag = self.tag(i);
        let to_end = |frame, start: usize| {
            if cue.strength(frame) == 0 {
                return None;
            }
            let end = self.complement_end(start, stop);
            // "his promise to pay surprised nobody": the noun phrase is the subject of what follows
            let end = if cue.part == Part::Noun { self.before_verb(start, end) } else { end };
            Some((frame, start, end))
        };
        if tag == Tag::To || tag == Tag::Negation && self.tag(i + 1) == Tag::To {
            return to_end(Frame::To, i);
        }
        if cue.part == Part::Verb
            && tag == Tag::Preposition
            && let Some(frame) = self.preposition_frame(i).filter(|&frame| cue.strength(frame) > 0)
        {
            // "cautioned against haste": a verb that is a cue without its preposition
            return to_end(frame, i);
        }
        if cue.part != Part::Verb {
            let frame = self.preposition_frame(i)?;
            return (i + 1 < stop).then(|| to_end(frame, i + 1))?;
        }
        // "said so", "thinks not"
        if cue.strength(Frame::Clause) == 3
            && self.is_one_of(i, words!["so", "not", "yes", "no"])
            && (i + 1 >= stop || self.ends_clause(i + 1))
        {
            return Some((Frame::Clause, i, i + 1));
        }
        if tag == Tag::Ing && cue.strength(Frame::Gerund) > 0 {
            return to_end(Frame::Gerund, i);
        }
        let opens = tag.is_nominal()
            || tag == Tag::That && self.core_end(i, stop).is_some()
            || matches!(tag, Tag::Object | Tag::Mark | Tag::Ing | Tag::Participle | Tag::Other)
            || tag == Tag::Adverb && self.tag(i + 1) == Tag::Determiner;
        if !opens || self.is_time(i) {
            return None;
        }
        if cue.strength(Frame::ObjectTo) > 0 && self.object_to(i, stop) {
            return to_end(Frame::ObjectTo, i);
        }
        if cue.strength(Frame::Told) > 0 && cue.strength(Frame::NounPhrase) < 2 {
            return None; // an addressee: the content is still to come
        }
        if cue.strength(Frame::Light) > 0
            && let Some(start) = self.light_complement(i, stop)
        {
            return Some((Frame::Light, start, self.clause_end(start, stop)));
        }
        if cue.strength(Frame::As) > 0
            && let Some(from) = self.as_behind(i, stop)
        {
            return Some((Frame::As, i, self.complement_end(from, stop)));
        }
        to_end(Frame::NounPhrase, i)
    }

    /// Whether nothing that belongs to a clause stands at `i`.
    fn ends_clause(&self, i: usize) -> bool {
        matches!(
            self.tag(i),
            Tag::End | Tag::Comma | Tag::Preposition | Tag::Subordinator | Tag::Mark | Tag::Break
        )
    }

    /// Over an addressee ("told reporters"), a setting ("in a statement", "on Tuesday") or an insertion (", however,").
    fn pass_over(&self, cue: &Cue, i: usize, stop: usize) -> Option<usize> {
        let mut j = i;
        for _ in 0..4 {
            let before = j;
            if j >= stop {
                break;
            }
            if j == i
                && cue.strength(Frame::Told) > 0
                && (self.tag(j).is_nominal() || self.tag(j) == Tag::Object)
            {
                j = self.addressee_end(j, stop)?;
            } else if self.tag(j) == Tag::Adverb && matches!(self.tag(j + 1), Tag::Number | Tag::Other) {
                break; // "proposed nearly $3 million"
            } else if self.tag(j) == Tag::Adverb || self.is_time(j) {
                j += 1;
            } else if self.tag(j) == Tag::Preposition
                && (self.opens_setting(j)
                    || self.is_one_of(j, words!["to", "of", "in", "at", "on", "about", "with"]))
            {
                j = self.phrase_end(j + 1, stop).unwrap_or(j);
            } else if self.tag(j) == Tag::Comma
                && let Some(close) = self.insertion_end(j, stop)
            {
                j = close;
            }
            if j == before {
                break;
            }
            let settled = matches!(self.tag(j), Tag::That | Tag::Comma | Tag::To | Tag::Wh)
                || self.opens_quotation(j)
                || self.kind(j) == Some(Kind::Colon);
            if settled && !(self.tag(j) == Tag::Comma && self.insertion_end(j, stop).is_some()) {
                break;
            }
        }
        (j > i && j <= stop).then_some(j)
    }

    /// Who is told: a noun phrase without the clause's own subject ("told reporters the plan ...").
    fn addressee_end(&self, i: usize, stop: usize) -> Option<usize> {
        let end = self.core_end(i, stop)?;
        if self.tag(end) == Tag::Preposition && !self.is_one_of(end, words!["of"]) {
            return Some(self.phrase_end(i, stop).unwrap_or(end));
        }
        // "told Fox News host Ana Ruiz on Monday", "told The Herald, which ..."
        let end = if self.tag(end) == Tag::Comma
            && self.insertion_end(end, stop).is_some_and(|e| self.tag(e) == Tag::That)
        {
            self.insertion_end(end, stop).unwrap_or(end)
        } else {
            self.phrase_end(i, stop).filter(|&e| !self.verb_at(e)).unwrap_or(end)
        };
        Some(end)
    }

    /// "however," between two commas: the token after the second one.
    fn insertion_end(&self, comma: usize, stop: usize) -> Option<usize> {
        let close = (comma + 1..stop.min(comma + 25)).find(|&k| self.tag(k) == Tag::Comma)?;
        let then = self.tag(close + 1);
        let short = close - comma <= 3;
        (short || matches!(then, Tag::That) || self.opens_quotation(close + 1)).then_some(close + 1)
    }

    /// Whether a quotation is what is said rather than a scare quote inside a phrase: it follows a comma or colon, or it
    /// is long or a sentence of its own.
    fn is_full_quotation(&self, i: usize, behind_stop: bool) -> bool {
        let Some(quotation) = self.text.quotations.starting_at(i) else { return false };
        behind_stop
            || quotation.run.len() > 5
            || self.tag(quotation.run.stop()) == Tag::End
            || !quotation.closed
    }

    /// A quotation from its opening mark on, and what goes on after it to the end of its sentence.
    fn quotation_from(&self, i: usize, stop: usize) -> Option<Run> {
        let quotation = self.text.quotations.starting_at(i)?;
        let end = self.coordinated_quotations_end(quotation.run.stop());
        let last = end - 1;
        let sentence = self.sentence(last.max(i));
        let closed_by_stop = matches!(self.tag(last.saturating_sub(1)), Tag::End | Tag::Comma | Tag::Break);
        if !closed_by_stop
            && end < sentence.stop()
            && !matches!(self.tag(end), Tag::End | Tag::Comma | Tag::Break)
        {
            let goes_on = self.complement_end(end, sentence.stop().max(stop.min(sentence.stop())));
            return Some(Run::new(i, goes_on.max(end)));
        }
        Some(Run::new(i, end))
    }

    /// “We are one,” and “We will stay”: where the last of several quotations that are joined ends.
    fn coordinated_quotations_end(&self, end: usize) -> usize {
        let mut end = end;
        while self.tag(end) == Tag::Coordinator {
            let next = end + 1 + usize::from(self.tag(end + 1) == Tag::Comma);
            match self.text.quotations.starting_at(next).filter(|_| self.opens_quotation(next)) {
                Some(quotation) => end = quotation.run.stop(),
                None => break,
            }
        }
        end
    }

    /// "urged her party to vote": a noun phrase and an infinitive.
    fn object_to(&self, i: usize, stop: usize) -> bool {
        let end = if self.tag(i) == Tag::Object { Some(i + 1) } else { self.phrase_end(i, stop) };
        end.is_some_and(|mut e| {
            while self.tag(e) == Tag::Adverb || self.tag(e) == Tag::Negation {
                e += 1;
            }
            self.tag(e) == Tag::To
        })
    }

    /// "expressed doubt that ...", "voiced anger about ...": where what is said begins behind the noun.
    fn light_complement(&self, i: usize, stop: usize) -> Option<usize> {
        let end = self.core_end(i, stop).filter(|&end| end < stop && end - i <= 5)?;
        let governed = self.tag(end) == Tag::Preposition
            && self.preposition_frame(end).is_some()
            && !self.opens_setting(end);
        if self.tag(end) == Tag::That { Some(end) } else { (governed && end + 1 < stop).then_some(end + 1) }
    }

    /// "described the plan as dead": where "as" stands behind the noun phrase at `i`.
    fn as_behind(&self, i: usize, stop: usize) -> Option<usize> {
        let end = if self.tag(i) == Tag::Object { Some(i + 1) } else { self.phrase_end(i, stop) };
        end.filter(|&e| self.is_one_of(e, words!["as"]))
    }

    fn preposition_frame(&self, i: usize) -> Option<Frame> {
        const FRAMES: [(WordId, Frame); 15] = [
            (word!("of"), Frame::Of),
            (word!("for"), Frame::For),
            (word!("on"), Frame::On),
            (word!("about"), Frame::About),
            (word!("against"), Frame::Against),
            (word!("with"), Frame::With),
            (word!("from"), Frame::From),
            (word!("over"), Frame::Over),
            (word!("in"), Frame::In),
            (word!("at"), Frame::At),
            (word!("by"), Frame::By),
            (word!("toward"), Frame::Toward),
            (word!("towards"), Frame::Toward),
            (word!("behind"), Frame::Behind),
            (word!("into"), Frame::Into),
        ];
        if self.tag(i) == Tag::Wh && self.is_one_of(i, words!["how"]) {
            return Some(Frame::How);
        }
        let word = self.token(i)?.word;
        FRAMES
            .iter()
            .find(|&&(preposition, _)| preposition == word)
            .map(|&(_, frame)| frame)
            .or_else(|| (self.tag(i) == Tag::Preposition && word == word!("to")).then_some(Frame::To))
    }
}
