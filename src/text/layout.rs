//! Contract: every token belongs to exactly one block; blocks are in order; a block is a paragraph, a heading, a list
//! item or page furniture.

use super::Run;
use super::furniture::{self, Place};
use super::token::{Gap, Kind, Token};
use crate::lexicon::{Class, Classes, Lexicon};

/// What a block of the page is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BlockKind {
    Paragraph,
    /// A title, headline or subheading: a short block without a final stop.
    Heading,
    ListItem,
    /// Comment forms, share bars, newsletter prompts, photo credits: no part of the article.
    Furniture,
}

/// A block of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Block {
    /// Its tokens.
    pub run: Run,
    pub kind: BlockKind,
    /// How many of its first tokens are a dateline ("BRUSSELS, 30 March –").
    pub dateline: u32,
}

/// The blocks of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub blocks: Vec<Block>,
}

/// More words than this are no heading.
const HEADING_WORDS: usize = 16;
/// Lines of hard-wrapped text are at most this many bytes long, and most of them at least half as long.
const WRAPPED_WIDTH: usize = 100;

impl Layout {
    pub fn of(source: &str, tokens: &[Token], lexicon: &Lexicon) -> Self {
        let mut blocks: Vec<Block> = Vec::new();
        let mut start = 0;
        for i in 1..=tokens.len() {
            if i == tokens.len() || tokens[i].gap == Gap::Blank {
                lines_into_blocks(tokens, Run::new(start, i), &mut blocks);
                start = i;
            }
        }
        let mut closed = false;
        for (n, block) in blocks.iter_mut().enumerate() {
            let run = block.run;
            let place = furniture::place(source, tokens, run);
            closed |= place == Place::Closing && n > 0;
            block.kind = if closed || place == Place::Furniture {
                BlockKind::Furniture
            } else if is_list_item(tokens, run) {
                BlockKind::ListItem
            } else if is_heading(tokens, run) {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            if block.kind == BlockKind::Paragraph {
                block.dateline = dateline(tokens, run, lexicon);
            }
        }
        Layout { blocks }
    }
}

/// Cuts what stands between two blank lines into blocks: one a line, but lines that were wrapped belong together.
fn lines_into_blocks(tokens: &[Token], chunk: Run, blocks: &mut Vec<Block>) {
    if chunk.is_empty() {
        return;
    }
    let wrapped = is_wrapped(tokens, chunk);
    let stopped = ends_sentence(tokens, chunk.stop());
    let mut start = chunk.first();
    let push = |start, end, blocks: &mut Vec<Block>| {
        blocks.push(Block { run: Run::new(start, end), kind: BlockKind::Paragraph, dateline: 0 });
    };
    for i in chunk.first() + 1..chunk.stop() {
        if tokens[i].gap < Gap::Line {
            continue;
        }
        // a line that breaks off and goes on with a small letter, in a text that knows full stops
        let goes_on =
            tokens[i].kind == Kind::Word && !tokens[i].is_capital() && !ends_sentence(tokens, i) && stopped;
        if !(wrapped || goes_on) || opens_item(tokens, i) {
            push(start, i, blocks);
            start = i;
        }
    }
    push(start, chunk.stop(), blocks);
}

/// Whether the lines of a chunk were cut at a width: three or more, most of them long and broken off in mid-sentence.
fn is_wrapped(tokens: &[Token], chunk: Run) -> bool {
    let (mut lines, mut long, mut broken, mut widest) = (0, 0, 0, 0);
    let mut start = chunk.first();
    for i in chunk.first() + 1..chunk.stop() {
        if tokens[i].gap >= Gap::Line {
            let width = tokens[i - 1].span().end() - tokens[start].span().start();
            widest = widest.max(width);
            lines += 1;
            long += usize::from(width * 2 >= WRAPPED_WIDTH);
            broken += usize::from(!ends_sentence(tokens, i));
            start = i;
        }
    }
    lines >= 2 && widest <= WRAPPED_WIDTH && long * 10 >= lines * 7 && broken * 2 >= lines
}

/// Whether the token before `end` closes a sentence, closing marks and brackets passed over.
fn ends_sentence(tokens: &[Token], end: usize) -> bool {
    let last = tokens[..end].iter().rev().find(|t| !matches!(t.kind, Kind::Mark | Kind::Close));
    last.is_some_and(|t| {
        t.is_dotted()
            || matches!(
                t.kind,
                Kind::Stop
                    | Kind::Question
                    | Kind::Exclamation
                    | Kind::Ellipsis
                    | Kind::Colon
                    | Kind::Semicolon
            )
    })
}

/// Whether a list item opens at token `i`: a bullet, or "1.", "2)", "a.".
fn opens_item(tokens: &[Token], i: usize) -> bool {
    let next = tokens.get(i + 1).filter(|t| t.gap == Gap::None).map(|t| t.kind);
    match tokens[i].kind {
        Kind::Bullet => true,
        Kind::Number => matches!(next, Some(Kind::Stop | Kind::Close)) && tokens[i].span().len() <= 3,
        Kind::Dash => tokens[i].span().len() == 1 && tokens.get(i + 1).is_some_and(|t| t.gap == Gap::Space),
        _ => false,
    }
}

fn is_list_item(tokens: &[Token], run: Run) -> bool {
    opens_item(tokens, run.first())
}

fn is_heading(tokens: &[Token], run: Run) -> bool {
    run.len() <= HEADING_WORDS + 6
        && !ends_sentence(tokens, run.stop())
        && run.indices().filter(|&i| tokens[i].is_word()).count() <= HEADING_WORDS
        && tokens[run.first()].kind != Kind::Mark
        && tokens[run.stop() - 1].kind != Kind::Comma
}

/// The length of the dateline that opens a paragraph: a place in capitals, perhaps a date and an agency, and a dash
/// ("BRUSSELS, 30 March –", "CLEVELAND (AP) —"); or a place and a date in numbers ("Brussels 30.03.2022").
fn dateline(tokens: &[Token], run: Run, lexicon: &Lexicon) -> u32 {
    const DATE: Classes = Classes::of(Class::Month).and(Class::Time);
    let first = run.first();
    if !tokens[first].is_capital() {
        return 0;
    }
    let mut telling = tokens[first].is_upper();
    for i in first..run.stop().min(first + 16) {
        let token = tokens[i];
        match token.kind {
            Kind::Dash if i > first && telling => return (i + 1 - first) as u32,
            Kind::Number if is_date(tokens, i) && i <= first + 4 && i > first => {
                return (i + 1 - first) as u32;
            }
            Kind::Number => telling = true,
            Kind::Word if token.is_capital() || lexicon.classes(token.word).any(DATE) => {
                telling |= lexicon.classes(token.word).has(Class::Month);
            }
            Kind::Open => telling = true,
            // an agency in brackets, without a dash
            Kind::Close if tokens[first].is_upper() && tokens.get(i + 1).is_some_and(|t| t.is_capital()) => {
                return (i + 1 - first) as u32;
            }
            Kind::Close | Kind::Comma | Kind::Stop | Kind::Symbol => {}
            _ => return 0,
        }
    }
    0
}

/// "30.03.2022", "2022-03-30", "3/30/22": a number of three parts.
fn is_date(tokens: &[Token], i: usize) -> bool {
    let length = tokens[i].span().len();
    (6..=10).contains(&length) && tokens[i].parts() == 3
}
