//! Who a source is: a name, somebody whom its description fits, or the antecedent of its pronoun.

use super::key::Key;
use super::name::{Gender, Sort};
use super::person::{Id, Person};
use super::phrase::Phrase;
use super::recall::Wanted;
use super::scene::Scene;
use super::vocabulary::Sense;
use super::{Resolution, parts, role};
use crate::lexicon::{Class, Classes, words};
use crate::text::Run;
use crate::text::token;

/// How far back a fuller description is looked for, and how many words may stand before its noun.
const LOOK_BACK: usize = 400;
const MODIFIERS: usize = 3;

impl Scene<'_, '_> {
    pub(super) fn source(&mut self, index: usize) {
        let label = self.attributions[index].source.and_then(|run| self.interview.speaker(self.page, run));
        let found = match self.phrases[index] {
            _ if label.is_some() => label.map(|id| (id, Resolution::Role)),
            Phrase::Pronoun(token) => self.pronoun_source(token),
            Phrase::Named(name, role) => Some(self.named(name, role)),
            Phrase::Description(run, head) => Some(self.describe(run, head)),
            Phrase::Nothing => None,
        };
        if let Some((id, reached)) = found {
            self.settle(index, id, reached);
        }
    }

    fn pronoun_source(&mut self, token: usize) -> Option<(Id, Resolution)> {
        if let Some(id) = self.page.pronoun_at(token).and_then(|at| self.stands_for[at]) {
            return Some((id, Resolution::Pronoun));
        }
        if !self.page.is(token, Class::Relative) {
            return None;
        }
        // "who": what stands before it, a comma or an apposition between
        let before = token - usize::from(token > 0 && self.page.kind(token - 1) == Some(token::Kind::Comma));
        let after = self.names.partition_point(|n| n.run.stop() <= before);
        let near =
            || (after.saturating_sub(3)..after).filter_map(|i| Some((self.names[i].run, self.linked[i]?)));
        // "Ana Ruiz, a deputy", "Ana Ruiz of Calda, a deputy"
        let apposed = |run: Run| {
            let belonging = || near().find(|(place, _)| place.first() == run.stop() + 1);
            let joined = self.page.is(run.stop(), Class::Preposition);
            let end = joined.then(belonging).flatten().map_or(run, |(place, _)| place).stop();
            role::after(self.page, end, before).is_some_and(|role| role.stop() == before)
        };
        // "Ana Ruiz of Norvik Bank, who"
        let last = near().find(|(run, _)| run.stop() == before);
        let belongs = |run: Run| {
            let joined = self.page.is(run.stop(), Class::Preposition);
            joined && last.is_some_and(|(last, _)| run.stop() + 1 == last.first())
        };
        let owner = near().find(|&(run, _)| apposed(run) || belongs(run)).or(last);
        if let Some((_, id)) = owner {
            return Some((id, Resolution::Pronoun));
        }
        let floor = self.page.sentence(token).first();
        let run = self.noun_phrase_before(before, floor)?;
        let head = role::head(self.page, run)?;
        Some((self.describe(run, head).0, Resolution::Pronoun))
    }

    /// The words from a determiner to `end`, with what prepositions join to them.
    fn noun_phrase_before(&self, end: usize, floor: usize) -> Option<Run> {
        let page = self.page;
        let mut start = end;
        let nominal = |i: usize| {
            page.kind(i)
                .is_some_and(|k| matches!(k, token::Kind::Word | token::Kind::Number | token::Kind::Clitic))
                && (!page.is_function(i) || page.has(i, Sense::Joint))
                && !page.is_verb(i)
        };
        while start > floor && end - start < 12 {
            if page.is(start - 1, Class::Determiner) {
                start -= 1;
                if start == floor || !self.joins(start - 1, floor) {
                    break;
                }
            } else if nominal(start - 1) {
                start -= 1;
            } else {
                break;
            }
        }
        start += usize::from(start < end && page.is_clitic(start));
        (start < end).then(|| Run::new(start, end))
    }

    /// "of" and "for", and the preposition of "briefed on", "familiar with": what stands before it goes on.
    fn joins(&self, i: usize, floor: usize) -> bool {
        let governs = Classes::of(Class::VerbParticiple).and(Class::Adjective);
        self.page.has(i, Sense::Joint)
            || i > floor + 1
                && self.page.is(i, Class::Preposition)
                && self.page.classes(i - 1).any(governs)
                && !self.page.classes(i - 2).any(Classes::of(Class::Be).and(Class::Have))
    }

