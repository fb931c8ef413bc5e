//! The record of a whole article.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::line::Line;
use super::statement::{
    ContentRecord, ContextRecord, CueRecord, EvidenceRecord, SentenceRecord, SpeakerRecord,
};
use super::{Fields, StatementRecord, VERSION, owned, version_if_absent};
use crate::article::{self, Article};
use crate::attribution::Kind;
use crate::entity::EntityKind;
use crate::lexicon::{AttributionType, Form};
use crate::span::Span;

/// All that was found in one document: its sentences, statements, speakers and quotations.
///
/// In JSON, the statements lack `version`, `document` and `fields`, which the article has. A line
/// of `--format answers`, which [`write_article`](super::write_article) writes, is such a record
/// without sentences, speakers and quotations.
///
/// ```
/// use dictum::record::ArticleRecord;
///
/// let article = dictum::Extractor::default().extract("“It is safe,” the mayor said. She waved.");
/// let record = ArticleRecord::new("a17", &article);
/// let json = serde_json::to_string(&record)?;
/// let read: ArticleRecord<'_> = serde_json::from_str(&json)?;
/// assert_eq!(read, record);
/// assert_eq!(read.statements[0].speaker.as_ref().unwrap().id, Some(read.speakers[0].id));
/// assert_eq!(read.sentences.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ArticleRecord<'a> {
    /// The version of the record format, [`VERSION`].
    pub version: u32,
    /// The article's id.
    pub document: Cow<'a, str>,
    /// The spans of the sentences, in order and disjoint.
    #[serde(skip_serializing_if = "is_empty")]
    pub sentences: Cow<'a, [Span]>,
    /// The statements, in the order of their first word.
    #[serde(serialize_with = "without_document")]
    pub statements: Vec<StatementRecord<'a>>,
    /// The speakers, in the order of their first mention.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<EntityRecord<'a>>,
    /// The pieces of text in quotation marks, whether they belong to a statement or not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<QuotationRecord>,
    /// The fields kept from the input; absent if none were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Fields<'a>>,
}

/// A speaker of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EntityRecord<'a> {
    /// The number of the speaker in the document, to which the `speaker.id` of a statement refers.
    pub id: usize,
    /// The fullest name or description in the article.
    pub name: Cow<'a, str>,
    /// What kind of entity the speaker is.
    pub kind: EntityKind,
    /// The speaker's role, if the article gives one ("mayor").
    pub role: Option<Cow<'a, str>>,
    /// The organisation or person that the role belongs to.
    pub organization: Option<Cow<'a, str>>,
    /// Whether the article withholds the speaker's name.
    pub anonymous: bool,
    /// The spans of the mentions, including pronouns, in order.
    pub mentions: Cow<'a, [Span]>,
}

/// A piece of text in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuotationRecord {
    /// Its span, including the marks.
    pub span: Span,
    /// The `index` of the statement that it belongs to; null if it is attributed to nobody.
    pub statement: Option<usize>,
    /// Whether it lies inside another quotation.
    pub nested: bool,
    /// Whether it continues the quotation before it, as in each paragraph of a long quotation after
    /// the first.
    pub continues: bool,
    /// Whether it has a closing mark.
    pub closed: bool,
}

impl<'a> ArticleRecord<'a> {
    /// The record of an article.
    pub fn new(document: &'a str, article: &'a Article<'_>) -> Self {
        let sentences: Vec<_> = article.sentences().map(article::Sentence::span).collect();
        ArticleRecord {
            version: VERSION,
            document: document.into(),
            sentences: sentences.into(),
            statements: article.statements().map(|found| StatementRecord::new(document, found)).collect(),
            speakers: article.speakers().map(EntityRecord::new).collect(),
            quotations: article.quotations().map(QuotationRecord::new).collect(),
            fields: None,
        }
    }

    /// The same record with fields kept from the input.
    #[must_use]
    pub fn with_fields(mut self, fields: Option<&'a Fields<'_>>) -> Self {
        self.fields = fields.map(Fields::by_reference);
        self
    }

