//! The serialised form of what was found: one JSON object a statement, or one an article for its sentences.
//!
//! Offsets are UTF-8 byte offsets into the article's text as given, end exclusive. Serialising copies no text: records
//! borrow from the views that they are made from. Reading them back gives owned ones.
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
mod line;
mod schema;

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::article;
use crate::attribution::Kind;
use crate::entity::Resolution;
use crate::span::Span;
pub use fields::Fields;
use line::Line;

/// The version of the records' form, the first field of each.
///
/// It grows when a reader of the form before would go wrong: a field goes, or gets another name, type or meaning, or a
/// field that was always there may be missing. A further field is no new version: readers pass over what they do not know.
/// Lines from before there was a version have the form of version 1.
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

/// The version of a line that names none.
const fn unnamed() -> u32 {
    1
}

/// The JSON Schema (draft 2020-12) of a line: either a [`Statement`] or a [`Sentences`].
///
/// It says in what offsets count (`"offsets": "bytes"`), and what each field means.
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
    /// The version of the record's form.
    #[serde(default = "unnamed")]
    pub version: u32,
    /// The article's id.
    pub document: Cow<'a, str>,
    /// Where the statement begins; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<Sentence>,
    /// Whether the words are quoted.
    pub kind: Kind,
    /// How sure it is that somebody states something here at all, from 0 to 1, in hundredths; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// The name of the category in the rule set.
    pub category: Cow<'a, str>,
    /// The statement that holds this one, by how many of the document's statements stand before it; absent when none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    /// What is said.
    pub content: Content<'a>,
    /// The words that attribute.
    #[serde(default)]
    pub cue: Option<Cue<'a>>,
    /// Who says it.
    #[serde(default)]
    pub speaker: Option<Speaker<'a>>,
    /// Why it is in its category; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence<'a>>,
    /// What the article brought along; absent where nothing was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Fields<'a>>,
}

/// The sentence in which a statement begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sentence {
    /// How many sentences stand before it.
    pub index: usize,
    /// Where it lies.
    pub span: Span,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Content<'a> {
    /// Its pieces, in order and disjoint.
    pub spans: Cow<'a, [Span]>,
    /// What lies under the spans, pieces joined by " … ".
    pub text: Cow<'a, str>,
}

/// The words that attribute a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cue<'a> {
    /// Where they lie.
    pub span: Span,
    /// What lies there.
    pub text: Cow<'a, str>,
    /// The dictionary form of the word that carries the meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lemma: Option<Cow<'a, str>>,
}

/// Who makes a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker<'a> {
    /// Where the words lie that name the speaker here, if any do.
    #[serde(default)]
    pub span: Option<Span>,
    /// What lies there.
    #[serde(default)]
    pub text: Option<Cow<'a, str>>,
    /// Who is meant: the fullest name or description that the article gives.
    #[serde(default)]
    pub name: Option<Cow<'a, str>>,
    /// What the article says this speaker is.
    #[serde(default)]
    pub role: Option<Cow<'a, str>>,
    /// Whom the role is held in or for.
    #[serde(default)]
    pub organization: Option<Cow<'a, str>>,
    /// Whether the writer holds the name back.
    #[serde(default)]
    pub anonymous: bool,
    /// How the one who is meant was found from the words; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
}

/// Why a statement is in its category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Evidence<'a> {
    /// The rule that decided; null when none did and the rule set's default category stands.
    pub rule: Option<Cow<'a, str>>,
    /// The words that it matched.
    pub spans: Cow<'a, [Span]>,
}

/// The sentences of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sentences<'a> {
    /// The version of the record's form.
    #[serde(default = "unnamed")]
    pub version: u32,
    /// The article's id.
    pub document: Cow<'a, str>,
    /// Where the sentences lie, in order and disjoint.
    pub sentences: Cow<'a, [Span]>,
    /// What the article brought along; absent where nothing was kept.
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

    /// The same with what the article brought along.
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
    /// Adds the record as a line of JSON to `out`.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        Line(out).statement(self);
    }
}

/// Adds the records of an article's statements to `out`, a line of JSON each.
pub(crate) fn write_lines(
    document: &str,
    article: &article::Article<'_>,
    fields: Option<&Fields<'_>>,
    out: &mut Vec<u8>,
) {
    let statements = article.statements().map(|found| Statement::new(document, found));
    Line(out).statements(document, statements, fields);
}

/// Adds one line of JSON to `out` that answers for a whole article: all its statements, or none.
///
/// The statements are the records that [`Statement`] describes, without `version`, `document` and kept `fields`, which stand once
/// beside the list. `within` counts in this very list.
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

/// Adds the line of JSON to `out` that stands in the place of an article's where a line of input holds none.
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

    /// The same with what the article brought along.
    #[must_use]
    pub fn with_fields(mut self, fields: Option<&'a Fields<'_>>) -> Self {
        self.fields = fields.map(Fields::by_reference);
        self
    }
}

impl Sentences<'_> {
    /// Adds the record as a line of JSON to `out`.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        Line(out).sentences(self);
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        let kinds = [Kind::Direct, Kind::Indirect, Kind::Mixed];
        kinds
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| serde::de::Error::unknown_variant(&name, &["direct", "indirect", "mixed"]))
    }
}
