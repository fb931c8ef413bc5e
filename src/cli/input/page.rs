//! Contract: reads a file with one article as plain text. Of an HTML page, it takes the title and
//! the paragraphs of the article, separated by blank lines, without the navigation and other text
//! around them.

use std::io::{self, Read};
use std::path::Path;

use super::super::bar::Bar;
use super::file::open;
use super::{has_extension, unpacked};
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

/// Reads a file; returns an error message if it is not text.
pub fn read(path: &Path) -> Result<Page, String> {
    let mut bytes = Vec::new();
    open(path, &Bar::hidden())
        .and_then(|mut file| file.read_to_end(&mut bytes))
        .map_err(|error| error.to_string())?;
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
    let page = crate::html::read_bytes(bytes, None).map_err(io::Error::other)?;
    let crate::html::Page { title, text, date, author, .. } = page;
    Ok(Page { text, title: Some(title), date, author, note: None, bytes: bytes.len() })
}

#[cfg(not(feature = "html"))]
fn html(_: &[u8]) -> io::Result<Page> {
    Err(super::missing("html"))
}
