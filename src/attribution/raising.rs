//! Statements that nobody is named for: the subject belongs to what is said ("Talks are expected to follow", "He seems
//! tired", "is known as"), or the whole clause does ("has reportedly left", "It is unclear whether").

use super::reading::Reading;
use super::tag::Tag;
use super::verb::{Form, VerbGroup};
use super::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, Part, Raising, words};
use crate::text::Run;

impl Reading<'_> {
    /// "Talks are expected to follow", "He seems to be winning", "is known as".
    pub(super) fn raising(&self, i: usize) -> Option<Attribution> {
        self.heads(i).raises().then(|| self.raised(self.verb_group(i)))?
    }

    /// The same for the group of a verb that raises.
    pub(super) fn raised(&self, group: VerbGroup) -> Option<Attribution> {
        let i = group.head;
        let word = self.token(i)?.word;
        let raising = self.lexicon.raising(self.lexicon.lemma(word)).union(self.lexicon.raising(word));
        let stop = self.sentence(i).stop();
        let after = self.after_adverbs(i + 1);
        if raising.has(Raising::Verb)
            && let Some(found) = self.it_seems(group, after, stop)
        {
            return Some(found);
        }
        let be = i > group.start && (group.start..i).any(|k| self.is(k, Class::Be));
        // "a rally expected to draw": a participle behind its noun
        let behind_noun =
            group.start == i && !be && i > 0 && matches!(self.tag(i - 1), Tag::Noun | Tag::Proper);
        // but not "which traders described as"
        let reduced = behind_noun
            && self
                .phrase_start(i, self.sentence_start(i))
                .and_then(|start| start.checked_sub(1))
                .is_none_or(|before| !matches!(self.tag(before), Tag::Wh | Tag::That));
        let (start, confidence) =
            if raising.has(Raising::Verb) && group.form == Form::Finite && self.is_copular(i, after) {
                // "seemed to suggest that": the infinitive is the cue
                if self.infinitive_attributes(after) {
                    return None;
                }
                (i + 1, 0.58)
            } else if raising.has(Raising::To) && be && self.tag(after) == Tag::To {
                (i + 1, 0.62)
            } else if raising.has(Raising::To) && reduced && self.tag(i + 1) == Tag::To {
                (i + 1, 0.52)
            } else if raising.has(Raising::As) && (be || reduced) && self.is_one_of(i + 1, words!["as"]) {
                (i + 2, if be { 0.6 } else { 0.55 })
            } else if raising.has(Raising::For) && (be || reduced) && self.is_one_of(i + 1, words!["for"]) {
                (i + 2, if be { 0.6 } else { 0.52 })
            } else if raising.has(Raising::Alone) && be && !reduced && self.ends_predicate(after, stop) {
                (after, 0.55)
            } else {
                return None;
            };
        let cue_end = if start == i + 2 { start } else { i + 1 };
        let mut group = group;
        let subject = if self.is_one_of(group.start, words!["there"]) {
            group.start += 1;
            Run::new(group.start - 1, group.start)
        } else {
            self.subject(group, 0)?
        };
        let mut content: Pieces = subject.into();
        let end = self.complement_end(start, stop);
        if start < end && (start != after || start == i + 1) {
            content.push(Run::new(start, end));
        }
        Some(Attribution::new(content, Run::new(group.start, cue_end), i, confidence))
    }

    /// "It seems that the plan failed", "it appears he left": "it" is nobody, the clause is all that is said.
    fn it_seems(&self, group: VerbGroup, after: usize, stop: usize) -> Option<Attribution> {
        let it = group.start.checked_sub(1).filter(|&it| self.is_one_of(it, words!["it"]))?;
        let clause = self.tag(after) == Tag::That
            || (self.tag(after).is_nominal() || self.is_one_of(after, words!["there"]))
                && self.clause_follows(after, stop);
        clause.then(|| {
            let content = Run::new(after, self.clause_end(after, stop));
            Attribution::new(content, Run::new(it, group.head + 1), group.head, 0.58)
        })
    }

    /// Whether "seem" or "appear" at `i` links its subject to what follows rather than telling where somebody came into view.
    fn is_copular(&self, i: usize, after: usize) -> bool {
        matches!(self.tag(i), Tag::Finite | Tag::Base | Tag::Participle)
            && (matches!(self.tag(after), Tag::To | Tag::Adjective | Tag::Participle | Tag::Determiner)
                || self.is(after, Class::VerbParticiple)
                || self.is_one_of(after, words!["like"]))
            && !self.is_time(after)
    }

    fn infinitive_attributes(&self, to: usize) -> bool {
        self.tag(to) == Tag::To && (to + 1..to + 3).any(|k| self.tag(k) == Tag::Base && self.attributes(k))
    }

    /// "A ruling is expected soon": nothing follows that the participle could govern.
    fn ends_predicate(&self, i: usize, stop: usize) -> bool {
        i >= stop
            || matches!(self.tag(i), Tag::End | Tag::Comma)
            || self.is_time(i)
            || self.tag(i) == Tag::Preposition && self.opens_setting(i)
    }

    /// "has reportedly left", "Reportedly, he left": an adverb that lays the whole clause to hearsay.
    pub(super) fn hearsay(&self, i: usize) -> Option<Attribution> {
        if !self.is(i, Class::Hearsay) {
            return None;
        }
        let floor = self.sentence_start(i);
        let stop = self.sentence(i).stop();
        let made = |content: Pieces| Some(Attribution::new(content, Run::new(i, i + 1), i, 0.8));
        if i == floor {
            let from = if self.tag(i + 1) == Tag::Comma { i + 2 } else { i + 1 };
            if from >= stop {
                return None;
            }
            return made(Run::new(from, self.clause_end(from, stop)).into());
        }
        // "reportedly said": the verb attributes by itself
        let verb = self.after_adverbs(i + 1);
        let head = (verb..stop.min(verb + 3))
            .find(|&k| !matches!(self.tag(k), Tag::Auxiliary | Tag::Negation))
            .filter(|&k| self.tag(k).is_verb());
        // "the seemingly endless winter": it qualifies an adjective alone
        if head.is_none() && matches!(self.tag(i - 1), Tag::Determiner | Tag::Adjective | Tag::Possessive) {
            return None;
        }
        if head.is_some_and(|head| self.attributes(head)) {
            return None;
        }
        let start = self.before_auxiliaries(i, floor);
        let group = match head {
            Some(head) => self.verb_group(head),
            None => VerbGroup { start, ..self.verb_group(i) },
        };
        // "gangs allegedly backed by": of a participle it is the verb's own
        if matches!(group.form, Form::Ing | Form::Participle) && start == i {
            return None;
        }
        let subject = self.subject(VerbGroup { start: group.start.min(i), ..group }, 0)?;
        (subject.first() < i && i + 1 < stop)
            .then(|| {
                Pieces::from([Run::new(subject.first(), i), Run::new(i + 1, self.clause_end(i + 1, stop))])
            })
            .and_then(made)
    }

    fn before_auxiliaries(&self, i: usize, floor: usize) -> usize {
        (floor..i).rev().take_while(|&k| self.tag(k) == Tag::Auxiliary).last().unwrap_or(i)
    }

    /// "It is unclear whether", "It was announced that": a dummy subject, nobody speaks.
    pub(super) fn impersonal(&self, i: usize) -> Option<Attribution> {
        self.heads(i).impersonal().then(|| self.with_dummy(self.verb_group(i)))?
    }

    /// The same for the group of a verb that takes such a clause.
    pub(super) fn with_dummy(&self, group: VerbGroup) -> Option<Attribution> {
        let i = group.head;
        let link = (group.start..i).any(|k| self.is(k, Class::Be))
            || i > 0 && self.tag(i - 1).is_verb() && self.lemma_is(i - 1, Class::Linking);
        let start = if link && group.start == i { self.verb_group(i - 1).start } else { group.start };
        let dummy = start
            .checked_sub(1)
            .filter(|&d| self.is_one_of(d, words!["it"]) && d >= self.sentence_start(i))?;
        let after = self.after_adverbs(i + 1);
        if after >= self.sentence(i).stop() {
            return None;
        }
        let tag = self.tag(after);
        let frame = match tag {
            Tag::That => Frame::That,
            Tag::Wh => Frame::Wh,
            _ if self.is_one_of(after, words!["whether", "if"]) => Frame::Wh,
            _ if self.clause_follows(after, self.sentence(i).stop()) => Frame::Clause,
            _ => return None,
        };
        let cue = self.impersonal_cue(i, frame).filter(|_| link)?;
        let stop = self.sentence(i).stop();
        let content = Run::new(after, self.clause_end(after, stop));
        Some(
            Attribution::new(content, Run::new(dummy, after), i, if frame == Frame::Wh { 0.6 } else { 0.55 })
                .listed(cue, frame),
        )
    }

    /// The entry by which the adjective or participle at `i` takes a clause with "it" as its subject.
    fn impersonal_cue(&self, i: usize, frame: Frame) -> Option<&'static Cue> {
        let word = self.token(i)?.word;
        let listed = self.lexicon.cues(self.lexicon.lemma(word)).iter().chain(self.lexicon.cues(word));
        listed.filter(|cue| cue.rest().is_empty()).find(|cue| match cue.part {
            // "it is feared two men died": with a dummy subject "that" may be left out
            Part::Verb => {
                self.is(i, Class::VerbParticiple)
                    && (cue.strength(frame) == 3 || frame == Frame::Clause && cue.strength(Frame::That) == 3)
            }
            Part::Adjective => cue.strength(Frame::It) > 0,
            Part::Noun => false,
        })
    }
}
