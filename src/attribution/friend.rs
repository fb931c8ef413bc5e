//! False friends: whether a word that would be a cue stands in a phrase that attributes nothing.

use super::reading::Reading;
use super::tag::Tag;
use crate::lexicon::Around;

impl Reading<'_> {
    /// Whether token `i` is the word of a false friend, as in "needless to say".
    pub(super) fn is_false_friend(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| self.lexicon.has_false_friends(t.word)) else {
            return false;
        };
        let lemma = self.lexicon.lemma(token.word);
        let friends = self.lexicon.false_friends(lemma);
        friends.iter().any(|friend| {
            // "in, say, a month", but "left, saying, “…”": between commas alone the bare form is none
            let alone = friend.before.iter().chain(&friend.after).all(|&p| matches!(p, Around::Comma));
            if alone && (token.word != lemma || self.opens_quotation(i + 2)) {
                return false;
            }
            let before = friend.before.iter().enumerate();
            let mut before = before.map(|(n, &place)| (i.checked_sub(n + 1), place));
            let mut after = friend.after.iter().enumerate().map(|(n, &place)| (i + n + 1, place));
            before.all(|(at, place)| self.fits(at, i, place))
                && after.all(|(at, place)| self.fits(Some(at), i, place))
        })
    }

    /// Whether a place of the phrase around token `i` is filled by the token at `at`.
    fn fits(&self, at: Option<usize>, i: usize, place: Around) -> bool {
        match (at, place) {
            // the text's own start lies before its first token
            (at, Around::Start) => at.is_none_or(|at| at < self.sentence_start(i)),
            (Some(at), Around::Word(word)) => self.token(at).is_some_and(|t| t.word == word && t.is_word()),
            (Some(at), Around::Comma) => self.tag(at) == Tag::Comma,
            (Some(at), Around::End) => at >= self.sentence(i).stop() || self.tag(at) == Tag::End,
            (None, _) => false,
        }
    }
}