    fn named(&mut self, name: usize, role: Option<Run>) -> (Id, Resolution) {
        let short = self.names[name].run;
        let id = self.linked[name].unwrap_or_else(|| {
            let id = self.roster.enter(self.page, &self.names[name]);
            self.linked[name] = Some(id);
            id
        });
        // a weak name is met only where it speaks
        if self.roster.people[id as usize].mentions == 0 {
            self.see(id, self.names[name].whole(), self.names[name].possessive);
        }
        if let Some(role) = role {
            self.roster.assign(self.page, id, role);
        }
        let full = self.roster.people[id as usize].name.len();
        let reached = if short.len() < full { Resolution::Surname } else { Resolution::Named };
        (id, reached)
    }

    /// Meets a description that opens a sentence. One person of whom the article says "the", but not who it is, is
    /// likely somebody whose role it has not given: no new member.
    pub(super) fn open(&mut self, run: Run) {
        let head = run.stop() - 1;
        let person = self.page.is_title(head) && !self.page.is_group_word(head);
        let vague = person && self.is_definite(run, head) && !role::is_plural(self.page, head);
        if !vague || self.known(run, head, self.words(run)).is_some() {
            self.describe(run, head);
        }
    }

    /// The words of a description without "the".
    fn bare(&self, run: Run) -> Run {
        let article = run.len() > 1 && self.page.word_is(run.first(), "the");
        Run::new(run.first() + usize::from(article), run.stop())
    }

    fn words(&self, run: Run) -> Key {
        parts::words(self.page, self.bare(run))
    }

    /// The member that a description stands for: a person whose role it is, one described so before, or a new one.
    pub(super) fn describe(&mut self, run: Run, head: usize) -> (Id, Resolution) {
        let page = self.page;
        let veiled = run.indices().any(|i| page.has(i, Sense::Veil));
        let run = self.without_clause(run);
        // "the finance ministry" is the Finance Ministry
        if let Some(id) = self.called(self.bare(run)) {
            self.see(id, run, false);
            return (id, Resolution::Named);
        }
        let words = self.words(run);
        if let Some(id) = self.known(run, head, words) {
            self.see(id, run, false);
            return (id, Resolution::Role);
        }
        let person = (page.is_title(head) || page.is_agent(head)) && !page.is_group_word(head);
        let gender = role::gender(page, run);
        let sort = if person || gender != Gender::Unknown {
            Sort::Person
        } else if page.is_group_word(head) {
            Sort::Organization
        } else {
            Sort::Open
        };
        let id = self.roster.add(Person {
            plural: role::is_plural(page, head),
            named: false,
            anonymous: person && (veiled || !self.is_definite(run, head)),
            ..Person::called(self.fuller(run, head).unwrap_or(run), sort, gender)
        });
        self.roster.describe(words, role::key(page, head), id);
        self.see(id, run, false);
        (id, Resolution::Named)
    }

    /// "The ministry", where the words before were of "the interior ministry": that.
    fn fuller(&self, run: Run, head: usize) -> Option<Run> {
        let page = self.page;
        let bare = run.len() == 2 && page.is_one_of(run.first(), words!["the"]) && page.is_group_word(head);
        let before = |i: usize| {
            let modifies = |i: usize| {
                page.kind(i) == Some(token::Kind::Word) && !page.is_function(i) && !page.is_verb(i)
            };
            let start = (0..i).rev().take(MODIFIERS).take_while(|&k| modifies(k)).last()?;
            let pointed = start > 0 && page.is_one_of(start - 1, words!["the"]);
            pointed.then(|| Run::new(start - 1, i + 1))
        };
        if !bare {
            return None;
        }
        let (floor, word) = (run.first().saturating_sub(LOOK_BACK), page.text.id(head));
        let back = page.text.tokens[floor..run.first()].iter().enumerate().rev();
        back.filter(|(_, token)| token.word == word).find_map(|(i, _)| before(floor + i))
    }

    /// The member whose name a description is, but for its capitals.
    fn called(&self, run: Run) -> Option<Id> {
        if run.len() < 2 {
            return None;
        }
        let ends = || self.page.key(run.first()).then(self.page.key(run.stop() - 1));
        let two = || self.roster.named(ends()).filter(|_| run.len() == 2);
        self.roster.named(parts::whole(self.page, run)).or_else(two)
    }

    /// "The study, published on Monday," is "the study"; "the trust, which owns the pier" is "the trust".
    fn without_clause(&self, run: Run) -> Run {
        let page = self.page;
        let clause = Classes::of(Class::Relative)
            .and(Class::Wh)
            .and(Class::VerbParticiple)
            .and(Class::VerbIng)
            .and(Class::Determiner)
            .and(Class::PossessivePronoun)
            .and(Class::Preposition);
        let opens = |&i: &usize| {
            page.kind(i) == Some(token::Kind::Comma)
                && (page.classes(i + 1).any(clause)
                    || page.kind(i + 1) == Some(token::Kind::Number)
                    || page.has(i + 1, Sense::Veil))
                || i + 1 == run.stop() && page.kind(i) == Some(token::Kind::Comma)
        };
        // "the miners, the dockers and the printers"
        let lists = run
            .indices()
            .any(|i| page.kind(i) == Some(token::Kind::Comma) && page.is_one_of(i + 1, words!["and"]));
        let end = run.indices().skip(1).find(opens).filter(|_| !lists);
        Run::new(run.first(), end.unwrap_or(run.stop()))
    }

