//! "Bridge is ‘a disaster’ – Ann Bell", "Pier ‘unsafe’ – report": a headline, a dash and its
//! source.

use super::signature::signature;
use super::{Precedence, Shape, Trigger};
use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Row};
use crate::lexicon::{Class, Classes, Frame};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::{Gap, Kind};

pub(super) const SHAPE: Shape =
    Shape { name: "headline", trigger: Trigger::Dash, precedence: Precedence::First, find: headline };

/// A first paragraph longer than this, in tokens, is not a headline.
const LONGEST: usize = 24;
/// The maximum length of the source, in tokens.
const LONGEST_SOURCE: usize = 6;

/// The headline before the dash, if a source follows the dash.
fn headline(syntax: &Syntax<'_>, dash: usize) -> Option<Attribution> {
    let block = syntax.block(dash);
    let heading = syntax.kind_of_block(dash) == BlockKind::Heading || syntax.block_index(dash) == 0;
    let spaced = syntax.token(dash).is_some_and(|t| t.kind == Kind::Dash && t.gap > Gap::None);
    let start = syntax.sentence_start(dash);
    if !heading || !spaced || block.len() > LONGEST || start >= dash {
        return None;
    }
    let source = source(syntax, dash + 1, block.stop())?;
    let content = Run::new(start, dash);
    let quotes = syntax.text.quotations.starting_in(content).next().is_some();
    let clause = content.indices().any(|i| matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary));
    (content.len() > 2 && (quotes || clause)).then(|| {
        Attribution::new(content, Run::new(dash, dash + 1), dash, Evidence::of(Row::Headline))
            .framed(Frame::Post)
            .said_by(source)
    })
}

/// The source from `start` on: somebody whom the article names again, or a word for people or
/// documents.
fn source(syntax: &Syntax<'_>, start: usize, stop: usize) -> Option<Run> {
    let stop = syntax.trim(start, stop);
    if start >= stop || stop - start > LONGEST_SOURCE {
        return None;
    }
    let end = (start + 1..stop).find(|&i| syntax.tag(i) == Tag::Preposition).unwrap_or(stop);
    let speaks = Classes::of(Class::Person).and(Class::Group).and(Class::Document);
    let common = syntax.token(end - 1).is_some_and(|t| !t.is_capital() && t.classes.any(speaks));
    let verbless = (start..stop).all(|i| !matches!(syntax.tag(i), Tag::Auxiliary | Tag::Comma | Tag::Break));
    if common && verbless {
        return Some(Run::new(start, end));
    }
    let signature = signature(syntax, start, stop)?;
    let last = signature.name.stop() - 1;
    let person = signature.names_person(syntax) || signature.name.len() == 2;
    (person && !syntax.is(last, Class::Group) && is_named_below(syntax, last)).then_some(signature.source)
}

/// Whether a later block uses the word at `i` as a name, without "the" before it.
fn is_named_below(syntax: &Syntax<'_>, i: usize) -> bool {
    let word = syntax.text.word(i);
    let below = syntax.block(i).stop();
    (below..syntax.text.tokens.len()).any(|k| {
        syntax.text.word(k) == word && syntax.tag(k - 1) != Tag::Determiner && last_of_name(syntax, k)
    })
}

/// Whether a name ends at `i`.
fn last_of_name(syntax: &Syntax<'_>, i: usize) -> bool {
    !syntax.token(i + 1).is_some_and(|t| t.is_word() && t.is_capital() && t.gap == Gap::Space)
}
