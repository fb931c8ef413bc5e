//! Reads the article once from start to end, and resolves names, pronouns and sources in reading
//! order.

use super::entity_index::EntityIndex;
use super::gender::Gender;
use super::interview::Interview;
use super::kind::EntityKind;
use super::model::Id;
use super::name::Name;
use super::narrator::Narrator;
use super::phrase::{self, Phrase};
use super::salience::{ACCORDING, ASKED_ABOUT, HEADING, Lead, POSSESSIVE, Place, SUBJECT, Salience, Seen};
use super::sentence_initial_np;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use super::waiting::Waiting;
use super::wanted::Wanted;
use super::{Resolution, Speakers, role};
use crate::arena::List;
use crate::attribution::{Attribution, Kind};
use crate::lexicon::{Class, Classes, words};
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Voice;
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token;

/// What may be between a comma and a name in apposition, and how many tokens.
const DESCRIBING: Classes =
    Classes::of(Class::Determiner).and(Class::PossessivePronoun).and(Class::Adjective);
const DESCRIBED: usize = 4;

/// A paragraph of fewer tokens that has no full stop is a caption.
const CAPTION: usize = 12;

pub(super) struct Resolver<'a, 't> {
    pub(super) view: &'a TokenView<'a, 't>,
    pub(super) attributions: &'a [Attribution],
    pub(super) names: &'a [Name],
    pub(super) phrases: &'t [Phrase],
    pub(super) index: EntityIndex<'t>,
    pub(super) salience: Salience,
    /// Descriptions that have no name so far.
    pub(super) waiting: Waiting,
    /// The entity of each name.
    pub(super) linked: &'t mut [Option<Id>],
    /// Descriptions at the start of sentences.
    initial_nps: List<'t, Run>,
    /// For each pronoun of the text, its antecedent.
    pub(super) antecedents: &'t mut [Option<Id>],
    /// For each pronoun of the text, whether another entity is as salient as its antecedent.
    pub(super) tied: &'t mut [bool],
    /// For each pronoun of the text, the attribution whose source it is.
    source_of: &'t mut [Option<u32>],
    /// All mentions, in the order in which they were resolved.
    pub(super) mentions: List<'t, (Id, Run)>,
    pub(super) of: &'t mut [Option<Id>],
    pub(super) resolutions: &'t mut [Resolution],
    pub(super) narrator: Narrator<'t>,
    pub(super) interview: Interview,
    /// The last speaker, with the block and sentence, and whether it was a quotation.
    pub(super) turn: Option<Turn>,
    /// The first token of the last statement's content, if it follows its source, and the speaker.
    told: Option<(usize, Id)>,
}

#[derive(Clone, Copy)]
pub(super) struct Turn {
    pub(super) id: Id,
    /// The block of the statement's last token.
    pub(super) block: usize,
    pub(super) sentence: usize,
    pub(super) quoted: bool,
    /// The verb, if it is a question that somebody answers.
    pub(super) asks: Option<usize>,
}

/// How many mentions of each sort have been processed.
#[derive(Default)]
struct Progress {
    names: usize,
    initial_nps: usize,
    pronouns: usize,
}

