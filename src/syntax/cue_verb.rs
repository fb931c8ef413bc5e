//! Which verbs the lexicon lists as cues, wherever they are in a sentence.

use crate::lexicon::{AttributionType, Cue, Form, Frame, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

/// How far after a verb of judging its complement may begin, in tokens.
const COMPLEMENT: usize = 14;

impl Syntax<'_> {
    /// Whether the lexicon lists the verb at `v` as a cue of speech.
    pub(crate) fn attributes(&self, v: usize) -> bool {
        let speech = |c: &Cue| c.strength(Frame::That) == 3 || c.strength(Frame::Quote) == 3;
        self.cues(v).iter().any(|c| self.stands_at(c, v) && speech(c))
    }

    /// "said", "warned", but not "believed": whether the verb at `v` is a cue of speech for
    /// something said aloud.
    pub(super) fn announces(&self, v: usize) -> bool {
        self.cues(v).iter().any(|c| {
            self.stands_at(c, v)
                && c.strength(Frame::That) == 3
                && c.attribution_type(Form::Clause) == AttributionType::Communication
        })
    }

    /// "believing", "knowing that", but not "agreeing with Ruiz that": whether the verb at `v`
    /// names what somebody thinks, without saying it.
    pub(super) fn thinks(&self, v: usize) -> bool {
        self.cues(v).iter().any(|c| {
            let act = c.attribution_type(Form::Clause);
            c.rest().is_empty()
                && self.tag(v + 1) != Tag::Preposition
                && c.strength(Frame::That) > 1
                && (act == AttributionType::Belief || act == AttributionType::Fact && !c.is_of_thing())
        })
    }

    /// "found", "showed": whether the verb at `v` is a cue for a fact.
    pub(super) fn presents(&self, v: usize) -> bool {
        let fact = |c: &Cue| c.attribution_type(Form::Clause) == AttributionType::Fact;
        self.cues(v).iter().any(|c| self.stands_at(c, v) && fact(c))
    }

    /// "citing", "calling": whether the verb at `v` is a cue of any kind that takes at least a noun
    /// phrase.
    pub(crate) fn comments(&self, v: usize) -> bool {
        let takes = |c: &Cue| {
            [Frame::NounPhrase, Frame::That, Frame::Quote, Frame::As].iter().any(|&f| c.strength(f) >= 2)
        };
        self.cues(v).iter().any(|c| self.stands_at(c, v) && takes(c) && !c.is_deed())
    }

    /// "rejected calls", "dismissed the idea": whether the verb at `v` is a cue for saying
    /// something about a thing.
    pub(super) fn says_of_thing(&self, v: usize) -> bool {
        self.cues(v).iter().any(|c| {
            let aloud = c.attribution_type(Form::NounPhrase) == AttributionType::Communication;
            let acts = c.is_deed() || c.is_of_thing();
            c.strength(Frame::NounPhrase) >= 2 && aloud && !acts && self.stands_at(c, v)
        })
    }

    /// "accused", "urged", "called on", "thanked": whether the verb at `v` is a cue for saying
    /// something to or about somebody.
    pub(crate) fn addresses(&self, v: usize) -> bool {
        self.cues(v).iter().any(|c| {
            // "blamed the weather" is said aloud, "doubted the figures" is not
            let speaks = match self.lexicon.name_of(c.group) {
                "urge" | "attack" | "ask" | "promise" | "tell" => true,
                "think" => c.attribution_type(Form::NounPhrase) == AttributionType::Communication,
                _ => false,
            };
            let strong = [Frame::NounPhrase, Frame::ObjectTo, Frame::To].iter().any(|&f| c.strength(f) == 3);
            speaks && strong && self.stands_at(c, v)
        })
    }

    /// Whether the words after the verb at `v`, a cue of speech, may be its content. A verb that
    /// takes no noun phrase as its content has another meaning before one: "said it had grown and
    /// added 50 jobs".
    pub(super) fn reports(&self, v: usize) -> bool {
        let stop = self.sentence(v).stop();
        let cues = || self.cues(v).iter().filter(|c| self.stands_at(c, v));
        let thing = || cues().any(|c| c.strength(Frame::NounPhrase) == 3);
        // "pointed out that"
        let next = v + 1 + cues().map(|c| c.rest().len()).max().unwrap_or(0);
        let phrase = self.tag(next).is_nominal() || matches!(self.tag(next), Tag::Object | Tag::Preposition);
        let adjunct = || self.tag(next) == Tag::Preposition && self.opens_adjunct(next, stop);
        // "said on Friday", but not "feels ten years younger"
        let timed = || {
            self.past_time(next, stop)
                .is_some_and(|end| !self.tag(end).is_nominal() && self.tag(end) != Tag::Adverb)
        };
        let told = || cues().any(|c| c.strength(Frame::Told) > 0);
        !phrase || thing() || told() || adjunct() || timed() || self.clause_follows(next, stop)
    }

    /// "hailed the keeper as “a wall”", "questioned why the work had stopped": whether the verb at
    /// `v` is a cue that judges or asks, with its complement.
    pub(super) fn judges(&self, v: usize) -> bool {
        let stop = self.sentence(v).stop().min(v + COMPLEMENT);
        let before_verb = |k: &usize| !matches!(self.tag(*k), Tag::Finite | Tag::Auxiliary | Tag::Comma);
        let words = || (v + 1..stop).take_while(before_verb);
        let named = || words().any(|k| self.is_one_of(k, words!["as"]));
        let quoted = || words().any(|k| self.opens_quotation(k));
        let question = self.tag(v + 1) == Tag::Wh || self.is_one_of(v + 1, words!["whether", "if"]);
        self.cues(v).iter().filter(|c| self.stands_at(c, v)).any(|c| {
            let aloud = c.attribution_type(Form::Clause) == AttributionType::Communication;
            c.strength(Frame::As) == 3 && named()
                || c.strength(Frame::Complement) > 0 && quoted()
                || aloud && question && c.strength(Frame::Wh) == 3
        })
    }

    /// "allowed that it might work": whether the verb at `v` is a cue, if only a weak one, and its
    /// that-clause follows.
    pub(super) fn takes_that_at(&self, v: usize) -> bool {
        self.tag(v + 1) == Tag::That
            && self.cues(v).iter().any(|c| c.strength(Frame::That) > 0 && self.stands_at(c, v))
    }

    /// "put the toll at 40": whether the verb at `v` is a cue of estimating, with its amount.
    pub(super) fn puts_sum(&self, v: usize) -> bool {
        self.cues(v).iter().any(|c| c.strength(Frame::Sum) > 0)
            && self.sum_after(v + 1, self.sentence(v).stop()).is_some()
    }

    /// Whether the cue is a verb and all its words follow from `v` on.
    pub(super) fn stands_at(&self, cue: &Cue, v: usize) -> bool {
        let here = |(n, &word)| self.token(v + 1 + n).is_some_and(|t| t.word == word);
        cue.part == Part::Verb && cue.rest().iter().enumerate().all(here)
    }

    /// "promised to", "refused to": whether the lexicon lists the verb at `v` as a cue of
    /// intention.
    pub(super) fn binds(&self, v: usize) -> bool {
        let takes_to = |c: &Cue| c.part == Part::Verb && c.rest().is_empty() && c.strength(Frame::To) == 3;
        self.tag(v + 1) == Tag::To && self.cues(v).iter().any(takes_to)
    }
}
