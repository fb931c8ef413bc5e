//! Attributions by a verb: from a cue verb and its frame to source and content.

use super::cue_words::{opens_hearer, particles_end, parts_particle};
use super::experiencer_object::stimulus;
use super::inverted::inverted;
use super::issued::issued;
use super::modifier::leave_main_verb;
use super::object_relative::{gap, leaves_gap, object_before};
use super::parenthetical::{ends_parenthetical, interrupts, interrupts_past_adjuncts, parenthetical};
use super::parenthetical_as::comment;
use super::passive::passive;
use super::{Precedence, Shape, Trigger};
use crate::attribution::frame::{Filled, fill};
use crate::attribution::glued::is_glued;
use crate::attribution::preceding::{is_asked, is_fronted, said_before};
use crate::attribution::quoted_content::more_quoted;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, Part, WordId, word};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup, Voice};
use crate::text::Run;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape =
    Shape { name: "verb", trigger: Trigger::Cue(Part::Verb), precedence: Precedence::Surest, find: verbal };

/// How many tokens a name between a quotation and its verb may have, the mark included.
const NAME: usize = 4;

/// The attribution that the verb of a group makes, if it makes one.
fn verbal(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let group = syntax.verb_group(i);
    let word = syntax.token(i)?.word;
    let lemma = syntax.lexicon.lemma(word);
    let next = syntax.token(i + 1).map_or(WordId::NONE, |t| t.word);
    let parted = parts_particle(syntax, i + 1) || opens_hearer(syntax, i + 1);
    // "called for", where it fits, rather than "called"
    let rank = |found: &Attribution| {
        // "remarked on Facebook that …" has a clause and an adjunct
        let smaller = !matches!(found.frame, Some(Frame::That | Frame::Clause | Frame::Quote | Frame::Post));
        let phrasal = found.head.is_some_and(|(_, cue)| cue.is_some_and(|cue| cue.particle != WordId::NONE));
        let adjunct = !opens_hearer(syntax, i + 1) && syntax.opens_adjunct(i + 1, syntax.sentence(i).stop());
        let phrasal = phrasal && !(smaller && adjunct);
        found.evidence.when(phrasal, Factor::Phrasal).confidence()
    };
    let mut best: Option<Attribution> = None;
    for cue in syntax.lexicon.cues(lemma).iter().filter(|cue| cue.part == Part::Verb) {
        let end = if cue.particle == WordId::NONE {
            i + 1
        } else if parted || cue.particle == next || cue.addressed {
            let Some(end) = particles_end(syntax, cue, i + 1) else { continue };
            end
        } else {
            continue; // most particles stand straight behind their verb or nowhere
        };
        if let Some(found) = with_cue(syntax, cue, group, end)
            && best.as_ref().is_none_or(|best| rank(&found) >= rank(best))
        {
            best = Some(found);
        }
    }
    best
}

