//! What a run reports on the standard error: troubles, progress where a terminal shows it, a summary.

use std::fmt::Display;
use std::fs;
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::super::input::{Many, Source};
use super::output::Output;

/// What was read and what could not be.
pub struct Progress {
    /// Moves with the bytes that are read; hidden where nobody watches.
    pub bar: ProgressBar,
    pub troubles: u64,
    pub articles: u64,
    pub bytes: u64,
    start: Instant,
}

impl Progress {
    pub fn new(sources: &[Source]) -> Self {
        // beside marked articles in the same terminal a bar would only be in the way
        let watched = stderr().is_terminal() && !std::io::stdout().is_terminal();
        let target = if watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let size = size(sources);
        let bar = ProgressBar::with_draw_target(size, target);
        let shown = match size {
            Some(_) => "{wide_bar} {bytes} of {total_bytes}, {binary_bytes_per_sec}, {msg}, {eta} left",
            None => "{spinner} {bytes}, {binary_bytes_per_sec}, {msg}",
        };
        bar.set_style(ProgressStyle::with_template(shown).expect("the template is well-formed"));
        if watched {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Progress { bar, troubles: 0, articles: 0, bytes: 0, start: Instant::now() }
    }

    pub fn trouble(&mut self, what: impl Display) {
        self.troubles += 1;
        self.bar.suspend(|| eprintln!("{what}"));
    }

    /// So many articles and bytes are done.
    pub fn reached(&mut self, articles: u64, bytes: u64) {
        (self.articles, self.bytes) = (articles, bytes);
        self.bar.set_message(format!("{articles} articles"));
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// What was done in all, and how fast.
    pub fn summary(&self, output: &Output) {
        let seconds = self.start.elapsed().as_secs_f64().max(1e-9);
        // display only: figures below 2^53 are exact
        #[allow(clippy::cast_precision_loss)]
        let kilobytes = self.bytes as f64 / 1e3;
        for (category, statements) in output.counts() {
            eprintln!("{statements:>9} {category}");
        }
        eprintln!(
            "{} {}, {kilobytes:.0} kB, read and written in {:.1} ms: {:.1} MB/s",
            self.articles,
            if self.articles == 1 { "article" } else { "articles" },
            seconds * 1e3,
            kilobytes / 1e3 / seconds,
        );
        if self.troubles > 0 {
            eprintln!("{} could not be read", self.troubles);
        }
    }
}

/// How many bytes the sources' files have, as far as the system tells; none where one is no file.
fn size(sources: &[Source]) -> Option<u64> {
    let size = |source: &Source| match source {
        Source::Many(many) if many.is_standard_input() => None,
        Source::Many(Many { path, .. }) | Source::Article(path, _) => {
            fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len())
        }
        Source::Unreadable(..) => Some(0),
    };
    sources.iter().map(size).sum()
}
