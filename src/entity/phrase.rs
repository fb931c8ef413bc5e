//! Contract: a source is read as exactly one of a pronoun, a name with or without a role, or a
//! description.

use super::compound;
use super::kind::EntityKind;
use super::name::Name;
use super::role;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use crate::lexicon::{Class, Classes, words};
use crate::syntax::SourceKind;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// The maximum number of tokens of a bracketed insertion after a name.
const BRACKET: usize = 8;

/// How a source refers to its speaker.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Phrase {
    /// The pronoun at this token.
    Pronoun(usize),
    /// The name with this index, and the role in apposition.
    Named(usize, Option<Run>),
    /// Names that speak together.
    List(Run),
    /// A description and its head noun.
    Description(Run, usize),
    Nothing,
}

/// Classifies the source `run`; `names` are the names of the text, in order.
pub(super) fn read(view: &TokenView<'_, '_>, run: Run, names: &[Name]) -> Phrase {
    let Some(run) = trim(view, before_dashes(view, run)) else { return Phrase::Nothing };
    if let Some(pronoun) = pronoun(view, run) {
        return Phrase::Pronoun(pronoun);
    }
    if is_idle(view, run) {
        return Phrase::Nothing;
    }
    let core = Run::new(run.first(), core_end(view, run));
    let first = names.partition_point(|n| n.run.stop() <= core.first());
    let inside = names[first..].iter().take_while(|n| n.whole().first() < run.stop()).count();
    let source = Source { view, run, core, first, names: &names[first..first + inside] };
    if let Some(end) = list_end(view, run, source.names.iter()) {
        // "Ruiz and the Keane campaign"
        let whole = end < run.stop() && view.kind(end) != Some(Kind::Comma);
        return Phrase::List(Run::new(run.first(), if whole { run.stop() } else { end }));
    }
    let named = source.named_at_end().or_else(|| source.closed_by_name()).or_else(|| source.called());
    let head = || role::head(view, core).unwrap_or(core.first());
    named.or_else(|| source.apposed(head())).unwrap_or_else(|| {
        // "the senator's claim that …"
        let possessor = run.len() > 1 && view.is_possessive(run.stop() - 1);
        Phrase::Description(Run::new(run.first(), run.stop() - usize::from(possessor)), head())
    })
}

/// "the traders" in "the traders – Ann Moor and Bo Vane –": the source without an insertion between
/// dashes at its end.
fn before_dashes(view: &TokenView<'_, '_>, run: Run) -> Run {
    let dash = |i: &usize| view.kind(*i) == Some(Kind::Dash);
    let open = run.indices().find(dash).filter(|&open| open > run.first() && dash(&(run.stop() - 1)));
    open.map_or(run, |open| Run::new(run.first(), open))
}

/// A source with the names in it.
struct Source<'v, 't, 's> {
    view: &'v TokenView<'t, 's>,
    run: Run,
    /// The source up to its first insertion, relative clause or preposition.
    core: Run,
    /// The index of the first of the names.
    first: usize,
    names: &'v [Name],
}

