//! The article read once from start to end: names, pronouns and sources in their order, each settled where it stands.

use std::collections::HashMap;

use super::name::{Gender, Name, Sort};
use super::narrator::Narrator;
use super::page::Page;
use super::phrase::{self, Phrase};
use super::recall::{Place, Recall, Seen, Wanted};
use super::roster::{Id, Person, Roster};
use super::vocabulary::Sense;
use super::{Cast, Member, Resolution, role};
use crate::attribution::{Attribution, Kind};
use crate::lexicon::{Class, Classes};
use crate::text::Run;
use crate::text::token;

/// What stands at a token; in this order where several do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Name(usize),
    Pronoun,
    Source(usize),
    /// A statement without a source, at its end.
    Sourceless(usize),
}

pub(super) struct Scene<'a, 't> {
    page: &'a Page<'a, 't>,
    attributions: &'a [Attribution],
    names: &'a [Name],
    phrases: Vec<Phrase>,
    roster: Roster,
    recall: Recall,
    /// The member of each name.
    linked: Vec<Option<Id>>,
    /// The member of each pronoun, by token.
    stands_for: HashMap<usize, Id>,
    /// Attributions whose source is a pronoun, by its token.
    asking: HashMap<usize, usize>,
    of: Vec<Option<Id>>,
    reached: Vec<Resolution>,
    narrator: Narrator,
    /// Who spoke last, in which block and sentence, and whether in their own words.
    turn: Option<Turn>,
}

#[derive(Clone, Copy)]
struct Turn {
    id: Id,
    /// The block of the statement's last token.
    block: usize,
    sentence: usize,
    quoted: bool,
}

impl<'a, 't> Scene<'a, 't> {
    pub fn new(page: &'a Page<'a, 't>, attributions: &'a [Attribution], names: &'a [Name]) -> Self {
        let read = |a: &Attribution| a.source.map_or(Phrase::Nothing, |run| phrase::read(page, run, names));
        let phrases: Vec<Phrase> = attributions.iter().map(read).collect();
        let asking = phrases.iter().enumerate().filter_map(|(i, phrase)| match phrase {
            Phrase::Pronoun(token) => Some((*token, i)),
            _ => None,
        });
        let asking = asking.collect();
        let mut roster = Roster::default();
        roster.enroll(page, names);
        Scene {
            page,
            attributions,
            names,
            phrases,
            roster,
            recall: Recall::default(),
            linked: vec![None; names.len()],
            stands_for: HashMap::new(),
            asking,
            of: vec![None; attributions.len()],
            reached: vec![Resolution::None; attributions.len()],
            narrator: Narrator::default(),
            turn: None,
        }
    }

    pub fn play(mut self) -> Cast {
        for index in 0..self.names.len() {
            self.link(index);
        }
        self.narrator = Narrator::of(self.page, self.names, &self.linked);
        for (at, event) in self.events() {
            match event {
                Event::Name(index) => self.name(index),
                Event::Pronoun => self.pronoun(at),
                Event::Source(index) => self.source(index),
                Event::Sourceless(index) => self.go_on(index),
            }
        }
        self.first_person();
        self.cast()
    }

    fn events(&self) -> Vec<(usize, Event)> {
        let names = self.names.iter().enumerate().map(|(i, n)| (n.whole().first(), Event::Name(i)));
        let third = |i: &usize| wanted(self.page, *i).is_some();
        let pronouns = (0..self.page.len()).filter(third).map(|i| (i, Event::Pronoun));
        let statements = self.attributions.iter().enumerate().filter_map(|(i, a)| match a.source {
            Some(run) if !run.is_empty() => Some((run.stop() - 1, Event::Source(i))),
            _ => a
                .content
                .last()
                .filter(|run| !run.is_empty())
                .map(|run| (run.stop() - 1, Event::Sourceless(i))),
        });
        let mut events: Vec<_> = names.chain(pronouns).chain(statements).collect();
        events.sort_unstable();
        events
    }

