//! Contract: what a token is and where it is, without looking at the words around it.

use super::Sentence;
use crate::lexicon::{Class, Classes, Cue, Heads, Words};
use crate::syntax::Syntax;
use crate::syntax::tag::{Tag, Tags};
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::{Kind, Token};

impl Sentence {
    /// The block that contains the sentence.
    pub(crate) fn block(&self) -> usize {
        self.block as usize
    }
}

impl Syntax<'_> {
    /// The sentence that contains the token.
    pub(crate) fn sentence_at(&self, token: usize) -> &Sentence {
        &self.sentences[self.sentence_index(token)]
    }

    pub(crate) fn sentence(&self, token: usize) -> Run {
        // an empty sentence follows the last token
        let end = self.text.tokens.len();
        let index = self.sentence_of.get(token);
        index.map_or(Run::new(end, end), |&index| self.sentences[index as usize].run)
    }

    pub(crate) fn sentence_index(&self, token: usize) -> usize {
        self.sentence_of[token] as usize
    }

    pub(crate) fn block_index(&self, token: usize) -> usize {
        self.sentences[self.sentence_index(token)].block as usize
    }

    pub(crate) fn block(&self, token: usize) -> Run {
        self.text.layout.blocks[self.block_index(token)].run
    }

    pub(crate) fn kind_of_block(&self, token: usize) -> BlockKind {
        self.text.layout.blocks[self.block_index(token)].kind
    }

    /// The first token of the sentence that is not part of a dateline.
    pub(crate) fn sentence_start(&self, token: usize) -> usize {
        self.sentences[self.sentence_index(token)].start as usize
    }

    /// In which ways the word at `i` may attribute.
    pub(crate) fn heads(&self, i: usize) -> Heads {
        self.token(i).map_or(Heads::default(), |t| self.lexicon.heads(t.word))
    }

    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::End)
    }

    /// The first token from `from` on whose tag is one of `tags`, or `stop`.
    pub(crate) fn next_of(&self, from: usize, stop: usize, tags: Tags) -> usize {
        let found = self.tags.get(from..stop).and_then(|rest| rest.iter().position(|&tag| tags.has(tag)));
        found.map_or(stop, |n| from + n)
    }

    pub(crate) fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    pub(crate) fn kind(&self, i: usize) -> Option<Kind> {
        self.token(i).map(|t| t.kind)
    }

    pub(crate) fn classes(&self, i: usize) -> Classes {
        self.token(i).map_or(Classes::NONE, |t| t.classes)
    }

    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.classes(i).has(class)
    }

    /// Whether token `i` is one of `words`, in upper or lower case.
    pub(crate) fn is_one_of(&self, i: usize, words: Words) -> bool {
        self.token(i).is_some_and(|t| words.has(t.word))
    }

    /// The cues whose first word is the lemma of token `i`.
    pub(crate) fn cues(&self, i: usize) -> &'static [Cue] {
        self.token(i).map(|t| self.lexicon.cues(self.lexicon.lemma(t.word))).unwrap_or_default()
    }

    /// Whether the lemma of token `i` is one of `words`.
    pub(crate) fn lemma_is_one_of(&self, i: usize, words: Words) -> bool {
        self.token(i).is_some_and(|t| words.has(self.lexicon.lemma(t.word)))
    }

    /// Whether the lemma of token `i` has the class `class`.
    pub(crate) fn lemma_is(&self, i: usize, class: Class) -> bool {
        self.token(i).is_some_and(|t| self.lexicon.classes(self.lexicon.lemma(t.word)).has(class))
    }
}
