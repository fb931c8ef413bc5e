//! Resolves a pronoun to the most salient of the few entities mentioned last.
//!
//! Salience combines recency, subject position, having spoken, and being the topic of the article;
//! number and gender must agree.

use std::ops::Range;

use super::gender::Gender;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::suits::{UNFIT, traits};
use super::wanted::Wanted;
use crate::text::Run;

/// How many recently mentioned entities a pronoun can refer to.
const WINDOW: usize = 12;

/// How many of the people named in a content are looked at.
pub(super) const NAMED: usize = 4;

/// How much each feature adds to a mention's salience. Distance is counted in sentences and
/// paragraphs. Being the subject outweighs one sentence, having the turn outweighs both, and a
/// mention inside a quotation hardly counts outside it.
pub(super) const SUBJECT: i32 = 12;
pub(super) const POSSESSIVE: i32 = -6;
/// "According to Ruiz, she …": somebody else.
pub(super) const ACCORDING: i32 = -20;
pub(super) const HEADING: i32 = -12;
pub(super) const ASKED_ABOUT: i32 = -24;
/// By distance: in sentences, starting with the same one, and in paragraphs.
const SENTENCES: [i32; 7] = [6, -9, -18, -27, -36, -45, -54];
const BLOCKS: [i32; 4] = [0, -5, -10, -15];
const SOURCE: i32 = 8;
const TURN: i32 = 14;
const QUOTED: i32 = 18;
const OWN_CONTENT: i32 = 25;
/// "A friend introduced her to …": somebody who is mentioned in passing.
const PASSING: i32 = 10;
/// For each doubling of the number of mentions so far.
const OFTEN: i32 = 2;
/// "Ruiz closed the debate. It was over, he said.": the subject of the sentence before, or of this
/// one, in the same paragraph.
const ACTING: i32 = 4;

/// Two candidates whose salience differs by no more than this are a tie.
const TIE: i64 = 2;

/// How far the most salient candidate leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lead {
    /// There is no other.
    Sole,
    Clear,
    /// Another one is as salient.
    Tie,
}

/// A mention, as later pronouns see it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub id: Id,
    pub token: u32,
    pub sentence: u32,
    pub block: u32,
    /// The part of the salience that does not depend on the pronoun.
    weight: i32,
    /// Whether the mention is a statement's source.
    source: bool,
    quoted: bool,
}

impl Seen {
    /// A mention of `id` at a token. `place` is the weight of its position in the sentence:
    /// [`SUBJECT`], [`POSSESSIVE`] or 0.
    pub fn new(id: Id, token: u32, (sentence, block): (u32, u32), place: i32, quoted: bool) -> Self {
        let weight = place - if quoted { QUOTED } else { 0 };
        Seen { id, token, sentence, block, weight, source: false, quoted }
    }

    /// Whether this is a subject of the sentence of `place` or, if the gender is known or it speaks,
    /// of the one before, in its paragraph.
    fn acts_near(&self, place: &Place<'_>, gender: Gender) -> bool {
        let reach = u32::from(gender != Gender::Unknown || self.source);
        self.weight >= SUBJECT && self.block == place.block && self.sentence + reach >= place.sentence
    }

    /// The salience at a position, before the features that depend on the pronoun.
    fn base_salience(&self, sentence: u32, block: u32) -> i32 {
        let back = |distance: u32, weights: &[i32]| weights[(distance as usize).min(weights.len() - 1)];
        self.weight
            + back(sentence.saturating_sub(self.sentence), &SENTENCES)
            + back(block.saturating_sub(self.block), &BLOCKS)
    }
}

/// The position of a pronoun.
pub(super) struct Place<'a> {
    pub sentence: u32,
    pub block: u32,
    pub quoted: bool,
    /// The content of the statement whose source is the pronoun: a content rarely names its own
    /// speaker.
    pub content: &'a [Run],
    /// For a description, who is named in the content of its statement: somebody else.
    pub named: [Option<Id>; NAMED],
    /// The last speaker, if the statement may continue that turn.
    pub turn: Option<Id>,
}

impl Place<'_> {
    /// The sentence before this one.
    pub fn before(&self) -> Range<u32> {
        self.sentence.saturating_sub(1)..self.sentence
    }
}

