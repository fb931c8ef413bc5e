//! "said that …", "promised to …": a verb that is a cue, with its frame, its source and its
//! content.

use super::contact_relative::{equated, lacks_object, lacks_subject};
use super::cue_words::{opens_hearer, particles_end, parts_particle};
use super::cued::Cued;
use super::experiencer_object::experiencer_object;
use super::inverted::{inverted, only_dates};
use super::issued::issued;
use super::modifier::leave_main_verb;
use super::object_relative::{leaves_gap, object_relative};
use super::parenthetical::Aside;
use super::parenthetical_as::{parenthetical_as, parenthetical_as_by};
use super::passive::passive;
use super::verb_after::content_after;
use super::verb_before::{content_before, own_source};
use super::verdict::{answers_how, follows_how};
use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::fill::fill;
use crate::attribution::frame::Filled;
use crate::attribution::glued::is_glued;
use crate::attribution::score::Factor;
use crate::lexicon::{Class, Classes, Cue, Frame, Part, WordId, words};
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup, Voice};
use crate::syntax::{SourceKind, Syntax};
use crate::text::Run;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape =
    Shape { name: "verb", trigger: Trigger::Cue(Part::Verb), precedence: Precedence::Surest, find: verbal };

/// The maximum length of a name between a quotation and its verb, in tokens, including the mark.
const NAME: usize = 4;

/// The attribution made by the verb at token `i`, if any.
fn verbal(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let group = syntax.verb_group(i);
    if heads_noun_phrase(syntax, group) {
        return None;
    }
    let word = syntax.token(i)?.word;
    let lemma = syntax.lexicon.lemma(word);
    let next = syntax.token(i + 1).map_or(WordId::NONE, |t| t.word);
    let parted = parts_particle(syntax, i + 1) || opens_hearer(syntax, i + 1);
    // prefer "called for" to "called" if it fits; after a quotation only the particle decides
    let rank = |found: &Attribution| {
        // "remarked on Facebook that …" has a clause and an adjunct
        let smaller = !matches!(found.frame, Some(Frame::That | Frame::Clause | Frame::Quote | Frame::Post));
        let phrasal = found.head.is_some_and(|(_, cue)| cue.is_some_and(|cue| cue.particle != WordId::NONE));
        let adjunct = !opens_hearer(syntax, i + 1) && syntax.opens_adjunct(i + 1, syntax.sentence(i).stop());
        let phrasal = phrasal && !(smaller && adjunct);
        // “I cried,” she confessed to a friend. But “…,” she went on, “…”
        if found.frame == Some(Frame::Post) && syntax.waits(found.content[0].stop() - 1) {
            let ends = |cue: Run| matches!(syntax.tag(cue.stop()), Tag::Comma | Tag::End | Tag::Mark);
            return (true, phrasal && found.cue.is_some_and(ends), None);
        }
        (false, false, Some(found.evidence.when(phrasal, Factor::Phrasal).confidence()))
    };
    let phrasal = || syntax.lexicon.cues(lemma).iter().any(|cue| cue.rest() == [next]);
    let particle = syntax.is(i + 1, Class::Particle) && !syntax.is(i + 1, Class::Preposition) && phrasal();
    let mut best: Option<Attribution> = None;
    for cue in syntax.lexicon.cues(lemma).iter().filter(|cue| cue.part == Part::Verb) {
        let end = if cue.particle == WordId::NONE {
            // "hit back saying …": "back" opens no noun phrase
            if particle {
                continue;
            }
            i + 1
        } else if parted || cue.particle == next || cue.addressed {
            let Some(end) = particles_end(syntax, cue, i + 1) else { continue };
            end
        } else {
            continue; // most particles follow their verb directly or not at all
        };
        if let Some(found) = with_cue(syntax, cue, group, end)
            && best.as_ref().is_none_or(|best| rank(&found) >= rank(best))
        {
            best = Some(found);
        }
    }
    best
}

