//! The shapes of attribution: "Ruiz said that …", "…, according to Ruiz", "his promise to …".
//!
//! A shape is a file with a [`Shape`]: its name, its trigger and a function that looks around the
//! trigger. [`SHAPES`] is the only list of shapes. It determines which words may head a cue, which
//! shapes are tried at a token and what an explanation reports.

mod according_to;
mod adjective;
mod against;
mod colon;
mod contact_relative;
mod copular_noun;
mod cue_words;
mod cued;
mod experiencer_object;
mod headline;
mod hearer;
mod hearsay;
mod impersonal;
mod interrupted_sentence;
mod introduced;
mod inverted;
mod issued;
mod list_under_cue;
mod modifier;
mod noun;
mod noun_source;
mod object_relative;
mod parenthetical;
mod parenthetical_as;
mod partisan;
mod passive;
mod predicative_noun;
mod pull_quotation;
mod raising;
mod received;
mod signature;
mod signed;
mod survey;
mod trigger;
mod turn;
mod unlisted_verb;
mod verb;
mod verb_after;
mod verb_before;
mod verdict;
mod viewpoint;

use super::Attribution;
use super::score::sure;
use crate::lexicon::{Heads, WordId, Words};
use crate::syntax::tag::Tag;
use crate::syntax::{Sentence, Syntax};
use trigger::Context;
pub(super) use trigger::Trigger;

/// All shapes, in the order in which they are tried at a token.
const SHAPES: [&Shape; 18] = [
    &turn::SHAPE,
    &pull_quotation::SHAPE,
    &list_under_cue::SHAPE,
    &introduced::SHAPE,
    &colon::SHAPE,
    &signed::SHAPE,
    &headline::SHAPE,
    &according_to::SHAPE,
    &survey::SHAPE,
    &viewpoint::SHAPE,
    &against::SHAPE,
    &hearsay::SHAPE,
    &impersonal::SHAPE,
    &raising::SHAPE,
    &noun::SHAPE,
    &verb::SHAPE,
    &adjective::SHAPE,
    &unlisted_verb::SHAPE,
];

/// A syntactic pattern that attributes.
struct Shape {
    /// The name of the shape in explanations.
    name: &'static str,
    trigger: Trigger,
    precedence: Precedence,
    /// Finds the attribution around the trigger at a token.
    find: fn(&Syntax<'_>, usize) -> Option<Attribution>,
}

/// How to choose between several shapes that fit at one token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Precedence {
    /// Its result is taken immediately.
    First,
    /// The result with the highest confidence is taken, or the earlier of two equals.
    Surest,
    /// Tried only if nothing sure was found, and then taken.
    LastResort,
}

/// For each tag, a bit set of the shapes whose trigger may have it.
const BY_TAG: [u32; Tag::COUNT] = {
    let mut by_tag = [0; Tag::COUNT];
    let mut n = 0;
    while n < SHAPES.len() {
        let tags = SHAPES[n].trigger.tags();
        let mut tag = 0;
        while tag < Tag::COUNT {
            if tags.has_number(tag as u8) {
                by_tag[tag] |= 1 << n;
            }
            tag += 1;
        }
        n += 1;
    }
    by_tag
};

/// For each set of ways to head a cue, a bit set of the shapes that require no other way.
///
/// This table, [`BY_TAG`] and [`BY_WORD`] save 3 % of the instructions of the whole job: nearly
/// every token that may head a cue has one shape to try.
const BY_HEADS: [u32; Heads::WAYS] = {
    let mut by_heads = [0; Heads::WAYS];
    let mut ways = 0;
    while ways < Heads::WAYS {
        let mut n = 0;
        while n < SHAPES.len() {
            let fits = match SHAPES[n].trigger.heads() {
                Some(heads) => heads.ways() & ways != 0,
                None => true,
            };
            if fits {
                by_heads[ways] |= 1 << n;
            }
            n += 1;
        }
        ways += 1;
    }
    by_heads
};

/// For each named word, a bit set of the shapes that it may trigger, whatever its tag; the last one
/// is for any other word.
const BY_WORD: [u32; Words::ROOM + 1] = {
    let mut by_word = [0; Words::ROOM + 1];
    let mut word = 0;
    while word <= Words::ROOM {
        let mut n = 0;
        while n < SHAPES.len() {
            // 0 is no word
            if SHAPES[n].trigger.allows(word % Words::ROOM) {
                by_word[word] |= 1 << n;
            }
            n += 1;
        }
        word += 1;
    }
    by_word
};

/// The shapes triggered by a token's position in its block; few blocks have such a position.
const BY_PLACE: u32 = by_context(Context::Block);

