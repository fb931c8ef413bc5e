//! The article read once from start to end: names, pronouns and sources in their order, each settled where it stands.

use std::collections::HashMap;

use super::name::{Gender, Name, Sort};
use super::narrator::Narrator;
use super::page::Page;
use super::phrase::{self, Phrase};
use super::recall::{POSSESSIVE, Place, Recall, SUBJECT, Seen, Wanted};
use super::roster::{Id, Roster};
use super::{Cast, Resolution, role};
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
    pub(super) page: &'a Page<'a, 't>,
    pub(super) attributions: &'a [Attribution],
    pub(super) names: &'a [Name],
    pub(super) phrases: Vec<Phrase>,
    pub(super) roster: Roster,
    pub(super) recall: Recall,
    /// The member of each name.
    pub(super) linked: Vec<Option<Id>>,
    /// The member of each pronoun, by token.
    pub(super) stands_for: HashMap<usize, Id>,
    /// Attributions whose source is a pronoun, by its token.
    pub(super) asking: HashMap<usize, usize>,
    pub(super) of: Vec<Option<Id>>,
    pub(super) reached: Vec<Resolution>,
    pub(super) narrator: Narrator,
    /// Who spoke last, in which block and sentence, and whether in their own words.
    pub(super) turn: Option<Turn>,
}

#[derive(Clone, Copy)]
pub(super) struct Turn {
    pub(super) id: Id,
    /// The block of the statement's last token.
    pub(super) block: usize,
    pub(super) sentence: usize,
    pub(super) quoted: bool,
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
            self.roster.abbreviate(self.page, id, name.run, end + 1);
        }
    }

    fn name(&mut self, index: usize) {
        let name = &self.names[index];
        let Some(id) = self.linked[index] else { return };
        self.roster.speak_of(self.page, id, name);
        self.see(id, name.whole(), name.possessive);
    }

    /// Notes a mention, for pronouns to come.
    pub(super) fn see(&mut self, id: Id, run: Run, possessive: bool) {
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
        let weight = match possessive {
            true => POSSESSIVE,
            false if !governed && (page.classes(end).any(verb) || first == bounds.first()) => SUBJECT,
            false => 0,
        };
        let (block, quoted) = (page.block(first), page.is_quoted(first));
        let seen = Seen { id, token: first, sentence, block, weight, source: false, quoted };
        self.recall.push(seen, &self.roster.people[id as usize]);
        self.roster.people[id as usize].mentions.push(run);
    }

    pub(super) fn sentence(&self, token: usize) -> Run {
        let sentences = &self.page.text.sentences;
        sentences.runs.get(sentences.at(token)).copied().unwrap_or_default()
    }

    pub(super) fn place<'p>(&self, at: usize, content: &'p [Run]) -> Place<'p> {
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

    pub(super) fn settle(&mut self, index: usize, id: Id, reached: Resolution) {
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
}

/// What a pronoun of the third person asks for.
fn wanted(page: &Page<'_, '_>, i: usize) -> Option<Wanted> {
    if page.classes(i).is_empty() {
        return None;
    }
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
