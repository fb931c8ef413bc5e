//! The clause after a cue: "said that the ferry would stop", "said the ferry would stop", "asked
//! whether it would".

use crate::lexicon::{Class, Cue, Frame, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// A clause with "that", with a question word, or bare.
pub(super) fn fill_clause(
    syntax: &Syntax<'_>,
    cue: &Cue,
    i: usize,
    stop: usize,
) -> Option<(Frame, usize, usize)> {
    introduced_clause(syntax, cue, i, stop).or_else(|| bare_clause(syntax, cue, i, stop))
}

/// A clause whose first words show it: "that it was late", "whether it was late".
fn introduced_clause(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
    let tag = syntax.tag(i);
    if (tag == Tag::That || tag == Tag::Adverb && syntax.tag(i + 1) == Tag::That)
        && cue.strength(Frame::That) > 0
        && !is_pronoun(syntax, i)
    {
        // "admitted afterwards that": the adverb belongs to the cue, unlike that of "says only
        // that"
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
    // "said not a penny would be spent"
    (cue.strength(Frame::Clause) > 1
        && tag == Tag::Negation
        && syntax.tag(i + 1).is_nominal()
        && syntax.clause_follows(i + 1, stop))
    .then(|| (Frame::Clause, i, syntax.clause_end(i, stop)))
}

/// A clause that nothing introduces: "said the ferry would stop".
fn bare_clause(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<(Frame, usize, usize)> {
    let (tag, bare) = (syntax.tag(i), cue.strength(Frame::Clause));
    if bare == 0 || !may_open(syntax, cue, i) || opens_other(syntax, cue, i, stop) {
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
    // "felt squeezed in", "did not feel well", "felt safe": the verb links this to its subject
    let links = syntax.lemma_is(i - 1, Class::Linking);
    let described = tag == Tag::Adjective && !syntax.tag(i + 1).is_nominal();
    if links && (described || tag == Tag::Object) {
        return None;
    }
    let gap = matches!(tag, Tag::Finite | Tag::Auxiliary) && bare == 3 && !(links && tag == Tag::Finite);
    if cue.strength(Frame::NounPhrase) > 1
        && (bare < 3 && !is_sure_clause(syntax, i, stop) || joins_clause(syntax, i, stop))
    {
        return None;
    }
    (gap || syntax.clause_follows(i, stop)
        || !(links && tag == Tag::Adverb) && is_always_clause(syntax, cue, i, stop))
    .then(|| (Frame::Clause, i, syntax.clause_end(i, stop)))
}

/// Whether a clause without "that" may begin with the word at `i`.
fn may_open(syntax: &Syntax<'_>, cue: &Cue, i: usize) -> bool {
    let tag = syntax.tag(i);
    let opens = tag.is_nominal()
        || matches!(tag, Tag::Finite | Tag::Auxiliary | Tag::Subordinator | Tag::Object | Tag::Mark)
        || matches!(tag, Tag::Adverb | Tag::Ing | Tag::Preposition | Tag::Other);
    // "angry at the delay": the complement of an adjective; "found himself in trouble": an object
    let governed = cue.part == Part::Adjective && tag == Tag::Preposition;
    let reflexive = tag == Tag::Object && syntax.is(i, Class::Reflexive);
    opens && !governed && !reflexive
}

/// Whether something else than a clause begins at `i`, although a clause follows in it or after it.
fn opens_other(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> bool {
    match syntax.tag(i) {
        // "reported in May that": the setting comes before the clause
        Tag::Preposition => {
            syntax.phrase_end(i + 1, stop).is_some_and(|end| syntax.tag(end) == Tag::That)
                || cue.strength(Frame::That) == 3 && distant_that(syntax, i, stop).is_some()
        }
        // "found a knife police say was stolen": what police say is about the object
        Tag::Determiner => cue.strength(Frame::Clause) < 3 && syntax.opens_contact_relative(i, stop),
        _ => false,
    }
}

/// Verbs of saying rarely take a noun phrase: what follows them is a clause, whatever its
/// structure.
fn is_always_clause(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> bool {
    let (tag, phrase) = (syntax.tag(i), cue.strength(Frame::NounPhrase));
    let opens = tag.is_nominal()
        || matches!(tag, Tag::Adverb | Tag::Subordinator)
        || tag == Tag::Preposition && !syntax.opens_setting(i);
    cue.strength(Frame::Clause) == 3
        && phrase < 2
        && cue.strength(Frame::Told) == 0
        && opens
        // "argued with the referee and was sent off"
        && !syntax
            .phrase_end(i + usize::from(tag == Tag::Preposition), stop)
            .is_some_and(|end| syntax.joins_predicate(i, end))
        && (holds_verb(syntax, i, stop) || phrase == 0 && may_hold_verb(syntax, i, stop))
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
    // "illustrates that, when she went to help.": no clause follows after the insertion
    let unfinished = || {
        let stop = syntax.sentence(i).stop();
        matches!(syntax.tag(next), Tag::Wh | Tag::Subordinator)
            && !(next..stop).any(|k| syntax.tag(k) == Tag::Comma)
    };
    syntax.tag(i + 1) == Tag::Comma
        && (syntax.tag(next) == Tag::Ing && syntax.attributes(next)
            || syntax.tag(next) == Tag::Coordinator
            || unfinished())
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

/// "said after lunch in the harbour office that": a that-clause after phrases of time, place and
/// company.
pub(in crate::attribution) fn distant_that(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
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

/// "hit back at claims that", but not "said in a report that": whether the clause at `that` is what
/// the noun before it says, since the preposition at `i` opens no adjunct of saying.
pub(in crate::attribution) fn is_of_noun(syntax: &Syntax<'_>, i: usize, that: usize) -> bool {
    let takes_that =
        |cue: &Cue| cue.part == Part::Noun && cue.rest().is_empty() && cue.strength(Frame::That) > 1;
    syntax.tag(that) == Tag::That
        && syntax.tag(that - 1) == Tag::Noun
        && !syntax.is_adjunct(i, that)
        && syntax.cues(that - 1).iter().any(takes_that)
}
