//! Descriptions of an organisation that was named before: "the company", "the Norwegian firm", "the
//! watchdog".

use super::compound;
use super::key::Key;
use super::kind::EntityKind;
use super::model::{Entity, Id};
use super::resolver::{Resolver, Turn};
use super::role;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use super::wanted::Wanted;
use crate::lexicon::{Class, words};
use crate::text::Run;
use crate::text::token::Kind;

/// How many tokens back a nameless organisation may have been told of.
const NEW: usize = 120;

/// How many words beside a name its nation may be.
const BESIDE: usize = 4;

/// "Danish"
fn is_nation(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.is_capital(i) && view.is(i, Class::Adjective)
}

impl Resolver<'_, '_> {
    /// "the company", "the airline": the organisation that was mentioned last.
    pub(super) fn any_group(&self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let first = run.first();
        // "the company", "the Leeds-based group", "the Norwegian company"
        let from = |i: usize| {
            view.is_capital(i) && view.is(i, Class::Adjective)
                || view.has(i, Sense::Place)
                || compound::places_firm(view, i)
        };
        let plain = view.is_one_of(first, words!["the"]) && head + 1 == run.stop() && run.len() < 5;
        // "the oil company": an organisation that was named just before
        let detailed = plain && !(first + 1..head).all(from);
        // "High Street giant": headlines omit the article
        let bare = run.len() < 5 && view.is_capital(first) && !view.is(first, Class::Determiner);
        let watchdog = view.has(head, Sense::Watchdog);
        if !view.has(head, Sense::Enterprise) && !watchdog
            || !plain && !bare
            || run.indices().any(|i| view.is_possessive(i))
        {
            return None;
        }
        let nation = (first + 1..head).find(|&i| is_nation(view, i)).map(|i| view.key(i));
        let enterprise = |entity: &Entity| self.is_enterprise(entity, head, plain, nation);
        // "Moor, chief executive of Norvik, who came from Graspworks, said no. The company said"
        let own = self.speakers_body(head).filter(|_| plain && !detailed);
        if let Some(id) = own.filter(|&id| enterprise(&self.index.entities[id as usize])) {
            return Some(id);
        }
        let place = self.place_of(head);
        let find = |accepts: &dyn Fn(&Entity) -> bool| {
            self.salience.foremost(Wanted::Organization, &place, accepts, &self.index.entities)
        };
        // "the Danish company": the one that the article calls Danish
        let same = |entity: &Entity| enterprise(entity) && self.nation(entity) == nation;
        let native = nation.and_then(|_| find(&same));
        let found = native.or_else(|| find(&enterprise)).map(|(id, _)| id);
        let sure = |id: Id| self.index.entities[id as usize].kind == EntityKind::Organization;
        // a name of unknown kind only if it was mentioned just before or often
        let often = |id: Id| self.index.entities[id as usize].mention_count > 2;
        let just_named = |id: Id| self.salience.is_fresh(id, place.sentence);
        if detailed {
            // not "the estate developer", "the staff association"
            let other = view.is(head, Class::Person) || view.has(head, Sense::PublicBody);
            let own = self.just_spoke(run, head).filter(|&id| enterprise(&self.index.entities[id as usize]));
            let found = own.or(found.filter(|_| !other));
            let thing = |id: Id| !self.is_like_person(&self.index.entities[id as usize]);
            return found.filter(|&id| (sure(id) || thing(id)) && just_named(id));
        }
        let fresh = |id: Id| sure(id) || often(id) || just_named(id);
        let found = found.filter(|&id| fresh(id)).or_else(|| {
            let certain = |entity: &Entity| enterprise(entity) && entity.kind == EntityKind::Organization;
            find(&certain).map(|(id, _)| id)
        });
        found.filter(|&id| !self.is_newly_told_of(head, id))
    }

    /// "Norvik has rejected the bid. The maker of biscuits said": the organisation that has just
    /// spoken.
    pub(super) fn firm_speaking(&self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let described = view.has(head, Sense::Enterprise)
            && view.is_one_of(run.first(), words!["the"])
            && view.is_one_of(head + 1, words!["of"]);
        let turn = self.turn.filter(|turn| described && turn.block + 1 >= view.block(head))?;
        let entity = &self.index.entities[turn.id as usize];
        (entity.named && entity.kind == EntityKind::Organization && !entity.plural).then_some(turn.id)
    }

