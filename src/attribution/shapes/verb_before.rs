//! "…,” she said", "The plan, she said, is dead": the content comes before the source of its verb,
//! or around both.

use super::cued::Cued;
use super::parenthetical::{Aside, ends_parenthetical, interrupts, is_unfinished, parenthetical};
use super::verb::is_raised;
use crate::attribution::Attribution;
use crate::attribution::frame::Filled;
use crate::attribution::glued::is_glued;
use crate::attribution::preceding::{is_asked, is_fronted, only_begins, said_before};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;
use crate::text::token::Kind;

/// The source of a verb, without the words of a clause that the attribution interrupts; `parted` if
/// [adjuncts](Aside::parted) belong to the attribution.
pub(super) fn own_source(
    syntax: &Syntax<'_>,
    Cued { end, .. }: Cued,
    source: Option<Run>,
    parted: bool,
) -> Option<Run> {
    let interrupted = parted || interrupts(syntax, end) && syntax.verb_at(end + 1);
    if interrupted { source.map(|source| past_comma(syntax, source)) } else { source }
}

/// The attribution of content before the source, unless the words that fill a frame after the verb
/// are the content instead.
pub(super) fn content_before(
    syntax: &Syntax<'_>,
    cued: Cued,
    source: Option<Run>,
    forward: Option<&Filled>,
    aside: Aside,
) -> Option<Attribution> {
    let Cued { cue, group, end } = cued;
    let opening = opening(syntax, cued, source, aside);
    let content = opening.or_else(|| preceding(syntax, cued, source, aside.parted))?;
    if aside.parted && syntax.opens_phrase_of_place(content.first()) {
        return None;
    }
    let found = || Some(parenthetical(syntax, cue, group, end, source, content, end));
    if aside.parted || opening.is_some() {
        return found();
    }
    if !interrupts(syntax, end) && is_fronted(syntax, content) && !is_whole(syntax, content, forward)
        || sounds_alone(syntax, cued, content)
        || forward.is_some_and(|f| leads_in(syntax, f, content))
    {
        return None;
    }
    let quoted = holds_mark(syntax, content);
    let weak_forward = forward
        .is_none_or(|f| gives_way(syntax, f, content, end) || describes_hearer(syntax, cue, f.content, end));
    // a quotation that ended the previous sentence is taken only if there is no other content
    let adjacent = content.stop() > syntax.sentence_start(group.head);
    let ends = is_glued(syntax, end) || ends_parenthetical(syntax, cue, end);
    // “Is it true?” Ruiz asked the minister.
    let answers = || syntax.waits(content.stop() - 1) && cue.strength(Frame::Told) > 0;
    let apart = |f: &Filled| f.frame == Frame::NounPhrase && answers();
    // “… is missing.” Ruiz disagreed.
    if !adjacent && syntax.lemma_is(group.head, Class::Answering) {
        return None;
    }
    // “… is missing.” The case continues.
    let speaks = adjacent || source.is_some_and(|s| syntax.source_kind(s).likely_speaks());
    let fits = if adjacent { quoted || ends } else { forward.is_none_or(apart) && ends };
    if !(weak_forward && speaks && fits) {
        return None;
    }
    // "When asked about it, Ruiz said, it is safe": the answer alone
    found().map(|mut found| {
        if found.content.len() > 1 && is_asked(syntax, content) {
            found.content.retain(|run| *run != content);
        }
        found
    })
}

/// "In return, she told police, he asked for money", "It was, she said later, a mistake": the
/// phrase, clause or subject and verb that opens the sentence, if the attribution separates it from
/// the rest.
fn opening(syntax: &Syntax<'_>, cued: Cued, source: Option<Run>, aside: Aside) -> Option<Run> {
    if !aside.late {
        return None;
    }
    let content = preceding(syntax, cued, source, true)?;
    let opens = is_fronted(syntax, content) || only_begins(syntax, content);
    (is_unfinished(syntax, content) || opens && aside.precedes_clause(syntax)).then_some(content)
}

/// What may be the content before the source of a finite verb; `parted` if the attribution
/// interrupts a clause.
fn preceding(syntax: &Syntax<'_>, cued: Cued, source: Option<Run>, parted: bool) -> Option<Run> {
    let Cued { cue, group, end } = cued;
    let source = source
        .filter(|_| group.form == Form::Finite || is_raised(syntax, group))
        .filter(|s| !verb_between(syntax, *s, group))
        // "She stars in the show, which tells …": the relative clause describes what precedes it
        .filter(|&s| !is_relative(syntax, s))
        // "…, an accusation Lumo denies": what is denied comes before its subject
        .filter(|s| !syntax.comments_on_clause(s.first(), syntax.sentence(group.head).stop()))?;
    let content = said_before(syntax, source.first(), parted || interrupts(syntax, end))?;
    // “Friends,” Ruiz began, “we are late.”
    let whole = syntax.quotation_ending_at(content.stop() - 1) == Some(content);
    let quoted = whole && syntax.waits(content.stop() - 1) && cue.strength(Frame::Quote) > 0;
    (cue.strength(Frame::Post) > 0 || quoted).then_some(content)
}

