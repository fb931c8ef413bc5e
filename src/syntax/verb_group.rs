//! Verb groups: a verb with its auxiliaries, negation and adverbs.

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// A verb and what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbGroup {
    /// The first token of the group: an adverb, an auxiliary or the verb itself.
    pub start: usize,
    /// The verb that carries the meaning.
    pub head: usize,
    pub voice: Voice,
    pub form: Form,
}

/// Whether a verb group reports something as a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mood {
    Real,
    /// "could say", "must say".
    Possible,
    /// "would say", "will say".
    Prospective,
    /// "did not say".
    Negated,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Voice {
    Active,
    Passive,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    Finite,
    Infinitive,
    Ing,
    /// A participle without an auxiliary: "a plan backed by ...".
    Participle,
}

/// What comes before a verb and may belong to its group.
struct Collected {
    start: usize,
    /// The leftmost auxiliary or verb. Adverbs before it may modify the whole sentence.
    core: usize,
    /// The auxiliary nearest to the verb. It determines the voice.
    nearest: Option<usize>,
    /// The last auxiliary found, or verb that serves as one.
    auxiliary: Option<usize>,
    infinitive: bool,
    /// "having said"
    perfect: bool,
}

impl Collected {
    fn at(head: usize) -> Self {
        Collected {
            start: head,
            core: head,
            nearest: None,
            auxiliary: None,
            infinitive: false,
            perfect: false,
        }
    }
}

