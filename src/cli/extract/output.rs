//! What is written for an article.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::render::{Colour, Tally, Terminal};
use crate::{Article, Extractor, Input, record};

use super::arguments::{Arguments, Format};
use super::{brat, html};

/// How many speakers the closing table of the text format shows.
const SPEAKERS_SHOWN: usize = 15;

pub struct Output {
    form: Form,
    /// Statements by category, where somebody wants to know.
    counts: Option<Mutex<BTreeMap<String, u64>>>,
}

enum Form {
    Statements,
    Sentences,
    Text { colour: Colour, tally: Mutex<Tally> },
    Html,
    Brat,
    Articles,
}

impl Output {
    pub fn new(arguments: &Arguments) -> Self {
        let form = match arguments.format {
            _ if arguments.sentences => Form::Sentences,
            Format::Jsonl => Form::Statements,
            Format::Html => Form::Html,
            Format::Brat => Form::Brat,
            Format::Articles => Form::Articles,
            Format::Text => Form::Text { colour: arguments.color.colour(), tally: Mutex::default() },
        };
        Output { form, counts: arguments.summary.then(Mutex::default) }
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
            Form::Html => page(out, |page| html::article(id, &article, page)),
            Form::Brat => page(out, |page| brat::article(id, &article, page)),
            Form::Text { colour, tally } => {
                page(out, |page| Terminal::new(*colour).article(id, &article, page));
                lock(tally).add(&article);
            }
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
    pub fn opening(&self) -> &'static str {
        if matches!(self.form, Form::Html) { html::OPENING } else { "" }
    }

    /// What stands after the last article.
    pub fn closing(&self) -> String {
        match &self.form {
            Form::Text { colour, tally } => lock(tally).table(*colour, SPEAKERS_SHOWN),
            Form::Html => html::CLOSING.to_owned(),
            Form::Statements | Form::Sentences | Form::Brat | Form::Articles => String::new(),
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
