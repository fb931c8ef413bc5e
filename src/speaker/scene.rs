//! The article read once from start to end: names, pronouns and sources in their order, each settled where it stands.

use super::label::Interview;
use super::name::{Gender, Name, Sort};
use super::narrator::Narrator;
use super::opener;
use super::page::Page;
use super::person::{Id, Person};
use super::phrase::{self, Phrase};
use super::recall::{POSSESSIVE, Place, Recall, SUBJECT, Seen, Wanted};
use super::roster::Roster;
use super::{Cast, Resolution, parts, role};
use crate::arena::List;
use crate::attribution::{Attribution, Kind};
use crate::lexicon::{Class, Classes, words};
use crate::text::Run;
use crate::text::token;

pub(super) struct Scene<'a, 't> {
    pub(super) page: &'a Page<'a, 't>,
    pub(super) attributions: &'a [Attribution],
    pub(super) names: &'a [Name],
    pub(super) phrases: &'t [Phrase],
    pub(super) roster: Roster<'t>,
    pub(super) recall: Recall,
    /// The member of each name.
    pub(super) linked: &'t mut [Option<Id>],
    /// Descriptions that open sentences.
    openers: List<'t, Run>,
    /// The member of each pronoun of the page.
    pub(super) stands_for: &'t mut [Option<Id>],
    /// For each pronoun of the page the attribution whose source it is.
    asking: &'t mut [Option<u32>],
    /// Every mention of a member, in the order in which they were settled.
    pub(super) mentions: List<'t, (Id, Run)>,
    pub(super) of: &'t mut [Option<Id>],
    pub(super) reached: &'t mut [Resolution],
    pub(super) narrator: Narrator<'t>,
    pub(super) interview: Interview,
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

/// How many of each kind of mention have been met.
#[derive(Default)]
struct Met {
    names: usize,
    openers: usize,
    pronouns: usize,
}

impl<'a, 't> Scene<'a, 't> {
    pub fn new(page: &'a Page<'a, 't>, attributions: &'a [Attribution], names: &'a [Name]) -> Self {
        let read = |a: &Attribution| a.source.map_or(Phrase::Nothing, |run| phrase::read(page, run, names));
        let arena = page.text.arena;
        let phrases = arena.alloc_slice_fill_iter(attributions.iter().map(read));
        let mut roster = Roster::new(arena);
        let linked = roster.enroll(page, names);
        let asking = arena.alloc_slice_fill_copy(page.pronouns.len(), None);
        for (index, phrase) in phrases.iter().enumerate() {
            if let Phrase::Pronoun(token) = *phrase
                && let Some(at) = page.pronoun_at(token)
            {
                asking[at] = Some(index as u32);
            }
        }
        let mentions = names.len() + page.pronouns.len() + 2 * attributions.len();
        Scene {
            page,
            attributions,
            names,
            phrases,
            roster,
            recall: Recall::default(),
            linked,
            openers: opener::find(page, attributions),
            stands_for: arena.alloc_slice_fill_copy(page.pronouns.len(), None),
            asking,
            mentions: List::with_capacity_in(mentions, arena),
            of: arena.alloc_slice_fill_copy(attributions.len(), None),
            reached: arena.alloc_slice_fill_copy(attributions.len(), Resolution::None),
            narrator: Narrator::new(arena),
            interview: Interview::default(),
            turn: None,
        }
    }

    pub fn play(mut self) -> Cast<'t> {
        for index in 0..self.names.len() {
            self.link(index);
        }
        self.narrator = Narrator::of(self.page, self.names, self.linked);
        let (page, people) = (self.page, &self.roster.people);
        self.interview = Interview::of(page, self.names, self.linked, people, &self.narrator);
        let interview = self.interview;
        let turns = page.text.turns.list.iter();
        self.narrator.give(turns.filter_map(|t| Some((t.name.first(), interview.speaker(page, t.name)?))));
        // a statement is settled where its source ends; one without a source where it ends itself
        let mut statements: List<'_, (u32, bool, u32)> =
            List::with_capacity_in(self.attributions.len(), self.page.text.arena);
        for (a, index) in self.attributions.iter().zip(0..) {
            let source = a.source.filter(|run| !run.is_empty());
            let end = source.or(a.content.last().copied().filter(|run| !run.is_empty()));
            statements.extend(end.map(|run| (run.end - 1, source.is_none(), index)));
        }
        statements.sort_unstable();
        let mut met = Met::default();
        for (at, sourceless, index) in statements {
            self.advance(&mut met, at);
            if sourceless {
                self.go_on(index as usize);
            } else {
                self.source(index as usize);
            }
        }
        self.advance(&mut met, u32::MAX);
        self.first_person();
        self.cast()
    }

    /// Meets the names, openers and pronouns up to token `to`, each where it begins.
    fn advance(&mut self, met: &mut Met, to: u32) {
        loop {
            let name = self.names.get(met.names).map_or(u32::MAX, |n| n.whole().start);
            let opener = self.openers.get(met.openers).map_or(u32::MAX, |run| run.start);
            let pronoun = self.page.pronouns.get(met.pronouns).map_or(u32::MAX, |p| p.0);
            let next = name.min(opener).min(pronoun);
            if next > to || next == u32::MAX {
                return;
            }
            if name == next {
                self.name(met.names);
                met.names += 1;
            } else if opener == next {
                self.open(self.openers[met.openers]);
                met.openers += 1;
            } else {
                self.pronoun(met.pronouns);
                met.pronouns += 1;
            }
        }
    }