#[derive(Default)]
pub(super) struct Salience {
    /// When each of the recent entities was last mentioned, in no order.
    last: [u32; WINDOW],
    /// The sentence and the paragraph of that mention.
    last_place: [(u32, u32); WINDOW],
    /// The mention of each with the highest weight.
    seen: [Seen; WINDOW],
    count: usize,
    /// The most mentioned person by gender.
    topics: [Option<Id>; Gender::EVERY.len()],
}

impl Salience {
    /// Records a mention of one of `entities`.
    pub fn push(&mut self, seen: Seen, entities: &mut [Entity]) {
        let entity = &entities[seen.id as usize];
        if entity.kind.may_be_person() && !entity.is_impersonal() {
            let topic = &mut self.topics[entity.gender as usize];
            if topic.is_none_or(|old| entities[old as usize].mention_count < entity.mention_count) {
                *topic = Some(seen.id);
            }
        }
        let slot = if let Some(slot) = self.slot(entity, seen.id) {
            let old = &self.seen[slot];
            if old.base_salience(seen.sentence, seen.block) <= seen.base_salience(seen.sentence, seen.block) {
                self.seen[slot] = seen;
            }
            slot
        } else {
            let oldest = || (0..WINDOW).min_by_key(|&slot| self.last[slot]).unwrap_or(0);
            let slot = if self.count < WINDOW { self.count } else { oldest() };
            self.count = (self.count + 1).min(WINDOW);
            self.seen[slot] = seen;
            entities[seen.id as usize].slot = slot as u8;
            slot
        };
        (self.last[slot], self.last_place[slot]) = (seen.token, (seen.sentence, seen.block));
    }

    /// The slot of an entity, if it is still among the recent ones.
    fn slot(&self, entity: &Entity, id: Id) -> Option<usize> {
        let slot = entity.slot as usize;
        self.seen[..self.count].get(slot).is_some_and(|seen| seen.id == id).then_some(slot)
    }

    /// The antecedent of a pronoun, and how sure that is.
    ///
    /// `other` cannot be meant: who says "I" here is not "he", who has just asked does not answer.
    pub fn antecedent(
        &self,
        wanted: Wanted,
        place: &Place<'_>,
        other: Option<Id>,
        entities: &[Entity],
    ) -> Option<(Id, Lead)> {
        let found = self.foremost_but(other, wanted, place, &|_| true, entities);
        found.or_else(|| self.topic(wanted).filter(|id| Some(*id) != other).map(|id| (id, Lead::Clear)))
    }

    /// The most salient of the entities that fit and that `accepts` accepts, and how far it leads.
    pub fn foremost(
        &self,
        wanted: Wanted,
        place: &Place<'_>,
        accepts: &dyn Fn(&Entity) -> bool,
        entities: &[Entity],
    ) -> Option<(Id, Lead)> {
        self.foremost_but(None, wanted, place, accepts, entities)
    }

    fn foremost_but(
        &self,
        other: Option<Id>,
        wanted: Wanted,
        place: &Place<'_>,
        accepts: &dyn Fn(&Entity) -> bool,
        entities: &[Entity],
    ) -> Option<(Id, Lead)> {
        let fits = wanted.fits();
        let (mut best, mut second, mut foremost) = (i64::MIN, i64::MIN, None);
        for (&last, seen) in self.last[..self.count].iter().zip(&self.seen[..self.count]) {
            let entity = &entities[seen.id as usize];
            let fit = fits[traits(entity)];
            if fit == UNFIT || Some(seen.id) == other || !accepts(entity) {
                continue;
            }
            if place.named.contains(&Some(seen.id)) && matches!(wanted, Wanted::Person(_)) {
                // cannot be meant here, but might have been: nobody else is the sole candidate
                second = second.max(i64::MIN + 1);
                continue;
            }
            let score = i32::from(fit) + score(seen, entity, place);
            // a tie goes to the entity mentioned last
            let rank = i64::from(score) << 32 | i64::from(last);
            if rank >= best {
                (second, best, foremost) = (second.max(best), rank, Some(seen.id));
            } else {
                second = second.max(rank);
            }
        }
        let lead = match second {
            i64::MIN => Lead::Sole,
            _ if (best >> 32) - (second >> 32) <= TIE => Lead::Tie,
            _ => Lead::Clear,
        };
        foremost.map(|id| (id, lead))
    }

    /// Whom the article is about: the person of this gender who is mentioned most.
    pub fn most_mentioned(&self, gender: Gender, entities: &[Entity]) -> Option<Id> {
        let all = self.topics.iter().flatten().copied();
        let fits = |id: &Id| entities[*id as usize].gender.fits(gender);
        all.filter(fits).max_by_key(|&id| entities[id as usize].mention_count)
    }

