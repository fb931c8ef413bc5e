//! Contract: names are in order and disjoint; each is a run of tokens that begins with a capital or a particle, apart
//! from the titles and role words before it.

use super::kind::EntityKind;
use super::label;
use super::name_parts::Parts;
use super::role;
use super::token_view::TokenView;
use super::vocabulary::{Sense, Senses};
use crate::arena::List;
use crate::lexicon::{Class, Classes, WordId, words};
use crate::text::Run;
use crate::text::layout::{Block, BlockKind};
use crate::text::token::Kind;

/// Female or male where a title, a first name or a pronoun tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

impl Gender {
    pub fn fits(self, other: Gender) -> bool {
        self == other || self == Gender::Unknown || other == Gender::Unknown
    }

    pub fn or(self, other: Gender) -> Gender {
        if self == Gender::Unknown { other } else { self }
    }
}

/// A proper name where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// The name without titles.
    pub run: Run,
    /// The titles and role words before it.
    pub title: Option<Run>,
    pub kind: EntityKind,
    pub gender: Gender,
    /// Followed by "'s".
    pub possessive: bool,
    /// Its capital shows nothing, so that it names somebody only if the name stands elsewhere too.
    pub weak: bool,
    /// The words that tell it from other names.
    pub parts: Parts,
}

impl Name {
    /// The name with its titles.
    pub fn whole(self) -> Run {
        self.title.map_or(self.run, |title| Run { start: title.start, end: self.run.end })
    }
}

/// Finds the names of a text.
pub(super) fn find<'t>(view: &TokenView<'_, 't>) -> List<'t, Name> {
    let mut names: List<'_, Name> = List::with_capacity_in(view.shaped.len(), view.text.arena);
    let mut rest = &view.shaped[..];
    for (index, &sentence) in view.text.sentences.runs.iter().enumerate() {
        let count = rest.iter().take_while(|&&i| i < sentence.end).count();
        let shaped;
        (shaped, rest) = rest.split_at(count);
        if shaped.is_empty() {
            continue;
        }
        let block = view.text.layout.blocks.get(view.block_of(index));
        // a dateline is a sentence of its own, and says where, not who
        let passed_over = |block: &Block| {
            block.kind == BlockKind::Furniture || sentence.end <= block.run.start + block.dateline
        };
        if block.is_some_and(passed_over) {
            continue;
        }
        let headline = view.is_title_case(sentence, shaped);
        let mut from = sentence.first();
        if let Some(raw) = label::name_in(view, sentence) {
            let name = cut(view, raw, sentence, || sentence.first(), false);
            names.push(label::shown(view, raw, name));
            from = raw.stop();
        }
        for i in shaped.iter().map(|&i| i as usize) {
            if i < from || !view.is_capital(i) || !begins(view, i, sentence, headline) {
                continue;
            }
            let end = extent(view, i, sentence, headline);
            // a title may hold a place or an organisation ("Calda mayor Ana Ruiz"), but no other person
            let bound = |n: &&Name| n.possessive || n.kind == EntityKind::Person;
            let floor = || {
                let before = names.iter().rev().take(3).find(bound).or(names.iter().rev().nth(3));
                before.map_or(sentence.first(), |n| n.run.stop().max(sentence.first()))
            };
            let name = cut(view, Run::new(i, end), sentence, floor, headline);
            names.extend(name);
            from = end;
        }
    }
    names
}

/// Whether a name begins with the capital at `i`.
fn begins(view: &TokenView<'_, '_>, i: usize, sentence: Run, headline: bool) -> bool {
    let next_capital = || i + 1 < sentence.stop() && view.is_capital(i + 1) && !view.is_function(i + 1);
    if sentence.len() < 3 && view.token(i).is_some_and(|t| t.is_upper())
        || view.has(i, Sense::Interjection) && (view.opens(i, sentence) || !view.is_first_name(i))
    {
        return false;
    }
    if view.is_initial(i) {
        return next_capital() && view.word(i) != "I" && (view.word(i) != "A" || headline);
    }
    if view.is_function(i) {
        // "Will Smith said", but not "Will Smith say"
        return view.is_first_name(i) && next_capital();
    }
    if view.is_first_name(i) || !(headline || view.opens(i, sentence)) {
        return true;
    }
    if headline {
        return !view.is_content(i) || view.is_title(i) || view.is_group_word(i);
    }
    if view.is_content(i) || view.word(i).ends_with("ly") && view.kind(i + 1) == Some(Kind::Comma) {
        let titled = view.is_title(i) && (next_capital() || view.word_is(i + 1, "of"));
        return titled
            || next_capital() && !view.classes(i).any(Classes::of(Class::Adverb).and(Class::VerbIng));
    }
    true
}

