//! The command `report`: an HTML page with the statements of articles marked.
//!
//! The page is a single file that loads nothing; it works without JavaScript, except for its
//! filters.

mod article;
mod charts;
mod marks;
mod page;
mod palette;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use super::bar::Bar;
use super::input::{self, BadRows, Many, Source};
use super::say::{self, say};
use super::settings::Settings;
use crate::{Extractor, Stream};
use page::{Document, Page};
use palette::Palette;

/// The field with the date of an article.
const DATE: &str = "date";

/// Write an HTML report on articles: who said what, with charts and filters.
///
/// Writes one self-contained page to the standard output. The date of an article is taken from its
/// field "date", or from its id or file name ("2024-03-05-ferry"). The exit status is 0 on success,
/// 1 if a path or a line could not be read, 2 if an option or a rule file is invalid.
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
    let (extractor, palette) = match settings(arguments) {
        Ok(settings) => settings,
        Err(message) => {
            say(format_args!("error: {message}"));
            return ExitCode::from(2);
        }
    };
    let mut troubles = Vec::new();
    let documents = documents(&extractor, &arguments.input, &mut troubles);
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
        say(trouble);
    }
    ExitCode::from(u8::from(!troubles.is_empty()))
}

/// The extractor for the options and the colours of its categories, or an error message.
fn settings(arguments: &Arguments) -> Result<(Extractor, Palette), String> {
    let rules = arguments.settings.rules()?;
    let palette = Palette::new(rules.categories().map(|(name, _)| name));
    let builder = Extractor::builder().min_confidence(arguments.settings.min_confidence).rules(rules);
    Ok((builder.build().map_err(|error| error.to_string())?, palette))
}

/// Reads all articles, in the order of the sources; adds error messages to `troubles`.
fn documents(extractor: &Extractor, input: &input::Arguments, troubles: &mut Vec<String>) -> Vec<Document> {
    let mut documents = Vec::new();
    for source in input::sources(input) {
        match source {
            Source::Article(path, id) => match input::read(&path, input::LONGEST) {
                Ok(page) => documents.push(Document::new(id, page.text, page.date.as_deref())),
                Err(message) => troubles.push(format!("{}: {message}", say::path(&path))),
            },
            Source::Many(many) => rows(extractor, &many, input, &mut documents, troubles),
            Source::Unreadable(path, error) => troubles.push(format!("{}: {error}", say::path(&path))),
        }
    }
    documents
}

/// Reads the articles of a source with many articles, using a stream to parse and check them.
fn rows(
    extractor: &Extractor,
    many: &Many,
    input: &input::Arguments,
    documents: &mut Vec<Document>,
    troubles: &mut Vec<String>,
) {
    let keep = [DATE.to_owned()];
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
            let date = input.fields.as_ref().and_then(|fields| fields.get(DATE));
            serde_json::to_writer(out, &(&input.id, &input.text, date))
                .expect("serialising to memory cannot fail");
        })
        .on_bad_line(|bad| bad_lines.push(many.describe(&bad_rows.explain(bad))))
        .run(reader, &mut checked);
    troubles.append(&mut bad_lines);
    if let Err(error) = done {
        troubles.push(many.describe_end(&error));
    }
    let read = serde_json::Deserializer::from_slice(&checked).into_iter::<(String, String, Option<String>)>();
    documents.extend(read.flatten().map(|(id, text, date)| Document::new(id, text, date.as_deref())));
}
