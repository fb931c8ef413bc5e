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
    if !matches!(syntax.kind(before), Some(Kind::Mark | Kind::Comma)) {
        return None;
    }
    let after_mark = syntax.quotation_ending_at(before).is_some()
        || syntax.tag(before) == Tag::Comma && before > 0 && syntax.quotation_ending_at(before - 1).is_some();
    if !after_mark && syntax.tag(before) != Tag::Comma {
        return None;
    }
    // "Arden, who, on a call on Friday, criticized Ruiz"
    if !after_mark && syntax.relative_across_insertion(before, syntax.sentence_start(before)).is_some() {
        return None;
    }
    // “Friends,” began Ruiz: a verb that takes only quotations
    if cue.strength(Frame::Post) == 0 && !(after_mark && cue.strength(Frame::Quote) > 0) {
        return None;
    }
    // "told Ruiz" names the addressee, which may be absent in “…,” promised Ruiz and “Is it?” asked
    // Ruiz
    if cue.strength(Frame::Told) > 1 && syntax.lexicon.name_of(cue.group) == "tell" {
        return None;
    }
    // "said retired colonel Ana Ruiz": a participle before the name
    let qualified = after_mark
        && matches!(syntax.tag(end), Tag::Participle | Tag::Finite | Tag::Ing)
        && matches!(syntax.tag(end + 1), Tag::Noun | Tag::Proper);
    if !qualified && !syntax.tag(end).is_nominal() {
        return None;
    }
    let source = syntax.inverted_source(end + usize::from(qualified))?;
    let source = Run::new(end, source.stop());
    // "…,” Ruiz, the deputy, said Sunday": a day cannot speak, nor can "last week"
    if source.indices().any(|i| syntax.is_time(i)) && source.indices().all(|i| only_dates(syntax, i)) {
        return None;
    }
    let stop = syntax.sentence(end).stop();
    let ends_sentence = source.stop() >= stop;
    // "said Ruiz after the vote ended": the clause is an adjunct of the attribution
    let adjunct = matches!(syntax.tag(source.stop()), Tag::Preposition | Tag::Subordinator)
        || syntax.is(source.stop(), Class::AdverbialWh);
    let bound = if adjunct { source.stop() } else { stop };
    if !ends_sentence && syntax.verb_at(source.stop()) || !after_mark && syntax.clause_follows(end, bound) {
        return None;
    }
    // "a host dressed like a judge, rules either in favour of Ruiz or of Moor"
    let either = syntax.is_one_of(end, words!["either", "neither"]);
    if !after_mark && (either || !syntax.source_kind(source).likely_speaks()) {
        return None;
    }
    if !after_mark
        && !ends_sentence
        && !adjunct
        && !matches!(syntax.tag(source.stop()), Tag::End | Tag::Comma | Tag::Break)
    {
        return None;
    }
    // "The seller, says Ruiz.": the sentence has no other verb, so the content is an ellipsis
    let speaks = syntax.token(group.head).is_some_and(|t| syntax.lexicon.speaks(t.word));
    let named = matches!(syntax.tag(source.first()), Tag::Proper | Tag::Pronoun);
    let apposed = || (syntax.sentence_start(before)..before).any(|k| syntax.tag(k) == Tag::Comma);
    // "Town up for it, says Ruiz after rout" as a heading
    let ends = syntax.tag(source.stop()) == Tag::End || syntax.kind_of_block(end) == BlockKind::Heading;
    let elliptic = speaks && named && ends && !apposed();
    // "On a larger scale, said Ruiz, cables would help": the clause follows
    let fronted =
        || speaks && interrupts(syntax, source.stop()) && syntax.clause_follows(source.stop() + 1, stop);
    let content = said_before(syntax, group.start, elliptic || !after_mark && fronted())?;
    if !after_mark && is_bare_subject(syntax, content) {
        return None;
    }
    Some(parenthetical(syntax, cue, group, end, Some(source), content, source.stop()))
}

/// "last week", "Sunday": words that give a time and name nobody.
fn only_dates(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_time(i) || !syntax.tag(i).is_nominal() || matches!(syntax.tag(i), Tag::Number | Tag::Adjective)
}
