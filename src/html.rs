//! Articles from HTML pages (feature `html`).
//!
//! ```
//! let page = dictum::html::read(
//!     r#"<html><head><title>Ferry to return</title><meta name="date" content="2024-03-05"></head>
//!     <body><nav><a href="/">Home</a></nav><article>
//!     <p>The mayor of Tarn Bridge, Lena Moor, promised on Tuesday to reopen the river ferry by May.</p>
//!     <p>She called the old pier <q>safe enough</q>, after two winters without a crossing, and said that
//!     the town would pay for it from its road fund.</p></article></body></html>"#,
//! )?;
//! assert_eq!(page.title, "Ferry to return");
//! assert_eq!(page.date.as_deref(), Some("2024-03-05"));
//! let article = dictum::Extractor::default().extract(&page.text);
//! assert!(article.statements().any(|statement| statement.category() == "commitment"));
//! assert!(page.text.contains("the old pier “safe enough”, after"));
//! # Ok::<(), dictum::html::PageError>(())
//! ```

mod blocks;
mod charset;
mod limits;
mod metadata;
mod quoted;
mod reading;

use thiserror::Error;

use crate::encoding;

/// The article of an HTML page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// The title of the article.
    pub title: String,
    /// The title and the paragraphs, separated by blank lines, without the navigation and other
    /// text around the article. Quoted elements (`<q>`, `<blockquote>`) have quotation marks.
    pub text: String,
    /// The date of publication, as the page writes it, usually `2024-03-05T08:00:00Z`.
    pub date: Option<String>,
    /// The authors, as the page writes them.
    pub author: Option<String>,
    /// The name of the website.
    pub site: Option<String>,
    /// The language of the page ("en").
    pub language: Option<String>,
}

/// Why a page could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PageError {
    /// The page has no text that looks like an article.
    #[error("no article found in the page: {0}")]
    NoArticle(String),
    /// The page is longer, or its elements are nested deeper, than in any real page.
    #[error("{0}")]
    Unreasonable(String),
}

/// Reads the article of a page.
///
/// # Errors
///
/// If the page has no text that looks like an article, or is unreasonable.
pub fn read(page: &str) -> Result<Page, PageError> {
    if let Some(reason) = limits::refused(page) {
        return Err(PageError::Unreasonable(reason));
    }
    let article = reading::article(page).map_err(|error| PageError::NoArticle(error.to_string()))?;
    let text = blocks::text(&article.title, &article.content);
    let stated = metadata::read(page);
    Ok(Page {
        title: article.title,
        text,
        date: article.published_time.or(stated.date),
        author: article.byline.or(stated.author).map(|author| on_one_line(&author)),
        site: article.site_name,
        language: article.lang,
    })
}

/// Reads the article of a page from the bytes of its file.
///
/// The encoding is that of a byte-order mark, or UTF-8, or else `charset`, which the header of the
/// response states ("latin1"), or the page itself (`<meta charset="windows-1252">`). Without these
/// it is guessed.
///
/// ```
/// let page = b"<meta charset=iso-8859-1><p>The mayor of Gr\xfcnau said in the evening that the bridge was safe.";
/// assert!(dictum::html::read_bytes(page, None)?.text.starts_with("The mayor of Grünau said"));
/// # Ok::<(), dictum::html::PageError>(())
/// ```
///
/// # Errors
///
/// If the page has no text that looks like an article, or is unreasonable.
pub fn read_bytes(page: &[u8], charset: Option<&str>) -> Result<Page, PageError> {
    let own = charset::declared(page);
    read(&encoding::decode(page, charset.or(own.as_deref())).text)
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
