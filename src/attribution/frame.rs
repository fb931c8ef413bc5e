//! Which frame of a cue is filled by the words from a given token on, and where the content ends.

use crate::attribution::finding::finds;
use crate::attribution::naming::names_document;
use crate::attribution::quoted_content::{is_full_quotation, quotation_from};
use crate::lexicon::{AttributionType, Class, Cue, Form, Frame, Part, WordId, word, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// A frame filled by the words after a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filled {
    pub frame: Frame,
    /// How strongly the cue takes the frame, from 1 to 3.
    pub strength: u8,
    pub content: Run,
    /// The end of what belongs to the cue alone: a colon before a quotation belongs to it.
    pub cue_end: usize,
}

/// The frame filled by the words from `i`; the cue and what belongs to it end at `cue_end`.
pub(super) fn fill_at(
    syntax: &Syntax<'_>,
    cue: &Cue,
    i: usize,
    cue_end: usize,
    stop: usize,
) -> Option<Filled> {
    if let Some(found) = fill_quotation(syntax, cue, i, cue_end, stop) {
        return Some(found);
    }
    if i >= stop || syntax.tag(i) == Tag::Comma {
        return None;
    }
    let (frame, start, end) =
        fill_clause(syntax, cue, i, stop).or_else(|| fill_phrase(syntax, cue, i, stop))?;
    let strength = cue.strength(frame);
    // the preposition after a noun or adjective belongs to the cue: "opposition to", "critical of"
    let cue_end = if start > i && i == cue_end { start } else { cue_end };
    (strength > 0 && start < end).then(|| Filled { frame, strength, content: Run::new(start, end), cue_end })
}

/// A quotation, optionally after a comma or colon, also at the start of the next paragraph.
fn fill_quotation(syntax: &Syntax<'_>, cue: &Cue, i: usize, cue_end: usize, stop: usize) -> Option<Filled> {
    let strength = cue.strength(Frame::Quote);
    if strength == 0 {
        return None;
    }
    let colon = syntax.kind(i) == Some(Kind::Colon);
    let j = if matches!(syntax.kind(i), Some(Kind::Comma | Kind::Colon | Kind::Dash)) { i + 1 } else { i };
    // after adjuncts, the quotation is in the same sentence
    let reached = colon || i == cue_end || i < stop;
    if !colon && syntax.kind(j) != Some(Kind::Mark) || !reached || i < j && names_document(syntax, j) {
        return None;
    }
    let cue_end = if colon && i == cue_end { i + 1 } else { cue_end };
    let filled = |content| Some(Filled { frame: Frame::Quote, strength, content, cue_end });
    let introduced = i < j
        || i == cue_end
        || !matches!(syntax.tag(i - 1), Tag::Possessive | Tag::Preposition | Tag::Determiner);
    if syntax.opens_quotation(j) && introduced && is_full_quotation(syntax, j, i < j) {
        // "chanted “out, out, out” throughout the match": what takes nothing but a quotation
        let whole = syntax.text.quotations.starting_at(j).filter(|q| {
            let (clause, after) = (cue.strength(Frame::Clause) + cue.strength(Frame::To), q.run.stop());
            let adjunct = matches!(syntax.tag(after), Tag::Preposition | Tag::Subordinator)
                || syntax.is(after, Class::AdverbialWh);
            clause == 0 && adjunct && !syntax.is_one_of(after, words!["of"])
        });
        if let Some(quotation) = whole {
            return filled(quotation.run);
        }
        return filled(quotation_from(syntax, j, stop)?);
    }
    (colon && strength == 3 && i + 1 < syntax.trim(i + 1, stop))
        .then(|| filled(Run::new(i + 1, syntax.trim(i + 1, stop))))?
}

