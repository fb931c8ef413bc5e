//! The output for an article in each format.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use console::Term;

use crate::render::{Colour, Tally, Terminal};
use crate::{Article, BadLine, Extractor, Input, Statement, record};

use super::arguments::{Arguments, Format};
use super::filter::Filter;
use super::folder::Folder;
use super::{html, sink};
#[cfg(feature = "csv")]
use crate::export::Csv;
use crate::export::{self, Brat, Doccano, LabelStudio, WebAnnotation};

/// The number of speakers in the table at the end of the text format.
const SPEAKERS_SHOWN: usize = 15;

/// The length of output that need not be held longer, in bytes.
const LONG: usize = 1 << 20;

/// The maximum width of marked text.
const WIDEST: usize = 120;

pub struct Output {
    form: Form,
    filter: Filter,
    with_sentence: bool,
    with_context: Option<usize>,
    /// The number of statements by category, if a summary was requested.
    counts: Option<Mutex<BTreeMap<String, u64>>>,
}

enum Form {
    Statements,
    Answers,
    Sentences,
    Text {
        colour: Colour,
        /// The width of a line, if it is that of a terminal.
        width: Option<usize>,
        tally: Mutex<Tally>,
    },
    Html,
    Articles,
    Export(Box<dyn export::Format + Send + Sync>),
    /// CSV is separate from other exports, because its rows also have the kept fields.
    #[cfg(feature = "csv")]
    Csv(Csv),
    /// Lines from which [`Sink`](super::sink::Sink) makes the rows of a table.
    Rows,
    /// Lines from which [`Sink`](super::sink::Sink) makes the files of a folder.
    Files(Brat),
}

impl Output {
    /// The output for the arguments, or an error message.
    pub fn new(arguments: &Arguments) -> Result<Self, String> {
        let format = arguments.format();
        sink::check(arguments, format)?;
        let rules = || arguments.settings.rules();
        if !arguments.filter.category.is_empty() {
            arguments.filter.check(&rules()?)?;
        }
        let form = match format {
            _ if arguments.sentences => Form::Sentences,
            Format::Jsonl => Form::Statements,
            Format::Answers => Form::Answers,
            Format::Html => Form::Html,
            #[cfg(feature = "csv")]
            Format::Csv if arguments.csv_safe => Form::Csv(Csv::new().safe()),
            #[cfg(feature = "csv")]
            Format::Csv => Form::Csv(Csv::new()),
            // never reached: `sink::check` has rejected the format
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
            Format::Text => Form::Text {
                colour: arguments.color.colour(arguments.output.is_some()),
                width: arguments.output.is_none().then(terminal_width).flatten(),
                tally: Mutex::default(),
            },
        };
        let Arguments { filter, with_sentence, with_context, .. } = arguments;
        let (with_sentence, with_context) = (*with_sentence, *with_context);
        Ok(Output {
            form,
            filter: filter.clone(),
            with_sentence,
            with_context,
            counts: arguments.summary.then(Mutex::default),
        })
    }

    /// Appends the output for an article to `out`. In formats of lines, `full` is called when `out`
    /// is long, and may write and clear it.
    pub fn write(
        &self,
        extractor: &Extractor,
        input: &Input<'_>,
        out: &mut Vec<u8>,
        full: &mut dyn FnMut(&mut Vec<u8>),
    ) {
        let (id, text) = (&*input.id, &*input.text);
        match self.form {
            Form::Sentences => {
                let record = record::SentencesRecord::new(id, crate::sentences(text));
                record.with_fields(input.fields.as_ref()).write_line(out);
            }
            Form::Articles => as_read(input, out),
            _ => {
                let mut article = extractor.extract(text);
                self.filter.apply(&mut article);
                self.count(&article);
                self.write_article(input, &article, out, full);
            }
        }
    }