/// The attribution that the verb makes with one of its cues, whose words end at `end`.
fn with_cue(syntax: &Syntax<'_>, cue: &'static Cue, group: VerbGroup, end: usize) -> Option<Attribution> {
    if cue.strength(Frame::Experiencer) > 0 {
        return experiencer_object(syntax, cue, group, end);
    }
    let named = named_after_quotation(syntax, group);
    let group = match named {
        Some(_) => VerbGroup { start: group.head, voice: Voice::Active, form: Form::Finite, ..group },
        None => group,
    };
    let cued = Cued { cue, group, end };
    if let Some(found) = parenthetical_as_by(syntax, cued) {
        return Some(found);
    }
    if group.voice == Voice::Passive || group.form == Form::Participle {
        return passive(syntax, cue, group, end);
    }
    if group.form == Form::Finite
        && let Some(found) = inverted(syntax, cue, group, end)
    {
        return Some(found);
    }
    // "“A disaster” was how Ruiz described it"
    if follows_how(syntax, group)
        && let Some(found) = answers_how(syntax, cued, syntax.subject(group, 0))
    {
        return Some(found);
    }
    // "But, said Ruiz, “it is late.”": the quotation is after the source
    let announced = if group.form == Form::Finite { announced(syntax, group) } else { None };
    let from = announced.map_or(end, Run::stop);
    let mut forward = if is_glued(syntax, from) { None } else { fill(syntax, cue, from) };
    if let (Some(filled), Some(_)) = (&mut forward, announced) {
        filled.cue_end = end;
    }
    if says_nothing(syntax, cued, forward.as_ref()) {
        return None;
    }
    let issued = issued(syntax, group);
    let source = match group.form {
        Form::Finite => named.or(announced).or_else(|| syntax.subject(group, 0)),
        Form::Ing => issued.map(|(source, _)| source).or_else(|| syntax.subject_of_participle(group)),
        Form::Infinitive => syntax.subject_of_infinitive(group),
        Form::Participle => None,
    };
    if names_territory(syntax, group, source) || describes_text(syntax, group, source) {
        return None;
    }
    // "as they learnt once more that …": the clause after the cue is the content
    let takes_that = forward.is_some_and(|filled| filled.frame == Frame::That);
    if !takes_that && let Some(found) = parenthetical_as(syntax, cue, group, source, end) {
        return Some(found);
    }
    let aside = Aside::of(syntax, cue, end);
    let source = own_source(syntax, cued, source, aside.parted);
    if let Some(found) = content_before(syntax, cued, source, forward.as_ref(), aside) {
        return Some(found);
    }
    said_after(syntax, cued, source, forward, issued.map(|(_, start)| start))
}

/// Whether the verb makes no statement with the content after it, if any.
fn says_nothing(syntax: &Syntax<'_>, cued: Cued, forward: Option<&Filled>) -> bool {
    let Cued { cue, group, end } = cued;
    match forward {
        Some(filled) => {
            heads_relative(syntax, group, filled)
                || is_reduced_passive(syntax, cue, group, filled)
                || tells_when(syntax, group, filled)
                || gives_result(syntax, group, filled)
        }
        // only a finite verb comes after what is said, or a raised one
        None => group.form != Form::Finite && !is_raised(syntax, group) || !takes_before(syntax, cue, end),
    }
}

/// The attribution with the content after its verb, or with the noun before a relative clause; what
/// is `issued` begins with the verb at that token.
fn said_after(
    syntax: &Syntax<'_>,
    cued: Cued,
    source: Option<Run>,
    forward: Option<Filled>,
    issued: Option<usize>,
) -> Option<Attribution> {
    let Cued { cue, group, end } = cued;
    // "the mill Moor said was unsafe", "a move Moor described as a mistake"
    let gapped = forward.as_ref().is_some_and(|filled| lacks_subject(syntax, filled, end));
    let own = |phrase| match gapped {
        true => syntax.contact_subject(phrase),
        false if lacks_object(syntax, cue, end) => syntax.judging_subject(phrase),
        false => None,
    };
    let source = source.map(|phrase| own(phrase).unwrap_or(phrase));
    if let Some(mut filled) = forward.filter(|_| gapped)
        && let Some(start) = equated(syntax, &filled, end)
    {
        filled.content = Run::new(start, filled.content.stop());
        return Some(content_after(syntax, cued, source, filled, None));
    }
    match forward.and_then(|filled| leave_main_verb(syntax, group, source, filled)) {
        Some(filled) => Some(content_after(syntax, cued, source, filled, issued)),
        None => object_relative(syntax, cue, group, source, end),
    }
}