fn with_cue(syntax: &Syntax<'_>, cue: &'static Cue, group: VerbGroup, end: usize) -> Option<Attribution> {
    if cue.strength(Frame::Experiencer) > 0 {
        return stimulus(syntax, cue, group, end);
    }
    // no name reaches further to the left than this
    let waits = syntax.may_wait(group.head) || group.head < syntax.sentence(group.head).first() + NAME;
    let (group, named) = match waits.then(|| named_behind_quotation(syntax, group)).flatten() {
        Some(named) => {
            (VerbGroup { start: group.head, voice: Voice::Active, form: Form::Finite, ..group }, Some(named))
        }
        None => (group, None),
    };
    if group.voice == Voice::Passive || group.form == Form::Participle {
        return passive(syntax, cue, group, end);
    }
    if group.form == Form::Finite
        && let Some(found) = inverted(syntax, cue, group, end)
    {
        return Some(found);
    }
    let glued = is_glued(syntax, end);
    let forward = if glued { None } else { fill(syntax, cue, end) };
    if forward.is_none() && !takes_before(syntax, cue, end) {
        return None;
    }
    if group.form == Form::Infinitive && forward.is_none() {
        return None;
    }
    let no_content =
        |filled: &Filled| heads_relative(syntax, group, filled) || tells_when(syntax, group, filled);
    if forward.as_ref().is_some_and(no_content) {
        return None;
    }
    let issued = issued(syntax, group);
    let source = match group.form {
        Form::Finite => named.or_else(|| syntax.subject(group, 0)).or_else(|| announced(syntax, group)),
        Form::Ing => issued.map(|(source, _)| source).or_else(|| syntax.subject_of_participle(group)),
        Form::Infinitive => syntax.subject_of_infinitive(group),
        Form::Participle => None,
    };
    if let Some(found) = comment(syntax, cue, group, source, end) {
        return Some(found);
    }
    let parted = interrupts_past_adjuncts(syntax, cue, end);
    let source = if parted || interrupts(syntax, end) && syntax.verb_at(end + 1) {
        source.map(|source| past_comma(syntax, source))
    } else {
        source
    };
    let before = source
        .filter(|_| group.form == Form::Finite)
        .filter(|s| !verb_between(syntax, *s, group))
        // "She stars in the show, which tells …": it tells something of what precedes it
        .filter(|&s| !is_relative(syntax, s))
        .and_then(|s| said_before(syntax, s.first(), parted || interrupts(syntax, end)));
    let before = before.filter(|content| !parted || !syntax.opens_phrase_of_place(content.first()));
    let before = before.filter(|&content| {
        // “Friends,” Ruiz began, “we are late.”
        let whole = syntax.quotation_ending_at(content.stop() - 1) == Some(content);
        let quoted = whole && syntax.waits(content.stop() - 1) && cue.strength(Frame::Quote) > 0;
        cue.strength(Frame::Post) > 0 || quoted
    });
    if let Some(content) = before.filter(|_| parted && !source.is_some_and(|s| is_relative(syntax, s))) {
        return Some(parenthetical(syntax, cue, group, end, source, content, end));
    }
    let before = before.filter(|&content| interrupts(syntax, end) || !is_fronted(syntax, content));
    if let Some(content) = before {
        let quoted = syntax.kind(content.stop() - 1) == Some(Kind::Mark);
        let weak_forward = forward.as_ref().is_none_or(|f| gives_way(syntax, f, content, end));
        // a quotation that closed the sentence before is only taken where nothing else is said
        let adjacent = content.stop() > syntax.sentence_start(group.head);
        let ends = glued || ends_parenthetical(syntax, cue, end);
        // “Is it true?” Ruiz asked the minister.
        let answers = || syntax.waits(content.stop() - 1) && cue.strength(Frame::Told) > 0;
        let apart = |f: &Filled| f.frame == Frame::NounPhrase && answers();
        // “… is missing.” The case continues.
        let speaks = adjacent || source.is_some_and(|s| syntax.source_kind(s).likely_speaks());
        let fits = if adjacent { quoted || ends } else { forward.as_ref().is_none_or(apart) && ends };
        if weak_forward && speaks && fits {
            let mut found = parenthetical(syntax, cue, group, end, source, content, end);
            // "When asked about it, Ruiz said, it is safe": the answer alone
            if found.content.len() > 1 && is_asked(syntax, content) {
                found.content.retain(|run| *run != content);
            }
            return Some(found);
        }
    }
    let Some(filled) = forward.and_then(|filled| leave_main_verb(syntax, group, source, filled)) else {
        return gap(syntax, cue, group, source, end);
    };
    let more = if filled.frame == Frame::Quote { more_quoted(syntax, filled.content) } else { None };
    let mut content = without_adjunct(syntax, &filled);
    content.extend(more);
    // "what the mayor said was a mistake": the pronoun is the first piece of what is said
    let subject_gap = filled.frame == Frame::Clause
        && matches!(syntax.tag(filled.content.first()), Tag::Finite | Tag::Auxiliary);
    if (subject_gap || cue.strength(Frame::Complement) > 0)
        && let Some(object) = source.and_then(|source| object_before(syntax, source))
    {
        content.insert(0, object);
    }
    // "rang to say she was ill": no noun phrase would follow
    let says = || {
        let verb = |&k: &usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary);
        let verb = filled.content.indices().find(verb).unwrap_or(filled.content.stop());
        let phrase = |k: usize| syntax.is(k, Class::ClausalPreposition);
        matches!(syntax.lexicon.name_of(cue.group), "say" | "tell")
            && filled.strength == 3
            && !(filled.content.first()..verb).any(phrase)
    };
    let bare = filled.frame == Frame::Clause && (group.form != Form::Infinitive || says());
    let clausal = matches!(filled.frame, Frame::That | Frame::Quote | Frame::Wh) || bare;
    let evidence = Evidence::of(Row::Verb)
        .strength(filled.strength)
        .source(syntax.kind_of(source))
        .when(filled.frame == Frame::Quote, Factor::Quotation)
        .when(matches!(filled.frame, Frame::That | Frame::Wh), Factor::ThatOrWhClause)
        .form(group.form, source.is_some(), clausal)
        .when(clausal && hears(syntax, group, source), Factor::HearingBody)
        .mood(syntax.mood(group), clausal);
    let start = issued.map_or(group.start, |(_, start)| start);
    Some(
        Attribution::new(content, Run::new(start, filled.cue_end.max(end)), group.head, evidence)
            .listed(cue, filled.frame)
            .said_by(source),
    )
}

/// "the party rules that were broken", "the states that vote in May": a noun with a relative clause,
/// since nothing is the subject of what would be said.
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

