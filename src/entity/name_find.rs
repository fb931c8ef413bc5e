//! Contract: names are in order and disjoint; each is a run of tokens that begins with a capital or
//! a particle, after any titles and role words.

use super::gender::Gender;
use super::kind::EntityKind;
use super::label;
use super::name::Name;
use super::name_cut::{cut, runs_something};
use super::name_parts::Parts;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use crate::arena::List;
use crate::lexicon::{Class, Classes, WordId, words};
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::layout::{Block, BlockKind};
use crate::text::token::Kind;

/// The most words of a line in capitals that may be a name or a byline: "BY ANA MARIA RUIZ".
const BYLINE: usize = 4;

/// Finds the names of a text.
pub(super) fn find<'t>(view: &TokenView<'_, 't>) -> List<'t, Name> {
    let mut names: List<'_, Name> = List::with_capacity_in(view.shaped.len(), view.text.arena);
    let mut rest = &view.shaped[..];
    // the words that also end a longer name: at most one for each word of the lexicon
    let mut surnames: List<'_, WordId> = List::new_in(view.text.arena);
    for (index, &sentence) in view.text.sentences.runs.iter().enumerate() {
        let count = rest.iter().take_while(|&&i| i < sentence.end).count();
        let shaped;
        (shaped, rest) = rest.split_at(count);
        if shaped.is_empty() {
            continue;
        }
        let block = view.text.layout.blocks.get(view.block_of(index));
        // a dateline is a sentence of its own, and gives a place, not a speaker
        let passed_over = |block: &Block| {
            block.kind == BlockKind::Furniture || sentence.end <= block.run.start + block.dateline
        };
        if block.is_some_and(passed_over) {
            continue;
        }
        if is_shouted_line(view, sentence, shaped) {
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
            if i < from || !view.is_capital(i) && !view.is_particled(i) {
                continue;
            }
            if surnames.contains(&view.id(i)) && stands_alone(view, i) {
                names.push(surname(view, i));
                from = i + 1;
                continue;
            }
            if !begins(view, i, sentence, headline) {
                continue;
            }
            let end = extent(view, i, sentence, headline);
            // a title may contain a place or an organisation ("Calda mayor Ana Ruiz"), but no other
            // person
            let bound = |n: &&Name| n.possessive || n.kind == EntityKind::Person;
            let floor = || {
                let before = names.iter().rev().take(3).find(bound).or(names.iter().rev().nth(3));
                before.map_or(sentence.first(), |n| n.run.stop().max(sentence.first()))
            };
            let name = cut(view, Run::new(i, end), sentence, floor, headline);
            let last = name.as_ref().filter(|name| name.run.len() > 1 && !name.kind.is_body());
            let last = last.map(|name| view.id(name.run.stop() - 1)).filter(|&id| id != WordId::NONE);
            surnames.extend(last.filter(|id| !surnames.contains(id)));
            names.extend(name);
            from = end;
        }
    }
    names
}

/// "RED STATES OUTNUMBER BLUE STATES": a heading in capitals, in which no word shows that it is a
/// name.
fn is_shouted_line(view: &TokenView<'_, '_>, sentence: Run, shaped: &[u32]) -> bool {
    let upper = |&i: &u32| view.token(i as usize).is_some_and(|t| t.is_upper() || t.is_dotted());
    shaped.len() > BYLINE
        && shaped.iter().all(upper)
        && sentence.indices().filter(|&i| view.kind(i) == Some(Kind::Word)).count() == shaped.len()
}

/// Whether a name begins at the capitalised token `i`.
fn begins(view: &TokenView<'_, '_>, i: usize, sentence: Run, headline: bool) -> bool {
    let next_capital = || {
        i + 1 < sentence.stop()
            && view.is_capital(i + 1)
            && (!view.is_function(i + 1) || !headline && is_own_in_name(view, i + 1))
    };
    if sentence.len() < 3 && view.token(i).is_some_and(|t| t.is_upper())
        || view.has(i, Sense::Interjection) && (view.opens(i, sentence) || !view.is_first_name(i))
    {
        return false;
    }
    if view.is_initial(i) {
        return next_capital() && view.word(i) != "I" && (view.word(i) != "A" || headline);
    }
    if view.classes(i).any(Classes::of(Class::Month).and(Class::Time))
        && let Some(begins) = begins_with_time(view, i, sentence)
    {
        return begins;
    }
    if view.is_function(i) {
        // "Will Smith said", but not "Will Smith say"
        return (view.is_first_name(i) || view.syntax.tag(i) == Tag::Proper) && next_capital();
    }
    // "Said Moor: “It is late.”"
    let said = || view.is(i, Class::VerbPast) && view.syntax.tag(i) == Tag::Finite;
    if !headline && view.opens(i, sentence) && said() {
        return false;
    }
    if view.is_first_name(i) || !(headline || view.opens(i, sentence)) {
        return true;
    }
    if headline {
        return !view.is_content(i) || view.is_title(i) || view.is_group_word(i);
    }
    // "One American voter"
    let of_place = |i: usize| view.has(i, Sense::Place) || view.is(i, Class::Adjective);
    if view.has(i, Sense::Singular) && of_place(i + 1) {
        return false;
    }
    // "BEATS said", but not "WATCH: …" or a line in capitals
    let upper = |i: usize| view.token(i).is_some_and(|t| t.is_upper());
    let acronym = view.word(i).len() > 2
        && upper(i)
        && (view.kind(i + 1) == Some(Kind::Comma) || !upper(i + 1) && view.syntax.verb_at(i + 1));
    // "Labour's Ana Ruiz"
    let common = view.has(i, Sense::CommonName) && view.is_possessive(i + 1) && view.is_capital(i + 2);
    if acronym || common || is_firm_of_two(view, i) {
        return true;
    }
    if next_capital() && !view.is_group_word(i + 1) && introduces_clause(view, i) {
        return false;
    }
    if view.is_content(i) || view.word(i).ends_with("ly") && view.kind(i + 1) == Some(Kind::Comma) {
        if runs_something(view, i) {
            return true;
        }
        let titled = view.is_title(i) && (next_capital() || view.is_one_of(i + 1, words!["of"]));
        return titled
            || next_capital() && !view.classes(i).any(Classes::of(Class::Adverb).and(Class::VerbIng));
    }
    true
}

