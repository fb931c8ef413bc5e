//! Contract: the noun phrases are in order; none is a name or a statement's source.
//!
//! A description at the start of a sentence ("The ministry closed the bridge.") is a mention,
//! because the next sentence may refer to it with "it". Other descriptions are mentions only if
//! they speak.

use super::token_view::TokenView;
use super::vocabulary::Sense;
use super::{compound, role};
use crate::arena::List;
use crate::attribution::Attribution;
use crate::lexicon::{Class, Classes, words};
use crate::text::Run;
use crate::text::token::Kind;

/// The maximum number of words of such a noun phrase.
const REACH: usize = 5;

/// The most tokens of an adjunct before it: "On Monday,".
const ADJUNCT: usize = 10;

/// The tokens within which its owner ends: "The young boy's mother".
const OWNER: usize = 4;

/// Finds the descriptions of people and groups that open sentences; each ends with its head.
pub(super) fn find<'t>(view: &TokenView<'_, 't>, attributions: &[Attribution]) -> List<'t, Run> {
    let mut sources = List::with_capacity_in(attributions.len(), view.text.arena);
    sources.extend(attributions.iter().filter_map(|a| a.source).map(|run| run.start));
    sources.sort_unstable();
    let noun_phrase = |&sentence: &Run| read(view, without_adjunct(view, sentence));
    let speaks = |run: &Run| sources.binary_search(&run.start).is_ok();
    let mut found = List::with_capacity_in(view.text.sentences.runs.len(), view.text.arena);
    found.extend(view.text.sentences.runs.iter().filter_map(noun_phrase).filter(|run| !speaks(run)));
    found
}

/// The sentence without an adjunct that opens it: "On Monday, farmers marched".
fn without_adjunct(view: &TokenView<'_, '_>, sentence: Run) -> Run {
    let start = sentence.first();
    let opens = Classes::of(Class::Preposition).and(Class::Time).and(Class::Month);
    // "Asked about the remark, the coach shrugged"
    let asked = view.has(start, Sense::Asked);
    if !asked && !view.classes(start).any(opens) {
        return sentence;
    }
    let end = sentence.stop().min(start + ADJUNCT);
    let plain = |i: &usize| matches!(view.kind(*i), Some(Kind::Word | Kind::Number | Kind::Clitic));
    match (start + usize::from(asked)..end).find(|i| !plain(i) || view.is_verb(*i)) {
        Some(comma) if view.kind(comma) == Some(Kind::Comma) && comma + 1 < sentence.stop() => {
            Run::new(comma + 1, sentence.stop())
        }
        _ => sentence,
    }
}

fn read(view: &TokenView<'_, '_>, sentence: Run) -> Option<Run> {
    const NAMES: Classes = Classes::of(Class::Group).and(Class::Document).and(Class::Person);
    let pointing = Classes::of(Class::Determiner).and(Class::PossessivePronoun);
    // "But the miners' union"
    let joined = view.is(sentence.first(), Class::Coordinator) && sentence.len() > 2;
    let sentence = Run::new(sentence.first() + usize::from(joined), sentence.stop());
    let start = sentence.first();
    // "Officials closed", "Representatives of the band confirmed"
    // ("Delegations of farmers", "Hundreds of residents")
    let counts = view.classes(start).any(Classes::of(Class::Group)) || view.has(start, Sense::Quantity);
    let many = (view.is(start, Class::Person) || counts && view.has(start + 1, Sense::Joint))
        && role::is_plural(view, start)
        && !view.is_first_name(start);
    if many {
        // "Researchers at the institute found"
        let end = view.syntax.phrase_end(start, sentence.stop()).unwrap_or(start + 1);
        let people = Classes::of(Class::Person).and(Class::Group);
        let counted = view.is(start, Class::Person)
            || view.classes(end - 1).any(people) && role::is_plural(view, end - 1);
        return Some(Run::new(start, end)).filter(|_| counted && !view.is_capital(start + 1));
    }
    let owner = owner(view, sentence);
    let opens = view.classes(start).any(pointing) || view.has(start, Sense::Singular) || owner.is_some();
    if !opens {
        return None;
    }
    let closes = |i: usize| {
        view.kind(i) != Some(Kind::Word)
            || view.is_function(i)
            || view.is_verb(i)
            || view.is(i, Class::VerbPast)
            || view.is(i, Class::Reflexive)
            || view.is(i, Class::Adverb) && !view.is(i, Class::Adjective)
    };
    let first = owner.map_or(start + 1, |possessive| possessive + 1);
    let stop = (first..sentence.stop().min(first + REACH)).find(|&i| closes(i))?;
    let words = Run::new(first, stop);
    let head = words.stop() - 1;
    let entities = !words.is_empty()
        && (view.is_title(head)
            || view.classes(head).any(NAMES)
            || view.has(head, Sense::Epithet)
            || view.has(head, Sense::Enterprise)
            || compound::is_age(view, head));
    // "The mayor, Ana Ruiz, …" and "The mayor's house …" are not descriptions of the mayor alone
    let other = view.is_possessive(stop) || names(view, Run::new(start, stop), sentence);
    let end = members_end(view, Run::new(start, stop), sentence);
    // "The Stannard manager", but not "The Stannard Trust"
    let placed = |i: usize| i < head && !view.is_capital(head) && view.is_title(head);
    let named = |i: usize| view.is_capital(i) && !(view.is(i, Class::Adjective) && i < head) && !placed(i);
    (entities && !other && !words.indices().any(named)).then(|| Run::new(start, end))
}

/// "The mayor, Ana Ruiz,", "The leader of the council, Ana Ruiz,": whether a name follows the
/// description, also after the phrase that belongs to it.
fn names(view: &TokenView<'_, '_>, run: Run, sentence: Run) -> bool {
    let stop = run.stop();
    let joined = view.is(stop, Class::Preposition) && stop + 1 < sentence.stop();
    let phrase = joined.then(|| view.syntax.phrase_end(stop + 1, sentence.stop())).flatten();
    let end = phrase.unwrap_or(stop);
    view.kind(end) == Some(Kind::Comma) && view.is_capital(end + 1)
}

/// Where "A group of parents" ends, given "A group".
fn members_end(view: &TokenView<'_, '_>, run: Run, sentence: Run) -> usize {
    let (head, stop) = (run.stop() - 1, run.stop());
    let counts = view.is(head, Class::Group) && view.is(run.first(), Class::Determiner);
    let members = stop + 1;
    let of = counts && view.is_one_of(stop, words!["of"]) && members < sentence.stop();
    let end = of.then(|| view.syntax.phrase_end(members, sentence.stop())).flatten();
    end.filter(|&end| role::is_plural(view, end - 1) && !view.is_capital(members)).unwrap_or(stop)
}

/// The possessive mark of "Hale's mother", "The boy's mother" at the start of a sentence.
fn owner(view: &TokenView<'_, '_>, sentence: Run) -> Option<usize> {
    let within = sentence.first() + 1..sentence.stop().min(sentence.first() + OWNER);
    let mut word =
        within.take_while(|&i| matches!(view.kind(i), Some(Kind::Word | Kind::Clitic | Kind::Mark)));
    word.find(|&i| view.is_possessive(i))
}
