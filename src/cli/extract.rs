//! The command `extract`: writes the statements of articles.

mod arguments;
mod ending;
mod filter;
mod folder;
mod html;
mod output;
mod progress;
mod resume;
mod sink;

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::mem;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::input::{self, BadRows, Many, Source};
use super::interrupt;
use super::say::{self, say};
use super::threads;
use crate::{Extractor, Input, Stream};
pub use arguments::Arguments;
use ending::Ending;
use output::Output;
use progress::Progress;
use resume::Resume;
use sink::Sink;

/// The number of article files, and of their bytes, that are processed before their output is
/// written; a compressed file counts as longer.
const FILES_AT_A_TIME: usize = 256;
const BYTES_AT_A_TIME: u64 = 32 << 20;
const USUAL_COMPRESSION: u64 = 16;

/// The message at a terminal without input.
const NO_INPUT: &str = "error: there is no input: name files or folders, or pipe articles to the program\n\n\
    Examples:\n  dictum -f text article.txt\n  dictum articles/ -o statements.csv\n  \
    curl -s https://news.example/article.html | dictum -f text\n\nMore with `dictum extract --help`.";

/// Runs the command.
pub fn run(arguments: &Arguments) -> ExitCode {
    if arguments.input.paths.is_empty() && io::stdin().is_terminal() {
        say(NO_INPUT);
        return ExitCode::from(2);
    }
    let sources = input::sources(&arguments.input);
    let made = refuse(arguments, &sources).and_then(|()| Made::of(arguments));
    let Made { extractor, output, resume } = match made {
        Ok(made) => made,
        Err(message) => {
            say(format_args!("error: {message}"));
            return ExitCode::from(2);
        }
    };
    let place = arguments.output_dir.as_deref().or(arguments.output.as_deref());
    let place = place.or(arguments.resume.as_deref()).map(say::path);
    let place = place.as_deref().unwrap_or("standard output");
    let out = match Sink::new(arguments, &output, resume.as_ref()) {
        Ok(out) => out,
        Err(error) => {
            say(format_args!("error: {place}: {error}"));
            return ExitCode::from(1);
        }
    };
    let mut run = Run {
        extractor: &extractor,
        output: &output,
        arguments,
        interrupted: interrupt::flag(),
        out,
        resume,
        progress: Progress::new(&sources),
        complete: true,
    };
    let done = run.sources(&sources);
    let Run { out, mut progress, interrupted, resume, complete, .. } = run;
    let mut stopped = false;
    let done = done.and_then(|()| out.close(&output.closing()));
    let done = done.and_then(|()| match resume {
        Some(resume) if complete => resume.finish(),
        Some(mut resume) => resume.write(),
        None => Ok(()),
    });
    match done {
        Ok(()) => {}
        // the reader of the output stopped early, as `head` does
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => stopped = true,
        Err(error) => progress.trouble(format_args!("{place}: {error}")),
    }
    progress.finish();
    if arguments.summary && !stopped {
        progress.summary(&output);
    }
    // a signal that came when everything was done has stopped nothing
    if interrupted.load(Ordering::Relaxed) && !complete {
        return ExitCode::from(interrupt::STATUS);
    }
    ExitCode::from(u8::from(progress.troubles > 0))
}

/// What a run needs, or an error message, before anything is read or written.
struct Made {
    extractor: Extractor,
    output: Output,
    resume: Option<Resume>,
}

impl Made {
    fn of(arguments: &Arguments) -> Result<Self, String> {
        let (extractor, output) = (extractor(arguments)?, Output::new(arguments)?);
        let resume = arguments.resume.as_deref().map(|path| Resume::open(path, arguments)).transpose()?;
        Ok(Made { extractor, output, resume })
    }
}

/// The error message for options that do not fit the sources.
fn refuse(arguments: &Arguments, sources: &[Source]) -> Result<(), String> {
    let one = matches!(sources, [Source::Many(_)]);
    if (arguments.resume_after > 0 || arguments.resume.is_some()) && !one {
        let option = if arguments.resume.is_some() { "--resume" } else { "--resume-after" };
        return Err(format!(
            "{option} counts the lines or rows of one input: give one file of JSON Lines or a table, or use the \
             standard input"
        ));
    }
    if arguments.resume.is_some() && !resume::is_lines(arguments.format()) {
        return Err("--resume needs a format of lines, such as jsonl, answers or csv".to_owned());
    }
    let output = arguments.resume.as_deref().or(arguments.output.as_deref());
    match sources.iter().find_map(|source| input::also_output(source, output)) {
        Some(path) => Err(format!("{}: is both input and output", say::path(path))),
        None => Ok(()),
    }
}