impl<'a, 't> Resolver<'a, 't> {
    pub fn new(view: &'a TokenView<'a, 't>, attributions: &'a [Attribution], names: &'a [Name]) -> Self {
        let read = |a: &Attribution| a.source.map_or(Phrase::Nothing, |run| phrase::read(view, run, names));
        let arena = view.text.arena;
        let phrases = arena.alloc_slice_fill_iter(attributions.iter().map(read));
        let mut index = EntityIndex::new(arena);
        let linked = index.add_full_names(view, names);
        let source_of = arena.alloc_slice_fill_copy(view.pronouns.len(), None);
        for (index, phrase) in phrases.iter().enumerate() {
            if let Phrase::Pronoun(token) = *phrase
                && let Some(at) = view.pronoun_at(token)
            {
                source_of[at] = Some(index as u32);
            }
        }
        let mentions = names.len() + view.pronouns.len() + 2 * attributions.len();
        Resolver {
            view,
            attributions,
            names,
            phrases,
            index,
            salience: Salience::default(),
            waiting: Waiting::default(),
            linked,
            initial_nps: sentence_initial_np::find(view, attributions),
            antecedents: arena.alloc_slice_fill_copy(view.pronouns.len(), None),
            tied: arena.alloc_slice_fill_copy(view.pronouns.len(), false),
            source_of,
            mentions: List::with_capacity_in(mentions, arena),
            of: arena.alloc_slice_fill_copy(attributions.len(), None),
            resolutions: arena.alloc_slice_fill_copy(attributions.len(), Resolution::None),
            narrator: Narrator::new(arena),
            interview: Interview::default(),
            turn: None,
            told: None,
        }
    }