/// Where the run of words that belong to the name from `i` on ends, titles included.
fn extent(view: &TokenView<'_, '_>, i: usize, sentence: Run, headline: bool) -> usize {
    let takes = |j: usize| {
        j < sentence.stop()
            && (view.is_capital(j) || view.is_particled(j))
            && (!view.is_function(j)
                || is_short_time(view, j) && view.is_first_name(j - 1)
                || view.is_initial(j) && view.word(j) != "I")
            && !(headline
                && view.is_content(j)
                && !view.is_title(j)
                && !view.is_group_word(j)
                && !view.is_first_name(j))
    };
    let mut end = i + 1;
    while end < sentence.stop()
        && let Some(next) = join(view, Run::new(i, end), sentence, takes)
    {
        end = next;
    }
    end
}

/// Where a name that reaches to `name.stop()` goes on to with the next words, if they belong to it.
fn join(view: &TokenView<'_, '_>, name: Run, sentence: Run, takes: impl Fn(usize) -> bool) -> Option<usize> {
    let j = name.stop();
    if takes(j) {
        return Some(j + 1);
    }
    // behind most names stands a word that joins nothing to them
    let joint =
        view.is(j, Class::NameParticle) || view.has(j, Sense::Joint) || view.is_one_of(j, words!["and"]);
    if view.kind(j) == Some(Kind::Word) && !joint {
        return None;
    }
    if view.is(j, Class::NameParticle) && !view.is_capital(j) {
        let last = (j..sentence.stop().min(j + 3)).find(|&k| !view.is(k, Class::NameParticle));
        return last.filter(|&k| takes(k)).map(|k| k + 1);
    }
    match view.kind(j)? {
        Kind::Comma if j + 1 < sentence.stop() && is_suffix(view, j + 1) => Some(j + 2),
        Kind::Mark => nickname(view, j, sentence).filter(|&k| takes(k)).map(|k| k + 1),
        _ if view.is_ampersand(j) => takes(j + 1).then_some(j + 2),
        // "the Furnace and Allied Trades Union"
        _ if view.is_one_of(j, words!["and"]) && name.len() == 1 && shares_group(view, name, sentence) => {
            let last = (j + 1..sentence.stop()).take_while(|&k| takes(k)).last()?;
            (last > j + 1 && view.is_group_word(last)).then_some(last + 1)
        }
        // "Department of Health and Social Care"
        _ if view.is_one_of(j, words!["and"])
            && view.is_group_word(name.first())
            && name.len() > 2
            && view.has(name.first() + 1, Sense::Joint)
            && name.len() < 5 =>
        {
            let plain =
                |k: usize| takes(k) && !view.is_first_name(k) && !view.is_title(k) && !view.is_group_word(k);
            plain(j + 1).then_some(j + 2)
        }
        _ if view.has(j, Sense::Joint) && view.is_group_word(j - 1) => {
            let next = j + 1 + usize::from(view.is_one_of(j + 1, words!["the"]));
            (takes(next) && !view.is_first_name(next)).then_some(next + 1)
        }
        _ => None,
    }
}

/// Whether a word may share the group noun that comes after "and": a word after "the" that is no name by itself.
fn shares_group(view: &TokenView<'_, '_>, name: Run, sentence: Run) -> bool {
    let first = name.first();
    let common = view.is_content(first) && !view.is_group_word(first) && !view.is_title(first);
    common && first > sentence.first() && view.is_one_of(first - 1, words!["the"])
}

/// "May", "Day": surnames too, after a first name.
fn is_short_time(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.classes(i).any(Classes::of(Class::Month).and(Class::Time)) && view.word(i).len() < 5
}

/// "Jr.", "III": only these follow a comma within a name.
fn is_suffix(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.is_capital(i) && view.is(i, Class::Suffix) && view.word(i).len() < 4
}

/// The end of a nickname in marks between a first and a last name.
fn nickname(view: &TokenView<'_, '_>, i: usize, sentence: Run) -> Option<usize> {
    let quotation = view.text.quotations.starting_at(i)?;
    let inner = quotation.run.len() <= 5 && quotation.run.stop() < sentence.stop();
    (inner
        && quotation.closed
        && view.is_capital(i + 1)
        && view.kind(quotation.run.stop() - 2) == Some(Kind::Word))
    .then_some(quotation.run.stop())
}

