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
    let first_name = has_first_name(view, run);
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
    if is_listed_organization(view, run, senses, title.is_none()) {
        return EntityKind::Organization;
    }
    let event = view.has(last, Sense::Event);
    let of_group = is_organization(view, run, symbols || senses.has(Sense::Joint));
    if of_group && !is_person(view, run, title) {
        let group = view.is(last, Class::Group) || view.has(last, Sense::Organization);
        return match event {
            true => EntityKind::Event,
            false if view.is(last, Class::Document) && !group => EntityKind::Document,
            false => EntityKind::Organization,
        };
    }
    if event && length > 1 && !first_name || view.has(start, Sense::Event) && length == 2 {
        return EntityKind::Event;
    }
    if title.is_none() && is_branch(view, run, shown.headline) {
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

/// Whether a person's given name or initial opens the name.
fn has_first_name(view: &TokenView<'_, '_>, name: Run) -> bool {
    view.is_first_name(name.first()) || view.is_initial(name.first())
}

/// "Radio Velmark", "Labour", "Lib Dems": an outlet, an organisation that a list has, or a party.
fn is_listed_organization(view: &TokenView<'_, '_>, name: Run, senses: Senses, untitled: bool) -> bool {
    let (start, length) = (name.first(), name.len());
    let radio =
        length > 1 && untitled && view.has(start, Sense::Press) && view.is_one_of(start, words!["radio"]);
    radio
        // "Labour", "Business Insider"
        || length == 1 && senses.has(Sense::CommonName)
        || is_outlet(view, name)
        // "Plaid Cymru", "Lib Dems"
        || length > 1 && !has_first_name(view, name) && is_party(view, name)
}

/// "George Church", "Mr Tribe", "Aneurek Banks, 34,": whether a name that ends like that of an
/// organisation is a person's.
fn is_person(view: &TokenView<'_, '_>, name: Run, title: Option<Run>) -> bool {
    let (start, last, stop) = (name.first(), name.stop() - 1, name.stop());
    let addressed = title.is_some_and(|title| view.has(title.stop() - 1, Sense::Honorific));
    let two = name.len() == 2 || name.len() == 3 && view.is_initial(start + 1);
    let group = view.is(last, Class::Group) || view.has(last, Sense::Organization);
    let surname = !group || view.has(last, Sense::Surname) && !view.has(start, Sense::Place);
    let aged = || {
        let years = view.kind(stop + 1) == Some(Kind::Number) && view.word(stop + 1).len() == 2;
        view.kind(stop) == Some(Kind::Comma) && years && view.kind(stop + 2) == Some(Kind::Comma)
    };
    addressed || has_first_name(view, name) && two && surname || aged()
}

/// "Norvik UK", "NHS England", "Natural Parks Velmark": the part of an organisation in a place.
fn is_branch(view: &TokenView<'_, '_>, name: Run, headline: bool) -> bool {
    let (start, last) = (name.first(), name.stop() - 1);
    let upper = |i: usize| view.token(i).is_some_and(|t| t.is_upper());
    let short = || upper(last) || upper(start) && !headline;
    let long = || name.len() > 2 && view.is_content(start) && !has_first_name(view, name);
    name.len() > 1 && view.has(last, Sense::Place) && (short() || long())
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
