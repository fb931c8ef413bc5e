//! Resolves descriptions such as "the mayor": to an entity with that role, to an entity described
//! the same way before, or to a new entity.

use super::described::Described;
use super::key::Key;
use super::model::{Entity, Id};
use super::resolver::Resolver;
use super::vocabulary::Sense;
use super::wanted::Wanted;
use super::{Resolution, name_parts, role};
use crate::lexicon::{Class, Classes, words};
use crate::text::Run;
use crate::text::token;

/// The last paragraph that may word a description of the headline anew.
const LEAD: usize = 2;

/// How many tokens back to look for a fuller description, and how many modifiers its noun may have.
const LOOK_BACK: usize = 400;
const MODIFIERS: usize = 3;

impl Resolver<'_, '_> {
    /// Adds a mention for a description that opens a sentence. "The mayor" with no known holder
    /// probably means a person whose role has not been given yet, so it creates no new entity,
    /// unlike "his mother".
    pub(super) fn sentence_initial(&mut self, run: Run) {
        let head = role::head(self.view, run).unwrap_or(run.stop() - 1);
        let epithet = self.view.has(head, Sense::Epithet) && !self.view.is_capital(head);
        let person = (self.view.is_title(head) || epithet) && !self.view.is_group_word(head);
        let vague = person
            && self.is_definite(run, head)
            && !self.is_relative(run, head)
            && !role::is_plural(self.view, head);
        if !vague {
            self.describe(run, head);
            return;
        }
        // "On Monday the driver left": a weaker mention
        let start = self.view.sentence(head).first();
        let opens = run.first() == start || self.view.has(start, Sense::Asked);
        if opens && (self.known(run, head, self.words(run), false).is_some() || self.is_sole(run, head)) {
            self.describe(run, head);
        }
    }

    /// "The driver was asked about it. She …": whether nobody else is known who could be meant
    /// later.
    fn is_sole(&self, run: Run, head: usize) -> bool {
        let wanted = Wanted::Person(role::gender(self.view, run));
        let place = self.place_of(head);
        self.salience.antecedent(wanted, &place, None, &self.index.entities).is_none()
    }

    /// The description without "the".
    fn bare(&self, run: Run) -> Run {
        let article = run.len() > 1 && self.view.is_one_of(run.first(), words!["the"]);
        Run::new(run.first() + usize::from(article), run.stop())
    }

    fn words(&self, run: Run) -> Key {
        name_parts::words(self.view, self.bare(run))
    }

    /// Keeps the longest of the names by which the article calls a party.
    fn name_party(&mut self, id: Id, run: Run) {
        let length = |run: Run| self.view.text.slice(self.bare(run)).len();
        let old = self.index.entities[id as usize].name;
        if name_parts::is_party(self.view, self.bare(old)) && length(run) > length(old) {
            self.index.entities[id as usize].name = run;
        }
    }

    /// The entity that a description refers to, created if there is none, and how it was found.
    pub(super) fn describe(&mut self, run: Run, head: usize) -> (Id, Resolution) {
        let view = self.view;
        let withheld = run.indices().any(|i| view.has(i, Sense::Withheld));
        let run = self.without_clause(run);
        // "the governor herself"
        let reflexive = run.len() > 1 && view.is(run.stop() - 1, Class::Reflexive);
        let run = Run::new(run.first(), run.stop() - usize::from(reflexive));
        // "the finance ministry" refers to the Finance Ministry
        if let Some(id) = self.called(self.bare(run)) {
            self.see(id, run, false);
            return (id, Resolution::Named);
        }
        let words = self.words(run);
        if let Some(id) = self.known(run, head, words, withheld) {
            // "The Lib Dems … the Liberal Democrats"
            if name_parts::is_party(view, self.bare(run)) {
                self.name_party(id, run);
            }
            self.index.join_party(view, run, id);
            self.see(id, run, false);
            return (id, Resolution::Role);
        }
        let Described { kind, gender, plural, person } = self.described_as(run, head);
        let id = self.index.add(Entity {
            plural,
            named: false,
            anonymous: person && (withheld || !self.is_definite(run, head)),
            ..Entity::called(self.fuller(run, head).unwrap_or(run), kind, gender)
        });
        self.index.describe(words, role::key(view, head), id);
        self.take_side(id, run);
        self.await_name(id, run, head, withheld || self.is_someone(run, head));
        self.see(id, run, false);
        (id, Resolution::Named)
    }

    /// "the ministry" is expanded to "the interior ministry" if that was mentioned shortly before.
    fn fuller(&self, run: Run, head: usize) -> Option<Run> {
        let view = self.view;
        let bare = run.len() == 2 && view.is_one_of(run.first(), words!["the"]) && view.is_group_word(head);
        let before = |i: usize| {
            let modifies = |i: usize| {
                view.kind(i) == Some(token::Kind::Word) && !view.is_function(i) && !view.is_verb(i)
            };
            let start = (0..i).rev().take(MODIFIERS).take_while(|&k| modifies(k)).last()?;
            let pointed = start > 0 && view.is_one_of(start - 1, words!["the"]);
            pointed.then(|| Run::new(start - 1, i + 1))
        };
        if !bare {
            return None;
        }
        let (floor, word) = (run.first().saturating_sub(LOOK_BACK), view.text.id(head));
        let back = view.text.tokens[floor..run.first()].iter().enumerate().rev();
        back.filter(|(_, token)| token.word == word).find_map(|(i, _)| before(floor + i))
    }

