//! The limit to the number of threads.

use std::thread;

use super::say::say;

/// The most threads per core: more only cost memory.
const MOST_A_CORE: usize = 4;

/// The number of threads to start for `--threads`.
pub fn capped(wanted: usize) -> usize {
    let most = MOST_A_CORE * thread::available_parallelism().map_or(1, usize::from);
    if wanted > most {
        say(format_args!(
            "--threads {wanted}: more than {MOST_A_CORE} a core make nothing faster; using {most}"
        ));
    }
    wanted.min(most)
}
