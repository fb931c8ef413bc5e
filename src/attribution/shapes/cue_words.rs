//! Phrasal cues: the position of their remaining words ("called last week for").

use crate::lexicon::{Cue, WordId, word, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// Whether an adverb, a time or "at length" is at `i`; these may separate a verb from its particle.
pub(super) fn parts_particle(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.tag(i) == Tag::Adverb || syntax.is_time(i) || is_at_length(syntax, i)
}

fn is_at_length(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_one_of(i, words!["at"]) && syntax.is_one_of(i + 1, words!["length"])
}

/// "complained to the council about": whether "to" is at `i`, which may open the addressee.
pub(super) fn opens_hearer(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_one_of(i, words!["to"]) && !syntax.tag(i + 1).is_verb()
}

/// The end of the addressee phrase, if one begins at `i`.
fn spoken_to(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    if !opens_hearer(syntax, i) {
        return None;
    }
    let end = syntax.core_end(i + 1, stop)?;
    let hearer = Run::new(i + 1, end);
    (syntax.source_kind(hearer).may_speak() || syntax.tag(i + 1) == Tag::Object).then_some(end)
}

/// The end of a phrasal cue's own words, if all of them are present. An adverb, a time, "at
/// length", an addressee or the agent of a passive may come between a verb and its preposition.
pub(super) fn particles_end(syntax: &Syntax<'_>, cue: &Cue, from: usize) -> Option<usize> {
    let mut i = from;
    for (n, &word) in cue.rest().iter().enumerate() {
        if n == 0 {
            i = before_particle(syntax, cue, i, word);
        }
        while syntax.tag(i) == Tag::Adverb && syntax.token(i)?.word != word {
            i += 1;
        }
        if syntax.token(i)?.word != word {
            return None;
        }
        // "told about 300 people": an addressee
        let tells = cue.addressed && syntax.lexicon.name_of(cue.group) == "tell";
        if i == from && tells && syntax.quantifier_end(i) > i {
            return None;
        }
        i += 1;
    }
    Some(i)
}

/// The first position from `i` on at which `word` could belong to the verb before `i`, after
/// skipping what may come between.
fn before_particle(syntax: &Syntax<'_>, cue: &Cue, i: usize, word: WordId) -> usize {
    let mut j = i;
    // "told members of the board": what "of" adds to an addressee is not content
    let of = word == word!("of");
    let addressed = cue.addressed;
    for _ in 0..3 {
        let stop = syntax.sentence(i).stop();
        if syntax.token(j).is_none_or(|t| t.word == word) || j >= stop {
            break;
        }
        if syntax.tag(j) == Tag::Adverb || syntax.is_time(j) {
            j += 1;
        } else if is_at_length(syntax, j) {
            j += 2;
        } else if let Some(end) = spoken_to(syntax, j, stop).filter(|_| word != word!("to")) {
            j = end;
        } else if addressed && syntax.tag(j) == Tag::Object {
            j += 1;
        } else if addressed && (syntax.is_one_of(j, words!["by"]) || syntax.tag(j).is_nominal() && !of) {
            let start = if syntax.is_one_of(j, words!["by"]) { j + 1 } else { j };
            j = syntax.core_end(start, stop).unwrap_or(j);
        } else {
            break;
        }
    }
    j
}
