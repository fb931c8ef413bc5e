//! The command `extract`: from articles to statements.

mod arguments;
mod brat;
mod html;
mod output;
mod progress;

use std::cell::RefCell;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::input::{self, Source};
use crate::{Extractor, RuleSet, Stream, StreamError};
pub use arguments::Arguments;
use arguments::Format;
use output::Output;
use progress::Progress;

/// How many article files are worked on before their output is written.
const FILES_AT_A_TIME: usize = 256;

/// Reads what the arguments name and writes what they ask for.
pub fn run(arguments: &Arguments) -> ExitCode {
    let sources = input::sources(&arguments.paths);
    if arguments.resume_after > 0 && !matches!(sources[..], [Source::StandardInput | Source::JsonLines(_)]) {
        eprintln!(
            "error: --resume-after counts the lines of one input of JSON Lines; give one path, or none"
        );
        return ExitCode::from(2);
    }
    let extractor = match extractor(arguments) {
        Ok(extractor) => extractor,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    let output = Output::new(arguments);
    let mut run = Run {
        extractor: &extractor,
        output: &output,
        arguments,
        interrupted: interrupted(),
        out: BufWriter::new(io::stdout()),
        progress: Progress::new(&sources),
    };
    let done = run.sources(&sources).and_then(|()| run.close());
    match done {
        Ok(()) => {}
        // whoever reads the output has seen enough
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => run.progress.trouble(format_args!("standard output: {error}")),
    }
    run.progress.finish();
    if arguments.summary || arguments.format == Format::Text {
        run.progress.summary(&output);
    }
    ExitCode::from(u8::from(run.progress.troubles > 0))
}

/// Set when the user interrupts the program: what is in flight is still written, so that the run can be resumed.
fn interrupted() -> Arc<AtomicBool> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&interrupted);
    // a second interrupt ends the program at once; without a handler the first one does
    let _ = ctrlc::set_handler(move || {
        if set.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
    interrupted
}

/// The extractor that the options ask for, or what is wrong with them.
fn extractor(arguments: &Arguments) -> Result<Extractor, String> {
    let mut builder = Extractor::builder().min_confidence(arguments.min_confidence);
    if let Some(path) = &arguments.rules {
        let rules = RuleSet::from_file(path).map_err(|error| error.to_string())?;
        builder = builder.rules(rules);
    }
    if let Some(threads) = arguments.threads {
        builder = builder.threads(threads);
    }
    builder.build().map_err(|error| error.to_string())
}

/// One run over all sources. Its errors are those of the output; troubles with the input are reported and passed over.
struct Run<'e, W> {
    extractor: &'e Extractor,
    output: &'e Output,
    arguments: &'e Arguments,
    interrupted: Arc<AtomicBool>,
    out: W,
    progress: Progress,
}

impl<W: Write> Run<'_, W> {
    fn sources(&mut self, sources: &[Source]) -> io::Result<()> {
        self.out.write_all(self.output.opening().as_bytes())?;
        // article files that follow each other are worked on together
        for group in sources.chunk_by(|a, b| matches!((a, b), (Source::Article(..), Source::Article(..)))) {
            for sources in group.chunks(FILES_AT_A_TIME) {
                if self.interrupted.load(Ordering::Relaxed) {
                    self.progress.trouble("interrupted");
                    return Ok(());
                }
                match &sources[0] {
                    Source::Article(..) => self.articles(sources)?,
                    Source::JsonLines(path) => match input::open(path, &self.progress.bar) {
                        Ok(reader) => self.json_lines(path, reader)?,
                        Err(error) => self.progress.trouble(format_args!("{}: {error}", path.display())),
                    },
                    Source::StandardInput => {
                        let reader = self.progress.bar.wrap_read(io::stdin());
                        self.json_lines(Path::new("-"), BufReader::with_capacity(1 << 16, reader))?;
                    }
                    Source::Unreadable(path, error) => {
                        self.progress.trouble(format_args!("{}: {error}", path.display()));
                    }
                }
            }
        }
        Ok(())
    }

    fn articles(&mut self, sources: &[Source]) -> io::Result<()> {
        let (extractor, output) = (self.extractor, self.output);
        let written = extractor.map_all(sources, |source| match source {
            Source::Article(path, id) => Some((path, article(extractor, output, path, id))),
            _ => None,
        });
        for (path, written) in written.into_iter().flatten() {
            match written {
                Ok((bytes, output)) => {
                    self.progress.reached(self.progress.articles + 1, self.progress.bytes + bytes as u64);
                    self.out.write_all(&output)?;
                }
                Err(message) => self.progress.trouble(format_args!("{}: {message}", path.display())),
            }
        }
        Ok(())
    }

    fn json_lines(&mut self, path: &Path, reader: impl BufRead) -> io::Result<()> {
        let Run { extractor, output, arguments, interrupted, out, progress } = self;
        let before = (progress.articles, progress.bytes);
        let progress = RefCell::new(progress);
        let done = Stream::new(extractor)
            .resume_after(arguments.resume_after)
            .max_line(arguments.max_line)
            .writing(|id, text, out| output.write(extractor, id, text, out))
            .on_bad_line(|bad| progress.borrow_mut().trouble(format_args!("{}: {bad}", path.display())))
            .on_progress(|done| {
                progress.borrow_mut().reached(before.0 + done.articles, before.1 + done.bytes);
                if interrupted.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })
            .run(reader, out);
        let progress = progress.into_inner();
        match done {
            Ok(done) if !done.complete => progress.trouble(format_args!(
                "{}: interrupted; everything up to line {lines} is written: go on with --resume-after {lines}",
                path.display(),
                lines = done.lines
            )),
            Ok(_) => {}
            Err(StreamError::Write { source, after_line, .. }) if source.kind() != io::ErrorKind::BrokenPipe => {
                let lines = format!("everything up to line {after_line} of {} is written", path.display());
                return Err(io::Error::new(source.kind(), format!("{source}; {lines}")));
            }
            Err(StreamError::Write { source, .. }) => return Err(source),
            Err(error) => progress.trouble(format_args!("{}: {error}", path.display())),
        }
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.write_all(self.output.closing().as_bytes())?;
        self.out.flush()
    }
}

/// The length of an article file and what is written for it, or why it cannot be read.
fn article(
    extractor: &Extractor,
    output: &Output,
    path: &Path,
    id: &str,
) -> Result<(usize, Vec<u8>), String> {
    let bytes = input::read(path).map_err(|error| error.to_string())?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count();
        format!("line {line}: not valid UTF-8")
    })?;
    let mut out = Vec::new();
    output.write(extractor, id, text, &mut out);
    Ok((bytes.len(), out))
}
