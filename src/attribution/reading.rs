//! A text with its tags: what the attribution passes look at.

use super::settle::may_stay;
use super::tag::{Tag, Tags, tag_sentence};
use crate::arena::List;
use crate::lexicon::{Class, Classes, Heads, Lexicon, Words};
use crate::text::layout::BlockKind;
use crate::text::token::{Kind, Token};
use crate::text::{Run, Text};

/// No sentence that people write has more tokens.
const LONGEST: u32 = 400;

pub(super) struct Reading<'a> {
    pub text: &'a Text<'a>,
    pub lexicon: &'static Lexicon,
    pub tags: &'a [Tag],
    /// How sure an attribution has to be.
    least: f32,
    /// The tokens that may head a cue by their word or as a mark; where a quotation waits for a verb, all of the sentence.
    heads: List<'a, u32>,
    /// The sentences; an endless one comes in pieces, so that the work for each cue is bounded.
    sentences: List<'a, Sentence>,
    /// For each token the sentence that holds it.
    sentence_of: &'a [u32],
}

/// What tokens ask about their sentence.
pub(super) struct Sentence {
    pub run: Run,
    block: u32,
    /// Where in the list of tokens that may head a cue those of the next sentence begin.
    heads_end: u32,
    /// Its first token that is no part of a dateline.
    start: u32,
    /// The first token in it, or straight before it, at which a quotation ends that [waits](Reading::waits) for its
    /// attribution; the sentence's end where none does.
    pub waits: u32,
    /// Whether a word of it is a view, as "in the opinion of" has one.
    pub views: bool,
}

impl<'a> Reading<'a> {
    pub fn new(text: &'a Text<'a>, lexicon: &'static Lexicon, least: f32) -> Self {
        let arena = text.arena;
        let tags = arena.alloc_slice_fill_copy(text.tokens.len(), Tag::Other);
        let sentence_of = arena.alloc_slice_fill_copy(text.tokens.len(), 0);
        let mut heads = List::with_capacity_in(text.tokens.len() / 3, arena);
        let mut sentences = List::with_capacity_in(text.sentences.runs.len(), arena);
        let mut block = 0;
        let quotations = text.quotations.list.iter().filter(|q| !q.nested && waits(text, q.run));
        let mut waiting = quotations.map(|q| q.run.end - 1).peekable();
        for run in text.sentences.runs.iter().copied().flat_map(bounded) {
            while text.layout.blocks.get(block).is_some_and(|b| b.run.stop() <= run.first()) {
                block += 1;
            }
            sentence_of[run.indices()].fill(sentences.len() as u32);
            let (body, heading) = match text.layout.blocks.get(block) {
                Some(block) => (block.run.start + block.dateline, block.kind == BlockKind::Heading),
                None => (0, false),
            };
            while waiting.next_if(|&end| end + 1 < run.start).is_some() {}
            let waits = waiting.peek().map_or(run.end, |&end| run.end.min(end));
            let title_case = heading || is_title_case(text, run);
            let others = heads.len();
            let views = tag_sentence(text, run, title_case, tags, &mut heads);
            if waits < run.end {
                heads.truncate(others);
                heads.extend(run.start..run.end);
            }
            let (heads_end, start) = (heads.len() as u32, run.start.max(body));
            sentences.push(Sentence { run, block: block as u32, heads_end, start, waits, views });
        }
        Reading { text, lexicon, tags, least, heads, sentences, sentence_of }
    }

    /// The sentences of the article itself, page furniture left out, and the tokens of each that may head a cue.
    pub fn sentences(&self) -> impl Iterator<Item = (&Sentence, &[u32])> {
        let blocks = &self.text.layout.blocks;
        let mut start = 0;
        let with_heads = self.sentences.iter().map(move |sentence| {
            let heads = &self.heads[start..sentence.heads_end as usize];
            start = sentence.heads_end as usize;
            (sentence, heads)
        });
        with_heads.filter(|(sentence, _)| {
            blocks.get(sentence.block as usize).is_some_and(|block| block.kind != BlockKind::Furniture)
        })
    }

    /// Whether a candidate that is at most so sure is not worth the search for what is said, and by whom.
    pub fn is_hopeless(&self, most: f32) -> bool {
        !may_stay(most, self.least)
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

    /// Whether, before the verb at `i` and in its sentence or straight before that, a quotation ends whose attribution is to
    /// come: without one [`Self::by_quotation`] finds nothing.
    pub fn may_wait(&self, i: usize) -> bool {
        (self.sentences[self.sentence_index(i)].waits as usize) < i
    }

    /// Whether a quotation ends at `i` with a comma, a question or an exclamation, so that its attribution is to come.
    pub fn waits(&self, i: usize) -> bool {
        self.quotation_ending_at(i).is_some_and(|run| waits(self.text, run))
    }

    /// How the word at `i` may attribute.
    pub fn heads(&self, i: usize) -> Heads {
        self.token(i).map_or(Heads::default(), |t| self.lexicon.heads(t.word))
    }

    pub fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::End)
    }

    /// The first token from `from` on whose tag is one of `tags`, or `stop`.
    pub fn next_of(&self, from: usize, stop: usize, tags: Tags) -> usize {
        let found = self.tags.get(from..stop).and_then(|rest| rest.iter().position(|&tag| tags.has(tag)));
        found.map_or(stop, |n| from + n)
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
    pub fn is_one_of(&self, i: usize, words: Words) -> bool {
        self.token(i).is_some_and(|t| words.has(t.word))
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
    let mut rest = run;
    std::iter::from_fn(move || {
        let piece = Run { end: rest.end.min(rest.start + LONGEST), ..rest };
        rest.start = piece.end;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Whether a quotation, `run` with its marks, closes with a comma, a question or an exclamation.
fn waits(text: &Text<'_>, run: Run) -> bool {
    run.len() > 3
        && text.tokens[run.stop() - 1].kind == Kind::Mark
        && matches!(text.tokens[run.stop() - 2].kind, Kind::Comma | Kind::Question | Kind::Exclamation)
}

/// Whether nearly every longer word of a sentence is capitalised, as in a headline.
fn is_title_case(text: &Text<'_>, sentence: Run) -> bool {
    const SMALL: Classes =
        Classes::of(Class::Determiner).and(Class::Preposition).and(Class::Coordinator).and(Class::To);

    // with more small words than these, the rest of the sentence cannot make up for them
    let most = sentence.len() * 2 / 10;
    let (mut capital, mut other) = (0, 0);
    for token in &text.tokens[sentence.indices()] {
        let counts = (token.kind == Kind::Word) & !token.classes.any(SMALL);
        capital += usize::from(counts & token.is_capital());
        other += usize::from(counts & !token.is_capital());
        if other > most {
            return false;
        }
    }
    let all = capital + other;
    all >= 4 && capital * 10 >= all * 8
}
