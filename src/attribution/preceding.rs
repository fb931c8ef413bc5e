//! Content before its attribution ("…,” she said"), and content that continues after it.

use crate::lexicon::{Class, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// The content before the attribution that starts at `start`: a quotation that ends there, or the
/// clause up to the comma. If the attribution interrupts a clause ("The plan, she said, is dead"),
/// any words count.
pub(super) fn said_before(syntax: &Syntax<'_>, start: usize, interrupted: bool) -> Option<Run> {
    let floor = syntax.sentence_start(start);
    let mut last = start.checked_sub(1)?;
    if last < floor {
        // "… is missing.” Ruiz said.": the quotation ended with a full stop
        let quotation = syntax.quotation_ending_at(last)?;
        let whole = quotation.first() <= syntax.sentence_start(quotation.first());
        let here = syntax.block_index(last) == syntax.block_index(start);
        return (here && whole).then_some(quotation);
    }
    // British order: the comma after the mark
    let comma = matches!(syntax.tag(last), Tag::Comma) || syntax.kind(last) == Some(Kind::Dash);
    if comma {
        last = last.checked_sub(1).filter(|&l| l >= floor)?;
    }
    if let Some(quotation) = syntax.quotation_ending_at(last) {
        let opening_sentence = syntax.sentence_start(quotation.first());
        if syntax.block_index(quotation.first()) != syntax.block_index(start) {
            return None;
        }
        // a whole quotation, or one at the end of a sentence in the writer's words
        let direct = quotation.first() <= opening_sentence
            || matches!(syntax.tag(quotation.first() - 1), Tag::Break | Tag::End | Tag::Mark)
            || is_introduction(syntax, opening_sentence, quotation.first())
            || is_resumed(syntax, quotation);
        let ended = comma || matches!(syntax.tag(last.saturating_sub(1)), Tag::Comma | Tag::End | Tag::Break);
        if direct {
            return Some(quotation);
        }
        // "Asked if it was “safe,” Arden said yes": a question answered by the source
        let asked = reports_passively(syntax, opening_sentence);
        return (ended && !asked).then(|| Run::new(opening_sentence, last + 1));
    }
    if !comma || !interrupted && !clause_before(syntax, floor, last + 1) {
        return None;
    }
    // "a sum that, economists warn, would swallow the budget": only the relative clause is said
    if last > floor && syntax.is(last, Class::Relative) && syntax.tag(last - 1).is_nominal() {
        return Some(Run::new(last, last + 1));
    }
    (floor <= last).then(|| Run::new(floor, last + 1))
}

/// “Nobody,” he said, “should do this. It,” …: a quotation that continues an earlier one in its
/// sentence.
fn is_resumed(syntax: &Syntax<'_>, quotation: Run) -> bool {
    let first = quotation.first();
    let waits = syntax.sentence_at(first).waits as usize;
    waits + 1 < first
        && syntax.tag(first - 1) == Tag::Comma
        && syntax.token(first + 1).is_some_and(|t| t.is_word() && !t.is_capital())
}

/// "Asked", "Told": whether a reporting participle opens the sentence.
pub(super) fn reports_passively(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is(i, Class::VerbParticiple)
        && matches!(syntax.tag(i), Tag::Finite | Tag::Participle)
        && syntax.cues(i).iter().any(|cue| cue.strength(Frame::Told) > 0)
}

/// "When asked about it, Ruiz said, …", "Asked why, …": a question answered by the source.
pub(super) fn is_asked(syntax: &Syntax<'_>, run: Run) -> bool {
    let open = run.first();
    let at = open + usize::from(syntax.is_one_of(open, words!["when", "while"]));
    at < run.stop() && reports_passively(syntax, at)
}

/// "But “no,” he said": a single conjunction or adverb before a quotation is the writer's.
fn is_introduction(syntax: &Syntax<'_>, from: usize, to: usize) -> bool {
    to - from <= 2
        && (from..to)
            .all(|i| matches!(syntax.tag(i), Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Subordinator))
}

/// "Despite the delay, she said, ...": the words before the attribution open the sentence and have
/// no verb yet.
pub(super) fn only_begins(syntax: &Syntax<'_>, run: Run) -> bool {
    run.first() == syntax.sentence_start(run.first())
        && syntax.kind(run.first()) != Some(Kind::Mark)
        && !run.indices().any(|k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary))
}