    /// The same record with text of its own, so that it can outlive the article.
    #[must_use]
    pub fn into_owned(self) -> ArticleRecord<'static> {
        ArticleRecord {
            version: self.version,
            document: owned(self.document),
            sentences: owned(self.sentences),
            statements: self.statements.into_iter().map(StatementRecord::into_owned).collect(),
            speakers: self.speakers.into_iter().map(EntityRecord::into_owned).collect(),
            quotations: self.quotations,
            fields: self.fields.map(Fields::into_owned),
        }
    }

    /// Appends the record to `out` as a line of JSON.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        Line(out).whole_article(self);
    }
}

impl<'a> EntityRecord<'a> {
    fn new(speaker: article::Speaker<'a, 'a>) -> Self {
        EntityRecord {
            id: speaker.index(),
            name: speaker.name(),
            kind: speaker.kind(),
            role: speaker.role(),
            organization: speaker.organization(),
            anonymous: speaker.is_anonymous(),
            mentions: speaker.mention_spans().into(),
        }
    }

    fn into_owned(self) -> EntityRecord<'static> {
        EntityRecord {
            id: self.id,
            name: owned(self.name),
            kind: self.kind,
            role: self.role.map(owned),
            organization: self.organization.map(owned),
            anonymous: self.anonymous,
            mentions: owned(self.mentions),
        }
    }
}

impl QuotationRecord {
    fn new(quotation: article::Quotation<'_, '_>) -> Self {
        QuotationRecord {
            span: quotation.span(),
            statement: quotation.statement().map(article::Statement::index),
            nested: quotation.is_nested(),
            continues: quotation.continues(),
            closed: quotation.is_closed(),
        }
    }
}

/// The fields of a statement in the record of its article.
#[derive(Serialize, Deserialize)]
#[serde(remote = "StatementRecord")]
struct Listed<'a> {
    #[serde(skip)]
    version: u32,
    #[serde(skip)]
    document: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sentence: Option<SentenceRecord<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    context: Option<ContextRecord<'a>>,
    kind: Kind,
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    attribution_type: Option<AttributionType>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    form: Option<Form>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
    category: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within: Option<usize>,
    content: ContentRecord<'a>,
    #[serde(default)]
    cue: Option<CueRecord<'a>>,
    #[serde(default)]
    speaker: Option<SpeakerRecord<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<EvidenceRecord<'a>>,
    #[serde(skip)]
    fields: Option<Fields<'a>>,
}

fn without_document<S: Serializer>(
    statements: &[StatementRecord<'_>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct One<'s, 'a>(#[serde(with = "Listed")] &'s StatementRecord<'a>);
    serializer.collect_seq(statements.iter().map(One))
}

fn is_empty(spans: &[Span]) -> bool {
    spans.is_empty()
}

impl<'de> Deserialize<'de> for ArticleRecord<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct One(#[serde(with = "Listed")] StatementRecord<'static>);

        #[derive(Deserialize)]
        struct Read {
            #[serde(default = "version_if_absent")]
            version: u32,
            document: String,
            #[serde(default)]
            sentences: Vec<Span>,
            statements: Vec<One>,
            #[serde(default)]
            speakers: Vec<EntityRecord<'static>>,
            #[serde(default)]
            quotations: Vec<QuotationRecord>,
            #[serde(default)]
            fields: Option<Fields<'static>>,
        }

        let read = Read::deserialize(deserializer)?;
        let statement = |One(listed)| StatementRecord {
            version: read.version,
            document: read.document.clone().into(),
            ..listed
        };
        Ok(ArticleRecord {
            statements: read.statements.into_iter().map(statement).collect(),
            version: read.version,
            document: read.document.into(),
            sentences: read.sentences.into(),
            speakers: read.speakers,
            quotations: read.quotations,
            fields: read.fields,
        })
    }
}
