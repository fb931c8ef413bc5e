//! What looks like an attribution and reports nothing that somebody said.

use super::{holds_verb, is_aloud};
use crate::attribution::naming::names;
use crate::attribution::score::Row;
use crate::attribution::{Attribution, Kind};
use crate::lexicon::{AttributionType, Class, Cue, Form, Frame, Part, words};
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form as VerbForm, Mood};
use crate::syntax::{SourceKind, Syntax};
use crate::text::Run;
use crate::text::token::Kind as Token;

/// Whether nobody said the content, or the article does not tell what was said.
pub(super) fn says_nothing(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    is_unsaid(syntax, attribution)
        || is_pronoun_alone(syntax, attribution)
        || is_reporters_own(syntax, attribution)
        || is_prompt(syntax, attribution)
        || is_in_question(syntax, attribution)
        || is_label(syntax, attribution)
        || defines(syntax, attribution)
        || hides_name(syntax, attribution)
}

/// "did not respond to questions", "nobody owned up to the theft", "stopped short of calling it a
/// crime": something that was not said.
fn is_unsaid(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue else { return false };
    let nobody = || attribution.source.is_some_and(|source| is_nobody(syntax, source));
    let (first, form) = (cue.first(), attribution.form);
    let short = || {
        first >= 2
            && syntax.is_one_of(first - 2, words!["short"])
            && syntax.is_one_of(first - 1, words!["of"])
    };
    // "has not ruled out a rise": two negations say something
    let denies = || {
        let cue = attribution.head.and_then(|(_, cue)| cue);
        cue.is_some_and(|cue| {
            cue.strength(Frame::Gerund) > 0 && syntax.lexicon.name_of(cue.group) == "refuse" && !cue.is_deed()
        })
    };
    form == Form::NounPhrase
        && attribution.kind == Kind::Indirect
        && (is_negated(syntax, attribution) && !denies() || nobody())
        || form == Form::Clause && lacks_speaker(syntax, attribution) && nobody()
        || withholds(syntax, attribution)
        || is_still_to_come(syntax, attribution)
        || is_still_open(syntax, attribution)
        || is_no_word(syntax, attribution)
        || short()
}

/// "will decide whether to close", "will rule on whether it may go ahead", "has a week to decide
/// whether to appeal": a question that is answered later. "would not say whether" refuses an
/// answer.
fn is_still_open(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let asks = |run: &Run| syntax.is_one_of(run.first(), words!["whether", "if"]);
    let later = |head: usize| {
        let group = syntax.verb_group(head);
        let thinks = attribution.act != AttributionType::Communication;
        syntax.mood(group) == Mood::Prospective || group.form == VerbForm::Infinitive && thinks
    };
    attribution.content.first().is_some_and(asks)
        && !is_negated(syntax, attribution)
        && attribution.head.is_some_and(|(head, _)| later(head))
}

/// "have yet to say how it started", "has still to be told": the words are still to come.
fn is_still_to_come(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let to = |i: usize| syntax.tag(i) == Tag::To && syntax.is_one_of(i - 1, words!["yet", "still"]);
    let ends = |cue: Run| cue.indices().skip(2).any(to);
    attribution.form != Form::Quotation && attribution.cue.is_some_and(ends)
}

/// "made no mention of the prisoners", "offered no apology for": a noun of saying after "no".
fn is_no_word(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some((head, Some(cue))) = attribution.head else { return false };
    let no = |i: usize| syntax.is_one_of(i, words!["no"]);
    // "is in no doubt that" says something
    !matches!(attribution.form, Form::Quotation | Form::Clause)
        && attribution.cue.is_some_and(|words| match cue.part {
            Part::Noun => (words.first()..head).any(no),
            _ => words.indices().skip(1).any(no),
        })
}

/// "nobody", "no one", "not one of them".
fn is_nobody(syntax: &Syntax<'_>, source: Run) -> bool {
    let first = source.first();
    let one = |i: usize| syntax.is_one_of(i, words!["one"]);
    syntax.is(first, Class::Nobody) || syntax.is_one_of(first, words!["no", "not"]) && one(first + 1)
}

/// "nobody told them that", "no one asked why", "none of them realised that": what is not said,
/// asked or known if nobody does so. "Nobody doubts that" and "no one expects that" have a view.
fn lacks_speaker(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    attribution.frame == Some(Frame::Wh)
        || attribution.act == AttributionType::Fact
        || is_told(syntax, attribution)
}

/// "said that", "told her whether": the cue is one of saying.
fn is_told(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    attribution.group().is_some_and(|group| matches!(syntax.lexicon.name_of(group), "say" | "tell" | "warn"))
}

/// "declined to comment", "refused to comment further", "refused to be drawn on it": an infinitive
/// that says nothing.
fn withholds(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let [run] = &attribution.content[..] else { return false };
    let withheld = |i: usize| syntax.is(i, Class::Withheld);
    let drawn = || {
        syntax.is(run.first() + 1, Class::Be)
            && withheld(run.first() + 2)
            && !syntax.is_one_of(run.first() + 3, words!["into"])
    };
    // "declined to comment on the letter"
    let refuses = || attribution.group().is_some_and(|group| syntax.lexicon.name_of(group) == "refuse");
    let on_topic = || withheld(run.first() + 1) && syntax.tag(run.first() + 2) != Tag::That && refuses();
    attribution.form == Form::Infinitive
        && (run.len() <= 3 && run.indices().any(withheld) || drawn() || on_topic())
}

fn is_negated(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    attribution.cue.is_some_and(|cue| cue.indices().any(|i| syntax.tag(i) == Tag::Negation))
}

