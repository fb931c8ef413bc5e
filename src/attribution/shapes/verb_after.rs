//! "said that …": the content fills a frame after its verb.

use super::contact_relative::lacks_object;
use super::cued::{Cued, hears};
use super::interrupted_sentence::unquoted_part;
use super::object_relative::object_before;
use crate::attribution::frame::Filled;
use crate::attribution::quoted_content::more_quoted;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Classes, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::Form;
use crate::text::Run;

/// The attribution of the words that fill a frame after the verb. The cue begins at `issuing`, the
/// verb that issues a text, or with the verb's own group.
pub(super) fn content_after(
    syntax: &Syntax<'_>,
    cued: Cued,
    source: Option<Run>,
    filled: Filled,
    issuing: Option<usize>,
) -> Attribution {
    let Cued { cue, group, end } = cued;
    let more = if filled.frame == Frame::Quote { more_quoted(syntax, filled.content) } else { None };
    let mut content = without_adjunct(syntax, &filled);
    content.extend(more);
    if let Some(part) = source.and_then(|source| unquoted_part(syntax, source, &filled)) {
        content.insert(0, part);
    }
    // "what the mayor said was a mistake": the pronoun is the first piece of the content
    let subject_gap = filled.frame == Frame::Clause
        && matches!(syntax.tag(filled.content.first()), Tag::Finite | Tag::Auxiliary);
    let gap = |source| {
        if subject_gap {
            syntax.antecedent(source)
        } else {
            syntax.judged(source).filter(|_| lacks_object(syntax, cue, end))
        }
    };
    if (subject_gap || cue.strength(Frame::Complement) > 0)
        && let Some(object) = source.and_then(|source| object_before(syntax, source).or_else(|| gap(source)))
    {
        content.insert(0, object);
    }
    let cue_run = Run::new(issuing.unwrap_or(group.start), filled.cue_end.max(end));
    let evidence = evidence(syntax, cued, source, &filled);
    Attribution::new(content, cue_run, group.head, evidence).listed(cue, filled.frame).said_by(source)
}

/// The evidence for the attribution.
fn evidence(syntax: &Syntax<'_>, cued: Cued, source: Option<Run>, filled: &Filled) -> Evidence {
    let Cued { group, .. } = cued;
    let bare = filled.frame == Frame::Clause
        && (group.form != Form::Infinitive || says_clause(syntax, cued, filled));
    let clausal = matches!(filled.frame, Frame::That | Frame::Quote | Frame::Wh) || bare;
    let sure = finds(syntax, cued, source, filled)
        || text_finds(syntax, cued, source, filled)
        || charges(syntax, cued, filled);
    let strength = if sure { 3 } else { filled.strength };
    Evidence::of(Row::Verb)
        .strength(strength)
        .source(syntax.kind_of(source))
        .when(filled.frame == Frame::Quote, Factor::Quotation)
        .when(matches!(filled.frame, Frame::That | Frame::Wh), Factor::ThatOrWhClause)
        .form(group.form, source.is_some(), clausal)
        .when(clausal && hears(syntax, group, source), Factor::HearingBody)
        .mood(syntax.mood(group), clausal)
}

/// "It found mothers were left alone": a report or an inquiry that opens the sentence as "it", and
/// a clause with a subject and a verb of its own.
fn finds(syntax: &Syntax<'_>, Cued { cue, group, end }: Cued, source: Option<Run>, filled: &Filled) -> bool {
    let opens =
        |s: Run| syntax.is_one_of(s.first(), words!["it"]) && s.first() == syntax.sentence_start(group.head);
    let start = filled.content.first();
    filled.frame == Frame::Clause
        && start == end
        && cue.strength(Frame::That) == 3
        && source.is_some_and(opens)
        && syntax.core_end(start, filled.content.stop()).is_some_and(|after| syntax.verb_at(after))
}

/// "The poll found Moor ahead", "a study finds little harm": what a text finds is what it says.
fn text_finds(
    syntax: &Syntax<'_>,
    Cued { group, end, .. }: Cued,
    source: Option<Run>,
    filled: &Filled,
) -> bool {
    const TEXTS: Classes = Classes::of(Class::Document).and(Class::Survey);
    filled.frame == Frame::NounPhrase
        && filled.content.first() == end
        && end == group.head + 1
        && syntax.lemma_is_one_of(group.head, words!["find"])
        && source.is_some_and(|source| {
            let head = syntax.core_end(source.first(), source.stop()).unwrap_or(source.stop()) - 1;
            syntax.classes(head).any(TEXTS)
        })
}

/// "charged two men with theft": the object of a verb that also takes "with", and that preposition.
fn charges(syntax: &Syntax<'_>, Cued { group, end, .. }: Cued, filled: &Filled) -> bool {
    let (start, stop) = (filled.content.first(), filled.content.stop());
    filled.frame == Frame::NounPhrase
        && start == end
        && end == group.head + 1
        && syntax.takes_with(group.head)
        && syntax.core_end(start, stop).is_some_and(|end| end < stop && syntax.is_one_of(end, words!["with"]))
}

/// "rang to say she was ill": after an infinitive of saying, this is a clause, since no noun phrase
/// would follow.
fn says_clause(syntax: &Syntax<'_>, Cued { cue, .. }: Cued, filled: &Filled) -> bool {
    let is_verb = |&k: &usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary);
    let verb = filled.content.indices().find(is_verb).unwrap_or(filled.content.stop());
    matches!(syntax.lexicon.name_of(cue.group), "say" | "tell")
        && filled.strength == 3
        && !(filled.content.first()..verb).any(|k| syntax.is(k, Class::ClausalPreposition))
}

/// "accused ministers | on Friday | of lying": the words that fill a frame, without an adjunct
/// inside them.
fn without_adjunct(syntax: &Syntax<'_>, filled: &Filled) -> Pieces {
    let run = filled.content;
    let phrase = matches!(filled.frame, Frame::NounPhrase | Frame::ObjectTo | Frame::As);
    match phrase.then(|| syntax.adjunct_within(run)).flatten() {
        Some(adjunct) => {
            let (before, after) =
                (Run::new(run.first(), adjunct.first()), Run::new(adjunct.stop(), run.stop()));
            Pieces::from([before, after])
        }
        None => run.into(),
    }
}
