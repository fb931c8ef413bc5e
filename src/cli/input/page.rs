//! Contract: reads a file with one article as plain text. Of an HTML page, it takes the title and
//! the paragraphs of the article, separated by blank lines, without the navigation and other text
//! around them.

use std::io;
use std::path::Path;

use super::{file, has_extension, unpacked};
#[cfg(feature = "html")]
use crate::cli::isolate::isolated;
use crate::encoding::{self, Decoded};

/// An article read from a file.
#[cfg_attr(not(feature = "html"), allow(dead_code))]
#[derive(Default)]
pub struct Page {
    pub text: String,
    /// What an HTML page states about itself.
    pub title: Option<String>,
    pub date: Option<String>,
    pub author: Option<String>,
    /// A remark for the user about how the file was read.
    pub note: Option<String>,
    /// The length of the file, decompressed.
    pub bytes: usize,
}

/// Reads a file of up to `longest` bytes; returns an error message if it is not text.
pub fn read(path: &Path, longest: usize) -> Result<Page, String> {
    let bytes = file::read(path, longest).map_err(|error| error.to_string())?;
    let length = bytes.len();
    if has_extension(&unpacked(path), &["html", "htm", "xhtml"]) {
        return html(&bytes).map_err(|error| error.to_string());
    }
    let Decoded { text, encoding, guessed } = encoding::decode(&bytes, None);
    if guessed && bytes.contains(&0) {
        return Err("not a text file".to_owned());
    }
    let note = guessed.then(|| format!("not UTF-8; read as {encoding}"));
    Ok(Page { text: text.into_owned(), note, bytes: length, ..Page::default() })
}

#[cfg(feature = "html")]
fn html(bytes: &[u8]) -> io::Result<Page> {
    let page = isolated(|| crate::html::read_bytes(bytes, None)).map_err(io::Error::other)?;
    let crate::html::Page { title, text, date, author, .. } = page.map_err(io::Error::other)?;
    Ok(Page { text, title: Some(title), date, author, note: None, bytes: bytes.len() })
}

#[cfg(not(feature = "html"))]
fn html(_: &[u8]) -> io::Result<Page> {
    Err(super::missing("html"))
}
