//! Contract: every token of a text has a tag and belongs to one sentence and one block. Noun
//! phrases, verb groups and clauses are derived from these on request.
//!
//! This is the only module that parses English. There is no parse tree. A tagger that uses word
//! lists, suffixes and neighbouring words separates verb groups from noun phrases, and the
//! questions of later passes ("where does the noun phrase before this verb begin?") are answered
//! from the tags around one token.

mod adjunct;
mod agent;
mod clause;
mod clause_end;
mod closing_remark;
mod complement;
mod complement_comma;
mod contact_clause;
mod contact_relative;
mod coordinated_cue;
mod cue_verb;
mod deed;
mod final_attribution;
mod fronted;
mod inserted_adjunct;
mod inverted_subject;
mod list;
mod main_clause;
mod memo;
mod noun_phrase_end;
mod noun_phrase_start;
mod number;
mod phrase_begin;
mod possessive;
mod quantifier;
mod quotation;
mod receiver;
mod shared_subject;
mod source_kind;
mod subject;
mod subject_across;
mod subject_start;
pub(crate) mod tag;
mod that_clause;
pub(crate) mod verb_group;
mod view;

use crate::arena::List;
use crate::lexicon::{Class, Classes, Lexicon};
use crate::text::layout::{Block, BlockKind};
use crate::text::token::{Kind, Token};
use crate::text::turn::Turn;
use crate::text::{Run, Text};
use memo::Memo;
pub(crate) use source_kind::SourceKind;
use tag::{Tag, tag_sentence};

/// Loads what tagging needs to know of each word, so that the first text does not have to wait for
/// it.
pub(crate) fn prepare() {
    tag::plain::words();
}

/// No sentence written by people has more tokens.
const LONGEST: u32 = 400;

/// A text with its tags, sentence by sentence.
pub(crate) struct Syntax<'a> {
    pub text: &'a Text<'a>,
    pub lexicon: &'static Lexicon,
    /// The tokens of `text`, which are asked about most.
    tokens: &'a [Token],
    pub tags: &'a [Tag],
    /// The tokens that may be the head of a cue, by their word or as a mark; all tokens of a
    /// sentence where a quotation still needs its attribution.
    heads: List<'a, u32>,
    /// The sentences. An endless one is split into pieces, so that the work for each cue is
    /// bounded.
    sentences: List<'a, Sentence>,
    /// For each token, the sentence that contains it.
    sentence_of: &'a [u32],
    memo: Memo,
}

/// A sentence, with the facts that its tokens need.
pub(crate) struct Sentence {
    pub run: Run,
    block: u32,
    /// The end of this sentence's part of the list of tokens that may head a cue.
    heads_end: u32,
    /// The first token that is not part of a dateline.
    start: u32,
    /// The first token in the sentence, or directly before it, at which a quotation ends that still
    /// [waits](Syntax::waits) for its attribution; the end of the sentence if there is none.
    pub waits: u32,
    /// Whether one of its words names a view, as in "in the opinion of".
    pub views: bool,
    /// Whether its block is a turn, is introduced by a colon, or is a heading below a quotation.
    pub placed: bool,
}

impl<'a> Syntax<'a> {
    /// Tags all sentences of a text.
    pub(crate) fn read(text: &'a Text<'a>, lexicon: &'static Lexicon) -> Self {
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
                Some(b) => {
                    let label = text.turns.of_block(block).map_or(0, |turn| turn.body);
                    (label.max(b.run.start + b.dateline), b.kind == BlockKind::Heading)
                }
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
            add_label(text, run, &mut heads, others);
            let led = |b: &Block| b.leader.is_some() && b.run.start == run.start;
            let placed =
                text.layout.blocks.get(block).is_some_and(led) || text.is_below_quotation(block, run.first());
            if placed {
                add(run.first(), &mut heads, others);
            }
            let placed = placed || text.turns.of_block(block).is_some();
            let (heads_end, start) = (heads.len() as u32, run.start.max(body.min(run.end)));
            sentences.push(Sentence { run, block: block as u32, heads_end, start, waits, views, placed });
        }
        Syntax { text, lexicon, tokens: &text.tokens, tags, heads, sentences, sentence_of, memo: Memo::new() }
    }

    /// The sentences of the article itself, without page furniture, each with the tokens that may
    /// head a cue.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = (&Sentence, &[u32])> {
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
}

/// Adds the token that ends the label of a turn in `run` to the tokens that may head a cue, which
/// begin at `from`.
fn add_label(text: &Text<'_>, run: Run, heads: &mut List<'_, u32>, from: usize) {
    let after = text.turns.list.partition_point(|turn| turn.anchor() < run.first());
    let anchor = text.turns.list.get(after).map(Turn::anchor).filter(|&anchor| run.has(anchor));
    if let Some(anchor) = anchor {
        add(anchor, heads, from);
    }
}

fn add(token: usize, heads: &mut List<'_, u32>, from: usize) {
    if let Err(at) = heads[from..].binary_search(&(token as u32)) {
        heads.insert(from + at, token as u32);
    }
}

/// The run, split into pieces if it has more than [`LONGEST`] tokens.
fn bounded(run: Run) -> impl Iterator<Item = Run> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let piece = Run { end: rest.end.min(rest.start + LONGEST), ..rest };
        rest.start = piece.end;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Whether a quotation (`run`, with its marks) closes with a comma, a question mark or an
/// exclamation mark.
fn waits(text: &Text<'_>, run: Run) -> bool {
    run.len() > 3
        && text.tokens[run.stop() - 1].kind == Kind::Mark
        && matches!(text.tokens[run.stop() - 2].kind, Kind::Comma | Kind::Question | Kind::Exclamation)
}

/// Whether nearly all longer words of a sentence are capitalised, as in a headline.
fn is_title_case(text: &Text<'_>, sentence: Run) -> bool {
    const SMALL: Classes =
        Classes::of(Class::Determiner).and(Class::Preposition).and(Class::Coordinator).and(Class::To);

    // with more lower-case words than this, the rest of the sentence cannot make up for them
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

#[cfg(test)]
mod tests;
