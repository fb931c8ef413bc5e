//! Where reported clauses end: with the sentence, or where the writer's own words resume.

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::{Tag, Tags};
use crate::text::token::Kind;

/// Tags at which a reported clause may end.
const TURNS: Tags =
    Tags::of(&[Tag::Mark, Tag::Possessive, Tag::Comma, Tag::Break, Tag::Coordinator, Tag::Subordinator]);

/// How far before a clause the dash of an insertion may be, in tokens.
const INSERTION: usize = 12;

impl Syntax<'_> {
    /// `end` without the sentence's final stop, and without an adverb that opens what has been cut
    /// ("the talks, particularly | as winter nears"), but not before `start`.
    pub(crate) fn trim(&self, start: usize, end: usize) -> usize {
        let mut end = end.max(start);
        while end > start {
            let stop = matches!(self.tag(end - 1), Tag::End | Tag::Comma)
                && !self.token(end - 1).is_some_and(|t| t.is_word());
            let adds =
                || end > start + 1 && self.is(end - 1, Class::Adding) && self.tag(end - 2) == Tag::Comma;
            if !stop && !adds() {
                break;
            }
            end -= 1;
        }
        end
    }

    /// Where a reported clause ends: with its sentence, or before the writer's own words resume.
    pub(crate) fn clause_end(&self, i: usize, stop: usize) -> usize {
        self.said_clause_end(i, stop, false)
    }

    /// "Later, she said, he came and asked for tea.": the same for a clause that continues after
    /// the attribution inside it. No later verb is coordinated with the cue.
    pub(crate) fn resumed_clause_end(&self, i: usize, stop: usize) -> usize {
        self.said_clause_end(i, stop, true)
    }

    fn said_clause_end(&self, i: usize, stop: usize, resumed: bool) -> usize {
        // a quotation at the start is skipped like any other
        let mut k = if self.opens_quotation(i) { i } else { i + 1 };
        // "said that while the work was hard, she hoped to finish": the main clause is reported too
        let that = i + usize::from(self.tag(i) == Tag::That);
        // "even if"
        let that =
            that + usize::from(self.tag(that) == Tag::Adverb && self.tag(that + 1) == Tag::Subordinator);
        if matches!(self.tag(that), Tag::Subordinator | Tag::Wh | Tag::Preposition) {
            k = self.fronted_comma(that, stop).map_or(k, |comma| comma + 1);
        }
        loop {
            k = self.next_of(k, stop, TURNS);
            if k >= stop {
                break;
            }
            if let Some(past) = self.past_quotation(k, stop) {
                k = past;
                // “… the price list,” arguing that: the comma is inside the marks
                let comma = self.tag(k.saturating_sub(2)) == Tag::Comma;
                if comma && (self.leaves_clause(k - 1, stop) || self.attributed_from(k - 1, stop)) {
                    return k;
                }
                continue;
            }
            if self.tag(k) == Tag::Comma
                && !self.compares_shares(i, k)
                && (self.leaves_clause(k, stop) || self.attributed_from(k, stop) || self.turns_to_past(i, k))
            {
                return k;
            }
            let remark = || self.breaks(k) && self.comments_on_clause(k + 1, stop);
            if self.kind(k) == Some(Kind::Semicolon) || self.closes_insertion(i, k) || remark() {
                return self.trim(i, k);
            }
            // "... and said that": the writer's next verb
            if self.tag(k) == Tag::Coordinator && !resumed && self.coordinates_cue(i, k) {
                return self.trim(i, k);
            }
            if self.tag(k) == Tag::Subordinator && !resumed && self.contrasts_cue(i, k) {
                return k;
            }
            k += 1;
        }
        self.trim(i, stop)
    }

    /// "Moor (who says it is safe) left", "the pier – which Moor says is safe – will close":
    /// whether the bracket or dash at `k` closes an insertion that contains the clause from `i` on.
    fn closes_insertion(&self, i: usize, k: usize) -> bool {
        let opens = |kind: Kind| (self.sentence_start(i)..i).filter(move |&n| self.kind(n) == Some(kind));
        match self.kind(k) {
            Some(Kind::Close) => {
                !(i..k).any(|n| self.kind(n) == Some(Kind::Open))
                    && opens(Kind::Open).count() > opens(Kind::Close).count()
            }
            // "– something many feel is ugly –", but not "we – we think it is – a loss"
            Some(Kind::Dash) if self.breaks(k) => {
                let before = (self.sentence_start(i)..i).rev().take(INSERTION);
                let open = before.into_iter().find(|&n| self.kind(n) == Some(Kind::Dash) && self.breaks(n));
                open.is_some_and(|n| {
                    !self.is_one_of(n + 1, words!["i", "we", "you", "he", "she", "they", "it"])
                        && (self.tag(n + 1).is_nominal() || matches!(self.tag(n + 1), Tag::Wh | Tag::That))
                }) && opens(Kind::Dash).filter(|&n| self.breaks(n)).count() % 2 == 1
                    && !(i..k).any(|n| self.kind(n) == Some(Kind::Dash) && self.breaks(n))
            }
            _ => false,
        }
    }

    /// "which economists say will rise": whether the relative clause at `i` attributes what it adds
    /// to somebody.
    fn opens_other_view(&self, i: usize, stop: usize) -> bool {
        // "refugees, who she thinks are few": the same speaker goes on
        let own = || self.is_one_of(i, words!["who"]) && self.tag(i + 1) != Tag::Pronoun;
        (self.is_one_of(i, words!["which"]) || own())
            && (self.opens_view(i, stop) || self.opens_judgement(i, stop))
    }

    /// "which Moor describes as a disaster": whether the pronoun at `i` is what somebody judges.
    fn opens_judgement(&self, i: usize, stop: usize) -> bool {
        let other = self.tag(i) == Tag::Wh && self.tag(i + 1) != Tag::Pronoun;
        let verb = || self.phrase_end(i + 1, stop).map(|end| self.after_adverbs(end));
        other
            && verb().is_some_and(|v| {
                self.tag(v) == Tag::Finite && self.is_one_of(v + 1, words!["as"]) && self.judges(v)
            })
    }

    /// "which economists say will rise", "what they believe is a wreck": whether the pronoun at `i`
    /// is the subject of something that somebody says or believes.
    pub(crate) fn opens_view(&self, i: usize, stop: usize) -> bool {
        let subject = |i: usize| match self.tag(i) {
            Tag::Pronoun => Some(i + 1),
            _ => self.phrase_end(i, stop),
        };
        let verb = || subject(i + 1).map(|end| self.after_adverbs(end));
        self.tag(i) == Tag::Wh
            && verb().is_some_and(|v| self.tag(v) == Tag::Finite && self.attributes(v) && self.verb_at(v + 1))
    }

    /// "according to", "adding", a new attribution by the writer: whether the comma at `k` ends the
    /// reported clause.
    fn leaves_clause(&self, k: usize, stop: usize) -> bool {
        // "said that, while talks were going on, the pier was closed"
        if k > 0 && self.tag(k - 1) == Tag::That {
            return false;
        }
        let next = k + 1;
        if self.is_one_of(next, words!["according", "compared"])
            || self.opens_other_view(next, stop)
            || self.comments_on_clause(next, stop)
        {
            return true;
        }
        // ", only for the flag to go up"
        if self.is_one_of(next, words!["only"]) && self.is_one_of(next + 1, words!["for"]) {
            return true;
        }
        let reports = |v: usize| (self.attributes(v) || self.comments(v)) && !self.thinks(v);
        if self.tag(next) == Tag::Ing && reports(next) {
            return true;
        }
        // ", with one writing: “…”"
        if self.is_one_of(next, words!["with"]) {
            let verb = self.phrase_end(next + 1, stop).map(|end| self.after_adverbs(end));
            let speaks = |v: usize| {
                let quoted = self.opens_quotation(v + 1) || self.opens_quotation(v + 2);
                self.announces(v) || self.attributes(v) && (quoted || self.tag(v + 1) == Tag::That)
            };
            return verb.is_some_and(|v| self.tag(v) == Tag::Ing && speaks(v));
        }
        if matches!(self.tag(next), Tag::Coordinator) {
            // "that she had left, and “I think she was right.”": the clause switches to the
            // speaker's own words
            if let Some(quotation) =
                self.text.quotations.starting_at(next + 1).filter(|_| self.opens_quotation(next + 1))
            {
                return self.is_attributed(quotation.run);
            }
            // ", but that it could not comment" goes on
            if self.tag(next + 1) == Tag::That {
                return false;
            }
            // ", and he said", ", but Ruiz denied", ", and added"; not "experts said storms, and
            // requests to leave, were few"
            let straight = self.after_adverbs(next + 1);
            let noun = |v: usize| v == straight && (self.may_be_noun(v, k) || !self.reports(v));
            let says = |v: usize| self.attributes(v) && !noun(v) || self.puts_sum(v);
            return self.next_verb(next + 1, stop).is_some_and(says);
        }
        if matches!(self.tag(next), Tag::Subordinator | Tag::Preposition)
            && self.is(next, Class::ContrastiveSubordinator)
            // "that, in many cases, as many as 60 drivers were late"
            && self.quantifier_end(next) == next
        {
            let speaks =
                |v: usize| self.attributes(v) || self.addresses(v) || self.judges(v) || self.takes_that_at(v);
            return self.next_verb(next + 1, stop).is_some_and(speaks);
        }
        false
    }
}