/// "did not want to be identified", "asked to be called only Nina": how the writer may refer to the
/// source. "asked not to be named" is a request.
fn hides_name(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let [run] = &attribution.content[..] else { return false };
    let cue = attribution.head.and_then(|(_, cue)| cue);
    let negated = || run.indices().any(|i| syntax.tag(i) == Tag::Negation);
    let asks = |cue: &Cue| match syntax.lexicon.name_of(cue.group) {
        "want" => true,
        "ask" => !negated(),
        _ => !is_aloud(cue.attribution_type(Form::Clause)),
    };
    if !(is_negated(syntax, attribution) || cue.is_some_and(asks)) {
        return false;
    }
    let name = |&i: &usize| syntax.is(i, Class::Anonymous);
    let own = |i: usize| (i.saturating_sub(2)..i).any(|k| syntax.is(k, Class::PossessivePronoun));
    match attribution.form {
        Form::Infinitive => {
            let short = run.len() <= 5 && name(&(run.stop() - 1));
            short || is_referred_to(syntax, *run)
        }
        Form::Clause | Form::NounPhrase => run.indices().find(name).is_some_and(own) && negated(),
        _ => false,
    }
}

/// "not to be named because", "to be known as Leo", "to be called only Nina", but "to be called as
/// a witness": an infinitive about the words for somebody.
fn is_referred_to(syntax: &Syntax<'_>, run: Run) -> bool {
    let be = run.first() + 1 + usize::from(syntax.tag(run.first()) == Tag::Negation);
    let named = syntax.after_adverbs(be + 1);
    let calls = || names(syntax, named) && syntax.tag(named + 1) != Tag::Preposition;
    syntax.is(be, Class::Be) && (syntax.is(named, Class::Referred) || calls())
}

/// "I asked whether she was tired": the writer's own question to a speaker.
fn is_reporters_own(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some(source) = attribution.source.filter(|source| source.len() == 1) else { return false };
    matches!(syntax.source_kind(source), SourceKind::I | SourceKind::We)
        && attribution.form != Form::Quotation
        && attribution.group().is_some_and(|group| matches!(syntax.lexicon.name_of(group), "ask" | "tell"))
}

/// "Asked to sum up the year, he said", "Moor, asked to explain, said": what somebody was asked
/// before an answer.
fn is_prompt(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let (Some(cue), None) = (attribution.cue, attribution.source) else { return false };
    let first = cue.first();
    let start = syntax.sentence_start(first);
    let opens = first == start || syntax.tag(first - 1) == Tag::Comma;
    let when = first > start && syntax.is_one_of(first - 1, words!["when", "if"]);
    attribution.form == Form::Infinitive
        && cue.len() == 1
        && (opens || when)
        && syntax.is(first, Class::VerbParticiple)
        && attribution.group().is_some_and(|group| matches!(syntax.lexicon.name_of(group), "ask" | "tell"))
}

/// "Asked whether he was confident that it would pass, he paused", "How worried should I be?": part
/// of a question.
fn is_in_question(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let (Some(cue), Some((head, _))) = (attribution.cue, attribution.head) else { return false };
    if attribution.form == Form::Quotation {
        return false;
    }
    let start = syntax.sentence_start(head);
    let degree = head > start && syntax.is_one_of(head - 1, words!["how"]);
    let comma = |&i: &usize| syntax.tag(i) == Tag::Comma;
    let clause = (start..cue.first()).rev().find(comma).map_or(start, |comma| comma + 1);
    // "Ruiz, asked why …, said", but "Ruiz, the chair, asked why … and hinted that"
    let asked = || {
        let addressed = clause == start || syntax.tag(clause) == Tag::Participle;
        syntax.is_one_of(clause, words!["asked"]) && addressed && syntax.is(clause + 1, Class::Wh)
    };
    degree || clause + 1 < cue.first() && asked()
}

/// "Related: the mayor resigns": a label of the web page, not part of the article.
fn is_label(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue.filter(|cue| cue.len() == 2) else { return false };
    attribution.source.is_none()
        && syntax.kind(cue.first() + 1) == Some(Token::Colon)
        && cue.first() == syntax.block(cue.first()).first()
}

/// "Nightjar: code word for the raid", "Tarn: Ruiz, Moor, Pell", "The Tarn Hour: A World at War" as
/// a title: a definition, a list or a name after a colon.
fn defines(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let (Some(cue), [run]) = (attribution.cue, &attribution.content[..]) else { return false };
    let small = |i: usize| syntax.token(i).is_some_and(|t| t.is_word() && !t.is_capital());
    let listed = || {
        let is = |tag| run.indices().filter(move |&i| syntax.tag(i) == tag);
        let other = |i| !matches!(syntax.tag(i), Tag::Proper | Tag::Comma | Tag::Number | Tag::End);
        is(Tag::Comma).next().is_some() && is(Tag::Proper).nth(1).is_some() && !run.indices().any(other)
    };
    cue.len() == 1
        && syntax.kind(cue.first()) == Some(Token::Colon)
        && attribution.kind == Kind::Indirect
        && !holds_verb(syntax, attribution)
        && (small(run.first()) || listed() || attribution.evidence.is_of(Row::ColonHeading))
}

/// "I know what she says", "she wrote it": a pronoun, which reveals nothing of the content.
fn is_pronoun_alone(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let pronoun = |i| {
        matches!(syntax.tag(i), Tag::Wh | Tag::Object)
            || syntax.is(i, Class::Relative)
            || syntax.is(i, Class::SubjectPronoun)
    };
    attribution.content.iter().all(|run| run.len() == 1 && pronoun(run.first()))
}
