//! Contract: names are in order and disjoint; each is a run of tokens that begins with a capital or a particle, apart
//! from the titles and role words before it.

use super::label;
use super::page::Page;
use super::parts::Parts;
use super::role;
use super::vocabulary::{Sense, Senses};
use crate::arena::List;
use crate::lexicon::{Class, Classes, words};
use crate::text::Run;
use crate::text::layout::{Block, BlockKind};
use crate::text::token::Kind;

/// What a name may stand for, as far as the name itself and its surroundings show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Person,
    Organization,
    Place,
    /// Nothing tells.
    Open,
}

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
    pub sort: Sort,
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
pub(super) fn find<'t>(page: &Page<'_, 't>) -> List<'t, Name> {
    let mut names: List<'_, Name> = List::with_capacity_in(page.shaped.len(), page.text.arena);
    let mut rest = &page.shaped[..];
    for (index, &sentence) in page.text.sentences.runs.iter().enumerate() {
        let count = rest.iter().take_while(|&&i| i < sentence.end).count();
        let shaped;
        (shaped, rest) = rest.split_at(count);
        if shaped.is_empty() {
            continue;
        }
        let block = page.text.layout.blocks.get(page.block_of(index));
        // a dateline is a sentence of its own, and says where, not who
        let passed_over = |block: &Block| {
            block.kind == BlockKind::Furniture || sentence.end <= block.run.start + block.dateline
        };
        if block.is_some_and(passed_over) {
            continue;
        }
        let headline = page.is_title_case(sentence, shaped);
        let mut from = sentence.first();
        if let Some(raw) = label::name_in(page, sentence) {
            let name = cut(page, raw, sentence, || sentence.first(), false);
            names.push(label::shown(page, raw, name));
            from = raw.stop();
        }
        for i in shaped.iter().map(|&i| i as usize) {
            if i < from || !page.is_capital(i) || !begins(page, i, sentence, headline) {
                continue;
            }
            let end = extent(page, i, sentence, headline);
            // a title may hold a place or an organisation ("Calda mayor Ana Ruiz"), but no other person
            let bound = |n: &&Name| n.possessive || n.sort == Sort::Person;
            let floor = || {
                let before = names.iter().rev().take(3).find(bound).or(names.iter().rev().nth(3));
                before.map_or(sentence.first(), |n| n.run.stop().max(sentence.first()))
            };
            let name = cut(page, Run::new(i, end), sentence, floor, headline);
            names.extend(name);
            from = end;
        }
    }
    names
}

/// Whether a name begins with the capital at `i`.
fn begins(page: &Page<'_, '_>, i: usize, sentence: Run, headline: bool) -> bool {
    let next_capital = || i + 1 < sentence.stop() && page.is_capital(i + 1) && !page.is_function(i + 1);
    if sentence.len() < 3 && page.token(i).is_some_and(|t| t.is_upper())
        || page.has(i, Sense::Interjection) && page.opens(i, sentence)
    {
        return false;
    }
    if page.is_initial(i) {
        return next_capital() && page.word(i) != "I" && (page.word(i) != "A" || headline);
    }
    if page.is_function(i) {
        // "Will Smith said", but not "Will Smith say"
        return page.is_first_name(i) && next_capital();
    }
    if page.is_first_name(i) || !(headline || page.opens(i, sentence)) {
        return true;
    }
    if headline {
        return !page.is_content(i) || page.is_title(i) || page.is_group_word(i);
    }
    if page.is_content(i) || page.word(i).ends_with("ly") && page.kind(i + 1) == Some(Kind::Comma) {
        let titled = page.is_title(i) && (next_capital() || page.word_is(i + 1, "of"));
        return titled
            || next_capital() && !page.classes(i).any(Classes::of(Class::Adverb).and(Class::VerbIng));
    }
    true
}

/// Where the run of words that belong to the name from `i` on ends, titles included.
fn extent(page: &Page<'_, '_>, i: usize, sentence: Run, headline: bool) -> usize {
    let takes = |j: usize| {
        j < sentence.stop()
            && (page.is_capital(j) || page.is_particled(j))
            && (!page.is_function(j)
                || is_short_time(page, j) && page.is_first_name(j - 1)
                || page.is_initial(j) && page.word(j) != "I")
            && !(headline
                && page.is_content(j)
                && !page.is_title(j)
                && !page.is_group_word(j)
                && !page.is_first_name(j))
    };
    let mut end = i + 1;
    while end < sentence.stop()
        && let Some(next) = join(page, Run::new(i, end), sentence, takes)
    {
        end = next;
    }
    end
}

