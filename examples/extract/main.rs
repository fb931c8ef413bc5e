//! From articles to statements, on the command line: `cargo run --release --example extract -- --help`

mod arguments;
mod brat;
mod html;
mod input;
mod output;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use dictum::{Extractor, RuleSet, Stream, StreamError};

use arguments::{Arguments, Format};
use input::Source;
use output::Output;

/// How many article files are worked on before their output is written.
const FILES_AT_A_TIME: usize = 256;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let extractor = match extractor(&arguments) {
        Ok(extractor) => extractor,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    let output = Output::new(&arguments);
    let mut run = Run {
        extractor: &extractor,
        output: &output,
        out: BufWriter::new(io::stdout()),
        report: Report::default(),
    };
    let done = run.sources(&input::sources(&arguments.paths)).and_then(|()| run.close());
    match done {
        Ok(()) => {}
        // whoever reads the output has seen enough
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => run.report.trouble(format_args!("standard output: {error}")),
    }
    if arguments.format == Format::Text {
        run.report.speed();
    }
    ExitCode::from(u8::from(run.report.troubles > 0))
}

/// The extractor that the options ask for, or what is wrong with them.
fn extractor(arguments: &Arguments) -> Result<Extractor, String> {
    let mut builder = Extractor::builder().min_confidence(arguments.min_confidence);
    if let Some(path) = &arguments.rules {
        let toml = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let rules = RuleSet::from_toml(&toml).map_err(|error| format!("{}: {error}", path.display()))?;
        builder = builder.rules(rules);
    }
    if let Some(threads) = arguments.threads {
        builder = builder.threads(threads);
    }
    builder.build().map_err(|error| error.to_string())
}

/// What was read and what could not be.
#[derive(Default)]
struct Report {
    troubles: u64,
    articles: u64,
    bytes: u64,
    time: Duration,
}

impl Report {
    fn trouble(&mut self, what: impl std::fmt::Display) {
        self.troubles += 1;
        eprintln!("{what}");
    }

    fn speed(&self) {
        let seconds = self.time.as_secs_f64().max(1e-9);
        // display only: figures below 2^53 are exact
        #[allow(clippy::cast_precision_loss)]
        let kilobytes = self.bytes as f64 / 1e3;
        eprintln!(
            "{} {}, {kilobytes:.0} kB, read and written in {:.1} ms: {:.1} MB/s",
            self.articles,
            if self.articles == 1 { "article" } else { "articles" },
            seconds * 1e3,
            kilobytes / 1e3 / seconds,
        );
    }
}

/// One run over all sources. Its errors are those of the output; troubles with the input are reported and passed over.
struct Run<'e, W> {
    extractor: &'e Extractor,
    output: &'e Output,
    out: W,
    report: Report,
}

impl<W: Write> Run<'_, W> {
    fn sources(&mut self, sources: &[Source]) -> io::Result<()> {
        let start = Instant::now();
        self.out.write_all(self.output.opening().as_bytes())?;
        // article files that follow each other are worked on together
        for group in sources.chunk_by(|a, b| matches!((a, b), (Source::Article(..), Source::Article(..)))) {
            for sources in group.chunks(FILES_AT_A_TIME) {
                match &sources[0] {
                    Source::Article(..) => self.articles(sources)?,
                    Source::JsonLines(path) => match File::open(path) {
                        Ok(file) => self.json_lines(path, BufReader::new(file))?,
                        Err(error) => self.report.trouble(format_args!("{}: {error}", path.display())),
                    },
                    Source::StandardInput => self.json_lines(Path::new("-"), io::stdin().lock())?,
                    Source::Unreadable(path, error) => {
                        self.report.trouble(format_args!("{}: {error}", path.display()));
                    }
                }
            }
        }
        self.report.time = start.elapsed();
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
                    self.report.articles += 1;
                    self.report.bytes += bytes as u64;
                    self.out.write_all(&output)?;
                }
                Err(message) => self.report.trouble(format_args!("{}: {message}", path.display())),
            }
        }
        Ok(())
    }

    fn json_lines(&mut self, path: &Path, reader: impl BufRead) -> io::Result<()> {
        let done = Stream::new(self.extractor)
            .writing(|id, text, out| self.output.write(self.extractor, id, text, out))
            .on_bad_line(|bad| self.report.trouble(format_args!("{}: {bad}", path.display())))
            .run(reader, &mut self.out);
        match done {
            Ok(report) => {
                self.report.articles += report.articles;
                self.report.bytes += report.bytes;
            }
            Err(StreamError::Write { source, .. }) => return Err(source),
            Err(error) => self.report.trouble(format_args!("{}: {error}", path.display())),
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
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count();
        format!("line {line}: not valid UTF-8")
    })?;
    let mut out = Vec::new();
    output.write(extractor, id, text, &mut out);
    Ok((bytes.len(), out))
}