/// "Ruiz, who left in May", "Ruiz, 43, a cook who left": whether the run is a subject with an
/// insertion rather than a clause.
pub(super) fn is_bare_subject(syntax: &Syntax<'_>, run: Run) -> bool {
    let verb = |k: usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary);
    let open = run.indices().find(|&k| syntax.tag(k) == Tag::Comma);
    open.is_some_and(|open| {
        let inserted = !(open + 1..run.stop()).any(|k| syntax.tag(k) == Tag::Comma)
            && (matches!(syntax.tag(open + 1), Tag::Wh | Tag::Participle | Tag::Ing)
                || syntax.tag(open + 1) == Tag::Preposition && syntax.tag(open + 2) == Tag::Wh);
        // every verb is that of a relative clause
        let relative = || {
            let who = |k: usize| syntax.tag(k) == Tag::Wh || syntax.is(k, Class::Relative);
            let opens = |k: usize| verb(k) && !verb(k - 1);
            let after = open + 1..run.stop();
            syntax.tag(run.first()).is_nominal()
                && after.clone().filter(|&k| opens(k)).count() <= after.filter(|&k| who(k)).count()
        };
        !(run.first()..open).any(verb) && (inserted || relative())
    })
}

/// "While Ruiz denied “everything,”": whether the run is a fronted clause still without its main
/// clause.
pub(super) fn is_fronted(syntax: &Syntax<'_>, run: Run) -> bool {
    let joins = |k: usize| matches!(syntax.tag(k), Tag::Coordinator | Tag::Adverb | Tag::Comma);
    let Some(open) = run.indices().find(|&k| !joins(k)) else {
        return false;
    };
    // "As many as 60 farmers came"
    if syntax.quantifier_end(open) > open {
        return false;
    }
    let subordinate = syntax.tag(open) == Tag::Subordinator
        || syntax.tag(open) == Tag::Wh && syntax.is_one_of(open, words!["when", "where", "if"])
        || syntax.is(open, Class::Fronted);
    // "After 30 trials the insects had left": the main clause follows without a comma
    if syntax.tag(open) == Tag::Preposition && syntax.contact_clause(open + 1, run.stop()).is_some() {
        return false;
    }
    // "During a break at the fair in Tarn": a phrase without a clause
    let phrase = || {
        syntax.tag(open) == Tag::Preposition
            && !run.indices().any(|k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary | Tag::Mark))
    };
    // "While it seems a “risk,” a deal is near": the comma is inside the quotation
    let past_mark =
        |k: usize| k + 1 + usize::from(syntax.tag(k + 1) == Tag::Mark && !syntax.opens_quotation(k + 1));
    (subordinate || phrase())
        && !(open + 1..run.stop().saturating_sub(1))
            .any(|k| syntax.tag(k) == Tag::Comma && syntax.clause_follows(past_mark(k), run.stop()))
}

/// Whether the tokens hold a clause: they have a finite verb and enough words to be one, or an
/// imperative at the start or after a comma ("Never share your PIN", "If in doubt, call it off").
fn clause_before(syntax: &Syntax<'_>, from: usize, to: usize) -> bool {
    let ordered = || {
        let opens = |&i: &usize| i == from || syntax.tag(i - 1) == Tag::Comma;
        let verb = |i: usize| i + 1 < to && syntax.orders_at(i);
        let past = |i: usize| i + usize::from(matches!(syntax.tag(i), Tag::Adverb | Tag::Negation));
        (from..to).filter(opens).any(|i| verb(past(i)))
    };
    // "Prices fell, she said", but not "Ruiz added, she …"
    let brief = || {
        to - from == 2
            && syntax.tag(from).is_nominal()
            && syntax.tag(from + 1) == Tag::Finite
            && !syntax.attributes(from + 1)
    };
    (from..to).any(|i| matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary)) && to - from >= 3
        || brief()
        || ordered()
}