/// Tells titles from name in a run of capitalised words; none when it is all title ("the Prime Minister").
fn cut(
    view: &TokenView<'_, '_>,
    raw: Run,
    sentence: Run,
    floor: impl Fn() -> usize,
    headline: bool,
) -> Option<Name> {
    let (first, mut end) = (raw.first(), raw.stop());
    // what no word of it is, need not be asked of each
    let (senses, classes, symbols) = view.all(raw);
    let mut start = title_end(view, raw, senses);
    if start >= end {
        // "House Speaker": what stands before the title may be a name
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
    if end - start > 1 && senses.has(Sense::FirstName) {
        start = first_name(view, Run::new(start, end), sentence, headline);
    }
    while senses.has(Sense::Qualifier) && start + 1 < end && view.has(start, Sense::Qualifier) {
        start += 1;
    }
    // "Ms Long" is a name
    let honored = start > first && view.has(start - 1, Sense::Honorific);
    if classes.has(Class::Adjective)
        && !honored
        && (start..end).all(|i| view.is(i, Class::Adjective) && !view.is_first_name(i))
    {
        return None;
    }
    let of_place = |i: usize| view.has(i, Sense::Place) || view.is(i, Class::Adjective);
    // "a Velmark conservative": a description
    if senses.has(Sense::Epithet)
        && end - start > 1
        && view.has(end - 1, Sense::Epithet)
        && (start..end - 1).all(of_place)
    {
        return None;
    }
    let title = role::before(view, start, floor);
    let run = Run::new(start, end);
    let length = run.len();
    let first_name = view.is_first_name(start) || view.is_initial(start);
    let the = title
        .map_or(start, Run::first)
        .checked_sub(1)
        .is_some_and(|i| i >= sentence.first() && view.is_one_of(i, words!["the"]));
    let suffixed = length > 1 && view.is(end - 1, Class::Suffix);
    let place = senses.has(Sense::Place) && view.has(end - 1, Sense::Place) && (start..end).all(of_place);
    let acronym = length == 1 && view.token(start).is_some_and(|t| t.is_upper()) && !headline;
    let kind = if place && title.is_none() {
        EntityKind::Place
    } else if is_organization(view, run, symbols || senses.has(Sense::Joint))
        && !(first_name && length == 2 && !view.is(end - 1, Class::Group))
    {
        let document = view.is(end - 1, Class::Document) && !view.is(end - 1, Class::Group);
        if view.has(end - 1, Sense::Event) {
            EntityKind::Event
        } else if document {
            EntityKind::Document
        } else {
            EntityKind::Organization
        }
    } else if view.has(end - 1, Sense::Event) && length > 1 && !first_name
        || view.has(start, Sense::Event) && length == 2
    {
        EntityKind::Event
    } else if title.is_some() || honoured || first_name && (length > 1 || !the) || suffixed {
        EntityKind::Person
    } else if the || acronym {
        EntityKind::Organization
    } else {
        EntityKind::Unknown
    };
    let single = length == 1 && title.is_none();
    // "Graspworks, the maker of robots, …"
    let apposed = || view.kind(end) == Some(Kind::Comma) && view.is(end + 1, Class::Determiner);
    // "Delivermoor has said": no word that is known, and none by its ending
    let unknown = || {
        let word = view.word(start);
        view.token(start).is_some_and(|t| t.word == WordId::NONE)
            && !["s", "ing", "ed", "ly"].iter().any(|ending| word.ends_with(ending))
            && word.len() > 3
            && view.syntax.verb_at(end)
    };
    // a byline names somebody in capitals that show nothing
    let byline =
        headline && run.len() > 1 && start > sentence.first() && view.is_one_of(start - 1, words!["by"]);
    let weak = headline && !byline
        || single && kind == EntityKind::Unknown && view.opens(start, sentence) && !apposed() && !unknown();
    let gender = title
        .map_or(Gender::Unknown, |title| role::gender(view, title))
        .or(first_name_gender(view, start, length));
    let parts = Parts::of(view, run, kind.is_body());
    Some(Name { run, title, kind, gender, possessive: view.is_possessive(end), weak, parts })
}

/// Where a name begins that has more before its first name.
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
    // "Yes Ana Ruiz": a word that opens the sentence, before a first and a last name
    let opens = start == sentence.first()
        && end - start > 2
        && !view.is_first_name(start)
        && view.is_first_name(start + 1)
        && !view.is_initial(start);
    start + usize::from(opens)
}

/// Whether a group bears this name; `joined` where something may join its words.
fn is_organization(view: &TokenView<'_, '_>, name: Run, joined: bool) -> bool {
    view.is_group_word(name.stop() - 1)
        || joined
            && name
                .indices()
                .skip(1)
                .any(|i| view.is_ampersand(i) || view.has(i, Sense::Joint) && view.is_group_word(i - 1))
}

/// Where the titles that open a run of capitalised words end.
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
        if start < end && view.word_is(start, "and") {
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
        // "Association of Letting Agents": those whom it is of
        let members = i + 1 == end && (first..i).any(|j| view.has(j, Sense::Joint) && !view.is_capital(j));
        view.is_title(i) && !members && (dotted || !named && !adjective && !view.is_first_name(i))
    };
    start = (start..end).rev().find(titled).map_or(start, |i| i + 1);
    if start > first
        && start < end
        && !view.is_first_name(start)
        && view.is_group_word(end - 1)
        && end - start < 3
    {
        // "Justice Department", "General Assembly"
        return first;
    }
    start
}

fn first_name_gender(view: &TokenView<'_, '_>, start: usize, length: usize) -> Gender {
    // "James said" may be anyone's surname
    if length < 2 && view.classes(start).any(Classes::of(Class::VerbBase)) {
        return Gender::Unknown;
    }
    match (view.is(start, Class::Female), view.is(start, Class::Male)) {
        (true, false) => Gender::Female,
        (false, true) => Gender::Male,
        _ => Gender::Unknown,
    }
}
