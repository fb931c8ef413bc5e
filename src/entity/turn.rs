//! Statements whose speaker depends on the previous ones: quotations that continue without a
//! source, "I", "we" and "you".

use super::Resolution;
use super::gender::Gender;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::name_parts;
use super::phrase::Phrase;
use super::resolver::Resolver;
use super::salience::Place;
use super::vocabulary::{Sense, Senses};
use super::wanted::Wanted;
use crate::arena::{Arena, List};
use crate::attribution::{Attribution, Kind};
use crate::lexicon::Class;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Voice;
use crate::text::Run;

/// In how many words of an answer to look for the form of address.
const ANSWER: usize = 40;

impl Resolver<'_, '_> {
    /// A statement without a source: a quotation that continues, or a participle that shares its
    /// subject.
    pub(super) fn go_on(&mut self, index: usize) {
        let attribution = &self.attributions[index];
        if attribution.is_answer() {
            if let Some(id) = self.interview.answers() {
                self.settle(index, id, Resolution::Turn);
            }
            return;
        }
        let Some(first) = attribution.content.first().filter(|run| !run.is_empty()) else { return };
        let at = first.first();
        let Some(turn) = self.turn.filter(|_| !attribution.is_orphan()) else {
            self.orphan(index, at);
            return;
        };
        let block = self.view.block(at);
        let quoted = attribution.kind == Kind::Direct && self.view.text.quotations.around(at).is_some();
        // "…, adding that", "said … and warned that"
        let shares = attribution.head.is_some_and(|(head, _)| {
            let group = self.view.syntax.verb_group(head);
            let joined = group.voice == Voice::Active
                && group.start > 0
                && self.view.is(group.start - 1, Class::Coordinator);
            (self.view.is(head, Class::VerbIng) || joined) && self.view.sentence_index(head) == turn.sentence
        });
        let continues = quoted
            && (turn.block == block
                || turn.quoted && turn.block + 1 == block && self.starts_block(at, block));
        if shares || continues && attribution.cue.is_none() {
            self.settle(index, turn.id, Resolution::Turn);
        }
    }

    /// "Ruiz asked Lund whether …. “Yes,” she replied.": who asked in the sentence before the one
    /// in which `said` answers. Whatever the verb is, somebody of this gender who is asked by name
    /// answers in the next sentence.
    pub(super) fn asker_before(&self, said: &Attribution, wanted: Wanted, sentence: usize) -> Option<Id> {
        let turn = self.turn?;
        let asks = turn.asks?;
        let answers = said.head.is_some_and(|(head, _)| self.view.has(head, Sense::Answered));
        let by_name = || {
            self.asked_by_name(asks)
                .is_some_and(|gender| matches!(wanted, Wanted::Person(g) if g.fits(gender)))
        };
        let near = |reach: usize| turn.sentence + reach >= sentence;
        (answers && near(2) || near(1) && turn.sentence < sentence && by_name()).then_some(turn.id)
    }

    /// The gender of the person named between "asked" and the question.
    fn asked_by_name(&self, asks: usize) -> Option<Gender> {
        let at = self.names.partition_point(|name| name.whole().first() <= asks);
        let name = self.names.get(at).filter(|name| name.whole().first() == asks + 1)?;
        let question = matches!(self.view.syntax.tag(name.run.stop()), Tag::Wh | Tag::Subordinator);
        let entity = &self.index.entities[self.linked[at]? as usize];
        (question && entity.kind == EntityKind::Person).then_some(entity.gender)
    }

    /// An unattributed quotation belongs to the person whom the preceding words are about.
    fn orphan(&mut self, index: usize, at: usize) {
        if !self.attributions[index].is_orphan() {
            return;
        }
        let place = Place { quoted: false, ..self.place(at, &[]) };
        let person = |entity: &Entity| entity.kind == EntityKind::Person;
        let wanted = Wanted::Person(Gender::Unknown);
        let found = self.salience.foremost(wanted, &place, &person, &self.index.entities);
        if let Some((id, _)) = found {
            self.settle(index, id, Resolution::Turn);
        }
    }

