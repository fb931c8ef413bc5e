//! A rule of a rule set, compiled.

use super::clause::ClauseTest;
use super::drafts::Tests;
use super::node::Written;
use super::pattern::Pattern;
use super::postings::PatternId;
use crate::attribution::Kind;
use crate::lexicon::{AttributionType, CueGroup, Form, Frame, WordId};

/// A compiled rule.
#[derive(Debug)]
pub(crate) struct Rule {
    pub id: Written,
    pub category: usize,
    pub priority: i32,
    /// Dictionary forms, word by word.
    pub cues: Vec<RuleCue>,
    pub groups: Vec<CueGroup>,
    pub frames: Vec<Frame>,
    pub kinds: Vec<Kind>,
    pub types: Vec<AttributionType>,
    pub forms: Vec<Form>,
    pub negated: Option<bool>,
    /// Bits of [`Source`]; 0 if not tested.
    pub sources: u8,
    pub clause: Option<ClauseTest>,
    pub any: Vec<Pattern>,
    pub all: Vec<Pattern>,
    pub none: Vec<Pattern>,
}

impl Rule {
    /// All patterns.
    pub fn patterns(&self) -> impl Iterator<Item = (PatternId, &Pattern)> {
        self.any.iter().chain(&self.all).chain(&self.none).enumerate().map(|(n, p)| (n as PatternId, p))
    }

    /// The pattern with this index.
    pub fn pattern(&self, id: PatternId) -> &Pattern {
        let (any, all) = (self.any.len(), self.all.len());
        match id as usize {
            n if n < any => &self.any[n],
            n if n < any + all => &self.all[n - any],
            n => &self.none[n - any - all],
        }
    }

    /// Whether the rule tests the cue.
    pub fn asks_cue(&self) -> bool {
        !self.cues.is_empty() || !self.groups.is_empty()
    }

    /// Whether the rule matches without any pattern.
    pub fn needs_no_pattern(&self) -> bool {
        self.any.is_empty() && self.all.is_empty()
    }

    pub(super) fn tests(&self) -> Tests<'_> {
        Tests { positive: [&self.any, &self.all], exceptions: &self.none }
    }

    /// Whether the rule tests only patterns: not the cue, the speaker or the kind.
    pub fn asks_patterns_only(&self) -> bool {
        self.asks_content_only() && self.kinds.is_empty() && self.clause.is_none()
    }

    /// Whether the rule tests only properties of the content.
    pub fn asks_content_only(&self) -> bool {
        !self.asks_cue()
            && self.frames.is_empty()
            && self.types.is_empty()
            && self.forms.is_empty()
            && self.negated.is_none()
            && self.sources == 0
    }
}

/// A cue that a rule tests.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RuleCue {
    /// The words of its dictionary form.
    pub words: Box<[WordId]>,
    /// If false, "apologize" also matches "apologize for".
    pub only: bool,
}

impl RuleCue {
    /// Whether this matches the cue with these words.
    pub fn names(&self, lemma: WordId, rest: &[WordId]) -> bool {
        self.words[0] == lemma && (&self.words[1..] == rest || self.words.len() == 1 && !self.only)
    }
}
