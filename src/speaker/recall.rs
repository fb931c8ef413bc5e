//! Who a pronoun stands for: the most salient of the few that were mentioned last.
//!
//! Salience is recency, subject position, having spoken, and being what the article is about; number and gender must fit.

use super::name::{Gender, Sort};
use super::roster::{Id, Person};
use super::vocabulary::{Sense, Senses};
use crate::text::Run;

/// How many members back a pronoun reaches.
const WINDOW: usize = 12;

/// What each circumstance adds to or takes from a mention's salience. Recency counts by sentence and paragraph; a
/// subject outweighs a sentence, a turn outweighs both, and what stands inside quotations hardly counts outside.
pub(super) const SUBJECT: i32 = 12;
pub(super) const POSSESSIVE: i32 = -6;
const HERE: i32 = 6;
const SENTENCE: i32 = 9;
const BLOCK: i32 = 5;
const SOURCE: i32 = 8;
const TURN: i32 = 14;
const QUOTED: i32 = 18;
const OWN_CONTENT: i32 = 25;
/// For each doubling of the mentions so far.
const OFTEN: i32 = 2;

/// A mention as later pronouns see it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub id: Id,
    pub token: u32,
    pub sentence: u32,
    pub block: u32,
    /// How much its place in the sentence makes of it: see [`SUBJECT`] and [`POSSESSIVE`].
    pub weight: i32,
    /// What speaks in a statement.
    pub source: bool,
    pub quoted: bool,
}

impl Seen {
    /// How far the mention stands out at a place, whatever asks for it.
    fn standing(&self, sentence: u32, block: u32) -> i32 {
        let sentences = sentence.saturating_sub(self.sentence).min(6).cast_signed();
        let blocks = block.saturating_sub(self.block).min(3).cast_signed();
        let when = |holds: bool, weight: i32| if holds { weight } else { 0 };
        self.weight + when(sentences == 0, HERE) - sentences * SENTENCE - blocks * BLOCK
            + when(self.source, SOURCE)
            - when(self.quoted, QUOTED)
    }
}

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    Person(Gender),
    /// "they"
    Many,
    /// "it"
    Thing,
    /// "the company"
    Organization,
}

impl Wanted {
    /// By what a pronoun stands for.
    pub fn by(senses: Senses) -> Self {
        if senses.has(Sense::He) {
            Wanted::Person(Gender::Male)
        } else if senses.has(Sense::She) {
            Wanted::Person(Gender::Female)
        } else if senses.has(Sense::They) {
            Wanted::Many
        } else {
            Wanted::Thing
        }
    }
}

/// Where a pronoun stands.
pub(super) struct Place<'a> {
    pub sentence: u32,
    pub block: u32,
    pub quoted: bool,
    /// What the statement says whose source the pronoun is: its own speaker is rarely named in it.
    pub content: &'a [Run],
    /// Who spoke last, if the statement may go on with them.
    pub turn: Option<Id>,
}

#[derive(Default)]
pub(super) struct Recall {
    /// Those mentioned last and when, in no order.
    ids: [Id; WINDOW],
    last: [u32; WINDOW],
    /// The weightiest mention of each.
    seen: [Seen; WINDOW],
    count: usize,
    /// The person mentioned most, by gender: unknown, female, male.
    topics: [Option<Id>; 3],
}

impl Recall {
    /// Notes a mention of one of `people`.
    pub fn push(&mut self, seen: Seen, people: &[Person]) {
        let person = &people[seen.id as usize];
        if person.sort == Sort::Person || person.sort == Sort::Open {
            let topic = &mut self.topics[person.gender as usize];
            if topic.is_none_or(|old| people[old as usize].mentions < person.mentions) {
                *topic = Some(seen.id);
            }
        }
        let slot = if let Some(slot) = self.ids[..self.count].iter().position(|&id| id == seen.id) {
            let old = &self.seen[slot];
            if old.standing(seen.sentence, seen.block) <= seen.standing(seen.sentence, seen.block) {
                self.seen[slot] = seen;
            }
            slot
        } else {
            let oldest = || (0..WINDOW).min_by_key(|&slot| self.last[slot]).unwrap_or(0);
            let slot = if self.count < WINDOW { self.count } else { oldest() };
            self.count = (self.count + 1).min(WINDOW);
            self.ids[slot] = seen.id;
            self.seen[slot] = seen;
            slot
        };
        self.last[slot] = seen.token;
    }