impl Source<'_, '_, '_> {
    /// The first name that `fits`, and its index.
    fn find(&self, fits: impl Fn(&Name) -> bool) -> Option<(usize, &Name)> {
        self.names.iter().position(fits).map(|at| (self.first + at, &self.names[at]))
    }

    /// The name at the end of the core: "Ana Ruiz", "spokeswoman Ana Ruiz", "Ruiz's".
    fn named_at_end(&self) -> Option<Phrase> {
        let Source { view, run, core, .. } = *self;
        let (index, name) = self.find(|n| {
            // "a friend of Ruiz's" is not Ruiz
            let whole = view.syntax.tag(run.stop() - 1) == Tag::Noun;
            let possessor = n.possessive && n.run.stop() + 1 >= run.stop() && !whole;
            n.whole().first() < core.stop() && n.run.stop() >= core.stop() || possessor
        })?;
        let end = name.run.stop();
        // "Fishermen on the islands": a capital at the start of a sentence proves nothing
        let single = name.weak && name.run.len() == 1 && core.stop() < run.stop();
        if single && role::is_plural(view, name.run.first()) {
            return None;
        }
        // "a Department for Roads spokesman"
        let titled = end < run.stop()
            && view.kind(end) == Some(Kind::Word)
            && view.is_title(end)
            && !view.is_capital(end);
        if titled && !name.possessive && name.kind.is_body() {
            return Some(Phrase::Description(run, end));
        }
        let start = name.whole().first();
        let begins = start <= run.first() || view.is_title(start);
        let possessed = || {
            let before = |n: &Name| n.run.stop() + 1 < core.stop() && n.run.first() < core.stop();
            self.names.iter().any(|n| n.possessive && before(n))
        };
        (begins || name.title.is_some() || possessed() || !has_own_head(view, run.first(), name))
            .then(|| Phrase::Named(index, role::after(view, end, run.stop())))
    }

    /// "counsel for the inquiry Ana Ruiz", "the Guardian's Ana Ruiz".
    fn closed_by_name(&self) -> Option<Phrase> {
        let Source { view, run, .. } = *self;
        let at = self.names.iter().rposition(|n| closes(view, run, n))?;
        let name = &self.names[at];
        let start = name.whole().first();
        let possessive = view.is_possessive(start - 1);
        let role = Run::new(run.first(), if possessive { start - 2 } else { start });
        let described = |title| role::head(view, title).is_some_and(|head| !view.has(head, Sense::Honorific));
        let comma = view.kind(start - 1) == Some(Kind::Comma);
        // "Its chair, Colonel Ana Ruiz"
        if comma && has_role(view, Run::new(run.first(), start - 1)) {
            return Some(Phrase::Named(self.first + at, Some(Run::new(run.first(), start - 1))));
        }
        let own = comma || name.title.is_some_and(described);
        Some(Phrase::Named(self.first + at, (!own && !possessive).then_some(role)))
    }

    /// "a shy man named Ana Ruiz", "the opening act, the duo Ana Ruiz".
    fn called(&self) -> Option<Phrase> {
        let Source { view, run, core, .. } = *self;
        let (index, name) = self.find(|n| names_source(view, run, n))?;
        let comma = phrase_comma(view, run).filter(|&comma| comma < name.run.first());
        Some(Phrase::Named(index, Some(Run::new(run.first(), comma.unwrap_or(core.stop())))))
    }

    /// "the head of the port, Ana Ruiz": a name after the comma of a description with this `head`.
    fn apposed(&self, head: usize) -> Option<Phrase> {
        let Source { view, run, core, .. } = *self;
        let end = core.stop();
        // "a source close to the minister, Ana Ruiz"
        if view.has(head, Sense::Withheld) {
            return None;
        }
        let possessed = view.is(run.first(), Class::PossessivePronoun);
        let inserted = end < run.stop() && (view.kind(end) == Some(Kind::Comma) || possessed);
        // "one of his advisers, Ana Ruiz", "another, Ana Ruiz"
        let next = run.first() + 1;
        let one = view.has(run.first(), Sense::Singular)
            && (view.has(next, Sense::Joint) || view.kind(next) == Some(Kind::Comma));
        let comma = phrase_comma(view, run).filter(|_| {
            let noun = view.is_title(head) || view.has(head, Sense::Enterprise);
            // "the theatre's owners, Norvik Leisure"
            let several = role::is_plural(view, head);
            one || (noun || inserted) && (!several || view.has(head, Sense::Introducer))
        })?;
        let several = role::is_plural(view, head) && !one;
        // "the founder, 29-year-old Zara Okafor", "the other man, his cousin Ana Ruiz"
        let pointing = Classes::of(Class::PossessivePronoun).and(Class::Determiner);
        let pointed = view.classes(comma + 1).any(pointing);
        let before = usize::from(pointed || compound::is_age(view, comma + 1));
        // "a lawyer for the firm, Norvik Bank": the firm
        let of_body = view.is_title(head)
            && !view.is_group_word(head)
            && (head + 1..comma).any(|i| view.is(i, Class::Preposition));
        let (index, _) = self.find(|name| {
            let closed = name.run.stop() >= run.stop() || view.kind(name.run.stop()) == Some(Kind::Comma);
            name.whole().first() == comma + 1 + before
                && !name.possessive
                && !(of_body && name.kind.is_body())
                && (!several || name.kind.is_body())
                && (name.run.len() > 1 && !pointed || closed)
        })?;
        Some(Phrase::Named(index, Some(Run::new(run.first(), comma))))
    }
}

/// Whether `name` is what the source is called: "a shy man named Ana Ruiz", "the act, the duo Ana
/// Ruiz".
fn names_source(view: &TokenView<'_, '_>, run: Run, name: &Name) -> bool {
    let Some(before) = name.whole().first().checked_sub(1).filter(|&i| i > run.first()) else { return false };
    let called = view.is_one_of(before, words!["named", "called"]);
    let apposed = view.has(before, Sense::Introducer)
        && before > run.first() + 1
        && view.is(before - 1, Class::Determiner)
        && view.kind(before - 2) == Some(Kind::Comma);
    let closed = name.run.stop() >= run.stop() || view.kind(name.run.stop()) == Some(Kind::Comma);
    (called || apposed) && closed && !name.possessive
}

