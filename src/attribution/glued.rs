//! "Driver was drunk, police say Photo: Tarn News Share": text that web pages attach to a headline
//! without a mark between.

use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::layout::BlockKind;
use crate::text::token::Kind;

/// Whether the headline ends before token `i`: the next token starts a photo credit, a share bar or
/// a "|".
pub(super) fn is_glued(syntax: &Syntax<'_>, i: usize) -> bool {
    let heading = || syntax.kind_of_block(i) == BlockKind::Heading || syntax.block_index(i) == 0;
    let Some(token) = syntax.token(i).filter(|_| i < syntax.sentence(i.saturating_sub(1)).stop()) else {
        return false;
    };
    let page = match token.kind {
        Kind::Symbol => syntax.text.word(i) == "|",
        // "told The Gazette"
        Kind::Word => {
            token.is_capital()
                && syntax.tag(i) != Tag::Determiner
                && syntax.lexicon.furniture().has(token.word)
        }
        _ => false,
    };
    // "Driver was drunk, police say"
    let comma = || (syntax.sentence_start(i - 1)..i).any(|k| syntax.tag(k) == Tag::Comma);
    page && heading() && comma()
}