/// The shapes triggered only after a quotation that waits for its attribution.
const BY_QUOTATION: u32 = by_context(Context::Quotation);

/// The shapes triggered only in a sentence that mentions a survey or a view.
const BY_VIEW: u32 = by_context(Context::View);

/// A bit set of the shapes whose trigger depends on `context`.
const fn by_context(context: Context) -> u32 {
    let (mut shapes, mut n) = (0, 0);
    while n < SHAPES.len() {
        if SHAPES[n].trigger.context() as u8 == context as u8 {
            shapes |= 1 << n;
        }
        n += 1;
    }
    shapes
}

/// A bit set of the shapes that a sentence and its block allow.
#[inline]
pub(super) fn allowed(sentence: &Sentence) -> u32 {
    let views = if sentence.views { u32::MAX } else { !BY_VIEW };
    let placed = if sentence.placed { u32::MAX } else { !BY_PLACE };
    views & placed
}

/// The shapes among the `allowed` ones that token `i` of a sentence may trigger, by its tag, its
/// word and the quotations before it.
#[inline]
fn tried(syntax: &Syntax<'_>, sentence: &Sentence, allowed: u32, i: usize) -> u32 {
    let word = syntax.token(i).map_or(WordId::NONE, |token| token.word);
    let tried = BY_TAG[syntax.tag(i) as usize]
        & BY_HEADS[syntax.lexicon.heads(word).ways()]
        & BY_WORD[(word.0 as usize).min(Words::ROOM)]
        & allowed;
    if (sentence.waits as usize) < i { tried } else { tried & !BY_QUOTATION }
}

/// The result of the shapes [`allowed`] in a sentence at its token `i`.
#[inline]
pub(super) fn candidate(
    syntax: &Syntax<'_>,
    sentence: &Sentence,
    allowed: u32,
    i: usize,
) -> Option<Attribution> {
    let tried = tried(syntax, sentence, allowed, i);
    if tried == 0 { None } else { found_by(syntax, sentence, i, tried) }
}

/// The result of the shapes at token `i`.
pub(super) fn candidate_at(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let sentence = syntax.sentence_at(i);
    candidate(syntax, sentence, allowed(sentence), i)
}

/// The result of the shapes in the bit set `rest` at token `i` of a sentence.
#[inline(never)]
fn found_by(syntax: &Syntax<'_>, sentence: &Sentence, i: usize, mut rest: u32) -> Option<Attribution> {
    let mut found: Option<Attribution> = None;
    while rest != 0 {
        let shape = SHAPES[rest.trailing_zeros() as usize];
        rest &= rest - 1;
        let settled = shape.precedence == Precedence::LastResort
            && found.as_ref().is_some_and(|found| found.confidence >= sure());
        if settled || !shape.trigger.fires(syntax, sentence, i) {
            continue;
        }
        let Some(next) = (shape.find)(syntax, i) else { continue };
        if rest == 0 && found.is_none() {
            return Some(next);
        }
        match shape.precedence {
            Precedence::First => return Some(next),
            Precedence::LastResort => found = Some(next),
            Precedence::Surest => {
                if found.as_ref().is_none_or(|found| next.confidence > found.confidence) {
                    found = Some(next);
                }
            }
        }
    }
    found
}

/// The names of the shapes whose trigger is at token `i`, whether or not they find anything.
pub(super) fn triggered(syntax: &Syntax<'_>, i: usize) -> impl Iterator<Item = &'static str> {
    let sentence = syntax.sentence_at(i);
    let tried = tried(syntax, sentence, allowed(sentence), i);
    let shapes = SHAPES.iter().enumerate().filter(move |(n, _)| tried >> n & 1 != 0);
    shapes
        .map(|(_, shape)| shape)
        .filter(move |shape| shape.trigger.fires(syntax, sentence, i))
        .map(|shape| shape.name)
}

#[cfg(test)]
mod tests {
    use super::{SHAPES, Trigger};
    use crate::lexicon::{Lexicon, WordId};

    /// The tagger lists only words that the lexicon marks.
    #[test]
    fn the_lexicon_marks_every_word_that_triggers_a_shape() {
        let lexicon = Lexicon::built_in();
        for shape in SHAPES {
            if let Trigger::Preposition { words, .. } = shape.trigger {
                let ids = (0..lexicon.len()).map(|n| WordId(n as u16));
                for word in ids.filter(|&word| words.has(word)) {
                    assert!(lexicon.heads(word).attributes(), "{}: {}", shape.name, lexicon.word(word));
                }
            }
        }
    }
}