    /// Finds the member of a name, with what stands beside the name: a title, an apposition, an acronym.
    fn link(&mut self, index: usize) {
        let name = &self.names[index];
        let Some(id) = self.roster.link(self.page, name) else { return };
        self.linked[index] = Some(id);
        self.roster.speak_of(self.page, id, name);
        let end = name.run.stop();
        if !name.possessive
            && !self.page.is_quoted(end)
            && let Some(role) = role::after(self.page, end, self.sentence(end.saturating_sub(1)).stop())
            && self.roster.people[id as usize].sort != Sort::Organization
        {
            self.roster.assign(self.page, id, role);
            let person = &mut self.roster.people[id as usize];
            if person.sort == Sort::Open && name.run.len() > 1 {
                person.sort = Sort::Person;
            }
        }
        if self.page.kind(end) == Some(token::Kind::Open)
            && self.page.token(end + 1).is_some_and(|t| t.is_upper())
            && self.page.kind(end + 2) == Some(token::Kind::Close)
        {
            self.roster.abbreviate(self.page, id, end + 1);
        }
    }

    fn name(&mut self, index: usize) {
        let name = &self.names[index];
        let Some(id) = self.linked[index] else { return };
        self.roster.speak_of(self.page, id, name);
        self.see(id, name.whole(), name.possessive);
    }

    /// Notes a mention, for pronouns to come.
    fn see(&mut self, id: Id, run: Run, possessive: bool) {
        let (page, first, end) = (self.page, run.first(), run.stop());
        let sentence = page.text.sentences.at(first);
        let bounds = self.sentence(first);
        let verb = Classes::of(Class::VerbPast)
            .and(Class::VerbS)
            .and(Class::Modal)
            .and(Class::Be)
            .and(Class::Have)
            .and(Class::Do);
        let governed = first > bounds.first() && page.is(first - 1, Class::Preposition);
        let subject = !possessive && !governed && (page.classes(end).any(verb) || first == bounds.first());
        let source = false;
        self.recall.push(
            Seen {
                id,
                token: first,
                sentence,
                block: page.block(first),
                subject,
                source,
                quoted: page.is_quoted(first),
                possessive,
            },
            &self.roster.people[id as usize],
        );
        self.roster.people[id as usize].mentions.push(run);
    }

    fn sentence(&self, token: usize) -> Run {
        let sentences = &self.page.text.sentences;
        sentences.runs.get(sentences.at(token)).copied().unwrap_or_default()
    }

