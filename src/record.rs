//! The output format: JSON Lines records, one per statement, or one per article.
//!
//! Offsets are UTF-8 byte offsets into the article's text, end exclusive. Serialising copies no
//! text: a record borrows from the article's views. Deserialising gives owned records, and
//! [`into_owned`](StatementRecord::into_owned) makes one of a record that borrows.
//!
//! ```
//! use dictum::record::StatementRecord;
//!
//! let article = dictum::Extractor::default().extract("The mayor promised to rebuild the bridge.");
//! for statement in article.statements() {
//!     let record = StatementRecord::new("a17", statement);
//!     println!("{}", serde_json::to_string(&record)?);
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```

mod article;
mod fields;
mod identity;
mod line;
mod schema;
mod sentences;
mod spans;
mod statement;

use std::borrow::Cow;

use crate::article::Article;
pub use article::{ArticleRecord, EntityRecord, QuotationRecord};
pub use fields::Fields;
pub use identity::{Identity, NameUse, Used};
use line::Line;
pub use sentences::SentencesRecord;
pub use statement::{
    ContentRecord, ContextRecord, CueRecord, EvidenceRecord, SentenceRecord, SpeakerRecord, StatementRecord,
};

/// The version of the record format, the first field of each record.
///
/// It is bumped on breaking changes: a field is removed or renamed, changes its type or meaning, or
/// becomes optional. New fields may be added without a new version: ignore unknown fields. A record
/// without a version has version 1.
///
/// ```
/// use dictum::record::{self, StatementRecord};
///
/// let line = r#"{"document":"a17","kind":"direct","category":"claim","content":{"spans":[[0,2]],"text":"No"}}"#;
/// let old: StatementRecord<'_> = serde_json::from_str(line)?;
/// assert_eq!(old.version, record::VERSION);
/// assert!(serde_json::to_string(&old)?.starts_with(r#"{"version":1,"document":"a17","#));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const VERSION: u32 = 1;

/// The version of a record that has no `version` field.
const fn version_if_absent() -> u32 {
    1
}

/// The JSON Schema (draft 2020-12) of a line: a [`StatementRecord`], a [`SentencesRecord`], an
/// [`ArticleRecord`] or the answer to a bad line. `dictum schema` prints it.
///
/// It states the unit of offsets (`"offsets": "bytes"`) and describes each field.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&dictum::record::json_schema())?;
/// assert_eq!(schema["offsets"], "bytes");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn json_schema() -> String {
    format!("{:#}\n", schema::schema())
}

/// Appends the records of an article's statements to `out`, one line of JSON each.
pub(crate) fn write_lines(
    document: &str,
    article: &Article<'_>,
    fields: Option<&Fields<'_>>,
    out: &mut Vec<u8>,
) {
    let statements = article.statements().map(|found| StatementRecord::new(document, found));
    Line(out).statements(document, statements, fields);
}

/// Appends one line of JSON to `out` for a whole article, with a list of its statements, which may
/// be empty.
///
/// It can be read as an [`ArticleRecord`]. Each statement has the fields of [`StatementRecord`]
/// except `version`, `document` and the kept `fields`, which are given once for the article.
/// `within` is an index into this list.
///
/// ```
/// use dictum::record;
///
/// let article = dictum::Extractor::default().extract("It rained.");
/// let mut line = Vec::new();
/// record::write_article("a17", &article, None, &mut line);
/// assert_eq!(line, b"{\"version\":1,\"document\":\"a17\",\"statements\":[]}\n");
/// ```
pub fn write_article(document: &str, article: &Article<'_>, fields: Option<&Fields<'_>>, out: &mut Vec<u8>) {
    let statements = article.statements().map(|found| StatementRecord::new(document, found));
    write_answer(document, statements, fields, out);
}

/// Appends one line of JSON to `out` for an article with these statements.
pub(crate) fn write_answer<'s>(
    document: &str,
    statements: impl Iterator<Item = StatementRecord<'s>>,
    fields: Option<&Fields<'_>>,
    out: &mut Vec<u8>,
) {
    Line(out).article(document, statements, fields);
}

/// Appends a line of JSON to `out` for a line of input that is not an article.
///
/// ```
/// let mut line = Vec::new();
/// dictum::record::write_bad_line(7, "missing field `text`", &mut line);
/// assert_eq!(line, b"{\"version\":1,\"line\":7,\"error\":\"missing field `text`\"}\n");
/// ```
pub fn write_bad_line(line: u64, error: &str, out: &mut Vec<u8>) {
    Line(out).bad_line(line, error);
}

/// The value with a lifetime of its own.
fn owned<T: ?Sized + ToOwned>(value: Cow<'_, T>) -> Cow<'static, T> {
    Cow::Owned(value.into_owned())
}
