//! A progress line on the standard error, drawn a few times a second while work goes on.

use std::io::{self, Read, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use console::Term;

/// The time between two drawings.
const INTERVAL: Duration = Duration::from_millis(200);

/// Counts what was read and shows it; clones share the counts.
#[derive(Clone)]
pub struct Bar {
    shared: Arc<Shared>,
}

struct Shared {
    shown: AtomicBool,
    /// The number of bytes to read, if it is known.
    size: Option<u64>,
    read: AtomicU64,
    articles: AtomicU64,
    start: Instant,
    /// Held while something is written to the terminal; whether the line is there.
    drawn: Mutex<bool>,
}

impl Bar {
    /// A bar that shows nothing.
    pub fn hidden() -> Self {
        Bar::new(None, false)
    }

    /// A bar for `size` bytes, which is drawn if `shown`.
    pub fn new(size: Option<u64>, shown: bool) -> Self {
        let shared = Arc::new(Shared {
            shown: shown.into(),
            size,
            read: AtomicU64::new(0),
            articles: AtomicU64::new(0),
            start: Instant::now(),
            drawn: Mutex::new(false),
        });
        if shown {
            let watched = Arc::downgrade(&shared);
            // ends with the bar, or when it is finished
            thread::spawn(move || {
                loop {
                    thread::sleep(INTERVAL);
                    let Some(shared) = watched.upgrade() else { break };
                    if !shared.draw() {
                        break;
                    }
                }
            });
        }
        Bar { shared }
    }

    pub fn set_articles(&self, articles: u64) {
        self.shared.articles.store(articles, Ordering::Relaxed);
    }

    /// A reader whose bytes are counted.
    pub fn wrap_read<R: Read>(&self, reader: R) -> Counted<R> {
        Counted { reader, bar: self.clone() }
    }

    /// Calls `write`, which writes to the terminal, without the line in its way.
    pub fn suspend(&self, write: impl FnOnce()) {
        let mut drawn = self.shared.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        clear(&mut drawn);
        write();
    }

    /// Removes the line; it is not drawn again.
    pub fn finish_and_clear(&self) {
        self.shared.shown.store(false, Ordering::Relaxed);
        clear(&mut self.shared.drawn.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Shared {
    /// Draws the line; returns whether the bar is still shown.
    fn draw(&self) -> bool {
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.shown.load(Ordering::Relaxed) {
            return false;
        }
        let (read, articles) = (self.read.load(Ordering::Relaxed), self.articles.load(Ordering::Relaxed));
        let width = usize::from(Term::stderr().size_checked().map_or(80, |(_, columns)| columns));
        let line = line(read, self.size, articles, self.start.elapsed(), width.saturating_sub(1));
        // a terminal that is gone needs no line
        let _ = write!(io::stderr().lock(), "\r{line}\x1b[K");
        *drawn = true;
        true
    }
}

fn clear(drawn: &mut bool) {
    if std::mem::take(drawn) {
        let _ = write!(io::stderr().lock(), "\r\x1b[K");
    }
}

/// The line: "[####      ] 12.0 of 48.0 MB, 4.0 MB/s, 1200 articles, 9 s left".
fn line(read: u64, size: Option<u64>, articles: u64, elapsed: Duration, width: usize) -> String {
    // for display only, and exact below 2^53
    #[allow(clippy::cast_precision_loss)]
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let rate = megabytes(read) / elapsed.as_secs_f64().max(1e-9);
    let of = size.map(|size| format!(" of {:.1}", megabytes(size))).unwrap_or_default();
    let mut line = format!("{:.1}{of} MB, {rate:.1} MB/s, {articles} articles", megabytes(read));
    if let Some(size) = size.filter(|&size| size > 0 && read > 0) {
        let left = elapsed.as_secs_f64() * (megabytes(size) / megabytes(read) - 1.0).max(0.0);
        line += &format!(", {left:.0} s left");
        let room = width.saturating_sub(line.len() + 3).min(40);
        if room >= 8 {
            let done = (u128::from(read.min(size)) * room as u128 / u128::from(size)) as usize;
            line = format!("[{}{}] {line}", "#".repeat(done), " ".repeat(room - done));
        }
    }
    line.truncate(width);
    line
}

/// A reader whose bytes a [`Bar`] counts.
pub struct Counted<R> {
    reader: R,
    bar: Bar,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.bar.shared.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_fits_the_terminal() {
        let shown = |size, width| line(12_000_000, size, 1200, Duration::from_secs(3), width);
        assert_eq!(shown(None, 79), "12.0 MB, 4.0 MB/s, 1200 articles");
        assert_eq!(
            shown(Some(48_000_000), 72),
            format!(
                "[{}{}] 12.0 of 48.0 MB, 4.0 MB/s, 1200 articles, 9 s left",
                "#".repeat(4),
                " ".repeat(15)
            )
        );
        assert_eq!(shown(Some(48_000_000), 20), "12.0 of 48.0 MB, 4.0");
        assert_eq!(line(0, Some(0), 0, Duration::ZERO, 79), "0.0 of 0.0 MB, 0.0 MB/s, 0 articles");
    }

    #[test]
    fn bytes_are_counted() {
        let bar = Bar::hidden();
        io::copy(&mut bar.wrap_read(&b"four"[..]), &mut io::sink()).unwrap();
        assert_eq!(bar.shared.read.load(Ordering::Relaxed), 4);
    }
}