    fn place<'p>(&self, at: usize, content: &'p [Run]) -> Place<'p> {
        let (sentence, block) = (self.page.text.sentences.at(at), self.page.block(at));
        // "…," she said. "…," she added: the turn goes on within its paragraph and into the next one that opens with a quotation
        let opens_quoted = || {
            let run = self.page.text.layout.blocks[block].run;
            self.page.text.quotations.starting_at(run.first()).is_some()
        };
        let near = |t: &Turn| t.block == block || t.quoted && t.block + 1 == block && opens_quoted();
        let turn = self.turn.filter(|t| !content.is_empty() && near(t)).map(|t| t.id);
        Place { sentence, block, quoted: self.page.is_quoted(at), content, turn }
    }

    /// Settles a pronoun of the third person.
    fn pronoun(&mut self, at: usize) {
        let Some(wanted) = wanted(self.page, at) else { return };
        let attributions = self.attributions;
        let content = self.asking.get(&at).map_or(&[][..], |&i| &attributions[i].content);
        let place = self.place(at, content);
        let teller = if place.quoted { None } else { self.narrator.at(at) };
        let found = self.recall.antecedent(wanted, &place, teller, &self.roster.people);
        let Some((id, sole)) = found else { return };
        let person = &mut self.roster.people[id as usize];
        if let Wanted::Person(gender) = wanted
            && sole
            && !place.quoted
        {
            person.gender = person.gender.or(gender);
            if person.sort == Sort::Open {
                person.sort = Sort::Person;
            }
        }
        self.stands_for.insert(at, id);
        let possessive = self.page.is(at, Class::PossessivePronoun) && !self.page.is(at + 1, Class::VerbPast);
        self.see(id, Run::new(at, at + 1), possessive);
    }

    fn source(&mut self, index: usize) {
        let found = match self.phrases[index] {
            Phrase::Pronoun(token) => self.pronoun_source(token),
            Phrase::Named(name, role) => self.named(name, role),
            Phrase::Description(run, head) => self.describe(run, head),
            Phrase::Nothing => None,
        };
        if let Some((id, reached)) = found {
            self.settle(index, id, reached);
        }
    }

    fn pronoun_source(&mut self, token: usize) -> Option<(Id, Resolution)> {
        if let Some(&id) = self.stands_for.get(&token) {
            return Some((id, Resolution::Pronoun));
        }
        if !self.page.is(token, Class::Relative) {
            return None;
        }
        // "who": what stands before it, a comma or an apposition between
        let before = token - usize::from(token > 0 && self.page.kind(token - 1) == Some(token::Kind::Comma));
        let near = self.names.partition_point(|n| n.run.stop() <= before).checked_sub(1);
        if let Some(near) = near
            && let name = &self.names[near]
            && let Some(id) = self.linked[near]
        {
            let end = name.run.stop();
            let apposition = role::after(self.page, end, before);
            if end == before || apposition.is_some_and(|run| run.stop() == before) {
                return Some((id, Resolution::Pronoun));
            }
        }
        let floor = self.sentence(token).first();
        let run = self.noun_phrase_before(before, floor)?;
        let head = role::head(self.page, run)?;
        self.describe(run, head).map(|(id, _)| (id, Resolution::Pronoun))
    }

    /// The words from a determiner to `end`, with what prepositions join to them.
    fn noun_phrase_before(&self, end: usize, floor: usize) -> Option<Run> {
        let page = self.page;
        let mut start = end;
        let nominal = |i: usize| {
            page.kind(i)
                .is_some_and(|k| matches!(k, token::Kind::Word | token::Kind::Number | token::Kind::Clitic))
                && (!page.is_function(i) || matches!(page.word(i), "of" | "for"))
                && !page.is_verb(i)
        };
        while start > floor && end - start < 12 {
            if page.is(start - 1, Class::Determiner) {
                start -= 1;
                if start == floor || !matches!(page.word(start - 1), "of" | "for") {
                    break;
                }
            } else if nominal(start - 1) {
                start -= 1;
            } else {
                break;
            }
        }
        (start < end).then(|| Run::new(start, end))
    }

    fn named(&mut self, name: usize, role: Option<Run>) -> Option<(Id, Resolution)> {
        let short = self.names[name].run;
        let id = self.linked[name].unwrap_or_else(|| {
            let id = self.roster.enter(self.page, &self.names[name]);
            self.linked[name] = Some(id);
            id
        });
        if self.linked[name] == Some(id)
            && self.names[name].weak
            && self.roster.people[id as usize].mentions.is_empty()
        {
            self.see(id, self.names[name].whole(), self.names[name].possessive);
        }
        if let Some(role) = role {
            self.roster.assign(self.page, id, role);
        }
        let full = self.roster.people[id as usize].name.len();
        let reached = if short.len() < full { Resolution::Surname } else { Resolution::Named };
        Some((id, reached))
    }

    /// The member that a description stands for: a person whose role it is, one described so before, or a new one.
    fn describe(&mut self, run: Run, head: usize) -> Option<(Id, Resolution)> {
        let page = self.page;
        let plural = role::is_plural(page, head);
        let definite = page.is(run.first(), Class::Determiner)
            && ["the", "that", "this", "those", "these"].iter().any(|w| page.word_is(run.first(), w))
            || page.classes(run.first()).has(Class::PossessivePronoun);
        let indefinite = ["a", "an", "another", "one", "some", "other", "others"]
            .iter()
            .any(|w| page.word_is(run.first(), w));
        // headlines leave the article out: "Mayor says"
        let bare = !plural && run.first() == head && page.is_title(head);
        let definite = definite || bare;
        let key = role::key(page, head);
        let core = head + 1 >= run.stop();
        if definite && !plural && core {
            let modifiers: Vec<String> =
                (run.first() + usize::from(!bare)..head).map(|i| page.folded(i)).collect();
            let fits = |p: &Person| self.suits(p, &modifiers, head);
            if let Some(id) = self.roster.with_role(&key, fits) {
                self.see(id, run, false);
                return Some((id, Resolution::Role));
            }
            if let Some(id) = self.any_person(head) {
                self.see(id, run, false);
                return Some((id, Resolution::Role));
            }
        }
        let words = super::vocabulary::fold(page.text.slice(run));
        let words = words.strip_prefix("the ").unwrap_or(&words).to_owned();
        if (!indefinite || plural)
            && let Some(id) = self.roster.described(&words)
        {
            self.see(id, run, false);
            return Some((id, Resolution::Role));
        }
        let person = page.is_title(head) && !page.is_group_word(head);
        let organization = page.is_group_word(head) && !person;
        let veiled = run.indices().any(|i| page.has(i, Sense::Veil));
        let gender = role::gender(page, run);
        let id = self.roster.add(Person {
            name: run,
            role: None,
            sort: if organization {
                Sort::Organization
            } else if person || gender != Gender::Unknown {
                Sort::Person
            } else {
                Sort::Open
            },
            gender,
            plural,
            named: false,
            anonymous: person && (veiled || !definite),
            mentions: Vec::new(),
        });
        self.roster.describe(words, id);
        if !plural {
            self.roster.put_role(&key, id);
        }
        self.see(id, run, false);
        Some((id, Resolution::Named))
    }

    /// Whether a description with these modifiers before its head can mean `person`.
    fn suits(&self, person: &Person, modifiers: &[String], head: usize) -> bool {
        let page = self.page;
        let role = person.role.into_iter().chain([person.name]);
        let mut words: Vec<String> = role.flat_map(Run::indices).take(40).map(|i| page.folded(i)).collect();
        words.sort_unstable();
        let known = |word: &String| words.binary_search(word).is_ok();
        // "the Calda senator" after "Sen. Ruiz"
        let plain = person.role.is_some_and(|role| role.len() == 1);
        let places = |word: &String| page.vocabulary.senses(word).has(Sense::Place);
        let qualifies = |word: &&String| page.vocabulary.senses(word).has(Sense::Qualifier);
        person.gender.fits(role::gender(page, Run::new(head, head + 1)))
            && (modifiers.iter().all(known) || plain && modifiers.iter().all(places))
            && words.iter().filter(qualifies).all(|word| modifiers.contains(word) || word == "former")
    }

    /// "the man", "the 54-year-old", "the Calda native": what anybody may be called who was just spoken of.
    fn any_person(&self, head: usize) -> Option<Id> {
        if !self.page.folded(head).ends_with("-year-old") && !self.page.has(head, Sense::Epithet) {
            return None;
        }
        let gender = role::gender(self.page, Run::new(head, head + 1));
        let place = self.place(head, &[]);
        let found = self.recall.antecedent(Wanted::Person(gender), &place, None, &self.roster.people);
        found.map(|(id, _)| id).filter(|&id| self.recall.is_fresh(id, place.sentence))
    }

    /// A statement without a source: a quotation that goes on, or a participle that shares its subject.
    fn go_on(&mut self, index: usize) {
        let attribution = &self.attributions[index];
        let Some(first) = attribution.content.first().filter(|run| !run.is_empty()) else { return };
        let Some(turn) = self.turn else { return };
        let at = first.first();
        let block = self.page.block(at);
        let quoted = attribution.kind == Kind::Direct && self.page.text.quotations.around(at).is_some();
        let shares = attribution.head.is_some_and(|(head, _)| {
            self.page.is(head, Class::VerbIng) && self.page.text.sentences.at(head) == turn.sentence
        });
        let continues = quoted
            && (turn.block == block
                || turn.quoted && turn.block + 1 == block && self.starts_block(at, block));
        if shares || continues && attribution.cue.is_none() {
            self.settle(index, turn.id, Resolution::Turn);
        }
    }

    fn starts_block(&self, at: usize, block: usize) -> bool {
        let run = self.page.text.layout.blocks[block].run;
        at <= run.first() + 1
    }

    fn settle(&mut self, index: usize, id: Id, reached: Resolution) {
        let attribution = &self.attributions[index];
        self.of[index] = Some(id);
        self.reached[index] = reached;
        let last = attribution.content.iter().chain(&attribution.source).map(|run| run.stop()).max();
        let last = last.unwrap_or(1).saturating_sub(1);
        let start = attribution.source.or(attribution.content.first().copied()).map_or(last, Run::first);
        let quoted = attribution.kind != Kind::Indirect;
        if !self.page.is_quoted(start) || quoted && attribution.source.is_none() {
            self.turn = Some(Turn {
                id,
                block: self.page.block(last),
                sentence: self.page.text.sentences.at(start),
                quoted,
            });
        }
        self.recall.spoke(id);
    }

    /// "I" and "we": the speaker of the statement around them, else the one who tells; "you": who is spoken to.
    fn first_person(&mut self) {
        let around = enclosing(self.attributions);
        for index in 0..self.attributions.len() {
            let Phrase::Pronoun(token) = self.phrases[index] else { continue };
            let word = self.page.folded(token);
            let told = || if self.page.is_quoted(token) { None } else { self.narrator.at(token) };
            let outer = || around[index].and_then(|outer| self.of[outer]);
            let found = match word.as_str() {
                _ if self.of[index].is_some() => None,
                "i" | "my" | "me" => outer().or_else(told),
                "we" | "our" | "us" => outer(),
                "you" | "your" if !self.page.is_quoted(token) => self.narrator.addressed(token),
                _ => None,
            };
            let Some(id) = found else { continue };
            self.of[index] = Some(id);
            self.reached[index] = Resolution::Pronoun;
            self.roster.people[id as usize].mentions.push(Run::new(token, token + 1));
        }
    }

    /// Keeps those who speak, in the order of their first mention.
    fn cast(self) -> Cast {
        let mut speakers: Vec<Id> = self.of.iter().flatten().copied().collect();
        speakers.sort_unstable();
        speakers.dedup();
        let mut members: Vec<(Id, Member)> = speakers.into_iter().map(|id| (id, self.member(id))).collect();
        members.sort_by_key(|(id, member)| (member.mentions.first().copied(), *id));
        let place: HashMap<Id, u32> = members.iter().zip(0..).map(|((id, _), at)| (*id, at)).collect();
        let of = self.of.iter().map(|id| id.and_then(|id| place.get(&id).copied())).collect();
        Cast { members: members.into_iter().map(|(_, member)| member).collect(), of, reached: self.reached }
    }

    fn member(&self, id: Id) -> Member {
        let person = &self.roster.people[id as usize];
        let mut mentions = person.mentions.clone();
        mentions.sort_by_key(|run| (run.start, std::cmp::Reverse(run.end)));
        let mut reach = 0;
        mentions.retain(|run| {
            let disjoint = run.start >= reach;
            reach = reach.max(run.end);
            disjoint
        });
        let place = person.role.or((!person.named).then_some(person.name));
        Member {
            name: person.name,
            role: person.role.map(|role| self.without_article(role)),
            organization: place.and_then(|run| self.organization(run)),
            anonymous: person.anonymous,
            mentions,
        }
    }

    fn without_article(&self, role: Run) -> Run {
        let article = ["the", "a", "an"].iter().any(|w| self.page.word_is(role.first(), w));
        Run::new(role.first() + usize::from(article && role.len() > 1), role.stop())
    }

    /// The first name within a role that is no person's.
    fn organization(&self, run: Run) -> Option<Run> {
        let first = self.names.partition_point(|n| n.run.stop() <= run.first());
        let inside = self.names[first..]
            .iter()
            .zip(&self.linked[first..])
            .take_while(|(n, _)| n.run.first() < run.stop());
        inside
            .filter(|(n, id)| n.sort == Sort::Organization && id.is_some() && n.run.stop() <= run.stop())
            .map(|(n, _)| n.run)
            .next()
    }
}

