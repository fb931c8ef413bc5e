//! "The minister also promised to:" above a list, "Ann Bell said:" above a paragraph without
//! quotation marks: each item below is a content by itself.

use super::{Precedence, Shape, Trigger};
use crate::attribution::score::{Evidence, Row};
use crate::attribution::{Attribution, Pieces};
use crate::lexicon::{Cue, Frame, Part, words};
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, Mood, Voice};
use crate::syntax::{SourceKind, Syntax};
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::Kind;

pub(super) const SHAPE: Shape = Shape {
    name: "list under a cue",
    trigger: Trigger::Led,
    precedence: Precedence::First,
    find: list_under_cue,
};

/// The maximum distance of the cue before the colon, in tokens.
const REACH: usize = 24;
/// How many paragraphs below may continue the content, as long as they use "I" or "we".
const LONGEST: usize = 8;

/// The content of the block that begins at token `i`, under the cue of the block that introduces
/// it.
fn list_under_cue(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let at = syntax.block_index(i);
    let block = syntax.text.layout.blocks[at];
    let leader = syntax.text.layout.blocks[block.leader? as usize];
    let colon = leader.run.stop() - 1;
    let item = block.kind == BlockKind::ListItem;
    let first = block.run.first() + block.marker as usize;
    // a quotation is attributed by its marks instead
    if first >= block.run.stop() || !item && syntax.opens_quotation(first) {
        return None;
    }
    let Some(head) = cue_before(syntax, colon) else {
        return if item { None } else { dispatch(syntax, at, colon) };
    };
    let strength = head.cue.strength(Frame::Quote).max(head.cue.strength(Frame::That));
    let takes = if item { item_strength(head.cue) } else { strength };
    if takes < 2 || head.unreal {
        return None;
    }
    let mut content = Pieces::from(Run::new(first, item_end(syntax, first, block.run.stop())));
    if !item {
        content.extend(paragraphs_below(syntax, at));
    }
    let evidence = Evidence::of(Row::UnderCue).source(syntax.source_kind(head.source));
    // "promised to:"
    let infinitive = syntax.is_one_of(colon - 1, words!["to"]);
    let end = if (head.end..colon).all(|k| syntax.is_one_of(k, words!["to"])) { colon + 1 } else { head.end };
    Some(
        Attribution::new(content, Run::new(head.start, end), head.verb, evidence)
            .listed(head.cue, if infinitive { Frame::To } else { Frame::Post })
            .said_by(head.source),
    )
}

/// "Our reporter Ann Bell is in Tarn:" above a paragraph that begins with "I": she is its author.
fn dispatch(syntax: &Syntax<'_>, at: usize, colon: usize) -> Option<Attribution> {
    let run = syntax.text.layout.blocks[at].run;
    let verbal = |k: &usize| matches!(syntax.tag(*k), Tag::Finite | Tag::Auxiliary);
    let verb = (syntax.sentence_start(colon)..colon).find(verbal)?;
    let source = syntax.subject(syntax.verb_group(verb), 0)?;
    let own = syntax.is_one_of(run.first(), words!["i", "we"]);
    if !own || syntax.source_kind(source) != SourceKind::Person {
        return None;
    }
    let mut content = Pieces::from(run);
    content.extend(paragraphs_below(syntax, at));
    let evidence = Evidence::of(Row::UnderCue).source(SourceKind::Person);
    Some(Attribution::new(content, Run::new(colon, colon + 1), colon, evidence).said_by(source))
}

/// How strongly a cue takes a list of demands, promises or clauses.
fn item_strength(cue: &Cue) -> u8 {
    let frames = [Frame::Quote, Frame::That, Frame::To, Frame::ObjectTo, Frame::NounPhrase];
    frames.into_iter().map(|frame| cue.strength(frame)).max().unwrap_or(0)
}

/// A cue with its words and its source.
struct Head {
    cue: &'static Cue,
    start: usize,
    verb: usize,
    end: usize,
    source: Run,
    /// "could say:", "did not say:"
    unreal: bool,
}

/// The last verb before the colon, if it is a cue with a subject.
fn cue_before(syntax: &Syntax<'_>, colon: usize) -> Option<Head> {
    let floor = syntax.sentence_start(colon).max(colon.saturating_sub(REACH));
    let verb = (floor..colon).rev().find(|&k| {
        matches!(syntax.tag(k), Tag::Finite | Tag::Base | Tag::Participle | Tag::Auxiliary)
            && !syntax.quoted(k)
    })?;
    let group = syntax.verb_group(verb);
    if group.head != verb || group.form != Form::Finite || group.voice == Voice::Passive {
        return None;
    }
    // "Here is what we know:": the writer's own words
    let source =
        syntax.subject(group, 0).filter(|s| !syntax.is_one_of(s.first(), words!["i", "we", "you"]))?;
    let fitting = syntax.cues(verb).iter().filter(|cue| cue.part == Part::Verb).filter_map(|cue| {
        let end = super::cue_words::particles_end(syntax, cue, verb + 1)?;
        (end <= colon).then_some((cue, end))
    });
    let (cue, end) = fitting.max_by_key(|&(_, end)| end)?;
    let unreal = matches!(syntax.mood(group), Mood::Possible | Mood::Negated);
    Some(Head { cue, start: group.start, verb, end, source, unreal })
}

/// The end of an item's words: without the semicolon, and without the "and" before the last item.
fn item_end(syntax: &Syntax<'_>, first: usize, stop: usize) -> usize {
    let mut end = stop;
    if end > first + 1 && syntax.tag(end - 1) == Tag::Coordinator {
        end -= 1;
    }
    while end > first + 1 && matches!(syntax.kind(end - 1), Some(Kind::Semicolon | Kind::Comma)) {
        end -= 1;
    }
    end
}

/// The paragraphs after the introduced one, as long as they use "I" or "we".
fn paragraphs_below<'s>(syntax: &'s Syntax<'_>, at: usize) -> impl Iterator<Item = Run> + 's {
    let blocks = syntax.text.layout.blocks.iter().skip(at + 1).take(LONGEST);
    let goes_on = |run: Run| {
        syntax.kind(run.first()) != Some(Kind::Mark)
            && syntax.kind(run.stop() - 1) != Some(Kind::Colon)
            && run.indices().any(|i| syntax.is_one_of(i, words!["i", "we", "my", "our"]) && !syntax.quoted(i))
    };
    blocks.take_while(move |b| b.kind == BlockKind::Paragraph && goes_on(b.run)).map(|b| b.run)
}
