//! Contract: a question that was asked shortly before gets the same answer without being looked
//! into.
//!
//! The shapes that are tried at one word, and the frames of its cues, ask about the same verb and
//! the same noun phrases: half of the questions below are repeated. Remembering a few answers saves
//! 1 % of the instructions of the whole job.

use super::verb_group::VerbGroup;
use std::cell::Cell;

/// How many noun phrases are remembered.
const CORES: usize = 8;

/// The answers to the last questions of two kinds.
pub(super) struct Memo {
    group: Cell<Option<VerbGroup>>,
    cores: [Cell<Core>; CORES],
}

/// A noun phrase that was asked for.
#[derive(Clone, Copy)]
struct Core {
    start: usize,
    stop: usize,
    end: Option<usize>,
}

impl Memo {
    pub fn new() -> Self {
        const NONE: Core = Core { start: usize::MAX, stop: 0, end: None };
        Memo { group: Cell::new(None), cores: [const { Cell::new(NONE) }; CORES] }
    }

    /// The group of the verb at `head`.
    #[inline]
    pub fn group(&self, head: usize, find: impl FnOnce() -> VerbGroup) -> VerbGroup {
        if let Some(group) = self.group.get().filter(|group| group.head == head) {
            return group;
        }
        let group = find();
        self.group.set(Some(group));
        group
    }

    /// The end of the noun phrase that starts at `start`, as far as `stop`.
    #[inline]
    pub fn core_end(&self, start: usize, stop: usize, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let place = &self.cores[start % CORES];
        let known = place.get();
        if known.start == start && known.stop == stop {
            return known.end;
        }
        let end = find();
        place.set(Core { start, stop, end });
        end
    }
}
