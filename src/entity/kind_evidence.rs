//! Evidence of a name's kind from the words around it: "in Velmark" suggests a place, "Sala, 34," a
//! person, "the Ostra bridge" a thing.
//!
//! The evidence of all mentions is summed before any pronoun is resolved, so later mentions inform
//! earlier ones.

use super::kind::KindEvidence;
use super::name::Name;
use super::role;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use crate::lexicon::{Class, Classes, words};
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// The weight of a reliable clue; other clues count 1.
const STRONG: u16 = 2;

/// The evidence from one mention: the words of `name` and its neighbours.
pub(super) fn of(view: &TokenView<'_, '_>, name: &Name) -> KindEvidence {
    let mut found = KindEvidence::default();
    let (start, end) = (name.run.first(), name.run.stop());
    if name.title.is_some() {
        found.person += STRONG;
    }
    if view.is_first_name(start) {
        found.person += if name.run.len() > 1 { STRONG } else { 1 };
    } else if name.run.len() > 1 && name.run.indices().all(|i| is_common(view, i)) {
        // "Come Away", "Black Harbour"
        found.thing += STRONG;
    } else if name.run.len() > 1 && ends_in_plural_noun(view, end - 1) {
        // "Velmark Sirens"
        found.thing += STRONG;
    }
    // "La Stampa", "Der Spiegel"
    let foreign = words!["le", "la", "les", "il", "el", "los", "der", "die", "das"];
    if name.run.len() > 1
        && name.title.is_none()
        && view.is_one_of(start, foreign)
        && !view.is_first_name(start + 1)
    {
        found.thing += STRONG;
        found.group += STRONG;
    }
    let place = view.has(start, Sense::PlaceFirst) || view.has(end - 1, Sense::PlaceLast);
    if name.run.len() > 1 && place && name.title.is_none() && !view.is_first_name(start) {
        // "Port Lenner", "Wessen Hill"
        found.thing += STRONG;
        found.place += STRONG;
    }
    if is_coined(view, start) {
        found.thing += STRONG;
        found.group += STRONG;
    }
    if of_company(view, start, end) {
        found.thing += 1;
        found.group += 1;
    }
    before(view, name, start, &mut found);
    after(view, name, end, &mut found);
    found
}

/// "the chief executive of Norvik", "a Norvik spokeswoman", "Norvik's shareholders"
fn of_company(view: &TokenView<'_, '_>, start: usize, end: usize) -> bool {
    let next = end + usize::from(view.is_possessive(end));
    let small = |noun: usize| !view.is_capital(noun) || noun == view.sentence(noun).first();
    let of = |noun: usize| view.has(noun, Sense::OfCompany) && small(noun);
    let governed = start > 1 && view.is_one_of(start - 1, words!["of", "for", "at", "in"]) && of(start - 2);
    governed || of(next) || view.is_one_of(next, words!["chief"]) && of(next + 1)
}

/// Whether the word at `i` has a capital within it, which is rare in the names of people.
fn is_coined(view: &TokenView<'_, '_>, i: usize) -> bool {
    // "AirVenda", but not "McBride", "DiCarlo"
    const PREFIXES: Classes = Classes::of(Class::NamePrefix).and(Class::NameParticle);
    let word = view.word(i);
    let lower = |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
    let inner = word.as_bytes().windows(2).position(lower).filter(|&at| at > 0);
    inner.is_some_and(|at| !view.lexicon.classes(view.lexicon.id(&word[..=at])).any(PREFIXES))
}

/// A word that the lexicon lists as something other than a name.
pub(super) fn is_common(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.kind(i) != Some(Kind::Word) || view.is_content(i) && !view.is_first_name(i) || view.is_function(i)
}

fn ends_in_plural_noun(view: &TokenView<'_, '_>, i: usize) -> bool {
    let noun = Classes::of(Class::Noun).and(Class::Person).and(Class::Group).and(Class::VerbS);
    role::is_plural(view, i) && view.classes(i).any(noun)
}

fn before(view: &TokenView<'_, '_>, name: &Name, start: usize, found: &mut KindEvidence) {
    let Some(before) = start.checked_sub(1).filter(|_| name.title.is_none()) else { return };
    if view.is_one_of(before, words!["the"]) {
        found.thing += 1;
    } else if view.is_one_of(before, words!["in", "at", "near", "across"])
        && !name.possessive
        && !of_company(view, start, name.run.stop())
    {
        found.thing += 1;
        found.place += 1;
    } else if view.is_one_of(before, words!["itself", "themselves"]) {
        // "a group calling itself Black Moth"
        found.thing += STRONG;
        found.group += STRONG;
    } else if before > 0
        && view.is_one_of(before, words!["from"])
        && !name.possessive
        && view.is_title(before - 1)
    {
        // "a couple from Oban"
        found.thing += 1;
        found.place += 1;
    } else if view.has(before, Sense::Work) && !view.is_capital(before) && !name.possessive {
        // "the film Black Harbour"
        found.thing += STRONG;
        found.work += 1;
    } else if view.is_one_of(before, words!["as"]) && !view.syntax.verb_at(name.run.stop()) {
        // "starred as Captain Storm": a character in a work
        found.thing += 1;
    }
}

fn after(view: &TokenView<'_, '_>, name: &Name, end: usize, found: &mut KindEvidence) {
    let comma = view.kind(end) == Some(Kind::Comma);
    let next = end + usize::from(comma);
    if comma && view.kind(next) == Some(Kind::Number) && view.kind(next + 1) == Some(Kind::Comma) {
        // "Sala, 34,": but not "May 4, 2014," and not "Velmark, 20 miles"
        if view.word(next).len() < 3 {
            found.person += STRONG;
        }
    } else if comma && view.has(next, Sense::Place) && view.token(next).is_some_and(|t| t.is_dotted()) {
        // "Brick, N.J."
        found.thing += STRONG;
        found.place += STRONG;
    } else if view.is_one_of(next, words!["who", "whose"]) {
        found.person += STRONG;
    } else if view.is_one_of(next, words!["which"]) {
        found.thing += STRONG;
    } else if view.is_one_of(next, words!["where"]) {
        found.thing += STRONG;
        found.place += STRONG;
    } else if !comma && !name.possessive && view.syntax.tag(end) == Tag::Noun && !view.is_capital(end) {
        // "the Ostra bridge"
        found.thing += 1;
    }
}
