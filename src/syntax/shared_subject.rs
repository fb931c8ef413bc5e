//! The subject that a coordinated verb or a participle shares with the main clause before it.

use super::subject_across::INSERTION;
use crate::lexicon::{Class, WordId, words};
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::syntax::{SourceKind, Syntax};
use crate::text::Run;

impl Syntax<'_> {
    /// "Ruiz left and said", "Ruiz, asked about it, left, and said": the subject of the main verb
    /// before the conjunction.
    pub(crate) fn shared_subject(&self, before: usize, floor: usize, depth: u8) -> Option<Run> {
        if depth > 3 {
            return None;
        }
        let verb = self.relative_verb(before, floor).or_else(|| self.main_verb(before, floor))?;
        self.subject(self.verb_group(verb), depth + 1)
    }

    /// "the neighbour who answered the door and said": the verb of the relative clause, if "and"
    /// joins a verb of the same tense to it without a comma.
    fn relative_verb(&self, before: usize, floor: usize) -> Option<usize> {
        if before <= floor || self.tag(before) != Tag::Coordinator || self.tag(before - 1) == Tag::Comma {
            return None;
        }
        let verb = (floor + 1..before)
            .rev()
            .take(INSERTION)
            .find(|&i| matches!(self.tag(i), Tag::Finite | Tag::Auxiliary | Tag::Break | Tag::Mark))
            .filter(|&i| matches!(self.tag(i), Tag::Finite | Tag::Auxiliary))?;
        let group = self.verb_group(verb);
        let joined =
            (before + 1..before + 4).find(|&i| self.tag(i).is_verb() || self.tag(i) == Tag::Auxiliary)?;
        let pronoun = group.start.checked_sub(1).filter(|&p| p > floor && self.is(p, Class::Relative))?;
        // "a student, who told the firm in May but says": the clause is not over
        let set_off = || self.tag(pronoun - 1) == Tag::Comma;
        let same = self.is(verb, Class::VerbPast) == self.is(joined, Class::VerbPast);
        // "thanked those who helped and said": the clause describes somebody thanked or blamed
        let told = || {
            let start = self.phrase_start(pronoun, floor).filter(|&start| start > floor);
            start.is_some_and(|start| {
                let outer = start - 1;
                self.tag(outer) == Tag::Finite
                    && (self.addresses(outer) || self.comments(outer))
                    && self.announces(joined)
                    && self.is(outer, Class::VerbPast) == self.is(joined, Class::VerbPast)
            })
        };
        ((same || set_off()) && !told()).then_some(verb)
    }

    /// The verb of the main clause before `end`. Verbs of relative, subordinate or reported clauses
    /// do not count.
    fn main_verb(&self, end: usize, floor: usize) -> Option<usize> {
        let mut nearest = None;
        let set_off = end > floor && self.tag(end - 1) == Tag::Comma;
        let joined = set_off && self.tag(end) == Tag::Coordinator;
        let mut i = end;
        while i > floor && end - i < INSERTION {
            i -= 1;
            let finite = self.tag(i) == Tag::Finite
                || self.tag(i) == Tag::Auxiliary && !(i > floor && self.tag(i - 1) == Tag::To);
            if !finite || self.quoted(i) {
                continue;
            }
            // "had no mandate to serve": the infinitive is not part of the group
            let of_group = |k: &usize| {
                self.tag(*k).is_verb() || matches!(self.tag(*k), Tag::Auxiliary | Tag::Adverb | Tag::Negation)
            };
            let head = (i..end).take(5).take_while(of_group).find(|&k| self.tag(k).is_verb()).unwrap_or(i);
            let group = self.verb_group(head);
            nearest = nearest.or(Some(head));
            if self.is_main(group.start, floor, set_off, joined) {
                return Some(head);
            }
            i = group.start.min(i);
        }
        nearest
    }

    /// Whether the clause whose verb group begins at `verb` is a main clause, judging by what comes
    /// before its subject.
    fn is_main(&self, verb: usize, floor: usize, set_off: bool, joined: bool) -> bool {
        if verb == floor {
            return false;
        }
        // "when he spoke, saying": a clause of time has participles of its own, but a participle
        // set off by a comma after an "after" or "because" clause belongs to the main clause
        let subordinates = |i: usize| {
            set_off && self.is(i, Class::SetOffSubordinator)
                // "would act if the council paid, and demanded that"
                || joined && self.is(i, Class::Subordinator)
                || (matches!(self.tag(i), Tag::Wh | Tag::That | Tag::Preposition)
                    && !self.is(i, Class::Subordinator))
                || self.is_one_of(i, words!["why", "how", "whether"])
                // "asked if the plan was safe and said"
                || self.is_one_of(i, words!["if"]) && i > floor && self.attributes(i - 1)
                || self.tag(i).is_verb()
                || self.tag(i).is_nominal()
        };
        match self.tag(verb - 1) {
            Tag::Wh | Tag::That | Tag::Coordinator => false,
            Tag::Comma => verb.checked_sub(2).is_none_or(|i| !self.tag(i).is_verb()),
            _ => {
                self.phrase_start(verb, floor).is_some_and(|start| {
                    // "A man who lives in the street said it was loud"
                    start == floor
                        || !subordinates(start - 1)
                        || self.modified_head(start, floor) == Some(floor)
                }) || self.head_of_relative(verb - 1, floor) == Some(floor)
            }
        }
    }

    /// "The paper quoted the mayor, Ana Ruiz, as saying": the object before the "as" at `before`.
    fn quoted_as(&self, before: usize, floor: usize) -> Option<Run> {
        if !self.is_one_of(before, words!["as"]) || before <= floor {
            return None;
        }
        let verb = (floor + 1..before).rev().take(INSERTION).find(|&i| {
            matches!(self.tag(i), Tag::Finite | Tag::Auxiliary | Tag::Break | Tag::Mark | Tag::Wh | Tag::That)
        })?;
        let plain =
            |i: usize| self.tag(i).is_nominal() || matches!(self.tag(i), Tag::Determiner | Tag::Object);
        (self.tag(verb) == Tag::Finite && plain(verb + 1)).then(|| Run::new(verb + 1, before))
    }

    /// "..., adding that": a participle shares the subject of the finite verb before it.
    pub(crate) fn subject_of_participle(&self, group: VerbGroup) -> Option<Run> {
        let floor = self.sentence_start(group.head);
        let Some(before) = group.start.checked_sub(1).filter(|&b| b >= floor) else {
            return self.subject_of_main_clause_after(group);
        };
        if self.tag(before).is_nominal() {
            // "the minister calling for", but "messaged a friend saying", "spent the week arguing"
            let noun = self.phrase_before(group.start, floor)?;
            let speaks = |&subject: &Run| self.source_kind(subject).may_speak();
            let main = self.is_spent(noun, before, floor)
                || self.is_contacted(noun, floor)
                || self.is_reached(noun, floor);
            let shared = || self.shared_subject(group.start, floor, 0);
            return if main {
                shared()
            } else if self.cannot_say(noun, group) {
                shared().filter(speaks).or(Some(noun))
            } else {
                Some(noun)
            };
        }
        if let Some(object) = self.quoted_as(before, floor) {
            return Some(object);
        }
        if self.tag(before) == Tag::Comma
            && let Some(source) = self.inverted_source_ending(before, floor)
        {
            return Some(source);
        }
        self.shared_subject(group.start, floor, 0)
            .or_else(|| self.subject_of_main_clause_after(group))
            .or_else(|| self.opening_subject(before, floor))
    }

    /// "moved to block the deal saying it would", "cancelled the strike saying talks went well":
    /// whether `noun` is a definite thing that has no words, before a verb of saying.
    fn cannot_say(&self, noun: Run, group: VerbGroup) -> bool {
        let definite =
            self.tag(noun.first()) == Tag::Possessive || self.is_one_of(noun.first(), words!["the"]);
        definite
            && self.source_kind(noun) == SourceKind::Thing
            && !noun.indices().any(|k| self.is(k, Class::Occasion))
            && self.lexicon.speaks(self.token(group.head).map_or(WordId::NONE, |t| t.word))
    }

    /// "spent the weekend arguing", "has a hard time defending it", "held a rally on Friday
    /// praising it": whether token `last` names a time, and a verb governs its phrase or `noun`,
    /// the phrase before it.
    fn is_spent(&self, noun: Run, last: usize, floor: usize) -> bool {
        let verb = |k: usize| k > floor && (self.tag(k - 1).is_verb() || self.tag(k - 1) == Tag::Auxiliary);
        (self.is_time(last) || self.is_one_of(last, words!["time", "times"]))
            && (verb(noun.first()) || self.core_start(last + 1, floor).is_some_and(verb))
    }

    /// "Ruiz, saying that it was late, left": the noun phrase that opens the sentence and ends at
    /// `comma`.
    fn opening_subject(&self, comma: usize, floor: usize) -> Option<Run> {
        let phrase = (self.tag(comma) == Tag::Comma).then(|| self.phrase_before(comma, floor)).flatten()?;
        let opens =
            phrase.first() == floor || matches!(self.tag(phrase.first() - 1), Tag::Coordinator | Tag::Adverb);
        opens.then_some(phrase)
    }

    /// "Saying that it was late, Ruiz left", "After announcing a strike, the union met": the
    /// subject of the main clause, after the comma that ends the fronted participle's clause.
    fn subject_of_main_clause_after(&self, group: VerbGroup) -> Option<Run> {
        let stop = self.sentence(group.head).stop();
        let start = self.main_clause_after(group.head + 1, stop)?;
        // "a woman who lives nearby left": the first verb is that of a relative clause
        let verbs =
            std::iter::successors(self.next_verb(start, stop), |&verb| self.next_verb(verb + 1, stop));
        let subject = |verb| self.subject(self.verb_group(verb), 0).filter(|run| run.first() == start);
        verbs.take(2).find_map(subject).or_else(|| Some(Run::new(start, self.phrase_end(start, stop)?)))
    }
}
