//! Contract: every attribution has a content; its pieces are in order and disjoint, and neither its
//! cue nor its source overlaps them. Attributions are sorted by their first token.
//!
//! A lexicon cue in a frame makes a candidate with a confidence. Overlapping candidates are then
//! settled, and unattributed quotations are joined to the statement that they continue.

mod addressee;
mod answers;
mod around;
mod clip_to_clause;
mod closing_remark;
mod continuation;
mod explain;
mod fill;
mod finding;
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
mod pieces;
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
use in_context::may_reach;
use pseudo_cue::{is_label, is_pseudo_cue};
pub(crate) use score::Evidence;
use smallvec::SmallVec;

pub use explain::Verdict;
pub(crate) use explain::{Considered, explain};
pub use scope::Scope;

/// How a statement is reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// The speaker's own words, all between quotation marks.
    Direct,
    /// The writer's paraphrase, without quotation marks.
    Indirect,
    /// Partly quoted.
    Mixed,
}

/// The pieces of a content: usually one or two.
pub(crate) type Pieces = SmallVec<[Run; 2]>;

impl From<Run> for Pieces {
    fn from(run: Run) -> Self {
        SmallVec::from_buf_and_len([run, Run::default()], 1)
    }
}

/// One attributed statement, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    /// The pieces of the content, in order and disjoint; never empty.
    pub content: Pieces,
    /// The cue with its auxiliaries, negation, adverbs and particles.
    pub cue: Option<Run>,
    /// The token of the cue that carries the meaning ("said" in "has repeatedly said"), and its
    /// lexicon entry, if any.
    pub head: Option<(usize, Option<&'static Cue>)>,
    /// The frame that the content fills, such as a that-clause or an infinitive; `None` for fixed
    /// shapes such as "according to".
    pub frame: Option<Frame>,
    /// The noun phrase of the speaker.
    pub source: Option<Run>,
    pub kind: Kind,
    /// What the speaker does.
    pub act: AttributionType,
    /// The grammatical form of the content.
    pub form: Form,
    /// How likely this is to be an attribution, from 0 to 1: a product of evidence until it is
    /// settled, a probability after.
    pub confidence: f32,
    /// The evidence for the confidence.
    pub evidence: Evidence,
}

impl Attribution {
    /// What the speaker does: the cue's group in the lexicon.
    pub fn group(&self) -> Option<CueGroup> {
        self.head.and_then(|(_, cue)| cue).map(|cue| cue.group)
    }

    /// An attribution from a content and its cue; the token `head` carries the cue's meaning.
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

    /// Sets the cue's lexicon entry and the frame that the content fills.
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

    /// Sets the evidence, and the confidence computed from it.
    fn with_evidence(self, evidence: Evidence) -> Self {
        Attribution { evidence, confidence: evidence.confidence(), ..self }
    }

    /// A content without cue or source, for the examples of rules.
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

    /// Whether it is an unattributed quotation that continues no other statement.
    pub fn is_orphan(&self) -> bool {
        self.evidence.is_of(score::Row::Orphan)
    }

    /// Whether it is an answer of an interview without labels.
    pub fn is_answer(&self) -> bool {
        self.evidence.is_of(score::Row::Turn) && self.source.is_none()
    }

    /// Whether it is a list item or a paragraph under a sentence with the cue.
    pub fn is_under_cue(&self) -> bool {
        self.evidence.is_of(score::Row::UnderCue)
    }

    /// Its first token; relies on the order of the pieces.
    fn first(&self) -> u32 {
        let start = |run: Option<Run>| run.map_or(u32::MAX, |run| run.start);
        start(self.cue).min(start(self.source)).min(start(self.content.first().copied()))
    }
}

/// Loads the data needed to find attributions; otherwise the first text pays for loading it.
pub(crate) fn prepare() {
    crate::syntax::prepare();
    score::prepare();
}

/// Finds the attributions of a text that are in `scope` and have at least the confidence `least`; a
/// low `least` also lets in unlikely ones.
pub(crate) fn find<'t>(syntax: &Syntax<'t>, scope: Scope, least: f32) -> List<'t, Attribution> {
    let text = syntax.text;
    let mut candidates = List::with_capacity_in(text.sentences.runs.len(), text.arena);
    let needed = settle::needed(least);
    for (sentence, heads) in syntax.sentences() {
        let allowed = shapes::allowed(sentence);
        for i in heads.iter().map(|&i| i as usize) {
            if let Some(mut found) = shapes::candidate(syntax, sentence, allowed, i)
                && may_reach(&found, needed)
                && !is_pseudo_cue(syntax, i)
                && !is_label(syntax, i)
            {
                clip_to_clause(syntax, &mut found);
                candidates.push(found);
            }
        }
    }
    candidates.extend(answers::answers(syntax));
    let mut settled = settle::settle(syntax, candidates, scope, least);
    form::classify(syntax, &mut settled);
    scope.narrow(syntax, &mut settled);
    pieces::check(&mut settled);
    settled
}
