//! What is said when the stream of a file with many articles ends before its input does.

use std::io;

use super::progress::Progress;
use super::sink::Sink;
use crate::cli::input::Many;
use crate::cli::say;
use crate::{StreamError, StreamReport};

/// Where the stream of a file with many articles ended.
pub(super) struct Ending<'r> {
    pub many: &'r Many,
    pub out: &'r Sink,
    /// The length of the output up to the last chunk.
    pub whole: u64,
    /// Whether the same command goes on by itself.
    pub resumes: bool,
    /// The lines that an earlier run processed.
    pub done_before: u64,
}

impl Ending<'_> {
    /// Says how to go on if the input did not end, or why it could not.
    pub fn tell(&self, progress: &mut Progress, done: Result<StreamReport, StreamError>) -> io::Result<()> {
        let (path, unit) = (say::path(&self.many.path), self.many.unit());
        let (done_before, written) = (self.done_before, self.out.describe(self.whole));
        match done {
            Ok(done) if !done.complete => progress.trouble(format_args!(
                "{path}: interrupted; everything up to {unit} {lines} is written{written}; {}",
                self.again(done.lines),
                lines = done.lines
            )),
            Ok(done) if done.lines < done_before => progress.trouble(format_args!(
                "{path}: there are only {} {unit}s, so nothing comes after {unit} {done_before}",
                done.lines
            )),
            Ok(_) => {}
            Err(StreamError::Write { source, after_line, .. })
                if source.kind() != io::ErrorKind::BrokenPipe =>
            {
                let message = if self.out.is_table() {
                    format!("{source}; the table is not complete and cannot be read: start again")
                } else {
                    format!(
                        "{source}; everything up to {unit} {after_line} of {path} is written{written}, what \
                         follows is not complete: cut it, and {}",
                        self.again(after_line)
                    )
                };
                return Err(io::Error::new(source.kind(), message));
            }
            Err(StreamError::Write { source, .. }) => return Err(source),
            Err(error) => progress.trouble(self.many.describe_end(&error)),
        }
        Ok(())
    }

    fn again(&self, lines: u64) -> String {
        if self.resumes {
            "the same command goes on from there".to_owned()
        } else {
            format!("resume with --resume-after {lines}")
        }
    }
}
