//! Phrasal cues: where the rest of their words are ("called last week for").

use crate::lexicon::{Cue, WordId, word, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// Whether an adverb, a time or "at length" stands at `i`, which may part a verb from its particle.
pub(super) fn parts_particle(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.tag(i) == Tag::Adverb || syntax.is_time(i) || is_at_length(syntax, i)
}

fn is_at_length(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_one_of(i, words!["at"]) && syntax.is_one_of(i + 1, words!["length"])
}

/// Whether "to" stands at `i`, which may open who is spoken to: "complained to the council about".
pub(super) fn opens_hearer(syntax: &Syntax<'_>, i: usize) -> bool {
    syntax.is_one_of(i, words!["to"]) && !syntax.tag(i + 1).is_verb()
}

/// Where the phrase of those who are spoken to ends, if one begins at `i`.
fn spoken_to(syntax: &Syntax<'_>, i: usize, stop: usize) -> Option<usize> {
    let end = syntax.core_end(i + 1, stop).filter(|_| opens_hearer(syntax, i))?;
    let hearer = Run::new(i + 1, end);
    (syntax.source_kind(hearer).may_speak() || syntax.tag(i + 1) == Tag::Object).then_some(end)
}

/// Where a phrasal cue's own words end, when they all stand there. Between a verb and its preposition may stand an adverb,
/// a time, "at length", whoever is asked or told, or the agent of a passive.
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
        i += 1;
    }
    Some(i)
}

/// The first place from `i` on, over what may stand there, at which `word` could belong to the verb before `i`.
fn before_particle(syntax: &Syntax<'_>, cue: &Cue, i: usize, word: WordId) -> usize {
    let mut j = i;
    // "told members of the board": what "of" joins to an addressee is no content
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