    /// The entity whose name equals the description, ignoring case.
    fn called(&self, run: Run) -> Option<Id> {
        if run.len() < 2 {
            return None;
        }
        let ends = || self.view.key(run.first()).then(self.view.key(run.stop() - 1));
        let two = || self.index.named(ends()).filter(|_| run.len() == 2);
        self.index.named(name_parts::whole(self.view, run)).or_else(two)
    }

    /// Cuts off a trailing clause: "the study, published on Monday," is "the study", and "the
    /// trust, which owns the pier" is "the trust".
    fn without_clause(&self, run: Run) -> Run {
        let view = self.view;
        let clause = Classes::of(Class::Relative)
            .and(Class::Wh)
            .and(Class::VerbParticiple)
            .and(Class::VerbIng)
            .and(Class::Determiner)
            .and(Class::PossessivePronoun)
            .and(Class::Preposition);
        let opens = |&i: &usize| {
            view.kind(i) == Some(token::Kind::Comma)
                && (view.classes(i + 1).any(clause)
                    || view.kind(i + 1) == Some(token::Kind::Number)
                    || view.has(i + 1, Sense::Withheld))
                || i + 1 == run.stop() && view.kind(i) == Some(token::Kind::Comma)
        };
        // "the miners, the dockers and the printers"
        let lists = run
            .indices()
            .any(|i| view.kind(i) == Some(token::Kind::Comma) && view.is_one_of(i + 1, words!["and"]));
        let end = run.indices().skip(1).find(opens).filter(|_| !lists);
        Run::new(run.first(), end.unwrap_or(run.stop()))
    }

    /// The known entity that the description refers to, by its role or by an equal earlier
    /// description.
    fn known(&mut self, run: Run, head: usize, words: Key, withheld: bool) -> Option<Id> {
        let view = self.view;
        let plural = role::is_plural(view, head);
        if let Some(id) = self.in_headline(run, head) {
            return Some(id);
        }
        if let Some(id) = self.party(run, head).or_else(|| self.spouse(run, head)) {
            return Some(id);
        }
        let aged = self.opens_with_age(run);
        if (self.is_definite(run, head) || aged) && (head + 1 >= run.stop() || self.is_parent(run, head)) {
            let pointer = usize::from(view.is(run.first(), Class::Determiner));
            // "their spokesman" is not whoever is named as somebody's spokesman later; "his sister"
            // is
            let kin = view.has(head, Sense::Feminine) || view.has(head, Sense::Masculine);
            let own = self.is_relative(run, head) && (!kin || view.is(head, Class::Mouthpiece));
            let modifiers = Run::new((run.first() + pointer).min(head), head);
            let fits = |p: &Entity| (!own || p.mention_count > 0) && self.suits(p, modifiers, head);
            let aged = self.age(run, head).and_then(|age| self.index.with_role(age, &|p| !p.plural));
            let role = aged.or_else(|| self.index.with_role(role::key(view, head), &fits));
            // "the Dutch scientist", who has just spoken, not the biologist of another paragraph
            let far = |id: Id| !self.salience.is_in_block(id, view.block(head) as u32);
            // "the champion" is not the former champion
            let former = |id: Id| {
                let role = self.index.entities[id as usize].role.unwrap_or(run);
                role.indices().any(|i| view.has(i, Sense::Qualifier))
            };
            let other = |&id: &Id| {
                far(id) && former(id) || !self.is_called(id, head) && (far(id) || !modifiers.is_empty())
            };
            let speaking = role.filter(other).and_then(|_| self.speaking(run, head));
            let role = speaking.or(role).or_else(|| self.of_body(modifiers, head));
            let role = role.or_else(|| self.member_of_party(run, head));
            let role = role.map(|id| self.nearer_group(run, head, id).unwrap_or(id));
            let role = role
                .or_else(|| self.any_person(run, head).filter(|_| !plural && !self.is_relative(run, head)))
                .or_else(|| self.any_group(run, head).inspect(|&id| self.index.describe_as(id, words)))
                .or_else(|| if withheld { None } else { self.newly_described(run, head) });
            if role.is_some() {
                return role;
            }
            if let Some(id) = self.party_speaking(run, head).or_else(|| self.of_same_field(run, head)) {
                return Some(id);
            }
        }
        let at_length = self.speaking_at_length(run, head).or_else(|| self.firm_speaking(run, head));
        if at_length.is_some() {
            return at_length;
        }
        let indefinite = words!["a", "an", "another", "one", "some", "other", "others"];
        let anew = !plural && view.is_one_of(run.first(), indefinite);
        self.index.described(words).filter(|_| !anew)
    }

