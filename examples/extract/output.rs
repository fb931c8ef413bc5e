//! What is written for an article.

use std::sync::{Mutex, PoisonError};

use dictum::render::{Colour, Tally, Terminal};
use dictum::{Article, Extractor, record};

use crate::arguments::{Arguments, Format};
use crate::{brat, html};

/// How many speakers the closing table of the text format shows.
const SPEAKERS_SHOWN: usize = 15;

pub enum Output {
    Statements,
    Sentences,
    Text { colour: Colour, tally: Mutex<Tally> },
    Html,
    Brat,
}

impl Output {
    pub fn new(arguments: &Arguments) -> Self {
        match arguments.format {
            _ if arguments.sentences => Output::Sentences,
            Format::Jsonl => Output::Statements,
            Format::Html => Output::Html,
            Format::Brat => Output::Brat,
            Format::Text => Output::Text { colour: arguments.color.colour(), tally: Mutex::default() },
        }
    }

    /// Adds what is written for the article `id` to `out`.
    pub fn write(&self, extractor: &Extractor, id: &str, text: &str, out: &mut Vec<u8>) {
        match self {
            Output::Sentences => record::Sentences::new(id, dictum::sentences(text)).write_line(out),
            Output::Statements => {
                for statement in extractor.extract(text).statements() {
                    record::Statement::new(id, statement).write_line(out);
                }
            }
            Output::Html => page(out, |page| html::article(id, &extractor.extract(text), page)),
            Output::Brat => page(out, |page| brat::article(id, &extractor.extract(text), page)),
            Output::Text { colour, tally } => {
                let article = extractor.extract(text);
                out.extend_from_slice(view(*colour, id, &article).as_bytes());
                tally.lock().unwrap_or_else(PoisonError::into_inner).add(&article);
            }
        }
    }

    /// What stands before the first article.
    pub fn opening(&self) -> &'static str {
        if matches!(self, Output::Html) { html::OPENING } else { "" }
    }

    /// What stands after the last article.
    pub fn closing(&self) -> String {
        match self {
            Output::Text { colour, tally } => {
                tally.lock().unwrap_or_else(PoisonError::into_inner).table(*colour, SPEAKERS_SHOWN)
            }
            Output::Html => html::CLOSING.to_owned(),
            Output::Statements | Output::Sentences | Output::Brat => String::new(),
        }
    }
}

/// Adds to `out` what `write` puts on a page.
fn page(out: &mut Vec<u8>, write: impl FnOnce(&mut String)) {
    let mut page = String::new();
    write(&mut page);
    out.extend_from_slice(page.as_bytes());
}

fn view(colour: Colour, id: &str, article: &Article<'_>) -> String {
    let mut page = String::new();
    Terminal::new(colour).article(id, article, &mut page);
    page
}
