//! Roles: what an article says somebody is, before the name or in apposition after it.

use super::key::Key;
use super::name::Gender;
use super::page::Page;
use super::vocabulary::{Sense, Senses};
use crate::lexicon::{Class, Classes};
use crate::text::Run;
use crate::text::token::Kind;

/// The most tokens of an apposition or title.
const REACH: usize = 24;

/// The titles and role words that stand directly before a name at `name` and not before `floor`, which is seldom asked for.
pub(super) fn before(page: &Page<'_, '_>, name: usize, floor: impl Fn() -> usize) -> Option<Run> {
    let last = name.checked_sub(1).filter(|&i| page.kind(i) == Some(Kind::Word))?;
    let capital = page.is_capital(last);
    // "the venture capitalist Ana Ruiz"
    let agent = page.is_personal(last);
    let titled = page.is_title(last) || agent || capital && page.has(last, Sense::Portfolio);
    // "a major Ruiz win"
    let adjective = !capital && page.is(last, Class::Adjective) && !page.is(last, Class::Person);
    if !titled || adjective || is_plural(page, last) {
        return None;
    }
    let floor = floor();
    if last < floor {
        return None;
    }
    let mut start = last;
    while start > floor && last - start < 10 && belongs_before(page, start - 1, start) {
        start -= 1;
    }
    while start < last && (page.is(start, Class::Adverb) || matches!(page.word(start), "of" | "for" | "and"))
    {
        start += 1;
    }
    let pointed = agent && start > floor && page.is(start - 1, Class::Determiner);
    // a portfolio is one only after its title
    (pointed || (start..name).any(|i| page.is_title(i))).then(|| Run::new(start, name))
}

fn belongs_before(page: &Page<'_, '_>, i: usize, next: usize) -> bool {
    if page.kind(i) != Some(Kind::Word) || page.is_verb(i) {
        return false;
    }
    if page.has(i, Sense::Joint) {
        return page.is_capital(next) && i > 0 && page.is_title(i - 1);
    }
    if page.word_is(i, "and") {
        return page.has(next, Sense::Portfolio) && i > 0 && page.has(i - 1, Sense::Portfolio);
    }
    // "after the vote President Ruiz": only capitals and qualifiers lead to a capital
    let honorific = page.has(next, Sense::Honorific);
    if honorific && !page.is_title(i) {
        return false;
    }
    let lone = page.is_capital(next) && !page.is_capital(i) && !honorific;
    if page.is_function(i) || lone && !page.has(i, Sense::Qualifier) && !page.is(i, Class::Adjective) {
        return false;
    }
    let nominal = Classes::of(Class::Title)
        .and(Class::Person)
        .and(Class::Group)
        .and(Class::Noun)
        .and(Class::Adjective)
        .and(Class::Document);
    let classes = page.classes(i);
    let verbal = classes.any(Classes::of(Class::VerbPast).and(Class::VerbIng)) && !page.is_capital(i);
    classes.any(nominal) && !verbal
        || page.is_capital(i) && !classes.any(Classes::of(Class::Adverb))
        || classes.is_empty() && !page.word(i).ends_with("ly")
        || page.has(i, Sense::Qualifier)
}

/// The description before a name that stands in apposition to it: "the finance minister, Ana Ruiz,".
pub(super) fn apposed(page: &Page<'_, '_>, name: Run) -> Option<Run> {
    let comma = name.first().checked_sub(1).filter(|&i| page.kind(i) == Some(Kind::Comma))?;
    let floor = page.sentence(comma).first();
    let closes =
        matches!(page.kind(name.stop()), Some(Kind::Comma | Kind::Stop)) || name.stop() >= page.len();
    let pointing = Classes::of(Class::Determiner).and(Class::PossessivePronoun);
    if !closes {
        return None;
    }
    let start = (floor.max(comma.saturating_sub(8))..comma).rev().find(|&i| page.classes(i).any(pointing))?;
    if page.is(start, Class::Relative) {
        return None;
    }
    let run = Run::new(start, comma);
    let head = head(page, run).filter(|&head| head > start)?;
    let plain =
        run.indices().all(|i| page.kind(i) == Some(Kind::Word) && !page.is_verb(i) || page.is_clitic(i));
    let one = page.is_title(head) && !page.is_capital(head) && !is_plural(page, head);
    (plain && one).then_some(run)
}

/// Whether the apposition after a comma at `end` says that the name before it is an enterprise's.
pub(super) fn is_of_enterprise(page: &Page<'_, '_>, end: usize, limit: usize) -> bool {
    let start = end + 1;
    start < limit && page.is(start, Class::Determiner) && {
        let run = Run::new(start, phrase_end(page, start, limit));
        head(page, run).is_some_and(|head| page.has(head, Sense::Enterprise))
    }
}

