//! A text with its tags: what the attribution passes look at.

use super::tag::{Tag, tag_sentence};
use crate::lexicon::{Class, Classes, Lexicon, WordId};
use crate::text::layout::BlockKind;
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};

/// No sentence that people write has more tokens.
const LONGEST: usize = 400;

pub(super) struct Reading<'a> {
    pub text: &'a Text<'a>,
    pub lexicon: &'static Lexicon,
    pub tags: Vec<Tag>,
    /// The sentences; an endless one comes in pieces, so that the work for each cue is bounded.
    sentences: Vec<Sentence>,
    /// For each token the sentence that holds it.
    sentence_of: Vec<u32>,
}

/// What tokens ask about their sentence.
struct Sentence {
    run: Run,
    block: u32,
    /// Its first token that is no part of a dateline.
    start: u32,
    /// A quotation mark stands in it or straight before it.
    marked: bool,
}

impl<'a> Reading<'a> {
    pub fn new(text: &'a Text<'a>, lexicon: &'static Lexicon) -> Self {
        let mut tags = vec![Tag::Other; text.tokens.len()];
        let mut sentence_of = vec![0; text.tokens.len()];
        let mut sentences = Vec::with_capacity(text.sentences.runs.len());
        let mut block = 0;
        for run in text.sentences.runs.iter().copied().flat_map(bounded) {
            while text.layout.blocks.get(block).is_some_and(|b| b.run.stop() <= run.first()) {
                block += 1;
            }
            sentence_of[run.indices()].fill(sentences.len() as u32);
            let body = text.layout.blocks.get(block).map_or(0, |b| b.run.start + b.dateline);
            let marked = text.tokens[run.first().saturating_sub(1)..run.stop()]
                .iter()
                .any(|token| token.kind == Kind::Mark);
            sentences.push(Sentence { run, block: block as u32, start: run.start.max(body), marked });
            let heading = text.layout.blocks.get(block).is_some_and(|b| b.kind == BlockKind::Heading);
            let title_case = heading || is_title_case(text, run);
            tag_sentence(text, run, title_case, &mut tags);
        }
        Reading { text, lexicon, tags, sentences, sentence_of }
    }

    pub fn sentence(&self, token: usize) -> Run {
        // past the last token lies an empty sentence
        let end = self.text.tokens.len();
        let index = self.sentence_of.get(token);
        index.map_or(Run::new(end, end), |&index| self.sentences[index as usize].run)
    }

    pub fn sentence_index(&self, token: usize) -> usize {
        self.sentence_of[token] as usize
    }

    pub fn block_index(&self, token: usize) -> usize {
        self.sentences[self.sentence_index(token)].block as usize
    }

    pub fn block(&self, token: usize) -> Run {
        self.text.layout.blocks[self.block_index(token)].run
    }

    pub fn kind_of_block(&self, token: usize) -> BlockKind {
        self.text.layout.blocks[self.block_index(token)].kind
    }

    /// The first token of the sentence that is no part of a dateline.
    pub fn sentence_start(&self, token: usize) -> usize {
        self.sentences[self.sentence_index(token)].start as usize
    }

    /// Whether a quotation mark stands in the token's sentence or straight before it.
    pub fn is_marked(&self, token: usize) -> bool {
        self.sentences[self.sentence_index(token)].marked
    }

    /// Whether the lexicon knows the word at `i` as one that may attribute.
    pub fn is_listed(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| self.lexicon.attributes(t.word))
    }

    pub fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::End)
    }

    pub fn token(&self, i: usize) -> Option<&Token> {
        self.text.tokens.get(i)
    }

    pub fn kind(&self, i: usize) -> Option<Kind> {
        self.token(i).map(|t| t.kind)
    }

    pub fn classes(&self, i: usize) -> Classes {
        self.token(i).map_or(Classes::NONE, |t| t.classes)
    }

    pub fn is(&self, i: usize, class: Class) -> bool {
        self.classes(i).has(class)
    }

    /// Whether token `i` is one of `words`, in any case.
    pub fn is_one_of(&self, i: usize, words: &[WordId]) -> bool {
        self.token(i).is_some_and(|t| words.contains(&t.word))
    }

    /// Whether the lemma of token `i` is of `class`.
    pub fn lemma_is(&self, i: usize, class: Class) -> bool {
        self.token(i).is_some_and(|t| self.lexicon.classes(self.lexicon.lemma(t.word)).has(class))
    }

    /// Whether a quotation that is no scare quote opens at token `i`.
    pub fn opens_quotation(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Mark) && self.text.quotations.starting_at(i).is_some()
    }

    /// The quotation that ends with token `i`.
    pub fn quotation_ending_at(&self, i: usize) -> Option<Run> {
        if self.kind(i) != Some(Kind::Mark) {
            return None;
        }
        self.text.quotations.around(i).map(|q| q.run).filter(|run| run.stop() == i + 1)
    }

    /// `run`, extended to the end of a quotation that opens in it and goes on behind it: a clause that turns into the
    /// speaker's own words ends with them.
    pub fn to_quotation_end(&self, run: Run) -> Run {
        match run.stop().checked_sub(1).and_then(|last| self.text.quotations.around(last)) {
            Some(q) if q.run.first() > run.first() && q.run.stop() > run.stop() => {
                Run::new(run.first(), q.run.stop())
            }
            _ => run,
        }
    }

    /// Whether token `i` lies inside a quotation, marks excluded.
    pub fn quoted(&self, i: usize) -> bool {
        self.text
            .quotations
            .around(i)
            .is_some_and(|q| q.run.first() < i && i + 1 < q.run.stop() + usize::from(!q.closed))
    }
}

/// The run, in pieces where it has more than [`LONGEST`] tokens.
fn bounded(run: Run) -> impl Iterator<Item = Run> {
    run.indices().step_by(LONGEST).map(move |start| Run::new(start, run.stop().min(start + LONGEST)))
}

/// Whether nearly every longer word of a sentence is capitalised, as in a headline.
fn is_title_case(text: &Text<'_>, sentence: Run) -> bool {
    let (mut capital, mut all) = (0, 0);
    for token in text.tokens[sentence.indices()].iter().filter(|t| t.kind == Kind::Word) {
        let small = token.classes.any(
            Classes::of(Class::Determiner).and(Class::Preposition).and(Class::Coordinator).and(Class::To),
        );
        if !small {
            all += 1;
            capital += usize::from(token.is_capital());
            // so many that are not that the rest of the sentence cannot make up for them
            if (all - capital) * 10 > sentence.len() * 2 {
                return false;
            }
        }
    }
    all >= 4 && capital * 10 >= all * 8
}
