//! Attributions by a noun: "his promise to pay", "expressed concern that", "the belief among voters that".

use super::Attribution;
use super::content::Filled;
use super::reading::Reading;
use super::tag::Tag;
use super::verb::{Form, Voice};
use crate::lexicon::{Class, Cue, Frame, Part, words};
use crate::text::Run;

/// How sure a frame makes that its noun attributes, by strength: faint, weaker, strong.
const BY_STRENGTH: [f32; 4] = [0.0, 0.3, 0.5, 0.68];
/// What is left of it where nobody is named who speaks.
const UNSAID: f32 = 0.7;
/// And of a noun that may well do without: "fears that", "the question whether".
const AT_LARGE: f32 = 0.78;

impl Reading<'_> {
    /// The attribution that the noun at `i` makes.
    pub(super) fn nominal(&self, i: usize) -> Option<Attribution> {
        let cue = self.cue_of(i, Part::Noun)?;
        self.partisan(cue, i)
            .or_else(|| self.received(cue, i))
            .or_else(|| self.copular(cue, i))
            .or_else(|| self.complemented(cue, i))
    }

    pub(super) fn cue_of(&self, i: usize, part: Part) -> Option<&'static Cue> {
        let word = self.token(i).map(|t| t.word).filter(|&word| self.lexicon.heads(word).part(part))?;
        let lemma = self.lexicon.lemma(word);
        // "promises" is a form of the verb as well: the noun's entry stands under the same lemma
        self.lexicon.cues(lemma).iter().chain(self.lexicon.cues(word)).find(|cue| cue.part == part)
    }

    /// A noun with its complement: "his promise to pay", "a call by residents for help".
    fn complemented(&self, cue: &'static Cue, i: usize) -> Option<Attribution> {
        let floor = self.sentence_start(i);
        let (mut source, mut filled) = match self.agent_between(cue, i + 1) {
            Some((source, filled)) => (Some(source), filled),
            None => (None, self.fill_nominal(cue, i + 1)?),
        };
        let cue_end = if source.is_some() { i + 1 } else { filled.cue_end };
        let governor = self.governor(i, floor).filter(|_| source.is_none());
        let light = governor.is_some_and(|verb| self.is_light(verb));
        let mut start = self.modifiers_start(i, floor);
        if source.is_none() {
            source = self.possessor(i, floor).filter(|s| !light || s.len() > 1);
        }
        if source.is_none() {
            source = self.agent_behind(&mut filled);
        }
        if let Some(verb) = governor.filter(|_| source.is_none()) {
            let group = self.verb_group(verb);
            let subject = match group.form {
                Form::Ing => self.subject_of_participle(group),
                Form::Finite => self.subject(group, 0),
                _ => None,
            };
            source = subject.filter(|&s| light || self.speaks(s) >= 0.75);
            if light || source.is_some() {
                start = group.start;
            }
        }
        if source.is_none()
            && let Some((bearer, phrase)) = self.bearer(i, floor).filter(|_| governor.is_none())
        {
            source = Some(bearer);
            start = phrase;
        }
        if source.is_none() {
            source =
                start.checked_sub(1).filter(|&k| k >= floor && self.is_people(k)).map(|k| Run::new(k, k + 1));
        }
        if governor.is_none() && matches!(filled.frame, Frame::That | Frame::Wh) {
            let Run { start, end } = filled.content;
            let end = self.before_second_verb(start as usize, end as usize);
            filled.content = Run::new(start as usize, end);
        }
        let sure = match source {
            Some(source) => 0.5 + 0.5 * self.speaks(source),
            None if cue.strength(Frame::Unsaid) > 0 => AT_LARGE,
            None => UNSAID,
        };
        let by_light = if light { 1.15 } else { 1.0 };
        Some(
            Attribution::new(
                filled.content,
                Run::new(start, cue_end),
                i,
                BY_STRENGTH[filled.strength as usize] * sure * by_light,
            )
            .listed(cue, filled.frame)
            .said_by(source),
        )
    }

    fn fill_nominal(&self, cue: &Cue, end: usize) -> Option<Filled> {
        let stop = self.sentence(end - 1).stop();
        if end >= stop {
            return None;
        }
        // "a proposal that would change": a relative clause, nothing that is proposed
        let relative = self.tag(end) == Tag::That && self.verb_at(end + 1);
        if relative { None } else { self.fill(cue, end) }
    }

    /// "a call by residents for", "criticism from Ruiz of", "the belief among members of the party that": who speaks,
    /// between the noun and its complement.
    fn agent_between(&self, cue: &Cue, at: usize) -> Option<(Run, Filled)> {
        let of = self.is_one_of(at, words!["of"]);
        if !of && !self.is_one_of(at, words!["by", "from", "among"]) {
            return None;
        }
        let stop = self.sentence(at).stop();
        let mut end = self.core_end(at + 1, stop)?;
        for _ in 0..3 {
            let filled = self.fill_nominal(cue, end);
            // "the belief of many that": "of" governs who speaks only where more than a phrase is said
            let said = !of
                || matches!(self.tag(end), Tag::That | Tag::To) && self.speaks(Run::new(at + 1, end)) >= 0.85;
            if let Some(filled) = filled.filter(|_| said) {
                return Some((Run::new(at + 1, end), filled));
            }
            if self.tag(end) != Tag::Preposition {
                return None;
            }
            end = self.core_end(end + 1, stop)?;
        }
        None
    }

    /// "support for the bill among farmers", "criticism of the plan by Ruiz": who speaks, behind the complement, which ends
    /// there.
    fn agent_behind(&self, filled: &mut Filled) -> Option<Run> {
        if matches!(filled.frame, Frame::That | Frame::Wh | Frame::Quote) {
            return None;
        }
        let last = filled.content;
        let at = (last.first() + 1..last.stop())
            .find(|&k| self.tag(k) == Tag::Preposition && self.is_one_of(k, words!["by", "from", "among"]))?;
        let end = self.phrase_end(at + 1, last.stop())?;
        let source = Run::new(at + 1, end);
        let bound = self.tag(at - 1).is_nominal() || self.quotation_ending_at(at - 1).is_some();
        (bound && self.speaks(source) >= 0.85).then(|| {
            filled.content = Run::new(last.first(), at);
            source
        })
    }

    /// Where the adjectives before the noun begin, which belong to the cue: "controversial pledge".
    fn modifiers_start(&self, i: usize, floor: usize) -> usize {
        (floor..i).rev().take_while(|&k| self.tag(k) == Tag::Adjective).last().unwrap_or(i)
    }

    /// Where the noun phrase whose head is `i` begins, as far as it belongs to a verb before it.
    pub(super) fn object_start(&self, i: usize, floor: usize) -> usize {
        let mut k = i;
        while k > floor
            && matches!(
                self.tag(k - 1),
                Tag::Determiner | Tag::Adjective | Tag::Adverb | Tag::Noun | Tag::Number
            )
            && i - k < 5
        {
            k -= 1;
        }
        k
    }

    /// "made an impassioned plea", "has no doubts", "opened with a call": the verb that governs the noun phrase whose head
    /// is `i`; its subject speaks.
    fn governor(&self, i: usize, floor: usize) -> Option<usize> {
        let mut before = self.object_start(i, floor).checked_sub(1).filter(|&b| b >= floor)?;
        // "continued his attacks": the pronoun is the subject's own
        if self.is(before, Class::PossessivePronoun) && before > floor {
            let verb = self.object_start(before, floor).checked_sub(1).filter(|&b| b >= floor)?;
            before = Some(verb).filter(|&verb| self.lemma_is(verb, Class::Light))?;
        }
        if self.tag(before) == Tag::Preposition && before > floor && !self.is_one_of(before, words!["of"]) {
            before -= 1;
        }
        let light = self.is_light(before);
        let main = self.tag(before).is_verb() && (light || self.tag(before) != Tag::Ing)
            || self.tag(before) == Tag::Auxiliary && self.is(before, Class::Have);
        if !main {
            return None;
        }
        // another cue has the noun for its content; "was asked a question", "fanned fears", "there are fears": nobody speaks
        let group = self.verb_group(before);
        let taken = !light
            && (self.lemma_is(before, Class::Receiving) && !self.is(before, Class::Have)
                || self.is_cue_verb(before));
        let silent = group.voice == Voice::Passive || self.is_one_of(group.start, words!["there"]);
        (!taken && !silent).then_some(before)
    }

    /// "Moor left in the hope that", "voted in support of": the subject of the clause that a prepositional phrase of attitude
    /// belongs to.
    fn bearer(&self, i: usize, floor: usize) -> Option<(Run, usize)> {
        let start = self.object_start(i, floor);
        let bare = start == self.modifiers_start(i, floor) || self.is_one_of(start, words!["the"]);
        let before = start.checked_sub(1).filter(|&b| b > floor && bare)?;
        let phrase = self.tag(before) == Tag::Preposition && self.is_one_of(before, words!["in"]);
        let subject = phrase.then(|| self.shared_subject(before, floor, 0)).flatten()?;
        // "stood in opposition to": the verb right before belongs to the cue
        let verb = before - 1;
        let bound = self.tag(verb).is_verb() || self.tag(verb) == Tag::Auxiliary && self.is(verb, Class::Be);
        let cue = if bound { self.verb_group(verb).start } else { before };
        (self.speaks(subject) >= 0.85).then_some((subject, cue))
    }

    /// "Republican criticism": a capital adjective that tells whose.
    fn is_people(&self, i: usize) -> bool {
        self.tag(i) == Tag::Proper
            && self.is(i, Class::Adjective)
            && !self.tag(i.saturating_sub(1)).eq(&Tag::Proper)
    }

    fn is_light(&self, verb: usize) -> bool {
        self.lemma_is(verb, Class::Light) || self.is(verb, Class::Have)
    }

    fn is_cue_verb(&self, i: usize) -> bool {
        let lemma = self.token(i).map(|t| self.lexicon.lemma(t.word)).unwrap_or_default();
        self.lexicon.cues(lemma).iter().any(|cue| cue.part == Part::Verb)
    }

    /// "his promise", "the minister's claim": the possessive phrase before the noun.
    pub(super) fn possessor(&self, i: usize, floor: usize) -> Option<Run> {
        let mut k = i;
        while k > floor
            && matches!(
                self.tag(k - 1),
                Tag::Adjective
                    | Tag::Noun
                    | Tag::Number
                    | Tag::Adverb
                    | Tag::Proper
                    | Tag::Ing
                    | Tag::Participle
            )
            && i - k < 4
        {
            k -= 1;
        }
        let at = k.checked_sub(1).filter(|&p| p >= floor && self.tag(p) == Tag::Possessive)?;
        if self.is(at, Class::PossessivePronoun) {
            return Some(Run::new(at, at + 1));
        }
        let start = self.phrase_start(at, floor)?;
        Some(Run::new(start, at + 1))
    }
}
