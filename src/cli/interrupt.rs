//! Ctrl-C, and the signals by which a system ends programs: the run stops after the current record,
//! so that it can be resumed; a second one ends the program at once.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The exit status of an interrupted run.
pub const STATUS: u8 = 130;

/// A flag that is set when the program is to stop.
pub fn flag() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    for signal in signals() {
        use signal_hook::flag::{register, register_conditional_shutdown};
        // if a handler cannot be installed, the first signal ends the program
        let _ = register_conditional_shutdown(signal, STATUS.into(), Arc::clone(&flag))
            .and_then(|_| register(signal, Arc::clone(&flag)));
    }
    flag
}

#[cfg(unix)]
fn signals() -> impl Iterator<Item = i32> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    // `nohup` has SIGHUP ignored, and so it stays
    [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|&signal| signal != SIGHUP || !is_ignored(signal))
}

#[cfg(not(unix))]
fn signals() -> impl Iterator<Item = i32> {
    [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM].into_iter()
}

/// Whether the program was started with a signal ignored, where the system tells.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok());
    ignored.is_some_and(|bits| bits >> (signal - 1) & 1 != 0)
}
