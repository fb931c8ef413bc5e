//! Contract: a panic in a crate that reads a corrupt file is an error of that file, not the end of
//! the run.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether a panic of this thread is reported by [`isolated`].
    static ISOLATED: Cell<bool> = const { Cell::new(false) };
}

/// Calls `work`; if it panics, returns the message. What `work` changed must not be used then.
pub fn isolated<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !ISOLATED.get() {
                report(panic);
            }
        }));
    });
    let before = ISOLATED.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    ISOLATED.set(before);
    done.map_err(|panic| {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        text.unwrap_or("unknown error").to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::isolated;

    #[test]
    fn a_panic_is_an_error() {
        assert_eq!(isolated(|| 1), Ok(1));
        assert_eq!(isolated(|| -> u8 { panic!("no {}", 2) }), Err("no 2".to_owned()));
    }
}
