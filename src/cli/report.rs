//! The command `report`: articles with their statements marked, as one page for a browser.
//!
//! The page is one file: it loads nothing, and works without a script except for its filters.

mod charts;
mod marks;
mod page;
mod palette;

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use indicatif::ProgressBar;

use super::input::{self, Source};
use crate::{Extractor, RuleSet, Stream};
use page::{Document, Page};
use palette::Palette;

/// Who said what in news articles, as a page for a browser.
///
/// Writes one self-contained HTML page to the standard output. The exit status is 0 when all went well, 1 when a path or a
/// line could not be read, 2 when an option or a rule file is wrong.
#[derive(Parser)]
#[command(name = "report", version)]
pub struct Arguments {
    /// Text files, files of JSON Lines, folders of *.txt files, or "-" for JSON Lines on the standard input, which is also
    /// read when no path is given. An id or file name that holds a date ("2024-03-05-ferry") dates its article
    paths: Vec<PathBuf>,

    /// Sort statements by the rule set in this file instead of the built-in one
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,

    /// Leave out what is less surely a statement than this, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.5)]
    min_confidence: f32,

    /// What stands at the top of the page
    #[arg(long, default_value = "Who said what")]
    title: String,
}

/// Reads what the arguments name and writes the page.
pub fn run(arguments: &Arguments) -> ExitCode {
    let (extractor, palette) = match settings(arguments) {
        Ok(settings) => settings,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    let mut troubles = Vec::new();
    let documents = documents(&extractor, &input::sources(&arguments.paths), &mut troubles);
    let articles = extractor.extract_all(&documents);
    let page =
        Page { title: &arguments.title, palette: &palette, documents: &documents, articles: &articles };
    let mut out = BufWriter::new(io::stdout().lock());
    if let Err(error) = page.write(&mut out).and_then(|()| out.flush())
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        troubles.push(format!("standard output: {error}"));
    }
    for trouble in &troubles {
        eprintln!("{trouble}");
    }
    ExitCode::from(u8::from(!troubles.is_empty()))
}

/// The extractor that the options ask for, and the colours of its categories; or what is wrong with the options.
fn settings(arguments: &Arguments) -> Result<(Extractor, Palette), String> {
    let rules = match &arguments.rules {
        None => RuleSet::built_in(),
        Some(path) => RuleSet::from_file(path).map_err(|error| error.to_string())?,
    };
    let palette = Palette::new(rules.categories().map(|(name, _)| name));
    let builder = Extractor::builder().min_confidence(arguments.min_confidence).rules(rules);
    Ok((builder.build().map_err(|error| error.to_string())?, palette))
}

/// All articles, in the order of the sources; what cannot be read goes to `troubles`.
fn documents(extractor: &Extractor, sources: &[Source], troubles: &mut Vec<String>) -> Vec<Document> {
    let mut documents = Vec::new();
    for source in sources {
        let hidden = ProgressBar::hidden();
        match source {
            Source::Article(path, id) => match input::read(path).map(String::from_utf8) {
                Ok(Ok(text)) => documents.push(Document::new(id.clone(), text)),
                Ok(Err(error)) => troubles.push(format!("{}: {error}", path.display())),
                Err(error) => troubles.push(format!("{}: {error}", path.display())),
            },
            Source::JsonLines(path) => match input::open(path, &hidden) {
                Ok(reader) => json_lines(extractor, path, reader, &mut documents, troubles),
                Err(error) => troubles.push(format!("{}: {error}", path.display())),
            },
            Source::StandardInput => {
                json_lines(extractor, Path::new("-"), BufReader::new(io::stdin()), &mut documents, troubles);
            }
            Source::Unreadable(path, error) => troubles.push(format!("{}: {error}", path.display())),
        }
    }
    documents
}

/// The articles of JSON Lines. The stream checks the lines and keeps their order; what it writes is read back here.
fn json_lines(
    extractor: &Extractor,
    path: &Path,
    reader: impl BufRead,
    documents: &mut Vec<Document>,
    troubles: &mut Vec<String>,
) {
    let mut checked = Vec::new();
    let done = Stream::new(extractor)
        .writing(|id, text, out| serde_json::to_writer(out, &(id, text)).expect("memory takes strings"))
        .on_bad_line(|bad| troubles.push(format!("{}: {bad}", path.display())))
        .run(reader, &mut checked);
    if let Err(error) = done {
        troubles.push(format!("{}: {error}", path.display()));
    }
    let pairs = serde_json::Deserializer::from_slice(&checked).into_iter::<(String, String)>();
    documents.extend(pairs.flatten().map(|(id, text)| Document::new(id, text)));
}
