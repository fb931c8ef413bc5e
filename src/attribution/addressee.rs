//! What may come between a cue and its content: an addressee, an adjunct or an insertion.

use crate::attribution::frame::is_of_noun;
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// "told reporters | the plan was dead", "said in a statement on Friday | they had left": the start
/// of the cue's clause after an addressee or adjuncts. The clause begins at "that" or, without one,
/// at its subject.
pub(super) fn clause_past_adjuncts(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<usize> {
    // "said up to 40 people had come"
    if cue.strength(Frame::Clause) > 1 && syntax.quantifier_end(i) > i && syntax.contact_clause_at(i, stop) {
        return Some(i);
    }
    let told = cue.strength(Frame::Told) > 0 && (syntax.tag(i).is_nominal() || syntax.tag(i) == Tag::Object);
    if !told && !syntax.opens_adjunct(i, stop) {
        return None;
    }
    if cue.strength(Frame::That) > 1
        && let Some(that) = syntax.that_past_adjuncts(i, stop)
    {
        return Some(that);
    }
    let bare = cue.strength(Frame::Clause) > 1;
    let from = if syntax.tag(i) == Tag::Preposition { i + 1 } else { i };
    if !bare {
        return None;
    }
    // "warned the cost of the work would rise": there is no addressee here; "told" always has one
    let needs_addressee = syntax.lexicon.name_of(cue.group) == "tell";
    let unaddressed = || (told && !needs_addressee && syntax.plain_clause_at(i, stop)).then_some(i);
    let likely = || syntax.likely_contact_clause(from, stop);
    let gerund = || syntax.gerund_clause(from, stop);
    let sure = syntax.contact_clause(from, stop);
    if syntax.names_hearer(i, stop) {
        sure.or_else(gerund).or_else(likely).or_else(unaddressed)
    } else {
        sure.or_else(unaddressed).or_else(gerund).or_else(likely)
    }
}

/// "emailed parents to say the pool was shut": whether an infinitive of speech follows the
/// addressee at `i`, so that the content is the infinitive's.
pub(super) fn speaks_in_infinitive(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> bool {
    // "told staff to say it was open", "promised to say why": the infinitive is the cue's content
    let infinitive = cue.strength(Frame::To).max(cue.strength(Frame::ObjectTo));
    if cue.strength(Frame::Told) == 0 || infinitive > 0 {
        return false;
    }
    let Some(k) = pass_over(syntax, cue, i, stop) else { return false };
    syntax.tag(k) == Tag::To && syntax.tag(k + 1) == Tag::Base && syntax.attributes(k + 1)
}

/// "wrote to parents saying the pool was shut": the same for a participle after the addressee of
/// somebody who writes or calls.
pub(super) fn speaks_in_participle(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> bool {
    syntax.lexicon.classes(cue.lemma()).has(Class::Contacting)
        && pass_over(syntax, cue, i, stop).is_some_and(|k| {
            syntax.tag(k) == Tag::Ing && (syntax.attributes(k) || syntax.addresses(k) || syntax.comments(k))
        })
}

/// Skips an addressee ("told reporters"), a setting ("in a statement", "on Tuesday") or an
/// insertion (", however,").
pub(super) fn pass_over(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<usize> {
    // "told the board, that the pier was safe"
    let opens_that =
        |j: usize| syntax.tag(j) == Tag::Comma && syntax.tag(j + 1) == Tag::That && !syntax.verb_at(j + 2);
    let mut j = i;
    for _ in 0..4 {
        let before = j;
        if j >= stop {
            break;
        }
        if j == i
            && cue.strength(Frame::Told) > 0
            && (syntax.tag(j).is_nominal() || syntax.tag(j) == Tag::Object)
        {
            j = addressee_end(syntax, j, stop)?;
        } else if syntax.tag(j) == Tag::Adverb && matches!(syntax.tag(j + 1), Tag::Number | Tag::Other) {
            break; // "proposed nearly $3 million"
        } else if syntax.tag(j) == Tag::Adverb || syntax.opens_time(j) {
            j += 1;
        } else if syntax.tag(j) == Tag::Preposition
            && (syntax.opens_setting(j) || syntax.is(j, Class::InterveningPreposition))
        {
            let end = syntax.phrase_end(j + 1, stop).unwrap_or(j);
            if is_of_noun(syntax, j, end) {
                return None;
            }
            j = end;
        } else if opens_that(j) {
            j += 1;
        } else if syntax.tag(j) == Tag::Comma
            && let Some(close) = insertion_end(syntax, j, stop)
        {
            j = close;
        }
        if j == before {
            break;
        }
        let settled = matches!(syntax.tag(j), Tag::That | Tag::Comma | Tag::To | Tag::Wh)
            || syntax.opens_quotation(j)
            || syntax.kind(j) == Some(Kind::Colon);
        let goes_on = || opens_that(j) || insertion_end(syntax, j, stop).is_some();
        if settled && !(syntax.tag(j) == Tag::Comma && goes_on()) {
            break;
        }
    }
    (j > i && j <= stop).then_some(j)
}

/// The end of the addressee: a noun phrase that leaves the clause its own subject ("told reporters
/// the plan ...").
fn addressee_end(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    let end = syntax.core_end(i, stop)?;
    if syntax.tag(end) == Tag::Preposition && !syntax.is_one_of(end, words!["of"]) {
        return Some(syntax.phrase_end(i, stop).unwrap_or(end));
    }
    // "told Fox News host Ana Ruiz on Monday", "told The Herald, which ..."
    let end = if syntax.tag(end) == Tag::Comma
        && insertion_end(syntax, end, stop).is_some_and(|e| syntax.tag(e) == Tag::That)
    {
        insertion_end(syntax, end, stop).unwrap_or(end)
    } else {
        syntax.phrase_end(i, stop).filter(|&e| !syntax.verb_at(e)).unwrap_or(end)
    };
    Some(end)
}

/// "however," between two commas: returns the token after the second comma.
fn insertion_end(syntax: &Syntax<'_>, comma: usize, stop: usize) -> Option<usize> {
    // "reacting to the news, shouted, “…”": the verb of the main clause
    if syntax.tag(comma + 1) == Tag::Finite {
        return None;
    }
    let close = (comma + 1..stop.min(comma + 25)).find(|&k| syntax.tag(k) == Tag::Comma)?;
    let then = syntax.tag(close + 1);
    let short = close - comma <= 3;
    (short || matches!(then, Tag::That) || syntax.opens_quotation(close + 1)).then_some(close + 1)
}
