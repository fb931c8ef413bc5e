//! Attributions by a noun or an adjective: "his promise to pay", "expressed concern that", "is confident that".

use super::Attribution;
use super::reading::Reading;
use super::tag::Tag;
use crate::lexicon::{Class, Cue, Part, words};
use crate::text::Run;

impl Reading<'_> {
    /// The attribution that the noun at `i` makes.
    pub(super) fn nominal(&self, i: usize) -> Option<Attribution> {
        let cue = self.cue_of(i, Part::Noun)?;
        let floor = self.sentence_start(i);
        let mut end = i + 1;
        let mut source = None;
        // "a call by residents for", "criticism from Ruiz of"
        if self.is_one_of(end, words!["by", "from"])
            && let Some(stop) = self.core_end(end + 1, self.sentence(i).stop())
        {
            source = Some(Run::new(end + 1, stop));
            end = stop;
        }
        let filled = self.fill_nominal(cue, end)?;
        let light = self.light_verb(i, floor);
        let mut start = i;
        if let Some(verb) = light.filter(|_| source.is_none()) {
            let group = self.verb_group(verb);
            start = group.start;
            source = match group.form {
                super::verb::Form::Ing => self.subject_of_participle(group),
                super::verb::Form::Finite => self.subject(group, 0),
                _ => None,
            };
        } else if source.is_none() {
            source = self.possessor(i, floor);
            start = (floor..i).rev().take_while(|&k| self.tag(k) == Tag::Adjective).last().unwrap_or(i);
        }
        let base = [0.0, 0.35, 0.5, 0.65][filled.strength as usize];
        let sure = match source {
            Some(source) => 0.5 + 0.5 * self.speaks(source),
            None => 0.6,
        };
        let by_light = if light.is_some() { 1.15 } else { 1.0 };
        Some(
            Attribution::new(
                filled.content,
                Run::new(start, if end == i + 1 { filled.cue_end } else { i + 1 }),
                i,
                base * sure * by_light,
            )
            .listed(cue, filled.frame)
            .said_by(source),
        )
    }

    fn cue_of(&self, i: usize, part: Part) -> Option<&'static Cue> {
        let word = self.token(i).map(|t| t.word).filter(|&word| self.lexicon.heads(word, part))?;
        let lemma = self.lexicon.lemma(word);
        // "promises" is a form of the verb as well: the noun's entry stands under the same lemma
        self.lexicon.cues(lemma).iter().chain(self.lexicon.cues(word)).find(|cue| cue.part == part)
    }

    fn fill_nominal(&self, cue: &Cue, end: usize) -> Option<super::content::Filled> {
        let stop = self.sentence(end - 1).stop();
        if end >= stop {
            return None;
        }
        self.fill(cue, end)
    }

    /// "made an impassioned plea": the light verb that governs the noun phrase whose head is `i`.
    fn light_verb(&self, i: usize, floor: usize) -> Option<usize> {
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
        let verb = k.checked_sub(1).filter(|&v| v >= floor)?;
        (self.tag(verb).is_verb() && self.lemma_is(verb, Class::Light)).then_some(verb)
    }

    /// "his promise", "the minister's claim": the possessive phrase before the noun.
    fn possessor(&self, i: usize, floor: usize) -> Option<Run> {
        let mut k = i;
        while k > floor
            && matches!(self.tag(k - 1), Tag::Adjective | Tag::Noun | Tag::Number | Tag::Adverb | Tag::Proper)
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

    /// The attribution that the adjective at `i` makes: "is confident that", "was critical of".
    pub(super) fn adjectival(&self, i: usize) -> Option<Attribution> {
        let cue = self.cue_of(i, Part::Adjective)?;
        let floor = self.sentence_start(i);
        let mut k = i;
        while k > floor && matches!(self.tag(k - 1), Tag::Adverb | Tag::Negation) {
            k -= 1;
        }
        let link = k.checked_sub(1).filter(|&l| l >= floor)?;
        let links =
            self.is(link, Class::Be) || self.tag(link).is_verb() && self.lemma_is(link, Class::Linking);
        if !links {
            return None;
        }
        let filled = self.fill(cue, i + 1)?;
        // an auxiliary is a group by itself here
        let group = self.verb_group(i);
        let start = group.start.min(link);
        let source = self.subject(super::verb::VerbGroup { start, ..group }, 0)?;
        let base = [0.0, 0.35, 0.5, 0.7][filled.strength as usize];
        let content = filled.content;
        Some(
            Attribution::new(
                content,
                Run::new(start, filled.cue_end),
                i,
                base * (0.3 + 0.7 * self.speaks(source)),
            )
            .listed(cue, filled.frame)
            .said_by(source),
        )
    }
}
