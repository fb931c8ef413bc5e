//! Contract: every attribution has a content; its pieces are in order and disjoint, and neither its cue nor its source
//! overlaps them. Attributions come in the order of their first token.
//!
//! A cue of the lexicon in a frame makes a candidate with a confidence; overlapping candidates are settled, and
//! quotations that nothing attributes are joined to the statement that they continue.

mod adjectival;
mod adjunct;
mod barren;
mod before;
mod comment;
mod complement;
mod content;
mod explain;
mod extent;
mod fixed;
mod form;
mod friend;
mod gap;
mod introduced;
mod issued;
mod nominal;
mod outer;
mod passive;
mod phrase;
mod predicate;
mod raising;
mod reading;
mod running;
mod scope;
mod settle;
mod shared;
mod source;
mod stimulus;
mod tag;
mod verb;
mod verbal;
mod widen;
pub(crate) mod within;

use crate::arena::List;
use crate::lexicon::{AttributionType, Class, Cue, CueGroup, Form, Frame, Heads, Lexicon, Part, words};
use crate::text::token::Kind as Token;
use crate::text::{Run, Text};
use reading::{Reading, Sentence};
use smallvec::SmallVec;
use tag::Tag;
use verb::VerbGroup;

pub use explain::Verdict;
pub(crate) use explain::{Considered, explain};
pub use scope::Scope;

/// How sure an attribution is before others give way to it.
const SURE: f32 = 0.5;

/// How the words of a statement are given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// The speaker's own words, all of them between quotation marks.
    Direct,
    /// The writer's words for what was said, without quotation marks.
    Indirect,
    /// Partly quoted.
    Mixed,
}

impl Kind {
    /// The kind as records name it: `direct`, `indirect` or `mixed`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Direct => "direct",
            Kind::Indirect => "indirect",
            Kind::Mixed => "mixed",
        }
    }
}

/// The pieces of a content: one or two, mostly.
pub(crate) type Pieces = SmallVec<[Run; 2]>;

impl From<Run> for Pieces {
    fn from(run: Run) -> Self {
        SmallVec::from_buf_and_len([run, Run::default()], 1)
    }
}

/// One attributed statement, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    /// The pieces of what is said, in order and disjoint; never empty.
    pub content: Pieces,
    /// The cue with its auxiliaries, negation, adverbs and particles.
    pub cue: Option<Run>,
    /// The token of the cue that carries the meaning ("said" in "has repeatedly said"), and its lexicon entry if it has one.
    pub head: Option<(usize, Option<&'static Cue>)>,
    /// What the content looks like to the cue: a that-clause, an infinitive; none for fixed shapes such as "according to".
    pub frame: Option<Frame>,
    /// The noun phrase that speaks.
    pub source: Option<Run>,
    pub kind: Kind,
    /// What the speaker does.
    pub act: AttributionType,
    /// What the content looks like.
    pub form: Form,
    /// From 0 to 1: how sure it is that this attributes at all.
    pub confidence: f32,
}

impl Attribution {
    /// What the speaker does: the cue's group in the lexicon.
    pub fn group(&self) -> Option<CueGroup> {
        self.head.and_then(|(_, cue)| cue).map(|cue| cue.group)
    }

    /// A content and the cue that attributes it; token `head` carries the cue's meaning.
    fn new(content: impl Into<Pieces>, cue: Run, head: usize, confidence: f32) -> Self {
        Attribution {
            content: content.into(),
            cue: Some(cue),
            head: Some((head, None)),
            frame: None,
            source: None,
            kind: Kind::Indirect,
            act: AttributionType::Communication,
            form: Form::Clause,
            confidence: confidence.clamp(0.0, 1.0),
        }
    }

    /// The cue's entry in the lexicon, and the frame that the content fills.
    fn listed(mut self, cue: &'static Cue, frame: Frame) -> Self {
        self.head = self.head.map(|(head, _)| (head, Some(cue)));
        self.framed(frame)
    }

    fn framed(mut self, frame: Frame) -> Self {
        self.frame = Some(frame);
        self
    }

    fn said_by(mut self, source: impl Into<Option<Run>>) -> Self {
        self.source = source.into();
        self
    }

    /// A content without cue and source, as rules' examples have it.
    pub fn of_content(content: Run) -> Self {
        Attribution {
            content: content.into(),
            cue: None,
            head: None,
            frame: None,
            source: None,
            kind: Kind::Indirect,
            act: AttributionType::Communication,
            form: Form::Clause,
            confidence: 1.0,
        }
    }

    /// Its first token; the pieces of its content are in order.
    fn first(&self) -> u32 {
        let start = |run: Option<Run>| run.map_or(u32::MAX, |run| run.start);
        start(self.cue).min(start(self.source)).min(start(self.content.first().copied()))
    }
}

/// Reads what finding attributions needs to know of each word; without it, the first text waits for that.
pub(crate) fn prepare() {
    tag::plain::words();
}

