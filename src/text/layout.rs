//! Contract: every token belongs to exactly one block; blocks are in order; a block is a paragraph,
//! a heading, a list item or page furniture.

use super::furniture::Furniture;
use super::line;
use super::marker::Marker;
use super::token::{Gap, Kind, Token, Tokens};
use super::{Run, dateline};
use crate::arena::{Arena, List};
use crate::lexicon::Lexicon;

/// The kind of a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BlockKind {
    Paragraph,
    /// A title, headline or subheading: a short block without a final stop.
    Heading,
    ListItem,
    /// Comment forms, share bars, newsletter prompts, photo credits: not part of the article.
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
    /// How many of its first tokens are the marker of a list item ("•", "1.").
    pub marker: u32,
    /// The earlier block that introduces this one with a colon ("The minister also said:"); every
    /// item of a list has the same one.
    pub leader: Option<u32>,
}

/// The blocks of a text.
#[derive(Debug)]
pub(crate) struct Layout<'t> {
    pub blocks: List<'t, Block>,
}

/// A heading has at most this number of words.
const LONGEST_HEADING: usize = 16;

impl<'t> Layout<'t> {
    pub fn of(source: &str, tokens: &Tokens<'_>, lexicon: &Lexicon, arena: &'t Arena) -> Self {
        let Tokens { all: tokens, lines, .. } = tokens;
        let mut furniture = Furniture::new(source, tokens, lexicon);
        let mut first = true;
        let mut blocks = List::with_capacity_in(lines.len(), arena);
        line::each_block(source, tokens, lines, |run| {
            let marker = marker_length(source, tokens, run);
            let kind = if furniture.holds(run) {
                BlockKind::Furniture
            } else if marker > 0 {
                BlockKind::ListItem
            } else if is_heading(tokens, run) {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            let mut dateline = 0;
            if kind == BlockKind::Paragraph {
                dateline = dateline::length(source, tokens, run, first, lexicon);
                first = false;
            }
            blocks.push(Block { run, kind, dateline, marker, leader: None });
        });
        find_leaders(tokens, &mut blocks);
        // a title needs a body
        if let [only] = &mut blocks[..]
            && only.kind == BlockKind::Heading
        {
            only.kind = BlockKind::Paragraph;
        }
        Layout { blocks }
    }
}

/// Finds the introducing block of each block.
fn find_leaders(tokens: &[Token], blocks: &mut [Block]) {
    // the last paragraph that ends with a colon, as long as only its list has followed
    let mut leader: Option<u32> = None;
    for (block, n) in blocks.iter_mut().zip(0_u32..) {
        let item = block.kind == BlockKind::ListItem;
        match block.kind {
            BlockKind::Furniture => continue,
            // a colon introduces a single paragraph, or a whole list
            _ if !item && leader.is_some_and(|leader| leader + 1 < n) => leader = None,
            _ => {}
        }
        block.leader = leader;
        if !item {
            let leads = block.run.len() > 1 && tokens[block.run.stop() - 1].kind == Kind::Colon;
            leader = leads.then_some(n);
        }
    }
}

/// The number of tokens of the list marker, 0 if the block is not a list item.
fn marker_length(source: &str, tokens: &[Token], run: Run) -> u32 {
    let tokens = &tokens[..run.stop()];
    let first = tokens[run.first()];
    let spaced = tokens.get(run.first() + 1).is_some_and(|t| t.gap == Gap::Space);
    let hyphen = first.kind == Kind::Dash && spaced && matches!(first.span().of(source), "-" | "–");
    let read = || {
        let (marker, next) = Marker::read(source, tokens, run.first())?;
        marker.begins_list().then_some(next - run.first())
    };
    if hyphen { 1 } else { read().unwrap_or(0) as u32 }
}

/// A short block without a final stop that begins with a capital, a figure or a quotation mark and
/// introduces nothing.
fn is_heading(tokens: &[Token], run: Run) -> bool {
    let (first, last) = (tokens[run.first()], tokens[run.stop() - 1]);
    let begins = first.is_capital() || matches!(first.kind, Kind::Number | Kind::Mark | Kind::Symbol);
    let leads = matches!(last.kind, Kind::Colon | Kind::Comma | Kind::Semicolon | Kind::Dash);
    let words = || tokens[run.indices()].iter().filter(|t| t.is_word()).take(LONGEST_HEADING + 1).count();
    begins && !leads && !line::ends_sentence(tokens, run.stop()) && (1..=LONGEST_HEADING).contains(&words())
}
