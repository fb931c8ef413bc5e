//! Contract: reads a file with one article as plain text. Of an HTML page, it takes the title and
//! the paragraphs of the article, separated by blank lines, without the navigation and other text
//! around them.

use std::collections::BTreeMap;
use std::path::Path;

use super::{file, has_extension, unpacked};
#[cfg(feature = "html")]
use crate::cli::isolate::isolated;
use crate::encoding::{self, Decoded};
use crate::record::Fields;

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

impl Page {
    /// The names and values of what the page states about itself.
    pub fn metadata(&self) -> Vec<(&'static str, &str)> {
        let all = [("title", &self.title), ("date", &self.date), ("author", &self.author)];
        all.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))).collect()
    }

    /// Those that are to be kept, as fields of the article; `None` if nothing is to be kept.
    pub fn fields(&self, keep: &[String], keep_all: bool) -> Option<Fields<'static>> {
        let kept =
            self.metadata().into_iter().filter(|(name, _)| keep_all || keep.iter().any(|kept| kept == name));
        let object: BTreeMap<_, _> = kept.collect();
        let json = serde_json::to_string(&object).expect("serialising strings cannot fail");
        serde_json::from_str(&json).ok().filter(|_| keep_all || !keep.is_empty())
    }
}

/// Reads a file of up to `longest` bytes; returns an error message if it is not text.
pub fn read(path: &Path, longest: usize) -> Result<Page, String> {
    let bytes = file::read(path, longest).map_err(|error| error.to_string())?;
    let is_page = has_extension(&unpacked(path), super::PAGES);
    if is_page { html(&bytes) } else { text(bytes) }
}

/// The text of bytes in any encoding.
pub fn text(bytes: Vec<u8>) -> Result<Page, String> {
    let length = bytes.len();
    let Decoded { text, encoding, guessed } = encoding::decode_owned(bytes);
    if has_zeros(&text, guessed) {
        return Err("not a text file".to_owned());
    }
    let note = guessed.then(|| format!("not UTF-8; read as {encoding}"));
    Ok(Page { text: text.into_owned(), note, bytes: length, ..Page::default() })
}

/// Whether the text has zeros, or many of them: in UTF-32, most bytes are zero.
fn has_zeros(text: &str, guessed: bool) -> bool {
    let zeros = memchr::memchr_iter(0, text.as_bytes());
    if guessed { zeros.count() > 0 } else { zeros.count() > text.len() / 4 }
}

#[cfg(feature = "html")]
pub fn html(bytes: &[u8]) -> Result<Page, String> {
    let page = isolated(|| crate::html::read_bytes(bytes, None))?;
    let crate::html::Page { title, text, date, author, .. } = page.map_err(|error| error.to_string())?;
    Ok(Page { text, title: Some(title), date, author, note: None, bytes: bytes.len() })
}

#[cfg(not(feature = "html"))]
pub fn html(_: &[u8]) -> Result<Page, String> {
    Err(super::missing("html").to_string())
}
