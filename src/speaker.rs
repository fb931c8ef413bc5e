//! Contract: every attribution gets at most one speaker; a speaker's mentions are in order and disjoint.

use crate::attribution::Attribution;
use crate::text::{Run, Text};

/// One who speaks in an article: a person, a group, a document.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The fullest name or description that the article gives.
    pub name: Run,
    /// What the article says this person is ("head of the Russian delegation").
    pub role: Option<Run>,
    /// Every mention that was linked, pronouns included.
    pub mentions: Vec<Run>,
}

/// The speakers of an article, and which of them each attribution has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub members: Vec<Member>,
    /// For each attribution the index of its speaker.
    pub of: Vec<Option<u32>>,
}

impl Cast {
    pub fn of(_text: &Text<'_>, attributions: &[Attribution]) -> Self {
        Cast { members: Vec::new(), of: vec![None; attributions.len()] }
    }
}