/// Whether the phrase has a head noun of its own before the name.
fn has_own_head(view: &TokenView<'_, '_>, start: usize, name: &Name) -> bool {
    (start..name.whole().first())
        .any(|i| view.kind(i) == Some(Kind::Word) && view.is_title(i) && view.is_possessive(i + 1))
}

/// "Ruiz and Sala", "she and Ruiz", "Ruiz, Sala or Mora": names that speak together, from the start
/// of the phrase to where the last of them ends.
fn list_end<'n>(view: &TokenView<'_, '_>, run: Run, names: impl Iterator<Item = &'n Name>) -> Option<usize> {
    let listing = |i: usize| {
        view.kind(i) == Some(Kind::Comma)
            || view.is_possessive(i)
            || view.classes(i).any(Classes::of(Class::Coordinator).and(Class::Determiner))
    };
    let mut end = run.first() + usize::from(view.is(run.first(), Class::SubjectPronoun));
    let mut both = false;
    for name in names {
        // "the Trade and Industry Secretary": no name
        if end == run.first() && name.run.len() == 1 && view.is_content(name.run.first()) {
            return None;
        }
        let start = name.whole().first().max(end);
        // "polls in Ostra and Calda", "unions, including Norvik and Holm"
        let within = |i: usize| {
            matches!(view.syntax.tag(i), Tag::Preposition | Tag::Comma) || view.syntax.tag(i).is_verb()
        };
        if end == run.first() && (end..start).any(within) {
            return None;
        }
        if end > run.first() {
            // "Ana Ruiz, 29, and Tom Keane", "Ana Ruiz, the mayor, and Tom Keane"
            let described = || {
                let joined = view.kind(end) == Some(Kind::Comma)
                    && start > end + 2
                    && view.is(start - 1, Class::Coordinator)
                    && view.kind(start - 2) == Some(Kind::Comma);
                joined && !(end..start).any(|i| view.is(i, Class::Relative) || view.syntax.tag(i).is_verb())
            };
            if !(end..start).all(listing) && !described() {
                return both.then_some(end);
            }
            // "the Ostra and Velmark defender Ana Ruiz" is one person
            if both && end >= start {
                return None;
            }
            both |= (end..start).any(|i| view.is(i, Class::Coordinator));
        }
        end = name.run.stop();
    }
    both.then_some(end)
}

/// Whether the phrase ends with a person's full or titled name, after words that describe the
/// person.
fn closes(view: &TokenView<'_, '_>, run: Run, name: &Name) -> bool {
    let start = name.whole().first();
    if name.possessive || name.run.stop() != run.stop() || start <= run.first() {
        return false;
    }
    // "a study published on Friday in the weekly Harbour Minds"
    let document = |head: usize| view.is(head, Class::Document) && !view.is_title(head) && head + 2 < start;
    if role::head(view, run).is_some_and(document) {
        return false;
    }
    let before = view.syntax.tag(start - 1);
    // "By the end of 2004 Norvik said"
    if before == Tag::Number && name.kind.is_body() {
        return true;
    }
    // "Supporters' group Norvik Trust"
    if name.kind.is_body() && view.has(start - 1, Sense::Introducer) {
        return !(run.first()..start).any(|i| view.is(i, Class::Preposition));
    }
    if name.kind != EntityKind::Person || name.run.len() < 2 && name.title.is_none() {
        return false;
    }
    let titled = name
        .title
        .is_some_and(|title| title.indices().any(|i| view.is_title(i) && !view.has(i, Sense::Honorific)));
    // "the money that went on wages and Dr Ruiz said": not a list of speakers
    let thing = || view.syntax.source_kind(Run::new(run.first(), start - 1)) == SourceKind::Thing;
    match before {
        Tag::Noun | Tag::Proper | Tag::Possessive | Tag::Adjective => true,
        Tag::Comma => titled,
        // "the deputy [minister] Ana Ruiz"
        Tag::Break => view.kind(start - 1) == Some(Kind::Close),
        // "the mediator, retired judge Ana Ruiz"
        Tag::Participle | Tag::Finite => titled && view.kind(start.saturating_sub(2)) == Some(Kind::Comma),
        Tag::Coordinator => thing() || titled && has_role(view, Run::new(run.first(), start - 1)),
        _ => false,
    }
}

/// "former mayor", before "and party leader Ana Ruiz": a role without a name.
fn has_role(view: &TokenView<'_, '_>, run: Run) -> bool {
    role::head(view, run).is_some_and(|head| view.is_title(head) && !role::is_plural(view, head))
        && !run.indices().any(|i| view.is_first_name(i))
}

