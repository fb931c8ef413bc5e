//! Writes the answers of a stream in the order of its lines.

use std::io::Write;
use std::ops::ControlFlow;

use super::answers::Answers;
use super::line::BadLine;
use super::report::StreamReport;
use crate::error::StreamError;

pub(super) type OnBadLine<'e> = dyn FnMut(&BadLine) + 'e;
pub(super) type WriteBadLine<'e> = dyn FnMut(&BadLine, &mut Vec<u8>) + 'e;
pub(super) type OnProgress<'e> = dyn FnMut(&StreamReport) -> ControlFlow<()> + 'e;

/// The output side of a stream: the writer, the callbacks and the report.
pub(super) struct Output<'e, W> {
    pub(super) writer: W,
    pub(super) on_bad_line: Box<OnBadLine<'e>>,
    pub(super) write_bad_line: Box<WriteBadLine<'e>>,
    pub(super) on_progress: Box<OnProgress<'e>>,
    pub(super) report: StreamReport,
}

impl<W: Write> Output<'_, W> {
    pub(super) fn write(&mut self, answers: &Answers) -> Result<ControlFlow<()>, StreamError> {
        for part in &answers.parts {
            self.report.articles += part.articles;
            let mut written = 0;
            for (place, bad) in &part.bad {
                // a `work` function that removes bytes from the buffer could make it shorter than
                // `place`
                let place = (*place).clamp(written, part.output.len());
                self.put(&part.output[written..place])?;
                written = place;
                (self.on_bad_line)(bad);
                let mut line = Vec::new();
                (self.write_bad_line)(bad, &mut line);
                self.put(&line)?;
                self.report.add(bad);
            }
            self.put(&part.output[written..])?;
        }
        self.report.lines = answers.read.lines;
        self.report.bytes = answers.read.bytes;
        self.writer.flush().map_err(|source| self.failed(source))?;
        Ok((self.on_progress)(&self.report))
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), StreamError> {
        self.writer.write_all(bytes).map_err(|source| self.failed(source))
    }

    pub(super) fn close(mut self, complete: bool) -> Result<StreamReport, StreamError> {
        self.writer.flush().map_err(|source| self.failed(source))?;
        self.report.complete = complete;
        Ok(self.report)
    }

    fn failed(&self, source: std::io::Error) -> StreamError {
        StreamError::Write { after_line: self.report.lines, source }
    }
}
