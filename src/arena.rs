//! Contract: the intermediate results of the passes are allocated in an arena that its thread
//! reuses for the next text. Only the final result is allocated on the heap.

use std::cell::Cell;

pub(crate) use bumpalo::Bump as Arena;
pub(crate) use bumpalo::collections::{String as ArenaString, Vec as List};

/// A larger arena is freed instead of reused; a text of 2 MB needs this much.
const MOST_KEPT: usize = 64 << 20;

thread_local! {
    /// The arena for the next text.
    static SPARE: Cell<Arena> = Cell::default();
}

/// Calls `work` with an empty arena.
pub(crate) fn with<R>(work: impl FnOnce(&Arena) -> R) -> R {
    let mut arena = SPARE.take();
    let result = work(&arena);
    if arena.allocated_bytes() <= MOST_KEPT {
        arena.reset();
        SPARE.set(arena);
    }
    result
}
