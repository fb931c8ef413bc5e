//! Orphan quotations: nothing attributes them and they continue no statement. After a sentence
//! about a person, they are that person's words.
//!
//! "Greta Sand has worked at the mill for years. “It is my life, and I would not swap it.”"

use super::Attribution;
use super::score::{Evidence, Row};
use crate::lexicon::Class;
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::quotation::Quotation;

/// A quotation shorter than this, marks included, may be a title or a motto.
const SHORT: usize = 9;

/// The statement made by an orphan quotation that ends its paragraph or fills it.
pub(super) fn orphan(syntax: &Syntax<'_>, quotation: &Quotation) -> Option<Attribution> {
    let run = quotation.run;
    let block = syntax.block(run.first());
    let mark = usize::from(quotation.closed);
    let whole = (quotation.closed || run.stop() == block.stop())
        && run.len() >= SHORT
        && run.first() == syntax.sentence(run.first()).first()
        && syntax.tag(run.stop() - 1 - mark) == Tag::End
        && syntax.kind_of_block(run.first()) == BlockKind::Paragraph;
    if !whole || !closes(syntax, run, block) {
        return None;
    }
    let before = run.first().checked_sub(1)?;
    // "Greta Sand has worked …" comes before it, in the same paragraph or as the previous one
    let near = syntax.block_index(before) + 1 >= syntax.block_index(run.first());
    let prose = syntax.kind_of_block(before) == BlockKind::Paragraph;
    let sentence = syntax.sentence(before);
    (near && prose && about_somebody(syntax, sentence))
        .then(|| Attribution::of_content(run).with_evidence(Evidence::of(Row::Orphan)))
}

/// Whether only quotations follow in the paragraph.
fn closes(syntax: &Syntax<'_>, run: Run, block: Run) -> bool {
    let mut end = run.stop();
    while end < block.stop()
        && let Some(next) = syntax.text.quotations.starting_at(end)
    {
        end = next.run.stop();
    }
    end >= block.stop()
}

/// Whether a sentence names a person or contains "he" or "she".
fn about_somebody(syntax: &Syntax<'_>, sentence: Run) -> bool {
    sentence.indices().any(|i| {
        let pronoun = syntax.is(i, Class::SubjectPronoun) || syntax.is(i, Class::PossessivePronoun);
        syntax.tag(i) == Tag::Proper || pronoun || syntax.is(i, Class::Person)
    })
}
