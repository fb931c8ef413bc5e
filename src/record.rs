//! The output format: JSON Lines records, one per statement, or one per article for its sentences.
//!
//! Offsets are UTF-8 byte offsets into the article's text, end exclusive. Serialising copies no
//! text: a record borrows from the article's views. Deserialising gives owned records.
//!
//! ```
//! use dictum::record;
//!
//! let article = dictum::Extractor::default().extract("The mayor promised to rebuild the bridge.");
//! for statement in article.statements() {
//!     let record = record::Statement::new("a17", statement);
//!     println!("{}", serde_json::to_string(&record)?);
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```

mod fields;
mod identity;
mod line;
mod schema;
mod spans;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::article;
use crate::attribution::Kind;
use crate::entity::{EntityKind, Resolution};
use crate::lexicon::{AttributionType, Form};
use crate::span::Span;
pub use fields::Fields;
pub use identity::{Identity, NameUse, Used};
use line::Line;

/// The version of the record format, the first field of each record.
///
/// It is bumped on breaking changes: a field is removed or renamed, changes its type or meaning, or
/// becomes optional. New fields may be added without a new version: ignore unknown fields. A record
/// without a version has version 1.
///
/// ```
/// use dictum::record::{self, Statement};
///
/// let line = r#"{"document":"a17","kind":"direct","category":"claim","content":{"spans":[[0,2]],"text":"No"}}"#;
/// let old: Statement<'_> = serde_json::from_str(line)?;
/// assert_eq!(old.version, record::VERSION);
/// assert!(serde_json::to_string(&old)?.starts_with(r#"{"version":1,"document":"a17","#));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const VERSION: u32 = 1;

/// The version of a record that has no `version` field.
const fn version_if_absent() -> u32 {
    1
}

/// The JSON Schema (draft 2020-12) of a line: either a [`Statement`] or a [`Sentences`].
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

/// One statement of one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Statement<'a> {
    /// The version of the record format, [`VERSION`].
    #[serde(default = "version_if_absent")]
    pub version: u32,
    /// The article's id.
    pub document: Cow<'a, str>,
    /// Where the statement begins; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<Sentence>,
    /// Whether the words are quoted.
    pub kind: Kind,
    /// What the speaker does (the field `type` in JSON); absent from gold statements.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub attribution_type: Option<AttributionType>,
    /// The form of the content; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// The estimated probability that this is a statement, from 0 to 1, rounded to hundredths;
    /// absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// The name of the category in the rule set.
    pub category: Cow<'a, str>,
    /// The index of the statement whose content contains this one, counted from 0 in the document;
    /// absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    /// What is said.
    pub content: Content<'a>,
    /// The words that attribute the content to the speaker ("promised").
    #[serde(default)]
    pub cue: Option<Cue<'a>>,
    /// Who says it.
    #[serde(default)]
    pub speaker: Option<Speaker<'a>>,
    /// Why it is in its category; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence<'a>>,
    /// The fields kept from the input; absent if none were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Fields<'a>>,
}

/// The sentence in which a statement begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sentence {
    /// The index of the sentence, from 0.
    pub index: usize,
    /// Its span.
    pub span: Span,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Content<'a> {
    /// The spans of its pieces, in order and disjoint.
    pub spans: Cow<'a, [Span]>,
    /// The text of the spans, joined by " … ".
    pub text: Cow<'a, str>,
}

/// The words that attribute a statement to its speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cue<'a> {
    /// Their span in the article's text.
    pub span: Span,
    /// The text of the span.
    pub text: Cow<'a, str>,
    /// The dictionary form of the head word of the cue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lemma: Option<Cow<'a, str>>,
}

/// Who makes a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker<'a> {
    /// The span of the noun phrase that names the speaker here, if there is one.
    #[serde(default)]
    pub span: Option<Span>,
    /// The text of the span.
    #[serde(default)]
    pub text: Option<Cow<'a, str>>,
    /// The speaker: the fullest name or description in the article.
    #[serde(default)]
    pub name: Option<Cow<'a, str>>,
    /// The number of the speaker in the document; the same for all statements of one speaker. Absent from gold statements and
    /// where nobody was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<usize>,
    /// What kind of entity the speaker is; absent where `id` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    /// The speaker's role, if the article gives one ("mayor").
    #[serde(default)]
    pub role: Option<Cow<'a, str>>,
    /// The organisation or person that the role belongs to.
    #[serde(default)]
    pub organization: Option<Cow<'a, str>>,
    /// Whether the article withholds the speaker's name ("a person familiar with the talks").
    #[serde(default)]
    pub anonymous: bool,
    /// How the speaker was resolved from the words; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
}

/// Why a statement is in its category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Evidence<'a> {
    /// The rule that decided; null if no rule matched and the rule set's default category applies.
    pub rule: Option<Cow<'a, str>>,
    /// The words that the rule matched.
    pub spans: Cow<'a, [Span]>,
}