/// The extractor for the options, or an error message.
fn extractor(arguments: &Arguments) -> Result<Extractor, String> {
    let mut builder = arguments.settings.builder()?;
    if let Some(threads) = arguments.threads {
        builder = builder.threads(threads::capped(threads));
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
    resume: Option<Resume>,
    progress: Progress,
    /// Whether every source was read to its end.
    complete: bool,
}

impl Run<'_> {
    fn sources(&mut self, sources: &[Source]) -> io::Result<()> {
        // consecutive article files are processed together
        for group in sources.chunk_by(|a, b| matches!((a, b), (Source::Article(..), Source::Article(..)))) {
            let mut rest = group;
            while !rest.is_empty() {
                let (sources, later) = rest.split_at(at_a_time(rest));
                rest = later;
                if self.interrupted.load(Ordering::Relaxed) {
                    self.progress.trouble("interrupted");
                    self.complete = false;
                    return Ok(());
                }
                match &sources[0] {
                    Source::Article(..) => self.articles(sources)?,
                    Source::Many(many) => self.many(many)?,
                    Source::Unreadable(path, error) => {
                        self.progress.trouble(format_args!("{}: {error}", say::path(path)));
                    }
                }
            }
        }
        Ok(())
    }

    fn articles(&mut self, sources: &[Source]) -> io::Result<()> {
        let (extractor, output, arguments) = (self.extractor, self.output, self.arguments);
        let read = |path: &Path, id: &str, full: &mut dyn FnMut(&mut Vec<u8>)| {
            article(extractor, output, (path, id), arguments, full)
        };
        // a file that is read alone may be long: what is found in it is written at once
        if let [Source::Article(path, id)] = sources {
            let mut written = Ok(());
            let done = read(path, id, &mut |out| {
                let earlier = mem::replace(&mut written, Ok(()));
                written = earlier.and_then(|()| self.out.write_all(out));
                out.clear();
            });
            return written.and_then(|()| self.article(path, done));
        }
        let done = extractor.map_all(sources, |source| match source {
            Source::Article(path, id) => Some((path, read(path, id, &mut |_| ()))),
            _ => None,
        });
        done.into_iter().flatten().try_for_each(|(path, done)| self.article(path, done))
    }

    /// Writes the output for an article file.
    fn article(&mut self, path: &Path, done: Result<Done, String>) -> io::Result<()> {
        match done {
            Ok(Done { bytes, output, note }) => {
                if let Some(note) = note {
                    self.progress.remark(format_args!("{}: {note}", say::path(path)));
                }
                self.progress.reached(self.progress.articles + 1, self.progress.bytes + bytes as u64);
                self.out.write_all(&output)
            }
            Err(message) => {
                self.progress.trouble(format_args!("{}: {message}", say::path(path)));
                Ok(())
            }
        }
    }

    fn many(&mut self, many: &Many) -> io::Result<()> {
        let Run { extractor, output, arguments, interrupted, out, resume, progress, complete } = self;
        let path = say::path(&many.path);
        let (before, bar) = ((progress.articles, progress.bytes), progress.bar.clone());
        let wanted = arguments.input.wanted(&arguments.keep, arguments.keep_all, arguments.max_line);
        let bad_rows = BadRows::default();
        let reader = match many.open(&wanted, &bar, &bad_rows, interrupted) {
            Ok(reader) => reader,
            Err(error) => {
                progress.trouble(format_args!("{path}: {error}"));
                *complete = false;
                return Ok(());
            }
        };
        let done_before = resume.as_ref().map_or(arguments.resume_after, Resume::lines);
        let written = out.written();
        // the length of the output up to the last chunk
        let whole = Cell::new(written.get());
        let noted = Cell::new(Ok(()));
        let progress = RefCell::new(progress);
        let mut stream = Stream::new(extractor)
            .id_field(&arguments.input.id_field)
            .text_field(&arguments.input.text_field)
            .resume_after(done_before)
            .max_line(arguments.max_line)
            .writing(|input, out| output.write(extractor, input, out, &mut |_| ()))
            .writing_bad_lines(|bad, out| output.write_bad_line(&bad_rows.explain(bad), out))
            .on_bad_line(|bad| progress.borrow_mut().trouble(many.describe(&bad_rows.explain(bad))))
            .on_progress(|done| {
                progress.borrow_mut().reached(before.0 + done.articles, before.1 + done.bytes);
                whole.set(written.get());
                if let Some(resume) = resume.as_mut().filter(|_| done.lines >= done_before)
                    && let Err(error) = resume.reached(done.lines, written.get())
                {
                    noted.set(Err(error));
                    return ControlFlow::Break(());
                }
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
        let done = stream.run(reader, &mut *out);
        noted.into_inner()?;
        let progress = progress.into_inner();
        *complete &= matches!(&done, Ok(done) if done.complete);
        let resumes = resume.is_some();
        Ending { many, out, whole: whole.get(), resumes, done_before }.tell(progress, done)
    }
}

/// How many of the article files at the start of `sources` are processed together; at least one.
fn at_a_time(sources: &[Source]) -> usize {
    let mut bytes = 0;
    let few = sources.iter().take(FILES_AT_A_TIME).take_while(|source| {
        let before = bytes;
        bytes += match source {
            Source::Article(path, _) if input::is_compressed(path) => size(path) * USUAL_COMPRESSION,
            Source::Article(path, _) => size(path),
            // one at a time
            Source::Many(_) | Source::Unreadable(..) => BYTES_AT_A_TIME,
        };
        before < BYTES_AT_A_TIME
    });
    few.count()
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// The output for an article file.
struct Done {
    /// The length of the file.
    bytes: usize,
    output: Vec<u8>,
    /// A remark about how it was read.
    note: Option<String>,
}

/// The output for an article file, or an error message.
fn article(
    extractor: &Extractor,
    output: &Output,
    (path, id): (&Path, &str),
    arguments: &Arguments,
    full: &mut dyn FnMut(&mut Vec<u8>),
) -> Result<Done, String> {
    let page = input::read(path, arguments.max_line)?;
    let mut out = Vec::new();
    let mut article = Input::new(id, &page.text);
    article.fields = page.fields(&arguments.keep, arguments.keep_all);
    output.write(extractor, &article, &mut out, full);
    Ok(Done { bytes: page.bytes, output: out, note: page.note })
}