/// "a strong showing in Tarn", "no telling how": whether a form in -ing is the noun after an
/// article or an adjective. "Many of those saying so" have a verb.
fn heads_noun_phrase(syntax: &Syntax<'_>, group: VerbGroup) -> bool {
    let before = group.head.saturating_sub(1);
    group.form == Form::Ing
        && group.start == group.head
        && group.head > syntax.sentence_start(group.head)
        && match syntax.tag(before) {
            Tag::Adjective => true,
            Tag::Determiner => {
                !syntax.is(before, Class::IndefinitePronoun) && !syntax.is_one_of(before, words!["those"])
            }
            _ => false,
        }
}

/// "smaller states Moor won", "the fifth state that voted": a noun, unless its subject is a pronoun
/// or a document, or a noun with "that" or a quotation after the verb.
fn names_territory(syntax: &Syntax<'_>, group: VerbGroup, source: Option<Run>) -> bool {
    let i = group.head;
    if group.start != i || !syntax.is_one_of(i, words!["state", "states"]) {
        return false;
    }
    let that = || syntax.tag(i + 1) == Tag::That && !syntax.verb_at(i + 2);
    let quoted = syntax.kind(i + 1) == Some(Kind::Colon) || (i + 1..i + 3).any(|k| syntax.opens_quotation(k));
    let nominal = |k: usize| syntax.tag(k).is_nominal() && syntax.tag(k) != Tag::Number;
    let subject = |source: Run| {
        let last = source.stop() - 1;
        syntax.source_kind(source) == SourceKind::Group
            || syntax.is(last, Class::SubjectPronoun)
            || that() && (nominal(last) || matches!(syntax.tag(last), Tag::Wh | Tag::Comma))
    };
    !quoted && !source.is_some_and(subject)
}

/// "said in a statement read to the court that": a participle after the text in which somebody says
/// something.
fn describes_text(syntax: &Syntax<'_>, group: VerbGroup, source: Option<Run>) -> bool {
    const TEXTS: Classes = Classes::of(Class::Document).and(Class::Occasion);
    let governed = |source: Run| {
        source.first() > syntax.sentence_start(group.head)
            && source.stop() == group.start
            && syntax.is_one_of(source.first() - 1, words!["in", "during"])
            && syntax.classes(source.stop() - 1).any(TEXTS)
    };
    group.start == group.head && syntax.is(group.head, Class::VerbParticiple) && source.is_some_and(governed)
}

/// "a man asked to leave the bar was shot": somebody is asked, since the infinitive is followed by
/// the verb of the sentence.
fn is_reduced_passive(syntax: &Syntax<'_>, cue: &Cue, group: VerbGroup, filled: &Filled) -> bool {
    let content = filled.content;
    filled.frame == Frame::To
        && group.start == group.head
        && matches!(syntax.lexicon.name_of(cue.group), "ask" | "tell" | "urge")
        && group.head > syntax.sentence_start(group.head)
        && syntax.tag(group.head - 1) == Tag::Noun
        && syntax.is(group.head, Class::VerbParticiple)
        && syntax.before_outer_verb(content.first() + 2, content.stop()) < content.stop()
}

