//! Contract: the intermediate results of the passes are allocated in an arena that its thread
//! reuses for the next text. Only the final result is allocated on the heap.

use std::cell::Cell;

pub(crate) use bumpalo::Bump as Arena;
pub(crate) use bumpalo::collections::{String as ArenaString, Vec as List};

/// A larger arena is freed instead of reused; few parts of a text need as much.
const MOST_KEPT: usize = 32 << 20;

/// More than the passes need for a part of a text.
const LONG: usize = 34 << 20;

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

/// An arena for the parts of a long text, one after the other. It is one piece of memory, of which
/// only what is used counts, and larger than what an allocator keeps for itself when it is freed.
pub(crate) fn for_parts() -> Arena {
    Arena::with_capacity(LONG)
}
