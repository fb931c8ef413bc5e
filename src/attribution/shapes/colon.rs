//! "RUIZ: We will go.", "Ruiz: “We will go.”", "Minister: tax cut to come": a name, a colon and the
//! content.

use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape =
    Shape { name: "name and colon", trigger: Trigger::Colon, precedence: Precedence::First, find: colon };

/// "RUIZ: We will go.", "Ruiz: “We will go.”", "Minister: tax cut to come": a name, a colon and the
/// content.
fn colon(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let block = syntax.block(i);
    let stop = syntax.sentence(i).stop();
    // "Q: Where were you?", "A: At sea."
    let turn = i == floor + 1 && floor == block.first() && matches!(syntax.text.word(floor), "Q" | "A");
    let start = if turn { floor } else { syntax.phrase_start(i, floor)? };
    let names = turn
        || (start..i).any(|k| {
            syntax.tag(k) == Tag::Proper || syntax.is(k, Class::Person) || syntax.is(k, Class::Document)
        });
    let words = syntax.text.tokens[start..i].iter().map(|t| t.word);
    if syntax.lexicon.furniture().is_no_speaker(words) {
        return None;
    }
    // "Book early: the hotel fills up": no name ends in an adverb
    let names = names && syntax.tag(i - 1) != Tag::Adverb && !syntax.is(i - 1, Class::Time);
    let opens = start == floor || matches!(syntax.tag(start - 1), Tag::Break | Tag::End | Tag::Mark);
    // "Related: ...", "Editor's note: ..."
    let label = syntax.is(i - 1, Class::Label) && syntax.tag(start) != Tag::Determiner;
    if !opens || !names || label || i - start > 8 || i + 1 >= block.stop() {
        return None;
    }
    // "ASHFORD: Police have arrested a man.": a dateline, since nobody answers
    let capitals = (start..i).all(|k| syntax.token(k).is_some_and(|t| t.is_upper()));
    if capitals && syntax.kind_of_block(i) != BlockKind::Heading && !syntax.opens_quotation(i + 1) {
        return None;
    }
    let heading = syntax.kind_of_block(i) == BlockKind::Heading || syntax.block_index(i) == 0;
    let evidence;
    let content = if syntax.opens_quotation(i + 1) {
        evidence = Evidence::of(Row::ColonQuotation);
        syntax.text.quotations.starting_at(i + 1)?.run
    } else if start != floor {
        return None;
    } else if heading {
        let named = (start..i).any(|k| syntax.tag(k) == Tag::Proper);
        evidence = Evidence::of(Row::ColonHeading).strength(if named { 3 } else { 2 });
        Run::new(i + 1, syntax.trim(i + 1, stop))
    } else if start == block.first() && !is_dateline(syntax, start, i) {
        // a turn of a transcript: the paragraph is its content
        evidence = Evidence::of(Row::ColonTurn);
        Run::new(i + 1, syntax.trim(i + 1, block.stop()))
    } else {
        return None;
    };
    (!content.is_empty())
        .then(|| Attribution::new(content, Run::new(i, i + 1), i, evidence).said_by(Run::new(start, i)))
}

/// "Malipur: The river rose on Monday.": whether the name from `start` to the colon is that of a
/// place rather than of somebody who speaks: nothing shows a person, and the paragraph addresses
/// nobody.
fn is_dateline(syntax: &Syntax<'_>, start: usize, colon: usize) -> bool {
    let speaker = |k: usize| {
        [Class::Person, Class::Group, Class::Title, Class::Male, Class::Female]
            .iter()
            .any(|&c| syntax.is(k, c))
    };
    let name = colon - start <= 2 && (start..colon).all(|k| syntax.tag(k) == Tag::Proper && !speaker(k));
    let addresses = |k: usize| {
        syntax.is_one_of(k, words!["i", "we", "you", "my", "our", "your"])
            || matches!(syntax.kind(k), Some(Kind::Question | Kind::Exclamation))
    };
    name && !(colon + 1..syntax.block(colon).stop()).any(addresses)
}
