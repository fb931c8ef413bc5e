//! Where a reported complement ends (a noun phrase, an infinitive, a gerund): before a comma that
//! adds nothing to it, before a verb of the writer's, or before an occasion.

use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::{Tag, Tags};
use crate::text::token::{Gap, Kind};

/// Tags at which a complement may end, or that affect where it ends.
const TURNS: Tags = Tags::of(&[
    Tag::Mark,
    Tag::Possessive,
    Tag::Comma,
    Tag::Break,
    Tag::Wh,
    Tag::That,
    Tag::Coordinator,
    Tag::Subordinator,
    Tag::Preposition,
]);

impl Syntax<'_> {
    /// Where the complement that starts at `i` ends.
    pub(crate) fn complement_end(&self, i: usize, stop: usize) -> usize {
        // a quotation at the start is skipped like any other
        let mut k = if self.opens_quotation(i) { i } else { i + 1 };
        let mut relative = matches!(self.tag(i), Tag::Wh | Tag::That);
        loop {
            k = self.next_of(k, stop, TURNS);
            if k >= stop {
                break;
            }
            if let Some(past) = self.past_quotation(k, stop) {
                k = past;
                // called it a “farce,” leaving the room: the comma is inside the marks
                let comma = k < stop && self.tag(k.saturating_sub(2)) == Tag::Comma;
                if comma && !self.qualifies(k) && self.past_comma(i, k - 1, stop, relative).is_none() {
                    return k;
                }
                continue;
            }
            match self.tag(k) {
                Tag::Comma if self.attributed_from(k, stop) => return k,
                Tag::Comma => match self.past_comma(i, k, stop, relative) {
                    Some(past) => {
                        k = past;
                        continue;
                    }
                    None => return k,
                },
                // "the oldest rule – “who pays decides”"
                Tag::Break
                    if self.breaks(k)
                        && !self.opens_quotation(k + 1)
                        && !self.names_to_end(k + 1, stop)
                        && !self.is(k + 1, Class::Adding) =>
                {
                    return k;
                }
                Tag::Wh | Tag::That => relative = true,
                // "the cost of the pier or who pays for it"
                Tag::Coordinator if self.is_one_of(k, words!["or"]) && !self.verb_at(k + 1) => {}
                Tag::Coordinator if self.ends_before_conjunct(i, k, stop, relative) => {
                    return self.trim(i, k);
                }
                Tag::Subordinator | Tag::Preposition if self.continues_at(i, k, stop) => {}
                Tag::Subordinator if self.clause_follows(k + 1, stop) => return self.trim(i, k),
                Tag::Preposition if !relative => {
                    // "urged her to come on Monday": the day belongs to the infinitive
                    let infinitive = (i..k).any(|n| self.tag(n) == Tag::To);
                    // "endorsed Moor in May": a name has no time
                    let named = matches!(self.tag(k - 1), Tag::Proper | Tag::Object) && self.opens_setting(k);
                    let occasion = !infinitive && (k > i + 1 && self.opens_occasion(k) || k > i && named);
                    // "accused ministers on Friday of lying"
                    if k > i
                        && self.opens_setting(k)
                        && let Some(rest) = self.complement_past_adjuncts(k, stop)
                    {
                        k = rest;
                        continue;
                    }
                    // "agreed to go only after the writer had left"
                    let limited = k > i + 1 && self.is_one_of(k - 1, words!["only", "not"]);
                    let clausal =
                        self.is(k, Class::ClausalPreposition) && !limited && !self.opens_quotation(k + 1);
                    if occasion || clausal && self.opens_adverbial_clause(k, stop) {
                        return self.trim(i, k);
                    }
                }
                _ => {}
            }
            k += 1;
        }
        self.without_time_of_name(i, self.trim(i, stop))
    }

    /// "endorsed Moor | last week": the end of the complement from `i` to `end`, without a time
    /// after a name or a pronoun; an infinitive has a time of its own.
    fn without_time_of_name(&self, i: usize, end: usize) -> usize {
        let timeless = self.without_time(end, i);
        let named = || matches!(self.tag(timeless - 1), Tag::Proper | Tag::Object);
        let infinitive = || (i..timeless).any(|k| self.tag(k) == Tag::To);
        if timeless < end && named() && !infinitive() { timeless } else { end }
    }

    /// Whether the preposition at `k` opens a clause: "after she left", but not "after the vote".
    /// After "as" a noun phrase with its verb directly after it is a clause, any other a role: "as
    /// the ferry left", "as someone who left".
    pub(crate) fn opens_adverbial_clause(&self, k: usize, stop: usize) -> bool {
        if self.is_one_of(k, words!["as"]) && self.tag(k + 1).is_nominal() {
            return self.phrase_end(k + 1, stop).is_some_and(|end| self.verb_at(end));
        }
        self.clause_follows(k + 1, stop)
    }

    /// "“…,” made by experts", "“…,” and “…”": whether the words at `k`, after the comma inside a
    /// quotation's marks, continue the complement.
    fn qualifies(&self, k: usize) -> bool {
        self.tag(k) == Tag::Participle || self.tag(k) == Tag::Coordinator && self.opens_quotation(k + 1)
    }

    /// A dash or a semicolon. A hyphen between two words does not count, and neither does a colon:
    /// the list or reason after it is part of what is said.
    pub(super) fn breaks(&self, k: usize) -> bool {
        let tight = |k: usize| self.token(k).is_some_and(|t| t.gap == Gap::None);
        match self.kind(k) {
            Some(Kind::Dash) => !(tight(k) && tight(k + 1)),
            Some(Kind::Semicolon) => true,
            _ => false,
        }
    }

    /// Whether the conjunction at `k`, in a complement that began at `i`, continues with a verb or
    /// clause of the writer's.
    fn ends_before_conjunct(&self, i: usize, k: usize, stop: usize, relative: bool) -> bool {
        let v = self.after_adverbs(k + 1);
        // "to mend the pier and sell the ferry"
        let infinitive =
            self.tag(i) == Tag::To && self.is(v, Class::VerbBase) && !self.is(v, Class::VerbPast);
        let verb = matches!(self.tag(v), Tag::Finite | Tag::Auxiliary) && !infinitive;
        // "to keep windows and doors closed": a participle for both
        let kept = |e: usize| {
            k > i + 2
                && self.tag(k - 1) == Tag::Noun
                && self.is_one_of(k - 2, words!["keep", "leave"])
                && e == v + 1
                && self.is(e, Class::VerbParticiple)
                && (e + 1 >= stop || matches!(self.tag(e + 1), Tag::End | Tag::Comma))
        };
        let clause =
            self.tag(v).is_nominal() && self.phrase_end(v, stop).is_some_and(|e| self.verb_at(e) && !kept(e));
        // "thanked those who had helped | and said he would return"
        let says = || {
            let from = v + 1 + usize::from(self.tag(v + 1) == Tag::Object);
            let content = self.tag(from) == Tag::That || self.clause_follows(from, stop);
            self.tag(v) == Tag::Finite && content && self.announces(v) && self.parallel(i, v)
        };
        (verb || clause) && !relative
            || verb && says()
            || self.returns_to_speaker(i, k, v)
            || self.is_one_of(k, words!["but"]) && !self.contrasts(k, stop)
    }

    /// Whether the conjunction or preposition at `k` continues the complement from `i` on: the
    /// second "as" of a comparison, a reason, a purpose, or after an infinitive a condition ("to
    /// stay until the fever is gone").
    fn continues_at(&self, i: usize, k: usize, stop: usize) -> bool {
        let infinitive = || (i..k).any(|n| self.tag(n) == Tag::To);
        self.compares(k)
            || self.tag(k) == Tag::Subordinator && self.is_one_of(k, words!["because"])
            || self.gives_purpose(k, stop)
            || self.is_one_of(k, words!["if", "unless", "until"]) && infinitive()
    }

    /// "so the office can check them", "so that they will know": whether the conjunction at `k`
    /// opens a clause that says what an action is for.
    fn gives_purpose(&self, k: usize, stop: usize) -> bool {
        if !self.is_one_of(k, words!["so"]) {
            return false;
        }
        let subject = k + 1 + usize::from(self.tag(k + 1) == Tag::That);
        let verb = match self.tag(subject) {
            Tag::Pronoun => Some(subject + 1),
            _ => self.phrase_end(subject, stop),
        };
        verb.is_some_and(|v| {
            self.is(v, Class::Modal)
                || self.is(v, Class::ProspectiveModal)
                || self.is(v, Class::IrrealisModal)
        })
    }

    /// "not to wait but to pay", "the plan but not its cost", "but also a bear": whether "but" is
    /// followed by a phrase like the one before it.
    pub(super) fn contrasts(&self, k: usize, stop: usize) -> bool {
        let next = self.after_adverbs(k + 1);
        match self.tag(next) {
            Tag::To | Tag::Negation => true,
            // "dismissed it as clever but cold"
            Tag::Adjective => self.tag(k - 1) == Tag::Adjective,
            Tag::Preposition => !self.opens_setting(next),
            tag => tag.is_nominal() && self.phrase_end(next, stop).is_some_and(|e| !self.verb_at(e)),
        }
    }

    /// "as much as", "the same as", "so far as": the second "as" does not open a clause of the
    /// writer's.
    fn compares(&self, k: usize) -> bool {
        self.is_one_of(k, words!["as"]) && (k.saturating_sub(4)..k).any(|n| self.is(n, Class::Comparison))
    }

    /// The first finite verb before `end` that is not in a relative or that-clause, or `end`.
    pub(crate) fn before_verb(&self, start: usize, end: usize) -> usize {
        let opens =
            |k: &usize| matches!(self.tag(*k), Tag::Wh | Tag::That) || self.is_one_of(*k, words!["because"]);
        let clause = (start..end).find(opens).unwrap_or(end);
        (start + 1..clause)
            .find(|&k| {
                matches!(self.tag(k), Tag::Finite | Tag::Auxiliary)
                    && self.tag(k - 1) != Tag::To
                    && !self.quoted(k)
                    && !self.follows_contact_subject(start, k)
            })
            .unwrap_or(end)
    }

    /// "asked not to be named because she was not allowed to speak |said": the first finite verb
    /// before `end` that has no clause of its own, after clauses opened by "because" and the like,
    /// or `end`.
    pub(crate) fn before_outer_verb(&self, start: usize, end: usize) -> usize {
        let plain = self.before_verb(start, end);
        if plain < end || self.tag(start) == Tag::Wh {
            return plain;
        }
        let finite = |k: usize| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary);
        let opens = |k: usize| {
            matches!(self.tag(k), Tag::Wh | Tag::That | Tag::Subordinator | Tag::Coordinator)
                || self.is_one_of(k, words!["because"])
                || self.is(k, Class::SubjectPronoun) && k > start && self.tag(k - 1).is_nominal()
        };
        let mut open = 0;
        for k in start..end {
            if self.quoted(k) || matches!(self.tag(k), Tag::Comma | Tag::Break) {
                break;
            }
            open += usize::from(opens(k));
            if k > start && finite(k) && self.begins_group(k) && !self.follows_contact_subject(start, k) {
                match open {
                    0 => return k,
                    _ => open -= 1,
                }
            }
        }
        end
    }

    /// Whether the finite verb or auxiliary at `k` is the first one of its group.
    pub(super) fn begins_group(&self, k: usize) -> bool {
        let loose = |i: &usize| matches!(self.tag(*i), Tag::Adverb | Tag::Negation);
        let before = (self.sentence_start(k)..k).rev().find(|i| !loose(i));
        !before.is_some_and(|i| matches!(self.tag(i), Tag::Auxiliary | Tag::To))
    }

    /// "cited remarks Ruiz |made| in May": whether the verb at `k`, in a complement that began at
    /// `start`, has a name or pronoun as its subject directly after a noun that names no person.
    fn follows_contact_subject(&self, start: usize, k: usize) -> bool {
        let subject = |&n: &usize| self.tag(n) == Tag::Proper || self.is(n, Class::SubjectPronoun);
        let first = (start + 1..k).rev().take_while(subject).last();
        first.is_some_and(|first| self.tag(first - 1) == Tag::Noun && !self.is(first - 1, Class::Person))
    }

    /// "the claim that the pier was safe surprised nobody": the verb before `end` whose subject
    /// contains the clause from `start` on, or `end`.
    pub(crate) fn before_second_verb(&self, start: usize, end: usize) -> usize {
        let mut due = 1;
        let mut k = start + 1;
        while k < end {
            match self.tag(k) {
                Tag::Wh | Tag::That | Tag::Subordinator | Tag::Coordinator | Tag::Comma | Tag::Break => {
                    due += 1;
                }
                Tag::Mark if self.opens_quotation(k) => due += 1,
                Tag::Finite | Tag::Auxiliary => {
                    due -= 1;
                    if due < 0 {
                        return k;
                    }
                    // the rest of the verb group
                    while matches!(
                        (self.tag(k), self.tag(k + 1)),
                        (Tag::Auxiliary | Tag::Negation | Tag::Adverb, Tag::Auxiliary)
                            | (_, Tag::Negation | Tag::Adverb | Tag::Base | Tag::Participle | Tag::Ing)
                    ) {
                        k += 1;
                    }
                }
                _ => {}
            }
            k += 1;
        }
        end
    }
}
