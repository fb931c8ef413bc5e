//! After which comma a reported complement goes on: an apposition, a list, an addition, the next of
//! several infinitives.

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::quotation::TITLE;
use crate::syntax::tag::Tag;

/// Maximum length of an insertion, in tokens.
const INSERTION: usize = 16;

impl Syntax<'_> {
    /// The position after the comma at `k` where a complement that began at `i` continues, if it
    /// does.
    pub(super) fn past_comma(&self, i: usize, k: usize, stop: usize, relative: bool) -> Option<usize> {
        if let Some(close) = self.apposition_inside(k, stop) {
            return Some(close + 1);
        }
        if self.lists(k, stop)
            || relative && self.lists_subject(k, stop)
            || self.is(k + 1, Class::Adding)
            || self.apposes(k, stop)
            || self.adds(k, stop)
        {
            return Some(k + 1);
        }
        // "cited Arden, an heir to the fortune, as a donor"
        if let Some(close) = self.closing_comma(k, stop)
            && self.is_one_of(close + 1, words!["as"])
            && self.tag(close + 2).is_nominal()
            && !self.opens_adverbial_clause(close + 1, stop)
        {
            return Some(close + 1);
        }
        // "pointed to the storm, as a reason to stay"
        if self.is_one_of(k + 1, words!["as"])
            && self.tag(k + 2).is_nominal()
            && !self.opens_adverbial_clause(k + 1, stop)
        {
            return Some(k + 2);
        }
        if self.goes_on_with_verb(i, k)
            || self.lists_adjectives(k)
            || self.names_work(k)
            // "the process, not the results"
            || self.is_one_of(k + 1, words!["not"]) && self.tag(k + 2).is_nominal() && self.runs_to_end(k + 2, stop)
        {
            return Some(k + 1);
        }
        // "the report from Ruiz, the adviser they hired in May": an apposition with a clause
        if self.tag(k + 1) == Tag::Determiner
            && self.tag(k - 1) == Tag::Proper
            && let Some(end) = self.core_end(k + 1, stop)
            && (self.is(end, Class::SubjectPronoun) || self.is_one_of(end, words!["who"]))
        {
            return Some(end);
        }
        // "30 apprentices, half of them women"
        if self.core_end(k + 1, stop) == Some(k + 2)
            && self.is_one_of(k + 2, words!["of"])
            && self.is_one_of(k + 3, words!["them", "which", "whom"])
        {
            return Some(k + 4);
        }
        // "more fog, not less, in May"
        if self.is_one_of(k + 1, words!["not"])
            && let Some(close) = self.closing_comma(k, stop)
        {
            return Some(close + 1);
        }
        // "before, during and after exercise"
        if self.tag(k - 1) == Tag::Preposition && self.tag(k + 1) == Tag::Preposition {
            return Some(k + 1);
        }
        let close = self.insertion_close(k, stop)?;
        let resumes = relative && self.verb_at(close + 1)
            || self.tag(i) == Tag::To && self.tag(close + 1) == Tag::Preposition
            || self.tag(i) == Tag::Object
            || self.tag(close + 1) == Tag::To;
        resumes.then_some(close + 1)
    }

    /// "of covering up, delaying, and hiding facts", "to close the pier, raise the toll and sell
    /// the ferry": whether a verb after the comma at `k` is coordinated with one from `i` on.
    fn goes_on_with_verb(&self, i: usize, k: usize) -> bool {
        let joined = self.tag(k + 1) == Tag::Coordinator;
        let next = k + 1 + usize::from(joined);
        if joined && self.tag(next) == Tag::Ing {
            return !self.attributes(next) && (i..k).any(|n| self.tag(n) == Tag::Ing);
        }
        let governs = matches!(self.tag(next + 1), Tag::Determiner | Tag::Possessive | Tag::Object);
        let verb = self.is(next, Class::VerbBase) && (governs || !joined && !self.is(next, Class::Noun));
        // "to repair the pier, and makes the case": no infinitive
        if verb && (i..k).any(|n| self.tag(n) == Tag::Base) {
            return !joined || !self.is(next, Class::VerbPast);
        }
        // "never to sign it, to hire teachers and to stay"
        let infinitive = |n: usize| self.tag(n) == Tag::To && self.is(n + 1, Class::VerbBase);
        infinitive(next) && (i..k).any(infinitive)
    }

    /// "a forceful, point-by-point reply": whether the comma at `k` is between two adjectives of
    /// one noun.
    fn lists_adjectives(&self, k: usize) -> bool {
        let opens = |n: usize| matches!(self.tag(n), Tag::Determiner | Tag::Possessive | Tag::Preposition);
        self.tag(k - 1) == Tag::Adjective
            && matches!(self.tag(k + 1), Tag::Adjective | Tag::Participle)
            && k > 1
            && (opens(k - 2) || self.tag(k - 2) == Tag::Adverb && k > 2 && opens(k - 3))
    }

    /// "his new book, “Quiet Water”": whether the title of a work follows the comma at `k`.
    fn names_work(&self, k: usize) -> bool {
        let title = || self.text.quotations.starting_at(k + 1).map(|q| q.run);
        self.tag(k - 1) == Tag::Noun
            && self.opens_quotation(k + 1)
            && title().is_some_and(|run| {
                run.len() < TITLE
                    && self.token(run.first() + 1).is_some_and(|t| t.is_capital())
                    && !run
                        .indices()
                        .any(|n| matches!(self.tag(n), Tag::Finite | Tag::Auxiliary | Tag::Pronoun))
            })
    }

    /// Whether the noun phrase at `i` is the last of its sentence.
    fn runs_to_end(&self, i: usize, stop: usize) -> bool {
        self.phrase_end(i, stop).is_some_and(|end| end >= stop || self.tag(end) == Tag::End)
    }

    /// The comma that may close what the comma at `k` opens.
    fn closing_comma(&self, k: usize, stop: usize) -> Option<usize> {
        (k + 2..stop.min(k + INSERTION)).find(|&c| self.tag(c) == Tag::Comma)
    }

    /// "the governor, Ana Ruiz, to resign", "the owner, Tarn Rail, of lying": the comma that closes
    /// the apposition opened by the comma at `k`.
    fn apposition_inside(&self, k: usize, stop: usize) -> Option<usize> {
        let close = self.closing_comma(k, stop)?;
        let apposed = self.tag(k + 1).is_nominal() && self.phrase_end(k + 1, stop) == Some(close);
        let rest = self.tag(close + 1) == Tag::To || self.is_one_of(close + 1, words!["of", "for"]);
        (apposed && rest).then_some(close)
    }

    /// ", however,", ", who is ill,": the comma that closes the insertion opened by the comma at
    /// `k`.
    fn insertion_close(&self, k: usize, stop: usize) -> Option<usize> {
        let opens = matches!(self.tag(k + 1), Tag::Wh | Tag::Adverb | Tag::Preposition)
            || self.is(k + 1, Class::Adding)
            || self.is(k + 1, Class::Inserting);
        if !opens {
            return None;
        }
        self.closing_comma(k, stop)
    }

    /// ", or from others", ", as well as his aides": whether the comma at `k` and a conjunction add
    /// a phrase.
    fn adds(&self, k: usize, stop: usize) -> bool {
        if self.is_one_of(k + 1, words!["as"])
            && self.is_one_of(k + 2, words!["well"])
            && self.is_one_of(k + 3, words!["as"])
        {
            return true;
        }
        if self.tag(k + 1) != Tag::Coordinator {
            return false;
        }
        if self.is_one_of(k + 1, words!["or"]) && !self.verb_at(k + 2) {
            return true;
        }
        // ", but also a bear"
        if self.is_one_of(k + 1, words!["but"]) {
            return self.tag(k + 2) == Tag::Adverb && self.contrasts(k + 1, stop);
        }
        match self.tag(k + 2) {
            Tag::Preposition => !self.opens_setting(k + 2),
            Tag::Wh | Tag::To => true,
            Tag::Pronoun => false,
            tag => {
                tag.is_nominal()
                    && self.phrase_end(k + 2, stop).is_some_and(|e| !self.verb_at(e))
                    && !self.clause_follows(k + 2, stop)
            }
        }
    }

    /// "Tarn Bridge, Ohio", "his wife, Ana Ruiz": whether the comma at `k` is followed by an
    /// apposition or by the next of several noun phrases. A phrase with an indefinite article is
    /// excluded: it is more often a comment.
    fn apposes(&self, k: usize, stop: usize) -> bool {
        let nominal = self.tag(k + 1).is_nominal() && self.tag(k + 1) != Tag::Pronoun;
        if !nominal || self.is_one_of(k + 1, words!["a", "an"]) || self.is_time(k + 1) {
            return false;
        }
        let Some(end) = self.phrase_end(k + 1, stop) else { return false };
        match self.tag(end) {
            _ if end >= stop => true,
            Tag::End => true,
            Tag::Coordinator => !self.verb_at(end + 1),
            Tag::Comma => {
                !self.verb_at(end + 1) && (self.tag(k - 1) == Tag::Proper || self.tag(k + 1) != Tag::Proper)
            }
            _ => false,
        }
    }
}
