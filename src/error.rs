//! The errors of building an extractor and of running a stream.

use std::io;

use thiserror::Error;

/// Why [`ExtractorBuilder::build`](crate::ExtractorBuilder::build) failed.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The minimum confidence is not between 0 and 1.
    #[error("the minimum confidence is {0}; it must be between 0 and 1")]
    Confidence(f32),
    /// The number of threads is 0.
    #[error("the number of threads is 0; it must be at least 1, or omitted to use all cores")]
    NoThreads,
    /// The system could not start the threads.
    #[error("cannot start {threads} threads: {reason}")]
    #[non_exhaustive]
    Threads {
        /// The number of threads requested.
        threads: usize,
        /// The system's error message.
        reason: String,
    },
}

/// Why a [`Stream`](crate::Stream) ended early: its reader or its writer failed. Invalid lines do
/// not end a stream.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StreamError {
    /// The reader failed. The output for everything read before is written.
    #[error("reading failed after line {after_line}: {source}")]
    #[non_exhaustive]
    Read {
        /// The last line that was read completely.
        after_line: u64,
        /// The reader's error.
        source: io::Error,
    },
    /// The writer failed.
    #[error("writing failed; everything up to line {after_line} of the input is written: {source}")]
    #[non_exhaustive]
    Write {
        /// The last line of the input whose output was passed to the writer completely.
        after_line: u64,
        /// The writer's error.
        source: io::Error,
    },
}

impl StreamError {
    /// The error of the reader or the writer.
    pub fn io(&self) -> &io::Error {
        match self {
            StreamError::Read { source, .. } | StreamError::Write { source, .. } => source,
        }
    }
}
