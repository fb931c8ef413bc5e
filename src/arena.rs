//! Contract: what the passes note of a text lies in memory that its thread uses again for the next one; a text costs no
//! allocation but for its result.

use std::cell::Cell;

pub(crate) use bumpalo::Bump as Arena;
pub(crate) use bumpalo::collections::{String as ArenaString, Vec as List};

/// A thread keeps no more memory than this, which is what a text of 2 MB takes.
const MOST_KEPT: usize = 64 << 20;

thread_local! {
    /// The memory for the next text.
    static SPARE: Cell<Arena> = Cell::default();
}

/// Does `work` with an empty arena.
pub(crate) fn with<R>(work: impl FnOnce(&Arena) -> R) -> R {
    let mut arena = SPARE.take();
    let result = work(&arena);
    if arena.allocated_bytes() <= MOST_KEPT {
        arena.reset();
        SPARE.set(arena);
    }
    result
}