    /// The antecedent of a pronoun, and whether it was the only one that fitted.
    ///
    /// `teller` is the one who says "I" here, and so is no "he" or "she".
    pub fn antecedent(
        &self,
        wanted: Wanted,
        place: &Place<'_>,
        teller: Option<Id>,
        people: &[Person],
    ) -> Option<(Id, bool)> {
        let found = match wanted {
            Wanted::Person(gender) => self.foremost(place, teller, people, |p| as_person(gender, p)),
            Wanted::Many => self.foremost(place, teller, people, as_many),
            Wanted::Thing => self.foremost(place, teller, people, as_thing),
            Wanted::Organization => self.foremost(place, teller, people, as_organization),
        };
        found.or_else(|| self.topic(wanted).filter(|id| Some(*id) != teller).map(|id| (id, false)))
    }

    /// The one that stands out most of those that `fit`, and whether it is the only one.
    fn foremost(
        &self,
        place: &Place<'_>,
        teller: Option<Id>,
        people: &[Person],
        fit: impl Fn(&Person) -> Option<i32>,
    ) -> Option<(Id, bool)> {
        let mut best: Option<(i32, u32, Id)> = None;
        let mut fitting = 0;
        for (&last, seen) in self.last.iter().zip(&self.seen).take(self.count) {
            let person = &people[seen.id as usize];
            let Some(fit) = fit(person).filter(|_| Some(seen.id) != teller) else { continue };
            let score = fit + salience(seen, person, place);
            fitting += 1;
            if best.is_none_or(|(top, latest, _)| score > top || score == top && last >= latest) {
                best = Some((score, last, seen.id));
            }
        }
        best.map(|(.., id)| (id, fitting == 1))
    }

    fn topic(&self, wanted: Wanted) -> Option<Id> {
        match wanted {
            Wanted::Person(gender) => self.topics[gender as usize].or(self.topics[Gender::Unknown as usize]),
            Wanted::Many | Wanted::Thing | Wanted::Organization => None,
        }
    }

    /// Whether a member was mentioned in this sentence or one of the two before.
    pub fn is_fresh(&self, id: Id, sentence: u32) -> bool {
        self.seen[..self.count].iter().any(|seen| seen.id == id && seen.sentence + 2 >= sentence)
    }

    /// Marks the last mention of `id` as one that spoke.
    pub fn spoke(&mut self, id: Id) {
        if let Some(seen) = self.seen[..self.count].iter_mut().find(|seen| seen.id == id) {
            seen.source = true;
        }
    }
}

/// How near a mention lies to a pronoun's place.
fn salience(seen: &Seen, person: &Person, place: &Place<'_>) -> i32 {
    let when = |holds: bool, weight: i32| if holds { weight } else { 0 };
    let often = person.mentions.max(1).ilog2().min(5).cast_signed();
    seen.standing(place.sentence, place.block)
        + when(place.turn == Some(seen.id), TURN)
        + often * OFTEN
        + when(seen.quoted && place.quoted, QUOTED)
        - when(place.content.iter().any(|run| run.has(seen.token as usize)), OWN_CONTENT)
}

// How well a member suits a pronoun; none if number or gender forbid it.

fn as_person(gender: Gender, person: &Person) -> Option<i32> {
    if person.plural || !person.gender.fits(gender) {
        return None;
    }
    let sort = match person.sort {
        Sort::Person => 0,
        Sort::Open if person.gender != Gender::Unknown => 0,
        Sort::Open if !person.named => return None,
        Sort::Open => -8,
        Sort::Organization | Sort::Place => return None,
    };
    Some(sort + if person.gender == gender { 8 } else { 0 })
}

fn as_many(person: &Person) -> Option<i32> {
    match (person.plural, person.sort) {
        (true, _) => Some(8),
        (false, Sort::Organization) => Some(0),
        (false, Sort::Place) => Some(-10),
        (false, Sort::Open) if !person.named => Some(-6),
        _ => None,
    }
}

fn as_organization(person: &Person) -> Option<i32> {
    (person.sort == Sort::Organization && !person.plural).then_some(0)
}

fn as_thing(person: &Person) -> Option<i32> {
    match person.sort {
        _ if person.plural => None,
        Sort::Organization => Some(4),
        Sort::Place => Some(0),
        Sort::Open if person.gender == Gender::Unknown => Some(-4),
        _ => None,
    }
}
