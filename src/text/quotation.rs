//! Contract: quotations are disjoint or nested, in order of their opening marks; each lies within one block, and one
//! that runs over paragraphs is a chain of pieces.

use super::Run;
use super::layout::Layout;
use super::token::Token;

/// A piece of text between quotation marks, inside one block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Quotation {
    /// Its tokens, marks included.
    pub run: Run,
    /// Inside another quotation.
    pub nested: bool,
    /// The mark that closes it was found.
    pub closed: bool,
    /// Goes on from the quotation before it: that one ran to its paragraph's end and this paragraph opens with a mark.
    pub continues: bool,
}

/// The quotations of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Quotations {
    pub list: Vec<Quotation>,
}

impl Quotations {
    pub fn of(_source: &str, _tokens: &[Token], _layout: &Layout) -> Self {
        Quotations::default()
    }
}
