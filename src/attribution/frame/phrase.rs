//! What is smaller than a clause after a cue: "promised to pay", "urged her party to vote",
//! "described the plan as dead", "rejected the plan".

use crate::attribution::finding::finds;
use crate::lexicon::{AttributionType, Class, Cue, Form, Frame, Part, WordId, word, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// A complement smaller than a clause: an infinitive, a gerund, a noun phrase or a prepositional
/// object.
pub(super) fn fill_phrase(
    syntax: &Syntax<'_>,
    cue: &Cue,
    i: usize,
    stop: usize,
) -> Option<(Frame, usize, usize)> {
    let tag = syntax.tag(i);
    let to_end = |frame, start| to_end(syntax, cue, frame, start, stop);
    if tag == Tag::To || tag == Tag::Negation && syntax.tag(i + 1) == Tag::To {
        return to_end(Frame::To, i);
    }
    if cue.part == Part::Verb
        && tag == Tag::Preposition
        && let Some(frame) = preposition_frame(syntax, i).filter(|&frame| cue.strength(frame) > 0)
    {
        // "cautioned against haste": a verb that is a cue even without its preposition
        return to_end(frame, i);
    }
    if cue.part != Part::Verb {
        return governed(syntax, cue, i, stop);
    }
    // "said so", "thinks not"
    if cue.strength(Frame::Clause) == 3
        && syntax.is(i, Class::ProClause)
        && (i + 1 >= stop || ends_clause(syntax, i + 1))
    {
        return Some((Frame::Clause, i, i + 1));
    }
    if tag == Tag::Ing && cue.strength(Frame::Gerund) > 0 {
        return to_end(Frame::Gerund, i);
    }
    if opens_phrase(syntax, cue, i, stop) { object(syntax, cue, i, stop) } else { None }
}

/// From `start` to the end of the complement that fills the frame.
fn to_end(
    syntax: &Syntax<'_>,
    cue: &Cue,
    frame: Frame,
    start: usize,
    stop: usize,
) -> Option<(Frame, usize, usize)> {
    if cue.strength(frame) == 0 {
        return None;
    }
    let end = if frame == Frame::NounPhrase && finds(syntax, cue, start, stop) {
        syntax.clause_end(start, stop)
    } else {
        syntax.complement_end(start, stop)
    };
    // "his promise to pay surprised nobody": the noun phrase is the subject of the verb after it
    let end = if cue.part == Part::Noun { syntax.before_verb(start, end) } else { end };
    Some((frame, start, end))
}

/// "opposition to the plan", "critical of the plan": what the preposition at `i` governs after a
/// noun or an adjective.
fn governed(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
    let frame = preposition_frame(syntax, i)?;
    // "made a promise to voters", "gave instructions to the jury": the addressee
    let addressed = frame == Frame::To
        && cue.part == Part::Noun
        && cue.attribution_type(Form::Infinitive) == AttributionType::Eventuality
        && syntax.lexicon.name_of(cue.group) != "refuse";
    if addressed || i + 1 >= stop { None } else { to_end(syntax, cue, frame, i + 1, stop) }
}

/// Whether the object of a verb may begin at `i`.
fn opens_phrase(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> bool {
    let tag = syntax.tag(i);
    // "called that a lie", "described that as a lie"
    let pointed = tag == Tag::That
        && cue.strength(Frame::As) + cue.strength(Frame::Complement) > 0
        && (matches!(syntax.tag(i + 1), Tag::Determiner | Tag::Mark)
            || syntax.is_one_of(i + 1, words!["as"]));
    let opens = tag.is_nominal()
        || tag == Tag::That && (pointed || syntax.core_end(i, stop).is_some())
        || matches!(tag, Tag::Object | Tag::Mark | Tag::Ing | Tag::Participle | Tag::Other)
        || tag == Tag::Adverb && syntax.tag(i + 1) == Tag::Determiner;
    // "blamed years of cuts"
    let timed = syntax.opens_time(i) && !syntax.is_one_of(i + 1, words!["of"]);
    opens && !timed
}

/// The object of a verb, with what is said of it: "urged her party to vote", "described the plan as
/// dead".
fn object(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
    if cue.strength(Frame::ObjectTo) > 0 && object_to(syntax, i, stop) {
        return to_end(syntax, cue, Frame::ObjectTo, i, stop);
    }
    if cue.strength(Frame::Told) > 0 && cue.strength(Frame::NounPhrase) < 2 {
        return None; // an addressee: the content is still to come
    }
    if cue.strength(Frame::Light) > 0
        && let Some(start) = light_complement(syntax, i, stop)
    {
        return Some((Frame::Light, start, syntax.clause_end(start, stop)));
    }
    if cue.strength(Frame::As) > 0
        && let Some(from) = as_after(syntax, i, stop)
    {
        return Some((Frame::As, i, syntax.complement_end(from, stop)));
    }
    if cue.strength(Frame::Sum) > 0
        && let Some(amount) = syntax.sum_after(i, stop)
    {
        return Some((Frame::Sum, i, syntax.complement_end(amount, stop)));
    }
    to_end(syntax, cue, Frame::NounPhrase, i, stop)
}

/// Whether the token at `i` cannot belong to a clause.
fn ends_clause(syntax: &Syntax<'_>, i: usize) -> bool {
    matches!(
        syntax.tag(i),
        Tag::End | Tag::Comma | Tag::Preposition | Tag::Subordinator | Tag::Mark | Tag::Break
    )
}

/// "urged her party to vote": a noun phrase and an infinitive.
fn object_to(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    let end = if syntax.tag(i) == Tag::Object { Some(i + 1) } else { syntax.phrase_end(i, stop) };
    end.is_some_and(|mut e| {
        // "urged her party on Friday to vote"
        e = syntax.object_end(i, stop).and_then(|o| syntax.complement_past_adjuncts(o, stop)).unwrap_or(e);
        // "begged her deputy, the baker, to wait"
        e = syntax.object_end(i, stop).filter(|&o| syntax.tag(o) == Tag::To).unwrap_or(e);
        while syntax.tag(e) == Tag::Adverb || syntax.tag(e) == Tag::Negation {
            e += 1;
        }
        syntax.tag(e) == Tag::To || described_to(syntax, i, e, stop)
    })
}

/// "people over 60 to have the jab", "anyone who saw the car to call": whether an infinitive
/// follows the description of the people at `i`; the description begins at `end`.
fn described_to(syntax: &Syntax<'_>, i: usize, end: usize, stop: usize) -> bool {
    let relative = syntax.is_one_of(end, words!["who"]);
    let topic = words!["of", "for", "on", "about", "against", "to"];
    let phrase = syntax.tag(end) == Tag::Preposition && !syntax.is_one_of(end, topic);
    if !(relative || phrase || syntax.tag(end) == Tag::Ing)
        || !syntax.source_kind(Run::new(i, end)).likely_speaks()
    {
        return false;
    }
    let ends = |k: usize| {
        // "between 1am and 2am"
        let joins = syntax.tag(k) == Tag::Coordinator && syntax.tag(k - 1) != Tag::Number;
        joins
            || matches!(syntax.tag(k), Tag::Comma | Tag::Break | Tag::That | Tag::Mark)
            || syntax.tag(k) == Tag::Finite && !relative
    };
    let to = |k: usize| syntax.tag(k) == Tag::To && matches!(syntax.tag(k + 1), Tag::Base | Tag::Auxiliary);
    (end + 1..stop.min(end + 14)).take_while(|&k| !ends(k)).any(to)
}

/// "expressed doubt that ...", "voiced anger about ...": the start of the content after the noun.
fn light_complement(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    let end = syntax.core_end(i, stop).filter(|&end| end < stop && end - i <= 5)?;
    let governed = syntax.tag(end) == Tag::Preposition
        && preposition_frame(syntax, end).is_some()
        && !syntax.opens_setting(end);
    if syntax.tag(end) == Tag::That { Some(end) } else { (governed && end + 1 < stop).then_some(end + 1) }
}

/// "described the plan as dead": the position of "as" after the noun phrase at `i`.
fn as_after(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    let pronoun = syntax.tag(i) == Tag::Object || syntax.tag(i) == Tag::That;
    let end = if pronoun { Some(i + 1) } else { syntax.phrase_end(i, stop) };
    // "described the plan on Friday as dead"
    let past = || syntax.object_end(i, stop).and_then(|o| syntax.complement_past_adjuncts(o, stop));
    // "praised the crew as she left": a clause is no description
    let opens = |e: &usize| {
        syntax.is_one_of(*e, words!["as"])
            && !(syntax.tag(e + 1).is_nominal() && syntax.opens_adverbial_clause(*e, stop))
    };
    end.filter(opens).or_else(|| past().filter(opens))
}

fn preposition_frame(syntax: &Syntax<'_>, i: usize) -> Option<Frame> {
    const FRAMES: [(WordId, Frame); 15] = [
        (word!("of"), Frame::Of),
        (word!("for"), Frame::For),
        (word!("on"), Frame::On),
        (word!("about"), Frame::About),
        (word!("against"), Frame::Against),
        (word!("with"), Frame::With),
        (word!("from"), Frame::From),
        (word!("over"), Frame::Over),
        (word!("in"), Frame::In),
        (word!("at"), Frame::At),
        (word!("by"), Frame::By),
        (word!("toward"), Frame::Toward),
        (word!("towards"), Frame::Toward),
        (word!("behind"), Frame::Behind),
        (word!("into"), Frame::Into),
    ];
    if syntax.tag(i) == Tag::Wh && syntax.is_one_of(i, words!["how"]) {
        return Some(Frame::How);
    }
    let word = syntax.token(i)?.word;
    FRAMES
        .iter()
        .find(|&&(preposition, _)| preposition == word)
        .map(|&(_, frame)| frame)
        .or_else(|| (syntax.tag(i) == Tag::Preposition && word == word!("to")).then_some(Frame::To))
}