    /// Whether the role or the name of the entity has the noun at `head` itself, not only a word of
    /// the same sort.
    fn is_called(&self, id: Id, head: usize) -> bool {
        let (view, entity) = (self.view, &self.index.entities[id as usize]);
        let mut words = entity.role.into_iter().chain([entity.name]).flat_map(Run::indices);
        words.any(|i| role::key(view, i) == role::key(view, head))
    }

    /// "Consultant Dr Ana Ruiz said … the surgeon said": who has just spoken and is a doctor.
    fn of_same_field(&self, run: Run, head: usize) -> Option<Id> {
        let (field, speaking) = (role::kind_key(self.view, head)?, self.speaking(run, head)?);
        self.index.with_role(field, &|p| !p.plural).filter(|&id| id == speaking)
    }

    /// "City lost under coach Ana Ruiz … the City coach": the holder of the role who was mentioned
    /// just before, if nothing says whose coach that is, or the role is a special one: "Ostra's
    /// sporting director … the Reds sporting director".
    fn of_body(&self, modifiers: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let small = modifiers.indices().find(|&i| !view.is_capital(i)).unwrap_or(head);
        if small == modifiers.first() || modifiers.is_empty() {
            return None;
        }
        let special = small < head;
        // "Manager Ana Ruiz", at the start of a sentence, names no body either
        let capital = |i: usize| view.is_capital(i) && i > view.sentence(i).first();
        let plain = |role: Run| {
            !role.indices().any(|i| view.is_capital(i)) || role.len() == 1 && !capital(role.first())
        };
        let named = |p: &Entity| p.named && p.role.is_some_and(|role| special || plain(role));
        let fits = |p: &Entity| named(p) && self.suits(p, Run::new(small, head), head);
        let sentence = view.sentence_index(head) as u32;
        let found = self.index.with_role(role::key(view, head), &fits);
        found.filter(|&id| self.salience.is_fresh(id, sentence))
    }

    /// "Ministry" in the headline, "The water ministry" in the lead: the fuller words are kept.
    fn in_headline(&mut self, run: Run, head: usize) -> Option<Id> {
        let view = self.view;
        let block = view.block(head);
        if block == 0 || block > LEAD || view.is_capital(head) && head > run.first() {
            return None;
        }
        let plural = role::is_plural(view, head);
        let bare = |entity: &Entity| {
            !entity.named
                && entity.plural == plural
                && entity.name.len() <= 2
                && view.block(entity.name.first()) == 0
                && !view.is(entity.name.first(), Class::Determiner)
        };
        let id = self.index.with_role(role::key(view, head), &bare)?;
        let entity = &mut self.index.entities[id as usize];
        if run.len() > entity.name.len() {
            entity.name = run;
        }
        self.await_name(id, run, head, false);
        Some(id)
    }

    /// Whether a description means a particular entity: "the mayor", "his lawyer", and in headlines
    /// "Mayor".
    pub(super) fn is_definite(&self, run: Run, head: usize) -> bool {
        let (view, first) = (self.view, run.first());
        let counting = Classes::of(Class::Determiner)
            .and(Class::IndefinitePronoun)
            .and(Class::NumberWord)
            .and(Class::Adverb);
        // "Mayor", in headlines "Ostra mayor"
        let bare = (view.is_title(head) || view.has(head, Sense::Enterprise) && first < head)
            && !role::is_plural(view, head)
            && (first == head || view.is_capital(first) && !view.classes(first).any(counting));
        let pointed = view.is_one_of(first, words!["the", "that", "this", "those", "these"]);
        // "Ostra's mayor", "the party's leader"
        let possessed = (first..head).any(|i| view.is_possessive(i)) && view.is_title(head);
        bare || pointed || possessed || view.is(first, Class::PossessivePronoun)
    }

    /// Whether a description with these modifiers before its head can refer to `entity`.
    pub(super) fn suits(&self, entity: &Entity, modifiers: Run, head: usize) -> bool {
        let view = self.view;
        if entity.plural != role::is_plural(view, head)
            || !entity.gender.fits(role::gender(view, Run::new(head, head + 1)))
        {
            return false;
        }
        let words = || entity.role.into_iter().chain([entity.name]).flat_map(Run::indices).take(40);
        let said = |modifier: usize, word: usize| view.key(modifier) == view.key(word);
        // "the two-term mayor" adds detail, but means the same person
        let known = |i: usize| view.token(i).is_some_and(|t| t.has_hyphen()) || words().any(|w| said(i, w));
        // "the Calda senator" after "Sen. Ruiz"
        let plain = entity.role.is_some_and(|role| !role.indices().any(|i| view.has(i, Sense::Place)));
        let nation =
            |i: usize| view.has(i, Sense::Place) || view.is_capital(i) && view.is(i, Class::Adjective);
        let fits = |i: usize| known(i) || plain && nation(i);
        let qualified = |w: usize| {
            !view.has(w, Sense::Qualifier)
                || view.is_one_of(w, words!["former"])
                || modifiers.indices().any(|i| said(i, w))
        };
        modifiers.indices().all(fits) && words().all(qualified)
    }
}