    /// The member whom the article has described so before, or whose role the description is.
    fn known(&self, run: Run, head: usize, words: Key) -> Option<Id> {
        let page = self.page;
        let plural = role::is_plural(page, head);
        if self.is_definite(run, head) && head + 1 >= run.stop() {
            let pointer = usize::from(page.is(run.first(), Class::Determiner));
            let fits = |p: &Person| self.suits(p, Run::new((run.first() + pointer).min(head), head), head);
            let age = page.word(head).strip_suffix("-year-old").map(|age| page.key_of(age));
            let aged = age.and_then(|age| self.roster.with_role(age, &|p| !p.plural));
            let role = aged.or_else(|| self.roster.with_role(role::key(page, head), &fits));
            let role = role
                .or_else(|| self.any_person(head).filter(|_| !plural))
                .or_else(|| self.any_group(run, head));
            if role.is_some() {
                return role;
            }
        }
        let indefinite = ["a", "an", "another", "one", "some", "other", "others"];
        let anew = !plural && indefinite.iter().any(|w| page.word_is(run.first(), w));
        self.roster.described(words).filter(|_| !anew)
    }

    /// "the mayor", "his lawyer", and in headlines "Mayor": somebody in particular.
    fn is_definite(&self, run: Run, head: usize) -> bool {
        let (page, first) = (self.page, run.first());
        let bare = first == head && page.is_title(head) && !role::is_plural(page, head);
        let pointed = ["the", "that", "this", "those", "these"].iter().any(|w| page.word_is(first, w));
        bare || pointed || page.is(first, Class::PossessivePronoun)
    }

    /// Whether a description with these modifiers before its head can mean `person`.
    fn suits(&self, person: &Person, modifiers: Run, head: usize) -> bool {
        let page = self.page;
        if person.plural != role::is_plural(page, head)
            || !person.gender.fits(role::gender(page, Run::new(head, head + 1)))
        {
            return false;
        }
        let words = || person.role.into_iter().chain([person.name]).flat_map(Run::indices).take(40);
        let said = |modifier: usize, word: usize| page.key(modifier) == page.key(word);
        // "the two-term mayor" says more, but of nobody else
        let known = |i: usize| page.token(i).is_some_and(|t| t.has_hyphen()) || words().any(|w| said(i, w));
        // "the Calda senator" after "Sen. Ruiz"
        let plain = person.role.is_some_and(|role| role.len() == 1);
        let fits = |i: usize| known(i) || plain && page.has(i, Sense::Place);
        let qualified = |w: usize| {
            !page.has(w, Sense::Qualifier)
                || page.word_is(w, "former")
                || modifiers.indices().any(|i| said(i, w))
        };
        modifiers.indices().all(fits) && words().all(qualified)
    }

    /// "the company", "the airline": the organisation that was just named.
    fn any_group(&self, run: Run, head: usize) -> Option<Id> {
        if !self.page.has(head, Sense::Enterprise)
            || run.len() > 2
            || self.page.is(run.first(), Class::PossessivePronoun)
        {
            return None;
        }
        let find = |wanted| self.recall.antecedent(wanted, &self.place(head, &[]), None, &self.roster.people);
        let found = find(Wanted::Organization).or_else(|| find(Wanted::Thing));
        found.map(|(id, _)| id).filter(|&id| {
            let member = &self.roster.people[id as usize];
            member.named && matches!(member.sort, Sort::Organization | Sort::Open)
        })
    }

    /// "the man", "the 54-year-old", "the former governor": what anybody may be called who was just spoken of.
    fn any_person(&self, head: usize) -> Option<Id> {
        let former = head > 0 && self.page.word_is(head - 1, "former") && self.page.is_title(head);
        let aged = self.page.word(head).ends_with("-year-old");
        if !former && !aged && !self.page.has(head, Sense::Epithet) {
            return None;
        }
        let gender = role::gender(self.page, Run::new(head, head + 1));
        let place = self.place(head, &[]);
        let found = self.recall.antecedent(Wanted::Person(gender), &place, None, &self.roster.people);
        found.map(|(id, _)| id).filter(|&id| self.recall.is_fresh(id, place.sentence))
    }
}