/// A clause with "that", with a question word, or bare.
fn fill_clause(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
    let tag = syntax.tag(i);
    if (tag == Tag::That || tag == Tag::Adverb && syntax.tag(i + 1) == Tag::That)
        && cue.strength(Frame::That) > 0
        && !is_pronoun(syntax, i)
    {
        // "admitted afterwards that": the adverb belongs to the cue, unlike that of "says only that"
        let limits = syntax.is(i, Class::Limiting) || syntax.is(i, Class::Approximating);
        let start = if tag == Tag::That || limits { i } else { i + 1 };
        return Some((Frame::That, start, syntax.clause_end(i, stop)));
    }
    // "said although the bridge was old, it would reopen"
    if cue.strength(Frame::Clause) > 1 && syntax.opens_with_fronted(i, stop) {
        return Some((Frame::Clause, i, syntax.clause_end(i, stop)));
    }
    if tag == Tag::Wh || syntax.is_one_of(i, words!["whether", "if"]) {
        let frame = if cue.strength(Frame::Wh) > 0 { Frame::Wh } else { Frame::NounPhrase };
        let end = if cue.strength(frame) > 0 { syntax.clause_end(i, stop) } else { i };
        return Some((frame, i, end));
    }
    let bare = cue.strength(Frame::Clause);
    // "said not a penny would be spent"
    if bare > 1
        && tag == Tag::Negation
        && syntax.tag(i + 1).is_nominal()
        && syntax.clause_follows(i + 1, stop)
    {
        return Some((Frame::Clause, i, syntax.clause_end(i, stop)));
    }
    let gapped = matches!(tag, Tag::Finite | Tag::Auxiliary);
    let opens = tag.is_nominal()
        || gapped
        || tag == Tag::Subordinator
        || matches!(tag, Tag::Object | Tag::Mark | Tag::Adverb | Tag::Ing | Tag::Preposition | Tag::Other);
    // "angry at the delay": the complement of an adjective; "found himself in trouble": an object
    let governed = cue.part == Part::Adjective && tag == Tag::Preposition;
    let reflexive = tag == Tag::Object && syntax.is(i, Class::Reflexive);
    if bare == 0 || !opens || governed || reflexive {
        return None;
    }
    // "reported in May that": the setting comes before the clause
    if tag == Tag::Preposition
        && (syntax.phrase_end(i + 1, stop).is_some_and(|end| syntax.tag(end) == Tag::That)
            || cue.strength(Frame::That) == 3 && distant_that(syntax, i, stop).is_some())
    {
        return None;
    }
    // "found a knife police say was stolen": what police say is about the object
    if bare < 3 && tag == Tag::Determiner && syntax.opens_contact_relative(i, stop) {
        return None;
    }
    // "said afterwards she felt better"
    let dated = syntax.is_time(i + 1);
    if tag == Tag::Adverb && syntax.is(i, Class::SayingTime) && !dated && syntax.clause_follows(i + 1, stop) {
        return Some((Frame::Clause, i + 1, syntax.clause_end(i + 1, stop)));
    }
    let after_time =
        (i..stop).find(|&k| !syntax.is_time(k) && syntax.kind(k) != Some(Kind::Number)).unwrap_or(stop);
    // "found 40% of voters were unsure": no time
    let dated = (i..after_time).any(|k| syntax.is_time(k));
    let timed = dated && !syntax.clause_follows(after_time, stop) && !syntax.verb_at(after_time)
        || after_time > i && matches!(syntax.tag(after_time), Tag::That | Tag::Wh | Tag::To);
    if timed {
        return None;
    }
    // "said next week the ferry would stop": a future time belongs to the content
    if syntax.is_one_of(i, words!["next", "tomorrow"]) && syntax.clause_follows(after_time, stop) {
        return Some((Frame::Clause, i, syntax.clause_end(i, stop)));
    }
    // verbs of saying rarely take a noun phrase: what follows them is a clause, whatever its
    // structure
    let always = bare == 3
        && cue.strength(Frame::NounPhrase) < 2
        && (tag.is_nominal()
            || matches!(tag, Tag::Adverb | Tag::Subordinator)
            || tag == Tag::Preposition && !syntax.opens_setting(i))
        && cue.strength(Frame::Told) == 0;
    // "felt squeezed in", "did not feel well", "felt safe": the verb links this to its subject
    let links = syntax.lemma_is(i - 1, Class::Linking);
    let described = tag == Tag::Adjective && !syntax.tag(i + 1).is_nominal();
    if links && (described || tag == Tag::Object) {
        return None;
    }
    let always = always
        && !(links && tag == Tag::Adverb)
        && !syntax.phrase_end(i, stop).is_some_and(|end| syntax.joins_predicate(i, end));
    let gap = gapped && bare == 3 && !(links && tag == Tag::Finite);
    if cue.strength(Frame::NounPhrase) > 1
        && (bare < 3 && !is_sure_clause(syntax, i, stop) || joins_clause(syntax, i, stop))
    {
        return None;
    }
    (gap || syntax.clause_follows(i, stop)
        || always
            && (holds_verb(syntax, i, stop)
                || cue.strength(Frame::NounPhrase) == 0 && may_hold_verb(syntax, i, stop)))
    .then(|| (Frame::Clause, i, syntax.clause_end(i, stop)))
}

/// Whether the first verb from `i` on has no reading as a noun: "maintains power centers around
/// him" has no such verb.
fn is_sure_clause(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    let verb = (i..stop).find(|&k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary));
    verb.is_some_and(|verb| {
        syntax.tag(verb) == Tag::Auxiliary
            || !syntax.is(verb, Class::Noun)
            || syntax.tag(verb - 1) == Tag::Pronoun
    })
}

