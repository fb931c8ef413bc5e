//! Splits a run of capitalised words into titles and name: "Prime Minister" and "Ana Ruiz".

use super::gender::Gender;
use super::kind::EntityKind;
use super::name::Name;
use super::name_find::is_firm_of_two;
use super::name_kind::{Shown, is_of_place, is_outlet, kind_of, represents};
use super::name_parts::Parts;
use super::role;
use super::token_view::{All, TokenView};
use super::vocabulary::{Sense, Senses};
use crate::lexicon::{Class, Classes, WordId, words};
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// Splits titles from the name in a run of capitalised words; `None` if it is all title ("the Prime
/// Minister").
pub(super) fn cut(
    view: &TokenView<'_, '_>,
    raw: Run,
    sentence: Run,
    floor: impl Fn() -> usize,
    headline: bool,
) -> Option<Name> {
    let whole = view.all(raw);
    let (run, honoured) = without_titles(view, raw, &whole, sentence, headline)?;
    let (start, end) = (run.first(), run.stop());
    let title = role::before(view, start, floor);
    let the = title
        .map_or(start, Run::first)
        .checked_sub(1)
        .is_some_and(|i| i >= sentence.first() && view.is_one_of(i, words!["the"]));
    // "the Ruiz campaign": the article belongs to the noun
    let the = the && (view.is_capital(end) || view.syntax.tag(end) != Tag::Noun);
    // "its rival Van Lanen", "ferry operator Straitline"
    let title = title.filter(|title| {
        let head = title.stop() - 1;
        // "its Danish rival Norvik Medical"
        let nation =
            title.first().checked_sub(1).filter(|&i| view.is_capital(i) && view.is(i, Class::Adjective));
        let before = nation.unwrap_or(title.first());
        let its = before > 0 && view.has(before - 1, Sense::It);
        let business = || view.has(head, Sense::Enterprise) || view.is_one_of(head, words!["rival"]);
        let short = run.len() == 1 || nation.is_some();
        let firm = || short && business() && !view.is_first_name(start);
        !(view.has(head, Sense::Introducer) && (its || firm()))
    });
    let introduced = title.is_none() && is_introduced(view, run, sentence)
        || run.len() == 3 && is_firm_of_two(view, start);
    let kind = if introduced {
        EntityKind::Organization
    } else {
        let all = if run == raw { whole } else { view.all(run) };
        kind_of(view, run, &all, title, Shown { the, honoured, headline })
    };
    // a name in a byline counts, although every word of a headline is capitalised
    let byline =
        headline && run.len() > 1 && start > sentence.first() && view.is_one_of(start - 1, words!["by"]);
    let single = run.len() == 1 && title.is_none() && kind == EntityKind::Unknown;
    let weak = headline && !byline || single && view.opens(start, sentence) && !is_shown(view, start);
    let titled = title.map_or(Gender::Unknown, |title| role::gender(view, title));
    // "Governor Hassan": a surname, although it is also a first name
    let surname = run.len() == 1 && title.is_some();
    let given = if surname { Gender::Unknown } else { first_name_gender(view, start, run.len()) };
    let gender = titled.or(given);
    let parts = Parts::of(view, run, kind.is_body());
    Some(Name { run, title, kind, gender, possessive: view.is_possessive(end), weak, parts })
}

/// Whether the following words show that a sentence-initial word is a name.
fn is_shown(view: &TokenView<'_, '_>, i: usize) -> bool {
    // "Graspworks, the maker of robots, …", "Doorways, which runs a hostel, …"
    let comma = view.kind(i + 1) == Some(Kind::Comma);
    if comma && (view.is(i + 2, Class::Determiner) || runs_something(view, i)) {
        return true;
    }
    // "Delivermoor has said": an unlisted word whose ending is not that of a common word either
    let word = view.word(i);
    view.token(i).is_some_and(|t| t.word == WordId::NONE)
        && !["s", "ing", "ed", "ly"].iter().any(|ending| word.ends_with(ending))
        && word.len() > 3
        && view.syntax.verb_at(i + 1)
}

/// "Doorways, which runs": a noun in the plural with a verb in the singular is a name.
pub(super) fn runs_something(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.kind(i + 1) == Some(Kind::Comma)
        && view.is_one_of(i + 2, words!["which"])
        && view.is(i + 3, Class::VerbS)
        && role::is_plural(view, i)
}

/// What may show that a single word is no name, or only a part of one.
const SHAPING: Senses = Senses::of(&[Sense::Title, Sense::Portfolio, Sense::Press, Sense::Epithet]);

