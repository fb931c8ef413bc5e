//! What a mention is in its sentence, and so how likely later pronouns refer to it: the subject of
//! "Ana Ruiz said", but not the possessor of "Ana Ruiz's plan".

use super::model::Id;
use super::resolver::Resolver;
use super::salience::{ACCORDING, ASKED_ABOUT, HEADING, POSSESSIVE, SUBJECT, Seen};
use super::vocabulary::Sense;
use crate::lexicon::{Class, Classes, words};
use crate::text::layout::BlockKind;
use crate::text::{Run, token};

/// What may be between a comma and a name in apposition, and how many tokens.
const DESCRIBING: Classes =
    Classes::of(Class::Determiner).and(Class::PossessivePronoun).and(Class::Adjective);
const DESCRIBED: usize = 4;

/// A paragraph of fewer tokens that has no full stop is a caption.
const CAPTION: usize = 12;

impl Resolver<'_, '_> {
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
}