    /// The nation that the words beside the fullest name show: "its Danish rival Norvik", "Norvik,
    /// the Danish firm".
    fn nation(&self, entity: &Entity) -> Option<Key> {
        let (view, name) = (self.view, entity.name);
        let plain = |i: &usize| view.kind(*i) == Some(Kind::Word);
        let sentence = view.sentence(name.first());
        let before = (sentence.first()..name.first()).rev().take(BESIDE).take_while(plain);
        let apposed =
            view.kind(name.stop()) == Some(Kind::Comma) && view.is(name.stop() + 1, Class::Determiner);
        let stop = if apposed { sentence.stop() } else { name.stop() };
        let after = (name.stop() + 1..stop).take(BESIDE).take_while(plain);
        before.chain(after).find(|&i| is_nation(view, i)).map(|i| view.key(i))
    }

    /// "Moor Homes said no. The housing association said": who has just spoken.
    fn just_spoke(&self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let opens = run.first() == view.sentence(head).first();
        let just = |t: &Turn| t.block == view.block(head) && t.sentence + 1 == view.sentence_index(head);
        self.turn.filter(|turn| opens && just(turn)).map(|turn| turn.id)
    }

    /// Whether "the company" with its noun at `head` may refer to `entity`: an organisation of the
    /// sort, and of `nation`, if the description gives one.
    fn is_enterprise(&self, entity: &Entity, head: usize, plain: bool, nation: Option<Key>) -> bool {
        let view = self.view;
        let last = entity.name.stop() - 1;
        let organization = entity.kind == EntityKind::Organization;
        if view.has(head, Sense::Watchdog) {
            return entity.named && organization && view.has(last, Sense::Regulator);
        }
        let public = |i: usize| view.has(i, Sense::PublicBody);
        let unknown = plain
            && entity.kind == EntityKind::Unknown
            && entity.evidence.person + entity.evidence.place == 0;
        entity.named
            && (organization || unknown)
            && (public(head) || !entity.name.indices().any(public))
            && view.has(last, Sense::Press) == view.has(head, Sense::Outlet)
            && !self.is_of_other_country(entity, nation)
    }

    /// Whether the article gives the organisation another nation than `nation`, if there is one.
    fn is_of_other_country(&self, entity: &Entity, nation: Option<Key>) -> bool {
        nation.is_some() && self.nation(entity).is_some_and(|shown| Some(shown) != nation)
    }

    /// The organisation of a chief executive or a spokesman who has spoken in the sentence before.
    fn speakers_body(&self, head: usize) -> Option<Id> {
        let sentence = self.view.sentence_index(head);
        let turn = self.turn.filter(|t| t.block == self.view.block(head) && t.sentence + 1 == sentence)?;
        let speaker = &self.index.entities[turn.id as usize];
        let role = speaker.role.filter(|&role| role.indices().any(|i| self.view.has(i, Sense::OfCompany)))?;
        self.body_in(role).or(speaker.side)
    }

    /// "Residents set up a campaign group. The group said": whether another organisation, without a
    /// name, was called by the noun at `head` after the last mention of `id`.
    fn is_newly_told_of(&self, head: usize, id: Id) -> bool {
        let (view, noun) = (self.view, self.view.id(head));
        let floor = self.salience.last_token(id, &self.index.entities).max(head.saturating_sub(NEW));
        (floor + 1..head.saturating_sub(1)).any(|i| {
            let named = view.is_capital(i + 1)
                || view.kind(i + 1) == Some(Kind::Comma)
                || view.is_one_of(i + 1, words!["called", "named"]);
            view.id(i) == noun && !named && role::is_indefinite(view, i)
        })
    }

    /// The organisation that was mentioned just before, if `id` fits "the company" too, but was
    /// not.
    pub(super) fn nearer_group(&self, run: Run, head: usize, id: Id) -> Option<Id> {
        let sentence = self.view.sentence_index(head) as u32;
        let entity = &self.index.entities[id as usize];
        let fresh = |id: Id, back: u32| self.salience.is_fresh(id, sentence + 2 - back);
        if !self.view.has(head, Sense::Enterprise) || entity.named && fresh(id, 0) {
            return None;
        }
        // "Moor founded Graspworks, and now the startup …": in the same sentence
        let reach = u32::from(!(entity.named && fresh(id, 2)));
        let nearer = self.any_group(run, head).filter(|&id| fresh(id, reach))?;
        // "A group of parents has sued Norvik. The group said"
        let noun = |run| role::head(self.view, run).map(|head| self.view.id(head));
        let last = |id: Id| self.view.sentence_index(self.salience.last_token(id, &self.index.entities));
        let acts = !entity.named && noun(entity.name) == Some(self.view.id(head)) && last(id) == last(nearer);
        (!acts).then_some(nearer)
    }
}