/// The name in a run of capitalised words, and whether post-nominal letters follow it.
fn without_titles(
    view: &TokenView<'_, '_>,
    raw: Run,
    &(senses, classes, _): &All,
    sentence: Run,
    headline: bool,
) -> Option<(Run, bool)> {
    // "Moor": most names
    if raw.len() == 1 && !senses.any(SHAPING) && !classes.has(Class::Adjective) {
        return Some((raw, false));
    }
    if view.compound(raw).has(Sense::Place) || is_outlet(view, raw) {
        return Some((raw, false));
    }
    let (first, mut end) = (raw.first(), raw.stop());
    // a sense that no word has need not be tested word by word
    let mut start = title_end(view, raw, senses);
    // "the charity River Friends"
    if start >= end && end - first > 1 && is_introduced(view, raw, sentence) {
        return Some((raw, false));
    }
    if start >= end {
        // "House Speaker": the words before the title may be a name
        end = (first..end)
            .rev()
            .find(|&i| !view.is_title(i) && !view.has(i, Sense::Portfolio))
            .map_or(first, |i| i + 1);
        start = first;
        if end == first || (start..end).all(|i| view.is(i, Class::Adjective) || view.has(i, Sense::Qualifier))
        {
            return None;
        }
    }
    // "Ana Ruiz KC"
    let mut honoured = false;
    while end - start > 2
        && senses.has(Sense::PostNominal)
        && view.has(end - 1, Sense::PostNominal)
        && view.is_shouted(end - 1)
    {
        (end, honoured) = (end - 1, true);
    }
    if end - start > 1 && (senses.has(Sense::FirstName) || classes.has(Class::Person)) {
        start = first_name(view, Run::new(start, end), sentence, headline);
    }
    // "Website QRZ"
    if start == first && end - start > 1 && introduces(view, start, sentence) {
        start += 1;
    }
    while senses.has(Sense::Qualifier) && start + 1 < end && view.has(start, Sense::Qualifier) {
        start += 1;
    }
    // "Ms Long" is a name
    let addressed = start > first && view.has(start - 1, Sense::Honorific);
    if classes.has(Class::Adjective)
        && !addressed
        && (start..end).all(|i| view.is(i, Class::Adjective) && !view.is_first_name(i))
    {
        return None;
    }
    // "a Velmark conservative", "the Pole": a description
    // ("the defeated Tory")
    let modified = |i: usize| {
        i > sentence.first()
            && !view.is_capital(i)
            && view.classes(i).any(Classes::of(Class::Adjective).and(Class::VerbParticiple))
    };
    let pointed = || {
        let before = start.checked_sub(1).map(|i| i - usize::from(i > 0 && modified(i)));
        before.is_some_and(|the| view.is_one_of(the, words!["the"])) && !view.is_group_word(start)
    };
    let described = senses.has(Sense::Epithet)
        && view.has(end - 1, Sense::Epithet)
        && (end - start > 1 || pointed())
        && (start..end - 1).all(|i| is_of_place(view, i));
    (!described).then(|| (Run::new(start, end), honoured))
}

/// Whether the noun at `i` only has a capital because it opens the sentence, and says what is named
/// after it: "Website QRZ", "Owner Graspworks Group".
fn introduces(view: &TokenView<'_, '_>, i: usize, sentence: Run) -> bool {
    let long = || view.is_capital(i + 2) && !view.is_title(i + 1);
    let named = view.is_capital(i + 1) && (!view.is_content(i + 1) || view.is_first_name(i + 1) || long());
    view.has(i, Sense::Introducer) && view.opens(i, sentence) && named
}

/// Whether a noun directly before `name` says that an organisation is named: "the charity Different
/// Steps". "the charity Ana Ruiz founded" is a relative clause.
fn is_introduced(view: &TokenView<'_, '_>, name: Run, sentence: Run) -> bool {
    let Some(before) = name.first().checked_sub(1).filter(|&i| i >= sentence.first()) else { return false };
    let noun = view.has(before, Sense::Introducer) && !view.is_possessive(name.stop());
    let founded = view.is_first_name(name.first()) && view.syntax.verb_at(name.stop());
    let plain = !view.is_capital(before) && !founded || introduces(view, before, sentence);
    noun && plain
}