/// "During a break, he bantered": a verb that describes how a voice sounds takes a quotation or a
/// whole clause, not a fronted phrase.
fn sounds_alone(syntax: &Syntax<'_>, Cued { cue, .. }: Cued, content: Run) -> bool {
    let voice = cue.strength(Frame::That) + cue.strength(Frame::Clause) == 0;
    let fronted = || {
        is_fronted(syntax, content)
            || syntax.tag(content.first()) == Tag::Preposition
                && !syntax.clause_follows(content.first(), content.stop())
    };
    voice && !holds_mark(syntax, content) && fronted()
}

/// "On the show “Harbour Morning,” Ruiz said the pier was lost.": whether a phrase without a verb
/// of its own, which ends in a quotation, leads up to what is said after the cue.
fn leads_in(syntax: &Syntax<'_>, filled: &Filled, content: Run) -> bool {
    let first = content.first();
    let phrase = matches!(syntax.tag(first), Tag::Preposition | Tag::Ing) || syntax.is_time(first);
    let verb = |k: usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary) && !syntax.quoted(k);
    filled.frame != Frame::Quote && phrase && holds_mark(syntax, content) && !content.indices().any(verb)
}

/// "If it snows the school will shut, she said.": whether a fronted clause already holds its main
/// clause without a comma, and nothing after the cue can be its content.
fn is_whole(syntax: &Syntax<'_>, content: Run, forward: Option<&Filled>) -> bool {
    let verb = |k: &usize| matches!(syntax.tag(*k), Tag::Finite | Tag::Auxiliary);
    let group = |k: usize| verb(&k) && !verb(&(k - 1)) && syntax.tag(k - 1) != Tag::To;
    let opened = |k: usize| matches!(syntax.tag(k), Tag::Wh | Tag::That | Tag::Subordinator);
    let inside = || content.indices().skip(1);
    forward.is_none() && inside().filter(|&k| group(k)).count() > 1 + inside().filter(|&k| opened(k)).count()
}

/// Whether a quotation ends the run.
fn holds_mark(syntax: &Syntax<'_>, run: Run) -> bool {
    syntax.kind(run.stop() - 1) == Some(Kind::Mark)
}

/// Whether the words that fill a frame after the cue give way to `content`, which comes before it.
/// The cue ends before `end`.
fn gives_way(syntax: &Syntax<'_>, filled: &Filled, content: Run, end: usize) -> bool {
    let quoted = syntax.kind(content.stop() - 1) == Some(Kind::Mark);
    match filled.frame {
        Frame::NounPhrase => true,
        // "When the band began a man yelled “Stop!”": the quotation is the content
        Frame::Quote if !quoted => continues(syntax, end),
        // "The plant could close, it told workers in a letter.": no clause follows
        Frame::Clause if !holds_verb(syntax, filled.content) => true,
        frame => filled.strength < 3 || quoted && (frame != Frame::That || syntax.waits(content.stop() - 1)),
    }
}

/// "Prices will rise, Ruiz told a crowd gathered in Tarn", "reminded members who had come": whether
/// the words from the end of the cue on are an addressee with a participle or a relative clause.
fn describes_hearer(syntax: &Syntax<'_>, cue: &Cue, content: Run, end: usize) -> bool {
    let stop = syntax.sentence(end).stop();
    let hearer = || syntax.object_end(end, stop).filter(|&hearer| hearer < content.stop());
    cue.strength(Frame::Told) > 0
        && hearer().is_some_and(|after| {
            let participle = syntax.is(after, Class::VerbParticiple)
                && syntax.tag(after).is_verb()
                && syntax.tag(after + 1) == Tag::Preposition
                && !(after + 1..content.stop()).any(|k| syntax.verb_at(k));
            participle || syntax.is_one_of(after, words!["who"])
        })
}

fn holds_verb(syntax: &Syntax<'_>, run: Run) -> bool {
    run.indices().any(|i| matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary))
}

/// "The drafts are gone, he said, “and nobody knows why.”": a quotation after the comma at `i` that
/// continues the clause.
fn continues(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.tag(i) == Tag::Comma
        && syntax.opens_quotation(i + 1)
        && matches!(
            syntax.tag(i + 2),
            Tag::Coordinator | Tag::Subordinator | Tag::Wh | Tag::Finite | Tag::Auxiliary
        )
        && syntax.token(i + 2).is_some_and(|t| !t.is_capital())
}

/// "Tarn Library, union leaders said in March, is safe": the interrupted clause has its subject
/// before the comma; the source begins after the comma.
fn past_comma(syntax: &Syntax<'_>, source: Run) -> Run {
    let commas = || source.indices().filter(|&k| syntax.tag(k) == Tag::Comma);
    match commas().next() {
        Some(comma) if commas().count() == 1 && comma + 1 < source.stop() => {
            Run::new(comma + 1, source.stop())
        }
        _ => source,
    }
}

fn is_relative(syntax: &Syntax<'_>, source: Run) -> bool {
    source.len() == 1 && matches!(syntax.tag(source.first()), Tag::Wh | Tag::That)
}

/// "…,” he said and then joked: “…”": the words before the subject belong to the first verb.
fn verb_between(syntax: &Syntax<'_>, subject: Run, group: VerbGroup) -> bool {
    (subject.stop()..group.start).any(|i| syntax.tag(i) == Tag::Finite && syntax.attributes(i))
}
