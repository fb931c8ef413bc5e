//! The kind of entity that a name itself shows: "Ana Ruiz" is a person, "Calder Police" an
//! organisation, "Port Velmark" a place.

use super::kind::EntityKind;
use super::name_parts::is_party;
use super::token_view::{All, TokenView};
use super::vocabulary::{Sense, Senses};
use crate::lexicon::{Class, words};
use crate::text::Run;
use crate::text::token::Kind;

/// What shows the kind of a name of a single word.
const KINDS: Senses =
    Senses::of(&[Sense::Place, Sense::Metonym, Sense::CommonName, Sense::Press, Sense::GroupWord]);

/// The context of a name.
// independent of each other
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// "the" precedes it.
    pub the: bool,
    /// "KC" follows it.
    pub honoured: bool,
    pub headline: bool,
}

/// The kind of entity that the name itself shows.
pub(super) fn kind_of(
    view: &TokenView<'_, '_>,
    run: Run,
    &(senses, _, symbols): &All,
    title: Option<Run>,
    shown: Shown,
) -> EntityKind {
    let (start, last, length) = (run.first(), run.stop() - 1, run.len());
    let first_name = view.is_first_name(start) || view.is_initial(start);
    let acronym = || length == 1 && view.token(start).is_some_and(|t| t.is_upper()) && !shown.headline;
    let unlisted = |person: bool| match () {
        () if person => EntityKind::Person,
        () if shown.the || acronym() => EntityKind::Organization,
        () => EntityKind::Unknown,
    };
    // "Moor": most names
    if length == 1 && !senses.any(KINDS) {
        return unlisted(title.is_some() || shown.honoured || first_name && !shown.the);
    }
    let compound = view.compound(run);
    let place = senses.has(Sense::Place)
        && view.has(last, Sense::Place)
        && run.indices().all(|i| is_of_place(view, i));
    if place && title.is_none() || compound.has(Sense::Place) {
        return EntityKind::Place;
    }
    if length == 1 && senses.has(Sense::Metonym) || compound.has(Sense::Metonym) {
        return EntityKind::Government;
    }
    // "Radio Velmark"
    if length > 1
        && title.is_none()
        && view.has(start, Sense::Press)
        && view.is_one_of(start, words!["radio"])
    {
        return EntityKind::Organization;
    }
    // "Labour", "Business Insider"
    if length == 1 && senses.has(Sense::CommonName) || is_outlet(view, run) {
        return EntityKind::Organization;
    }
    // "Plaid Cymru", "Lib Dems"
    if length > 1 && !first_name && is_party(view, run) {
        return EntityKind::Organization;
    }
    let group = view.is(last, Class::Group) || view.has(last, Sense::Organization);
    let event = view.has(last, Sense::Event);
    let of_group = is_organization(view, run, symbols || senses.has(Sense::Joint));
    // "George Church", "Mr Tribe"
    let surname = !group || view.has(last, Sense::Surname) && !view.has(start, Sense::Place);
    let addressed = title.is_some_and(|title| view.has(title.stop() - 1, Sense::Honorific));
    let two = length == 2 || length == 3 && view.is_initial(start + 1);
    // "Aneurek Banks, 34,"
    let aged = || {
        let stop = run.stop();
        let years = view.kind(stop + 1) == Some(Kind::Number) && view.word(stop + 1).len() == 2;
        view.kind(stop) == Some(Kind::Comma) && years && view.kind(stop + 2) == Some(Kind::Comma)
    };
    let person = addressed || first_name && two && surname;
    if of_group && !person && !aged() {
        return match event {
            true => EntityKind::Event,
            false if view.is(last, Class::Document) && !group => EntityKind::Document,
            false => EntityKind::Organization,
        };
    }
    if event && length > 1 && !first_name || view.has(start, Sense::Event) && length == 2 {
        return EntityKind::Event;
    }
    // "Norvik UK", "NHS England"
    let upper = |i: usize| view.token(i).is_some_and(|t| t.is_upper());
    let branch =
        length > 1 && view.has(last, Sense::Place) && (upper(last) || upper(start) && !shown.headline);
    if branch && title.is_none() {
        return EntityKind::Organization;
    }
    // "Natural Parks Velmark"
    let of_country = length > 2 && view.has(last, Sense::Place) && view.is_content(start) && !first_name;
    if of_country && title.is_none() {
        return EntityKind::Organization;
    }
    // "Norvik A320", "the Norvik One"
    let numbered = shown.the && view.is(last, Class::NumberWord);
    if length > 1 && (numbered || view.word(last).bytes().any(|b| b.is_ascii_digit())) {
        return EntityKind::Product;
    }
    let suffixed = length > 1 && view.is(last, Class::Suffix);
    if of_group || title.is_some() || shown.honoured || first_name && !shown.the || suffixed {
        return EntityKind::Person;
    }
    // "the River Tarn"
    if shown.the && length > 1 && view.has(start, Sense::PlaceFirst) {
        return EntityKind::Place;
    }
    unlisted(false)
}

/// "the Economist", "Business Insider": an outlet that is called like a person.
pub(super) fn is_outlet(view: &TokenView<'_, '_>, run: Run) -> bool {
    let first = run.first();
    let alone = || run.len() == 1 && first > 0 && view.is_one_of(first - 1, words!["the"]);
    view.compound(run).has(Sense::Press) || view.has(first, Sense::Press) && alone()
}

pub(super) fn is_of_place(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.has(i, Sense::Place) || view.is(i, Class::Adjective)
}

/// "Association of", "Friends of": whether the noun before "of" shows an organisation.
pub(super) fn represents(view: &TokenView<'_, '_>, noun: usize) -> bool {
    view.is_group_word(noun) || view.is_one_of(noun, words!["friends"])
}

/// Whether this is the name of an organisation; `joined` if it may contain "of" or "&".
fn is_organization(view: &TokenView<'_, '_>, name: Run, joined: bool) -> bool {
    view.is_group_word(name.stop() - 1)
        || joined
            && name
                .indices()
                .skip(1)
                .any(|i| view.is_ampersand(i) || view.has(i, Sense::Joint) && represents(view, i - 1))
}