/// Whether a name begins at the month or day at `i`, if the words around show it.
fn begins_with_time(view: &TokenView<'_, '_>, i: usize, sentence: Run) -> Option<bool> {
    let before = i.checked_sub(1).filter(|_| i > sentence.first());
    let governed = before.is_some_and(|before| view.is(before, Class::Preposition));
    if !view.is(i, Class::Month) {
        // "On Saturday Ruiz told", but "the Sunday Ledger"
        return (governed && !view.is_group_word(i + 1)).then_some(false);
    }
    // "In May Ana Ruiz left"
    if before.is_some_and(|before| view.is_one_of(before, words!["in", "since", "until"])) {
        return Some(false);
    }
    // "May, who said", "May said": the month does not act
    (acts(view, i + 1) && !governed).then_some(true)
}

/// "Ironically Ruiz …", "Added Ruiz: …": a word before the name that opens the sentence.
fn introduces_clause(view: &TokenView<'_, '_>, i: usize) -> bool {
    const ADVERBS: [&str; 7] = ["ingly", "ally", "antly", "ently", "ately", "ously", "ably"];
    let inverted = view.is(i, Class::VerbPast) && view.lexicon.speaks(view.id(i));
    inverted || ADVERBS.iter().any(|ending| view.word(i).ends_with(ending))
}

/// "Hill said", "Hill, 44, said", "Hill's book", but not "Hill farmers said" or "the Church said":
/// whether the word at `i` that also ends a longer name is a noun phrase by itself.
fn stands_alone(view: &TokenView<'_, '_>, i: usize) -> bool {
    let sentence = view.sentence(i);
    if i > sentence.first() && (view.is(i - 1, Class::Determiner) || view.is_capital(i - 1)) {
        return false;
    }
    match view.kind(i + 1) {
        Some(Kind::Word) => {
            let next = i + 1 + usize::from(view.syntax.tag(i + 1) == Tag::Adverb);
            view.syntax.verb_at(next) || view.syntax.tag(next) == Tag::Auxiliary
        }
        Some(Kind::Comma) => view.token(i + 2).is_some_and(|t| !t.is_capital()),
        _ => view.is_possessive(i + 1),
    }
}

/// "Hill", after "Delphine Hill".
fn surname(view: &TokenView<'_, '_>, i: usize) -> Name {
    let run = Run::new(i, i + 1);
    Name {
        run,
        title: None,
        kind: EntityKind::Unknown,
        gender: Gender::Unknown,
        possessive: view.is_possessive(i + 1),
        weak: false,
        parts: Parts::of(view, run, false),
    }
}

/// Whether a verb of saying or "who" follows, at `i` or after a comma at `i`.
fn acts(view: &TokenView<'_, '_>, i: usize) -> bool {
    match view.kind(i) {
        Some(Kind::Comma) => view.is_one_of(i + 1, words!["who"]),
        Some(Kind::Word) => view.syntax.verb_at(i) && view.lexicon.speaks(view.id(i)),
        _ => false,
    }
}

