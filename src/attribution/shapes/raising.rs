//! "Talks are expected to follow", "He seems tired", "is known as": raising verbs, with no
//! particular speaker.

use super::{Precedence, Shape, Trigger};
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Raising, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;

pub(super) const SHAPE: Shape =
    Shape { name: "raising", trigger: Trigger::Raising, precedence: Precedence::First, find: raising };

/// "Talks are expected to follow", "He seems to be winning", "is known as".
fn raising(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let group = syntax.verb_group(i);
    let word = syntax.token(i)?.word;
    let raising = syntax.lexicon.raising(syntax.lexicon.lemma(word)).union(syntax.lexicon.raising(word));
    let stop = syntax.sentence(i).stop();
    let after = syntax.after_adverbs(i + 1);
    if raising.has(Raising::Verb)
        && let Some(found) = it_seems(syntax, group, after, stop)
    {
        return Some(found);
    }
    let be = i > group.start && (group.start..i).any(|k| syntax.is(k, Class::Be));
    // "a rally expected to draw": a participle after its noun
    let after_noun = group.start == i
        && !be
        && i > 0
        && matches!(syntax.tag(i - 1), Tag::Noun | Tag::Proper)
        && !is_only_verb(syntax, i);
    // but not "which traders described as"
    let reduced = after_noun
        && syntax
            .phrase_start(i, syntax.sentence_start(i))
            .and_then(|start| start.checked_sub(1))
            .is_none_or(|before| !matches!(syntax.tag(before), Tag::Wh | Tag::That))
        && !is_judged_before(syntax, i);
    let (start, evidence) =
        if raising.has(Raising::Verb) && group.form == Form::Finite && is_copular(syntax, i, after) {
            // "seemed to suggest that": the infinitive is the cue
            if infinitive_attributes(syntax, after) {
                return None;
            }
            (i + 1, Evidence::of(Row::RaisingVerb))
        } else if raising.has(Raising::To) && be && syntax.tag(after) == Tag::To {
            (i + 1, Evidence::of(Row::RaisingTo))
        } else if raising.has(Raising::To) && reduced && syntax.tag(i + 1) == Tag::To {
            (i + 1, Evidence::of(Row::RaisingTo).with(Factor::Reduced))
        } else if (be || reduced)
            && (raising.has(Raising::As) && syntax.is_one_of(i + 1, words!["as"])
                || raising.has(Raising::For) && syntax.is_one_of(i + 1, words!["for"]))
        {
            // "is described as a danger by residents": they say so
            let complement = Run::new(i + 2, syntax.complement_end(i + 2, stop));
            if syntax.agent_ending(i, complement).is_some() {
                return None;
            }
            (i + 2, Evidence::of(Row::RaisingAs).when(!be, Factor::Reduced))
        } else if raising.has(Raising::Alone) && be && !reduced && ends_predicate(syntax, after, stop) {
            (after, Evidence::of(Row::RaisingAlone))
        } else {
            return None;
        };
    let cue_end = if start == i + 2 { start } else { i + 1 };
    let mut group = group;
    let subject = if syntax.is_one_of(group.start, words!["there"]) {
        group.start += 1;
        Run::new(group.start - 1, group.start)
    } else {
        syntax.subject(group, 0)?
    };
    let mut content: Pieces = subject.into();
    let end = syntax.complement_end(start, stop);
    if start < end && (start != after || start == i + 1) {
        content.push(Run::new(start, end));
    }
    Some(Attribution::new(content, Run::new(group.start, cue_end), i, evidence))
}

/// "a decision Moor described as baffling", "a step the union described as mad": whether the noun
/// phrase before the verb at `i` is its subject, and the one before that is what it judges.
fn is_judged_before(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_one_of(i + 1, words!["as"])
        && syntax.is(i, Class::VerbPast)
        && syntax.phrase_start(i, syntax.sentence_start(i)).is_some_and(|start| {
            let phrase = Run::new(start, i);
            syntax.judging_subject(phrase).is_some() || syntax.judged(phrase).is_some()
        })
}

/// "Moor claimed to own the pier that sank": the clause has no other verb, and this verb takes an
/// infinitive. "A rally expected to draw crowds was cancelled" has one.
fn is_only_verb(syntax: &Syntax<'_>, i: usize) -> bool {
    let sentence = syntax.sentence(i);
    let finite = |k: usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary);
    let clause =
        (sentence.first()..i).rev().take_while(|&k| !matches!(syntax.tag(k), Tag::Comma | Tag::Break));
    // "with crowds expected to grow": no clause of its own
    let joined = |k: usize| finite(k) || syntax.is_one_of(k, words!["with"]);
    syntax.is(i, Class::VerbPast)
        && syntax.token(i).is_some_and(|verb| syntax.lexicon.takes_infinitive(verb.word))
        && !clause.into_iter().any(joined)
        && syntax.before_outer_verb(i + 2, sentence.stop()) == sentence.stop()
}

/// "It seems that the plan failed", "it appears he left": "it" refers to nobody, and the clause is
/// the whole content.
fn it_seems(syntax: &Syntax<'_>, group: VerbGroup, after: usize, stop: usize) -> Option<Attribution> {
    let it = group.start.checked_sub(1).filter(|&it| syntax.is_one_of(it, words!["it"]))?;
    let clause = syntax.tag(after) == Tag::That
        || (syntax.tag(after).is_nominal() || syntax.is_one_of(after, words!["there"]))
            && syntax.clause_follows(after, stop);
    // "it seems like the plan failed", "it seems likely that it failed"
    let described = syntax.is_one_of(after, words!["like"]) && syntax.clause_follows(after + 1, stop)
        || syntax.tag(after) == Tag::Adjective && matches!(syntax.tag(after + 1), Tag::That | Tag::To);
    (clause || described).then(|| {
        let start = if described { group.head + 1 } else { after };
        let content = Run::new(start, syntax.clause_end(after, stop));
        Attribution::new(content, Run::new(it, group.head + 1), group.head, Evidence::of(Row::RaisingVerb))
    })
}

/// Whether "seem" or "appear" at `i` links its subject to what follows, rather than saying where
/// somebody came into view.
fn is_copular(syntax: &Syntax<'_>, i: usize, after: usize) -> bool {
    matches!(syntax.tag(i), Tag::Finite | Tag::Base | Tag::Participle)
        && (matches!(syntax.tag(after), Tag::To | Tag::Adjective | Tag::Participle | Tag::Determiner)
            || syntax.is(after, Class::VerbParticiple)
            || syntax.is_one_of(after, words!["like"])
            || is_bare_predicate(syntax, after))
        && !syntax.is_time(after)
}

/// "seems stable": a word that no list has, alone where an adjective is expected.
fn is_bare_predicate(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.tag(i) == Tag::Noun
        && syntax.classes(i).is_empty()
        && !syntax.looks_plural(i)
        && matches!(syntax.tag(i + 1), Tag::End | Tag::Comma | Tag::Preposition)
}

fn infinitive_attributes(syntax: &Syntax<'_>, to: usize) -> bool {
    syntax.tag(to) == Tag::To && (to + 1..to + 3).any(|k| syntax.tag(k) == Tag::Base && syntax.attributes(k))
}

/// "A ruling is expected soon": nothing follows that the participle could govern.
fn ends_predicate(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    i >= stop
        || matches!(syntax.tag(i), Tag::End | Tag::Comma)
        || syntax.is_time(i)
        || syntax.tag(i) == Tag::Preposition && syntax.opens_setting(i)
}
