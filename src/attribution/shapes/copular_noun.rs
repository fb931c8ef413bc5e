//! "Her point is that the pier is old", "Her advice? “Buy boots.”": the content is after "is", or
//! after a colon or a question mark.

use crate::attribution::Attribution;
use crate::attribution::score::{Evidence, Factor, Row};
use crate::lexicon::{Class, Cue, Frame, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// "Her point is that the pier is old", "The question is whether it holds".
pub(super) fn copular(syntax: &Syntax<'_>, cue: &'static Cue, i: usize) -> Option<Attribution> {
    let strength = cue.strength(Frame::Be);
    if strength == 0 {
        return None;
    }
    let floor = syntax.sentence_start(i);
    let stop = syntax.sentence(i).stop();
    // "her view on the matter is": a phrase may come between
    let be = match syntax.tag(i + 1) {
        Tag::Preposition => syntax.phrase_end(i + 2, stop)?,
        _ => i + 1,
    };
    if !syntax.is(be, Class::Be) {
        return answered(syntax, cue, i, be);
    }
    let at = syntax.after_adverbs(be + 1);
    if at >= stop {
        return None;
    }
    let source = syntax.possessor(i, floor);
    let frame = match syntax.tag(at) {
        Tag::That => Frame::That,
        Tag::Wh => Frame::Wh,
        Tag::To if source.is_some() => Frame::To,
        _ if syntax.is_one_of(at, words!["whether", "if"]) => Frame::Wh,
        _ if syntax.opens_quotation(at) => Frame::Quote,
        _ => return None,
    };
    let content = match frame {
        Frame::Quote => syntax.text.quotations.starting_at(at)?.run,
        Frame::To => Run::new(at, syntax.complement_end(at, stop)),
        _ => Run::new(at, syntax.clause_end(at, stop)),
    };
    let start = source.map_or_else(|| syntax.core_start(i + 1, floor), |s| Some(s.stop()))?;
    let evidence = Evidence::of(Row::CopularNoun).strength(strength).source(syntax.kind_of(source));
    Some(Attribution::new(content, Run::new(start, at), i, evidence).listed(cue, frame).said_by(source))
}

/// "Her advice? “Buy boots.”", "The council's response: the pier will stay": a quotation after the
/// colon or question mark at `mark`, which follows the noun at `i`, or a clause after the colon.
fn answered(syntax: &Syntax<'_>, cue: &'static Cue, i: usize, mark: usize) -> Option<Attribution> {
    if !matches!(syntax.kind(mark), Some(Kind::Colon | Kind::Question)) {
        return None;
    }
    let (floor, stop) = (syntax.sentence_start(i), syntax.sentence(i).stop());
    let quoted = syntax.opens_quotation(mark + 1);
    let plain = || {
        syntax.kind(mark) == Some(Kind::Colon)
            && syntax.clause_follows(mark + 1, stop)
            && cue.strength(Frame::That) > 0
    };
    let source = if quoted || plain() { syntax.possessor(i, floor)? } else { return None };
    let (content, frame) = if quoted {
        (syntax.text.quotations.starting_at(mark + 1)?.run, Frame::Quote)
    } else {
        (Run::new(mark + 1, syntax.clause_end(mark + 1, stop)), Frame::Clause)
    };
    if source.first() > floor || syntax.block_index(content.first()) != syntax.block_index(i) {
        return None;
    }
    let evidence = Evidence::of(Row::CopularNoun)
        .strength(3)
        .source(syntax.source_kind(source))
        .when(quoted, Factor::Quotation);
    Some(
        Attribution::new(content, Run::new(source.stop(), mark + 1), i, evidence)
            .listed(cue, frame)
            .said_by(source),
    )
}