    fn starts_block(&self, at: usize, block: usize) -> bool {
        let run = self.view.text.layout.blocks[block].run;
        at <= run.first() + 1
    }

    /// "I" and "we" are the speaker of the enclosing statement, else the narrator; "you" is the
    /// person addressed.
    pub(super) fn first_person(&mut self) {
        let ours = const { Senses::of(&[Sense::I, Sense::We, Sense::You]) };
        // few articles need it
        let mut around = None;
        for index in 0..self.attributions.len() {
            let Phrase::Pronoun(token) = self.phrases[index] else { continue };
            let person = self.view.senses(token);
            if !person.any(ours) {
                continue;
            }
            let around =
                around.get_or_insert_with(|| enclosing(self.attributions, self.view.text.arena))[index];
            let asker = if person.has(Sense::I) { self.asker(token) } else { None };
            let narrator =
                || if self.view.is_quoted(token) { None } else { asker.or_else(|| self.narrator.at(token)) };
            let outer = || around.and_then(|outer| self.of[outer]);
            let found = if self.of[index].is_some() {
                None
            } else if person.has(Sense::I) {
                outer().or_else(narrator)
            } else if person.has(Sense::We) {
                outer().map(|id| self.side_of(id).unwrap_or(id))
            } else if person.has(Sense::You) && !self.view.is_quoted(token) {
                self.narrator.addressed(token)
            } else {
                None
            };
            let Some(id) = found else { continue };
            self.of[index] = Some(id);
            self.resolutions[index] = Resolution::Pronoun;
            self.mentions.push((id, Run::new(token, token + 1)));
        }
    }
}

impl Resolver<'_, '_> {
    /// The organisation in somebody's role, which is "we" in their words.
    fn side_of(&self, id: Id) -> Option<Id> {
        let entity = &self.index.entities[id as usize];
        if entity.side.is_some() {
            return entity.side;
        }
        let role = entity.role?;
        let first = self.names.partition_point(|name| name.run.stop() <= role.first());
        let inside = (first..self.names.len()).take_while(|&i| self.names[i].run.first() < role.stop());
        let mut sides = inside.filter(|&i| self.names[i].kind == EntityKind::Organization);
        self.linked[sides.next()?]
    }

    /// Who says "I" in a paragraph of a transcript without labels, if the answer in the next
    /// paragraph addresses them: "Certainly, Justice Ruiz.", "No, Your Honor."
    fn asker(&mut self, token: usize) -> Option<Id> {
        let view = self.view;
        if view.is_quoted(token) || self.narrator.has_labels() {
            return None;
        }
        let next = view.text.layout.blocks.get(view.block(token) + 1)?.run;
        if let Some(id) = self.narrator.addressed_in(next) {
            return Some(id);
        }
        let honoured = |i: &usize| view.has(*i, Sense::Address) && view.has(i - 1, Sense::You);
        let at = next.indices().skip(1).take(ANSWER).find(honoured)?;
        let run = Run::new(at - 1, at + 1);
        let words = name_parts::words(view, run);
        Some(self.index.described(words).unwrap_or_else(|| {
            let entity = Entity { named: false, ..Entity::called(run, EntityKind::Person, Gender::Unknown) };
            let id = self.index.add(entity);
            self.index.describe(words, view.key(at), id);
            id
        }))
    }
}

/// For each attribution, the innermost other one whose content contains its source.
fn enclosing<'a>(attributions: &[Attribution], arena: &'a Arena) -> &'a [Option<usize>] {
    let pieces = attributions
        .iter()
        .enumerate()
        .flat_map(|(i, a)| a.content.iter().map(move |run| (run.start, 1, i, run.end)));
    let sources =
        attributions.iter().enumerate().filter_map(|(i, a)| a.source.map(|run| (run.start, 2, i, run.end)));
    let mut edges = List::from_iter_in(pieces.chain(sources), arena);
    edges.sort_unstable_by_key(|&(start, rank, i, end)| (start, rank, std::cmp::Reverse(end), i));
    let mut open: List<'_, (usize, u32)> = List::new_in(arena);
    let around = arena.alloc_slice_fill_copy(attributions.len(), None);
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