/// What a pronoun of the third person asks for.
fn wanted(page: &Page<'_, '_>, i: usize) -> Option<Wanted> {
    let word = page.word(i);
    if !(2..=5).contains(&word.len()) || page.token(i).is_some_and(|t| t.is_upper() || t.is_dotted()) {
        return None;
    }
    if !page
        .classes(i)
        .any(Classes::of(Class::SubjectPronoun).and(Class::PossessivePronoun).and(Class::ObjectPronoun))
    {
        return None;
    }
    Some(match word.to_ascii_lowercase().as_str() {
        "he" | "him" | "his" => Wanted::Person(Gender::Male),
        "she" | "her" => Wanted::Person(Gender::Female),
        "they" | "them" | "their" => Wanted::Many,
        "it" | "its" => Wanted::Thing,
        _ => return None,
    })
}

/// For each attribution the innermost other one whose content holds its source.
fn enclosing(attributions: &[Attribution]) -> Vec<Option<usize>> {
    let pieces = attributions
        .iter()
        .enumerate()
        .flat_map(|(i, a)| a.content.iter().map(move |run| (run.start, 1, i, run.end)));
    let sources =
        attributions.iter().enumerate().filter_map(|(i, a)| a.source.map(|run| (run.start, 2, i, run.end)));
    let mut edges: Vec<_> = pieces.chain(sources).collect();
    edges.sort_unstable_by_key(|&(start, rank, i, end)| (start, rank, std::cmp::Reverse(end), i));
    let mut open: Vec<(usize, u32)> = Vec::new();
    let mut around = vec![None; attributions.len()];
    for (start, rank, i, end) in edges {
        while open.last().is_some_and(|&(_, stop)| stop <= start) {
            open.pop();
        }
        if rank == 1 {
            open.push((i, end));
        } else {
            around[i] = open
                .iter()
                .rev()
                .take(8)
                .find(|&&(outer, stop)| outer != i && stop >= end)
                .map(|&(outer, _)| outer);
        }
    }
    around
}
