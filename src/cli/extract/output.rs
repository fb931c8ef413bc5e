//! What is written for an article.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::render::{Colour, Tally, Terminal};
use crate::{Article, BadLine, Extractor, Input, record};

use super::arguments::{Arguments, Format};
use super::folder::Folder;
use super::{html, sink};
#[cfg(feature = "csv")]
use crate::export::Csv;
use crate::export::{self, Brat, Doccano, LabelStudio, WebAnnotation};

/// How many speakers the closing table of the text format shows.
const SPEAKERS_SHOWN: usize = 15;

pub struct Output {
    form: Form,
    /// Statements by category, where somebody wants to know.
    counts: Option<Mutex<BTreeMap<String, u64>>>,
}

enum Form {
    Statements,
    Answers,
    Sentences,
    Text {
        colour: Colour,
        tally: Mutex<Tally>,
    },
    Html,
    Articles,
    Export(Box<dyn export::Format + Send + Sync>),
    /// A table of text: its rows also have what the articles brought along.
    #[cfg(feature = "csv")]
    Csv,
    /// Rows for a table: lines that [`Sink`](super::sink::Sink) takes.
    Rows,
    /// The same for a folder.
    Files(Brat),
}

impl Output {
    /// What the arguments ask for, or what is wrong with that.
    pub fn new(arguments: &Arguments) -> Result<Self, String> {
        sink::check(arguments.format, arguments.output_dir.as_deref())?;
        let rules = || arguments.settings.rules();
        let form = match arguments.format {
            _ if arguments.sentences => Form::Sentences,
            Format::Jsonl => Form::Statements,
            Format::Answers => Form::Answers,
            Format::Html => Form::Html,
            #[cfg(feature = "csv")]
            Format::Csv => Form::Csv,
            // that they are built in was checked
            #[cfg(not(feature = "csv"))]
            Format::Csv => Form::Rows,
            Format::Parquet | Format::Arrow => Form::Rows,
            Format::Brat if arguments.output_dir.is_some() => Form::Files(Brat::new(&rules()?)),
            Format::Brat => Form::Export(Box::new(Brat::new(&rules()?))),
            Format::WebAnnotation => Form::Export(Box::new(WebAnnotation)),
            Format::LabelStudio => Form::Export(Box::new(LabelStudio::new(&rules()?))),
            Format::Doccano => Form::Export(Box::new(Doccano::spans())),
            Format::DoccanoRelations => Form::Export(Box::new(Doccano::relations())),
            Format::Articles => Form::Articles,
            Format::Text => Form::Text { colour: arguments.color.colour(), tally: Mutex::default() },
        };
        Ok(Output { form, counts: arguments.summary.then(Mutex::default) })
    }

    /// Adds what is written for an article to `out`.
    pub fn write(&self, extractor: &Extractor, input: &Input<'_>, out: &mut Vec<u8>) {
        let (id, text, fields) = (&*input.id, &*input.text, input.fields.as_ref());
        match self.form {
            Form::Sentences => {
                let record = record::Sentences::new(id, crate::sentences(text));
                return record.with_fields(fields).write_line(out);
            }
            Form::Articles => return as_read(input, out),
            _ => {}
        }
        let article = extractor.extract(text);
        self.count(&article);
        match &self.form {
            Form::Sentences | Form::Articles => {}
            Form::Statements => {
                for statement in article.statements() {
                    record::Statement::new(id, statement).with_fields(fields).write_line(out);
                }
            }
            Form::Answers => record::write_article(id, &article, fields, out),
            Form::Html => page(out, |page| html::article(id, &article, page)),
            Form::Export(format) => {
                let before = out.len();
                out.extend_from_slice(format.between().as_bytes());
                let start = out.len();
                format.article(id, &article, out);
                if out.len() == start {
                    out.truncate(before);
                }
            }
            #[cfg(feature = "csv")]
            Form::Csv => {
                for (index, statement) in article.statements().enumerate() {
                    let record = record::Statement::new(id, statement).with_fields(fields);
                    Csv.statement(index, &record, out);
                }
            }
            Form::Rows => {
                for (index, statement) in article.statements().enumerate() {
                    let record = record::Statement::new(id, statement).with_fields(fields);
                    out.extend_from_slice(format!("[{index},").as_bytes());
                    record.write_line(out);
                    // the record's line ends in a line feed
                    out.pop();
                    out.extend_from_slice(b"]\n");
                }
            }
            Form::Files(brat) => Folder::line(id, text, &brat.annotations(&article), out),
            Form::Text { colour, tally } => {
                page(out, |page| Terminal::new(*colour).article(id, &article, page));
                lock(tally).add(&article);
            }
        }
    }

    /// Adds what is written in the place of a line that holds no article.
    pub fn write_bad_line(&self, bad: &BadLine, out: &mut Vec<u8>) {
        if let Form::Answers = self.form {
            record::write_bad_line(bad.line, &bad.message, out);
        }
    }

    fn count(&self, article: &Article<'_>) {
        let Some(counts) = &self.counts else { return };
        let mut counts = lock(counts);
        for statement in article.statements() {
            if let Some(count) = counts.get_mut(statement.category()) {
                *count += 1;
            } else {
                counts.insert(statement.category().into(), 1);
            }
        }
    }

    /// How many statements of each category were written, as far as that was counted.
    pub fn counts(&self) -> BTreeMap<String, u64> {
        self.counts.as_ref().map(|counts| lock(counts).clone()).unwrap_or_default()
    }

    /// What stands before the first article.
    pub fn opening(&self) -> String {
        match &self.form {
            Form::Html => html::OPENING.to_owned(),
            Form::Export(format) => format.opening(),
            #[cfg(feature = "csv")]
            Form::Csv => export::Format::opening(&Csv),
            _ => String::new(),
        }
    }

    /// What stands between two articles; what is written for an article begins with it.
    pub fn between(&self) -> &'static str {
        if let Form::Export(format) = &self.form { format.between() } else { "" }
    }

    /// Files that the reader wants beside.
    pub fn companions(&self) -> Vec<(&'static str, String)> {
        match &self.form {
            Form::Export(format) => format.companions(),
            Form::Files(brat) => export::Format::companions(brat),
            _ => Vec::new(),
        }
    }

    /// What stands after the last article.
    pub fn closing(&self) -> String {
        match &self.form {
            Form::Text { colour, tally } => lock(tally).table(*colour, SPEAKERS_SHOWN),
            Form::Html => html::CLOSING.to_owned(),
            Form::Export(format) => format.closing(),
            _ => String::new(),
        }
    }
}

/// Adds an article as a line that can be read again, with what it brought along.
fn as_read(input: &Input<'_>, out: &mut Vec<u8>) {
    let json = |value: &str| serde_json::to_string(value).expect("a string always serialises");
    let fields = input.fields.as_ref().map(|fields| format!(",\"fields\":{}", fields.json()));
    let (id, text, fields) = (json(&input.id), json(&input.text), fields.unwrap_or_default());
    out.extend_from_slice(format!("{{\"id\":{id},\"text\":{text}{fields}}}\n").as_bytes());
}

/// What a mutex guards; a thread that panicked left it whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Adds to `out` what `write` puts on a page.
fn page(out: &mut Vec<u8>, write: impl FnOnce(&mut String)) {
    let mut page = String::new();
    write(&mut page);
    out.extend_from_slice(page.as_bytes());
}
