//! Streams that stop before their end: everything read is written, the error or the report says how
//! far, and a second run can go on from there.

use std::io::{self, BufReader, Read, Write};
use std::ops::ControlFlow;

use dictum::{Extractor, Stream, StreamError};

/// A reader that fails once its bytes are used up.
struct Broken<'b>(&'b [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the line is dead")),
            read => Ok(read),
        }
    }
}

impl Write for Broken<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        match buffer.len().min(self.0.len()) {
            0 => Err(io::Error::other("the disk is full")),
            taken => {
                self.0 = &self.0[taken..];
                Ok(taken)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn if_reading_fails_everything_read_is_written() {
    let input = b"{\"id\":\"a\",\"text\":\"The mayor said yes.\"}\n{\"id\":\"b\"";
    let mut output = Vec::new();
    let error = Extractor::default().stream(BufReader::new(Broken(input)), &mut output).unwrap_err();
    assert!(matches!(error, StreamError::Read { after_line: 1, .. }), "{error}");
    assert_eq!(output.split(|&byte| byte == b'\n').count(), 2, "one record and its line feed");
}

#[test]
fn if_writing_fails_the_error_gives_the_last_line_written() {
    let input = "{\"id\":\"a\",\"text\":\"The mayor said yes.\"}\n".repeat(10);
    let error = Extractor::default().stream(input.as_bytes(), Broken(&[0; 100])).unwrap_err();
    assert!(matches!(error, StreamError::Write { after_line: 0, .. }), "{error}");
    assert_eq!(
        error.to_string(),
        "writing failed; everything up to line 0 of the input is written: the disk is full"
    );
}

/// More than three chunks for one thread, so that no buffer holds all lines.
fn many_lines() -> String {
    let line = |i| format!("{{\"id\":\"{i}\",\"text\":\"The mayor said yes.\"}}\n");
    (1..=20_000).map(line).collect::<Vec<_>>().concat()
}

#[test]
fn a_stopped_stream_can_be_resumed() {
    let input = many_lines();
    let extractor = Extractor::builder().threads(1).build().unwrap();
    let mut whole = Vec::new();
    let report = extractor.stream(input.as_bytes(), &mut whole).unwrap();
    assert!(report.complete);

    let mut parts = Vec::new();
    let stop = Stream::new(&extractor).on_progress(|_| ControlFlow::Break(()));
    let report = stop.run(input.as_bytes(), &mut parts).unwrap();
    assert!(!report.complete && report.lines > 0 && report.lines < 20_000, "{report:?}");
    let rest = Stream::new(&extractor).resume_after(report.lines);
    let rest = rest.run(input.as_bytes(), &mut parts).unwrap();
    assert!(rest.complete);
    assert_eq!(rest.lines, 20_000);
    assert_eq!(report.articles + rest.articles, 20_000);
    assert!(parts == whole, "the parts make up the whole");
}

#[test]
fn a_stream_can_be_resumed_after_its_writer_failed() {
    let input = many_lines();
    let extractor = Extractor::builder().threads(2).build().unwrap();
    let mut whole = Vec::new();
    extractor.stream(input.as_bytes(), &mut whole).unwrap();

    let room = vec![0; whole.len() * 3 / 4];
    let error = extractor.stream(input.as_bytes(), Broken(&room)).unwrap_err();
    let StreamError::Write { after_line, .. } = error else { panic!("{error}") };
    assert!(after_line > 0);
    let mut rest = Vec::new();
    Stream::new(&extractor).resume_after(after_line).run(input.as_bytes(), &mut rest).unwrap();
    assert!(whole.ends_with(&rest));
    assert!(rest.starts_with(format!("{{\"version\":1,\"document\":\"{}\"", after_line + 1).as_bytes()));
}

#[test]
fn progress_is_reported_in_order_until_the_end() {
    let input = many_lines();
    let extractor = Extractor::builder().threads(2).build().unwrap();
    let mut heard = vec![0];
    let stream = Stream::new(&extractor).on_progress(|report| {
        heard.push(report.lines);
        ControlFlow::Continue(())
    });
    stream.run(input.as_bytes(), io::sink()).unwrap();
    assert!(heard.is_sorted());
    assert_eq!(heard.last(), Some(&20_000));
}