/// Where a name that reaches to `name.stop()` goes on to with the next words, if they belong to it.
fn join(page: &Page<'_, '_>, name: Run, sentence: Run, takes: impl Fn(usize) -> bool) -> Option<usize> {
    let j = name.stop();
    if takes(j) {
        return Some(j + 1);
    }
    // behind most names stands a word that joins nothing to them
    if page.kind(j) == Some(Kind::Word) && !page.is(j, Class::NameParticle) && !page.has(j, Sense::Joint) {
        return None;
    }
    if page.is(j, Class::NameParticle) && !page.is_capital(j) {
        let last = (j..sentence.stop().min(j + 3)).find(|&k| !page.is(k, Class::NameParticle));
        return last.filter(|&k| takes(k)).map(|k| k + 1);
    }
    match page.kind(j)? {
        Kind::Comma if j + 1 < sentence.stop() && is_suffix(page, j + 1) => Some(j + 2),
        Kind::Mark => nickname(page, j, sentence).filter(|&k| takes(k)).map(|k| k + 1),
        _ if page.is_ampersand(j) => takes(j + 1).then_some(j + 2),
        _ if page.has(j, Sense::Joint) && page.is_group_word(j - 1) => {
            let next = j + 1 + usize::from(page.is_one_of(j + 1, words!["the"]));
            (takes(next) && !page.is_first_name(next)).then_some(next + 1)
        }
        _ => None,
    }
}

/// "May", "Day": surnames too, after a first name.
fn is_short_time(page: &Page<'_, '_>, i: usize) -> bool {
    page.classes(i).any(Classes::of(Class::Month).and(Class::Time)) && page.word(i).len() < 5
}

/// "Jr.", "III": only these follow a comma within a name.
fn is_suffix(page: &Page<'_, '_>, i: usize) -> bool {
    page.is_capital(i) && page.is(i, Class::Suffix) && page.word(i).len() < 4
}

/// The end of a nickname in marks between a first and a last name.
fn nickname(page: &Page<'_, '_>, i: usize, sentence: Run) -> Option<usize> {
    let quotation = page.text.quotations.starting_at(i)?;
    let inner = quotation.run.len() <= 5 && quotation.run.stop() < sentence.stop();
    (inner
        && quotation.closed
        && page.is_capital(i + 1)
        && page.kind(quotation.run.stop() - 2) == Some(Kind::Word))
    .then_some(quotation.run.stop())
}

/// Tells titles from name in a run of capitalised words; none when it is all title ("the Prime Minister").
fn cut(
    page: &Page<'_, '_>,
    raw: Run,
    sentence: Run,
    floor: impl Fn() -> usize,
    headline: bool,
) -> Option<Name> {
    let (first, mut end) = (raw.first(), raw.stop());
    // what no word of it is, need not be asked of each
    let (senses, classes, symbols) = page.all(raw);
    let mut start = title_end(page, raw, senses);
    if start >= end {
        // "House Speaker": what stands before the title may be a name
        end = (first..end)
            .rev()
            .find(|&i| !page.is_title(i) && !page.has(i, Sense::Portfolio))
            .map_or(first, |i| i + 1);
        start = first;
        if end == first || (start..end).all(|i| page.is(i, Class::Adjective) || page.has(i, Sense::Qualifier))
        {
            return None;
        }
    }
    if end - start > 1 && senses.has(Sense::FirstName) {
        start = first_name(page, Run::new(start, end), sentence, headline);
    }
    while senses.has(Sense::Qualifier) && start + 1 < end && page.has(start, Sense::Qualifier) {
        start += 1;
    }
    if classes.has(Class::Adjective)
        && (start..end).all(|i| page.is(i, Class::Adjective) && !page.is_first_name(i))
    {
        return None;
    }
    let of_place = |i: usize| page.has(i, Sense::Place) || page.is(i, Class::Adjective);
    // "the Velmark conservative": a description
    if senses.has(Sense::Epithet)
        && end - start > 1
        && start > sentence.first()
        && page.is_one_of(start - 1, words!["the"])
        && page.has(end - 1, Sense::Epithet)
        && (start..end - 1).all(of_place)
    {
        return None;
    }
    let title = role::before(page, start, floor);
    let run = Run::new(start, end);
    let length = run.len();
    let first_name = page.is_first_name(start) || page.is_initial(start);
    let the = title
        .map_or(start, Run::first)
        .checked_sub(1)
        .is_some_and(|i| i >= sentence.first() && page.is_one_of(i, words!["the"]));
    let suffixed = length > 1 && page.is(end - 1, Class::Suffix);
    let place = senses.has(Sense::Place) && page.has(end - 1, Sense::Place) && (start..end).all(of_place);
    let acronym = length == 1 && page.token(start).is_some_and(|t| t.is_upper()) && !headline;
    let sort = if place && title.is_none() {
        Sort::Place
    } else if is_organization(page, run, symbols || senses.has(Sense::Joint))
        && !(first_name && length == 2 && !page.is(end - 1, Class::Group))
    {
        Sort::Organization
    } else if title.is_some() || first_name && (length > 1 || !the) || suffixed {
        Sort::Person
    } else if the || acronym {
        Sort::Organization
    } else {
        Sort::Open
    };
    let single = length == 1 && title.is_none();
    // "Graspworks, the maker of robots, …"
    let apposed = || page.kind(end) == Some(Kind::Comma) && page.is(end + 1, Class::Determiner);
    // a byline names somebody in capitals that show nothing
    let byline =
        headline && run.len() > 1 && start > sentence.first() && page.is_one_of(start - 1, words!["by"]);
    let weak =
        headline && !byline || single && sort == Sort::Open && page.opens(start, sentence) && !apposed();
    let gender = title
        .map_or(Gender::Unknown, |title| role::gender(page, title))
        .or(first_name_gender(page, start, length));
    let parts = Parts::of(page, run, sort == Sort::Organization);
    Some(Name { run, title, sort, gender, possessive: page.is_possessive(end), weak, parts })
}

