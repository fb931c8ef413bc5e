//! "According to the ministry, …", "…, according to Ana Ruiz".

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::around::{opens_clause, said_around};
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

pub(super) const SHAPE: Shape = Shape {
    name: "according to",
    trigger: Trigger::Preposition { words: words!["according"], with_view: false },
    precedence: Precedence::First,
    find: according_to,
};

/// "according to the ministry": before or after the content.
fn according_to(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    if !syntax.is_one_of(i + 1, words!["to"]) {
        return None;
    }
    let stop = syntax.sentence(i).stop();
    if i + 2 >= stop {
        return None;
    }
    let end = if opens_clause(syntax, i) {
        fronted_source_end(syntax, i + 2, stop)?
    } else {
        let source = syntax.inverted_source(i + 2)?;
        modifier_end(syntax, source.stop(), stop).unwrap_or(source.stop())
    };
    let source = Run::new(i + 2, end);
    let content = said_around(syntax, i, end);
    (!content.is_empty()).then(|| {
        Attribution::new(content, Run::new(i, i + 2), i, Evidence::of(Row::AccordingTo)).said_by(source)
    })
}

/// The end of a source that opens a sentence: before the comma that the main clause follows.
fn fronted_source_end(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    let mut end = syntax.phrase_end(i, stop)?;
    let modified = modifier_end(syntax, end, stop).filter(|&end| syntax.tag(end) == Tag::Comma);
    end = modified.unwrap_or(end);
    // "according to government figures, …": a noun that looks like a verb is a noun if it is
    // directly before the comma
    if syntax.tag(end) == Tag::Finite && syntax.tag(end + 1) == Tag::Comma {
        end += 1;
    }
    while syntax.tag(end) == Tag::Comma && !opens_main_clause(syntax, end + 1, stop) {
        // "Ana Ruiz, the mayor, …", "the report, which came out in May, …"
        let described = syntax.tag(end + 1) == Tag::Wh
            || syntax.tag(end + 1).is_nominal()
            || matches!(syntax.tag(end + 1), Tag::Participle | Tag::Ing | Tag::Preposition)
            // "the complaint, filed in May, …"
            || syntax.tag(end + 1) == Tag::Finite && syntax.is(end + 1, Class::VerbParticiple);
        match (end + 1..stop).find(|&k| syntax.tag(k) == Tag::Comma) {
            Some(close) if described && !syntax.quoted(close) => end = close,
            _ => break,
        }
    }
    Some(end)
}

/// Whether the main clause begins at `i`.
fn opens_main_clause(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    // "Ana Ruiz, of Port Azul, …"
    if syntax.tag(i) == Tag::Wh || syntax.is_one_of(i, words!["of", "from"]) {
        return false;
    }
    if syntax.tag(i) == Tag::Subordinator {
        return true;
    }
    syntax.clause_follows(i, stop)
}

/// "a study published in May", "people who saw it": the end of the modifier of the noun phrase that
/// ends at `end`.
fn modifier_end(syntax: &Syntax<'_>, end: usize, stop: usize) -> Option<usize> {
    let noun = matches!(syntax.tag(end.checked_sub(1)?), Tag::Noun | Tag::Proper);
    let participle = syntax.is(end, Class::VerbParticiple)
        && syntax.tag(end).is_verb()
        && (matches!(syntax.tag(end + 1), Tag::Preposition | Tag::Adverb | Tag::End | Tag::Comma)
            || syntax.opens_time(end + 1))
        || syntax.tag(end) == Tag::Ing;
    // "opponents of a plan to close the pier"
    let relative = matches!(syntax.tag(end), Tag::Wh | Tag::That | Tag::To);
    (noun && (participle || relative || lacks_object(syntax, end, stop))).then(|| {
        (end..stop).find(|&k| matches!(syntax.tag(k), Tag::Comma | Tag::Break | Tag::End)).unwrap_or(stop)
    })
}

/// "a statement | the firm issued on Monday", "a story her sister | has told": whether a clause
/// without its object, or the rest of one, describes the noun phrase that ends at `end`.
fn lacks_object(syntax: &Syntax<'_>, end: usize, stop: usize) -> bool {
    let subject_end = if syntax.verb_at(end) { Some(end) } else { syntax.core_end(end, stop) };
    let verbal = |k: usize| syntax.verb_at(k) || syntax.tag(k).is_verb();
    let verb_end = |subject_end: usize| (subject_end..stop).find(|&k| !verbal(k));
    subject_end.filter(|&k| syntax.verb_at(k)).and_then(verb_end).is_some_and(|after| {
        matches!(syntax.tag(after), Tag::Preposition | Tag::Comma | Tag::End) || syntax.opens_time(after)
    })
}
