//! Roles: what the article says a person is, before the name or in apposition after it.

use super::gender::Gender;
use super::key::Key;
use super::token_view::TokenView;
use super::vocabulary::{Sense, Senses};
use crate::lexicon::{Class, Classes, words};
use crate::text::Run;
use crate::text::token::Kind;

/// The maximum number of tokens of an apposition or title.
const REACH: usize = 24;
/// The maximum number of modifiers between an article and its noun.
const MODIFIERS: usize = 3;

/// The titles and role words directly before the name at `name`, but not before `floor`. `floor` is
/// a closure because it is rarely needed.
pub(super) fn before(view: &TokenView<'_, '_>, name: usize, floor: impl Fn() -> usize) -> Option<Run> {
    let last = name.checked_sub(1).filter(|&i| view.kind(i) == Some(Kind::Word))?;
    let capital = view.is_capital(last);
    // "the venture capitalist Ana Ruiz"
    let agent = view.is_personal(last);
    let titled = view.is_title(last) || agent || capital && view.has(last, Sense::Portfolio);
    // "a major Ruiz win"
    let adjective = !capital && view.is(last, Class::Adjective) && !view.is(last, Class::Person);
    if !titled || adjective || is_plural(view, last) {
        return None;
    }
    let floor = floor();
    if last < floor {
        return None;
    }
    let mut start = last;
    while start > floor && last - start < 10 && belongs_before(view, start - 1, start) {
        start -= 1;
    }
    while start < last && (view.is(start, Class::Adverb) || matches!(view.word(start), "of" | "for" | "and"))
    {
        start += 1;
    }
    let pointed = agent && start > floor && view.is(start - 1, Class::Determiner);
    // a portfolio counts only after its title
    (pointed || (start..name).any(|i| view.is_title(i))).then(|| Run::new(start, name))
}

fn belongs_before(view: &TokenView<'_, '_>, i: usize, next: usize) -> bool {
    if view.kind(i) != Some(Kind::Word) || view.is_verb(i) {
        return false;
    }
    if view.has(i, Sense::Joint) {
        // "Secretary of State Ruiz", but not "friends of Mrs Ruiz"
        let joins = view.is_capital(next) && !view.has(next, Sense::Honorific);
        return joins && i > 0 && view.is_title(i - 1);
    }
    if view.is_one_of(i, words!["and"]) {
        return view.has(next, Sense::Portfolio) && i > 0 && view.has(i - 1, Sense::Portfolio);
    }
    // "after the vote President Ruiz": only capitalised words and qualifiers may precede a capital
    let honorific = view.has(next, Sense::Honorific);
    if honorific && !view.is_title(i) {
        return false;
    }
    let lone = view.is_capital(next) && !view.is_capital(i) && !honorific;
    if view.is_function(i) || lone && !view.has(i, Sense::Qualifier) && !view.is(i, Class::Adjective) {
        return false;
    }
    let nominal = Classes::of(Class::Title)
        .and(Class::Person)
        .and(Class::Group)
        .and(Class::Noun)
        .and(Class::Adjective)
        .and(Class::Document);
    let classes = view.classes(i);
    // "chief operating officer"
    let of_office = view.is_one_of(i.wrapping_sub(1), words!["chief"]);
    let verbal =
        classes.any(Classes::of(Class::VerbPast).and(Class::VerbIng)) && !view.is_capital(i) && !of_office;
    classes.any(nominal) && !verbal
        || view.is_capital(i) && !classes.any(Classes::of(Class::Adverb))
        || classes.is_empty() && !view.word(i).ends_with("ly")
        || view.has(i, Sense::Qualifier)
}

/// The description before a name in apposition: "the finance minister, Ana Ruiz,".
pub(super) fn apposed(view: &TokenView<'_, '_>, name: Run) -> Option<Run> {
    let comma = name.first().checked_sub(1).filter(|&i| view.kind(i) == Some(Kind::Comma))?;
    let floor = view.sentence(comma).first();
    // "the co-author, Ana Ruiz of Velmark University,"
    let belonging = view.is_one_of(name.stop(), words!["of", "at", "from"]);
    let of = || view.syntax.phrase_end(name.stop() + 1, view.sentence(comma).stop());
    let end = if belonging { of().unwrap_or(name.stop()) } else { name.stop() };
    let closes = matches!(view.kind(end), Some(Kind::Comma | Kind::Stop)) || end >= view.len();
    let pointing = Classes::of(Class::Determiner).and(Class::PossessivePronoun);
    if !closes {
        return None;
    }
    let pointed =
        |end: usize| (floor.max(end.saturating_sub(8))..end).rev().find(|&i| view.classes(i).any(pointing));
    let mut start = pointed(comma)?;
    // "a spokesman for the mayor, Ana Ruiz"
    if start > floor + 1 && view.has(start - 1, Sense::Joint) && view.is_title(start - 2) {
        start = pointed(start - 2)?;
    }
    if view.is(start, Class::Relative) {
        return None;
    }
    let run = Run::new(start, comma);
    let head = head(view, run).filter(|&head| head > start)?;
    let plain =
        run.indices().all(|i| view.kind(i) == Some(Kind::Word) && !view.is_verb(i) || view.is_clitic(i));
    // "her guide, Ana Ruiz,"
    let own = view.is(start, Class::PossessivePronoun) && !view.has(start, Sense::It);
    let person =
        view.is_title(head) || own && view.is_first_name(name.first()) && !view.has(head, Sense::Quantity);
    let one = person && !view.is_capital(head) && !is_plural(view, head);
    (plain && one).then_some(run)
}

