//! Pseudo-cues: words that would be cues, but are part of a phrase that attributes nothing.

use crate::lexicon::{Around, WordId};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::token::Kind;

/// A label that names no speaker is shorter than this, in words.
const LONGEST_LABEL: usize = 6;

/// "Related:", "Read more:": whether token `i` is part of a label that names no speaker.
pub(super) fn is_label(syntax: &Syntax<'_>, i: usize) -> bool {
    let start = syntax.sentence_start(i);
    if i >= start + LONGEST_LABEL {
        return false;
    }
    let colon = (i + 1..i + LONGEST_LABEL).find(|&k| syntax.kind(k) == Some(Kind::Colon));
    let Some(colon) = colon.filter(|&colon| start < colon) else { return false };
    let words = syntax.text.tokens[start..colon].iter().map(|t| t.word);
    syntax.lexicon.furniture().is_no_speaker(words)
}

/// "needless to say": whether token `i` is the word of a pseudo-cue.
pub(super) fn is_pseudo_cue(syntax: &Syntax<'_>, i: usize) -> bool {
    let Some(token) = syntax.token(i).filter(|t| syntax.lexicon.heads(t.word).pseudo_cue()) else {
        return false;
    };
    let lemma = syntax.lexicon.lemma(token.word);
    // "in, say, a month", but "left, saying, “…”": between commas, only the bare form is a
    // pseudo-cue
    let between_commas = token.word == lemma && !syntax.opens_quotation(i + 2);
    let word = |at: Option<usize>| at.and_then(|at| syntax.token(at)).map_or(WordId::NONE, |t| t.word);
    let (left, right) = (word(i.checked_sub(1)), word(Some(i + 1)));
    syntax.lexicon.pseudo_cues(lemma).any(|pseudo_cue| {
        (between_commas || !pseudo_cue.alone)
            && may_fit(pseudo_cue.before, left)
            && may_fit(pseudo_cue.after, right)
            && pseudo_cue.after.iter().zip(i + 1..).all(|(&place, at)| fits(syntax, at, i, place))
            && pseudo_cue.before.iter().enumerate().all(|(n, &place)| match i.checked_sub(n + 1) {
                Some(at) => fits(syntax, at, i, place),
                // the start of the text is before its first token
                None => place == Around::Start,
            })
    })
}

/// Whether the token at `at` fits a place in the phrase around token `i`.
fn fits(syntax: &Syntax<'_>, at: usize, i: usize, place: Around) -> bool {
    match place {
        Around::Word(word) => syntax.token(at).is_some_and(|t| t.word == word && t.is_word()),
        Around::Comma => syntax.tag(at) == Tag::Comma,
        Around::Start => at < syntax.sentence_start(i),
        Around::End => at >= syntax.sentence(i).stop() || syntax.tag(at) == Tag::End,
    }
}

/// Whether `word` may fill the nearest place on one side of a phrase: usually the place requires
/// another word.
fn may_fit(places: &[Around], word: WordId) -> bool {
    !matches!(places.first(), Some(&Around::Word(asked)) if asked != word)
}
