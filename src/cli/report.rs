//! The command `report`: an HTML page to work with the statements of articles.
//!
//! The page is a single file that loads nothing: the data as JSON, and a script that shows it.

mod data;
mod digest;
mod document;
mod json;
mod page;
mod speakers;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use super::bar::Bar;
use super::input::{self, BadRows, Many, Source};
use super::say::{self, say};
use super::settings::Settings;
use crate::{Extractor, Stream};
use data::Data;
use document::{Document, FIELDS};

/// Write an HTML report on articles: a list of statements to filter, sort and cite, with speakers
/// and charts.
///
/// Writes one self-contained page to the standard output. The title of an article is taken from its
/// field "title" or "headline", or is the headline of its text; the date from its field "date", or
/// from its id or file name ("2024-03-05-ferry"); its address from its field "url", or from its id.
/// The exit status is 0 on success, 1 if a path or a line could not be read, 2 if an option or a
/// rule file is invalid.
#[derive(Parser)]
#[command(
    name = "report",
    version,
    after_help = "Examples:\n  dictum report articles/ > report.html\n  \
                  dictum report --title \"The week\" --text-field body week.jsonl > report.html"
)]
pub struct Arguments {
    #[command(flatten)]
    input: input::Arguments,

    #[command(flatten)]
    settings: Settings,

    /// The title of the page
    #[arg(long, default_value = "Who said what")]
    title: String,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> ExitCode {
    let (extractor, rules) =
        match arguments.settings.extractor().and_then(|own| Ok((own, arguments.settings.rules()?))) {
            Ok(settings) => settings,
            Err(message) => {
                say(format_args!("error: {message}"));
                return ExitCode::from(2);
            }
        };
    let mut troubles = Vec::new();
    let documents = documents(&extractor, &arguments.input, &mut troubles);
    let articles = extractor.extract_all(&documents);
    let data = Data::new(&arguments.title, &rules, &documents, &articles);
    let mut out = BufWriter::new(io::stdout().lock());
    if let Err(error) = page::write(&arguments.title, &data, &mut out).and_then(|()| out.flush())
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        troubles.push(format!("standard output: {error}"));
    }
    for trouble in &troubles {
        say(trouble);
    }
    ExitCode::from(u8::from(!troubles.is_empty()))
}

/// Reads all articles, in the order of the sources; adds error messages to `troubles`.
fn documents(extractor: &Extractor, input: &input::Arguments, troubles: &mut Vec<String>) -> Vec<Document> {
    let mut documents = Vec::new();
    for source in input::sources(input) {
        match source {
            Source::Article(path, id) => match input::read(&path, input::LONGEST) {
                Ok(page) => documents.push(Document::new(id, page.text, [page.date, page.title, None, None])),
                Err(message) => troubles.push(format!("{}: {message}", say::path(&path))),
            },
            Source::Many(many) => rows(extractor, &many, input, &mut documents, troubles),
            Source::Unreadable(path, error) => troubles.push(format!("{}: {error}", say::path(&path))),
        }
    }
    documents
}

/// An article as a stream passes it on: id, text, and the values of [`FIELDS`].
type Row = (String, String, [Option<String>; FIELDS.len()]);

/// Reads the articles of a source with many articles, using a stream to parse and check them.
fn rows(
    extractor: &Extractor,
    many: &Many,
    input: &input::Arguments,
    documents: &mut Vec<Document>,
    troubles: &mut Vec<String>,
) {
    let keep = FIELDS.map(str::to_owned);
    let wanted = input.wanted(&keep, false, input::LONGEST);
    let bad_rows = BadRows::default();
    let reader = match many.open(&wanted, &Bar::hidden(), &bad_rows, &Arc::default()) {
        Ok(reader) => reader,
        Err(error) => return troubles.push(format!("{}: {error}", say::path(&many.path))),
    };
    let mut bad_lines = Vec::new();
    let mut checked = Vec::new();
    let done = Stream::new(extractor)
        .id_field(&input.id_field)
        .text_field(&input.text_field)
        .keep(&keep)
        .max_line(input::LONGEST)
        .writing(|input, out| {
            let field = |name| {
                let value = input.fields.as_ref()?.get(name)?;
                serde_json::from_str::<String>(value).ok()
            };
            serde_json::to_writer(out, &(&input.id, &input.text, FIELDS.map(field)))
                .expect("serialising to memory cannot fail");
        })
        .on_bad_line(|bad| bad_lines.push(many.describe(&bad_rows.explain(bad))))
        .run(reader, &mut checked);
    troubles.append(&mut bad_lines);
    if let Err(error) = done {
        troubles.push(many.describe_end(&error));
    }
    let read = serde_json::Deserializer::from_slice(&checked).into_iter::<Row>();
    documents.extend(read.flatten().map(|(id, text, stated)| Document::new(id, text, stated)));
}
