//! False friends: whether a word that would be a cue stands in a phrase that attributes nothing.

use super::reading::Reading;
use super::tag::Tag;
use crate::lexicon::{Around, WordId};

impl Reading<'_> {
    /// Whether token `i` is the word of a false friend, as in "needless to say".
    pub(super) fn is_false_friend(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| self.lexicon.heads(t.word).false_friend()) else {
            return false;
        };
        let lemma = self.lexicon.lemma(token.word);
        // "in, say, a month", but "left, saying, “…”": between commas alone the bare form is none
        let between_commas = token.word == lemma && !self.opens_quotation(i + 2);
        let word = |at: Option<usize>| at.and_then(|at| self.token(at)).map_or(WordId::NONE, |t| t.word);
        let (left, right) = (word(i.checked_sub(1)), word(Some(i + 1)));
        self.lexicon.false_friends(lemma).iter().any(|friend| {
            (between_commas || !friend.alone)
                && may_fit(friend.before, left)
                && may_fit(friend.after, right)
                && friend.after.iter().zip(i + 1..).all(|(&place, at)| self.fits(at, i, place))
                && friend.before.iter().enumerate().all(|(n, &place)| match i.checked_sub(n + 1) {
                    Some(at) => self.fits(at, i, place),
                    // the text's own start lies before its first token
                    None => place == Around::Start,
                })
        })
    }

    /// Whether a place of the phrase around token `i` is filled by the token at `at`.
    fn fits(&self, at: usize, i: usize, place: Around) -> bool {
        match place {
            Around::Word(word) => self.token(at).is_some_and(|t| t.word == word && t.is_word()),
            Around::Comma => self.tag(at) == Tag::Comma,
            Around::Start => at < self.sentence_start(i),
            Around::End => at >= self.sentence(i).stop() || self.tag(at) == Tag::End,
        }
    }
}

/// Whether the nearest place of one side of a phrase may be filled by `word`: mostly it asks for another one.
fn may_fit(places: &[Around], word: WordId) -> bool {
    !matches!(places.first(), Some(&Around::Word(asked)) if asked != word)
}
