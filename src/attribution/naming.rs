//! Contract: distinguishes names and titles between quotation marks from the words of a speaker.

use super::Attribution;
use crate::lexicon::{Class, Cue, Part};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, Voice};
use crate::text::Run;

/// "bought a book titled “Quiet Water”", "the boat was called “The Gull”": something has a name,
/// but nobody names it here.
pub(super) fn is_named(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some((head, cue)) = attribution.head else { return false };
    if !cue.map_or_else(|| names(syntax, head), Cue::is_naming) {
        return false;
    }
    let group = syntax.verb_group(head);
    let Some(source) = attribution.source else { return group.voice == Voice::Passive };
    // the thing named is the object of another verb or of a preposition
    let governed = || {
        let before = source.first().checked_sub(1).filter(|&i| i >= syntax.sentence_start(head));
        before.is_some_and(|i| {
            syntax.tag(i).is_verb() || matches!(syntax.tag(i), Tag::Preposition | Tag::Auxiliary)
        })
    };
    // "a sonata, called “Quiet Water”, was played"
    let apart = || source.stop() + 1 == group.start && syntax.tag(source.stop()) == Tag::Comma;
    // "a drive in May called “Hands Off”"
    source.stop() <= group.start && (group.form == Form::Participle || governed() || apart())
}

/// "a novel called “Quiet Water”", "the film “Quiet Water”": whether the quotation `run` is a name
/// or title inside a noun phrase.
pub(super) fn is_title(syntax: &Syntax<'_>, run: Run) -> bool {
    let Some(before) = run.first().checked_sub(1) else { return false };
    names(syntax, before) || syntax.tag(before) == Tag::Noun && is_capitalised(syntax, run)
}

/// "a novel called “Quiet Water”" with nothing after it: not a clause, whatever the verb looks
/// like.
pub(super) fn is_name_alone(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let [run] = &attribution.content[..] else { return false };
    let Some(quotation) = syntax.quotation_ending_at(run.stop() - 1) else { return false };
    let Some(verb) = quotation.first().checked_sub(1).filter(|&verb| verb > run.first()) else {
        return false;
    };
    names(syntax, verb)
        && syntax.tag(verb - 1) == Tag::Noun
        && !(run.first()..verb).any(|i| matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary))
}

/// "in her last book, “Quiet Water”": whether the quotation that opens at `i` is the title of the
/// document named before its comma.
pub(super) fn names_document(syntax: &Syntax<'_>, i: usize) -> bool {
    let document = i >= 2 && syntax.tag(i - 1) == Tag::Comma && syntax.is(i - 2, Class::Document);
    document && syntax.text.quotations.starting_at(i).is_some_and(|q| is_capitalised(syntax, q.run))
}

/// "call it |the Devil's Elbow": whether a name with an article goes from `i` to `stop`.
pub(super) fn is_nickname(syntax: &Syntax<'_>, i: usize, stop: usize) -> bool {
    let named = |k: usize| matches!(syntax.tag(k), Tag::Proper | Tag::Possessive);
    i + 1 < stop && (i + 1..stop).all(named)
}

/// Whether the verb at `i` gives a name.
pub(super) fn names(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.tag(i).is_verb() && syntax.cues(i).iter().any(|cue| cue.part == Part::Verb && cue.is_naming())
}

/// “The Long Road to Tarn”: whether every word is capitalised, ignoring words of four letters or
/// fewer.
fn is_capitalised(syntax: &Syntax<'_>, run: Run) -> bool {
    let mut words = run.indices().filter(|&i| syntax.token(i).is_some_and(|t| t.is_word()));
    let mut any = false;
    let all = words.all(|i| {
        any = true;
        syntax.token(i).is_some_and(|t| t.is_capital()) || syntax.text.word(i).len() <= 4
    });
    any && all && syntax.token(run.first() + 1).is_some_and(|t| t.is_capital())
}