/// The sentences of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sentences<'a> {
    /// The version of the record format, [`VERSION`].
    #[serde(default = "version_if_absent")]
    pub version: u32,
    /// The article's id.
    pub document: Cow<'a, str>,
    /// The spans of the sentences, in order and disjoint.
    pub sentences: Cow<'a, [Span]>,
    /// The fields kept from the input; absent if none were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Fields<'a>>,
}

impl<'a> Statement<'a> {
    /// The record of `statement`, found in the article named `document`.
    pub fn new(document: &'a str, statement: article::Statement<'a, '_>) -> Self {
        let sentence = statement.sentence();
        let content = statement.content();
        let evidence = statement.evidence();
        Statement {
            version: VERSION,
            document: document.into(),
            sentence: Some(Sentence { index: sentence.index(), span: sentence.span() }),
            kind: statement.kind(),
            attribution_type: Some(statement.attribution_type()),
            form: Some(statement.form()),
            confidence: Some((statement.confidence() * 100.0).round() / 100.0),
            category: statement.category().into(),
            within: statement.within().map(article::Statement::index),
            content: Content { spans: content.spans().into(), text: content.text() },
            cue: statement.cue().map(|cue| Cue {
                span: cue.span(),
                text: cue.text().into(),
                lemma: cue.lemma().map(Cow::from),
            }),
            speaker: Speaker::new(statement),
            evidence: Some(Evidence { rule: evidence.rule().map(Cow::from), spans: evidence.spans().into() }),
            fields: None,
        }
    }

    /// The same record with fields kept from the input.
    ///
    /// ```
    /// use dictum::record;
    ///
    /// let fields: record::Fields<'_> = serde_json::from_str(r#"{"date":"2024-03-05"}"#)?;
    /// let article = dictum::Extractor::default().extract("The mayor promised to rebuild the bridge.");
    /// for statement in article.statements() {
    ///     let record = record::Statement::new("a17", statement).with_fields(Some(&fields));
    ///     assert!(serde_json::to_string(&record)?.ends_with(r#","fields":{"date":"2024-03-05"}}"#));
    /// }
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_fields(mut self, fields: Option<&'a Fields<'_>>) -> Self {
        self.fields = fields.map(Fields::by_reference);
        self
    }
}

impl Statement<'_> {
    /// Appends the record to `out` as a line of JSON.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        Line(out).statement(self);
    }
}

/// Appends the records of an article's statements to `out`, one line of JSON each.
pub(crate) fn write_lines(
    document: &str,
    article: &article::Article<'_>,
    fields: Option<&Fields<'_>>,
    out: &mut Vec<u8>,
) {
    let statements = article.statements().map(|found| Statement::new(document, found));
    Line(out).statements(document, statements, fields);
}

/// Appends one line of JSON to `out` for a whole article, with a list of its statements, which may
/// be empty.
///
/// Each statement has the fields of [`Statement`] except `version`, `document` and the kept
/// `fields`, which are given once for the article. `within` is an index into this list.
///
/// ```
/// use dictum::record;
///
/// let article = dictum::Extractor::default().extract("It rained.");
/// let mut line = Vec::new();
/// record::write_article("a17", &article, None, &mut line);
/// assert_eq!(line, b"{\"version\":1,\"document\":\"a17\",\"statements\":[]}\n");
/// ```
pub fn write_article(
    document: &str,
    article: &article::Article<'_>,
    fields: Option<&Fields<'_>>,
    out: &mut Vec<u8>,
) {
    let statements = article.statements().map(|found| Statement::new(document, found));
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

impl<'a> Speaker<'a> {
    fn new(statement: article::Statement<'a, 'a>) -> Option<Self> {
        let (source, speaker) = (statement.source(), statement.speaker());
        if source.is_none() && speaker.is_none() {
            return None;
        }
        Some(Speaker {
            span: source.map(article::Excerpt::span),
            text: source.map(|source| source.text().into()),
            name: speaker.map(article::Speaker::name),
            id: speaker.map(article::Speaker::index),
            kind: speaker.map(article::Speaker::kind),
            role: speaker.and_then(article::Speaker::role),
            organization: speaker.and_then(article::Speaker::organization),
            anonymous: speaker.is_some_and(article::Speaker::is_anonymous),
            resolution: Some(statement.resolution()),
        })
    }
}

impl<'a> Sentences<'a> {
    /// The record of an article's sentences.
    pub fn new<'t>(document: &'a str, sentences: impl Iterator<Item = article::Sentence<'t>>) -> Self {
        let spans = sentences.map(article::Sentence::span).collect::<Vec<_>>();
        Sentences { version: VERSION, document: document.into(), sentences: spans.into(), fields: None }
    }

    /// The same record with fields kept from the input.
    #[must_use]
    pub fn with_fields(mut self, fields: Option<&'a Fields<'_>>) -> Self {
        self.fields = fields.map(Fields::by_reference);
        self
    }
}

impl Sentences<'_> {
    /// Appends the record to `out` as a line of JSON.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        Line(out).sentences(self);
    }
}