impl Syntax<'_> {
    /// The group of the verb at `head`.
    pub(crate) fn verb_group(&self, head: usize) -> VerbGroup {
        self.memo.group(head, || self.find_verb_group(head))
    }

    #[inline(never)]
    fn find_verb_group(&self, head: usize) -> VerbGroup {
        let floor = self.sentence_start(head);
        let collected = self.collect_group(head, floor);
        let start = self.without_loose_adverbs(&collected, floor);
        let Collected { auxiliary, infinitive, .. } = collected;
        let tag = self.tag(head);
        let form = match tag {
            _ if infinitive => Form::Infinitive,
            _ if collected.perfect => Form::Ing,
            Tag::Ing if auxiliary.is_none() => Form::Ing,
            Tag::Participle if auxiliary.is_none() => Form::Participle,
            _ => Form::Finite,
        };
        // "he's said": the "has" of the perfect; news never shortens "is said"
        let full = |i: usize| self.kind(i) != Some(Kind::Clitic) || self.is_one_of(head + 1, words!["by"]);
        let be =
            collected.nearest.is_some_and(|i| self.is(i, Class::Be) && !self.is(i, Class::Have) && full(i));
        let participle = tag == Tag::Participle
            || self.is(head, Class::VerbParticiple)
                && tag != Tag::Ing
                && (auxiliary.is_some() || collected.perfect);
        let passive = participle && (be || form == Form::Participle);
        VerbGroup { start, head, voice: if passive { Voice::Passive } else { Voice::Active }, form }
    }

    /// Collects, from the verb at `head` to the left, what may belong to its group.
    fn collect_group(&self, head: usize, floor: usize) -> Collected {
        let mut group = Collected::at(head);
        while group.start > floor {
            let i = group.start - 1;
            match self.tag(i) {
                // "those inside | said"
                Tag::Adverb if self.is(i, Class::Particle) && self.is(i, Class::Preposition) => break,
                // "two weeks ago | warned": the adverb ends a time
                Tag::Adverb if self.ends_distance(i + 1) => break,
                Tag::Adverb | Tag::Negation => {}
                // "has since quietly conceded"
                Tag::Preposition | Tag::Subordinator
                    if self.is_one_of(i, words!["since"])
                        && group.start > i
                        && i > floor
                        && self.is(i - 1, Class::Have) => {}
                // "the ministers both denied"
                Tag::Determiner | Tag::Pronoun
                    if i > floor
                        && self.is_one_of(i, words!["both", "all"])
                        && self.tag(i - 1).is_nominal() => {}
                // "all but accused her"
                Tag::Coordinator
                    if self.is_one_of(i, words!["but"])
                        && i > floor + 1
                        && self.is_one_of(i - 1, words!["all"]) =>
                {
                    group.start = i - 1;
                    continue;
                }
                Tag::Auxiliary => {
                    if group.auxiliary.is_none() {
                        group.nearest = Some(i);
                    }
                    (group.auxiliary, group.infinitive, group.core) = (Some(i), false, i);
                }
                // "are being urged"
                Tag::Ing
                    if group.auxiliary.is_none()
                        && self.is(i, Class::Be)
                        && i > floor
                        && self.tag(i - 1) == Tag::Auxiliary =>
                {
                    (group.nearest, group.auxiliary) = (Some(i), Some(i));
                }
                Tag::Ing
                    if self.is(i, Class::Have)
                        && self.is(head, Class::VerbParticiple)
                        && !group.infinitive =>
                {
                    group.nearest = group.nearest.or(Some(i));
                    (group.start, group.core, group.perfect) = (i, i, true);
                    break;
                }
                // "were more likely to say"
                _ if self.is(i, Class::Degree)
                    && group.core == i + 1
                    && self.tag(i + 1) == Tag::Adjective
                    && self.lemma_is(i + 1, Class::Chaining) =>
                {
                    group.core = i;
                }
                Tag::To if !group.infinitive => (group.infinitive, group.core) = (true, i),
                tag if group.infinitive
                    && self.lemma_is(i, Class::Chaining)
                    && (tag.is_verb() || matches!(tag, Tag::Adjective | Tag::Noun | Tag::Number)) =>
                {
                    group.auxiliary = (tag != Tag::Ing).then_some(i);
                    (group.infinitive, group.core) = (false, i);
                }
                Tag::Finite | Tag::Base
                    if self.tag(head) == Tag::Ing
                        && group.core == head
                        && self.lemma_is(i, Class::Chaining) =>
                {
                    (group.auxiliary, group.core) = (Some(i), i);
                }
                tag if tag.is_nominal() && group.auxiliary.is_none() && !group.infinitive => {
                    let Some(i) = self.auxiliary_before_phrase(i, head, floor) else { break };
                    (group.auxiliary, group.nearest) = (Some(i), Some(i));
                    (group.core, group.start) = (i, i);
                    continue;
                }
                _ => break,
            }
            group.start = i;
        }
        group
    }

    /// "are in turn demanding", "has in recent weeks said": the auxiliary before the prepositional
    /// phrase that ends at token `last`, before the verb at `head`.
    fn auxiliary_before_phrase(&self, last: usize, head: usize, floor: usize) -> Option<usize> {
        let start = self.core_start(last + 1, floor).filter(|&start| start >= floor + 2)?;
        // "had last month charged"
        let time = (start..=last).all(|k| self.is_time(k) || self.is(k, Class::Degree));
        if time && self.is(start - 1, Class::Have) && self.is(head, Class::VerbParticiple) {
            return Some(start - 1);
        }
        let (preposition, auxiliary) =
            (start - 1, start.checked_sub(2).filter(|&auxiliary| auxiliary > floor)?);
        let fits = match self.tag(head) {
            Tag::Ing => self.is(auxiliary, Class::Be),
            _ => self.is(auxiliary, Class::Have) && self.is(head, Class::VerbParticiple),
        };
        let joined = self.tag(preposition) == Tag::Preposition && self.tag(auxiliary) == Tag::Auxiliary;
        (fits && joined).then_some(auxiliary)
    }

    /// The start of the group without the leading adverbs that do not belong to the verb.
    fn without_loose_adverbs(&self, group: &Collected, floor: usize) -> usize {
        let (mut start, core) = (group.start, group.core);
        // an adverb that opens the sentence or follows a comma
        while start < core && matches!(self.tag(start), Tag::Adverb) && self.is_loose_adverb(start, floor) {
            start += 1;
        }
        // "who lives nearby said": the first adverb after another verb
        if start < core
            && start > floor
            && self.tag(start) == Tag::Adverb
            && self.tag(start - 1) == Tag::Finite
        {
            start += 1;
        }
        // "the police there say", "voters nationwide said"
        let placed = start < core && start > floor && self.tag(start - 1).is_nominal();
        start + usize::from(placed && self.is(start, Class::AfterNoun))
    }

    fn is_loose_adverb(&self, i: usize, floor: usize) -> bool {
        i == floor || self.tag(i - 1) == Tag::Comma && self.tag(i + 1) == Tag::Comma
    }

    /// The mood of a verb group. A wish with "would" ("would like") is real.
    pub(crate) fn mood(&self, group: VerbGroup) -> Mood {
        if group.start == group.head {
            return Mood::Real;
        }
        let has = |class| (group.start..group.head).any(|i| self.is(i, class));
        if has(Class::IrrealisModal) {
            return Mood::Possible;
        }
        let wishes = self.lemma_is(group.head, Class::Wishing);
        if !wishes && has(Class::ProspectiveModal) {
            return Mood::Prospective;
        }
        let negated = (group.start..group.head).any(|i| self.tag(i) == Tag::Negation);
        if negated { Mood::Negated } else { Mood::Real }
    }

    /// Whether a finite verb or auxiliary is at `i`, ignoring adverbs.
    pub(crate) fn verb_at(&self, i: usize) -> bool {
        // "there was" has a subject
        if self.is_one_of(i, words!["there"]) {
            return false;
        }
        // "the work so far has"
        let so_far = self.is_one_of(i, words!["so"]) && self.is_one_of(i + 1, words!["far"]);
        let mut j = if so_far { i + 2 } else { i };
        while matches!(self.tag(j), Tag::Adverb | Tag::Negation) && j < i + 4 {
            j += 1;
        }
        matches!(self.tag(j), Tag::Finite | Tag::Auxiliary)
    }

    /// The head of the first finite verb group near `i`, from there on.
    pub(crate) fn next_verb(&self, i: usize, stop: usize) -> Option<usize> {
        let first = (i..stop.min(i + 12)).find(|&v| matches!(self.tag(v), Tag::Finite | Tag::Auxiliary))?;
        (first..stop.min(first + 5)).find(|&v| self.tag(v).is_verb())
    }

    pub(crate) fn after_adverbs(&self, i: usize) -> usize {
        let mut j = i;
        while self.tag(j) == Tag::Adverb && j < i + 3 {
            j += 1;
        }
        j
    }
}