/// The apposition after a name that ends before `end`: "Ana Ruiz, 54, head of the port authority," or
/// "Ana Ruiz (the minister)". It reaches at most to `limit`.
pub(super) fn after(page: &Page<'_, '_>, end: usize, limit: usize) -> Option<Run> {
    if page.kind(end) != Some(Kind::Comma) || end + 1 >= limit {
        return None;
    }
    let mut start = end + 1;
    if page.kind(start) == Some(Kind::Number) && page.kind(start + 1) == Some(Kind::Comma) {
        start += 2;
    }
    if start >= limit {
        return None;
    }
    let mut stop = phrase_end(page, start, limit);
    while stop > start && page.classes(stop - 1).any(Classes::of(Class::Coordinator).and(Class::Preposition))
    {
        stop -= 1;
    }
    let head = head(page, Run::new(start, stop))?;
    let speaks = (page.is_title(head) || page.is_agent(head)) && !page.has(head, Sense::Honorific);
    let possessed = page.is_possessive(head + 1);
    // "Ruiz, President Biden and …" lists people
    let lists = page.is_capital(start) && page.is_title(start) && head == start && page.is_capital(start + 1);
    let joined = page.is_function(start)
        && !page.classes(start).any(Classes::of(Class::Determiner).and(Class::PossessivePronoun));
    (speaks && !possessed && !lists && !joined && !is_plural(page, head)).then(|| Run::new(start, stop))
}

/// Where a role or description that starts at `start` ends: at a comma, a stop, a bracket, a finite verb, a relative.
fn phrase_end(page: &Page<'_, '_>, start: usize, limit: usize) -> usize {
    let limit = limit.min(start + REACH).min(page.len());
    (start..limit)
        .find(|&i| {
            let open = Classes::of(Class::Relative).and(Class::Wh).and(Class::SubjectPronoun);
            match page.kind(i) {
                Some(Kind::Word) => {
                    page.is_verb(i)
                        || !page.is_capital(i) && page.classes(i).any(open) && !page.is(i, Class::Determiner)
                }
                Some(Kind::Number | Kind::Clitic | Kind::Address | Kind::Symbol) => false,
                _ => !page.is_possessive(i),
            }
        })
        .unwrap_or(limit)
}

/// The noun that a role or description turns on: "spokesman" in "a spokesman for the ministry".
pub(super) fn head(page: &Page<'_, '_>, run: Run) -> Option<usize> {
    let closing = Classes::of(Class::Preposition).and(Class::Relative).and(Class::Wh).and(Class::Coordinator);
    let mut head = None;
    for i in run.indices() {
        let word = matches!(page.kind(i), Some(Kind::Word | Kind::Number));
        if page.is_clitic(i) || page.kind(i) == Some(Kind::Mark) {
            continue;
        }
        let capital = page.is_capital(i) && i > run.first();
        let both = || {
            let adjective =
                head.is_some_and(|h: usize| page.is(h, Class::Adjective) && !page.is(h, Class::Person));
            page.is(i, Class::Coordinator) && adjective
        };
        if word && both() {
            // "current and former officials"
            continue;
        }
        if !word || page.classes(i).any(closing) && !capital && head.is_some() {
            break;
        }
        if head.is_some() && !capital && (page.is_verb(i) || participle_closes(page, i)) {
            break;
        }
        // "a person familiar with the talks"
        let trails = head.is_some_and(|h| page.is_title(h))
            && page.is(i, Class::Adjective)
            && !page.is_title(i)
            && page.is(i + 1, Class::Preposition);
        if trails && !capital {
            break;
        }
        if !page.classes(i).any(Classes::of(Class::Determiner).and(Class::Adverb)) || capital {
            head = Some(i);
        }
    }
    head
}

/// "officials briefed on the talks", "a woman named Ana": the participle after a noun opens a clause.
fn participle_closes(page: &Page<'_, '_>, i: usize) -> bool {
    let classes = page.classes(i);
    let nominal = Classes::of(Class::Noun)
        .and(Class::Person)
        .and(Class::Group)
        .and(Class::Document)
        .and(Class::Adjective);
    classes.any(Classes::of(Class::VerbParticiple).and(Class::VerbIng)) && !classes.any(nominal)
}

/// What the words of a title or role tell of its bearer's gender.
pub(super) fn gender(page: &Page<'_, '_>, run: Run) -> Gender {
    let head = head(page, run).unwrap_or(run.stop());
    for i in (run.first()..run.stop().min(head + 1)).rev() {
        if page.is_possessive(i) {
            break;
        }
        let senses = page.senses(i);
        match (senses.has(Sense::Feminine), senses.has(Sense::Masculine)) {
            (true, false) => return Gender::Female,
            (false, true) => return Gender::Male,
            _ => {}
        }
    }
    Gender::Unknown
}

/// The one word under which a role is remembered: "senator" for "Sen."
pub(super) fn key(page: &Page<'_, '_>, head: usize) -> Key {
    if page.has(head, Sense::RoleKin) {
        return Key::of_id(page.lexicon.variants().role(page.id(head)));
    }
    page.key(head)
}

/// Whether the noun at `head` is about more than one.
pub(super) fn is_plural(page: &Page<'_, '_>, head: usize) -> bool {
    let senses = page.senses(head);
    if senses.any(const { Senses::of(&[Sense::Plural, Sense::Singular]) }) {
        return senses.has(Sense::Plural);
    }
    let word = page.word(head).as_bytes();
    let ends =
        |ending: &[u8]| word.len() > 3 && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending);
    page.is(head, Class::IndefinitePronoun)
        || ends(b"s") && !ends(b"ss") && !ends(b"us") && !ends(b"is")
        || word.len() > 4 && ends(b"men")
}