/// Finds the attributions of a text that are in `scope` and at least so sure, unlikely ones as far as that lets them in.
pub(crate) fn find<'t>(text: &Text<'t>, scope: Scope, least: f32) -> List<'t, Attribution> {
    let reading = Reading::new(text, Lexicon::built_in(), least);
    let mut candidates = List::with_capacity_in(text.sentences.runs.len(), text.arena);
    for (sentence, heads) in reading.sentences() {
        for i in heads.iter().map(|&i| i as usize) {
            if may_head(&reading, sentence, i)
                && let Some(mut found) = candidate(&reading, i)
                && settle::may_stay(found.confidence, least)
                && !reading.is_false_friend(i)
            {
                reading.keep_within_clause(&mut found);
                candidates.push(found);
            }
        }
    }
    let mut settled = settle::settle(&reading, candidates, least);
    form::classify(&reading, &mut settled);
    scope.narrow(&reading, &mut settled);
    settled
}

/// A participle is a verb ("was convinced by") or an adjective ("was convinced that"): whichever reading fits better.
fn surer(verbal: Option<Attribution>, adjectival: Option<Attribution>) -> Option<Attribution> {
    match (verbal, adjectival) {
        (Some(verbal), Some(adjectival)) if adjectival.confidence > verbal.confidence => Some(adjectival),
        (Some(verbal), _) => Some(verbal),
        (None, adjectival) => adjectival,
    }
}

/// Whether token `i` of a sentence may be the head of a cue at all: most are not, by their word or by their tag.
fn may_head(reading: &Reading<'_>, sentence: &Sentence, i: usize) -> bool {
    match reading.tags[i] {
        // nothing but a quotation makes an unlisted verb attribute
        Tag::Finite | Tag::Base | Tag::Participle | Tag::Ing => {
            reading.heads(i).listed() || sentence.waits < i as u32
        }
        Tag::Noun => reading.heads(i).listed(),
        Tag::Adjective | Tag::Adverb => reading.heads(i).listed() || reading.is(i, Class::Hearsay),
        Tag::Comma => reading.kind(i + 1) == Some(Token::Mark),
        Tag::Break => matches!(reading.kind(i), Some(Token::Colon | Token::Dash | Token::Bullet)),
        Tag::Preposition => {
            reading.is_one_of(i, words!["according", "against"])
                || reading.is_one_of(i, words!["in", "from", "by", "to"]) && sentence.views
        }
        _ => false,
    }
}

/// The candidate whose cue has its head in the verb at token `i`.
fn verb_candidate(reading: &Reading<'_>, i: usize) -> Option<Attribution> {
    let heads = reading.heads(i);
    let quoted = reading.may_wait(i);
    if !heads.listed() && !quoted {
        return None;
    }
    let group = reading.verb_group(i);
    match listed_verb(reading, group, heads) {
        Some(found) if found.confidence >= 0.5 => Some(found),
        unsure if quoted => reading.by_quotation(group).or(unsure),
        unsure => unsure,
    }
}

/// What the lexicon's entries make of a verb.
fn listed_verb(reading: &Reading<'_>, group: VerbGroup, heads: Heads) -> Option<Attribution> {
    if heads.impersonal()
        && let Some(found) = reading.with_dummy(group)
    {
        return Some(found);
    }
    if heads.raises()
        && let Some(found) = reading.raised(group)
    {
        return Some(found);
    }
    let verbal = if heads.part(Part::Verb) { reading.verbal(group) } else { None };
    if heads.part(Part::Adjective) { surer(verbal, reading.adjectival(group.head)) } else { verbal }
}

/// What the lexicon's entries make of a noun.
fn listed_noun(reading: &Reading<'_>, i: usize) -> Option<Attribution> {
    let heads = reading.heads(i);
    if heads.part(Part::Noun)
        && let Some(found) = reading.nominal(i)
    {
        return Some(found);
    }
    if heads.impersonal()
        && let Some(found) = reading.impersonal(i)
    {
        return Some(found);
    }
    if heads.part(Part::Adjective) { reading.adjectival(i) } else { None }
}

/// The candidate whose cue has its head at token `i`.
fn candidate(reading: &Reading<'_>, i: usize) -> Option<Attribution> {
    match reading.tag(i) {
        tag if tag.is_verb() => verb_candidate(reading, i),
        Tag::Noun => listed_noun(reading, i),
        Tag::Adjective | Tag::Adverb => {
            let nobody = reading.hearsay(i).or_else(|| reading.impersonal(i)).or_else(|| reading.raising(i));
            nobody.or_else(|| reading.adjectival(i))
        }
        Tag::Break => reading.colon(i).or_else(|| reading.signed(i)),
        Tag::Comma => reading.introduced(i),
        Tag::Preposition => {
            let beside =
                reading.according_to(i).or_else(|| reading.in_poll(i)).or_else(|| reading.viewpoint(i));
            beside.or_else(|| reading.against(i))
        }
        _ => None,
    }
}
