//! The command `extract`: writes the statements of articles.

mod arguments;
mod filter;
mod folder;
mod html;
mod output;
mod progress;
mod sink;

use std::cell::RefCell;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::input::{self, Many, Source};
use crate::{Extractor, Input, Stream, StreamError};
pub use arguments::Arguments;
use output::Output;
use progress::Progress;
use sink::Sink;

/// The number of article files that are processed before their output is written.
const FILES_AT_A_TIME: usize = 256;

/// Runs the command.
pub fn run(arguments: &Arguments) -> ExitCode {
    let sources = input::sources(&arguments.input);
    if arguments.resume_after > 0 && !matches!(sources[..], [Source::Many(_)]) {
        eprintln!(
            "error: --resume-after counts the lines or rows of one input: give one file of JSON Lines or a table, or use the standard input"
        );
        return ExitCode::from(2);
    }
    let made = extractor(arguments).and_then(|extractor| Ok((extractor, Output::new(arguments)?)));
    let (extractor, output) = match made {
        Ok(made) => made,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    let place =
        arguments.output_dir.as_ref().or(arguments.output.as_ref()).map(|path| path.display().to_string());
    let place = place.as_deref().unwrap_or("standard output");
    let out = match Sink::new(arguments, &output) {
        Ok(out) => out,
        Err(error) => {
            eprintln!("error: {place}: {error}");
            return ExitCode::from(1);
        }
    };
    let mut run = Run {
        extractor: &extractor,
        output: &output,
        arguments,
        interrupted: interrupted(),
        out,
        progress: Progress::new(&sources),
    };
    let done = run.sources(&sources);
    let Run { out, mut progress, .. } = run;
    let mut stopped = false;
    match done.and_then(|()| out.close(&output.closing())) {
        Ok(()) => {}
        // the reader of the output stopped early, as `head` does
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => stopped = true,
        Err(error) => progress.trouble(format_args!("{place}: {error}")),
    }
    progress.finish();
    if arguments.summary && !stopped {
        progress.summary(&output);
    }
    ExitCode::from(u8::from(progress.troubles > 0))
}

/// Set on Ctrl-C: statements in progress are still written, so that the run can be resumed.
fn interrupted() -> Arc<AtomicBool> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&interrupted);
    // a second Ctrl-C ends the program at once; if the handler cannot be installed, the first one
    // does
    let _ = ctrlc::set_handler(move || {
        if set.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
    interrupted
}

/// The extractor for the options, or an error message.
fn extractor(arguments: &Arguments) -> Result<Extractor, String> {
    let mut builder = arguments.settings.builder()?;
    if let Some(threads) = arguments.threads {
        builder = builder.threads(threads);
    }
    builder.build().map_err(|error| error.to_string())
}

/// One run over all sources. It returns errors of the output; errors of the input are reported and
/// skipped.
struct Run<'e> {
    extractor: &'e Extractor,
    output: &'e Output,
    arguments: &'e Arguments,
    interrupted: Arc<AtomicBool>,
    out: Sink,
    progress: Progress,
}

impl Run<'_> {
    fn sources(&mut self, sources: &[Source]) -> io::Result<()> {
        // consecutive article files are processed together
        for group in sources.chunk_by(|a, b| matches!((a, b), (Source::Article(..), Source::Article(..)))) {
            for sources in group.chunks(FILES_AT_A_TIME) {
                if self.interrupted.load(Ordering::Relaxed) {
                    self.progress.trouble("interrupted");
                    return Ok(());
                }
                match &sources[0] {
                    Source::Article(..) => self.articles(sources)?,
                    Source::Many(many) => self.many(many)?,
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

    fn many(&mut self, many: &Many) -> io::Result<()> {
        let Run { extractor, output, arguments, interrupted, out, progress } = self;
        let (path, unit) = (many.path.display(), many.unit());
        let (before, bar) = ((progress.articles, progress.bytes), progress.bar.clone());
        let progress = RefCell::new(progress);
        let wanted = arguments.input.wanted(&arguments.keep, arguments.keep_all, arguments.max_line);
        let reader = match many.open(&wanted, &bar, |message| progress.borrow_mut().trouble(message)) {
            Ok(reader) => reader,
            Err(error) => {
                progress.borrow_mut().trouble(format_args!("{path}: {error}"));
                return Ok(());
            }
        };
        let mut stream = Stream::new(extractor)
            .id_field(&arguments.input.id_field)
            .text_field(&arguments.input.text_field)
            .resume_after(arguments.resume_after)
            .max_line(arguments.max_line)
            .writing(|input, out| output.write(extractor, input, out))
            .writing_bad_lines(|bad, out| output.write_bad_line(bad, out))
            .on_bad_line(|bad| progress.borrow_mut().trouble(many.describe(bad)))
            .on_progress(|done| {
                progress.borrow_mut().reached(before.0 + done.articles, before.1 + done.bytes);
                if interrupted.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
        if arguments.keep_all {
            stream = stream.keep_all();
        } else if !arguments.keep.is_empty() {
            stream = stream.keep(&arguments.keep);
        }
        let done = stream.run(reader, out);
        let progress = progress.into_inner();
        match done {
            Ok(done) if !done.complete => progress.trouble(format_args!(
                "{path}: interrupted; everything up to {unit} {lines} is written; resume with --resume-after {lines}",
                lines = done.lines
            )),
            Ok(_) => {}
            Err(StreamError::Write { source, after_line, .. }) if source.kind() != io::ErrorKind::BrokenPipe => {
                let lines = format!("everything up to {unit} {after_line} of {path} is written");
                return Err(io::Error::new(source.kind(), format!("{source}; {lines}")));
            }
            Err(StreamError::Write { source, .. }) => return Err(source),
            Err(error) => progress.trouble(many.describe_end(&error)),
        }
        Ok(())
    }
}

/// The length of an article file and the output for it, or an error message.
fn article(
    extractor: &Extractor,
    output: &Output,
    path: &Path,
    id: &str,
) -> Result<(usize, Vec<u8>), String> {
    let page = input::read(path)?;
    let mut out = Vec::new();
    output.write(extractor, &Input::new(id, page.text), &mut out);
    Ok((page.bytes, out))
}