    pub fn resolve(mut self) -> Speakers<'t> {
        for index in 0..self.names.len() {
            self.link(index);
        }
        self.decide_kinds();
        self.narrator = Narrator::of(self.view, self.names, self.linked);
        let (view, entities) = (self.view, &self.index.entities);
        self.interview = Interview::of(view, self.names, self.linked, entities, &self.narrator);
        let interview = self.interview;
        let turns = view.text.turns.list.iter();
        self.narrator
            .add_turns(turns.filter_map(|t| Some((t.name.first(), interview.speaker(view, t.name)?))));
        // a statement is resolved at the end of its source, or at its own end if it has no source
        let mut statements: List<'_, (u32, bool, u32)> =
            List::with_capacity_in(self.attributions.len(), self.view.text.arena);
        for (a, index) in self.attributions.iter().zip(0..) {
            let source = a.source.filter(|run| !run.is_empty());
            let end = source.or(a.content.last().copied().filter(|run| !run.is_empty()));
            statements.extend(end.map(|run| (run.end - 1, source.is_none(), index)));
        }
        statements.sort_unstable();
        let mut done = Progress::default();
        for (at, sourceless, index) in statements {
            self.advance(&mut done, at);
            if sourceless {
                self.go_on(index as usize);
            } else {
                self.source(index as usize);
            }
        }
        self.advance(&mut done, u32::MAX);
        self.first_person();
        self.collect()
    }

    /// Processes names, sentence-initial noun phrases and pronouns up to token `to`, in order of
    /// their start.
    fn advance(&mut self, done: &mut Progress, to: u32) {
        loop {
            let name = self.names.get(done.names).map_or(u32::MAX, |n| n.whole().start);
            let initial_np = self.initial_nps.get(done.initial_nps).map_or(u32::MAX, |run| run.start);
            let pronoun = self.view.pronouns.get(done.pronouns).map_or(u32::MAX, |p| p.0);
            let next = name.min(initial_np).min(pronoun);
            if next > to || next == u32::MAX {
                return;
            }
            if name == next {
                self.name(done.names);
                done.names += 1;
            } else if initial_np == next {
                self.sentence_initial(self.initial_nps[done.initial_nps]);
                done.initial_nps += 1;
            } else {
                self.pronoun(done.pronouns);
                done.pronouns += 1;
            }
        }
    }

    fn name(&mut self, index: usize) {
        let name = &self.names[index];
        let Some(id) = self.linked[index] else { return };
        if self.index.entities[id as usize].mention_count == 0 {
            self.introduce(id, name.run, self.acts(name) && !self.narrator.signs(id));
        }
        if self.index.entities[id as usize].gender == Gender::Unknown {
            self.index.entities[id as usize].gender = self.apposed_gender(name.whole());
        }
        self.see(id, name.whole(), name.possessive);
        self.pair(index);
    }

    /// "Sala said", "Sala, a neighbour, said", "said Sala"
    fn acts(&self, name: &Name) -> bool {
        let (syntax, end) = (self.view.syntax, name.run.stop());
        let before = name.whole().first().checked_sub(1);
        !name.possessive
            && (syntax.verb_at(end)
                || matches!(syntax.tag(end), Tag::Comma | Tag::Break | Tag::Mark)
                || before.is_some_and(|before| syntax.tag(before) == Tag::Finite))
    }

    /// "Her husband, Ivor, left": the gender of the noun before an inserted name.
    fn apposed_gender(&self, name: Run) -> Gender {
        let view = self.view;
        let is_comma = |i: usize| view.kind(i) == Some(token::Kind::Comma);
        let inserted = name.first() > 1 && is_comma(name.first() - 1) && is_comma(name.stop());
        if inserted {
            role::gender(view, Run::new(name.first() - 2, name.first() - 1))
        } else {
            Gender::Unknown
        }
    }

    /// Records a mention, so that later pronouns can refer to it.
    pub(super) fn see(&mut self, id: Id, run: Run, possessive: bool) {
        let (view, first, end) = (self.view, run.first(), run.stop());
        let sentence = view.sentence_index(first);
        let start = view.text.sentences.runs[sentence].first();
        // "The Harbour Trust, a charity, is"
        // ("The charity Harbour Trust is")
        let introduced = first > start && view.has(first - 1, Sense::Introducer);
        let before = first - usize::from(introduced);
        let pointing = Classes::of(Class::Determiner).and(Class::PossessivePronoun);
        let opens = before == start || before == start + 1 && view.classes(start).any(pointing);
        let verb = Classes::of(Class::VerbPast)
            .and(Class::VerbS)
            .and(Class::Modal)
            .and(Class::Be)
            .and(Class::Have)
            .and(Class::Do);
        let acts = |i: usize| view.classes(i).any(verb);
        let governed = || !opens && view.is(first - 1, Class::Preposition);
        let is_comma = |i: usize| view.kind(i) == Some(token::Kind::Comma);
        // "His neighbour, Ana Ruiz, was", "His neighbour, Ana Ruiz, who"
        let follows = |i: usize| acts(i) || view.is(i, Class::Relative) && !(start..first).any(acts);
        // "His coach, the Swede Ana Ruiz, was"
        let described = |&i: &usize| view.classes(i).any(DESCRIBING) || view.has(i, Sense::Epithet);
        let after_comma =
            || (start..first).rev().take(DESCRIBED).find(|i| !described(i)).is_some_and(is_comma);
        // "Her eldest, Ana, 15, was"
        let aged = || view.kind(end + 1) == Some(token::Kind::Number) && is_comma(end + 2);
        let resumes = || end + 1 + if aged() { 2 } else { 0 };
        let inserted = || is_comma(end) && !opens && follows(resumes()) && after_comma();
        let weight = match possessive {
            _ if first > 1 && view.is_one_of(first - 2, words!["according"]) => ACCORDING,
            true => POSSESSIVE,
            false if (opens || acts(end)) && !governed() || inserted() => SUBJECT,
            false => 0,
        };
        // "Asked about Ruiz, he added", "Speaking to Ruiz on Friday, he added"
        let fronted = Classes::of(Class::VerbIng).and(Class::VerbParticiple);
        let asked = (view.has(start, Sense::Asked) || view.classes(start).any(fronted) && governed())
            && !(start..first).any(is_comma);
        let (block, quoted) = (view.block_of(sentence), view.is_quoted(first));
        // headings, and captions: "John Moor, 2nd Earl of Calda"
        let heading = view.text.layout.blocks.get(block).is_some_and(|b| {
            let stopped = matches!(view.kind(b.run.stop() - 1), Some(token::Kind::Stop | token::Kind::Mark));
            b.kind == BlockKind::Heading || !stopped && b.run.len() < CAPTION
        });
        let weight = match weight {
            _ if asked => ASKED_ABOUT,
            _ if heading => HEADING,
            weight => weight,
        };
        let seen = Seen::new(id, first as u32, (sentence as u32, block as u32), weight, quoted);
        self.index.touch(id);
        self.index.entities[id as usize].mention_count += 1;
        // "By Ana Ruiz": who writes is not "she", or "the coach", in what follows
        if !(self.narrator.byline() == Some(id) && self.view.is_one_of(first.wrapping_sub(1), words!["by"])) {
            self.salience.push(seen, &mut self.index.entities);
        }
        self.mentions.push((id, run));
        self.take_part(id, run);
    }

    pub(super) fn place<'p>(&self, at: usize, content: &'p [Run]) -> Place<'p> {
        let (sentence, block) = (self.view.sentence_index(at), self.view.block(at));
        // "…," she said. "…," she added: the turn continues within its paragraph, and into the next
        // one if that opens with a quotation
        let opens_quoted = || {
            let run = self.view.text.layout.blocks[block].run;
            self.view.text.quotations.starting_at(run.first()).is_some()
        };
        // what is not quoted continues a turn only in the next sentence
        let turn_reach = self.turn.map_or(0, |t| t.sentence + 1);
        let says = || content.iter().any(|run| self.view.is_quoted(run.first())) || sentence <= turn_reach;
        let near =
            |t: &Turn| t.block == block && says() || t.quoted && t.block + 1 == block && opens_quoted();
        let turn = self.turn.filter(|t| !content.is_empty() && near(t)).map(|t| t.id);
        // "Ruiz said no. Sala agreed. “It is dead,” he said."
        let since = || self.turn.map_or(0, |t| t.sentence as u32 + 1)..sentence as u32;
        let actor = || self.salience.actor(&since(), &self.index.entities);
        let turn = turn.filter(|&t| actor().is_none_or(|actor| actor == t));
        let quoted = self.view.is_quoted(at);
        Place { sentence: sentence as u32, block: block as u32, quoted, content, turn }
    }

    /// Resolves a third-person pronoun.
    fn pronoun(&mut self, index: usize) {
        let (at, wanted) = (self.view.pronouns[index].0 as usize, self.view.pronouns[index].1);
        let attributions = self.attributions;
        let said = self.source_of[index].map(|i| &attributions[i as usize]);
        let mut place = self.place(at, said.map_or(&[][..], |said| &said.content));
        let mut other = if place.quoted { None } else { self.narrator.at(at) };
        if let Some(asker) = said.and_then(|said| self.asker_before(said, wanted, place.sentence as usize)) {
            (place.turn, other) = (None, Some(asker));
        }
        let other = other.or_else(|| self.subject_of_object(at));
        let found = self
            .speaker_of_clause(at, wanted)
            .map(|id| (id, Lead::Sole))
            .or_else(|| self.salience.antecedent(wanted, &place, other, &self.index.entities));
        let sure = self.named_after(at, wanted, found).or_else(|| said.and_then(|_| self.issuer(at)));
        let Some((id, lead)) = sure.map(|id| (id, Lead::Sole)).or(found) else { return };
        let entity = &mut self.index.entities[id as usize];
        // "they" is one person only where somebody speaks: "Alex Ruiz lost. They said"
        let one = entity.named
            && entity.kind == EntityKind::Person
            && entity.gender == Gender::Unknown
            && !entity.plural;
        if matches!(wanted, Wanted::Many) && one && (said.is_none() || lead == Lead::Tie) {
            return;
        }
        // "Ana Ruiz won when she beat Sala": the subject, with nobody else in between
        let subject = lead == Lead::Clear
            && self.mentions.last().is_some_and(|&(last, _)| last == id)
            && self.salience.actor(&(place.sentence..place.sentence + 1), &self.index.entities) == Some(id);
        let entity = &mut self.index.entities[id as usize];
        if let Wanted::Person(gender) = wanted
            && (lead == Lead::Sole || subject)
            && !place.quoted
        {
            entity.gender = entity.gender.or(gender);
            if entity.kind == EntityKind::Unknown {
                entity.kind = EntityKind::Person;
            }
        }
        self.antecedents[index] = Some(id);
        self.tied[index] = lead == Lead::Tie;
        let possessive = self.view.is(at, Class::PossessivePronoun) && !self.view.is(at + 1, Class::VerbPast);
        self.see(id, Run::new(at, at + 1), possessive);
    }

    /// "Ana Ruiz said she would go": the speaker of the clause that the pronoun at `at` opens, if
    /// nobody else was mentioned since ("told Sala she could go").
    fn speaker_of_clause(&self, at: usize, wanted: Wanted) -> Option<Id> {
        let (start, id) = self.told?;
        let opens = at == start || at == start + 1 && self.view.is_one_of(start, words!["that"]);
        let Wanted::Person(gender) = wanted else { return None };
        let (entity, &(last, _)) = (&self.index.entities[id as usize], self.mentions.last()?);
        let named = entity.named && entity.kind == EntityKind::Unknown && !entity.is_impersonal();
        let person = (entity.kind == EntityKind::Person || named) && !entity.plural;
        let fits = person && entity.gender.fits(gender);
        (opens && last == id && fits && !self.view.is_quoted(at)).then_some(id)
    }

    /// "A friend introduced her": the subject of the verb directly before the object pronoun at
    /// `at`, which would be "herself".
    fn subject_of_object(&self, at: usize) -> Option<Id> {
        let (view, verb) = (self.view, at.checked_sub(1)?);
        if view.syntax.tag(at) != Tag::Object || view.syntax.tag(verb) != Tag::Finite {
            return None;
        }
        let &(id, run) = self.mentions.last()?;
        let group = view.syntax.verb_group(verb);
        (run.stop() == group.start).then_some(id)
    }

    /// Whether this is a newspaper, a broadcaster or a news agency, by the last word of its name.
    pub(super) fn is_outlet(&self, id: Id) -> bool {
        let entity = &self.index.entities[id as usize];
        let last = entity.name.stop() - 1;
        entity.named
            && !entity.kind.may_be_person()
            && (self.view.has(last, Sense::Press) || self.view.is(last, Class::Agency))
    }

    /// "asked whether", but not "was asked whether": who is asked answers.
    fn asks(&self, head: usize) -> bool {
        self.view.has(head, Sense::Asked) && self.view.syntax.verb_group(head).voice == Voice::Active
    }

    pub(super) fn settle(&mut self, index: usize, id: Id, reached: Resolution) {
        let attribution = &self.attributions[index];
        self.of[index] = Some(id);
        self.resolutions[index] = reached;
        let last = attribution.content.iter().chain(&attribution.source).map(|run| run.stop()).max();
        let last = last.unwrap_or(1).saturating_sub(1);
        let start = attribution.source.or(attribution.content.first().copied()).map_or(last, Run::first);
        let quoted = attribution.kind != Kind::Indirect;
        let content = attribution.content.first().map_or(0, |run| run.first());
        let verb =
            attribution.head.map(|(head, _)| head).filter(|&head| self.view.syntax.tag(head).is_verb());
        self.told = verb.filter(|&verb| verb < content && start < verb).map(|_| (content, id));
        // "…, the Ledger reported": an outlet passes on what others say
        if self.is_outlet(id) {
            return;
        }
        if !self.view.is_quoted(start) || quoted && attribution.source.is_none() {
            self.turn = Some(Turn {
                id,
                block: self.view.block(last),
                sentence: self.view.sentence_index(start),
                quoted,
                asks: attribution.head.map(|(head, _)| head).filter(|&head| self.asks(head)),
            });
        }
        let syntax = self.view.syntax;
        let acts = |token: usize| {
            attribution.source.is_some_and(|run| run.has(token))
                && attribution.head.is_some_and(|(head, _)| {
                    syntax.tag(head) == Tag::Finite && syntax.verb_group(head).voice == Voice::Active
                })
        };
        self.salience.spoke(id, acts, &self.index.entities);
    }
}
