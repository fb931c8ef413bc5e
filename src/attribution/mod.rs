//! Contract: every attribution has a content; its pieces are in order and disjoint, and neither its cue nor its source
//! overlaps them. Attributions come in the order of their first token.
//!
//! A cue of the lexicon in a frame makes a candidate with a confidence; overlapping candidates are settled, and
//! quotations that nothing attributes are joined to the statement that they continue.

mod addressee;
mod around;
mod clip_to_clause;
mod continuation;
mod explain;
mod fill;
mod following;
mod form;
mod frame;
mod glued;
mod in_context;
mod interrupted;
mod naming;
pub(crate) mod nesting;
mod orphan;
mod own_words;
mod past_adjuncts;
mod preceding;
mod pseudo_cue;
mod quoted_content;
mod scope;
mod score;
mod settle;
mod shapes;

use crate::arena::List;
use crate::lexicon::{AttributionType, Cue, CueGroup, Form, Frame};
use crate::syntax::Syntax;
use crate::text::Run;
use clip_to_clause::clip_to_clause;
use pseudo_cue::{is_label, is_pseudo_cue};
pub(crate) use score::Evidence;
use smallvec::SmallVec;

pub use explain::Verdict;
pub(crate) use explain::{Considered, explain};
pub use scope::Scope;

/// How the words of a statement are given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// The speaker's own words, all of them between quotation marks.
    Direct,
    /// The writer's words for what was said, without quotation marks.
    Indirect,
    /// Partly quoted.
    Mixed,
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
    /// From 0 to 1: how sure it is that this attributes at all; a product of evidence until it is settled, a probability after.
    pub confidence: f32,
    /// What the confidence is made of.
    pub evidence: Evidence,
}

impl Attribution {
    /// What the speaker does: the cue's group in the lexicon.
    pub fn group(&self) -> Option<CueGroup> {
        self.head.and_then(|(_, cue)| cue).map(|cue| cue.group)
    }

    /// A content and the cue that attributes it; token `head` carries the cue's meaning.
    fn new(content: impl Into<Pieces>, cue: Run, head: usize, evidence: Evidence) -> Self {
        Attribution {
            content: content.into(),
            cue: Some(cue),
            head: Some((head, None)),
            frame: None,
            source: None,
            kind: Kind::Indirect,
            act: AttributionType::Communication,
            form: Form::Clause,
            confidence: evidence.confidence(),
            evidence,
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

    /// Lowers the confidence by a factor.
    fn doubt(&mut self, factor: score::Factor) {
        self.evidence = self.evidence.with(factor);
        self.confidence = self.evidence.confidence();
    }

    /// With the confidence that `evidence` makes.
    fn with_evidence(self, evidence: Evidence) -> Self {
        Attribution { evidence, confidence: evidence.confidence(), ..self }
    }

    /// A content without cue and source, as rules' examples have it.
    pub fn of_content(content: impl Into<Pieces>) -> Self {
        Attribution {
            content: content.into(),
            cue: None,
            head: None,
            frame: None,
            source: None,
            kind: Kind::Indirect,
            act: AttributionType::Communication,
            form: Form::Clause,
            confidence: score::CERTAIN,
            evidence: Evidence::none(),
        }
    }

    /// Whether it is a quotation that no words attribute and that goes on from no other statement.
    pub fn is_orphan(&self) -> bool {
        self.evidence.is_of(score::Row::Orphan)
    }

    /// Whether it is an item of a list, or a paragraph, under a sentence with the cue.
    pub fn is_under_cue(&self) -> bool {
        self.evidence.is_of(score::Row::UnderCue)
    }

    /// Its first token; the pieces of its content are in order.
    fn first(&self) -> u32 {
        let start = |run: Option<Run>| run.map_or(u32::MAX, |run| run.start);
        start(self.cue).min(start(self.source)).min(start(self.content.first().copied()))
    }
}

/// Reads what finding attributions needs to know; without it, the first text waits for that.
pub(crate) fn prepare() {
    crate::syntax::prepare();
    score::prepare();
}

/// Finds the attributions of a text that are in `scope` and at least so sure, unlikely ones as far as that lets them in.
pub(crate) fn find<'t>(syntax: &Syntax<'t>, scope: Scope, least: f32) -> List<'t, Attribution> {
    let text = syntax.text;
    let mut candidates = List::with_capacity_in(text.sentences.runs.len(), text.arena);
    for (sentence, heads) in syntax.sentences() {
        for i in heads.iter().map(|&i| i as usize) {
            if let Some(mut found) = shapes::candidate(syntax, sentence, i)
                && !is_pseudo_cue(syntax, i)
                && !is_label(syntax, i)
            {
                clip_to_clause(syntax, &mut found);
                candidates.push(found);
            }
        }
    }
    let mut settled = settle::settle(syntax, candidates, least);
    form::classify(syntax, &mut settled);
    scope.narrow(syntax, &mut settled);
    settled
}