    /// Writes what was found in a text.
    fn write_article(
        &self,
        input: &Input<'_>,
        article: &Article<'_>,
        out: &mut Vec<u8>,
        full: &mut dyn FnMut(&mut Vec<u8>),
    ) {
        let mut after_line = |out: &mut Vec<u8>| {
            if out.len() >= LONG {
                full(out);
            }
        };
        let (id, text, fields) = (&*input.id, &*input.text, input.fields.as_ref());
        match &self.form {
            Form::Sentences | Form::Articles => {}
            // of the rows of a table, the lines are written here
            Form::Statements | Form::Rows => {
                for statement in article.statements() {
                    self.record(id, article, statement).with_fields(fields).write_line(out);
                    after_line(out);
                }
            }
            Form::Answers => {
                let statements = article.statements().map(|found| self.record(id, article, found));
                record::write_answer(id, statements, fields, out);
            }
            Form::Html => page(out, |page| html::article(id, article, page)),
            Form::Export(format) => {
                let before = out.len();
                out.extend_from_slice(format.between().as_bytes());
                let start = out.len();
                format.article(id, article, out);
                if out.len() == start {
                    out.truncate(before);
                }
            }
            #[cfg(feature = "csv")]
            Form::Csv(csv) => {
                for statement in article.statements() {
                    let record = self.record(id, article, statement).with_fields(fields);
                    csv.statement(&record, out);
                    after_line(out);
                }
            }
            Form::Files(brat) => Folder::line(id, text, &brat.annotations(article), out),
            Form::Text { colour, width, tally } => {
                let view = Terminal::new(*colour);
                let view = width.map_or(view, |width| view.width(width));
                page(out, |page| view.article(id, article, page));
                lock(tally).add(article);
            }
        }
    }

    /// The record of a statement, with the text around it that was asked for.
    fn record<'a>(
        &self,
        id: &'a str,
        article: &'a Article<'a>,
        statement: Statement<'a, 'a>,
    ) -> record::StatementRecord<'a> {
        let mut record = record::StatementRecord::new(id, statement);
        if self.with_sentence {
            record = record.with_sentence(article);
        }
        if let Some(around) = self.with_context {
            record = record.with_context(article, around);
        }
        record
    }

    /// Appends the output for an invalid line of input.
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

    /// The number of statements written per category; empty if they were not counted.
    pub fn counts(&self) -> BTreeMap<String, u64> {
        self.counts.as_ref().map(|counts| lock(counts).clone()).unwrap_or_default()
    }

    /// The text before the first article.
    pub fn opening(&self) -> String {
        match &self.form {
            Form::Html => html::OPENING.to_owned(),
            Form::Export(format) => format.opening(),
            #[cfg(feature = "csv")]
            Form::Csv(csv) => export::Format::opening(csv),
            _ => String::new(),
        }
    }

    /// The separator between articles; the output for each article begins with it.
    pub fn between(&self) -> &'static str {
        if let Form::Export(format) = &self.form { format.between() } else { "" }
    }

    /// Additional files that the tool needs.
    pub fn companions(&self) -> Vec<(&'static str, String)> {
        match &self.form {
            Form::Export(format) => format.companions(),
            Form::Files(brat) => export::Format::companions(brat),
            _ => Vec::new(),
        }
    }

    /// The text after the last article.
    pub fn closing(&self) -> String {
        match &self.form {
            Form::Text { colour, tally, .. } => lock(tally).table(*colour, SPEAKERS_SHOWN),
            Form::Html => html::CLOSING.to_owned(),
            Form::Export(format) => format.closing(),
            _ => String::new(),
        }
    }
}

/// The width of the terminal, if the standard output is one; wide ones are not filled, since long
/// lines are hard to read.
fn terminal_width() -> Option<usize> {
    let (_, columns) = Term::stdout().size_checked()?;
    Some(usize::from(columns).min(WIDEST))
}

/// Appends an article as a JSON line that can be used as input, with its kept fields.
fn as_read(input: &Input<'_>, out: &mut Vec<u8>) {
    let json = |value: &str| serde_json::to_string(value).expect("serialising a string cannot fail");
    let fields = input.fields.as_ref().map(|fields| format!(",\"fields\":{}", fields.json()));
    let (id, text, fields) = (json(&input.id), json(&input.text), fields.unwrap_or_default());
    out.extend_from_slice(format!("{{\"id\":{id},\"text\":{text}{fields}}}\n").as_bytes());
}

/// Locks a mutex. A poisoned one is still valid, since a panicking thread does not leave it half
/// changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Appends the string that `write` builds to `out`.
fn page(out: &mut Vec<u8>, write: impl FnOnce(&mut String)) {
    let mut page = String::new();
    write(&mut page);
    out.extend_from_slice(page.as_bytes());
}
