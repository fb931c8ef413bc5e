//! Statements in the formats of other tools: annotation editors, the Web, spreadsheets and data frames.
//!
//! | format | for | offsets count | feature |
//! | --- | --- | --- | --- |
//! | [`Brat`] | the brat annotation tool | characters | |
//! | [`WebAnnotation`] | W3C Web Annotation, JSON-LD | characters | |
//! | [`LabelStudio`] | Label Studio, tasks with predictions | characters | |
//! | [`Doccano`] | doccano, spans or spans and relations | characters | |
//! | `Csv` | spreadsheets, anything that reads CSV | bytes | `csv` |
//! | `Columns` | Parquet and Arrow files, a row a statement | bytes | `parquet` |
//!
//! Characters are Unicode code points, as in a Python string. [`Offsets`] converts, also to UTF-16 units, which is what
//! JavaScript counts. JSON Lines are in [`record`](crate::record).
//!
//! The formats that are text are all a [`Format`]: what stands before the articles, what is written for one, what stands behind them.
//!
//! ```
//! use dictum::export::{self, Doccano};
//!
//! let text = "Élan Moor said the pier was “sûr”.";
//! let article = dictum::Extractor::default().extract(text);
//! let mut file = Vec::new();
//! export::write(&Doccano::spans(), [("a17", &article)], &mut file)?;
//! let line: serde_json::Value = serde_json::from_slice(&file)?;
//! assert_eq!(line["label"][0], serde_json::json!([15, 33, "claim"]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod brat;
#[cfg(feature = "parquet")]
mod columns;
#[cfg(feature = "csv")]
mod csv;
mod doccano;
mod label_studio;
mod offsets;
mod regions;
mod web_annotation;

use std::io::{self, Write};

use crate::article::Article;

#[cfg(feature = "csv")]
pub use self::csv::Csv;
pub use brat::Brat;
#[cfg(feature = "parquet")]
pub use columns::{ColumnFile, Columns};
pub use doccano::Doccano;
pub use label_studio::LabelStudio;
pub use offsets::Offsets;
pub use web_annotation::WebAnnotation;

/// A format that is text: an opening, what is written for each article, a closing.
///
/// What is written for an article depends on nothing but the article, so articles may be worked on in any order and on any number of threads
/// as long as they are put together in theirs.
pub trait Format {
    /// What stands before the first article.
    fn opening(&self) -> String {
        String::new()
    }

    /// Adds what is written for the article named `id` to `out`: possibly nothing.
    fn article(&self, id: &str, article: &Article<'_>, out: &mut Vec<u8>);

    /// What stands between two articles for which something is written.
    fn between(&self) -> &'static str {
        ""
    }

    /// What stands behind the last article.
    fn closing(&self) -> String {
        String::new()
    }

    /// Files that the reader wants beside the articles, by their names: its configuration.
    fn companions(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// Writes a whole file.
///
/// # Errors
///
/// When the writer fails.
///
/// ```
/// use dictum::export::{self, LabelStudio};
///
/// let extractor = dictum::Extractor::default();
/// let articles = ["The mayor said no.", "It rained."].map(|text| extractor.extract(text));
/// let mut file = Vec::new();
/// export::write(&LabelStudio::new(&dictum::RuleSet::built_in()), ["a", "b"].into_iter().zip(&articles), &mut file)?;
/// let tasks: Vec<serde_json::Value> = serde_json::from_slice(&file)?;
/// assert_eq!(tasks.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write<'a, 't: 'a>(
    format: &impl Format,
    articles: impl IntoIterator<Item = (&'a str, &'a Article<'t>)>,
    mut out: impl Write,
) -> io::Result<()> {
    out.write_all(format.opening().as_bytes())?;
    let mut written = Vec::new();
    let mut first = true;
    for (id, article) in articles {
        written.clear();
        format.article(id, article, &mut written);
        if written.is_empty() {
            continue;
        }
        if !first {
            out.write_all(format.between().as_bytes())?;
        }
        first = false;
        out.write_all(&written)?;
    }
    out.write_all(format.closing().as_bytes())?;
    out.flush()
}

/// Adds `value` as JSON.
fn json(value: &impl serde::Serialize, out: &mut Vec<u8>) {
    serde_json::to_writer(out, value).expect("text and numbers always serialise, and memory takes them");
}