/// The role in the brackets that open at `open`: "(Ashenby—Treasurer)", "(minister for roads)".
pub(super) fn bracketed(view: &TokenView<'_, '_>, open: usize) -> Option<Run> {
    let close = (open + 1..open + 10).find(|&i| view.kind(i) == Some(Kind::Close))?;
    let dash = (open + 1..close).rev().find(|&i| view.kind(i) == Some(Kind::Dash));
    let run = Run::new(dash.unwrap_or(open) + 1, close);
    (!run.is_empty() && view.is_title(run.first())).then_some(run)
}

/// The head of the apposition after the comma at `end` if it shows that the name is an
/// organisation's: "an advocacy group".
pub(super) fn of_enterprise(view: &TokenView<'_, '_>, end: usize, limit: usize) -> Option<usize> {
    let start = end + 1;
    if start >= limit || !view.is(start, Class::Determiner) {
        return None;
    }
    let head = head(view, Run::new(start, phrase_end(view, start, limit)))?;
    let group =
        view.has(head, Sense::Enterprise) || view.has(head, Sense::Introducer) && !is_plural(view, head);
    group.then_some(head)
}

/// The apposition after a name that ends before the comma at `end`: "Ana Ruiz, 54, head of the port
/// authority,". It ends at `limit` at the latest.
pub(super) fn after(view: &TokenView<'_, '_>, end: usize, limit: usize) -> Option<Run> {
    if view.kind(end) != Some(Kind::Comma) || end + 1 >= limit {
        return None;
    }
    let mut start = end + 1;
    if view.kind(start) == Some(Kind::Number) && view.kind(start + 1) == Some(Kind::Comma) {
        start += 2;
    }
    // "Ana Ruiz, whose mother"
    if start >= limit || view.is(start, Class::Relative) {
        return None;
    }
    let mut stop = phrase_end(view, start, limit);
    while stop > start && view.classes(stop - 1).any(Classes::of(Class::Coordinator).and(Class::Preposition))
    {
        stop -= 1;
    }
    let head = head(view, Run::new(start, stop))?;
    let speaks = (view.is_title(head) || view.is_agent(head)) && !view.has(head, Sense::Honorific);
    let possessed = view.is_possessive(head + 1);
    // "Ruiz, President Biden and …" lists people
    let lists = view.is_capital(start) && view.is_title(start) && head == start && view.is_capital(start + 1);
    let joined = view.is_function(start)
        && !view.classes(start).any(Classes::of(Class::Determiner).and(Class::PossessivePronoun));
    (speaks && !possessed && !lists && !joined && !is_plural(view, head)).then(|| Run::new(start, stop))
}

/// Where a role or description that starts at `start` ends: at a comma, a full stop, a bracket, a
/// finite verb or a relative pronoun.
fn phrase_end(view: &TokenView<'_, '_>, start: usize, limit: usize) -> usize {
    let limit = limit.min(start + REACH).min(view.len());
    (start..limit)
        .find(|&i| {
            let open = Classes::of(Class::Relative).and(Class::Wh).and(Class::SubjectPronoun);
            match view.kind(i) {
                Some(Kind::Word) => {
                    view.is_verb(i)
                        || view.is_one_of(i, words!["whose"])
                        || !view.is_capital(i) && view.classes(i).any(open) && !view.is(i, Class::Determiner)
                }
                Some(Kind::Number | Kind::Clitic | Kind::Address | Kind::Symbol) => false,
                _ => !view.is_possessive(i),
            }
        })
        .unwrap_or(limit)
}

