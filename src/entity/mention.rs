//! What a mention is in its sentence, and so how likely later pronouns refer to it: the subject of
//! "Ana Ruiz said", but not the possessor of "Ana Ruiz's plan".

use super::model::Id;
use super::resolver::Resolver;
use super::salience::{ACCORDING, ASKED_ABOUT, HEADING, POSSESSIVE, SUBJECT, Seen};
use super::token_view::TokenView;
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

/// The verb of a subject.
const ACTING: Classes = Classes::of(Class::VerbPast)
    .and(Class::VerbS)
    .and(Class::Modal)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do);

impl Resolver<'_, '_> {
    /// Records a mention, so that later pronouns can refer to it.
    pub(super) fn see(&mut self, id: Id, run: Run, possessive: bool) {
        let (view, first) = (self.view, run.first());
        let sentence = view.sentence_index(first);
        let start = view.text.sentences.runs[sentence].first();
        let (block, quoted) = (view.block_of(sentence), view.is_quoted(first));
        let weight = weight(view, run, start, block, possessive);
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

/// How much the place of a mention counts: in its block, and in its sentence, which begins at
/// `start`.
fn weight(view: &TokenView<'_, '_>, run: Run, start: usize, block: usize, possessive: bool) -> i32 {
    let first = run.first();
    let opens = opens_sentence(view, first, start);
    let governed = || !opens && view.is(first - 1, Class::Preposition);
    // "Asked about Ruiz, he added", "Speaking to Ruiz on Friday, he added"
    let fronted = Classes::of(Class::VerbIng).and(Class::VerbParticiple);
    let asked = view.has(start, Sense::Asked) || view.classes(start).any(fronted) && governed();
    // "Cross-examined by Ruiz, for Sala, he added"
    let fresh = |i: usize| is_comma(view, i) && !(view.is(i + 1, Class::Preposition) && i + 2 == first);
    if asked && !(start..first).any(fresh) {
        ASKED_ABOUT
    } else if is_heading(view, block) {
        HEADING
    } else if first > 1 && view.is_one_of(first - 2, words!["according"]) {
        ACCORDING
    } else if possessive {
        POSSESSIVE
    } else if (opens || acts(view, run.stop())) && !governed() || !opens && is_inserted(view, run, start) {
        SUBJECT
    } else {
        0
    }
}

/// Whether the sentence at `start` opens with the name at `first`: "The Harbour Trust, a charity,
/// is", "The charity Harbour Trust is".
fn opens_sentence(view: &TokenView<'_, '_>, first: usize, start: usize) -> bool {
    let introduced = first > start && view.has(first - 1, Sense::Introducer);
    let before = first - usize::from(introduced);
    let pointing = Classes::of(Class::Determiner).and(Class::PossessivePronoun);
    before == start || before == start + 1 && view.classes(start).any(pointing)
}

/// "His neighbour, Ana Ruiz, was": a name between commas, before a verb or "who".
fn is_inserted(view: &TokenView<'_, '_>, run: Run, start: usize) -> bool {
    let (first, end) = (run.first(), run.stop());
    if !is_comma(view, end) {
        return false;
    }
    // "Her eldest, Ana, 15, was"
    let aged = view.kind(end + 1) == Some(token::Kind::Number) && is_comma(view, end + 2);
    let next = end + 1 + if aged { 2 } else { 0 };
    // "His neighbour, Ana Ruiz, who"
    let follows =
        acts(view, next) || view.is(next, Class::Relative) && !(start..first).any(|i| acts(view, i));
    // "His coach, the Swede Ana Ruiz, was"
    let described = |&i: &usize| view.classes(i).any(DESCRIBING) || view.has(i, Sense::Epithet);
    let before = || (start..first).rev().take(DESCRIBED).find(|i| !described(i));
    follows && before().is_some_and(|i| is_comma(view, i))
}

/// Whether the block is a heading or a caption: "John Moor, 2nd Earl of Calda".
fn is_heading(view: &TokenView<'_, '_>, block: usize) -> bool {
    view.text.layout.blocks.get(block).is_some_and(|b| {
        let stopped = matches!(view.kind(b.run.stop() - 1), Some(token::Kind::Stop | token::Kind::Mark));
        b.kind == BlockKind::Heading || !stopped && b.run.len() < CAPTION
    })
}

fn acts(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.classes(i).any(ACTING)
}

fn is_comma(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.kind(i) == Some(token::Kind::Comma)
}