/// "was telling a story when her son walked in": what happens meanwhile.
fn tells_when(syntax: &Syntax<'_>, group: VerbGroup, filled: &Filled) -> bool {
    filled.frame == Frame::Wh
        && syntax.tag(group.head) == Tag::Ing
        && group.form == Form::Finite
        && syntax.is(filled.content.first(), Class::AdverbialWh)
}

/// "the court heard that", "jurors heard": those before whom it is said.
pub(super) fn hears(syntax: &Syntax<'_>, group: VerbGroup, source: Option<Run>) -> bool {
    let lemma = syntax.token(group.head).map(|t| syntax.lexicon.lemma(t.word));
    lemma == Some(word!("hear"))
        && source.is_some_and(|source| source.indices().any(|i| syntax.is(i, Class::Hearing)))
}

/// Whether a cue behind which nothing is said may take what stands before it: as a parenthesis, a comment, or the object
/// of a relative clause.
fn takes_before(syntax: &Syntax<'_>, cue: &Cue, end: usize) -> bool {
    cue.strength(Frame::Post) > 0
        || cue.strength(Frame::Quote) > 0
        || cue.strength(Frame::That) > 1
        || (cue.strength(Frame::NounPhrase) > 0 || cue.strength(Frame::As) > 0) && leaves_gap(syntax, end)
}

/// “…,” Sharp said: what is capitalised between the mark and the verb is a name, whatever word it looks like.
fn named_behind_quotation(syntax: &Syntax<'_>, group: VerbGroup) -> Option<Run> {
    let floor = group.head.saturating_sub(NAME);
    let start = (floor..group.head).rev().find(|&i| !syntax.token(i).is_some_and(|t| t.is_capital()))? + 1;
    let name = Run::new(start, group.head);
    (!name.is_empty() && syntax.waits(start - 1) && !syntax.is(start, Class::SubjectPronoun)).then_some(name)
}

/// Whether what fills a frame after a cue that ends before `end` is not what is said, as `content` before it is.
fn gives_way(syntax: &Syntax<'_>, filled: &Filled, content: Run, end: usize) -> bool {
    let quoted = syntax.kind(content.stop() - 1) == Some(Kind::Mark);
    match filled.frame {
        Frame::NounPhrase => true,
        // "When the band began a man yelled “Stop!”": the quotation is what is said
        Frame::Quote if !quoted => continues(syntax, end),
        // "The plant could close, it told workers in a letter.": no clause follows
        Frame::Clause if !holds_verb(syntax, filled.content) => true,
        frame => filled.strength < 3 || quoted && (frame != Frame::That || syntax.waits(content.stop() - 1)),
    }
}

/// What fills a frame, without an adjunct inside it: "accused ministers | on Friday | of lying".
fn without_adjunct(syntax: &Syntax<'_>, filled: &Filled) -> Pieces {
    let run = filled.content;
    let phrase = matches!(filled.frame, Frame::NounPhrase | Frame::ObjectTo | Frame::As);
    match syntax.adjunct_within(run).filter(|_| phrase) {
        Some(adjunct) => {
            let (before, after) =
                (Run::new(run.first(), adjunct.first()), Run::new(adjunct.stop(), run.stop()));
            Pieces::from([before, after])
        }
        None => run.into(),
    }
}

fn holds_verb(syntax: &Syntax<'_>, run: Run) -> bool {
    run.indices().any(|i| matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary))
}

/// "The drafts are gone, he said, “and nobody knows why.”": a quotation after the comma at `i` that goes on with the clause.
fn continues(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.tag(i) == Tag::Comma
        && syntax.opens_quotation(i + 1)
        && matches!(
            syntax.tag(i + 2),
            Tag::Coordinator | Tag::Subordinator | Tag::Wh | Tag::Finite | Tag::Auxiliary
        )
        && syntax.token(i + 2).is_some_and(|t| !t.is_capital())
}

/// "Tarn Library, union leaders said in March, is safe": the clause that the attribution interrupts has its subject before the
/// comma; the source's own begins after it.
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

/// "…,” he said and then joked: “…”": what stands before the subject was said by the first verb.
fn verb_between(syntax: &Syntax<'_>, subject: Run, group: VerbGroup) -> bool {
    (subject.stop()..group.start).any(|i| syntax.tag(i) == Tag::Finite && syntax.attributes(i))
}

/// "But, said Ruiz, “it is late.”": a verb of speech and its subject before what is said, behind an opening word.
fn announced(syntax: &Syntax<'_>, group: VerbGroup) -> Option<Run> {
    let floor = syntax.sentence_start(group.head);
    let opens = group.start > floor && syntax.tag(group.start - 1) == Tag::Comma && group.start <= floor + 5;
    let speaks = syntax.token(group.head).is_some_and(|t| syntax.lexicon.speaks(t.word));
    let source = syntax.inverted_source(group.head + 1).filter(|_| opens && speaks)?;
    matches!(syntax.tag(source.stop()), Tag::Comma | Tag::Break).then_some(source)
}