/// The head noun of a role or description: "spokesman" in "a spokesman for the ministry".
pub(super) fn head(view: &TokenView<'_, '_>, run: Run) -> Option<usize> {
    let closing = Classes::of(Class::Preposition).and(Class::Relative).and(Class::Wh).and(Class::Coordinator);
    let mut head = None;
    for i in run.indices() {
        let word = matches!(view.kind(i), Some(Kind::Word | Kind::Number));
        // "a Reuters/Norvik poll"
        let slash = view.kind(i) == Some(Kind::Symbol) && view.word(i) == "/";
        if view.is_clitic(i) || view.kind(i) == Some(Kind::Mark) || view.is(i, Class::Reflexive) || slash {
            continue;
        }
        let capital = view.is_capital(i) && i > run.first();
        let both = || {
            let adjective =
                head.is_some_and(|h: usize| view.is(h, Class::Adjective) && !view.is(h, Class::Person));
            view.is(i, Class::Coordinator) && adjective
        };
        if word && both() {
            // "current and former officials"
            continue;
        }
        if !word || view.classes(i).any(closing) && !capital && head.is_some() {
            break;
        }
        if head.is_some() && !capital && (view.is_verb(i) || participle_closes(view, i)) {
            break;
        }
        // "a barrister leading the team", "an officer told of the theft"
        let clause = head.is_some_and(|h| view.is_title(h))
            && (view.classes(i).any(Classes::of(Class::VerbIng).and(Class::VerbParticiple))
                || view.word(i).ends_with("ing"))
            && !view.is_title(i)
            && view.classes(i + 1).any(
                Classes::of(Class::Determiner)
                    .and(Class::PossessivePronoun)
                    .and(Class::Preposition)
                    .and(Class::To),
            );
        if clause && !capital {
            break;
        }
        // "a person familiar with the talks"
        let trails = head.is_some_and(|h| view.is_title(h))
            && view.is(i, Class::Adjective)
            && !view.is_title(i)
            && view.is(i + 1, Class::Preposition);
        if trails && !capital {
            break;
        }
        if !view.classes(i).any(Classes::of(Class::Determiner).and(Class::Adverb)) || capital {
            head = Some(i);
        }
    }
    head
}

/// "officials briefed on the talks", "a woman named Ana": a participle after the noun opens a
/// clause.
fn participle_closes(view: &TokenView<'_, '_>, i: usize) -> bool {
    let classes = view.classes(i);
    let nominal = Classes::of(Class::Noun)
        .and(Class::Person)
        .and(Class::Group)
        .and(Class::Document)
        .and(Class::Adjective);
    classes.any(Classes::of(Class::VerbParticiple).and(Class::VerbIng)) && !classes.any(nominal)
}

/// The gender that the words of a title or role show.
pub(super) fn gender(view: &TokenView<'_, '_>, run: Run) -> Gender {
    let head = head(view, run).unwrap_or(run.stop());
    for i in (run.first()..run.stop().min(head + 1)).rev() {
        if view.is_possessive(i) {
            break;
        }
        let senses = view.senses(i);
        match (senses.has(Sense::Feminine), senses.has(Sense::Masculine)) {
            (true, false) => return Gender::Female,
            (false, true) => return Gender::Male,
            _ if view.is_one_of(i, words!["mx"]) => return Gender::Neutral,
            _ => {}
        }
    }
    Gender::Unknown
}

/// The key under which a role is indexed: "senator" for "Sen."
pub(super) fn key(view: &TokenView<'_, '_>, head: usize) -> Key {
    if view.has(head, Sense::RoleKin) {
        return Key::of_id(view.lexicon.variants().role(view.id(head)));
    }
    view.key(head)
}

/// The key of what the role at `head` may also be called: "the officer" for "inspector".
pub(super) fn kind_key(view: &TokenView<'_, '_>, head: usize) -> Option<Key> {
    let variants = view.lexicon.variants();
    let general = || variants.role(variants.kind(view.id(head)));
    view.has(head, Sense::KindKin).then(|| Key::of_id(general()))
}

/// The key of the members of the party named at `i`: "Labour" in "the Labour candidate", "Tory".
pub(super) fn party(view: &TokenView<'_, '_>, i: usize) -> Option<Key> {
    let named = view.has(i, Sense::Party) && view.is_capital(i);
    named.then(|| Key::of_id(view.lexicon.variants().kind(view.id(i))).then(view.key_of("party")))
}

/// "a new campaign group": whether an indefinite article introduces the noun at `noun`.
pub(super) fn is_indefinite(view: &TokenView<'_, '_>, noun: usize) -> bool {
    let start = noun.saturating_sub(MODIFIERS + 1).max(view.sentence(noun).first());
    (start..noun).any(|i| view.is_one_of(i, words!["a", "an"]))
}

/// Whether the noun at `head` is plural in meaning.
pub(super) fn is_plural(view: &TokenView<'_, '_>, head: usize) -> bool {
    let senses = view.senses(head);
    if senses.any(const { Senses::of(&[Sense::Plural, Sense::Singular]) }) {
        return senses.has(Sense::Plural);
    }
    let word = view.word(head).as_bytes();
    let ends =
        |ending: &[u8]| word.len() > 3 && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending);
    view.is(head, Class::IndefinitePronoun)
        || ends(b"s") && !ends(b"ss") && !ends(b"us") && !ends(b"is")
        || word.len() > 4 && ends(b"men")
}