/// Where the name that starts at `i` ends, titles included.
fn extent(view: &TokenView<'_, '_>, i: usize, sentence: Run, headline: bool) -> usize {
    // "Joan Till"
    let pronounced = Classes::of(Class::Determiner).and(Class::SubjectPronoun).and(Class::PossessivePronoun);
    let surname = |j: usize| {
        view.is_first_name(j - 1)
            && (view.has(j, Sense::Surname) || !headline && !view.classes(j).any(pronounced))
    };
    // "Save Our Shelves"
    let own = |j: usize| !headline && is_own_in_name(view, j);
    let takes = |j: usize| {
        j < sentence.stop()
            && (view.is_capital(j) || view.is_particled(j))
            && (!view.is_function(j) || surname(j) || own(j) || view.is_initial(j) && view.word(j) != "I")
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

/// "Save Our Shelves": a possessive pronoun that is part of a name.
fn is_own_in_name(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.is_capital(i) && view.is(i, Class::PossessivePronoun) && view.is_capital(i + 1)
}

/// The new end of `name` if the next words belong to it.
fn join(view: &TokenView<'_, '_>, name: Run, sentence: Run, takes: impl Fn(usize) -> bool) -> Option<usize> {
    let j = name.stop();
    if takes(j) {
        return Some(j + 1);
    }
    // after most names comes a word that cannot continue them
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
        // "the Brewers' Union"
        Kind::Mark
            if view.is_possessive(j)
                && takes(j + 1)
                && view.is_group_word(j + 1)
                && !view.has(j - 1, Sense::Place)
                && !view.is_first_name(name.first()) =>
        {
            Some(j + 2)
        }
        Kind::Mark => nickname(view, j, sentence).filter(|&k| takes(k)).map(|k| k + 1),
        // "St Brannock's Hospital"
        Kind::Clitic if name.len() == 2 && view.is_one_of(name.first(), words!["st"]) => {
            (takes(j + 1) && view.is_group_word(j + 1)).then_some(j + 2)
        }
        _ if view.is_ampersand(j) => takes(j + 1).then_some(j + 2),
        // "the Furnace and Allied Trades Union"
        _ if view.is_one_of(j, words!["and"]) && name.len() == 1 && shares_group(view, name, sentence) => {
            let last = (j + 1..sentence.stop()).take_while(|&k| takes(k)).last()?;
            let group = view.is_group_word(last) || view.has(last, Sense::Regulator);
            (last > j + 1 && group).then_some(last + 1)
        }
        _ if name.len() == 1 && is_firm_of_two(view, name.first()) => Some(j + 2),
        // "Norland Fire and Rescue"
        _ if view.is_one_of(j, words!["and"]) && name.len() == 2 && joins_services(view, name, j) => {
            Some(j + 2)
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
        // "Friends of Tarn Library"
        _ if view.has(j, Sense::Joint)
            && (view.is_group_word(j - 1) || name.len() == 1 && view.is_one_of(j - 1, words!["friends"])) =>
        {
            let next = j + 1 + usize::from(view.is_one_of(j + 1, words!["the"]));
            (takes(next) && !view.is_first_name(next)).then_some(next + 1)
        }
        _ => None,
    }
}

/// "Norland Fire and Rescue": common nouns on both sides of the "and" at `and`, of which the second
/// one ends the phrase.
fn joins_services(view: &TokenView<'_, '_>, name: Run, and: usize) -> bool {
    let common = |i: usize| {
        view.is_capital(i)
            && view.is(i, Class::Noun)
            && !view.is_first_name(i)
            && !view.is_title(i)
            && !view.is_group_word(i)
            && !view.has(i, Sense::Place)
    };
    let first = name.first();
    !view.is_content(first)
        && !view.is_first_name(first)
        && common(and - 1)
        && (common(and + 1) || view.has(and + 1, Sense::Organization))
        && !view.is_capital(and + 2)
}

/// "Hobbs and Tarrant has warned": two words joined by "and" with a singular verb are one firm.
pub(super) fn is_firm_of_two(view: &TokenView<'_, '_>, i: usize) -> bool {
    let named = |i: usize| view.is_capital(i) && !view.is_function(i) && !view.is_title(i);
    let opens =
        || i == view.sentence(i).first() || matches!(view.kind(i - 1), Some(Kind::Comma | Kind::Mark));
    view.is_one_of(i + 1, words!["and"])
        && opens()
        && named(i)
        && named(i + 2)
        && (view.is_one_of(i + 3, words!["has", "is", "was"])
            || view.is(i + 3, Class::VerbS) && view.syntax.tag(i + 3) == Tag::Finite)
}

/// Whether `name` may share the group noun after "and": a common word after "the", as in "the
/// Furnace and Allied Trades Union".
fn shares_group(view: &TokenView<'_, '_>, name: Run, sentence: Run) -> bool {
    let first = name.first();
    let acronym = view.token(first).is_some_and(|t| t.is_upper());
    let common = !view.is_first_name(first)
        && !acronym
        && !view.is(first, Class::Group)
        && !view.is_title(first)
        && !view.has(first, Sense::Place);
    common && first > sentence.first() && view.is_one_of(first - 1, words!["the"])
}

/// "Jr.", "III": the only words that follow a comma within a name.
fn is_suffix(view: &TokenView<'_, '_>, i: usize) -> bool {
    view.is_capital(i) && view.is(i, Class::Suffix) && view.word(i).len() < 4
}

/// The end of a quoted nickname between a first and a last name.
fn nickname(view: &TokenView<'_, '_>, i: usize, sentence: Run) -> Option<usize> {
    let quotation = view.text.quotations.starting_at(i)?;
    let inner = quotation.run.len() <= 5 && quotation.run.stop() < sentence.stop();
    (inner
        && quotation.closed
        && view.is_capital(i + 1)
        && view.kind(quotation.run.stop() - 2) == Some(Kind::Word))
    .then_some(quotation.run.stop())
}
