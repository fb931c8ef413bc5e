//! A cue before its source, after the content: "…,” said Ruiz".

use super::parenthetical::{interrupts, parenthetical};
use crate::attribution::Attribution;
use crate::attribution::preceding::{is_bare_subject, said_before};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::VerbGroup;
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::Kind;

/// "…,” said Ruiz", "The plan failed, said Ruiz."
pub(super) fn inverted(
    syntax: &Syntax<'_>,
    cue: &'static Cue,
    group: VerbGroup,
    end: usize,
) -> Option<Attribution> {
    let before = group.start.checked_sub(1)?;
    let after_mark = after_mark(syntax, before)?;
    // “Friends,” began Ruiz: a verb that takes only quotations
    if cue.strength(Frame::Post) == 0 && !(after_mark && cue.strength(Frame::Quote) > 0) {
        return None;
    }
    // "told Ruiz" names the addressee, which may be absent in “…,” promised Ruiz, “Is it?” asked
    // Ruiz and "Keep the label, advises Ruiz"
    if cue.strength(Frame::Told) > 1 && syntax.lemma_is_one_of(group.head, words!["tell"]) {
        return None;
    }
    // "A survey, the third, found support for Ruiz": without a quotation only verbs of saying
    // precede their subject
    if !after_mark && cue.strength(Frame::Quote) < 3 {
        return None;
    }
    let source = source(syntax, end, after_mark)?;
    let parted = !after_mark && parts_subject(syntax, group, source);
    if !parted && !ends_attribution(syntax, source, after_mark) {
        return None;
    }
    let verbless = parted || may_be_verbless(syntax, group, source, after_mark);
    let content = said_before(syntax, group.start, verbless)?;
    let names_subject = if after_mark {
        // "Ana Ruiz, host of “Harbour Morning,” said Velcombe's refusal to pay was a mistake"
        holds_no_verb(syntax, content) && syntax.clause_follows(source.first(), syntax.sentence(end).stop())
    } else {
        is_bare_subject(syntax, content)
    };
    if names_subject {
        return None;
    }
    Some(parenthetical(syntax, cue, group, end, Some(source), content, source.stop()))
}

/// Whether a phrase of the writer's words that ends in a quotation has no verb outside the marks.
fn holds_no_verb(syntax: &Syntax<'_>, content: Run) -> bool {
    syntax.kind(content.first()) != Some(Kind::Mark)
        && !content
            .indices()
            .any(|k| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary) && !syntax.quoted(k))
}

/// Whether a quotation ends at `before`, the token before the verb; `None` if no content can end
/// there.
fn after_mark(syntax: &Syntax<'_>, before: usize) -> Option<bool> {
    if !matches!(syntax.kind(before), Some(Kind::Mark | Kind::Comma)) {
        return None;
    }
    let comma = syntax.tag(before) == Tag::Comma;
    if syntax.quotation_ending_at(before).is_some()
        || comma && before > 0 && syntax.quotation_ending_at(before - 1).is_some()
    {
        return Some(true);
    }
    // "Arden, who, on a call on Friday, criticized Ruiz"
    let floor = syntax.sentence_start(before);
    let inserted = syntax.relative_across_insertion(before, floor).is_some()
        // "The editor I spoke to, Tom Keane, said"
        || syntax.contact_relative_across_insertion(before, floor).is_some();
    (comma && !inserted).then_some(false)
}

/// The source after the verb, from `end` on.
fn source(syntax: &Syntax<'_>, end: usize, after_mark: bool) -> Option<Run> {
    // "said retired colonel Ana Ruiz": a participle before the name
    let qualified = after_mark
        && matches!(syntax.tag(end), Tag::Participle | Tag::Finite | Tag::Ing)
        && matches!(syntax.tag(end + 1), Tag::Noun | Tag::Proper);
    // "said newly elected mayor Ana Ruiz"
    let degree = syntax.tag(end) == Tag::Adverb
        && syntax.tag(end + 1) == Tag::Adjective
        && syntax.is(end + 1, Class::VerbParticiple);
    // "said about half of the traders"
    let limited = syntax.quantifier_end(end) > end || syntax.is(end, Class::Quantity);
    if !qualified && !degree && !limited && !syntax.tag(end).is_nominal() {
        return None;
    }
    let source = syntax.inverted_source(end + usize::from(qualified))?;
    let source = Run::new(end, source.stop());
    // "…,” Ruiz, the deputy, said Sunday": a day cannot speak, nor can "last week"
    if source.indices().any(|i| syntax.is_time(i)) && source.indices().all(|i| only_dates(syntax, i)) {
        return None;
    }
    // "a host dressed like a judge, rules either in favour of Ruiz or of Moor"
    let either = syntax.is_one_of(end, words!["either", "neither"]);
    (after_mark || !either && syntax.source_kind(source).likely_speaks()).then_some(source)
}