/// Where the name proper begins if other words precede its first name.
fn first_name(view: &TokenView<'_, '_>, name: Run, sentence: Run, headline: bool) -> usize {
    let (mut start, end) = (name.first(), name.stop());
    // "American Ana Ruiz": adjectives before a first name
    if let Some(name) = (start + 1..end.saturating_sub(1)).find(|&i| view.is_first_name(i))
        && (start..name).all(|i| {
            headline
                || view.is(i, Class::Adjective)
                || view.is_group_word(i)
                || view.has(i, Sense::Place)
                || view.token(i).is_some_and(|t| t.is_upper())
        })
    {
        start = name;
    }
    // "director at Torvay Hospital Ana Ruiz"
    let after_group = |&i: &usize| view.is_first_name(i) && view.is_group_word(i - 1);
    if let Some(person) = (start + 1..end.saturating_sub(1)).find(after_group)
        && !(person..end).any(|i| view.is_group_word(i))
    {
        start = person;
    }
    // "Yes Ana Ruiz": a word that opens the sentence, before a first and a last name
    let opens = view.opens(start, sentence)
        && end - start > 2
        && !view.is_first_name(start)
        // "Striker DeShawn Pryor"
        && (view.is_first_name(start + 1) || view.is(start, Class::Person))
        && !view.is_initial(start);
    start + usize::from(opens)
}

/// Where the titles at the start of a run of capitalised words end.
fn title_end(view: &TokenView<'_, '_>, raw: Run, senses: Senses) -> usize {
    let (first, end) = (raw.first(), raw.stop());
    let office = first > 1 && view.has(first - 1, Sense::Joint) && view.is_title(first - 2);
    // most names
    if !office && !senses.has(Sense::Title) {
        return first;
    }
    // "Office of the Inspector General"
    if view.is_group_word(first) && view.has(first + 1, Sense::Joint) && end > first + 2 {
        return first;
    }
    let mut start = first;
    // "Secretary of State Ruiz"
    if office {
        while start < end && (view.has(start, Sense::Portfolio) || view.is_title(start)) {
            start += 1;
        }
        if start < end && view.is_one_of(start, words!["and"]) {
            return first;
        }
    }
    let titled = |&i: &usize| {
        // "Martin King", but "Virginia Sen. Ana Ruiz"
        let dotted = view.word(i).ends_with('.');
        let named = i > first
            && (view.is_first_name(i - 1) && !view.has(i - 1, Sense::Place) || view.is_initial(i - 1));
        // "Republican Ana Ruiz", but "Republican National Convention"
        let adjective =
            view.is(i, Class::Adjective) && !view.is(i, Class::Title) && !view.is_first_name(i + 1);
        // "Association of Letting Agents": the people it represents
        let members = i + 1 == end && (first..i).any(|j| view.has(j, Sense::Joint) && !view.is_capital(j));
        // "Lord Tailor", but "Lord Mayor"
        let surname = i > first
            && i + 1 == end
            && view.has(i - 1, Sense::Honorific)
            && !view.is(i, Class::Title)
            && view.is_capital(i);
        // "Citizens Advice"
        let of_many = i == first && i + 2 == end && role::is_plural(view, i) && view.is_content(i + 1);
        // "Maddox Brothers"
        let business = i > first && i + 1 == end && view.has(i, Sense::Company);
        let represented = view.has(i + 1, Sense::Joint) && represents(view, i) && i + 2 < end;
        view.is_title(i)
            && !business
            && !represented
            && !members
            && !surname
            && !of_many
            // "Dean Ruiz", but "Dean Ana Ruiz"
            && (dotted || !named && !adjective && (!view.is_first_name(i) || i + 1 < end && view.is_first_name(i + 1)))
    };
    start = (start..end).rev().find(titled).map_or(start, |i| i + 1);
    if start > first
        && start < end
        && !view.is_first_name(start)
        && view.is_group_word(end - 1)
        && !view.has(start - 1, Sense::Honorific)
        && end - start < 3
    {
        // "Justice Department", "General Assembly", but "Mr Bloomberg"
        return first;
    }
    start
}

fn first_name_gender(view: &TokenView<'_, '_>, start: usize, length: usize) -> Gender {
    let classes = view.first_name_classes(start);
    // "James said": a first name that may be anyone's surname
    if length < 2 && classes.any(Classes::of(Class::VerbBase)) {
        return Gender::Unknown;
    }
    match (classes.has(Class::Female), classes.has(Class::Male)) {
        (true, false) => Gender::Female,
        (false, true) => Gender::Male,
        _ => Gender::Unknown,
    }
}
