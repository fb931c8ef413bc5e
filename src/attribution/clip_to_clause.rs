//! Clips content to the clause of its attribution: a fronted clause or an insertion, and the
//! content in it, ends where the writer's main clause begins.

use crate::attribution::Attribution;
use crate::attribution::preceding::reports_passively;
use crate::attribution::score::Row;
use crate::lexicon::Class;
use crate::lexicon::{Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::{Tag, Tags};
use crate::text::Run;
use crate::text::token::Kind;

/// Commas and quotation marks, whatever role they have in the sentence.
const BOUNDS: Tags = Tags::of(&[Tag::Comma, Tag::Mark, Tag::Possessive]);

/// "While Ruiz said X, the council ...", "Ruiz, who said X, left", "Saying X, Ruiz left": cuts the
/// content after the cue where the clause around the attribution ends. A complement is smaller than
/// a clause: it has no verb of its own.
pub(super) fn clip_to_clause(syntax: &Syntax<'_>, attribution: &mut Attribution) {
    let Attribution { content, cue: Some(cue), source, frame, evidence, .. } = attribution else { return };
    let (cue, source) = (*cue, *source);
    let complement = matches!(frame, Some(Frame::NounPhrase | Frame::To | Frame::Gerund));
    // the clause after "according to Ruiz, " or "as Ruiz said, " is the main clause
    let main = evidence.is_of(Row::ParentheticalAs) || syntax.is_one_of(cue.first(), words!["according"]);
    if main {
        return;
    }
    let opening = content.first().copied().unwrap_or_default();
    let Some(last) = content.last_mut().filter(|run| run.start >= cue.end) else { return };
    if syntax.tag(cue.stop() - 1) == Tag::Ing {
        cut_parallel(syntax, last);
    }
    let source = source.filter(|s| s.end <= cue.start);
    let first = source.map_or(cue.first(), Run::first);
    let relative =
        source.is_some_and(|s| s.len() == 1 && matches!(syntax.tag(s.first()), Tag::Wh | Tag::That));
    // "those who opposed the plan were few", "a petition urging her to stay had gathered 40 names":
    // the second verb belongs to the outer clause
    let modifies = syntax.tag(cue.first()) == Tag::Ing
        && source.is_some_and(|s| s.end == cue.start)
        && matches!(frame, Some(Frame::To | Frame::ObjectTo));
    if relative && complement || modifies {
        *last = Run::new(last.first(), syntax.before_outer_verb(last.first(), last.stop()));
    }
    // the outer clause continues after a comma
    if syntax.next_of(last.first(), last.stop(), BOUNDS) >= last.stop() {
        return;
    }
    let floor = syntax.sentence_start(first);
    // "Ruiz, saying X, left"
    let participle = |i: usize| i > floor && syntax.tag(i - 1) == Tag::Comma && syntax.tag(i) == Tag::Ing;
    let insertion = source.is_some_and(|s| s.stop() + 1 == cue.first()) && participle(cue.first());
    // "the rules, which officials said will change in May, will not"
    let object = opening.len() == 1
        && syntax.is_one_of(opening.first(), words!["which", "who"])
        && opening.stop() <= first;
    // "Ruiz, asked whether X, said", "Ruiz, when told that X, said"
    let asked = |i: usize| {
        i > floor && syntax.tag(i - 1) == Tag::Comma && syntax.tag(i) == Tag::Participle
            || i > floor + 1
                && syntax.tag(i - 2) == Tag::Comma
                && syntax.is_one_of(i - 1, words!["when", "if"])
    };
    let addressed = source.is_none() && asked(cue.first()) && reports_passively(syntax, cue.first());
    let inserted = relative || object || insertion || participle(first) || addressed;
    let fronted = in_fronted(syntax, first, cue, relative, floor) || in_contrast(syntax, first, floor);
    if !inserted && !fronted {
        return;
    }
    let stop = syntax.sentence(last.first()).stop().max(last.stop());
    // an initial quotation is skipped like any other: the commas inside it are the speaker's
    let mut k = last.first() + usize::from(!syntax.opens_quotation(last.first()));
    while k < last.stop() {
        let mut comma = syntax.tag(k) == Tag::Comma;
        if syntax.kind(k) == Some(Kind::Mark)
            && let Some(q) = syntax.text.quotations.starting_at(k)
        {
            // "“... the price list,” the mayor left": the comma is inside the marks
            k = q.run.stop() - 1;
            comma = syntax.tag(k.saturating_sub(1)) == Tag::Comma;
        }
        if comma
            && (inserted && syntax.verb_at(k + 1) && syntax.tag(k + 1) != Tag::Ing
                || fronted && syntax.opens_main_clause(k + 1, stop))
        {
            let end = if syntax.tag(k) == Tag::Comma { k } else { k + 1 };
            *last = Run::new(last.first(), end.max(last.first() + 1));
            return;
        }
        k += 1;
    }
}

/// "When Ruiz said ...", "By saying ...", "For someone who said ...": whether the clause of an
/// attribution that begins at `first` is fronted.
fn in_fronted(syntax: &Syntax<'_>, first: usize, cue: Run, relative: bool, floor: usize) -> bool {
    let Some(open) = (floor..cue.stop())
        .find(|&k| !matches!(syntax.tag(k), Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Mark))
    else {
        return false;
    };
    // "Asked whether X, Ruiz said"
    if open == cue.first() && open == first && syntax.tag(open) == Tag::Finite {
        return true;
    }
    let subordinate = syntax.tag(open) == Tag::Subordinator;
    let over = (open..first).any(|k| match syntax.tag(k) {
        // "While Ruiz, Moor and the mayor say X, ...": commas inside its subject do not end it
        Tag::Comma if subordinate => syntax.opens_main_clause(k + 1, syntax.sentence(k).stop()),
        Tag::Break | Tag::Mark => !subordinate,
        tag => tag == Tag::Comma,
    });
    if over {
        return false;
    }
    // "Asked if she thought X, Ruiz said", "Despite what he wrote about X, Ruiz said"
    let asked = open < first && syntax.tag(open) == Tag::Finite && syntax.is(open, Class::VerbParticiple);
    if asked || syntax.is_one_of(open, words!["despite"]) {
        return true;
    }
    let verbs = (open..first).filter(|&k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary)).count();
    match syntax.tag(open) {
        Tag::Subordinator => true,
        // "If the judge rules that X, …"
        Tag::Wh => syntax.is(open, Class::AdverbialWh) || syntax.is_one_of(open, words!["if"]),
        Tag::Preposition | Tag::To => {
            syntax.is(open, Class::SubordinatingPreposition)
                || verbs == 0 && (relative || !matches!(syntax.tag(cue.stop() - 1), Tag::Finite))
        }
        Tag::Ing | Tag::Participle => open >= cue.first() || verbs == 0,
        _ => false,
    }
}

/// "…, and while Ruiz said X, the council …": whether the clause of an attribution that begins at
/// `first` is fronted to the second of two clauses.
fn in_contrast(syntax: &Syntax<'_>, first: usize, floor: usize) -> bool {
    first > floor + 1
        && syntax.is_one_of(first - 1, words!["while", "although", "though", "if", "when"])
        && syntax.tag(first - 2) == Tag::Coordinator
}

/// "calling the plan “dead” and urging ...": ends a participle's content before the next
/// participle.
fn cut_parallel(syntax: &Syntax<'_>, run: &mut Run) {
    for k in run.first() + 1..run.stop().saturating_sub(1) {
        if syntax.tag(k) == Tag::Ing {
            return;
        }
        let ing = syntax.tag(k + 1) == Tag::Ing
            || matches!(syntax.tag(k + 1), Tag::Adverb | Tag::Negation) && syntax.tag(k + 2) == Tag::Ing;
        if syntax.tag(k) == Tag::Coordinator && ing && !syntax.quoted(k) {
            *run = Run::new(run.first(), k);
            return;
        }
    }
}