/// "The plan, said Ruiz, would fail": whether the attribution is between a subject and its verb. In
/// "An aide, close to the talks, said Ruiz, the minister, would go" the comma before the verb ends
/// an insertion.
fn parts_subject(syntax: &Syntax<'_>, group: VerbGroup, source: Run) -> bool {
    let end = source.stop();
    let speaks = || syntax.token(group.head).is_some_and(|t| syntax.lexicon.speaks(t.word));
    let verb = |k: usize| matches!(syntax.tag(k), Tag::Finite | Tag::Auxiliary);
    interrupts(syntax, end)
        && verb(end + 1)
        && speaks()
        && !(syntax.sentence_start(group.head)..group.start - 1)
            .any(|k| verb(k) || syntax.tag(k) == Tag::Comma)
}

/// Whether the words after the source leave it the source: it is not the subject of another clause.
fn ends_attribution(syntax: &Syntax<'_>, source: Run, after_mark: bool) -> bool {
    let stop = syntax.sentence(source.first()).stop();
    let end = source.stop();
    if ends_after_relative(syntax, end, stop) {
        return true;
    }
    let ends_sentence = end >= stop;
    if !ends_sentence && syntax.verb_at(end) {
        return false;
    }
    // "said Ruiz after the vote ended": the clause is an adjunct of the attribution
    let adjunct =
        matches!(syntax.tag(end), Tag::Preposition | Tag::Subordinator) || syntax.is(end, Class::AdverbialWh);
    // "advises Ruiz: some policies exclude it"
    let colon = syntax.kind(end) == Some(Kind::Colon);
    let bound = if adjunct || colon { end } else { stop };
    let bounded = ends_sentence || adjunct || matches!(syntax.tag(end), Tag::End | Tag::Comma | Tag::Break);
    // "said a man attacked in the park": the verb is the source's own participle
    let whole =
        || matches!(syntax.tag(end), Tag::End | Tag::Break) && source.indices().any(|k| syntax.verb_at(k));
    after_mark || bounded && (whole() || !syntax.clause_follows(source.first(), bound))
}

/// "said a nurse, who warned that …": whether the sentence ends with a relative clause after the
/// source, which says more about the source.
fn ends_after_relative(syntax: &Syntax<'_>, comma: usize, stop: usize) -> bool {
    syntax.tag(comma) == Tag::Comma
        && syntax.is_one_of(comma + 1, words!["who", "which", "whose"])
        && !(comma + 2..stop).any(|k| syntax.tag(k) == Tag::Comma && syntax.verb_at(k + 1))
}

/// Whether the content may lack a verb.
fn may_be_verbless(syntax: &Syntax<'_>, group: VerbGroup, source: Run, after_mark: bool) -> bool {
    let speaks = syntax.token(group.head).is_some_and(|t| syntax.lexicon.speaks(t.word));
    if !speaks {
        return false;
    }
    let (start, end) = (group.start, source.stop());
    // "The seller, says Ruiz.", and as a heading "Town up for it, says Ruiz after rout"
    let named = matches!(syntax.tag(source.first()), Tag::Proper | Tag::Pronoun);
    let ends = syntax.tag(end) == Tag::End || syntax.kind_of_block(source.first()) == BlockKind::Heading;
    let apposed = || (syntax.sentence_start(start)..start - 1).any(|k| syntax.tag(k) == Tag::Comma);
    // "On a larger scale, said Ruiz, cables would help": the clause follows
    let stop = syntax.sentence(source.first()).stop();
    let fronted = || interrupts(syntax, end) && syntax.clause_follows(end + 1, stop);
    // "Not so, says the union."
    let denied = || syntax.is_one_of(syntax.sentence_start(start), words!["not", "no"]);
    (named && !apposed() || !after_mark && denied()) && ends || !after_mark && fronted()
}

/// "last week", "Sunday": words that give a time and name nobody.
pub(super) fn only_dates(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_time(i) || !syntax.tag(i).is_nominal() || matches!(syntax.tag(i), Tag::Number | Tag::Adjective)
}
