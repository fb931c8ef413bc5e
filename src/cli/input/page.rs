//! Contract: a file that is one article, as text. A page for a browser gives its title and the paragraphs of its article, with blank
//! lines between them, and none of what stands around it.

#[cfg(feature = "html")]
mod blocks;

use std::io::{self, Read};
use std::path::Path;

use indicatif::ProgressBar;

use super::file::open;
use super::{has_extension, unpacked};

/// What is found in fewer characters may not be the article, and is looked for anew with less of the page set aside: comments come
/// with it then. Short news is shorter than the usual 500.
#[cfg(feature = "html")]
const SHORT_ARTICLE: usize = 200;

/// One article.
pub struct Page {
    pub text: String,
    /// When a page for a browser says that it was published.
    pub date: Option<String>,
    /// How long the file is, unpacked.
    pub bytes: usize,
}

/// Reads a file; says where and why it is no text.
pub fn read(path: &Path) -> Result<Page, String> {
    let mut bytes = Vec::new();
    open(path, &ProgressBar::hidden())
        .and_then(|mut file| file.read_to_end(&mut bytes))
        .map_err(|error| error.to_string())?;
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
    let options = legible::Options::new().char_threshold(SHORT_ARTICLE);
    let article = legible::parse(page, None, Some(options)).map_err(io::Error::other)?;
    let text = blocks::text(&article.title, &article.content);
    Ok(Page { text, date: article.published_time, bytes: page.len() })
}

#[cfg(not(feature = "html"))]
fn html(_: &str) -> io::Result<Page> {
    Err(super::missing("html"))
}