/// Whether the words neither name nor describe anyone: a day, a year, an adjective.
pub(super) fn is_idle(view: &TokenView<'_, '_>, run: Run) -> bool {
    let pointing = Classes::of(Class::Determiner).and(Class::PossessivePronoun).and(Class::Preposition);
    let idle = |i: usize| {
        let classes = view.classes(i);
        let noun = Classes::of(Class::Person).and(Class::Group).and(Class::Document).and(Class::Noun);
        let stands_alone = classes.any(Classes::of(Class::IndefinitePronoun).and(Class::NumberWord));
        match view.kind(i) {
            Some(Kind::Word) if stands_alone || view.is_title(i) => false,
            Some(Kind::Word) if classes.any(Classes::of(Class::Time).and(Class::Month)) => {
                !view.is_first_name(i)
            }
            Some(Kind::Word) => {
                classes.any(pointing.and(Class::Adjective)) && !classes.any(noun) && !view.is_capital(i)
            }
            Some(Kind::Number) => view.word(i).len() == 4 || run.len() == 1,
            Some(Kind::Clitic | Kind::Comma) => true,
            _ => false,
        }
    };
    // "Lastly, …"
    let adverb = |i: usize| {
        view.has(i, Sense::Interjection) || view.is(i, Class::Adverb) && view.word(i).ends_with("ly")
    };
    run.indices().all(idle) || run.len() == 1 && adverb(run.first()) && !view.is_first_name(run.first())
}

/// The first comma of the phrase.
fn phrase_comma(view: &TokenView<'_, '_>, run: Run) -> Option<usize> {
    run.indices().find(|&i| view.kind(i) == Some(Kind::Comma))
}

/// The source without introductory words ("by", "according to") and without quotation marks and
/// punctuation at its edges.
fn trim(view: &TokenView<'_, '_>, run: Run) -> Option<Run> {
    let (mut start, mut end) = (run.first(), run.stop());
    let word = |i: usize| view.token(i).is_some_and(|t| t.is_word());
    // "by Ruiz", but not "at least ten traders"
    let leads = |i: usize| {
        view.has(i, Sense::Leading)
            && !view.token(i).is_some_and(|t| t.is_upper())
            && view.syntax.quantifier_end(i) == i
    };
    while start < end && (!word(start) || leads(start)) {
        start += 1;
    }
    while end > start
        && !word(end - 1)
        && view.kind(end - 1) != Some(Kind::Close)
        && !view.is_possessive(end - 1)
    {
        end -= 1;
    }
    // "Sen. Ana Ruiz (R-Norvik)", "the Harbour Council (HC)"
    if end > start + 3 && view.kind(end - 1) == Some(Kind::Close) {
        let open = (start + 1..end).rev().take(BRACKET).find(|&i| view.kind(i) == Some(Kind::Open));
        end = open.unwrap_or(end);
    }
    // "prosecutor Ana Ruiz KC", but "the Labour MP"
    let pointed = view.is(start, Class::Determiner);
    while !pointed && end > start + 2 && view.has(end - 1, Sense::PostNominal) && view.is_shouted(end - 1) {
        end -= 1;
    }
    (start < end).then(|| Run::new(start, end))
}

fn pronoun(view: &TokenView<'_, '_>, run: Run) -> Option<usize> {
    let personal = Classes::of(Class::SubjectPronoun)
        .and(Class::ObjectPronoun)
        .and(Class::PossessivePronoun)
        .and(Class::Relative);
    let first = run.first();
    let acronym = view.token(first).is_some_and(|t| t.is_upper() || t.is_dotted());
    let alone = run.len() == 1
        || run.len() == 2
            && (view.is_clitic(first + 1)
                || view.is(first + 1, Class::Reflexive)
                || view.is(first + 1, Class::Adverb));
    (alone && !acronym && view.classes(first).any(personal)).then_some(first)
}

/// Where the noun phrase itself ends and its modifiers begin.
fn core_end(view: &TokenView<'_, '_>, run: Run) -> usize {
    let closing = Classes::of(Class::Preposition).and(Class::Relative).and(Class::Wh);
    (run.first() + 1..run.stop())
        .find(|&i| match view.kind(i) {
            Some(Kind::Word) => {
                !view.is_capital(i) && view.classes(i).any(closing) && !view.has(i, Sense::Qualifier)
            }
            Some(Kind::Number | Kind::Clitic | Kind::Address | Kind::Symbol) => false,
            Some(Kind::Mark) => !view.is_possessive(i) && i + 1 == run.stop(),
            _ => true,
        })
        .unwrap_or(run.stop())
}
