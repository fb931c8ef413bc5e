//! What can go wrong when an extractor is made, and when a stream runs.

use std::io;

use thiserror::Error;

/// Why an [`Extractor`](crate::Extractor) could not be made.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The least confidence is not a share.
    #[error("the least confidence is {0}, but it must lie between 0 and 1")]
    Confidence(f32),
    /// Work needs a thread to run on.
    #[error("0 threads can do no work; leave the number out to use all cores")]
    NoThreads,
    /// The system refused the threads.
    #[error("{threads} threads could not be started: {reason}")]
    #[non_exhaustive]
    Threads {
        /// How many were asked for.
        threads: usize,
        /// What the system said.
        reason: String,
    },
}

/// Why a [`Stream`](crate::Stream) ended early: its reader or its writer failed. Bad lines never end a stream.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StreamError {
    /// The reader failed. What was read before is written.
    #[error("reading failed after line {after_line}: {source}")]
    #[non_exhaustive]
    Read {
        /// The last line that was read whole.
        after_line: u64,
        /// What the reader said.
        source: io::Error,
    },
    /// The writer failed.
    #[error("writing failed; everything up to line {after_line} of the input is written: {source}")]
    #[non_exhaustive]
    Write {
        /// The last line of the input of which everything was handed to the writer.
        after_line: u64,
        /// What the writer said.
        source: io::Error,
    },
}

impl StreamError {
    /// What the reader or the writer said.
    pub fn io(&self) -> &io::Error {
        match self {
            StreamError::Read { source, .. } | StreamError::Write { source, .. } => source,
        }
    }
}
