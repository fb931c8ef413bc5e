//! What somebody is in a court case, by what they do or suffer: "Moor gave evidence … the witness
//! said", "Sala denies theft … the defendant".

use super::key::Key;
use super::model::Id;
use super::resolver::Resolver;
use super::role;
use super::vocabulary::Sense;
use crate::lexicon::{WordId, word, words};
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Voice;
use crate::text::{Run, token};

/// How many tokens an insertion after a name may have: "Moor, 44, of Hill Road, denies".
const INSERTION: usize = 14;

/// How many tokens after its verb a court or a jury may be named: "told Tarn Crown Court".
const OBJECT: usize = 4;

impl Resolver<'_, '_> {
    /// Indexes the entity mentioned at `run` by its part in a case, if the words around show one.
    /// A barrister who tells the court something is no witness.
    pub(super) fn take_part(&mut self, id: Id, run: Run) {
        let (view, entity) = (self.view, &self.index.entities[id as usize]);
        let reach = (run.stop() + INSERTION + OBJECT).min(view.len());
        let shows = |i: usize| view.has(i, Sense::CaseKin);
        let speaks_for = view.kind(run.stop()) == Some(token::Kind::Comma)
            && view.is_one_of(run.stop() + 1, words!["for"]);
        if !entity.kind.may_be_person()
            || !speaks_for && !(run.first().saturating_sub(2)..reach).any(shows)
            || entity.part.is_some_and(|part| self.is_lawyer(part))
            || entity
                .role
                .and_then(|role| role::head(view, role))
                .is_some_and(|head| self.is_lawyer(view.id(head)))
        {
            return;
        }
        let Some(part) = self.part_in_case(run) else { return };
        self.index.entities[id as usize].part = Some(part);
        let variants = view.lexicon.variants();
        for name in [variants.role(part), variants.role(variants.kind(part))] {
            self.index.described_by(id, Key::of_id(name));
        }
    }

    fn is_lawyer(&self, word: WordId) -> bool {
        self.view.lexicon.variants().kind(word) == word!("lawyer")
    }

    /// "Moor told the hearing … “…,” the claimant said": who has just spoken, if nobody is known by
    /// the noun at `head`.
    pub(super) fn party_speaking(&self, run: Run, head: usize) -> Option<Id> {
        let variants = self.view.lexicon.variants();
        let called = variants.role(self.view.id(head));
        let party = [word!("plaintiff"), word!("witness")].contains(&called);
        let speaking = self.speaking(run, head).filter(|_| party)?;
        let entity = &self.index.entities[speaking as usize];
        let told = entity.part.is_some_and(|part| !self.is_lawyer(part));
        told.then_some(speaking)
    }

    /// What the words around the mention at `run` make of whom it names.
    fn part_in_case(&self, run: Run) -> Option<WordId> {
        let (view, syntax, end) = (self.view, self.view.syntax, run.stop());
        let variants = view.lexicon.variants();
        // "attacked Moor"
        let before = run.first().checked_sub(1).filter(|&verb| view.has(verb, Sense::CaseKin));
        if let Some(verb) = before.filter(|&verb| syntax.tag(verb) == Tag::Finite)
            && syntax.verb_group(verb).voice == Voice::Active
        {
            return variants.harm(view.id(verb));
        }
        let is_comma = |i: usize| view.kind(i) == Some(token::Kind::Comma);
        // "Giving evidence, Moor said"
        let fronted = run.first().checked_sub(3).filter(|&giving| self.tells(giving));
        if let Some(giving) = fronted.filter(|giving| is_comma(giving + 2)) {
            return variants.hearing(view.id(giving + 1));
        }
        // "Moor, prosecuting, said", "Moor, for the prosecution, said"
        if is_comma(end) && syntax.tag(end + 1) == Tag::Ing {
            return variants.deed(view.id(end + 1));
        }
        if is_comma(end) && syntax.tag(end + 1) == Tag::Preposition {
            // "Moor, for Norvik Bank, said"
            let joint = view.is_one_of(end + 1, words!["for"]);
            let side = variants
                .hearing(view.id(end + 3))
                .or_else(|| view.is_capital(end + 2).then_some(word!("barrister")));
            if side.is_some() && joint {
                return side;
            }
        }
        let governed = run.first().checked_sub(1).is_some_and(|i| syntax.tag(i) == Tag::Preposition);
        let verb = self.verb_after(end).filter(|_| !governed)?;
        let group = syntax.verb_group(verb);
        if group.voice == Voice::Passive {
            return variants.harm(view.id(verb));
        }
        let told = || (verb + 1..verb + 1 + OBJECT).find_map(|i| variants.hearing(view.id(i)));
        variants.deed(view.id(verb)).or_else(|| told().filter(|_| self.tells(verb)))
    }

    /// "told the court", "gave evidence".
    fn tells(&self, verb: usize) -> bool {
        self.view.is_one_of(verb, words!["told", "gave", "giving"])
    }

    /// The main verb of which the noun phrase that ends at `end` is the subject, after an insertion
    /// between commas.
    fn verb_after(&self, end: usize) -> Option<usize> {
        let (view, syntax) = (self.view, self.view.syntax);
        let stop = view.sentence(end.saturating_sub(1)).stop();
        let is_comma = |i: usize| view.kind(i) == Some(token::Kind::Comma);
        let verb_from = |start: usize| {
            let passed = |i: &usize| !matches!(syntax.tag(*i), Tag::Auxiliary | Tag::Adverb);
            let verb = (start..stop).find(passed)?;
            syntax.tag(verb).is_verb().then_some(verb)
        };
        // "Moor of Hill Road was"
        let belonging = syntax.tag(end) == Tag::Preposition;
        let end = if belonging { syntax.phrase_end(end + 1, stop).unwrap_or(end) } else { end };
        if !is_comma(end) {
            return verb_from(end);
        }
        let commas = (end..stop.min(end + INSERTION)).filter(|&i| is_comma(i));
        commas.map(|comma| comma + 1).find_map(verb_from)
    }
}
