//! Contract: the answers of an interview whose questions and answers have no labels, in order; each
//! is the paragraphs between two questions.
//!
//! ```text
//! Ola Muir has run the mill since 2011. She talks to us about flour.
//!
//! How did you come to the mill?
//!
//! My aunt left it to me.
//! ```
//!
//! Columns and lists of questions look similar. So somebody has to be named above the first
//! question, with a word for talking; most questions have "you", and most answers "I" or "we".

use super::Run;
use super::layout::{Block, BlockKind, Layout};
use super::token::{Kind, Token, Tokens};
use crate::arena::{Arena, List};
use crate::lexicon::{Class, Lexicon, Words, words};

/// The fewest questions of an interview.
const LEAST: usize = 3;
/// The most tokens before the first question: articles have a short introduction, hearings a long
/// one.
const INTRODUCTION: usize = 400;
/// The maximum number of tokens of a question, and of paragraphs of an answer.
const LONGEST_QUESTION: usize = 60;
const LONGEST_ANSWER: usize = 12;

const HEARER: Words = words!["you", "your"];
const SPEAKER: Words = words!["i", "we", "my", "our"];

/// The answers of an interview without labels.
#[derive(Debug)]
pub(crate) struct Answers<'t> {
    /// The first token of the first question; the text before it names who answers.
    pub start: u32,
    /// The answers, as ranges of `pieces`.
    list: List<'t, (u32, u32)>,
    pieces: List<'t, Run>,
}

impl<'t> Answers<'t> {
    /// The answers; of a text with other turns, none.
    pub fn of(
        source: &str,
        tokens: &Tokens<'_>,
        layout: &Layout<'_>,
        lexicon: &Lexicon,
        arena: &'t Arena,
    ) -> Self {
        let finder = Finder { source, tokens: &tokens.all, lexicon, blocks: &layout.blocks };
        finder.answers(arena).unwrap_or_else(|| Answers::none(arena))
    }

    /// No answers.
    pub fn none(arena: &'t Arena) -> Self {
        Answers { start: 0, list: List::new_in(arena), pieces: List::new_in(arena) }
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The paragraphs of each answer.
    pub fn iter(&self) -> impl Iterator<Item = &[Run]> {
        self.list.iter().map(|&(start, end)| &self.pieces[start as usize..end as usize])
    }
}

struct Finder<'a> {
    source: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    blocks: &'a [Block],
}

impl Finder<'_> {
    fn answers<'t>(&self, arena: &'t Arena) -> Option<Answers<'t>> {
        let questions: List<'_, usize> =
            List::from_iter_in((0..self.blocks.len()).filter(|&n| self.is_question(n)), arena);
        let (&first, _) = questions.split_first().filter(|_| questions.len() >= LEAST)?;
        let start = self.blocks[first].run.start;
        if start as usize > INTRODUCTION {
            return None;
        }
        let mut answers = Answers { start, ..Answers::none(arena) };
        let (mut asked, mut personal) = (0, 0);
        for (n, &question) in questions.iter().enumerate() {
            let next = questions.get(n + 1).copied();
            let from = answers.pieces.len();
            self.answer(question + 1, next, &mut answers.pieces);
            let said = &answers.pieces[from..];
            if !(1..=LONGEST_ANSWER).contains(&said.len()) {
                return None;
            }
            asked += usize::from(self.holds(self.blocks[question].run, HEARER));
            personal += usize::from(said.iter().any(|&run| self.holds(run, SPEAKER)));
            answers.list.push((from as u32, answers.pieces.len() as u32));
        }
        let count = questions.len();
        let most = 2 * asked >= count && 3 * personal >= 2 * count;
        (most && self.introduces(first)).then_some(answers)
    }

    /// Whether block `n` is a question by itself.
    fn is_question(&self, n: usize) -> bool {
        let Block { run, kind, .. } = &self.blocks[n];
        self.tokens[run.stop() - 1].kind == Kind::Question
            && matches!(kind, BlockKind::Paragraph | BlockKind::Heading)
            && run.len() <= LONGEST_QUESTION
            && self.tokens[run.first()].kind == Kind::Word
    }

    /// Collects the paragraphs from block `from` to the next question. After the last one, an
    /// answer goes on as long as somebody speaks of "I" or "we".
    fn answer(&self, from: usize, next: Option<usize>, pieces: &mut List<'_, Run>) {
        let end = next.unwrap_or(self.blocks.len()).min(from + LONGEST_ANSWER + 1);
        for (n, block) in self.blocks.iter().enumerate().take(end).skip(from) {
            if block.kind == BlockKind::Furniture {
                continue;
            }
            if next.is_none() && n > from && !self.holds(block.run, SPEAKER) {
                return;
            }
            pieces.push(block.run);
        }
    }

    /// Whether a paragraph has one of the words outside quotation marks.
    fn holds(&self, run: Run, words: Words) -> bool {
        let mut quoted = false;
        self.tokens[run.indices()].iter().any(|token| {
            quoted ^= token.kind == Kind::Mark;
            !quoted && words.has(token.id(self.source, self.lexicon))
        })
    }

    /// "Ola Muir has run the mill since 2011. She talks to us": whether the blocks before the first
    /// question name somebody and say that there is a talk.
    fn introduces(&self, first: usize) -> bool {
        let before = &self.tokens[..self.blocks[first].run.first()];
        let talks = |token: &Token| {
            let lemma = self.lexicon.lemma(token.id(self.source, self.lexicon));
            self.lexicon.classes(lemma).has(Class::Interviewing)
        };
        let named = before.windows(2).any(|pair| pair.iter().all(|t| t.kind == Kind::Word && t.is_capital()));
        named && before.iter().any(talks)
    }
}
