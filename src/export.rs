//! Export to the formats of other tools: annotation editors, spreadsheets, data frames.
//!
//! | format | for | offsets in | feature |
//! | --- | --- | --- | --- |
//! | [`Brat`] | the brat annotation tool | characters | |
//! | [`WebAnnotation`] | W3C Web Annotation (JSON-LD) | characters | |
//! | [`LabelStudio`] | Label Studio tasks with predictions | characters | |
//! | [`Doccano`] | doccano spans, or spans and relations | characters | |
//! | `Csv` | spreadsheets and other readers of CSV | bytes | `csv` |
//! | `Columns` | Arrow and Parquet files, one row per statement | bytes | `arrow`, `parquet` |
//!
//! Characters are Unicode code points, as in a Python string. [`Offsets`] converts byte offsets to
//! characters, or to UTF-16 units as in JavaScript. For JSON Lines see [`record`](crate::record).
//!
//! Every text format except CSV implements [`Format`], which [`write()`] turns into a file.
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
#[cfg(feature = "arrow")]
mod columns;
#[cfg(feature = "csv")]
mod csv;
mod doccano;
#[cfg(any(feature = "cli", feature = "csv"))]
pub(crate) mod formula;
mod label_studio;
mod offsets;
mod regions;
mod web_annotation;

use std::io::{self, Write};

use crate::article::Article;

#[cfg(feature = "csv")]
pub use self::csv::Csv;
pub use brat::Brat;
#[cfg(feature = "arrow")]
pub use columns::{ColumnFile, Columns};
pub use doccano::Doccano;
pub use label_studio::LabelStudio;
pub use offsets::Offsets;
pub use web_annotation::WebAnnotation;

/// A text format: what to write before, for, between and after articles.
///
/// The output for an article depends only on that article. Articles may therefore be processed on
/// any number of threads, as long as their outputs are joined in order.
pub trait Format {
    /// The text before the first article.
    fn opening(&self) -> String {
        String::new()
    }

    /// Appends the output for the article named `id` to `out`; it may be empty.
    fn article(&self, id: &str, article: &Article<'_>, out: &mut Vec<u8>);

    /// The text between two articles whose output is not empty.
    fn between(&self) -> &'static str {
        ""
    }

    /// The text after the last article.
    fn closing(&self) -> String {
        String::new()
    }

    /// Additional files that the tool needs, such as its configuration, as pairs of name and
    /// content.
    fn companions(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// Writes a file with all articles.
///
/// # Errors
///
/// If the writer fails.
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

/// Appends `value` as JSON.
fn json(value: &impl serde::Serialize, out: &mut Vec<u8>) {
    serde_json::to_writer(out, value).expect("serialising to memory cannot fail");
}
