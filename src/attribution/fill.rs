//! Where the frame of a cue begins: directly after it, or after an addressee, a time, an occasion
//! or a medium.

use crate::attribution::addressee::{
    clause_past_adjuncts, pass_over, speaks_in_infinitive, speaks_in_participle,
};
use crate::attribution::frame::{Filled, distant_that, fill_at};
use crate::attribution::naming::names_document;
use crate::attribution::past_adjuncts::fill_phrase_past_adjuncts;
use crate::attribution::quoted_content::{is_full_quotation, quotation_from};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::{Tag, Tags};
use crate::text::Run;
use crate::text::token::Kind;

/// The maximum distance from the cue to the start of a quotation, in tokens.
const DISTANCE: usize = 20;

/// The strongest frame filled by the words from `i`, directly after the cue.
pub(super) fn fill(syntax: &Syntax<'_>, cue: &Cue, i: usize) -> Option<Filled> {
    // "…, she said.": a third of all cues
    if syntax.tag(i) == Tag::End && syntax.kind(i) != Some(Kind::Mark) {
        return None;
    }
    let stop = syntax.sentence(i.checked_sub(1)?).stop();
    if let Some(that) = that_past_dashes(syntax, i, stop).filter(|_| cue.strength(Frame::That) == 3) {
        return fill_at(syntax, cue, that, i, stop);
    }
    if begins_complement(syntax, i) {
        return fill_at(syntax, cue, i, i, stop);
    }
    if let Some(found) = fill_distant_quotation(syntax, cue, i, stop) {
        return Some(found);
    }
    if speaks_in_infinitive(syntax, cue, i, stop) || speaks_in_participle(syntax, cue, i, stop) {
        return None;
    }
    if let Some(found) = fill_past_adjuncts(syntax, cue, i, stop)
        .or_else(|| fill_past_addressee(syntax, cue, i, stop))
        .or_else(|| fill_phrase_past_adjuncts(syntax, cue, i, stop))
    {
        return Some(found);
    }
    let near = fill_at(syntax, cue, i, i, stop).or_else(|| {
        // an addressee, a time or an occasion between cue and content
        let after = pass_over(syntax, cue, i, stop).filter(|&after| !is_modifier(syntax, after, stop))?;
        // "said at one point fans threw bottles", "said today would be hot": what looks like an
        // adjunct holds the subject of the verb
        if has_lost_subject(syntax, cue, i, after) {
            let (strength, content) = (cue.strength(Frame::Clause), Run::new(i, syntax.clause_end(i, stop)));
            return Some(Filled { frame: Frame::Clause, strength, content, cue_end: i });
        }
        fill_at(syntax, cue, after, i, stop)
    });
    near.or_else(|| {
        let that = distant_that(syntax, i, stop).filter(|_| cue.strength(Frame::That) == 3)?;
        fill_at(syntax, cue, that, i, stop)
    })
}

/// "said – on Monday, of all days – that": the "that" after an insertion between two dashes, the
/// first of which is at `i`.
fn that_past_dashes(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    let dash = |k: usize| syntax.kind(k) == Some(Kind::Dash);
    if !dash(i) {
        return None;
    }
    let close = (i + 1..stop.min(i + DISTANCE)).find(|&k| dash(k))?;
    (syntax.tag(close + 1) == Tag::That && !syntax.verb_at(close + 2)).then_some(close + 1)
}

/// "said that", "asked who", "promised to": whether the word at `i` can be neither an addressee nor
/// part of an adjunct, so that only the frame directly after the cue is tried.
fn begins_complement(syntax: &Syntax<'_>, i: usize) -> bool {
    const OPENING: Tags = Tags::of(&[
        Tag::That,
        Tag::Wh,
        Tag::To,
        Tag::Break,
        Tag::Mark,
        Tag::Finite,
        Tag::Auxiliary,
        Tag::Base,
        Tag::Ing,
        Tag::Participle,
        Tag::Subordinator,
        Tag::Coordinator,
    ]);
    OPENING.has(syntax.tag(i)) && !syntax.is_time(i) && !syntax.is(i, Class::Comparative)
}

