//! Whether a conjunction inside a reported clause joins another cue to the one before the clause:
//! "said that she had left | and promised to return".

use crate::lexicon::{Class, Cue, Frame, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// How far after a verb of saying a quotation may begin if the verb has an addressee.
const ADDRESSEE: usize = 10;
/// The maximum length of an insertion between a subject and its verb, in tokens.
const INSERTION: usize = 12;

impl Syntax<'_> {
    /// "said that she had left and promised to return", "denied it was late and accused the paper
    /// of lying": whether the conjunction at `k` coordinates another cue with the one that governs
    /// the clause from `i` on.
    pub(super) fn coordinates_cue(&self, i: usize, k: usize) -> bool {
        if self.turns_to_quotation(k) || self.turns_to_speaker(i, k) || self.turns_to_deed(i, k) {
            return true;
        }
        let first = self.after_adverbs(k + 1 + usize::from(self.tag(k + 1) == Tag::Negation));
        if self.answers_question(i, first) {
            return true;
        }
        if self.tag(first) == Tag::Auxiliary && (self.disagrees(i, first) || self.resumes_tense(i, k, first))
        {
            let verb = self.after_adverbs(first + 1);
            return self.tag(verb).is_verb() && (self.attributes(verb) || self.addresses(verb));
        }
        let perfect = self.tag(first) == Tag::Auxiliary && self.is(first, Class::Have);
        let v = if perfect { self.after_adverbs(first + 1) } else { first };
        if !(self.tag(v) == Tag::Finite || perfect && self.tag(v) == Tag::Participle) {
            return self.returns_to_speaker(i, k, v);
        }
        // "said that he went home, washed his car and messaged a friend", "said he had planned and
        // ordered the attack"
        if self.lists_verbs(i, k) || self.shares_object(i, k, v) {
            return false;
        }
        let cue = (self.attributes(v) && self.reports(v) || self.binds(v)) && !self.may_be_noun(v, i);
        if cue && !perfect && self.keeps_inner_tense(i, v) {
            return false;
        }
        // "said she was sorry but rejected calls to resign"
        let rejects = || self.is_one_of(k, words!["but"]) && self.says_of_thing(v);
        cue && !perfect
            || (cue || self.addresses(v) || self.judges(v) || rejects()) && self.parallel(i, first)
    }

    /// "asked whether the grant would cover it |and| was told it would not": whether the auxiliary at
    /// `first` belongs to a passive of telling after a question, which begins at `i`.
    fn answers_question(&self, i: usize, first: usize) -> bool {
        let asks = self.tag(i) == Tag::Wh || self.is_one_of(i, words!["whether", "if"]);
        let verb = self.after_adverbs(first + 1);
        asks && self.is_one_of(first, words!["was", "were"])
            && self.is(verb, Class::VerbParticiple)
            && self.cues(verb).iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::Told) > 0)
    }

    /// "doctors hope the vaccine will work |but| caution that it may not", "want the pier to reopen
    /// |and| say they will pay": whether the cue at `v`, which could go with the verb or the noun
    /// before the conjunction at `k`, has the subject and the form of the one before `i`, because
    /// what the words from `i` on are about cannot say anything.
    pub(super) fn returns_to_speaker(&self, i: usize, k: usize, v: usize) -> bool {
        matches!(self.tag(v), Tag::Base | Tag::Noun)
            && (self.attributes(v) && self.reports(v) && !self.may_be_noun(v, i) || self.urges(v))
            && self.governor(i).is_some_and(|g| self.has_form_of(v, g))
            && self.is_about_thing(i, k)
    }

    /// "hope … and say", "hopes … and says": whether two verbs may have one subject.
    fn has_form_of(&self, v: usize, g: usize) -> bool {
        let both = |class| self.is(v, class) && self.is(g, class);
        both(Class::VerbS) || both(Class::VerbBase) && !self.is(g, Class::VerbPast)
    }

    /// "the vaccine will work", "the pier to reopen": whether the clause or complement from `i` to
    /// the conjunction at `k` has a subject that says nothing. Before "but", so has an infinitive.
    fn is_about_thing(&self, i: usize, k: usize) -> bool {
        let subject = i + usize::from(self.tag(i) == Tag::That);
        match self.tag(subject) {
            Tag::To => self.is_one_of(k, words!["but", "yet"]),
            _ if self.is_one_of(subject, words!["there"]) => true,
            Tag::Pronoun => self.is_one_of(subject, words!["it"]) && self.is_one_of(k, words!["but", "yet"]),
            tag if tag.is_nominal() => self
                .core_end(subject, k)
                .is_some_and(|end| !self.source_kind(Run::new(subject, end)).likely_speaks()),
            _ => false,
        }
    }

    fn takes_clause_at(&self, v: usize) -> bool {
        self.tag(v + 1) == Tag::That || self.clause_follows(v + 1, self.sentence(v).stop())
    }

    /// "urge people to stay": whether the verb at `v` is a cue with somebody and an infinitive
    /// after it.
    fn urges(&self, v: usize) -> bool {
        let stop = self.sentence(v).stop();
        self.addresses(v) && self.phrase_end(v + 1, stop).is_some_and(|end| self.tag(end) == Tag::To)
    }

    /// "said the plan was costly |though| she admitted it might work": whether the conjunction at
    /// `k` contrasts what somebody says with the cue before the clause from `i` on, without a
    /// comma.
    pub(super) fn contrasts_cue(&self, i: usize, k: usize) -> bool {
        self.is(k, Class::ContrastiveSubordinator) && self.is(k + 1, Class::SubjectPronoun) && {
            let v = self.after_adverbs(k + 2);
            let says = || self.announces(v) && self.reports(v) || self.takes_that_at(v);
            self.tag(v) == Tag::Finite && says() && self.parallel(i, v)
        }
    }

    /// "he went home, washed his car |and| slept": whether a verb after a comma between `i` and the
    /// conjunction at `k` is coordinated with the clause's first verb.
    fn lists_verbs(&self, i: usize, k: usize) -> bool {
        let comma = (i + 1..k).rev().find(|&c| matches!(self.tag(c), Tag::Comma | Tag::Break | Tag::Mark));
        comma.filter(|&c| self.tag(c) == Tag::Comma && c + 2 < k).is_some_and(|c| {
            self.tag(c + 1) == Tag::Finite && !self.attributes(c + 1) && self.is(c + 1, Class::VerbPast)
        })
    }

    /// "had planned |and| ordered the attack": whether the verb at `v`, for what somebody does,
    /// shares its auxiliary and its object with the participle before the conjunction at `k`.
    fn shares_object(&self, i: usize, k: usize, v: usize) -> bool {
        let participle = self.tag(k - 1).is_verb() && self.is(k - 1, Class::VerbParticiple);
        let deed = |c: &Cue| c.is_deed() || c.is_of_thing() || c.strength(Frame::NounPhrase) < 2;
        participle
            && (self.verb_group(k - 1).start..k - 1).any(|n| self.is(n, Class::Have))
            && v == k + 1
            && self.phrase_end(v + 1, self.sentence(v).stop()).is_some()
            // "accepted that costs had risen and claimed the count was rigged"
            && !(self.is_about_thing(i, k) && self.takes_clause_at(v))
            && self.cues(v).iter().filter(|c| self.stands_at(c, v)).all(deed)
    }

    /// "said the pier was safe |and| Arden warned that it would close": whether the conjunction at
    /// `k` is followed by somebody else who says something, in the tense of the cue before `i`.
    /// After "say", a past form with "that" is the writer's as well.
    fn turns_to_speaker(&self, i: usize, k: usize) -> bool {
        let stop = self.sentence(k).stop();
        let Some(end) = self.phrase_end(k + 1, stop).filter(|_| !self.is(k + 1, Class::SubjectPronoun))
        else {
            return false;
        };
        let v = self.after_adverbs(self.past_short_insertion(end, stop));
        let present = || self.governor(i).is_some_and(|g| !self.is(g, Class::VerbPast));
        self.tag(v) == Tag::Finite
            && self.announces(v)
            && self.source_kind(Run::new(k + 1, end)).likely_speaks()
            && (self.takes_clause_at(v) || self.opens_quotation(v + 1))
            && (self.parallel(i, v) || self.tag(v + 1) == Tag::That && present())
    }

    /// "some, including Arden, warned": the end of an insertion without a verb after the noun
    /// phrase that ends at `end`, or `end`.
    fn past_short_insertion(&self, end: usize, stop: usize) -> usize {
        if self.tag(end) != Tag::Comma || !self.is(end + 1, Class::Adding) {
            return end;
        }
        let verb = |k: &usize| matches!(self.tag(*k), Tag::Finite | Tag::Auxiliary | Tag::Break);
        let inside = (end + 1..stop.min(end + INSERTION)).take_while(|k| !verb(k));
        inside.into_iter().find(|&k| self.tag(k) == Tag::Comma).map_or(end, |close| close + 1)
    }

    /// "said it was a step in the right direction but he told the paper: “…”": whether the
    /// conjunction at `k` is followed by a verb of saying with a pronoun as its subject and a
    /// quotation after it.
    fn turns_to_quotation(&self, k: usize) -> bool {
        let verb = self.after_adverbs(k + 2);
        let says =
            self.is(k + 1, Class::SubjectPronoun) && self.tag(verb) == Tag::Finite && self.attributes(verb);
        let mark =
            || (verb + 1..self.sentence(k).stop().min(verb + ADDRESSEE)).find(|&m| self.tag(m) == Tag::Mark);
        says && mark().is_some_and(|m| {
            self.opens_quotation(m) && (m == verb + 1 || matches!(self.tag(m - 1), Tag::Comma | Tag::Break))
        })
    }

    /// "experts said storms and requests to leave", but "said it was clean and claims it is safe":
    /// whether the verb at `v` may be a noun, because it looks like one, differs in tense from the
    /// cue before `i` and has no clause after it.
    pub(super) fn may_be_noun(&self, v: usize, i: usize) -> bool {
        let clause = || self.takes_clause_at(v) || self.opens_quotation(v + 1);
        self.is(v, Class::Noun) && !self.parallel(i, v) && !clause()
    }

    /// "have said … and have accused", "denied … and accused": whether the verb group at `v` has
    /// the tense of the one that governs the clause from `i` on.
    pub(super) fn parallel(&self, i: usize, v: usize) -> bool {
        self.governor(i).is_some_and(|g| {
            self.tag(g) == self.tag(v) && self.is(g, Class::VerbPast) == self.is(v, Class::VerbPast)
        })
    }

    /// "says she met the mayor |and| told him": whether the verb at `v` has the tense of the clause
    /// from `i` on, and the verb that governs the clause has another.
    fn keeps_inner_tense(&self, i: usize, v: usize) -> bool {
        let past = |k: usize| self.is(k, Class::VerbPast);
        let inner = (i..v).find(|&k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary));
        past(v)
            && inner.is_some_and(|k| self.tag(k) == Tag::Finite && past(k))
            && self.governor(i).is_some_and(|g| self.tag(g) == Tag::Finite && !past(g))
    }

    /// "say the bill is weak |and| are calling for a ban": whether the auxiliary at `first` is
    /// plural and the first verb of the clause from `i` on is singular.
    fn disagrees(&self, i: usize, first: usize) -> bool {
        let inner = (i..first).find(|&k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary));
        self.is_one_of(first, words!["are", "have"])
            && inner
                .is_some_and(|k| self.is_one_of(k, words!["is", "has", "does"]) || self.is(k, Class::VerbS))
    }

    /// "believes the deal is fair |and| is asking members to back it": whether the auxiliary at
    /// `first` has the form of the cue before the clause from `i` on, which is about a thing.
    fn resumes_tense(&self, i: usize, k: usize, first: usize) -> bool {
        let active = self.tag(self.after_adverbs(first + 1)) == Tag::Ing || self.is(first, Class::Have);
        let agrees = |g: usize| {
            let singular = self.is(g, Class::VerbS) && self.is_one_of(first, words!["is", "has"]);
            let plain = self.is(g, Class::VerbBase) && !self.is(g, Class::VerbPast);
            singular || plain && self.is_one_of(first, words!["are", "have"])
        };
        active && self.is_about_thing(i, k) && self.governor(i).is_some_and(agrees)
    }

    /// "said the pier is safe|, but| the council closed it": whether "but" after the comma at `k`
    /// goes back to the past tense of the cue, after a clause in the present from `i` on.
    pub(super) fn turns_to_past(&self, i: usize, k: usize) -> bool {
        let stop = self.sentence(k).stop();
        let verb = |from: usize, to: usize| {
            (from..to).find(|&n| matches!(self.tag(n), Tag::Finite | Tag::Auxiliary))
        };
        let present = |n: usize| {
            self.is(n, Class::VerbS)
                || self.tag(n) == Tag::Finite && self.is(n, Class::VerbBase) && !self.is(n, Class::VerbPast)
                || self.is_one_of(n, words!["is", "are", "has", "have", "does"])
        };
        self.is_one_of(k + 1, words!["but"])
            && self.governor(i).is_some_and(|g| self.is(g, Class::VerbPast))
            && verb(i, k).is_some_and(present)
            && verb(k + 2, stop).is_some_and(|outer| self.is(outer, Class::VerbPast) && !self.quoted(outer))
    }

    /// "the poll found that 40 percent back Moor, while | 12 percent back Vane": whether the comma
    /// at `k` comes before another number of the survey whose finding began at `i`.
    pub(super) fn compares_shares(&self, i: usize, k: usize) -> bool {
        let joined = self.tag(k + 1) == Tag::Coordinator || self.is(k + 1, Class::ContrastiveSubordinator);
        let number = self.after_adverbs(k + 2);
        let counted = |n: usize| matches!(self.kind(n), Some(Kind::Number)) || self.tag(n) == Tag::Number;
        joined && counted(number) && (i..k).any(counted) && self.governor(i).is_some_and(|g| self.presents(g))
    }

    /// The finite verb of the group that governs the clause from `i` on.
    pub(super) fn governor(&self, i: usize) -> Option<usize> {
        let governor = (self.sentence_start(i)..i).rev().find(|&g| self.tag(g).is_verb())?;
        let start = self.verb_group(governor).start;
        (start..=governor).find(|&g| matches!(self.tag(g), Tag::Auxiliary | Tag::Finite))
    }
}
