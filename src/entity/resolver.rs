//! Reads the article once from start to end, and resolves names, pronouns and sources in reading
//! order.

use super::entity_index::EntityIndex;
use super::gender::Gender;
use super::interview::Interview;
use super::model::Id;
use super::name::Name;
use super::narrator::Narrator;
use super::phrase::{self, Phrase};
use super::salience::{NAMED, Place, Salience};
use super::sentence_initial_np;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use super::waiting::Waiting;
use super::{Resolution, Speakers, role};
use crate::arena::List;
use crate::attribution::{Attribution, Kind};
use crate::lexicon::Class;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Voice;
use crate::text::Run;
use crate::text::token;

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
    pub(super) source_of: &'t mut [Option<u32>],
    /// All mentions, in the order in which they were resolved.
    pub(super) mentions: List<'t, (Id, Run)>,
    pub(super) of: &'t mut [Option<Id>],
    pub(super) resolutions: &'t mut [Resolution],
    pub(super) narrator: Narrator<'t>,
    pub(super) interview: Interview,
    /// The last speaker, with the block and sentence, and whether it was a quotation.
    pub(super) turn: Option<Turn>,
    /// The content of the statement whose source is being resolved: it hardly names its speaker.
    pub(super) said: &'a [Run],
    /// The first token of the last statement's content, if it follows its source, and the speaker.
    pub(super) told: Option<(usize, Id)>,
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
            said: &[],
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
        let (sentence, block) = (sentence as u32, block as u32);
        Place { sentence, block, quoted, content, named: [None; NAMED], turn }
    }

    /// The position of a description, which continues no turn.
    pub(super) fn place_of(&self, head: usize) -> Place<'a> {
        let Place { sentence, block, quoted, .. } = self.place(head, &[]);
        let named = self.named_in(self.said);
        Place { sentence, block, quoted, content: self.said, named, turn: None }
    }

    /// The first of those whom these runs name.
    fn named_in(&self, runs: &[Run]) -> [Option<Id>; NAMED] {
        let mut named = [None; NAMED];
        let mut free = named.iter_mut();
        for run in runs {
            let first = self.names.partition_point(|name| name.run.start < run.start);
            let names = self.names[first..].iter().zip(&self.linked[first..]);
            for (_, &id) in
                names.take_while(|(name, _)| name.run.end <= run.end).filter(|(_, id)| id.is_some())
            {
                let Some(place) = free.next() else { return named };
                *place = id;
            }
        }
        named
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
