//! Contract: reads a file with one article as plain text. Of an HTML page, it takes the title and
//! the paragraphs of the article, separated by blank lines, without the navigation and other text
//! around them.

#[cfg(feature = "html")]
mod blocks;
#[cfg(feature = "html")]
mod limits;

use std::io;
use std::path::Path;

use super::{file, has_extension, unpacked};
#[cfg(feature = "html")]
use crate::cli::isolate::isolated;

/// If the extracted article is shorter than this many characters, the extraction is repeated with
/// weaker filters, which may let reader comments through. The crate's default of 500 is longer than
/// short news.
#[cfg(feature = "html")]
const SHORT_ARTICLE: usize = 200;

/// An article read from a file.
pub struct Page {
    pub text: String,
    /// The publication date given by an HTML page.
    pub date: Option<String>,
    /// The length of the file, decompressed.
    pub bytes: usize,
}

/// Reads a file of up to `longest` bytes; returns an error message with the position if it is not
/// text.
pub fn read(path: &Path, longest: usize) -> Result<Page, String> {
    let bytes = file::read(path, longest).map_err(|error| error.to_string())?;
    let length = bytes.len();
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|&byte| byte == b'\n').count();
        format!("line {line}: not valid UTF-8")
    })?;
    if has_extension(&unpacked(path), &["html", "htm", "xhtml"]) {
        return html(&text).map_err(|error| error.to_string());
    }
    Ok(Page { text, date: None, bytes: length })
}

#[cfg(feature = "html")]
fn html(page: &str) -> io::Result<Page> {
    if let Some(reason) = limits::refused(page) {
        return Err(io::Error::other(reason));
    }
    let options = legible::Options::new().char_threshold(SHORT_ARTICLE);
    let article = isolated(|| legible::parse(page, None, Some(options)))
        .map_err(io::Error::other)?
        .map_err(io::Error::other)?;
    let text = blocks::text(&article.title, &article.content);
    Ok(Page { text, date: article.published_time, bytes: page.len() })
}

#[cfg(not(feature = "html"))]
fn html(_: &str) -> io::Result<Page> {
    Err(super::missing("html"))
}
