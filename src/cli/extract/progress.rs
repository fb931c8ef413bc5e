//! Reports on the standard error: errors, a progress bar if it is a terminal, a summary.

use std::fmt::Display;
use std::fs;
use std::io::{IsTerminal, stderr};
use std::time::Instant;

use super::super::bar::Bar;
use super::super::input::{Many, Source};
use super::super::say::say;
use super::output::Output;

/// Counts what was read and what could not be read.
pub struct Progress {
    /// Follows the number of bytes read; hidden if the standard error is not a terminal.
    pub bar: Bar,
    pub troubles: u64,
    pub articles: u64,
    pub bytes: u64,
    start: Instant,
}

impl Progress {
    pub fn new(sources: &[Source]) -> Self {
        // no bar if the marked articles go to the same terminal
        let watched = stderr().is_terminal() && !std::io::stdout().is_terminal();
        let bar = Bar::new(size(sources), watched);
        Progress { bar, troubles: 0, articles: 0, bytes: 0, start: Instant::now() }
    }

    pub fn trouble(&mut self, what: impl Display) {
        self.troubles += 1;
        self.bar.suspend(|| say(what));
    }

    /// Reports something that is no error.
    pub fn remark(&self, what: impl Display) {
        self.bar.suspend(|| say(what));
    }

    /// Updates the numbers of articles and bytes.
    pub fn reached(&mut self, articles: u64, bytes: u64) {
        (self.articles, self.bytes) = (articles, bytes);
        self.bar.set_articles(articles);
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Prints the totals and the speed.
    pub fn summary(&self, output: &Output) {
        let seconds = self.start.elapsed().as_secs_f64().max(1e-9);
        // for display only, and exact below 2^53
        #[allow(clippy::cast_precision_loss)]
        let kilobytes = self.bytes as f64 / 1e3;
        for (category, statements) in output.counts() {
            say(format_args!("{statements:>9} {category}"));
        }
        say(format_args!(
            "{} {}, {kilobytes:.0} kB, read and written in {:.1} ms: {:.1} MB/s",
            self.articles,
            if self.articles == 1 { "article" } else { "articles" },
            seconds * 1e3,
            kilobytes / 1e3 / seconds,
        ));
        if self.troubles > 0 {
            say(format_args!("{} {}", self.troubles, if self.troubles == 1 { "error" } else { "errors" }));
        }
    }
}

/// The total size of the sources' files; `None` if it is unknown, as for the standard input.
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