/// Whether a verb directly follows what was skipped between the cue and `after`, in a sentence
/// without a relative pronoun whose clause could lack its subject there.
fn has_lost_subject(syntax: &Syntax<'_>, cue: &Cue, i: usize, after: usize) -> bool {
    let verb = matches!(syntax.tag(after), Tag::Finite | Tag::Auxiliary);
    verb && cue.strength(Frame::Clause) == 3
        && cue.strength(Frame::Told) == 0
        && !syntax.is(after, Class::VerbParticiple)
        && !(syntax.sentence_start(i)..i).any(|k| matches!(syntax.tag(k), Tag::Wh | Tag::That))
}

/// "told a meeting that was held in Tarn", "said in a report published on Thursday": whether the
/// words after an addressee or an adjunct modify it.
fn is_modifier(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    let participle =
        matches!(syntax.tag(i), Tag::Finite | Tag::Participle) && syntax.is(i, Class::VerbParticiple);
    participle || syntax.is_relative_that(i, stop)
}

/// "told the crowd after the vote: “…”", "said by phone, “…”": a quotation after an addressee or
/// phrases of time and place.
fn fill_distant_quotation(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<Filled> {
    let strength = cue.strength(Frame::Quote);
    let addressed = cue.strength(Frame::Told) > 0;
    let opens = syntax.tag(i) == Tag::Preposition
        || syntax.is_time(i)
        || addressed && (syntax.tag(i).is_nominal() || syntax.tag(i) == Tag::Object);
    if strength < 2 || !opens {
        return None;
    }
    let phrase = |k: usize| {
        syntax.tag(k).is_nominal()
            || matches!(
                syntax.tag(k),
                Tag::Preposition
                    | Tag::Adverb
                    | Tag::Number
                    | Tag::Possessive
                    | Tag::Object
                    | Tag::Coordinator
            )
    };
    // "said of the man who saved her: “…”": any clause may describe the topic
    let topic = syntax.is_one_of(i, words!["of", "about"]);
    let ends = |k: usize| if topic { matches!(syntax.tag(k), Tag::Break | Tag::Mark) } else { !phrase(k) };
    let mark = (i..stop.min(i + DISTANCE)).find(|&k| ends(k))?;
    let leads =
        matches!(syntax.kind(mark), Some(Kind::Comma | Kind::Colon)) && syntax.opens_quotation(mark + 1);
    // “…,” she said on Friday, “…”: the second quotation continues the first half
    let sentence = syntax.token(mark + 2).is_some_and(|t| t.is_capital());
    if !leads || !sentence || !is_full_quotation(syntax, mark + 1, true) || names_document(syntax, mark + 1) {
        return None;
    }
    let content = quotation_from(syntax, mark + 1, stop)?;
    Some(Filled { frame: Frame::Quote, strength, content, cue_end: i })
}

/// "said in a statement they had left": the clause after an addressee or adjuncts, if there is one.
fn fill_past_adjuncts(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<Filled> {
    let start = clause_past_adjuncts(syntax, cue, i, stop)?;
    let frame = if syntax.tag(start) == Tag::That { Frame::That } else { Frame::Clause };
    let content = Run::new(start, syntax.clause_end(start, stop));
    Some(Filled { frame, strength: cue.strength(frame), content, cue_end: i })
}

/// "told the paper that ...": the content after the addressee, if there is one.
fn fill_past_addressee(syntax: &Syntax<'_>, cue: &Cue, i: usize, stop: usize) -> Option<Filled> {
    if cue.strength(Frame::Told) == 0 || !(syntax.tag(i).is_nominal() || syntax.tag(i) == Tag::Object) {
        return None;
    }
    let after = pass_over(syntax, cue, i, stop).filter(|&after| !is_modifier(syntax, after, stop))?;
    // "asked anyone who saw the car to call": the question word describes the addressee
    if syntax.is_one_of(after, words!["who"]) && syntax.is(after - 1, Class::IndefinitePronoun) {
        return None;
    }
    let found = fill_at(syntax, cue, after, i, stop)?;
    matches!(found.frame, Frame::That | Frame::Wh | Frame::Quote | Frame::Clause).then_some(found)
}
