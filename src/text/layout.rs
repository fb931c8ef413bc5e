//! Contract: every token belongs to exactly one block; blocks are in order; a block is a paragraph, a heading, a list
//! item or page furniture.

use super::Run;
use super::token::{Gap, Token};
use crate::lexicon::Lexicon;

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

impl Layout {
    pub fn of(_source: &str, tokens: &[Token], _lexicon: &Lexicon) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for i in 1..=tokens.len() {
            if i == tokens.len() || tokens[i].gap >= Gap::Line {
                blocks.push(Block { run: Run::new(start, i), kind: BlockKind::Paragraph, dateline: 0 });
                start = i;
            }
        }
        Layout { blocks }
    }
}
