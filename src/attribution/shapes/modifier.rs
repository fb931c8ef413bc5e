//! "Those who say they are poor pay nothing", "Signs warning of floods stood there": a cue inside
//! the subject, which needs a verb of its own.

use super::contact_relative::lacks_subject;
use super::object_relative::object_before;
use crate::attribution::frame::Filled;
use crate::lexicon::{Class, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;

/// Clips a clause or a phrase before the verb of the main clause, whose subject is the cue's noun.
/// Returns `None` if no other verb is left: "Those who write the rules are free".
pub(super) fn leave_main_verb(
    syntax: &Syntax<'_>,
    group: VerbGroup,
    source: Option<Run>,
    filled: Filled,
) -> Option<Filled> {
    // "a petition calling on the council to act was signed": the phrase has no verb of its own
    let phrase = matches!(filled.frame, Frame::ObjectTo | Frame::To | Frame::Gerund | Frame::NounPhrase)
        && group.form == Form::Ing;
    let gap = lacks_subject(syntax, &filled, filled.cue_end);
    if !(filled.frame == Frame::Clause || phrase) || !is_in_subject(syntax, group, source, gap) {
        return Some(filled);
    }
    let stop = syntax.sentence(group.head).stop();
    let main = match main_verb(syntax, filled.content.first(), stop, !phrase) {
        Some(main) => main,
        None if phrase => return Some(filled),
        None => return None,
    };
    if main >= filled.content.stop() {
        return Some(filled);
    }
    let content = Run::new(filled.content.first(), syntax.trim(filled.content.first(), main));
    Some(Filled { content, ..filled })
}

/// The start of the first verb, after that of a `clause` at `start`, that has neither a subject nor
/// an opening word of its own.
fn main_verb(syntax: &Syntax<'_>, start: usize, stop: usize, clause: bool) -> Option<usize> {
    let opens = |k: usize| {
        matches!(syntax.tag(k), Tag::Coordinator | Tag::That | Tag::Wh | Tag::Subordinator | Tag::Pronoun)
    };
    let mut owned = clause;
    let mut i = start;
    while i < stop {
        if !matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary) {
            owned |= opens(i);
            i += 1;
        } else if owned {
            owned = false;
            i = group_end(syntax, i, stop);
        } else {
            return Some(syntax.verb_group(i).start.min(i));
        }
    }
    None
}

/// The end of the verb group that begins with the finite verb or auxiliary at `i`.
fn group_end(syntax: &Syntax<'_>, i: usize, stop: usize) -> usize {
    let auxiliary = |k: &usize| matches!(syntax.tag(*k), Tag::Auxiliary | Tag::Adverb | Tag::Negation);
    let head = (i..stop).find(|k| !auxiliary(k)).unwrap_or(stop);
    if syntax.tag(i) == Tag::Finite || head < stop && !syntax.tag(head).is_verb() { i + 1 } else { head + 1 }
}

/// Whether the cue belongs to a noun phrase that opens the sentence and has no verb before it: a
/// participle directly after the noun, or a relative clause without a comma, whose content may have
/// a `gap` where the noun would be.
fn is_in_subject(syntax: &Syntax<'_>, group: VerbGroup, source: Option<Run>, gap: bool) -> bool {
    let floor = syntax.sentence_start(group.head);
    let end = match group.form {
        Form::Ing => group.start,
        Form::Finite => {
            let Some(source) = source else { return false };
            let relative = source.first();
            if gap {
                // "the man (who) police say killed her"
                let pronoun = object_before(syntax, source).map(Run::first);
                pronoun.unwrap_or(relative)
            } else if source.len() == 1 && syntax.is(relative, Class::Relative) && relative + 1 == group.start
            {
                relative
            } else {
                return false;
            }
        }
        _ => return false,
    };
    end > floor
        && syntax.tag(end - 1).is_nominal()
        && syntax.phrase_start(end, floor).is_some_and(|start| {
            // "Now executives announcing cuts", "At firms announcing cuts"
            let opened = || matches!(syntax.tag(start - 1), Tag::Preposition | Tag::Adverb);
            start == floor || start == floor + 1 && opened()
        })
}