/// "disputed that, saying", "denied that, but": whether "that" at `i` is a pronoun, since what
/// follows its comma goes back to the speaker.
fn is_pronoun(syntax: &Syntax<'_>, i: usize) -> bool {
    let next = i + 2;
    syntax.tag(i + 1) == Tag::Comma
        && (syntax.tag(next) == Tag::Ing && syntax.attributes(next) || syntax.tag(next) == Tag::Coordinator)
}

/// "denies arson and the trial continues": whether the first verb from `i` on is singular after
/// "and" with a determiner, so that its subject begins there.
fn joins_clause(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    let verb = (i..stop).find(|&k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary));
    verb.is_some_and(|verb| {
        let and = (i + 1..verb).find(|&k| syntax.tag(k) == Tag::Coordinator);
        let singular = syntax.is(verb, Class::VerbS) || syntax.is_one_of(verb, words!["is", "was", "has"]);
        let own = |and: usize| {
            syntax.tag(and + 1) == Tag::Determiner && syntax.core_end(and + 1, stop) == Some(verb)
        };
        singular && and.is_some_and(own)
    })
}

/// "the season starts now": a word that may be a noun or a verb, after a noun and with no phrase
/// continuing after it.
fn may_hold_verb(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    (i + 1..stop).any(|k| {
        syntax.tag(k) == Tag::Noun
            && syntax.is(k, Class::VerbS)
            && matches!(syntax.tag(k - 1), Tag::Noun | Tag::Proper)
            && !syntax.tag(k + 1).is_nominal()
    })
}

fn holds_verb(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    (i..stop).any(|k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary))
}

/// A complement smaller than a clause: an infinitive, a gerund, a noun phrase or a prepositional
/// object.
fn fill_phrase(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
    let tag = syntax.tag(i);
    let to_end = |frame, start: usize| {
        if cue.strength(frame) == 0 {
            return None;
        }
        let end = if frame == Frame::NounPhrase && finds(syntax, cue, start, stop) {
            syntax.clause_end(start, stop)
        } else {
            syntax.complement_end(start, stop)
        };
        // "his promise to pay surprised nobody": the noun phrase is the subject of the verb after
        // it
        let end = if cue.part == Part::Noun { syntax.before_verb(start, end) } else { end };
        Some((frame, start, end))
    };
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
        let frame = preposition_frame(syntax, i)?;
        // "made a promise to voters", "gave instructions to the jury": the addressee, unlike
        // "opposition to the plan"
        if frame == Frame::To
            && cue.part == Part::Noun
            && cue.attribution_type(Form::Infinitive) == AttributionType::Eventuality
            && syntax.lexicon.name_of(cue.group) != "refuse"
        {
            return None;
        }
        return (i + 1 < stop).then(|| to_end(frame, i + 1))?;
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
    if !opens || timed {
        return None;
    }
    if cue.strength(Frame::ObjectTo) > 0 && object_to(syntax, i, stop) {
        return to_end(Frame::ObjectTo, i);
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
    to_end(Frame::NounPhrase, i)
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

/// "hit back at claims that", but not "said in a report that": whether the clause at `that` is what
/// the noun before it says, since the preposition at `i` opens no adjunct of saying.
pub(super) fn is_of_noun(syntax: &Syntax<'_>, i: usize, that: usize) -> bool {
    let takes_that =
        |cue: &Cue| cue.part == Part::Noun && cue.rest().is_empty() && cue.strength(Frame::That) > 1;
    syntax.tag(that) == Tag::That
        && syntax.tag(that - 1) == Tag::Noun
        && !syntax.is_adjunct(i, that)
        && syntax.cues(that - 1).iter().any(takes_that)
}

/// "said after lunch in the harbour office that": a that-clause after phrases of time, place and
/// company.
pub(super) fn distant_that(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    if syntax.tag(i) != Tag::Preposition {
        return None;
    }
    let that = (i + 1..stop.min(i + 16)).take_while(|&k| {
        !matches!(
            syntax.tag(k),
            Tag::Finite | Tag::Auxiliary | Tag::Comma | Tag::Break | Tag::Mark | Tag::Wh | Tag::Pronoun
        )
    });
    let that = that.into_iter().find(|&k| syntax.tag(k) == Tag::That)?;
    (syntax.clause_follows(that + 1, stop)
        && !syntax.is_relative_that(that, stop)
        && !is_of_noun(syntax, i, that))
    .then_some(that)
}
