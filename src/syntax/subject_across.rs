//! Subjects before an insertion: "Ruiz, author of “The Last Kiln,” said", "Ruiz, who left, said",
//! "Ruiz (D-Calda) said".

use crate::lexicon::{Class, Sense, words};
use crate::syntax::Syntax;
use crate::syntax::quotation::TITLE;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// How far to look, in tokens, for what a comma-bounded insertion belongs to.
pub(super) const INSERTION: usize = 60;

/// The maximum length of what is inserted after the first of two names, in tokens.
const BETWEEN: usize = 12;

impl Syntax<'_> {
    /// "Ruiz, author of “The Last Kiln,” said", "Ruiz, citing the “cost,” said", "Ruiz opposes
    /// “waste,” favors “thrift”": the subject before a comma and the closing mark at `mark`.
    pub(super) fn subject_across_quotation(&self, mark: usize, floor: usize, depth: u8) -> Option<Run> {
        let close = if self.ends_title(mark - 1, floor) {
            Some(mark)
        } else {
            self.ends_insertion(mark, floor).then_some(mark - 1)
        };
        close
            .and_then(|close| self.subject_across_insertion(close, floor))
            .or_else(|| self.phrase_before(mark + 1, floor))
            .or_else(|| {
                let quotation = self.quotation_ending_at(mark).filter(|q| q.first() > floor)?;
                self.shared_subject(quotation.first(), floor, depth)
            })
    }

    /// "Ruiz, the minister, said", "Ruiz, who left in May, said": the phrase before the insertion
    /// that `comma` closes. An apposition belongs to the source.
    pub(super) fn subject_across_insertion(&self, comma: usize, floor: usize) -> Option<Run> {
        let mut found: Option<Run> = None;
        // "Ruiz, in a speech in Port Azul, Calda, said": a phrase governed by a preposition is only
        // taken if there is no other
        let mut governed: Option<Run> = None;
        for open in (floor + 1..comma).rev().take(INSERTION).filter(|&i| self.tag(i) == Tag::Comma) {
            // "author of “The Last Kiln,” a book on potters": this comma belongs to the title
            // "to Salem, Oregon": this one to the place
            let within = governed.is_some_and(|place| place.first() < open && open < place.stop());
            if !self.ends_phrase(open - 1) || self.ends_title(open, floor) || within {
                continue;
            }
            let Some(start) = self.phrase_start(open, floor) else { continue };
            let start = self.place_start(start, open, floor);
            // "people living on the estate"
            let start = self.modified_head(start, floor).filter(|&head| head == floor).unwrap_or(start);
            let bounded = start == floor
                || matches!(
                    self.tag(start - 1),
                    Tag::Comma
                        | Tag::Mark
                        | Tag::End
                        | Tag::Break
                        | Tag::Coordinator
                        | Tag::That
                        | Tag::Subordinator
                )
                || self.is_one_of(start - 1, words!["like", "including"]);
            if found.is_some() && (!bounded || self.is_time(start)) {
                break;
            }
            if found.is_some() && self.names_other(start, floor) {
                break;
            }
            if governed.is_some() && found.is_none() && !(bounded && self.is_insertion(open + 1, comma)) {
                break;
            }
            // both commas around an apposition belong to it
            let end = if self.is_apposition(open + 1, comma) { comma + 1 } else { open };
            if found.is_none()
                && !bounded
                && matches!(self.tag(start - 1), Tag::Preposition | Tag::Ing | Tag::Participle)
            {
                // "On that day, the clerk rang, told": a clause is not an insertion
                if !self.has_own_verb(open + 1, comma) {
                    governed = governed.or(Some(Run::new(start, end)));
                }
                continue;
            }
            found = Some(Run::new(start, end));
            // "Speaking through his aide, Tom Keane, the governor, Ana Ruiz, said"
            if matches!(self.tag(floor), Tag::Ing | Tag::Participle)
                && self.tag(start) == Tag::Determiner
                && self.tag(open + 1) == Tag::Proper
            {
                break;
            }
            // "Ruiz, 63, a teacher from Port Azul, said": an earlier comma is a boundary of the
            // phrase too
            if start == floor
                || self.tag(start - 1) != Tag::Comma
                    && !(start > floor + 1
                        && self.is_one_of(start - 1, words!["like", "including"])
                        && self.tag(start - 2) == Tag::Comma)
            {
                break;
            }
        }
        found.map(|found| self.with_joined_before(found, floor)).or(governed)
    }

    /// "who was to fly to Salem, Oregon, on Friday": if the name from `start` to `end` is a region
    /// after a place that a preposition governs, the start of the phrase with that place.
    fn place_start(&self, start: usize, end: usize, floor: usize) -> usize {
        let regional = start > floor + 3
            && self.tag(start) == Tag::Proper
            && self.tag(start - 1) == Tag::Comma
            && self.tag(start - 2) == Tag::Proper
            && self.lexicon.senses(self.text.id(end - 1)).has(Sense::Place);
        if !regional {
            return start;
        }
        let place = self.core_start(start - 1, floor).filter(|&place| place > floor);
        let governed = |&place: &usize| {
            self.is_one_of(place - 1, words!["in", "at", "near", "outside", "of", "from", "to"])
        };
        place.filter(governed).and_then(|_| self.phrase_start(start - 1, floor)).unwrap_or(start)
    }

    /// "Ana Ruiz, 29, and Tom Keane, 33, said", "Ana Ruiz, the mayor, and Tom Keane, the clerk,
    /// said": the subject with the name that is joined to its first one, over what is inserted
    /// after that name.
    fn with_joined_before(&self, found: Run, floor: usize) -> Run {
        let start = found.first();
        let joined = start > floor + 3
            && matches!(self.tag(start), Tag::Proper | Tag::Possessive)
            && self.is_one_of(start - 1, words!["and"])
            && self.tag(start - 2) == Tag::Comma;
        let open = || (floor + 1..start - 2).rev().take(BETWEEN).find(|&i| self.tag(i) == Tag::Comma);
        let Some(open) = joined.then(open).flatten() else { return found };
        let first = self.phrase_start(open, floor);
        let bounded = |first: &usize| {
            *first == floor || matches!(self.tag(first - 1), Tag::Mark | Tag::End | Tag::Break | Tag::That)
        };
        first
            .filter(|_| self.tag(open - 1) == Tag::Proper && self.is_apposition(open + 1, start - 2))
            .filter(bounded)
            .map_or(found, |first| Run::new(first, found.stop()))
    }

    /// "Ruiz, who called it “mad,” said": whether the quotation that ends at `mark` ends an
    /// insertion that a comma and a relative pronoun or a participle open.
    fn ends_insertion(&self, mark: usize, floor: usize) -> bool {
        let Some(quotation) = self.quotation_ending_at(mark).filter(|q| q.first() > floor + 2) else {
            return false;
        };
        let bounds =
            |&k: &usize| matches!(self.tag(k), Tag::Comma | Tag::Mark | Tag::Break | Tag::Coordinator);
        let open = (floor + 1..quotation.first()).rev().take(INSERTION).find(bounds);
        open.is_some_and(|k| {
            self.tag(k) == Tag::Comma
                && matches!(self.tag(k + 1), Tag::Wh | Tag::Ing)
                && self.ends_phrase(k - 1)
        })
    }

    /// Whether the comma at `i` ends a title that continues a phrase: "of “The Last Kiln,”", "who
    /// wrote “The Last Kiln,”".
    fn ends_title(&self, i: usize, floor: usize) -> bool {
        self.quotation_ending_at(i + 1).filter(|q| q.first() > floor && q.len() < TITLE).is_some_and(|q| {
            let before = q.first() - 1;
            self.tag(before) == Tag::Preposition
                || self.tag(before).is_verb() && before > floor && self.tag(before - 1) == Tag::Wh
        })
    }

    /// "who, on a call on Friday, said": the relative pronoun before the insertion that `comma`
    /// closes.
    pub(crate) fn relative_across_insertion(&self, comma: usize, floor: usize) -> Option<Run> {
        let bound =
            |&i: &usize| matches!(self.tag(i), Tag::Comma | Tag::Finite | Tag::Auxiliary | Tag::Break);
        let open = (floor + 1..comma).rev().take(INSERTION).find(bound)?;
        let pronoun = open - 1;
        let relative =
            self.tag(open) == Tag::Comma && self.tag(pronoun) == Tag::Wh && self.is(pronoun, Class::Relative);
        relative.then(|| Run::new(pronoun, open))
    }

    /// "The editor I spoke to, Tom Keane, said", "the farmer we met, who left in May, said": the
    /// subject that opens the sentence with its relative clause, before the insertion that `comma`
    /// closes.
    pub(crate) fn contact_relative_across_insertion(&self, comma: usize, floor: usize) -> Option<Run> {
        let open = (floor + 1..comma).find(|&i| self.tag(i) == Tag::Comma)?;
        let subject = self.subject_with_contact_relative(open, floor)?;
        let apposed = self.is_apposition(open + 1, comma);
        (apposed || self.is_insertion(open + 1, comma))
            .then(|| Run::new(floor, if apposed { comma + 1 } else { subject.stop() }))
    }

    /// Whether the words between two commas are a relative clause, or a phrase without a verb of
    /// its own.
    fn is_insertion(&self, start: usize, end: usize) -> bool {
        match self.tag(start) {
            Tag::Wh => true,
            Tag::Preposition | Tag::Ing | Tag::Participle | Tag::Adjective => !self.has_own_verb(start, end),
            _ => false,
        }
    }

    fn ends_phrase(&self, i: usize) -> bool {
        // "Two of them, both teachers, said"
        let part = self.tag(i) == Tag::Object && i > 0 && self.is_one_of(i - 1, words!["of"]);
        part || self.tag(i).is_nominal()
            || self.kind(i) == Some(Kind::Close)
            || self.quotation_ending_at(i).is_some_and(|q| q.len() < 8)
    }

    /// Whether the words between two commas describe the phrase before them.
    fn is_apposition(&self, start: usize, end: usize) -> bool {
        let start = if self.tag(start) == Tag::Adverb { start + 1 } else { start };
        let described = matches!(
            self.tag(start),
            Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number | Tag::Possessive
        ) || self.is_one_of(start, words!["including"]);
        described && !self.has_own_verb(start, end) && !self.is_time(start)
    }

    /// Whether the words from `start` to `end` have a finite verb outside relative clauses and
    /// that-clauses.
    fn has_own_verb(&self, start: usize, end: usize) -> bool {
        let inside = |&i: &usize| !matches!(self.tag(i), Tag::Wh | Tag::That);
        (start..end).take_while(inside).any(|i| self.tag(i) == Tag::Finite)
    }

    /// "Ruiz (D-Calda) said", "the minister — who left in May — said".
    pub(super) fn subject_across_break(&self, close: usize, floor: usize) -> Option<Run> {
        if self.kind(close) == Some(Kind::Close) {
            let open = self.bracket_start(close, floor).filter(|&open| open > floor)?;
            let start = self.phrase_start(open, floor)?;
            return Some(Run::new(start, close + 1));
        }
        let open = (floor..close).rev().take(INSERTION).find(|&i| self.kind(i) == Some(Kind::Dash))?;
        let phrase = self.phrase_before(open, floor).filter(|_| open > floor)?;
        // "the traders – Ann Moor and Bo Vane – said": the dashes enclose an apposition or an
        // addition
        let next = open + 1;
        let apposed =
            self.tag(next).is_nominal() || self.tag(next) == Tag::Coordinator || self.is(next, Class::Adding);
        let verb = (next..close).any(|i| matches!(self.tag(i), Tag::Finite | Tag::Auxiliary));
        Some(if apposed && !verb { Run::new(phrase.first(), close + 1) } else { phrase })
    }
}