/// Where a name begins that has more before its first name.
fn first_name(page: &Page<'_, '_>, name: Run, sentence: Run, headline: bool) -> usize {
    let (mut start, end) = (name.first(), name.stop());
    // "American Ana Ruiz": adjectives before a first name
    if let Some(name) = (start + 1..end.saturating_sub(1)).find(|&i| page.is_first_name(i))
        && (start..name).all(|i| {
            headline
                || page.is(i, Class::Adjective)
                || page.is_group_word(i)
                || page.has(i, Sense::Place)
                || page.token(i).is_some_and(|t| t.is_upper())
        })
    {
        start = name;
    }
    // "Yes Ana Ruiz": a word that opens the sentence, before a first and a last name
    let opens = start == sentence.first()
        && end - start > 2
        && !page.is_first_name(start)
        && page.is_first_name(start + 1)
        && !page.is_initial(start);
    start + usize::from(opens)
}

/// Whether a group bears this name; `joined` where something may join its words.
fn is_organization(page: &Page<'_, '_>, name: Run, joined: bool) -> bool {
    page.is_group_word(name.stop() - 1)
        || joined
            && name
                .indices()
                .skip(1)
                .any(|i| page.is_ampersand(i) || page.has(i, Sense::Joint) && page.is_group_word(i - 1))
}

/// Where the titles that open a run of capitalised words end.
fn title_end(page: &Page<'_, '_>, raw: Run, senses: Senses) -> usize {
    let (first, end) = (raw.first(), raw.stop());
    let office = first > 1 && page.has(first - 1, Sense::Joint) && page.is_title(first - 2);
    // most names
    if !office && !senses.has(Sense::Title) {
        return first;
    }
    // "Office of the Inspector General"
    if page.is_group_word(first) && page.has(first + 1, Sense::Joint) && end > first + 2 {
        return first;
    }
    let mut start = first;
    // "Secretary of State Ruiz"
    if office {
        while start < end && (page.has(start, Sense::Portfolio) || page.is_title(start)) {
            start += 1;
        }
        if start < end && page.word_is(start, "and") {
            return first;
        }
    }
    let titled = |&i: &usize| {
        // "Martin King", but "Virginia Sen. Ana Ruiz"
        let dotted = page.word(i).ends_with('.');
        let named = i > first
            && (page.is_first_name(i - 1) && !page.has(i - 1, Sense::Place) || page.is_initial(i - 1));
        // "Republican Ana Ruiz", but "Republican National Convention"
        let adjective =
            page.is(i, Class::Adjective) && !page.is(i, Class::Title) && !page.is_first_name(i + 1);
        // "Association of Letting Agents": those whom it is of
        let members = i + 1 == end && (first..i).any(|j| page.has(j, Sense::Joint) && !page.is_capital(j));
        page.is_title(i) && !members && (dotted || !named && !adjective && !page.is_first_name(i))
    };
    start = (start..end).rev().find(titled).map_or(start, |i| i + 1);
    if start > first
        && start < end
        && !page.is_first_name(start)
        && page.is_group_word(end - 1)
        && end - start < 3
    {
        // "Justice Department", "General Assembly"
        return first;
    }
    start
}

fn first_name_gender(page: &Page<'_, '_>, start: usize, length: usize) -> Gender {
    // "James said" may be anyone's surname
    if length < 2 && page.classes(start).any(Classes::of(Class::VerbBase)) {
        return Gender::Unknown;
    }
    match (page.is(start, Class::Female), page.is(start, Class::Male)) {
        (true, false) => Gender::Female,
        (false, true) => Gender::Male,
        _ => Gender::Unknown,
    }
}
