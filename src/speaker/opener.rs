//! Contract: openers are in order, none is a name, none a statement's source.
//!
//! A sentence that opens with a description ("The ministry closed the bridge.") speaks of somebody, so that the next one
//! may go on with "it". Other descriptions are no mentions unless they speak.

use super::page::Page;
use crate::arena::List;
use crate::attribution::Attribution;
use crate::lexicon::{Class, Classes};
use crate::text::Run;
use crate::text::token::Kind;

/// The most words of an opener.
const REACH: usize = 5;

/// Finds the descriptions of people and groups that open sentences; the last word of each is its head.
pub(super) fn find<'t>(page: &Page<'_, 't>, attributions: &[Attribution]) -> List<'t, Run> {
    let mut sources = List::with_capacity_in(attributions.len(), page.text.arena);
    sources.extend(attributions.iter().filter_map(|a| a.source).map(|run| run.start));
    sources.sort_unstable();
    let opener = |&sentence: &Run| read(page, sentence);
    let speaks = |run: &Run| sources.binary_search(&run.start).is_ok();
    let mut openers = List::with_capacity_in(page.text.sentences.runs.len(), page.text.arena);
    openers.extend(page.text.sentences.runs.iter().filter_map(opener).filter(|run| !speaks(run)));
    openers
}

fn read(page: &Page<'_, '_>, sentence: Run) -> Option<Run> {
    let pointing = Classes::of(Class::Determiner).and(Class::PossessivePronoun);
    let start = sentence.first();
    if !page.classes(start).any(pointing) {
        return None;
    }
    let closes = |i: usize| {
        page.kind(i) != Some(Kind::Word)
            || page.is_function(i)
            || page.is_verb(i)
            || page.is(i, Class::VerbPast)
            || page.is(i, Class::Adverb) && !page.is(i, Class::Adjective)
    };
    let stop = (start + 1..sentence.stop().min(start + 1 + REACH)).find(|&i| closes(i))?;
    let words = Run::new(start + 1, stop);
    let head = words.stop() - 1;
    let people = !words.is_empty() && (page.is_title(head) || page.is(head, Class::Group));
    // "The mayor, Ana Ruiz, …" and "The mayor's house …" are about somebody else
    let other = page.is_possessive(stop) || page.kind(stop) == Some(Kind::Comma) && page.is_capital(stop + 1);
    (people && !other && !words.indices().any(|i| page.is_capital(i))).then(|| Run::new(start, stop))
}