    fn topic(&self, wanted: Wanted) -> Option<Id> {
        match wanted {
            Wanted::Person(gender) => self.topics[gender as usize].or(self.topics[Gender::Unknown as usize]),
            Wanted::Many | Wanted::Thing | Wanted::Organization => None,
        }
    }

    /// The token of the last mention of an entity, if it is among the recent ones.
    pub fn last_token(&self, id: Id, entities: &[Entity]) -> usize {
        self.slot(&entities[id as usize], id).map_or(0, |slot| self.last[slot] as usize)
    }

    /// Whether an entity was mentioned in this sentence or in one of the two before it.
    pub fn is_fresh(&self, id: Id, sentence: u32) -> bool {
        let mut recent = self.seen[..self.count].iter().zip(&self.last_place);
        recent.any(|(seen, (last, _))| seen.id == id && last + 2 >= sentence)
    }

    /// Whether an entity is only somebody whom another one is asked about or by.
    pub fn is_faint(&self, id: Id) -> bool {
        self.seen[..self.count].iter().any(|seen| seen.id == id && seen.weight <= ASKED_ABOUT)
    }

    /// Whether an entity was mentioned in this paragraph.
    pub fn is_in_block(&self, id: Id, block: u32) -> bool {
        let mut recent = self.seen[..self.count].iter().zip(&self.last_place);
        recent.any(|(seen, (_, last))| seen.id == id && *last >= block)
    }

    /// Whether an entity was mentioned in this paragraph or in the one before it.
    pub fn is_near(&self, id: Id, block: u32) -> bool {
        self.is_in_block(id, block.saturating_sub(1))
    }

    /// Whether the most salient mention of an entity is in this sentence or in one of the two
    /// before it.
    pub fn is_prominent(&self, id: Id, sentence: u32) -> bool {
        self.seen[..self.count].iter().any(|seen| seen.id == id && seen.sentence + 2 >= sentence)
    }

    /// The named person who was the last subject within these sentences.
    pub fn actor(&self, sentences: &Range<u32>, entities: &[Entity]) -> Option<Id> {
        let acts = |seen: &&Seen| {
            let entity = &entities[seen.id as usize];
            sentences.contains(&seen.sentence)
                && seen.weight >= SUBJECT
                && entity.kind == EntityKind::Person
                && !entity.plural
                && !entity.anonymous
        };
        let actors = self.seen[..self.count].iter().filter(acts);
        actors.max_by_key(|seen| seen.token).map(|seen| seen.id)
    }

    /// Marks the last mention of `id` as a source. `acts` tells whether a token is in the source of
    /// an active verb: who speaks is a subject, wherever in the phrase the name is, as in "The
    /// mayor's cousin Ana, who lives nearby, said".
    pub fn spoke(&mut self, id: Id, acts: impl Fn(usize) -> bool, entities: &[Entity]) {
        if let Some(slot) = self.slot(&entities[id as usize], id) {
            let seen = &mut self.seen[slot];
            let unmarked = entities[id as usize].named && seen.weight == 0 && acts(seen.token as usize);
            seen.weight += if seen.source { 0 } else { SOURCE } + if unmarked { SUBJECT / 2 } else { 0 };
            seen.source = true;
        }
    }
}

/// "A friend", who was mentioned once, has not spoken and whose gender does not show.
fn in_passing(seen: &Seen, entity: &Entity) -> bool {
    let once = entity.mention_count == 1 && !seen.source;
    entity.anonymous && !entity.plural && entity.gender == Gender::Unknown && once
}

/// How close a mention is to a pronoun's position.
fn score(seen: &Seen, entity: &Entity, place: &Place<'_>) -> i32 {
    let when = |holds: bool, weight: i32| if holds { weight } else { 0 };
    let often = entity.mention_count.max(1).ilog2().min(5).cast_signed();
    seen.base_salience(place.sentence, place.block)
        + when(place.turn == Some(seen.id), TURN)
        + often * OFTEN
        + when(seen.quoted && place.quoted, QUOTED)
        + when(entity.kind == EntityKind::Person && seen.acts_near(place, entity.gender), ACTING)
        - when(in_passing(seen, entity) && !place.quoted, PASSING)
        - when(place.content.iter().any(|run| run.has(seen.token as usize)), OWN_CONTENT)
}