/// "the party rules that were broken", "the states that vote in May": a noun with a relative
/// clause, since a content would have no subject.
fn heads_relative(syntax: &Syntax<'_>, group: VerbGroup, filled: &Filled) -> bool {
    let noun = group.start == group.head
        && syntax.is(group.head, Class::Noun)
        && group.head > syntax.sentence_start(group.head)
        && matches!(
            syntax.tag(group.head - 1),
            Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Possessive | Tag::Determiner
        );
    let next = filled.content.first() + 1;
    let verb = || match syntax.tag(next) {
        Tag::Auxiliary => true,
        Tag::Finite => !syntax.is(next, Class::Noun),
        _ => false,
    };
    filled.frame == Frame::That && noun && verb()
}

/// “…,” he is alleged to have shouted: an infinitive of the perfect after a passive.
pub(super) fn is_raised(syntax: &Syntax<'_>, group: VerbGroup) -> bool {
    let to = group.start;
    group.form == Form::Infinitive
        && syntax.is(to + 1, Class::Have)
        && to > syntax.sentence_start(group.head) + 1
        && syntax.is(to - 1, Class::VerbParticiple)
        && syntax.is(to - 2, Class::Be)
}

/// "was telling a story when her son walked in": a clause about what happens at the same time.
fn tells_when(syntax: &Syntax<'_>, group: VerbGroup, filled: &Filled) -> bool {
    filled.frame == Frame::Wh
        && syntax.tag(group.head) == Tag::Ing
        && group.form == Form::Finite
        && syntax.is(filled.content.first(), Class::AdverbialWh)
}

/// "is so politically charged that she avoids it": a clause that says what follows from a degree.
fn gives_result(syntax: &Syntax<'_>, group: VerbGroup, filled: &Filled) -> bool {
    let so = |i: usize| syntax.is_one_of(i, words!["so"]);
    let degree = group.start > syntax.sentence_start(group.head) && (group.start - 1..group.head).any(so);
    filled.frame == Frame::That && degree && syntax.is(group.head, Class::VerbParticiple)
}

/// Whether a cue with no content after it may take what comes before it: as a parenthetical, a
/// comment, or the object of a relative clause.
fn takes_before(syntax: &Syntax<'_>, cue: &Cue, end: usize) -> bool {
    cue.strength(Frame::Post) > 0
        || cue.strength(Frame::Quote) > 0
        || cue.strength(Frame::That) > 1
        || (cue.strength(Frame::NounPhrase) > 0 || cue.strength(Frame::As) > 0) && leaves_gap(syntax, end)
}

/// “…,” Sharp said: capitalised words between the mark and the verb are a name, whatever other
/// words they look like.
fn named_after_quotation(syntax: &Syntax<'_>, group: VerbGroup) -> Option<Run> {
    // no name extends further to the left than this
    if !syntax.may_wait(group.head) && group.head >= syntax.sentence(group.head).first() + NAME {
        return None;
    }
    let floor = group.head.saturating_sub(NAME);
    let start = (floor..group.head).rev().find(|&i| !syntax.token(i).is_some_and(|t| t.is_capital()))? + 1;
    let name = Run::new(start, group.head);
    (!name.is_empty() && syntax.waits(start - 1) && !syntax.is(start, Class::SubjectPronoun)).then_some(name)
}

/// "But, said Ruiz, “it is late.”": a verb of speech and its subject before the content, after an
/// opening word.
fn announced(syntax: &Syntax<'_>, group: VerbGroup) -> Option<Run> {
    let floor = syntax.sentence_start(group.head);
    let first = floor + usize::from(syntax.tag(floor) == Tag::Coordinator);
    let opens = group.start == first
        || group.start > floor && syntax.tag(group.start - 1) == Tag::Comma && group.start <= floor + 5;
    let speaks = || syntax.token(group.head).is_some_and(|t| syntax.lexicon.speaks(t.word));
    let source = (opens && speaks()).then(|| syntax.inverted_source(group.head + 1)).flatten()?;
    // "Ruiz, 43, complained Friday, “it is late.”"
    if source.indices().all(|i| only_dates(syntax, i)) {
        return None;
    }
    let mark = source.stop() + 1;
    (matches!(syntax.tag(mark - 1), Tag::Comma | Tag::Break) && syntax.opens_quotation(mark))
        .then_some(source)
}