    /// Finds the member of a name, with what stands beside the name: a title, an apposition, an acronym.
    fn link(&mut self, index: usize) {
        let (page, name) = (self.page, &self.names[index]);
        let linked = self.linked[index].or_else(|| self.roster.link(page, name));
        let Some(id) = linked else { return };
        self.linked[index] = linked;
        self.roster.speak_of(id);
        self.roster.surname(id, name);
        let end = name.run.stop();
        if name.title.is_none()
            && name.run.len() > 1
            && name.sort != Sort::Organization
            && self.roster.people[id as usize].role.is_none()
            && let Some(role) = role::apposed(page, name.run)
        {
            self.roster.assign(page, id, role);
        }
        match page.kind(end) {
            Some(token::Kind::Comma) if !name.possessive && !page.is_quoted(end) => {
                if page.kind(end + 1) == Some(token::Kind::Number) {
                    self.roster.age(page.key(end + 1), id);
                }
                self.describe_after(id, end, name.run.len() > 1);
            }
            Some(token::Kind::Open)
                if page.token(end + 1).is_some_and(|t| t.is_upper())
                    && page.kind(end + 2) == Some(token::Kind::Close) =>
            {
                self.roster.abbreviate(page, id, name.run, end + 1);
            }
            _ => {}
        }
    }

    /// "Ana Ruiz, head of the port": what stands in apposition to a name that ends before the comma at `end`.
    fn describe_after(&mut self, id: Id, end: usize, full: bool) {
        let page = self.page;
        let limit = page.sentence(end - 1).stop();
        let sort = self.roster.people[id as usize].sort;
        if sort == Sort::Open && role::is_of_enterprise(page, end, limit) {
            // "Graspworks, the maker of robots"
            self.roster.people[id as usize].sort = Sort::Organization;
        } else if sort != Sort::Organization
            && let Some(role) = role::after(page, end, limit)
        {
            self.roster.assign(page, id, role);
            let person = &mut self.roster.people[id as usize];
            if person.sort == Sort::Open && full {
                person.sort = Sort::Person;
            }
        }
    }

    /// Two names with "and" between them: "the couple" and "they" are both.
    fn pair(&mut self, index: usize) {
        let page = self.page;
        let Some(first) = index.checked_sub(1).map(|before| &self.names[before]) else { return };
        let (second, and) = (&self.names[index], first.run.stop());
        if !page.is_one_of(and, words!["and"]) || second.whole().first() != and + 1 || second.possessive {
            return;
        }
        let human = |id: Option<Id>| {
            id.is_some_and(|id| matches!(self.roster.people[id as usize].sort, Sort::Person | Sort::Open))
        };
        if !human(self.linked[index - 1]) || !human(self.linked[index]) {
            return;
        }
        let run = Run { start: first.whole().start, end: second.run.end };
        let words = parts::words(page, run);
        let id = self.roster.described(words).unwrap_or_else(|| {
            let both = Person { plural: true, ..Person::called(run, Sort::Open, Gender::Unknown) };
            let id = self.roster.add(both);
            self.roster.describe(words, page.key_of("couple"), id);
            id
        });
        self.see(id, run, false);
    }

    fn name(&mut self, index: usize) {
        let name = &self.names[index];
        let Some(id) = self.linked[index] else { return };
        self.see(id, name.whole(), name.possessive);
        self.pair(index);
    }

    /// Notes a mention, for pronouns to come.
    pub(super) fn see(&mut self, id: Id, run: Run, possessive: bool) {
        let (page, first, end) = (self.page, run.first(), run.stop());
        let sentence = page.sentence_index(first);
        let opens = first == page.text.sentences.runs[sentence].first();
        let verb = Classes::of(Class::VerbPast)
            .and(Class::VerbS)
            .and(Class::Modal)
            .and(Class::Be)
            .and(Class::Have)
            .and(Class::Do);
        let acts = |i: usize| page.classes(i).any(verb);
        let governed = || !opens && page.is(first - 1, Class::Preposition);
        let is_comma = |i: usize| page.kind(i) == Some(token::Kind::Comma);
        // "His neighbour, Ana Ruiz, was"
        let inserted = || is_comma(end) && acts(end + 1) && !opens && is_comma(first - 1);
        let weight = match possessive {
            true => POSSESSIVE,
            false if (opens || acts(end)) && !governed() || inserted() => SUBJECT,
            false => 0,
        };
        let (block, quoted) = (page.block_of(sentence), page.is_quoted(first));
        let seen = Seen::new(id, first as u32, (sentence as u32, block as u32), weight, quoted);
        self.roster.speak_of(id);
        self.roster.people[id as usize].mentions += 1;
        self.recall.push(seen, &mut self.roster.people);
        self.mentions.push((id, run));
    }

    pub(super) fn place<'p>(&self, at: usize, content: &'p [Run]) -> Place<'p> {
        let (sentence, block) = (self.page.sentence_index(at), self.page.block(at));
        // "…," she said. "…," she added: the turn goes on within its paragraph and into the next one that opens with a quotation
        let opens_quoted = || {
            let run = self.page.text.layout.blocks[block].run;
            self.page.text.quotations.starting_at(run.first()).is_some()
        };
        let near = |t: &Turn| t.block == block || t.quoted && t.block + 1 == block && opens_quoted();
        let turn = self.turn.filter(|t| !content.is_empty() && near(t)).map(|t| t.id);
        let quoted = self.page.is_quoted(at);
        Place { sentence: sentence as u32, block: block as u32, quoted, content, turn }
    }

    /// Settles a pronoun of the third person.
    fn pronoun(&mut self, index: usize) {
        let (at, wanted) = (self.page.pronouns[index].0 as usize, self.page.pronouns[index].1);
        let attributions = self.attributions;
        let content = self.asking[index].map_or(&[][..], |i| &attributions[i as usize].content);
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
        self.stands_for[index] = Some(id);
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
                sentence: self.page.sentence_index(start),
                quoted,
            });
        }
        self.recall.spoke(id, &self.roster.people);
    }
}
